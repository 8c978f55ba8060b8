"""
One frame under judgement: looked at, decided upon, recorded.

Inbound and outbound text take this same way; only what is done afterwards
differs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from guardrails.bench import Bench, Looked, families_of, worst
from guardrails.circumstances import Circumstances
from guardrails.context import TurnContext
from guardrails.decisions import Decision, Do
from guardrails.detectors.base import TAIL, Report, View
from guardrails.errors import ModelError, SessionError
from guardrails.events import CoverageGap, Made
from guardrails.fiction import Inventor
from guardrails.findings import Family, Finding
from guardrails.keeping import Keeper, Texts
from guardrails.ledger.acts import coverage_gap_body
from guardrails.ledger.base import Receipt
from guardrails.ledger.contexts import ctx_body
from guardrails.ledger.decided import decision_body, part_body
from guardrails.messages import Side, Surface
from guardrails.policy.decide import decide
from guardrails.policy.decide_context import DecideContext
from guardrails.policy.model import Policy
from guardrails.recalled import known, long_word, stand_ins
from guardrails.sessions.base import Session
from guardrails.sightings import Sightings
from guardrails.troubles import Troubles
from guardrails.voice import Voice
from guardrails.window import Frame
from guardrails.wordings import Wordings


class Judge:
    """
    Judges the frames of one turn.

    Args:
        bench: What all turns of the guard share.
        session: Whose turn it is.
        context: What the caller says of the turn.
        now: Unix time in seconds.

    Attributes:
        circumstances: What the policy has to know of the conversation.
        wordings: What the policy's messages say in it.
        made: Every decision of the turn that is not a plain pass, in order.
        count: How many decisions the turn took.
    """

    def __init__(self, bench: Bench, session: Session, context: TurnContext, now: int) -> None:
        self._bench = bench
        self._session = session
        self._context = context
        self._locale = context.locale or bench.policy.locales[0]
        self._families: dict[tuple[Side, Surface], frozenset[Family]] = {}
        self._opinions = 0
        self._keeper = Keeper(bench, session, context)
        self._troubles = Troubles()
        self.circumstances = Circumstances(bench.policy, session, context, now)
        self.wordings = Wordings(bench, session, context)
        self.made: list[Made] = []
        self.count = 0

    @property
    def policy(self) -> Policy:
        """The policy in force for the turn."""
        return self._bench.policy

    def inventor(self, heard: Callable[[], frozenset[str]]) -> Inventor | None:
        """
        Return what makes surrogates up for the session, or None if no rule asks for them.

        Args:
            heard: Gives the words that the model reads anyway, in lower case.
        """
        if self._bench.fiction is None:
            return None
        key = self._session.vault.mark(b"surrogates")
        country = self._context.country
        return Inventor(self._bench.fiction, key, self._locale, country, heard)

    def families(self, side: Side, surface: Surface) -> frozenset[Family]:
        """Return the families that look at such a text."""
        key = (side, surface)
        if key not in self._families:
            self._families[key] = families_of(self.policy, side, surface)
        return self._families[key]

    async def look(
        self,
        frame: Frame,
        side: Side,
        surface: Surface,
        *,
        voice: Voice = Voice(),  # noqa: B008 - a frozen value
        tail: str = "",
        question: str = "",
        families: frozenset[Family] | None = None,
        sightings: Sightings | None = None,
    ) -> Looked:
        """Return what the detectors see in *frame*; *sightings* keeps what its window shows."""
        wanted = self.families(side, surface) if families is None else families
        view = View(
            text=frame.window,
            start=frame.start - frame.left,
            stop=frame.stop - frame.left,
            side=side,
            surface=surface,
            locale=self._locale,
            country=self._context.country,
            tail=tail[-TAIL:],
            question=question[-TAIL:],
            voice=voice,
            opening=frame.start == 0,
            closing=frame.last,
            flags=self.circumstances.flags,
        )
        reports = await self._reports(view, wanted, overlong=frame.overlong)
        shown = [
            replace(one, span=one.span.shifted(frame.left))
            for report in reports
            for one in report.findings
        ]
        if sightings is not None:
            sightings.take(frame, shown)
        found = self._touching(frame, shown, side, wanted)
        return Looked((frame.start, frame.stop), frame.last, found, worst(reports), tuple(reports))

    async def _reports(
        self, view: View, wanted: frozenset[Family], *, overlong: bool
    ) -> Sequence[Report]:
        """Return what each detector of the families *wanted* says of *view*."""
        inspection, excuses = self._bench.inspection, self._bench.excuses
        reports = await inspection.look(view, wanted) if wanted else ()
        if excuses is not None:
            reports = await excuses.told(view, reports, inspection.look)
        if Family.CRISIS in wanted and Family.PII in wanted and not overlong:
            reports += await self._opinion(view, reports)
        return reports

    def _touching(
        self, frame: Frame, shown: Sequence[Finding], side: Side, wanted: frozenset[Family]
    ) -> tuple[Finding, ...]:
        """Return what of *shown* touches *frame*, with what the conversation knows of it."""
        found = [
            one for one in shown if one.span.start < frame.stop and one.span.stop > frame.start
        ]
        if frame.overlong and Family.PII in wanted:
            found = list(long_word(frame, found))
        elif Family.PII in wanted:
            names = self._session.vault.pseudonyms
            found += stand_ins(frame, names) if side is Side.OUTPUT else known(frame, names)
        found.sort(key=lambda one: (one.span, one.category, -one.score, one.source))
        return tuple(found)

    async def _opinion(self, view: View, reports: Sequence[Report]) -> tuple[Report, ...]:
        """Return what a second opinion on *view* is, if somebody is asked for one."""
        consultant = self._bench.consultant
        if consultant is None or not self.circumstances.agreed("second-opinion"):
            return ()
        report = await consultant.consult(view, reports, self._opinions)
        if report is None:
            return ()
        self._opinions += 1
        return (report,)

    def decide(self, looked: Looked, side: Side, surface: Surface) -> Decision:
        """Return what the policy does about what was *looked* at."""
        return decide(self.policy, looked.findings, self._told(looked, side, surface))

    def _told(self, looked: Looked, side: Side, surface: Surface) -> DecideContext:
        return self.circumstances.told(looked.states, side, surface)

    async def record(
        self,
        looked: Looked,
        decision: Decision,
        side: Side,
        surface: Surface,
        *,
        n: int,
        released: int,
        draft: int = 1,
        texts: Texts = Texts(""),  # noqa: B008 - a frozen value
    ) -> Receipt:
        """
        Return the receipt of the decision's record, once that is durable.

        Args:
            looked: What was seen.
            decision: What is done about it.
            side: Which way the text goes.
            surface: Which part of a message it is.
            n: Number of the frame.
            released: Characters that go on.
            draft: Which draft of a reply it is of.
            texts: The texts, to be kept first if the policy and the person want that.

        Raises:
            LogWriteError: It is not; nothing that depends on it may go out.
        """
        part = (n, looked.at, looked.last)
        about = {
            **self._turn,
            "side": str(side),
            "surface": str(surface),
            "part": part_body(part, draft),
        }
        note = await self._keeper.keep(looked, texts, about, partial(self._data_in, surface))
        body = decision_body(
            **self._turn,
            side=side,
            surface=surface,
            part=part,
            draft=draft,
            policy_id=self.policy.id,
            policy_hash=self.policy.hash,
            policy_at=self._bench.policy_at,
            engine=self._bench.engine,
            ctx=ctx_body(self._told(looked, side, surface)),
            findings=looked.findings,
            findings_from=self.policy.logging.findings_from,
            reports=looked.reports,
            decision=decision,
            text_level=note.level,
            text_facts=note.facts,
            text_len_in=looked.at[1] - looked.at[0],
            text_len_out=released,
            us={"detect": sum(report.micros for report in looked.reports)},
        )
        receipt = await self._bench.log.append("decision", body)
        self._troubles.notice(looked.reports, side)
        self.count += 1
        if decision.do is not Do.PASS:
            self.made.append(made(receipt.id, looked, decision, side, surface, draft))
        return receipt

    async def _data_in(self, surface: Surface, text: str) -> Looked:
        """Return the personal data in *text*, which was made of a reply."""
        frame = Frame(0, 0, len(text), last=True, left=0, window=text)
        return await self.look(frame, Side.OUTPUT, surface, families=frozenset({Family.PII}))

    async def gap(self, gap: CoverageGap, side: Side) -> None:
        """
        Record a part of a message that nobody can read, before anything is done with it.

        Raises:
            LogWriteError: It is not durable; the part may not be let through.
        """
        body = coverage_gap_body(**self._turn, side=side, gap=gap.kind, what="", do=gap.do)
        await self._bench.log.append("coverage_gap", body)

    def troubles(
        self,
        failed: ModelError | None,
        without: SessionError | None = None,
        unheard: str = "",
    ) -> list[tuple[str, dict[str, Any]]]:
        """Return kind and body of the records of what did not work in the turn, model included."""
        unkept = self._keeper.unkept
        return self._troubles.bodies(
            self._turn, unkept=unkept, failed=failed, without=without, unheard=unheard
        )

    @property
    def _turn(self) -> dict[str, Any]:
        return {"session": self._session.ref, "turn": self._session.state.turn}


def made(
    record: str, looked: Looked, decision: Decision, side: Side, surface: Surface, draft: int = 1
) -> Made:
    """Return what the caller may see of a decision: the findings that fired a rule."""
    fired = [looked.findings[i] for i in sorted({one.finding for one in decision.fired})]
    return Made(
        id=record,
        side=side,
        surface=surface,
        at=looked.at,
        do=decision.do,
        rule=decision.rule,
        findings=tuple((f.category, f.span.start, f.span.stop, f.score) for f in fired),
        draft=draft,
    )

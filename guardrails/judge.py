"""
One frame under judgement: looked at, decided upon, recorded.

Inbound and outbound text take this same way; only what is done afterwards
differs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from guardrails.bench import Bench, Looked, families_of, worst
from guardrails.context import TurnContext
from guardrails.decisions import Decision, Do, Mode
from guardrails.detectors.base import TAIL, Flags, Report, View
from guardrails.errors import ModelError, SessionError
from guardrails.escalation.tickets import Standing
from guardrails.events import CoverageGap, Made
from guardrails.fiction import Inventor
from guardrails.findings import Family, Level
from guardrails.held_texts import HELD, held_text
from guardrails.keeping import Keeper, Texts
from guardrails.kept import Kept
from guardrails.ledger.acts import coverage_gap_body
from guardrails.ledger.base import Receipt
from guardrails.ledger.contexts import ctx_body
from guardrails.ledger.decided import decision_body
from guardrails.messages import Side, Surface
from guardrails.policy.decide import decide
from guardrails.policy.decide_context import DecideContext
from guardrails.policy.model import Policy
from guardrails.policy.shares import shares
from guardrails.policy.vocabulary import EMERGENCY_SLOT, KEPT_SLOT, RESOURCES_SLOT
from guardrails.recalled import known, long_word, stand_ins
from guardrails.sessions.base import Session
from guardrails.sessions.state import since
from guardrails.sightings import Sightings
from guardrails.taxonomy import Subject
from guardrails.troubles import Troubles
from guardrails.voice import Voice
from guardrails.window import Frame

_HIDING = {Do.MASK, Do.REWRITE, Do.REPLACE, Do.BLOCK}


class Judge:
    """Judges the frames of one turn."""

    def __init__(self, bench: Bench, session: Session, context: TurnContext, now: int) -> None:
        self._bench = bench
        self._session = session
        self._context = context
        self._now = now
        self._locale = context.locale or bench.policy.locales[0]
        self._families: dict[tuple[Side, Surface], frozenset[Family]] = {}
        self._risk = session.state.risk.at(now)
        self._standing = Standing()
        self._flags = Flags(
            roleplay=context.roleplay and self.agreed("roleplay"),
            minor=context.minor,
            watched=self._risk.watched,
            loss=self._risk.loss > 0,
            told=self._risk.told,
            need=self._risk.need,
            about=self._risk.about,
            has_memory=context.has_memory,
            sends_reminders=context.sends_reminders,
        )
        self._level = self._risk.level
        self._about = Subject.SELF
        self._need = self._risk.need if self._risk.watched else ""
        self.made: list[Made] = []
        """Every decision of the turn that is not a plain pass, in order."""
        self._opinions = 0
        self.count = 0
        """How many decisions the turn took."""
        self.said: list[str] = []
        """Ids of the policy's messages that the turn has said, in order."""
        self.beside: list[str] = []
        """Ids of those that stand beside its reply."""
        self._keeper = Keeper(bench, session, context)
        self._troubles = Troubles()

    @property
    def policy(self) -> Policy:
        """The policy in force for the turn."""
        return self._bench.policy

    def say(self, message: str, language: str = "", *, beside: bool = False) -> str:
        """
        Return the policy's text for *message*, with local resources filled in.

        It is in *language*, that of the reply, where the policy speaks it: else in the
        person's.

        It is the next of its wordings: what was said in this session is not said again
        in the same words. A minor is told what the policy has for minors, and of the lines
        for minors. The lines are those for what the message is about.

        What is said *beside* a reply the person may not have read: it is not counted.
        """
        about, minor = self.policy.about(message), self._context.minor
        before = Counter(self._session.state.said)
        before.update(self.said)
        message = self.policy.saying(message, before, minor=minor)
        (self.beside if beside else self.said).append(message)
        if message in HELD and message not in self.policy.messages:
            text = held_text(message, self._spoken(language))
        else:
            text = self.policy.text(message, self._spoken(language), before[message])
        country, resources = self._context.country, self._bench.resources
        if RESOURCES_SLOT in text:
            lines = resources.render(country, self._locale, about, minor=minor)
            text = text.replace(RESOURCES_SLOT, lines)
        if EMERGENCY_SLOT in text:
            text = text.replace(EMERGENCY_SLOT, resources.emergency(country, self._locale))
        if KEPT_SLOT in text:
            kept = Kept.of(self._session, self._bench.idle)
            text = text.replace(KEPT_SLOT, kept.text(self._locale, now=1))
        return text

    def _spoken(self, language: str) -> str:
        """Return the locale of the policy's texts for a reply in *language*."""
        if not language or self._locale.partition("-")[0].lower() == language:
            return self._locale
        near = (one for one in self.policy.locales if one.partition("-")[0].lower() == language)
        return next(near, self._locale)

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

    def agreed(self, purpose: str) -> bool:
        """Return whether *purpose* waits for no consent of the person's, or they have given it."""
        consent = self.policy.disclosure.consent
        if consent is None or purpose not in consent.needed_for:
            return True
        return purpose in self._session.state.consent

    def stand(self, standing: Standing) -> None:
        """From here on the conversation stands as *standing* says."""
        self._standing = standing

    def watch(self, level: Level, about: Subject, need: str) -> None:
        """From here on a crisis flag is up, at *level* or what is left of an earlier one."""
        if level >= self._level:
            self._level, self._about, self._need = level, about, need
        self._flags = replace(self._flags, watched=True)

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
            flags=self._flags,
        )
        inspection, excuses = self._bench.inspection, self._bench.excuses
        reports = await inspection.look(view, wanted) if wanted else ()
        if excuses is not None:
            reports = await excuses.told(view, reports, inspection.look)
        if Family.CRISIS in wanted and Family.PII in wanted and not frame.overlong:
            reports += await self._opinion(view, reports)
        shown = [
            replace(one, span=one.span.shifted(frame.left))
            for report in reports
            for one in report.findings
        ]
        if sightings is not None:
            sightings.take(frame, shown)
        found = [
            one for one in shown if one.span.start < frame.stop and one.span.stop > frame.start
        ]
        if frame.overlong and Family.PII in wanted:
            found = list(long_word(frame, found))
        elif Family.PII in wanted:
            names = self._session.vault.pseudonyms
            found += stand_ins(frame, names) if side is Side.OUTPUT else known(frame, names)
        found.sort(key=lambda one: (one.span, one.category, -one.score, one.source))
        return Looked(
            (frame.start, frame.stop), frame.last, tuple(found), worst(reports), tuple(reports)
        )

    async def _opinion(self, view: View, reports: Sequence[Report]) -> tuple[Report, ...]:
        """Return what a second opinion on *view* is, if somebody is asked for one."""
        consultant = self._bench.consultant
        if consultant is None or not self.agreed("second-opinion"):
            return ()
        report = await consultant.consult(view, reports, self._opinions)
        if report is None:
            return ()
        self._opinions += 1
        return (report,)

    def decide(self, looked: Looked, side: Side, surface: Surface) -> Decision:
        """Return what the policy does about what was *looked* at."""
        return decide(self.policy, looked.findings, self._ctx(looked, side, surface))

    def passed(self, frame: Frame, looked: Looked, decision: Decision) -> frozenset[str]:
        """Return the stand-ins of values not the person's that no rule hides in *frame*."""
        hidden = [
            looked.findings[one.finding].span
            for one in decision.fired
            if one.mode is Mode.ENFORCE and one.do in _HIDING
        ]
        others = list(self._session.vault.pseudonyms.others(frame.window))
        return frozenset(token for _, _, token in others) - {
            token
            for low, high, token in others
            if any(span.clipped(low + frame.left, high + frame.left) for span in hidden)
        }

    def _ctx(self, looked: Looked, side: Side, surface: Surface) -> DecideContext:
        state = self._session.state
        told = state.disclosed_turn
        at = state.disclosed_at
        return DecideContext(
            now=self._now,
            side=side,
            surface=surface,
            locale=self._locale,
            country=self._context.country,
            minor=self._context.minor,
            roleplay=self._flags.roleplay,
            risk=self._risk.points,
            watched=self._flags.watched,
            level=self._level,
            about=self._about,
            since_turns=None if told is None else state.turn - told,
            since_seconds=None if at is None else since(at, self._now),
            consent=tuple(sorted({*state.consent, *self._context.consent})),
            bucket=shares(self.policy, self._session.ref, self._context.subject_id),
            detectors=looked.states,
            consent_asked=state.consent_asked is not None,
            since_break=state.since_break(self._now) if self.policy.disclosure.pause else None,
            held_by=self._standing.holder,
            paused=self._standing.paused,
            need=self._need,
        )

    async def record(
        self,
        looked: Looked,
        decision: Decision,
        side: Side,
        surface: Surface,
        *,
        n: int,
        released: int,
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
            texts: The texts, to be kept first if the policy and the person want that.

        Raises:
            LogWriteError: It is not; nothing that depends on it may go out.
        """
        about = {
            **self._turn,
            "side": str(side),
            "surface": str(surface),
            "part": {"n": n, "at": list(looked.at), "last": looked.last},
        }
        note = await self._keeper.keep(looked, texts, about, partial(self._data_in, surface))
        body = decision_body(
            **self._turn,
            side=side,
            surface=surface,
            part=(n, looked.at, looked.last),
            policy_id=self.policy.id,
            policy_hash=self.policy.hash,
            policy_at=self._bench.policy_at,
            engine=self._bench.engine,
            ctx=ctx_body(self._ctx(looked, side, surface)),
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
            self.made.append(made(receipt.id, looked, decision, side, surface))
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
        self, failed: ModelError | None, without: SessionError | None = None
    ) -> list[tuple[str, dict[str, Any]]]:
        """Return kind and body of the records of what did not work in the turn, model included."""
        unkept = self._keeper.unkept
        return self._troubles.bodies(self._turn, unkept=unkept, failed=failed, without=without)

    @property
    def _turn(self) -> dict[str, Any]:
        return {"session": self._session.ref, "turn": self._session.state.turn}


def made(record: str, looked: Looked, decision: Decision, side: Side, surface: Surface) -> Made:
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
    )

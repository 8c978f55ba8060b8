"""
One frame under judgement: looked at, decided upon, recorded.

Inbound and outbound text take this same way; only what is done afterwards
differs.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from guardrails.bench import Bench, Looked, families_of, worst
from guardrails.context import TurnContext
from guardrails.decisions import Decision, Do, Mode
from guardrails.detectors.base import TAIL, Flags, Report, State, View
from guardrails.detectors.pii_words import ALSO_WORDS
from guardrails.detectors.plain import plain_words
from guardrails.errors import ModelError, SessionError
from guardrails.escalation.tickets import Standing
from guardrails.events import CoverageGap, Made, gaps_in
from guardrails.fiction import Inventor
from guardrails.findings import SCORE_MAX, Family, Finding, Level, Span
from guardrails.held_texts import HELD, held_text
from guardrails.kept import Kept
from guardrails.ledger.acts import coverage_gap_body, failure_body
from guardrails.ledger.base import Receipt
from guardrails.ledger.bodies import decision_body
from guardrails.messages import Side, Surface
from guardrails.policy.decide import DecideContext, decide
from guardrails.policy.model import Policy
from guardrails.policy.vocabulary import EMERGENCY_SLOT, KEPT_SLOT, RESOURCES_SLOT
from guardrails.pseudonyms import Pseudonyms
from guardrails.sessions.base import Session
from guardrails.sessions.state import since
from guardrails.taxonomy import Subject
from guardrails.voice import Voice
from guardrails.window import Frame

LONG_WORD: Final = "frames/1"
"""Source of a finding that a word is too long for any detector to see it as a whole."""

KNOWN: Final = "pseudonyms/1:known"
"""Source of a finding that a value was hidden earlier in the conversation."""

KNOWN_SCORE: Final = 9_000
"""Its score: a rule that hid it once hides it again."""

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
        self.made: list[Made] = []
        """Every decision of the turn that is not a plain pass, in order."""
        self._opinions = 0
        self.count = 0
        """How many decisions the turn took."""
        self.said: list[str] = []
        """Ids of the policy's messages that the turn has said, in order."""
        self._failures: Counter[tuple[Side, str, State, str]] = Counter()
        self._partly: Counter[tuple[Side, str, str]] = Counter()

    @property
    def policy(self) -> Policy:
        """The policy in force for the turn."""
        return self._bench.policy

    def say(self, message: str, language: str = "") -> str:
        """
        Return the policy's text for *message*, with local resources filled in.

        It is in *language*, that of the reply, where the policy speaks it: else in the
        person's.

        It is the next of its wordings: what was said in this session is not said again
        in the same words. A minor is told what the policy has for minors, and of the lines
        for minors. The lines are those for what the message is about.
        """
        about, minor = self.policy.about(message), self._context.minor
        before = Counter(self._session.state.said)
        before.update(self.said)
        message = self.policy.saying(message, before, minor=minor)
        self.said.append(message)
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

    def watch(self, level: Level, about: Subject) -> None:
        """From here on a crisis flag is up, at *level* or what is left of an earlier one."""
        if level >= self._level:
            self._level, self._about = level, about
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
    ) -> Looked:
        """Return what the detectors see in *frame*."""
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
        reports = await self._bench.inspection.look(view, wanted) if wanted else ()
        if Family.CRISIS in wanted and Family.PII in wanted and not frame.overlong:
            reports += await self._opinion(view, reports)
        found = [
            Finding(one.category, one.span.shifted(frame.left), one.score, one.source, one.marks)
            for report in reports
            for one in report.findings
            if one.span.start < view.stop and one.span.stop > view.start
        ]
        if frame.overlong and Family.PII in wanted:
            found = list(_long_word(frame, found))
        elif Family.PII in wanted:
            names = self._session.vault.pseudonyms
            found += _stand_ins(frame, names) if side is Side.OUTPUT else _known(frame, names)
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
            consent=tuple(sorted(state.consent)),
            bucket=self._buckets(),
            detectors=looked.states,
            consent_asked=state.consent_asked is not None,
            since_break=state.since_break(self._now) if self.policy.disclosure.pause else None,
            held_by=self._standing.holder,
            paused=self._standing.paused,
        )

    def _buckets(self) -> dict[str, int]:
        """Return the session's place, 0..9999, for each rule that is on for a share only."""
        return {
            rule.id: bucket(self.policy.salt, rule.id, self._session.ref)
            for rule in self.policy.rules
            if rule.percent < 100  # noqa: PLR2004
        }

    async def record(
        self,
        looked: Looked,
        decision: Decision,
        side: Side,
        surface: Surface,
        *,
        n: int,
        released: int,
    ) -> Receipt:
        """
        Return the receipt of the decision's record, once that is durable.

        Raises:
            LogWriteError: It is not; nothing that depends on it may go out.
        """
        body = decision_body(
            session=self._session.ref,
            turn=self._session.state.turn,
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
            text_level=self.policy.logging.level,
            text_len_in=looked.at[1] - looked.at[0],
            text_len_out=released,
            us={"detect": sum(report.micros for report in looked.reports)},
        )
        receipt = await self._bench.log.append("decision", body)
        self._notice(looked.reports, side)
        self.count += 1
        if decision.do is not Do.PASS:
            self.made.append(made(receipt.id, looked, decision, side, surface))
        return receipt

    def _notice(self, reports: Iterable[Report], side: Side) -> None:
        """Count the detectors that did not look, and what they could not look for."""
        for report in reports:
            if report.state is not State.DECIDED:
                self._failures[side, report.detector, report.state, report.why] += 1
        for gap in gaps_in(reports, Do.NOTE):
            if gap.kind != "detector":
                self._partly[side, gap.kind, gap.what] += 1

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
        bodies: list[tuple[str, dict[str, Any]]] = [
            (
                "failure",
                failure_body(
                    **self._turn,
                    side=side,
                    of="detector",
                    name=name,
                    state=state,
                    why=why,
                    count=count,
                ),
            )
            for (side, name, state, why), count in self._failures.items()
        ]
        for (side, kind, what), count in self._partly.items():
            body = coverage_gap_body(
                **self._turn, side=side, gap=kind, what=what, do=Do.NOTE, count=count
            )
            bodies.append(("coverage_gap", body))
        if without is not None:
            body = failure_body(
                **self._turn,
                side=Side.INPUT,
                of="sessions",
                name=type(without).__name__,
                state=State.FAILED,
                why="",
            )
            bodies.append(("failure", body))
        if failed is not None:
            why = "" if failed.status is None else f"HTTP {failed.status}"
            body = failure_body(
                **self._turn,
                side=Side.OUTPUT,
                of="model",
                name=failed.kind,
                state=State.FAILED,
                why=why,
            )
            bodies.append(("failure", body))
        return bodies

    @property
    def _turn(self) -> dict[str, Any]:
        return {"session": self._session.ref, "turn": self._session.state.turn}


def _stand_ins(frame: Frame, names: Pseudonyms) -> Iterator[Finding]:
    """
    Yield a finding for each stand-in in *frame* that is not for a value of the person's.

    One that nobody was given, or that stands in an address, is `pii.stand-in`. One for a
    value that somebody else
    brought up is that value: the rules for what a model says decide about it.
    """
    for low, high, kind in names.theirs(frame.window):
        span = Span(low + frame.left, high + frame.left)
        if span.start < frame.stop and span.stop > frame.start:
            yield Finding(f"pii.{kind}", span, SCORE_MAX, "pseudonyms/1")


def _known(frame: Frame, names: Pseudonyms) -> Iterator[Finding]:
    """
    Yield a finding for each value in *frame* that the conversation hid before.

    Once it was said with the words that tell what it is, it stays hidden without them. A
    word of a name counts only where it is no word that is never one.
    """
    for low, high, kind, part in names.known(frame.window):
        span = Span(low + frame.left, high + frame.left)
        if span.start >= frame.stop or span.stop <= frame.start:
            continue
        said = frame.window[low:high]
        if not part or _a_name(said):
            yield Finding(f"pii.{kind}", span, KNOWN_SCORE, KNOWN)


def _a_name(said: str) -> bool:
    """Return whether the word *said* of a known name is that name where it stands."""
    lower = said.lower()
    return lower not in plain_words() and (said[:1].isupper() or lower not in ALSO_WORDS)


def _long_word(frame: Frame, found: list[Finding]) -> Iterator[Finding]:
    """
    Yield that *frame* is a piece of a word too long to be seen whole, and what else was *found*.

    What stands in such a piece may be half of something, so its own findings do not count.
    A quotation mark before the word is none of it.
    """
    start = frame.start + (not frame.goes_on and frame.text.startswith('"'))
    yield Finding("pii.long-word", Span(start, frame.stop), SCORE_MAX, LONG_WORD)
    for one in found:
        if one.family is not Family.PII or one.span.clipped(start, frame.stop) is None:
            yield one


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


def bucket(salt: str, rule: str, session: str) -> int:
    """Return SHA-256(salt | rule | session) mod 10000."""
    digest = hashlib.sha256(f"{salt}|{rule}|{session}".encode()).digest()
    return int.from_bytes(digest, "big") % 10_000


def ctx_body(ctx: DecideContext) -> dict[str, object]:
    """Return every value that `decide` read, as JSON values."""
    told = {
        "now": ctx.now,
        "locale": ctx.locale,
        "country": ctx.country,
        "minor": ctx.minor,
        "roleplay": ctx.roleplay,
        "risk": ctx.risk,
        "watched": ctx.watched,
        "level": ctx.level.value,
        "about": ctx.about.value,
        "held_by": ctx.held_by,
        "since_disclosure": {"turns": ctx.since_turns, "s": ctx.since_seconds},
        "consent": list(ctx.consent),
        "bucket": dict(ctx.bucket),
        "detectors": {str(family): state for family, state in ctx.detectors.items()},
    }
    if ctx.consent_asked:
        told["consent_asked"] = True
    if ctx.since_break is not None:
        told["since_break"] = ctx.since_break
    if ctx.paused:
        told["paused"] = True
    return told

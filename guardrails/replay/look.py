"""
Looks at a recorded message once more, with the detectors of today.

It knows of the conversation what the log says, and what was kept of earlier messages: not
which values had been hidden before, nor what the deployment promises to remember. So what
only a running conversation can find is taken from the record.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple

from guardrails.assembly import categories_of
from guardrails.bench import families_of, worst
from guardrails.detectors.base import TAIL, Flags, Report, View
from guardrails.engine import engine_of
from guardrails.excuses import Excuses, excuses_of
from guardrails.findings import Family, Finding
from guardrails.inspection import Inspection
from guardrails.messages import Side, Surface
from guardrails.policy.decide_context import DecideContext
from guardrails.policy.model import Policy
from guardrails.ready import looked_for, ready_detectors
from guardrails.recalled import LONG_WORD
from guardrails.replay.texts import Spoken
from guardrails.resources import Resources
from guardrails.risk import Risk, Step
from guardrails.voice import Voice, advance
from guardrails.window import AHEAD, LEFT, RIGHT
from guardrails.workers import Deadline

PATIENT: Final = Deadline(base=5.0, per_thousand=1.0)
"""Nobody waits for the answer: a busy machine is no reason to find nothing."""

_SESSIONS: Final = 10_000
_CATEGORY_PII: Final = f"{Family.PII}."

Make = Callable[[Policy], Inspection]


def ready(policy: Policy) -> Inspection:
    """
    Return the detectors of this version for *policy*.

    Raises:
        ModelMissingError: A language model is not installed.
    """
    detectors, reader = ready_detectors(policy, Resources.load(), PATIENT)
    return Inspection(detectors, reader, deadline=PATIENT, categories=categories_of(policy))


class Detectors:
    """
    The detectors for each policy, made once for all policies that look for the same.

    What excuses by words is made once for each policy.

    Args:
        make: Makes them.
    """

    def __init__(self, make: Make = ready) -> None:
        self._make = make
        self._made: dict[bytes, Inspection] = {}
        self._by_hash: dict[str, Inspection] = {}
        self._engines: dict[int, Mapping[str, str]] = {}
        self._excuses: dict[str, Excuses | None] = {}

    def of(self, policy: Policy) -> Inspection:
        """Return the detectors for *policy*. Raises `ModelMissingError`."""
        if policy.hash not in self._by_hash:
            wanted = looked_for(policy)
            if wanted not in self._made:
                self._made[wanted] = self._make(policy)
            self._by_hash[policy.hash] = self._made[wanted]
        return self._by_hash[policy.hash]

    def excuses(self, policy: Policy) -> Excuses | None:
        """Return the exceptions of *policy* that have phrases; None if there are none."""
        if policy.hash not in self._excuses:
            self._excuses[policy.hash] = excuses_of(policy)
        return self._excuses[policy.hash]

    def engine(self, inspection: Inspection) -> Mapping[str, str]:
        """Return what records call the `engine` of such detectors."""
        if id(inspection) not in self._engines:
            self._engines[id(inspection)] = engine_of(inspection.names)
        return self._engines[id(inspection)]

    def close(self) -> None:
        """Let their threads and models go. Safe to call twice."""
        for inspection in self._made.values():
            inspection.close()


class Seen(NamedTuple):
    """
    What is found in one frame today.

    Attributes:
        findings: Sorted as in a record.
        states: Family → what became of its detectors.
        reports: One of each detector.
    """

    findings: tuple[Finding, ...]
    states: Mapping[Family, str]
    reports: tuple[Report, ...]


@dataclass(slots=True)
class Talk:
    """What is known of a conversation so far."""

    tail: str = ""
    question: str = ""
    risk: Risk = Risk()  # noqa: RUF009 - a frozen value


class Talks:
    """What was said and told in the conversations of a log; the oldest are forgotten."""

    def __init__(self) -> None:
        self._talks: OrderedDict[str, Talk] = OrderedDict()

    def of(self, session: str) -> Talk:
        """Return what is known of *session*."""
        talk = self._talks.setdefault(session, Talk())
        self._talks.move_to_end(session)
        if len(self._talks) > _SESSIONS:
            self._talks.popitem(last=False)
        return talk

    def close(self, record: Mapping[str, Any]) -> None:
        """Take the end of a turn, or a sign-off. Raises `LookupError` and `ValueError`."""
        talk = self.of(record["session"])
        signed = record["kind"] == "sign_off"
        talk.risk = Risk() if signed else talk.risk.after(Step.of(record))


async def look(
    spoken: Spoken,
    contexts: Sequence[DecideContext],
    detectors: Detectors,
    policy: Policy,
    talk: Talk,
) -> list[Seen]:
    """Return what *detectors* see for *policy* in each frame of *spoken*."""
    inspection, excuses = detectors.of(policy), detectors.excuses(policy)
    first = contexts[0]
    families = families_of(policy, first.side, first.surface)
    text, starts = "".join(spoken.texts), list(_starts(spoken.texts))
    said = first.side is Side.INPUT and first.surface is Surface.TEXT
    told = talk.risk.at(first.now)
    voice, seen = Voice(), []
    for n, (start, part, ctx) in enumerate(zip(starts, spoken.texts, contexts, strict=True)):
        stop = start + len(part)
        left = max(0, start - LEFT)
        ahead = AHEAD if ctx.side is Side.INPUT else RIGHT
        view = View(
            text=text[left : stop + ahead],
            start=start - left,
            stop=stop - left,
            side=ctx.side,
            surface=ctx.surface,
            locale=ctx.locale,
            country=ctx.country,
            tail=talk.tail if n == 0 or ctx.side is Side.OUTPUT else "",
            question=talk.question if ctx.side is Side.OUTPUT else "",
            voice=voice,
            opening=n == 0,
            closing=n == len(starts) - 1,
            flags=Flags(
                roleplay=ctx.roleplay,
                minor=ctx.minor,
                watched=ctx.watched,
                told=told.told,
                need=told.need,
                about=told.about,
            ),
        )
        if ctx.side is Side.OUTPUT:
            voice = advance(voice, part, talk.question)
        reports = await inspection.look(view, families) if families and part else ()
        if excuses is not None:
            reports = await excuses.told(view, reports, inspection.look)
        found = sorted(
            _shifted(reports, view, left),
            key=lambda one: (one.span, one.category, -one.score, one.source),
        )
        seen.append(Seen(tuple(found), worst(reports), tuple(reports)))
    if said:
        talk.tail = f"{talk.tail}\n{text}"[-TAIL:].lstrip("\n")
        talk.question = text[-TAIL:]
    return seen


def _starts(texts: tuple[str, ...]) -> Iterator[int]:
    at = 0
    for text in texts:
        yield at
        at += len(text)


def _shifted(reports: tuple[Report, ...], view: View, left: int) -> Iterator[Finding]:
    """Yield the findings of *reports* that touch the frame, where they stand in the message."""
    for report in reports:
        for one in report.findings:
            if one.span.start < view.stop and one.span.stop > view.start:
                yield replace(one, span=one.span.shifted(left))


def taken_over(before: list[Finding], names: tuple[str, ...], *, masked: bool) -> list[Finding]:
    """
    Return those of the recorded findings that no detector of today could make again.

    These are what the conversation itself knew, such as a value that it had hidden before,
    a second opinion, and, of a text that was *masked* before it was kept, personal data.
    """
    kinds = {name.partition("/")[0] for name in names}
    overlong = any(one.source == LONG_WORD for one in before)
    return [
        one
        for one in before
        if one.source.partition("/")[0] not in kinds
        or ((masked or overlong) and one.category.startswith(_CATEGORY_PII))
    ]


def found_again(
    seen: Seen, before: list[Finding], names: tuple[str, ...], *, masked: bool
) -> list[Finding]:
    """Return the findings of today for a frame, with those that are taken over from *before*."""
    kept = taken_over(before, names, masked=masked)
    blind = masked or any(one.source == LONG_WORD for one in before)
    found = [one for one in seen.findings if not (blind and one.category.startswith(_CATEGORY_PII))]
    return sorted([*found, *kept], key=lambda one: (one.span, one.category, -one.score, one.source))

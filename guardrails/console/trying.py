"""Sentences and cases under a policy that is being written: nobody is told, nothing is kept."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

from guardrails.context import TurnContext
from guardrails.escalation.base import Notice
from guardrails.escalation.memory import MemoryTickets
from guardrails.guard import Guard
from guardrails.messages import Side
from guardrails.policy.cases import PolicyCase
from guardrails.policy.loaded import Loaded
from guardrails.policy.model import Policy
from guardrails.trials.compare import Moved, moved
from guardrails.trials.run import Trial, Trier, tried
from guardrails.trials.seen import KeptLog, Seen
from guardrails.workers import Deadline

_PATIENT: Final = Deadline(base=10.0, per_thousand=2.0)


class _Nobody:
    """A `Channel` that takes every notice and tells nobody."""

    async def send(self, notice: Notice) -> None:
        """Do nothing."""


@dataclass(frozen=True, slots=True)
class Mark:
    """
    One finding.

    Attributes:
        number: From 1, in the order of the text.
        category: What was found.
        start: First code point of the text.
        stop: The one after its last.
        score: 0..10000.
        source: The detector.
        about: What it says of it.
    """

    number: int
    category: str
    start: int
    stop: int
    score: int
    source: str
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """
    What became of one sentence.

    Attributes:
        seen: What was done, and by which rules.
        marks: What every detector found, the first in the text first.
        pieces: The text in pieces, each with the numbers of the marks on it.
        lines: Rule → its line in the file; 0 if it stands elsewhere.
    """

    seen: Seen
    marks: tuple[Mark, ...]
    pieces: tuple[tuple[str, tuple[int, ...]], ...] = field(repr=False)
    lines: dict[str, int] = field(default_factory=dict)


def try_sentence(
    loaded: Loaded, text: str, side: Side, locale: str | None, country: str | None
) -> Tried:
    """
    Return what the policy does about *text*; loads detectors, so it takes a second or two.

    Raises:
        InputTooLongError: The policy takes no message of that length.
        ModelMissingError: A language model is not installed.
    """
    return asyncio.run(_sentence(loaded, text, side, locale, country))


async def _sentence(
    loaded: Loaded, text: str, side: Side, locale: str | None, country: str | None
) -> Tried:
    log = KeptLog()
    guard = _guard(loaded.policy, log)
    try:
        session = f"bench-{secrets.token_hex(8)}"
        context = TurnContext(session, locale=locale, country=country)
        inspected = await guard.inspect(text, side, context)
        made = log.taken()
    finally:
        await guard.aclose()
    marks = _marks(made, side, text)
    lines = {rule.id: 0 if rule.file else rule.line for rule in loaded.policy.rules}
    return Tried(Seen.of(inspected, made, side), marks, pieces(text, marks), lines)


def run_cases(loaded: Loaded) -> Trial:
    """Return what comes of the cases of the policy; takes a few seconds."""
    return asyncio.run(tried(loaded.policy, loaded.cases, _opened))


def run_both(old: Policy, new: Policy, cases: Iterable[PolicyCase]) -> list[Moved]:
    """Return which of *cases* come out otherwise under *new* than under *old*; takes seconds."""
    return asyncio.run(_both(old, new, cases))


async def _both(old: Policy, new: Policy, cases: Iterable[PolicyCase]) -> list[Moved]:
    before, after = await _opened(old), await _opened(new)
    try:
        return await moved(cases, before, after)
    finally:
        await before.close()
        await after.close()


async def _opened(policy: Policy) -> Trier:
    log = KeptLog()
    return Trier(_guard(policy, log), log, f"bench-{secrets.token_hex(8)}-")


def _guard(policy: Policy, log: KeptLog) -> Guard:
    return Guard(
        policy,
        log,
        channels=dict.fromkeys(policy.channels, _Nobody()),
        tickets=MemoryTickets(),
        deadline=_PATIENT,
    )


def _marks(made: Sequence[Any], side: Side, text: str) -> tuple[Mark, ...]:
    found = {
        (one["a"], one["b"], one["d"], one["s"], one["src"], tuple(one["m"]))
        for body in made
        if body["side"] == side.value and body["surface"] == "text"
        for one in body["findings"] or ()
        if one["b"] <= len(text)
    }
    return tuple(
        Mark(number, category, start, stop, score, source, about)
        for number, (start, stop, category, score, source, about) in enumerate(sorted(found), 1)
    )


def pieces(text: str, marks: Iterable[Mark]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return *text* cut where marks begin and end, each piece with the marks that it is in."""
    every = [one for one in marks if one.start < one.stop]
    cuts = sorted({0, len(text), *(one.start for one in every), *(one.stop for one in every)})
    return tuple(
        (text[a:b], tuple(one.number for one in every if one.start <= a and b <= one.stop))
        for a, b in pairwise(cuts)
    )

"""
What is kept of a text that was looked at, so that it need not be looked at again.

It holds positions, never words; but for a reply, of which the model is to see the very
text again. A store keeps it as bytes, under a key of the session's own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

from guardrails.bench import Looked
from guardrails.decisions import MaskWith
from guardrails.detectors.base import Report, State
from guardrails.findings import Family, Finding, Mark, Span
from guardrails.masks import Mask

_HEARD, _SPOKEN = b"h", b"s"
_NOTHING_HIDDEN = re.compile(rb'h\["([0-9a-f]*)",\[\],')


@dataclass(frozen=True, slots=True)
class Heard:
    """
    What is kept of a text that was looked at; it holds positions only.

    Attributes:
        looks: One for each frame.
        masks: What is hidden from the model, in order.
        after: Mark of the person's last words once this text was one of them.
    """

    looks: tuple[Looked, ...]
    masks: tuple[Mask, ...] = ()
    after: bytes = b""

    @property
    def complete(self) -> bool:
        """Whether every detector looked; what was not looked at is looked at again."""
        return all(state == "decided" for look in self.looks for state in look.states.values())


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is kept of a reply that was released: how the model is to see it."""

    hidden: str = field(repr=False)


def packed(kept: Heard | Spoken) -> bytes:
    """Return *kept* as bytes, for a store."""
    if isinstance(kept, Spoken):
        return _SPOKEN + kept.hidden.encode("utf-8", "surrogatepass")
    masks = [[mask.start, mask.stop, mask.kind, mask.how.value] for mask in kept.masks]
    return _HEARD + orjson.dumps([kept.after.hex(), masks, [_packed(one) for one in kept.looks]])


def unpacked(value: bytes | None, *, looks: bool = True) -> Heard | Spoken | None:
    """
    Return what `packed` packed, or None where that cannot be told: it is looked at again.

    Args:
        value: What a store had, if anything.
        looks: Whether what was seen is wanted, besides what is to be hidden.
    """
    if not value:
        return None
    try:
        if value[:1] == _SPOKEN:
            return Spoken(value[1:].decode("utf-8", "surrogatepass"))
        # Most are such a one: it spares reading all that was seen.
        if not looks and (plain := _NOTHING_HIDDEN.match(value)):
            return Heard((), (), bytes.fromhex(plain[1].decode()))
        after, masks, seen = orjson.loads(value[1:])
        return Heard(
            tuple(map(_unpacked, seen)) if looks else (),
            tuple(Mask(start, stop, kind, MaskWith(how)) for start, stop, kind, how in masks),
            bytes.fromhex(after),
        )
    except (ValueError, TypeError, KeyError):
        return None  # an older or a newer version of this package wrote it


def _packed(looked: Looked) -> list[Any]:
    findings = [
        [one.category, one.span.start, one.span.stop, one.score, one.source, sorted(one.marks)]
        + [sorted(one.excused)] * bool(one.excused)
        for one in looked.findings
    ]
    reports = [[one.detector, one.family, one.state, one.why, one.micros] for one in looked.reports]
    return [
        *looked.at,
        looked.last,
        findings,
        {str(one): state for one, state in looked.states.items()},
        reports,
    ]


def _unpacked(told: list[Any]) -> Looked:
    start, stop, last, findings, states, reports = told
    return Looked(
        at=(start, stop),
        last=last,
        findings=tuple(
            Finding(
                category,
                Span(low, high),
                score,
                source,
                frozenset(map(Mark, marks)),
                frozenset(*excused),
            )
            for category, low, high, score, source, marks, *excused in findings
        ),
        states=_states(states),
        reports=tuple(
            Report(detector, Family(family), State(state), (), why, micros)
            for detector, family, state, why, micros in reports
        ),
    )


def _states(told: Mapping[str, str]) -> dict[Family, str]:
    return {Family(family): state for family, state in told.items()}

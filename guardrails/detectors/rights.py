"""
"Delete what you know about me": what is a person's own right, asked for in the chat.

Precision goes first, since what is deleted is gone: only a message that asks for this and
nothing else is marked `alone`, and only such a message is acted upon.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from guardrails.detectors.base import Needs, View
from guardrails.detectors.normal import in_ascii, normalise
from guardrails.detectors.rights_rules import AGREE, ASKED, FILLER, NOT_AFTER, NOT_BEFORE, WORDS
from guardrails.detectors.rule_set import alternatives
from guardrails.detectors.sayings import AFTER, BEFORE, ONLY, is_alone, said_in
from guardrails.findings import Family, Finding, Mark, Span
from guardrails.messages import Side, Surface

NAME = "rights-rules/1"

_SCORE = 9000


@dataclass(frozen=True, slots=True)
class _Compiled:
    asks: tuple[tuple[str, Any], ...]
    not_before: Any
    not_after: Any
    filler: Any


@lru_cache(maxsize=1)
def _compiled() -> _Compiled:
    one = alternatives(WORDS)
    return _Compiled(
        asks=tuple((kind, one(said, r"\b(?:{})(?:\b|$)")) for kind, said in ASKED.items()),
        not_before=one(NOT_BEFORE, BEFORE),
        not_after=one(NOT_AFTER, AFTER),
        filler=one(FILLER, ONLY),
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """
    What a person asks for.

    Attributes:
        category: Of the finding.
        start: Where it begins, in code points of the text.
        stop: Where it ends.
        alone: The text holds nothing else of substance.
    """

    category: str
    start: int
    stop: int
    alone: bool


def rights_in(text: str) -> Iterator[Asked]:
    """Yield what *text* asks for, each kind once. Linear in the text."""
    compiled = _compiled()
    normal = normalise(text)
    plain = in_ascii(normal.text)
    taken = 0, 0
    for category, asks in compiled.asks:
        for start, stop in said_in(plain, asks, compiled.not_before, compiled.not_after):
            if start < taken[1] and stop > taken[0]:
                continue  # "forget what you know about me" is no question
            alone = is_alone(plain, start, stop, compiled.filler)
            if not alone and category == AGREE:
                continue  # with anything else it agrees to something else
            taken = start, stop
            yield Asked(category, *normal.span(start, stop), alone=alone)
            break


class RightsDetector:
    """A `Detector` for what a person asks for as their own right. Needs no parse."""

    name = NAME
    family = Family.DISCLOSURE

    def __init__(self) -> None:
        _compiled()

    def needs(self, view: View) -> Needs:
        """Return that nothing is needed."""
        del view
        return Needs.NOTHING

    def look(self, view: View) -> tuple[Finding, ...]:
        """
        Return what *view* asks for; marked `alone` if it asks for nothing else.

        Whether a message holds nothing else can be said only of a whole message.
        """
        if view.side is not Side.INPUT or view.surface is not Surface.TEXT:
            return ()
        found = []
        for one in rights_in(view.text):
            alone = one.alone and view.opening and view.closing
            marks = frozenset({Mark.ALONE}) if alone else frozenset[Mark]()
            found.append(Finding(one.category, Span(one.start, one.stop), _SCORE, NAME, marks))
        return tuple(sorted(found, key=lambda one: one.span))

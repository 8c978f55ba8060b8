"""
"Delete what you know about me": what is a person's own right, asked for in the chat.

Precision goes first, since what is deleted is gone: only a message that asks for this and
nothing else is marked `alone`, and only such a message is acted upon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from guardrails.detectors.base import Needs, View
from guardrails.detectors.normal import in_ascii, normalise
from guardrails.detectors.rights_rules import AGREE, ASKED, FILLER, NOT_AFTER, NOT_BEFORE, WORDS
from guardrails.detectors.rule_set import alternatives
from guardrails.findings import Family, Finding, Mark, Span
from guardrails.messages import Side, Surface

NAME = "rights-rules/1"

_SCORE = 9000
_NEAR = 60
_SENTENCE = re.compile(r"[.!?\n]")


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
        not_before=one(NOT_BEFORE, r"\b(?:{})$"),
        not_after=one(NOT_AFTER, r"^[^a-z0-9]*(?:{})\b"),
        filler=one(FILLER, r"^[^a-z0-9]*(?:(?:{})(?:[^a-z0-9]+|$))*$"),
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
    data = plain.encode("ascii")
    taken = 0, 0
    for category, asks in compiled.asks:
        for match in asks.finditer(data):
            start, stop = match.span()
            before = _SENTENCE.split(plain[max(0, start - _NEAR) : start])[-1]
            after = plain[stop : stop + _NEAR]
            if start < taken[1] and stop > taken[0]:
                continue  # "forget what you know about me" is no question
            if before.count('"') % 2 or compiled.not_before.search(before.encode()):
                continue
            if compiled.not_after.search(after.encode()):
                continue
            rest = (plain[:start], plain[stop:])
            alone = all(len(one) <= _NEAR and compiled.filler.search(one.encode()) for one in rest)
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

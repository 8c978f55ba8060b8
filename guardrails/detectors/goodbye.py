"""
"I have to go now, good night": a person takes their leave.

It asks for a plain goodbye, and for nothing that holds them. It is found in what the person
says; what a reply makes of it is the business of the detector of claims.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from guardrails.detectors.base import Needs, View
from guardrails.detectors.goodbye_rules import NOT_AFTER, NOT_BEFORE, SAID, WORDS
from guardrails.detectors.normal import in_ascii, normalise
from guardrails.detectors.rule_set import alternatives
from guardrails.detectors.sayings import BEFORE, said_in
from guardrails.findings import Family, Finding, Mark, Span
from guardrails.messages import Side, Surface

NAME = "goodbye-rules/1"
CATEGORY = "disclosure.goodbye"

_SCORE = 8500
_LONGEST = 200
"""Characters of a message that is taken for a goodbye and nothing else."""
_SENTENCE = re.compile(r"[.!?\n;]")
_WANTS = re.compile(
    r"\b(?:can you|could you|would you|will you|please (?!dont)|tell me|give me|help me|what|how|why|first|before i go|"
    r"puedes|podrias|dime|dame|ayudame|antes de irme|peux tu|pouvez vous|dis moi|donne|aide moi|avant de partir|"
    r"kannst du|konnen sie|sag mir|gib mir|hilf mir|vorher)\b"
)
_TO_A_THING = re.compile(r"(?:leave|run|turn in|split|crash|bounce|sign off|hang up|log out)$")
"""Verbs with which one may also do something to a thing."""
_THING = re.compile(
    r"^ (?!(?:the|this|my|our) (?:house|home|flat|apartment|office|building|library|room|party|table|chat|app|conversation|keyboard|computer|screen|station|cafe|bar|pub|gym|shop|school)\b)"
    r"(?!it (?:here|there|at (?:that|this)|for (?:today|tonight|now))\b)"
    r"(?:the|a|an|my|your|his|her|its|our|their|this|that|these|those|some|it|them|both|everything|one|on the|of (?:the|my|an?))\b"
)
"""What is left or run then, right after the verb: "the dough for an hour"."""


@dataclass(frozen=True, slots=True)
class _Compiled:
    said: Any
    not_before: Any
    not_after: Any


@lru_cache(maxsize=1)
def _compiled() -> _Compiled:
    one = alternatives(WORDS)
    return _Compiled(
        said=one(SAID, r"\b(?:{})(?:\b|$)"),
        not_before=one(NOT_BEFORE, BEFORE),
        not_after=one(NOT_AFTER, r"^[^a-z0-9.!?,]*(?:{})\b"),
    )


@dataclass(frozen=True, slots=True)
class Goodbye:
    """
    A leave that somebody takes.

    Attributes:
        start: Where it begins, in code points of the text.
        stop: Where it ends.
        alone: The text asks for nothing besides.
    """

    start: int
    stop: int
    alone: bool


def says_goodbye(text: str) -> Goodbye | None:
    """Return the leave that is taken in *text*, or None. Linear in the text."""
    compiled = _compiled()
    normal = normalise(text)
    plain = in_ascii(normal.text)
    for start, stop in said_in(
        plain,
        compiled.said,
        compiled.not_before,
        compiled.not_after,
        ends=_SENTENCE,
        next_too=False,
    ):
        if _TO_A_THING.search(plain[:stop]) and _THING.match(plain[stop:]):
            continue
        asks = "?" in plain or _WANTS.search(plain) is not None
        alone = len(plain) <= _LONGEST and not asks
        return Goodbye(*normal.span(start, stop), alone=alone)
    return None


class GoodbyeDetector:
    """A `Detector` for a person's leave. Needs no parse."""

    name = NAME
    family = Family.DISCLOSURE

    def __init__(self) -> None:
        _compiled()

    def needs(self, view: View) -> Needs:
        """Return that nothing is needed."""
        del view
        return Needs.NOTHING

    def look(self, view: View) -> tuple[Finding, ...]:
        """Return the leave that is taken in *view*; marked `alone` if nothing else is asked."""
        if view.side is not Side.INPUT or view.surface is not Surface.TEXT:
            return ()
        said = says_goodbye(view.text)
        if said is None:
            return ()
        alone = said.alone and view.opening and view.closing
        marks = frozenset({Mark.ALONE}) if alone else frozenset[Mark]()
        return (Finding(CATEGORY, Span(said.start, said.stop), _SCORE, NAME, marks),)

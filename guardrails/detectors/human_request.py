"""
"Can I speak to a real person?": a request to be handed to a human.

It is no crisis and no question about who is on the other side. It is answered all the
same, since a request that nobody hears leaves a person alone with software.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from guardrails.detectors.base import Needs, View
from guardrails.detectors.human_request_rules import ASKED, FILLER, NOT_AFTER, NOT_BEFORE, WORDS
from guardrails.detectors.normal import in_ascii, normalise
from guardrails.detectors.rule_set import alternatives
from guardrails.detectors.sayings import AFTER, BEFORE, ONLY, is_alone, said_in
from guardrails.findings import Family, Finding, Mark, Span
from guardrails.messages import Side, Surface

NAME = "human-request-rules/2"
CATEGORY = "disclosure.human_request"

_SCORE = 9000


@dataclass(frozen=True, slots=True)
class _Compiled:
    asks: Any
    not_before: Any
    not_after: Any
    filler: Any


@lru_cache(maxsize=1)
def _compiled() -> _Compiled:
    one = alternatives(WORDS)
    return _Compiled(
        asks=one(ASKED, r"(?:\b|^)(?:{})(?:\b|$)"),
        not_before=one(NOT_BEFORE, BEFORE),
        not_after=one(NOT_AFTER, AFTER),
        filler=one(FILLER, ONLY),
    )


@dataclass(frozen=True, slots=True)
class Request:
    """
    A request to talk to a human.

    Attributes:
        start: Where it begins, in code points of the text.
        stop: Where it ends.
        alone: The text holds nothing else of substance.
    """

    start: int
    stop: int
    alone: bool


def asks_for_human(text: str) -> Request | None:
    """Return the first request in *text* to talk to a human, or None. Linear in the text."""
    compiled = _compiled()
    normal = normalise(text)
    plain = in_ascii(normal.text)
    for start, stop in said_in(plain, compiled.asks, compiled.not_before, compiled.not_after):
        alone = is_alone(plain, start, stop, compiled.filler)
        return Request(*normal.span(start, stop), alone=alone)
    return None


class HumanRequestDetector:
    """A `Detector` for the wish to talk to a human. Needs no parse."""

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
        Return the request, if *view* holds one; marked `alone` if it holds nothing else.

        Whether a message holds nothing else can be said only of a whole message.
        """
        if view.side is not Side.INPUT or view.surface is not Surface.TEXT:
            return ()
        asked = asks_for_human(view.text)
        if asked is None:
            return ()
        alone = asked.alone and view.opening and view.closing
        marks = frozenset({Mark.ALONE}) if alone else frozenset[Mark]()
        return (Finding(CATEGORY, Span(asked.start, asked.stop), _SCORE, NAME, marks),)

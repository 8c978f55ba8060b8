"""
What detectors report: where, what and how sure, never the words.

Categories are dotted names under a closed set of families. Scores are integers
0..10000, so that a log of findings can be replayed byte for byte.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from guardrails.ranks import Ranked, Word

SCORE_MAX = 10_000
_SOURCE = re.compile(r"[A-Za-z0-9:/.+@_-]{1,120}")


def _is_source(value: object) -> bool:
    return isinstance(value, str) and _SOURCE.fullmatch(value) is not None


def _whole(value: object) -> bool:
    """Return whether *value* is an integer, and not one of a library's own kind."""
    return type(value) is int


class Family(Word):
    """The first part of a category, and the unit of the failure matrix."""

    CRISIS = "crisis"
    CRISIS_REPLY = "crisis-reply"
    DISCLOSURE = "disclosure"
    SCOPE = "scope"
    DEPENDENCE = "dependence"
    CLAIM = "claim"
    PII = "pii"


_FAMILIES = {family.value: family for family in Family}


class Level(Ranked):
    """How much a crisis finding asks for. From `concern` up a human is told."""

    NONE = "none"
    CARE = "care"
    CONCERN = "concern"
    HIGH = "high"
    IMMINENT = "imminent"


class Mark(Word):
    """
    The closed set of things a detector may say about a finding.

    Subject, time, level of evidence, kind of evidence, request, and what exempts it.
    `taxonomy.Told` reads them as typed values.
    """

    SELF = "self"
    OTHER = "other"
    FICTION = "fiction"
    NOW = "now"
    PAST = "past"
    SEVERITY_0 = "severity-0"
    SEVERITY_1 = "severity-1"
    SEVERITY_2 = "severity-2"
    SEVERITY_3 = "severity-3"
    SEVERITY_4 = "severity-4"
    SEVERITY_5 = "severity-5"
    WISH = "wish"
    THOUGHT = "thought"
    METHOD = "method"
    INTENT = "intent"
    PLAN = "plan"
    MEANS = "means"
    TIMING = "timing"
    GOODBYE = "goodbye"
    ACT = "act"
    ASKS_METHOD = "asks-method"  # a way to do it is asked for
    DANGER = "danger"  # somebody else may be in danger now
    QUOTED = "quoted"  # inside a quotation, code or a draft in somebody else's voice
    ROLEPLAY = "roleplay"  # inside fiction that the user asked for
    LOSS = "loss"  # a loss is told of, which asks for nothing by itself
    UNLIKELY = "unlikely"  # a reader of the whole message hears nothing in it
    ALONE = "alone"  # the message holds nothing else


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """
    A half-open range `[start, stop)` of one text, in Unicode code points.

    Raises:
        ValueError: Unless both are integers and `0 <= start < stop`; an empty span
            finds nothing.
    """

    start: int
    stop: int

    def __post_init__(self) -> None:
        if not (_whole(self.start) and _whole(self.stop)):
            msg = "a span needs integers: its positions go into the log"
            raise ValueError(msg)
        if not 0 <= self.start < self.stop:
            msg = f"a span needs 0 <= start < stop, got [{self.start}, {self.stop})"
            raise ValueError(msg)

    def shifted(self, by: int) -> Span:
        """Return this span moved right by *by* code points."""
        return Span(self.start + by, self.stop + by)

    def clipped(self, start: int, stop: int) -> Span | None:
        """Return the part inside `[start, stop)`, or None if there is none."""
        low, high = max(self.start, start), min(self.stop, stop)
        return Span(low, high) if low < high else None


class Seen(Protocol):
    """As much of a finding as a decision rests on."""

    @property
    def category(self) -> str: ...
    @property
    def score(self) -> int: ...
    @property
    def marks(self) -> frozenset[Mark]: ...
    @property
    def excused(self) -> frozenset[str]: ...


class Noted(NamedTuple):
    """
    A finding as far as a decision rests on it: not where, nor by which detector.

    Attributes:
        category: Dotted name.
        score: 0..10000.
        marks: What else is known of it.
        excused: Names of the exceptions by whose phrases it is excused.
    """

    category: str
    score: int
    marks: frozenset[Mark]
    excused: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Finding:
    """
    One thing that a detector saw.

    Attributes:
        category: Dotted name, such as `claim.emotion` or `pii.email`.
        span: Where, in code points of the text that was looked at.
        score: 0..10000.
        source: Name and version of the detector or rule that saw it: up to 120 ASCII
            letters, digits and `: / . + @ - _`, since it goes into the log.
        marks: What else is known of it, from a closed set.
        excused: Names of the exceptions of the policy, `RULE/EXCEPTION`, by whose phrases it is
            excused. No detector sets it.

    Raises:
        ValueError: The score is no integer or out of range, the span is none, the
            source has another shape, or the family is unknown.
    """

    category: str
    span: Span
    score: int
    source: str
    marks: frozenset[Mark] = frozenset()
    excused: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if not _whole(self.score):
            msg = f"a score is an integer, got a {type(self.score).__name__}"
            raise ValueError(msg)
        if not isinstance(self.span, Span):
            msg = f"a finding needs a Span, got a {type(self.span).__name__}"
            raise ValueError(msg)  # noqa: TRY004 - one kind of error for all that is wrong
        if not _is_source(self.source):
            msg = "a source is 1 to 120 letters, digits and : / . + @ - _, and no text"
            raise ValueError(msg)
        if not 0 <= self.score <= SCORE_MAX:
            msg = f"a score is 0..{SCORE_MAX}, got {self.score}"
            raise ValueError(msg)
        if self.category.partition(".")[0] not in _FAMILIES:
            Family(self.category.partition(".")[0])  # its error names the family

    @property
    def family(self) -> Family:
        """The first part of the category."""
        return _FAMILIES[self.category.partition(".")[0]]

    @property
    def own(self) -> bool:
        """Whether it is of a type that the policy describes itself."""
        return self.source.startswith("patterns/")

"""What a `decision` record says that `decide` read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from guardrails.errors import RecordError
from guardrails.findings import SCORE_MAX, Family, Level, Mark, Noted
from guardrails.messages import Side, Surface
from guardrails.policy.decide import DecideContext
from guardrails.taxonomy import Subject

_SIDES = {side.value: side for side in Side}
_SURFACES = {surface.value: surface for surface in Surface}
_LEVELS = {level.value: level for level in Level}
_SUBJECTS = {subject.value: subject for subject in Subject}
_FAMILIES = {family.value: family for family in Family}
_MARKS = {mark.value: mark for mark in Mark}
_NO_MARKS = frozenset[Mark]()
_MOST = 10_000


class Inputs(NamedTuple):
    """
    All that a decision was made from, besides the policy.

    Attributes:
        findings: In the order in which they were decided upon.
        ctx: The rest.
    """

    findings: list[Noted]
    ctx: DecideContext


class Reader:
    """Reads what decisions were made from; what comes again is made once."""

    def __init__(self) -> None:
        self._marks: dict[tuple[str, ...], frozenset[Mark]] = {(): _NO_MARKS}
        self._known: set[str] = set()

    def inputs(self, record: Mapping[str, Any]) -> Inputs | None:
        """
        Return what *record*, of kind `decision`, was made from; None if it holds no findings.

        Raises:
            RecordError: It lacks something, or holds what no finding or context may; nothing
                of it is quoted.
        """
        findings = record.get("findings")
        if findings is None:
            return None
        try:
            return Inputs([self._noted(one) for one in _listed(findings)], _context(record))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            msg = f"a decision that cannot be read ({type(error).__name__})"
            raise RecordError(msg) from None

    def _noted(self, told: Mapping[str, Any]) -> Noted:
        category, score, names = told["d"], told["s"], tuple(told["m"])
        marks = self._marks.get(names)
        if marks is None:
            marks = frozenset([_MARKS[name] for name in names])
            if len(self._marks) < _MOST:
                self._marks[names] = marks
        if type(score) is not int or not 0 <= score <= SCORE_MAX:
            raise ValueError
        if category not in self._known:
            if category.partition(".")[0] not in _FAMILIES:
                raise ValueError
            if len(self._known) < _MOST:
                self._known.add(category)
        return Noted(category, score, marks)


def _listed(value: object) -> list[Any]:
    if type(value) is not list:
        raise TypeError
    return value


def _context(record: Mapping[str, Any]) -> DecideContext:
    told = record["ctx"]
    since = told["since_disclosure"]
    turns, seconds = since["turns"], since["s"]
    minor, roleplay, watched = told["minor"], told["roleplay"], told["watched"]
    paused = told.get("paused", False)  # older records have none
    bucket = told["bucket"]
    numbers = (told["now"], told["risk"], *bucket.values())
    for number in numbers:
        if type(number) is not int:
            raise TypeError
    asked, pause = told.get("consent_asked", False), told.get("since_break")
    for maybe in (turns, seconds, pause):
        if maybe is not None and type(maybe) is not int:
            raise TypeError
    for truth in (minor, roleplay, watched, asked, paused):
        if truth is not True and truth is not False:
            raise TypeError
    return DecideContext(
        told["now"],
        _SIDES[record["side"]],
        _SURFACES[record["surface"]],
        told["locale"],
        told["country"],
        minor,
        roleplay,
        told["risk"],
        watched,
        _LEVELS[told["level"]],
        _SUBJECTS[told["about"]],
        told["held_by"],
        turns,
        seconds,
        tuple(told["consent"]),
        bucket,
        {_FAMILIES[family]: state for family, state in told["detectors"].items()},
        asked,
        pause,
        paused,
    )

"""What a `decision` record says that `decide` read."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter
from typing import Any, NamedTuple

from guardrails.errors import RecordError
from guardrails.findings import SCORE_MAX, Family, Level, Mark, Noted
from guardrails.messages import Side, Surface
from guardrails.policy.decide_context import DecideContext
from guardrails.taxonomy import Subject

_SIDES = {side.value: side for side in Side}
_SURFACES = {surface.value: surface for surface in Surface}
_LEVELS = {level.value: level for level in Level}
_SUBJECTS = {subject.value: subject for subject in Subject}
_FAMILIES = {family.value: family for family in Family}
_MARKS = {mark.value: mark for mark in Mark}
_NO_MARKS = frozenset[Mark]()
_NO_NAMES = frozenset[str]()
_TOLD = itemgetter(
    "now",
    "risk",
    "bucket",
    "minor",
    "roleplay",
    "watched",
    "since_disclosure",
    "locale",
    "country",
    "held_by",
)
_FOUND = itemgetter("d", "s", "m")
_SINCE = itemgetter("turns", "s")
_MOST = 10_000
_make = tuple.__new__  # a named tuple's own constructor is a function of Python


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
        self._marks: dict[tuple[str, ...], frozenset[Mark]] = {}
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
        if type(findings) is not list:
            raise _unreadable(TypeError())
        try:
            return _make(Inputs, (self._noted(findings), _context(record)))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise _unreadable(error) from None

    def _noted(self, findings: list[Mapping[str, Any]]) -> list[Noted]:
        read, known, by_names = [], self._known, self._marks
        for told in findings:
            category, score, names = _FOUND(told)
            if names or type(names) is not list:
                key = tuple(names)
                marks = by_names.get(key) or self._marked(key)
            else:
                marks = _NO_MARKS
            if type(score) is not int or not 0 <= score <= SCORE_MAX:
                raise ValueError
            if category not in known:
                self._learn(category)
            excused = _excused(told["x"]) if "x" in told else _NO_NAMES
            read.append(_make(Noted, (category, score, marks, excused)))
        return read

    def _marked(self, names: tuple[str, ...]) -> frozenset[Mark]:
        marks = frozenset([_MARKS[name] for name in names])
        if len(self._marks) < _MOST:
            self._marks[names] = marks
        return marks

    def _learn(self, category: str) -> None:
        if category.partition(".")[0] not in _FAMILIES:
            raise ValueError
        if len(self._known) < _MOST:
            self._known.add(category)


def _excused(told: object) -> frozenset[str]:
    if type(told) is not list or not all(type(name) is str for name in told):
        raise TypeError
    return frozenset(told)


def _unreadable(error: Exception) -> RecordError:
    return RecordError(f"a decision that cannot be read ({type(error).__name__})")


def _context(record: Mapping[str, Any]) -> DecideContext:
    told = record["ctx"]
    now, risk, bucket, minor, roleplay, watched, since, locale, country, held_by = _TOLD(told)
    turns, seconds = _SINCE(since)
    find = told.get  # older records lack what comes now
    asked, pause, paused = find("consent_asked", False), find("since_break"), find("paused", False)
    need = find("need", "")
    if not (
        type(now) is type(risk) is int
        and type(minor) is type(roleplay) is type(watched) is type(asked) is type(paused) is bool
        and (turns is None or type(turns) is int)
        and (seconds is None or type(seconds) is int)
        and (pause is None or type(pause) is int)
        and type(need) is str
        and (not bucket or all(type(share) is int for share in bucket.values()))
    ):
        raise TypeError
    values = (
        now,
        _SIDES[record["side"]],
        _SURFACES[record["surface"]],
        locale,
        country,
        minor,
        roleplay,
        risk,
        watched,
        _LEVELS[told["level"]],
        _SUBJECTS[told["about"]],
        held_by,
        turns,
        seconds,
        tuple(told["consent"]),
        bucket,
        {_FAMILIES[family]: state for family, state in told["detectors"].items()},
        asked,
        pause,
        paused,
        need,
    )
    return _make(DecideContext, values)

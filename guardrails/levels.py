"""How much a crisis finding asks for: a pure function of its category and marks."""

from __future__ import annotations

from functools import lru_cache

from guardrails.findings import Level, Mark, Noted, Seen
from guardrails.taxonomy import Category, Severity, Told

_LAST = len(Category)
_OTHER = Mark.OTHER  # Python 3.11 is slow to look it up
_PLACE = {category.full: place for place, category in enumerate(Category)}


def severity_of(finding: Seen) -> int:
    """Return the highest severity that *finding* is marked with, 0..5; 0 if none is."""
    told = Told.of(finding)
    return Severity.DENIED if told is None else told.severity


def level_of(finding: Seen) -> Level:
    """
    Return the level of *finding*: `none` for anything but live crisis language.

    The score plays no part: it says how sure the detector is, and the thresholds of
    the policy read it. The rest is `Told.level`.
    """
    return _level(finding.category, finding.marks)


@lru_cache(maxsize=4096)
def _level(category: str, marks: frozenset[Mark]) -> Level:
    told = Told.of(Noted(category, 0, marks))
    return Level.NONE if told is None else told.level


def urgency(finding: Seen) -> int:
    """
    Return the place of *finding* among those of its level, 0 for what is answered first.

    The person's own need goes before that of somebody else, then what may cost a life
    soonest. What is no crisis comes last.
    """
    place = _PLACE.get(finding.category, _LAST)
    return place + (_LAST + 1) * (_OTHER in finding.marks)

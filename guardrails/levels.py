"""How much a crisis finding asks for: a pure function of its category and marks."""

from __future__ import annotations

from guardrails.findings import Family, Finding, Level, Mark

_SEVERITY = {
    Mark.SEVERITY_0: 0,
    Mark.SEVERITY_1: 1,
    Mark.SEVERITY_2: 2,
    Mark.SEVERITY_3: 3,
    Mark.SEVERITY_4: 4,
    Mark.SEVERITY_5: 5,
}


_GRAVE = frozenset({Mark.ACT, Mark.MEANS, Mark.PLAN, Mark.TIMING})
"""Evidence that quotation or fiction lowers and never clears: people speak through both."""


def severity_of(finding: Finding) -> int:
    """Return the highest severity that *finding* is marked with, 0..5; 0 if none is."""
    return max((_SEVERITY[mark] for mark in finding.marks if mark in _SEVERITY), default=0)


def level_of(finding: Finding) -> Level:
    """
    Return the level of *finding*: `none` for anything but live crisis language.

    The score plays no part: it says how sure the detector is, and the thresholds of
    the policy read it. Denials (severity 0) ask for nothing, nor does what a reader of the
    whole message hears nothing in (`unlikely`), and nor do quotations and
    fiction, unless they tell of the person's own act, plan, means or time: those ask for
    kindness, and so do what is over and worry about somebody who is not in danger.

    The order of severities follows the Columbia scale (1 wish to be dead, 2 active
    thoughts, 3 method, 4 intent, 5 plan and intent, or an act); it is evidence in a
    text, never a score of that scale.
    """
    marks, severity = finding.marks, severity_of(finding)
    if finding.family is not Family.CRISIS or severity == 0 or Mark.UNLIKELY in marks:
        return Level.NONE
    if Mark.QUOTED in marks or Mark.FICTION in marks:
        return Level.CARE if _GRAVE & marks and Mark.SELF in marks else Level.NONE
    if Mark.PAST in marks or finding.category == "crisis.panic":
        return Level.CARE
    if Mark.OTHER in marks:
        return _of_other(severity) if Mark.DANGER in marks else Level.CARE
    return _of_self(finding.category, marks, severity)


_SOONEST = (
    "crisis.medical",
    "crisis.suicide",
    "crisis.violence",
    "crisis.abuse",
    "crisis.sexual_violence",
    "crisis.psychosis",
    "crisis.self_harm",
    "crisis.substance",
    "crisis.eating_disorder",
    "crisis.panic",
    "crisis.distress",
)
"""What may cost a life soonest comes first."""


def urgency(finding: Finding) -> int:
    """
    Return the place of *finding* among those of its level, 0 for what is answered first.

    The person's own need goes before that of somebody else, then what may cost a life
    soonest. What is no crisis comes last.
    """
    known = finding.category in _SOONEST
    place = _SOONEST.index(finding.category) if known else len(_SOONEST)
    return place + (len(_SOONEST) + 1) * (Mark.OTHER in finding.marks)


def _of_other(severity: int) -> Level:
    """Return the level for somebody else who may be in danger now."""
    return Level.HIGH if severity >= 4 else Level.CONCERN  # noqa: PLR2004 - intent or an act


def _of_self(category: str, marks: frozenset[Mark], severity: int) -> Level:
    suicide = category == "crisis.suicide"
    ready = Mark.PLAN in marks and Mark.MEANS in marks
    if severity == 5 or ready or (suicide and (Mark.ACT in marks or Mark.TIMING in marks)):  # noqa: PLR2004
        return Level.IMMINENT
    if severity >= 3 or (suicide and severity == 2 and Mark.THOUGHT in marks):  # noqa: PLR2004
        return Level.HIGH
    if severity == 2 or Mark.WISH in marks:  # noqa: PLR2004
        return Level.CONCERN
    return Level.CARE

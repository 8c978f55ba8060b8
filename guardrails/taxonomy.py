"""
What crisis language can be about, as typed values, and the one way from there to a level.

    category × subject × time × severity × evidence × request ─▶ none … imminent

It sorts words in a text. It is never a diagnosis, never a score of a person, and never a
score of the Columbia scale, whose order of severities it follows.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import lru_cache
from typing import Final, Self

from guardrails.findings import Family, Level, Mark, Seen
from guardrails.ranks import Word


class Category(StrEnum):
    """What it is about. What may cost a life soonest comes first."""

    MEDICAL = "medical"
    SUICIDE = "suicide"
    VIOLENCE = "violence"
    ABUSE = "abuse"
    SEXUAL_VIOLENCE = "sexual_violence"
    PSYCHOSIS = "psychosis"  # or mania
    SELF_HARM = "self_harm"
    SUBSTANCE = "substance"
    EATING_DISORDER = "eating_disorder"
    PANIC = "panic"
    DISTRESS = "distress"  # despair that names none of the others

    @property
    def full(self) -> str:
        """The category of a finding, such as `crisis.suicide`."""
        return f"{Family.CRISIS}.{self.value}"


class Subject(Word):
    """Who is in need: the person who writes, somebody they tell of, or nobody in particular."""

    SELF = "self"
    OTHER = "other"
    GENERAL = "general"  # fiction, research, a figure of speech


class Time(StrEnum):
    """When it is."""

    NOW = "now"
    PAST = "past"


class Severity(IntEnum):
    """How far it goes."""

    DENIED = 0
    WISH = 1  # to be dead, not to wake up
    THOUGHTS = 2  # of it, and no way in mind
    METHOD = 3
    INTENT = 4
    PLAN = 5  # and intent, or an act


class Evidence(StrEnum):
    """What the words give away."""

    WISH = "wish"
    THOUGHT = "thought"
    METHOD = "method"
    INTENT = "intent"
    PLAN = "plan"
    MEANS = "means"
    TIMING = "timing"
    GOODBYE = "goodbye"
    ACT = "act"


class Request(StrEnum):
    """What the person asks for."""

    SUPPORT = "support"  # what is taken for granted when somebody tells of a need
    METHOD = "method"
    INFORMATION = "information"  # of nobody in particular


_CATEGORIES: Final = frozenset(category.value for category in Category)
_CRISIS: Final = f"{Family.CRISIS}."
_SEVERITIES: Final = {Mark(f"severity-{severity.value}"): severity for severity in Severity}
_EVIDENCE: Final = {Mark(evidence.value): evidence for evidence in Evidence}
_OF_SUICIDE: Final = frozenset({Evidence.ACT, Evidence.TIMING})
_READY: Final = frozenset({Evidence.PLAN, Evidence.MEANS})
_GRAVE: Final = frozenset({Evidence.ACT, Evidence.MEANS, Evidence.PLAN, Evidence.TIMING})
"""Evidence that quotation or fiction lowers and never clears: people speak through both."""


@dataclass(frozen=True, slots=True)
class Told:
    """
    What a crisis finding says.

    Attributes:
        category: What it is about.
        subject: Who is in need.
        time: When.
        severity: How far it goes.
        evidence: What the words give away.
        request: What is asked for.
        danger: Somebody else may be in danger now.
        own: The person speaks of themselves, be it through a quotation or a tale.
        indirect: It stands in a quotation or in fiction.
    """

    category: Category
    subject: Subject = Subject.SELF
    time: Time = Time.NOW
    severity: Severity = Severity.DENIED
    evidence: frozenset[Evidence] = frozenset()
    request: Request = Request.SUPPORT
    danger: bool = False
    own: bool = True
    indirect: bool = False

    @classmethod
    def of(cls, finding: Seen) -> Self | None:
        """Return what *finding* says, or None if it is about no crisis."""
        if not finding.category.startswith(_CRISIS):
            return None
        return cls._of(finding.category, finding.marks)

    @classmethod
    @lru_cache(maxsize=1024)  # few are ever in use, and each decision asks several times
    def _of(cls, full: str, marks: frozenset[Mark]) -> Self:
        subject = _subject(marks)
        request = Request.INFORMATION if subject is Subject.GENERAL else Request.SUPPORT
        return cls(
            category=_category(full),
            subject=subject,
            time=Time.PAST if Mark.PAST in marks else Time.NOW,
            severity=_severity(marks),
            evidence=frozenset(_EVIDENCE[mark] for mark in marks if mark in _EVIDENCE),
            request=Request.METHOD if Mark.ASKS_METHOD in marks else request,
            danger=Mark.DANGER in marks,
            own=Mark.SELF in marks,
            indirect=Mark.QUOTED in marks or Mark.FICTION in marks,
        )

    @property
    def level(self) -> Level:
        """
        How much it asks for.

        Denials and jests (`unlikely`) ask for nothing, and nor do quotations and fiction,
        unless they tell of the person's own act, plan, means or time: those ask for
        kindness, and so do what is over and worry about somebody who is not in danger.
        """
        if self.severity is Severity.DENIED:
            return Level.NONE
        if self.indirect:
            return Level.CARE if self.own and _GRAVE & self.evidence else Level.NONE
        if self.time is Time.PAST or self.category is Category.PANIC:
            return Level.CARE
        if self.subject is Subject.OTHER:
            return self._of_other()
        return self._of_self()

    def _of_other(self) -> Level:
        if not self.danger:
            return Level.CARE
        return Level.HIGH if self.severity >= Severity.INTENT else Level.CONCERN

    def _of_self(self) -> Level:
        suicide = self.category is Category.SUICIDE
        ready = self.evidence >= _READY
        if self.severity is Severity.PLAN or ready or (suicide and self.evidence & _OF_SUICIDE):
            return Level.IMMINENT
        thought = suicide and Evidence.THOUGHT in self.evidence
        if self.severity >= Severity.METHOD or (thought and self.severity is Severity.THOUGHTS):
            return Level.HIGH
        if self.severity is Severity.THOUGHTS or Evidence.WISH in self.evidence:
            return Level.CONCERN
        return Level.CARE


def _severity(marks: frozenset[Mark]) -> Severity:
    """Return how far it goes: nowhere, where a reader of the whole message hears nothing."""
    if Mark.UNLIKELY in marks:
        return Severity.DENIED
    return max(
        (_SEVERITIES[mark] for mark in marks if mark in _SEVERITIES), default=Severity.DENIED
    )


def _category(full: str) -> Category:
    """Return the category that *full* names; one of the operator's own is distress."""
    name = full.partition(".")[2]
    return Category(name) if name in _CATEGORIES else Category.DISTRESS


def subject_of(finding: Seen) -> Subject:
    """Return who is in need by *finding*, whether in fiction or not."""
    return _subject(finding.marks)


def _subject(marks: frozenset[Mark]) -> Subject:
    if Mark.OTHER in marks:
        return Subject.OTHER
    if Mark.FICTION in marks and Mark.SELF not in marks:
        return Subject.GENERAL
    return Subject.SELF

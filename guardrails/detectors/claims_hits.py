"""What the grammar reports before it becomes a finding."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SURE = 9_500
LIKELY = 8_500
GREY = 4_000
"""Below what a standard policy acts on; a strict one takes it."""


class Claim(StrEnum):
    """The kinds of claim, worst first: the worst names a sentence that makes several."""

    HUMAN_IDENTITY = "human_identity"
    PROFESSIONAL = "professional"
    RETENTION = "retention"
    SENTIENCE = "sentience"
    CONTINUOUS_PRESENCE = "continuous_presence"
    BOND = "bond"
    SHARED_FEELING = "shared_feeling"
    LIVED_EXPERIENCE = "lived_experience"
    OWN_RELATIONSHIPS = "own_relationships"
    OWN_DESIRES = "own_desires"
    EMBODIMENT = "embodiment"
    EMOTION = "emotion"


@dataclass(frozen=True, slots=True)
class Verdict:
    """
    What a predicate claims.

    Attributes:
        claim: Of which kind.
        rule: Short name of the rule, for the log.
        score: 0..10000.
        needs_no_memory: True of a deployment that remembers.
        needs_no_reminders: True of a deployment that can write first.
    """

    claim: Claim
    rule: str
    score: int = SURE
    needs_no_memory: bool = False
    needs_no_reminders: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A verdict and the characters of the window that it is about."""

    verdict: Verdict
    start: int
    stop: int
    quoted: bool = False

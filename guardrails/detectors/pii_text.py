"""What the rules for personal data look at, and what they give back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

YEAR: Final = r"(?:19|20)\d\d"
"""A year that somebody may have lived in."""
UNIT: Final = r"(?:one|two|three|four|five|six|seven|eight|nine)"
TENS: Final = r"(?:twen|thir|for|four|fif|six|seven|eigh|nine?)ty"
"""Numerals as they are said."""


class Hit(NamedTuple):
    """
    Something that a rule took for personal data.

    Attributes:
        kind: One of `kinds.KINDS`.
        start: First character of it.
        stop: One past the last.
        score: 0..10000.
        rule: Name of the rule.
    """

    kind: str
    start: int
    stop: int
    score: int
    rule: str


@dataclass(frozen=True, slots=True)
class Plain:
    """
    A folded text, and what most rules ask of it first.

    Attributes:
        text: As folded.
        lower: The same in lower case, character for character.
        digits: How many digits it holds.
    """

    text: str = field(repr=False)
    lower: str = field(repr=False)
    digits: int

    @classmethod
    def of(cls, text: str) -> Plain:
        """Return *text* with what rules ask of it."""
        lower = text.lower()
        if len(lower) != len(text):
            lower = "".join(char if len(char.lower()) != 1 else char.lower() for char in text)
        return cls(text, lower, sum(map(str.isdigit, text)))

"""
What a reply does to hold a person who takes their leave; see `crisis_rules` for the patterns.

The six tactics are those of De Freitas et al., "Emotional Manipulation by AI Companions"
(arXiv 2508.19258): premature exit, fear of missing out, emotional neglect, pressure to respond,
ignoring the goodbye, and restraint. They are looked for after a goodbye alone: most of these
words are harmless elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from guardrails.detectors.crisis_rules import Book


class Tactic(StrEnum):
    """How a person is held."""

    EXIT = "premature-exit"
    MISSING = "missing-out"
    NEGLECT = "neglect"
    PRESSURE = "pressure"
    IGNORING = "ignoring"
    RESTRAINT = "restraint"


@dataclass(frozen=True, slots=True)
class FarewellRule:
    """
    One tactic, in the wordings of one language.

    Attributes:
        id: Unique, such as `es.farewell-pressure`; English has no language before it.
        tactic: Which it is.
        patterns: Alternatives, RE2, over normalised text.
        unless_before: RE2; no match if the text just before it ends like this.
        unless_after: RE2; no match if the text just after it starts like this.
    """

    id: str
    tactic: Tactic
    patterns: tuple[str, ...] = field(repr=False)
    unless_before: str = field(default="", repr=False)
    unless_after: str = field(default="", repr=False)


def all_rules() -> tuple[FarewellRule, ...]:
    """Return the rules of English, Spanish, French and German."""
    from guardrails.detectors.farewell_rules_en import ENGLISH
    from guardrails.detectors.farewell_rules_others import FRENCH, GERMAN, SPANISH

    books = {"": ENGLISH, "es": SPANISH, "fr": FRENCH, "de": GERMAN}
    return tuple(
        _rule(language, tactic, *wordings)
        for language, book in books.items()
        for tactic, wordings in book.items()
    )


def _rule(language: str, tactic: Tactic, patterns: tuple[str, ...], after: str) -> FarewellRule:
    book = Book(language, {})
    name = f"{language}.farewell-{tactic}" if language else f"farewell-{tactic}"
    return FarewellRule(
        id=name,
        tactic=tactic,
        patterns=tuple(rf"(?:\b|^){book.expand(one)}(?:\b|$)" for one in patterns),
        unless_after=book.after(after),
    )

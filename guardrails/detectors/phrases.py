"""A detector made of phrases: for tests, examples, and a team's own short lists."""

from __future__ import annotations

import re
from collections.abc import Mapping

from guardrails.detectors.base import Needs, View
from guardrails.findings import SCORE_MAX, Family, Finding, Mark, Span


class PhraseDetector:
    """
    Finds whole phrases, whatever their case; the longest wins.

    Args:
        family: Of its findings.
        phrases: Phrase → category.
        marks: What every finding carries.
        score: What every finding scores, 0..10000.

    Raises:
        ValueError: There is no phrase, or a category is of another family.
    """

    def __init__(
        self,
        family: Family,
        phrases: Mapping[str, str],
        *,
        marks: frozenset[Mark] = frozenset(),
        score: int = SCORE_MAX,
    ) -> None:
        if not phrases:
            msg = "a phrase detector needs at least one phrase"
            raise ValueError(msg)
        if any(Family(category.partition(".")[0]) is not family for category in phrases.values()):
            msg = f"every category of this detector has to be of the family {family}"
            raise ValueError(msg)
        self._family = family
        self._categories = {phrase.casefold(): name for phrase, name in phrases.items()}
        any_of = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
        self._pattern = re.compile(rf"(?<!\w)(?:{any_of})(?!\w)", re.IGNORECASE)
        self._marks = marks
        self._score = score

    @property
    def name(self) -> str:
        """Name and version."""
        return f"phrases/1:{self._family}"

    @property
    def family(self) -> Family:
        """The family of its findings."""
        return self._family

    def needs(self, view: View) -> Needs:
        """Return nothing: phrases are found in the text as it is."""
        del view
        return Needs.NOTHING

    def look(self, view: View) -> tuple[Finding, ...]:
        """Return every phrase in *view*, in reading order."""
        return tuple(
            Finding(
                self._categories[match.group().casefold()],
                Span(*match.span()),
                self._score,
                self.name,
                self._marks,
            )
            for match in self._pattern.finditer(view.text)
        )

"""Titles, which are no part of a name and no names: "Ms.", "Dr", "Herr", "Sra."."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from guardrails.detectors.pii_words import words

TITLES: Final = words("""
mr mrs ms mx miss messrs dr drs prof professor sir madam rev reverend
herr herrn frau fräulein
monsieur mme mmes madame mlle mademoiselle messieurs mesdames
sr sra srta señor señora señorita dra profa senhor senhora
sig signor signore signora signorina dott dottor dottore dottoressa
dhr mevr meneer mevrouw
""")
"""In small letters, in English, German, French, Spanish, Portuguese, Italian and Dutch."""
_BEFORE_NAMES: Final = TITLES | words("lord lady dame capt captain sgt sergeant lt lieutenant col")
"""And those that stand alone as a name or a part of one: only before another word they are none."""
_SALUTATIONS: Final = words("""
dear hallo hello hi sehr geehrte geehrter geehrten liebe lieber chère cher estimada estimado
querida querido gentile gentilissima gentilissimo egregio cara caro prezada prezado geachte beste
""")
"""What a letter says before a title, where some of them would be names without one."""
_POLITE: Final = words("sehr geehrte geehrter geehrten")
"""Those of them that are no name without a title either."""
_NOT_BEHIND: Final = frozenset({"sr"})
"""A title before a name, and no other behind one: "Sam Ortega Sr"."""


def untitled(lower: Sequence[str]) -> tuple[int, int]:
    """
    Return which of the words *lower* are left without titles, from and to.

    A salutation goes with the title behind it; nothing is left of titles alone.
    """
    first = 0
    for at, word in enumerate(lower):
        if word in _BEFORE_NAMES and (word in TITLES or at + 1 < len(lower)):
            first = at + 1
        elif word not in _SALUTATIONS:
            break
    if _POLITE.issuperset(lower):
        return 0, 0
    last = len(lower)
    while last > first and lower[last - 1] in TITLES - _NOT_BEHIND:
        last -= 1
    spoken = all(word in _SALUTATIONS for word in lower[first:last]) and last < len(lower)
    return (first, first) if spoken else (first, last)

"""Which language a text in Latin letters is in, told from its small words, or that nobody knows."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from guardrails.detectors.language_words import COVERED, OTHER

LEAST_WORDS: Final = 6
"""Words of a text that is long enough to be judged."""

LEAST_KNOWN: Final = 3
"""Different small words of a language that must stand in a text of it."""

HINT: Final = (3, 2)
"""The same two for a mere hint."""

LEAST_SHARE: Final = 0.25
"""Of all words, the share that must be small words of the language."""

MARGIN: Final = 1.4
"""How many times the next language must be beaten."""

_Owned = tuple[str, tuple[str, ...]]
"""A small word, and the languages that have it."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_PLAIN: Final = str.maketrans("łŁıđĐøØæÆßəƏ’", "lLidDoOaAsaA'")


def bare(word: str) -> str:
    """Return *word* as people type it in a hurry: without the signs above and below letters."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFKD", word.translate(_PLAIN))
    return "".join(part for part in parts if not unicodedata.combining(part))


@lru_cache(maxsize=1)
def identifier() -> LanguageIdentifier:
    """Return the one that all detectors share: it never changes, and takes 2 MB."""
    return LanguageIdentifier()


class LanguageIdentifier:
    """
    Tells the language of a text.

    A word counts for a language in full where no other has it, and the less the more have
    it. There is no model and nothing is learnt, so a text without small words (a list, a
    name, a line of code) is of no language, and neither is a short one.

    Args:
        covered: Language → its small words, of those that are known to detectors.
        other: The same of all others.
    """

    def __init__(
        self, covered: Mapping[str, str] = COVERED, other: Mapping[str, str] = OTHER
    ) -> None:
        self._covered = frozenset(covered)
        owners: dict[str, set[str]] = {}
        for language, words in (*covered.items(), *other.items()):
            for word in words.split():
                for form in {word, bare(word)}:
                    owners.setdefault(form, set()).add(language)
        self._owners = {word: tuple(sorted(of)) for word, of in owners.items()}

    def language(self, text: str, *, hint: bool = False) -> str:
        """
        Return the English name of the language of *text*, or "" if it cannot be told.

        Args:
            text: In Latin letters; words in others are of no language.
            hint: Take a few words for enough where none is English: it is no proof.
        """
        words = _words(text)
        own = self._own(words)
        return self._of(words, own, hint=hint and not _has_english(own))

    def likely(self, text: str) -> str:
        """Return the language of *text*, or what a few words hint at, or "": one reading of it."""
        words = _words(text)
        own = self._own(words)
        told = self._of(words, own)
        return told or ("" if _has_english(own) else self._of(words, own, hint=True))

    def _own(self, words: list[str]) -> list[_Owned]:
        return [(word, of) for word in words if (of := self._owners.get(word))]

    def _of(self, words: list[str], own: list[_Owned], *, hint: bool = False) -> str:
        least, different = HINT if hint else (LEAST_WORDS, LEAST_KNOWN)
        if len(words) < least or not own:
            return ""
        score: defaultdict[str, float] = defaultdict(float)
        for _, of in own:
            share = 1 / len(of)
            for language in of:
                score[language] += share
        (best, most), *rest = sorted(score.items(), key=lambda each: (-each[1], each[0]))[:2]
        different += best not in self._covered  # most texts are in languages that are known
        told = [word for word, of in own if best in of]
        enough = len(set(told)) >= different and len(told) >= LEAST_SHARE * len(words)
        if not enough or (rest and most < MARGIN * rest[0][1]):
            return ""
        return best

    def uncovered(self, text: str) -> str:
        """Return the language of *text* if it is none that detectors know, or ""."""
        language = self.language(text)
        return "" if language in self._covered else language


def _has_english(own: list[_Owned]) -> bool:
    return any("English" in of for _, of in own)


def _words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text.lower())]

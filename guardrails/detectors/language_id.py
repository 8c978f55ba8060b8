"""Which language a text in Latin letters is in, told from its small words, or that nobody knows."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from hashlib import blake2b
from threading import local
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

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_PLAIN: Final = str.maketrans("łŁıđĐøØæÆßəƏ’", "lLidDoOaAsaA'")


def bare(word: str) -> str:
    """Return *word* as people type it in a hurry: without the signs above and below letters."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFKD", word.translate(_PLAIN))
    return "".join(part for part in parts if not unicodedata.combining(part))


def mark_of(text: str) -> bytes:
    """Return what tells *text* from any other, and nothing of its words."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


@lru_cache(maxsize=1)
def identifier() -> LanguageIdentifier:
    """Return the one that all detectors share: it never changes, and takes 2 MB."""
    return LanguageIdentifier()


class _Last(local):
    """
    What a thread read last: several detectors ask the same of one text, one after the other.

    It holds marks of texts and never their words.
    """

    text = b""
    told = ("", "")


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
        self._last = _Last()

    def language(self, text: str, *, hint: bool = False) -> str:
        """
        Return the English name of the language of *text*, or "" if it cannot be told.

        Args:
            text: In Latin letters; words in others are of no language.
            hint: Take a few words for enough where none is English: it is no proof.
        """
        told, hinted = self._read(text)
        return hinted if hint else told

    def likely(self, text: str) -> str:
        """Return the language of *text*, or what a few words hint at, or "": one reading of it."""
        told, hinted = self._read(text)
        return told or hinted

    def perhaps(self, text: str) -> str:
        """
        Return in which language that detectors do not know a *text* of few words may be, or "".

        One of its words is a small word of that language alone, and none is one of a language
        that detectors know. It is no proof: for people who try a text out.
        """
        words = _words(text)
        owned = [of for word in words if (of := self._owners.get(word))]
        if len(words) < HINT[0] or any(
            language in self._covered for of in owned for language in of
        ):
            return ""
        return next((of[0] for of in owned if len(of) == 1), "")

    def covers(self, language: str) -> bool:
        """Return whether *language* is one that is known to detectors."""
        return language in self._covered

    def uncovered(self, text: str) -> str:
        """Return the language of *text* if it is none that detectors know, or ""."""
        language = self.language(text)
        return "" if self.covers(language) else language

    def _read(self, text: str) -> tuple[str, str]:
        """Return the language of *text*, and what a few words of it hint at."""
        last, mark = self._last, mark_of(text)
        if last.text != mark:
            last.told = self._told(_words(text))
            last.text = mark
        return last.told

    def _told(self, words: list[str]) -> tuple[str, str]:
        own = [(word, of) for word in words if (of := self._owners.get(word))]
        if not own or len(words) < HINT[0]:
            return "", ""
        score: defaultdict[str, float] = defaultdict(float)
        for _, of in own:
            share = 1 / len(of)
            for language in of:
                score[language] += share
        (best, most), *rest = sorted(score.items(), key=lambda each: (-each[1], each[0]))[:2]
        told = [word for word, of in own if best in of]
        unsure = rest and most < MARGIN * rest[0][1]
        if unsure or len(told) < LEAST_SHARE * len(words):
            return "", ""
        known = len(set(told)) - (best not in self._covered)  # most texts are in languages known
        told_by = [
            best if len(words) >= least and known >= different else ""
            for least, different in ((LEAST_WORDS, LEAST_KNOWN), HINT)
        ]
        english = "English" in score
        return told_by[0], told_by[0 if english else 1]


def _words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text.lower())]

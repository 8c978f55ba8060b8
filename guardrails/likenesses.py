"""Finds surrogates in a text, in every way in which models write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

SEEN: Final = 2
"""Characters before a place that decide whether a surrogate may begin there."""

# In JSON a line break is a letter, and a surrogate may follow it.
_RUN = re.compile(r"(?:(?<![^\W_])(?:(?<=\\)[nrt])?|(?<=\\[nrt]))([^\W_]+)")
_AFTER: Final = r"(?![^\W_])"
_OWNING: Final = r"(?=s?(?![^\W_]))"
"""What follows a name: nothing, or its genitive without an apostrophe, as in "Hannahs Buch"."""
_SEPARATED: Final = frozenset({"phone", "payment-card", "iban", "national-id"})
_SPREAD = re.compile(r"(?:[^\W_][ \-.()/]{0,2}){1,48}")
_CODES: Final = ("1", "33", "44", "49", "61")
_ABROAD = re.compile(r"\+(1|33|44|49|61)\b")
_GAP: Final = 3  # characters that a sign of a number, or a gap between words, takes at most
_HEAD: Final = 2  # first signs of a number by which most others are told from it at once


class Likenesses:
    """
    An index of surrogates: the time to look for them hardly hangs on how many there are.

    Of several that begin at one place the longest is meant, and of those that differ in
    their notation alone the one that is written just so, or else the first that was added.
    """

    def __init__(self) -> None:
        self._exact: dict[str, str] = {}
        self._worded: dict[str, list[tuple[int, int, re.Pattern[str], str]]] = {}
        self._numbers: dict[str, str] = {}
        self._sizes: list[int] = []
        self._heads: set[str] = set()
        self.reach = 0
        """Characters that a surrogate, and what decides about it, may take."""

    def __contains__(self, made: str) -> bool:
        return made in self._exact

    def add(self, made: str, kind: str, token: str) -> None:
        """Find *made*, a surrogate of some *kind*, from here on: it stands for *token*."""
        self._exact[made] = token
        if kind in _SEPARATED:
            self.reach = max(self.reach, _GAP * (sum(map(str.isalnum, made)) + 4) + SEEN)
            for signs in _notations(made, kind):
                self._numbers.setdefault(signs, token)
                self._heads.add(signs[:_HEAD])
            self._sizes = sorted({len(signs) for signs in self._numbers}, reverse=True)
            return
        words = [re.escape(word) for word in re.split(r"[\s,]+", made)]
        self.reach = max(self.reach, len(made) + _GAP * len(words) + SEEN)
        after = _OWNING if kind == "person" else _AFTER
        pattern = re.compile(r",?\s{1,2}".join(words) + after, re.IGNORECASE)
        first = _RUN.search(made)
        if first is None:
            msg = "a surrogate needs a letter or a digit"
            raise ValueError(msg)
        known = self._worded.setdefault(first[1].casefold(), [])
        known.append((len(made), first.start(1), pattern, token))
        known.sort(key=lambda one: -one[0])  # stable: the first added stays the first

    def find(self, text: str, at: int = 0) -> Iterator[tuple[int, int, str]]:
        """Yield range and stand-in of each surrogate in *text* from *at* on, in order."""
        for run in _RUN.finditer(text, at) if self._exact else ():
            if run.start(1) < at:
                continue
            found = self._word(text, run, at) or self._number(text, run, at)
            if found is not None:
                start, stop, token = found
                yield start, stop, self._exact.get(text[start:stop], token)
                at = stop

    def _word(self, text: str, run: re.Match[str], at: int) -> tuple[int, int, str] | None:
        word = run[1].casefold()
        for said in (word, word[:-1]) if word.endswith("s") else (word,):
            for _, lead, pattern, token in self._worded.get(said, ()):
                start = run.start(1) - lead
                if start >= at and (match := pattern.match(text, start)) is not None:
                    return start, match.end(), token
        return None

    def _number(self, text: str, run: re.Match[str], at: int) -> tuple[int, int, str] | None:
        start = run.start(1)
        spread = _SPREAD.match(text, start) if self._numbers else None
        if spread is None:
            return None
        places = [place for place in range(start, spread.end()) if text[place].isalnum()]
        signs = "".join(text[place] for place in places).upper()
        if len(signs) != len(places) or signs[:_HEAD] not in self._heads:
            return None
        for size in self._sizes:
            token = self._numbers.get(signs[:size])
            if token is None or size > len(places):
                continue
            stop = places[size - 1] + 1
            if text[stop : stop + 1].isalnum():
                continue
            before = text[start - 1 : start] if start > at else ""
            opened = before == "(" and ")" in text[start:stop]
            return start - (before == "+" or opened), stop, token
        return None


def _notations(made: str, kind: str) -> Iterator[str]:
    """Yield the letters and digits of *made*, with and without a country's code."""
    signs = "".join(filter(str.isalnum, made)).upper()
    yield signs
    if kind != "phone":
        return
    abroad = _ABROAD.match(made)
    national = signs[len(abroad[1]) :] if abroad else signs.removeprefix("0")
    yield national
    yield f"0{national}"
    for code in _CODES:
        yield f"{code}{national}"
        yield f"{code}0{national}"

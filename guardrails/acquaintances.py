"""Values that a conversation already knows, found again wherever a text holds them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[^\w\n]{0,3}|_")
"""What may stand between two words of one value."""
_MOST_WORDS: Final = 12
_LEAST: Final = 5  # letters and digits of a value that is looked for in any casing
_LEAST_PART: Final = 4  # letters of a word of a name
_BEGIN: Final = 2
_PLURALS: Final = ("ses", "xes", "zes", "ches", "shes")
_ENDING: Final = 2  # most letters of a plural
_NEVER: Final = frozenset({"literal", "long-word", "stand-in", "location", "date-time", "secret"})
"""Kinds that are not looked for: a town is many people's, and a secret counts letter by letter."""


class Known(NamedTuple):
    """
    A value in a text that was hidden earlier.

    Attributes:
        start: First code point.
        stop: One past the last.
        kind: What it was hidden as.
        part: It is one word of a longer name, which may be a common word as well.
    """

    start: int
    stop: int
    kind: str
    part: bool


class Acquaintances:
    """
    What the people, numbers and addresses of one conversation are written like.

    Case, blanks and signs do not matter: `AB-204418` is known as `ab 204418`.
    """

    def __init__(self) -> None:
        self._kinds: dict[str, str] = {}
        self._parts: set[str] = set()
        self._begins: set[str] = set()
        self._longest = 0

    def learn(self, kind: str, value: str) -> None:
        """Keep *value*, if it is one that can be told apart; the first kind stays."""
        if kind in _NEVER:
            return
        words = [_plain(word) for word in _WORD.findall(value)]
        joined = "".join(words)
        if len(words) > _MOST_WORDS:
            return
        if kind == "person":
            self._learn_name(words, joined)
        elif len(joined) >= _LEAST and (kind in {"email", "url"} or _has_digits(joined)):
            self._add(joined, kind)

    def _learn_name(self, words: list[str], joined: str) -> None:
        if len(words) > 1 and len(joined) >= _LEAST:
            self._add(joined, "person")
        for word in words:
            if len(word) >= _LEAST_PART and word.isalpha() and word not in self._kinds:
                self._add(word, "person")
                self._parts.add(word)

    def _add(self, joined: str, kind: str) -> None:
        self._kinds.setdefault(joined, kind)
        self._begins.add(joined[:_BEGIN])
        self._longest = max(self._longest, len(joined))

    def find(self, text: str) -> Iterator[Known]:
        """Yield where known values stand in *text*, the longest at each place, in order."""
        if not self._kinds:
            return
        words = [(*match.span(), _plain(match.group())) for match in _WORD.finditer(text)]
        done = 0
        for at, (start, _, word) in enumerate(words):
            if start >= done and (found := self._from(text, words, at, word)) is not None:
                done = found.stop
                yield found

    def _from(
        self, text: str, words: list[tuple[int, int, str]], at: int, first: str
    ) -> Known | None:
        begin = first[:_BEGIN]
        if len(first) >= _BEGIN and begin not in self._begins:
            return None
        joined, before, best = "", words[at][0], None
        for start, stop, word in words[at : at + _MOST_WORDS]:
            joined += word
            if len(joined) > self._longest + _ENDING or not _GAP.fullmatch(text, before, start):
                break
            if (kind := self._kinds.get(joined)) is not None:
                best = Known(words[at][0], stop, kind, joined in self._parts)
            elif len(word) > 1 and (more := self._ending(joined)):
                best = Known(words[at][0], stop - more, "person", joined[:-more] in self._parts)
            before = stop
        return best

    def _ending(self, joined: str) -> int:
        """Return how many letters follow a name: "Priyas house", "the Holts", "the Joneses"."""
        if joined.endswith("s") and self._kinds.get(joined[:-1]) == "person":
            return 1
        sibilant = joined.endswith(_PLURALS) and self._kinds.get(joined[:-2]) == "person"
        return _ENDING if sibilant else 0


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold()


def _has_digits(joined: str) -> bool:
    return any(map(str.isdigit, joined))

"""Text with its disguises taken off, and the way back to the original."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field

_DROPPED = frozenset({"Cf", "Me"})  # zero-width, direction and soft-hyphen marks; keycaps
_SELECTORS = range(0xFE00, 0xFE10)
_SURROGATES = range(0xD800, 0xE000)


@dataclass(frozen=True, slots=True)
class Folded:
    """
    A folded text.

    Attributes:
        text: Full-width letters, styled letters and foreign digits as plain ones;
            invisible characters gone; lone surrogates as U+FFFD.
        offsets: For each character of `text`, which character of the original it
            came from; None where the two texts are the same.
    """

    text: str = field(repr=False)
    offsets: tuple[int, ...] | None = field(default=None, repr=False)

    def original(self, start: int, stop: int) -> tuple[int, int]:
        """Return where the non-empty range `[start, stop)` lies in the original."""
        if self.offsets is None:
            return start, stop
        return self.offsets[start], self.offsets[stop - 1] + 1

    def folded(self, start: int, stop: int) -> tuple[int, int]:
        """Return where `[start, stop)` of the original lies here; maybe an empty range."""
        if self.offsets is None:
            return start, stop
        return bisect_left(self.offsets, start), bisect_left(self.offsets, stop)


def fold(text: str) -> Folded:
    """
    Return *text* as a reader sees it, by Unicode's compatibility forms (NFKC).

    Folding is character by character, so that every position has a way back. It
    leaves look-alike letters and leetspeak alone: names must stay what they are.
    """
    if text.isascii():
        return Folded(text)
    pieces: list[str] = []
    offsets: list[int] = []
    for at, char in enumerate(text):
        piece = char if char < "\x80" else _folded(char)
        pieces.append(piece)
        offsets.extend([at] * len(piece))
    folded = "".join(pieces)
    return Folded(text) if folded == text else Folded(folded, tuple(offsets))


def _folded(char: str) -> str:
    code = ord(char)
    if code in _SURROGATES:
        return "\N{REPLACEMENT CHARACTER}"
    category = unicodedata.category(char)
    if category in _DROPPED or code in _SELECTORS:
        return ""
    if category == "Nd":
        return str(unicodedata.digit(char))
    folded = unicodedata.normalize("NFKC", char)
    # A spacing accent folds to a space and a mark, which would cut a word in two.
    return char if folded[0] == " " and category != "Zs" else folded

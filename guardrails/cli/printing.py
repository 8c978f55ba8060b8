"""Text from a conversation, made fit for a terminal."""

from __future__ import annotations

import unicodedata

_KEPT = "\n\t"
_REFUSED = frozenset({"Cc", "Cs"})
_DIRECTIONS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def plain(text: str) -> str:
    """
    Return *text* with nothing in it that a terminal would obey.

    Control characters other than line feed and tab, lone surrogates and marks
    that turn the direction of writing become U+FFFD.
    """
    return "".join(map(_plain, text))


def _plain(char: str) -> str:
    if char in _KEPT:
        return char
    if char in _DIRECTIONS or unicodedata.category(char) in _REFUSED:
        return "\ufffd"
    return char

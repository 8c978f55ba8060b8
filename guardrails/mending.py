"""Text from outside, made fit to be handled: surrogates joined or replaced."""

from __future__ import annotations

import re

_PAIR = re.compile("([\ud800-\udbff])([\udc00-\udfff])")
_LONE = re.compile("[\ud800-\udfff]")


def mended(text: str) -> str:
    """Return *text* with surrogate pairs joined and lone surrogates as U+FFFD."""
    if not _LONE.search(text):
        return text
    return _LONE.sub("\ufffd", _PAIR.sub(_join, text))


def _join(pair: re.Match[str]) -> str:
    high, low = ord(pair[1]) - 0xD800, ord(pair[2]) - 0xDC00
    return chr(0x10000 + (high << 10) + low)


class Mender:
    """Mends a text that arrives in pieces; a pair may be cut in two."""

    def __init__(self) -> None:
        self._held = ""

    def feed(self, piece: str) -> str:
        """Return what of the text is certain after *piece*."""
        text = self._held + piece
        cut = len(text) - 1 if text and "\ud800" <= text[-1] <= "\udbff" else len(text)
        self._held = text[cut:]
        return mended(text[:cut])

    def finish(self) -> str:
        """Return what was held."""
        text, self._held = self._held, ""
        return mended(text)

"""Which writing systems a text holds that names are not found in."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LATIN: Final = "Latin script"
"""How a gap in what is covered ends, if it is one of language alone."""

_LETTER = re.compile("[^\\W\\d_\x00-\u024f\u1e00-\u1eff]")
_READ: Final = frozenset({"LATIN", "MODIFIER", "MICRO", "OHM", "KELVIN", "ANGSTROM"})


def unread_scripts(text: str) -> tuple[str, ...]:
    """
    Return the scripts other than Latin that *text* is written in, sorted.

    They are called by the first word of Unicode's names of their letters: `Arabic`,
    `Cjk`, `Cyrillic`, `Devanagari`, `Hangul`, and so on. One letter by itself does not
    count: it is a sign, as in "an angle α".
    """
    if text.isascii():
        return ()
    words = map(_LETTER.findall, text.split())
    letters = {letter for word in words if len(word) > 1 for letter in word}
    seen = {unicodedata.name(letter, "LATIN").partition(" ")[0] for letter in letters}
    return tuple(sorted(script.title() for script in seen - _READ))

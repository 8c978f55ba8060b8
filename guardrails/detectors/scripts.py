"""Which writing systems a text holds that names are not found in."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_WORD = re.compile("[^\\W\\d_\x00-\u024f\u1e00-\u1eff]{2,}")  # one letter alone is a sign
_READ: Final = frozenset({"LATIN", "MODIFIER", "MICRO", "OHM", "KELVIN", "ANGSTROM"})


def unread_scripts(text: str) -> tuple[str, ...]:
    """
    Return the scripts other than Latin that *text* is written in, sorted.

    By the first word of Unicode's names of the letters: `Arabic`, `Cjk`, `Cyrillic`,
    `Devanagari`, `Hangul`, and so on.
    """
    if text.isascii():
        return ()
    letters = set("".join(_WORD.findall(text)))
    seen = {unicodedata.name(letter, "LATIN").partition(" ")[0] for letter in letters}
    return tuple(sorted(script.title() for script in seen - _READ))

"""
Keys and tokens by how they look: long runs of letters of both cases and digits, mixed.

A key may be longer than any window. Each window sees its own stretch of it, and a
stretch of a random key looks as random as the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from guardrails.detectors.pii_text import Hit, Plain

LEAST: Final = 40
"""Signs of a run that is worth a look; 30 random bytes in base 64."""
TURNS: Final = 0.38
"""Changes of kind (small, capital, digit) a sign, from which on a run is no words."""

_RUN = re.compile(rf"(?<![\w+/=.\-])[\w+/=.\-]{{{LEAST},}}+")
_PEM = re.compile(r"-----(?:BEGIN|END) [A-Z0-9 ]{1,40}-----")
_LINE = re.compile(r"^[A-Za-z0-9+/]{16,76}={0,2}$", re.MULTILINE)


def keys(plain: Plain) -> Iterator[Hit]:
    """Yield long random runs, and the lines between the borders of a PEM block (RFC 7468)."""
    for match in _RUN.finditer(plain.text):
        if _random(match.group()):
            yield Hit("secret", *match.span(), 9000, "random")
    if "-----" in plain.text:
        for match in _PEM.finditer(plain.text):
            yield Hit("secret", *match.span(), 9000, "pem")
        for match in _LINE.finditer(plain.text):
            yield Hit("secret", *match.span(), 8000, "pem-line")


def _random(run: str) -> bool:
    """Return whether the signs of *run* change as in a random key and not as in words."""
    if not (any(map(str.isdigit, run)) and any(map(str.isupper, run))):
        return False  # as most rows of words: told at once
    kinds = [_kind(sign) for sign in run if sign.isalnum()]
    if len(kinds) < LEAST or len(set(kinds)) < 3:  # noqa: PLR2004 - small, capital, digit
        return False
    turns = sum(one != other for one, other in pairwise(kinds))
    return turns >= TURNS * len(kinds)


def _kind(sign: str) -> str:
    return "1" if sign.isdigit() else "A" if sign.isupper() else "a"

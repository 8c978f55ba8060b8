"""First names that are usual where one of the six other languages is spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Final

from guardrails.detectors.language_words import COVERED
from guardrails.detectors.pii_text import Hit, Plain

_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]{3,20}")
_SURNAME = re.compile(
    r"(?:[ -](?:(?:van|von|de|da|do|dos|di|del|der|den|ter|zu)\s){0,2}[A-ZÀ-ÖØ-Þ][^\W\d_]+){0,2}"
)
_FOREIGN: Final = frozenset(
    word for language, words in COVERED.items() if language != "English" for word in words.split()
) - frozenset(COVERED["English"].split())
_SCORE: Final = 6500
_SCORE_SMALL: Final = 5000
_LEAST_SMALL: Final = 4


def given(plain: Plain, *, told: bool) -> Iterator[Hit]:
    """
    Yield first names, each with the capitals after it.

    Args:
        plain: A text that is not surely in English.
        told: Its language is told to be one of the six: then a name may be in small letters.
            Else a small word of one of them must stand in it.
    """
    if not told and _FOREIGN.isdisjoint(_LETTERS.findall(plain.lower)):
        return
    names = given_names()
    for match in _WORD.finditer(plain.lower):
        start, stop = match.span()
        if match.group() not in names:
            continue
        if plain.text[start].isupper():
            after = _SURNAME.match(plain.text, stop)
            yield Hit("person", start, after.end() if after else stop, _SCORE, "given")
        elif told and stop - start >= _LEAST_SMALL:
            yield Hit("person", start, stop, _SCORE_SMALL, "given")


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Return the names, in small letters."""
    text = files("guardrails.detectors").joinpath("given_names.txt").read_text(encoding="utf-8")
    return frozenset(text.split())

"""Names that everybody knows: of public life and history, of books and films."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final

from guardrails.detectors.pii_names import INTRODUCED, RELATED, SAID
from guardrails.detectors.pii_pets import PET
from guardrails.detectors.pii_text import Plain
from guardrails.detectors.pii_words import PEOPLES, words
from guardrails.detectors.plain import plain_words

_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = re.compile(r"([^\W\d_][\w'’\-]*)[ \-]$")
_AFTER = re.compile(r"(?:-| )([A-Z][\w'’\-]+)")
_OWN = re.compile(
    r"\b(?:(?:my|his|her|their) (?:(?!is|was|and|to)\w{2,12} )?|name(?: is|['’]?s)? |called "
    r"|named |i am |i['’]?m |this is |dear |hi |hello |hey |regards,? |love,? )$"
)
"""Words after which a name is somebody's, whoever else has it."""
KEPT: Final = (SAID, RELATED, INTRODUCED, PET)
"""Rules of names that are said to be somebody's here."""
_ANSWERING: Final = words("""
yes yeah yep sure ok okay no hi hello hey thanks thank you please its it s is i im m am this the my
me name names full first last and here sir madam mr mrs ms it's i'm
""")
"""Words of a message that is nothing but an answer: "john wick, thanks"."""


def known(plain: Plain) -> Iterator[tuple[int, int]]:
    """Yield where a name stands that everybody knows and that nobody is said to have here."""
    begun = _known()
    others = _others(plain.lower)
    for match in _WORD.finditer(plain.lower):
        for name in begun.get(match.group(), ()):
            start, stop = match.start(), match.start() + len(name)
            if not plain.lower.startswith(name, start) or plain.lower[stop : stop + 1].isalnum():
                continue
            # A message that is hardly more than a name answers who somebody is.
            if others > _others(name) and not _anybodys(plain, start, stop):
                yield start, stop
            break


def _others(text: str) -> int:
    """Return how many words of *text* are none of a message that is nothing but an answer."""
    return sum(word not in _ANSWERING for word in _WORD.findall(text))


def _anybodys(plain: Plain, start: int, stop: int) -> bool:
    """Return whether what stands around a name says that somebody here has it."""
    if _OWN.search(plain.lower, max(0, start - 40), start):
        return True
    before = _BEFORE.search(plain.text, max(0, start - 24), start)
    if before and before[1][0].isupper() and before[1].lower() not in plain_words():
        return True
    more = _AFTER.match(plain.text, stop)
    if more is None or not more[1].istitle():
        return False
    return more[1].lower() not in plain_words() and more[1].lower() not in PEOPLES


@lru_cache(maxsize=1)
def _known() -> Mapping[str, tuple[str, ...]]:
    """Return the names by their first word, the longest first."""
    text = files("guardrails.detectors").joinpath("known_names.txt").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            found.setdefault(_WORD.findall(line)[0], []).append(line)
    return {first: tuple(sorted(all_, key=len, reverse=True)) for first, all_ in found.items()}

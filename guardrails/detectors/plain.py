"""
Which texts can hold no name at all, or none that is written as one.

The words are learned (`training/plain_words.py`): words of many messages that no model
ever took for a part of a name or a place, and that no list of names holds. One word that
is not among them, a capital within a sentence, a digit or a letter of another script, and
the text is read by every layer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Final

from guardrails.detectors.pii_words import COMMON

_LONGEST: Final = 600
"""Characters of a text that is worth the check: few longer ones pass it."""

_ASCII = re.compile(r"[\x00-\x7f’“”…–—]*")
_TEXT = re.compile(r"[A-Za-z'’ \t\n.,!?;:()\"…\-]*")
_WORD = re.compile(r"[A-Za-z]+")
_BEGINS = re.compile(r"(?:^|[.!?…]\s|\n)[\s\"'(]*([A-Z][a-z]*)|\bI\b")
_SHORTENED = frozenset(["d", "don", "ll", "m", "re", "s", "t", "ve"])
"""What stands before and after the apostrophe of "don't" and "I'll"."""
_SAYS = frozenset({"name", "names", "named", "called", "address", "street", "road", "lane", "art"})
"""Words after which any word may be a name, and one that is a name itself."""
_ENDS: Final = ("s", "es", "ed", "ing", "ly", "ness")
_SHORTEST: Final = 3  # letters before an ending


def without_names(text: str) -> bool:
    """Return whether *text* holds nothing but words that are never a name."""
    if len(text) > _LONGEST or _TEXT.fullmatch(text) is None:
        return False
    if _capitals(text):
        return False
    words = plain_words()
    return all(word in words for word in _WORD.findall(text.lower()))


def without_capitals(text: str) -> bool:
    """
    Return whether no word of *text* is written as a name: with a capital within a sentence.

    Texts with letters other than those of English are not told, and neither are long ones.
    """
    return len(text) <= _LONGEST and bool(_ASCII.fullmatch(text)) and not _capitals(text)


def _capitals(text: str) -> bool:
    return any(map(str.isupper, _BEGINS.sub(_lower, text)))


def _lower(match: re.Match[str]) -> str:
    return match[0].lower()


@lru_cache(maxsize=1)
def plain_words() -> frozenset[str]:
    """Return words, in small letters, that are never a name."""
    text = files("guardrails.detectors").joinpath("plain_words.txt").read_text(encoding="utf-8")
    return (frozenset(text.split()) | COMMON | _SHORTENED) - _SAYS


def written_small(word: str) -> bool:
    """
    Return whether *word*, which is in small letters, is one of English or a form of one.

    A reader of names takes such words for surnames now and then: "the boiler", "annoying".
    What is a name as well is none of them.
    """
    small, names = _small_words()
    if word in small or word in plain_words():
        return True
    if word in names:
        return False
    return any(stem in small or stem in plain_words() for stem in stems(word))


def stems(word: str) -> Iterator[str]:
    """Yield what *word* may be a form of: "urgently" of "urgent", "beeped" of "beep"."""
    for end in _ENDS:
        stem = word.removesuffix(end)
        if len(stem) == len(word) or len(stem) < _SHORTEST:
            continue
        yield stem
        if end in {"ing", "ed"}:
            yield f"{stem}e"
            if stem[-1] == stem[-2]:
                yield stem[:-1]
        if end in {"es", "ed", "ly", "ness"} and stem[-1] == "i":
            yield f"{stem[:-1]}y"


@lru_cache(maxsize=1)
def _small_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return words that are written small, and names that look like forms of them."""
    text = files("guardrails.detectors").joinpath("small_words.txt").read_text(encoding="utf-8")
    lines = text.split()
    names = frozenset(line[1:] for line in lines if line[0] == "-")
    return frozenset(line for line in lines if line[0] != "-"), names

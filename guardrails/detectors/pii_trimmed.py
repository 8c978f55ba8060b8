"""Names without the common words around them, and names that were taken for something else."""

from __future__ import annotations

import re
from typing import Final

from guardrails.detectors.pii_counted import NUMBERED
from guardrails.detectors.pii_names import RELATED, SAID
from guardrails.detectors.pii_text import Hit
from guardrails.detectors.pii_titles import untitled
from guardrails.detectors.pii_words import (
    ALSO_NAMES,
    COMMON,
    CONTRACTED,
    DOES,
    FALSE_NAMES,
    FALSE_PHRASES,
    GREETINGS,
    LABELS,
    MONTHS,
    NATIONS,
    NOT_A_PERSON,
    PARTICLES,
    PEOPLES,
    TIMES_OF_YEAR,
)
from guardrails.detectors.plain import plain_words

_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_NAME_LIKE = re.compile(r"[^\W\d_][\w'’\-]*(?: [^\W\d_][\w'’\-]*){0,2}")
_PEOPLE = re.compile(r"(?:ish|ese|an|ans|ists?|ims?|ic|ics|ch|s)$")
_IN_MONTH = re.compile(r"\b(?:vom|im|seit|ab|bis|seit dem|letzten|nächsten)\s$", re.IGNORECASE)
_LOOK: Final = 12
_NAME_SCORE: Final = 5000
_ELIDED = re.compile(r"(?:[mtsjlcn]|qu)['’][a-zà-ÿ]{2,} (?=[A-ZÀ-Ý])")
"""Words of French that run into the one before: "m'appelle" is no part of a name."""


def as_name(text: str, hit: Hit) -> Hit | None:
    """
    Return *hit*, taken for a group of people, as a person if it reads like one.

    The model knows English names best and takes many others for companies or
    peoples; without this they would be found less often.
    """
    value = text[hit.start : hit.stop]
    words = value.split(" ")
    capitals = all(word[:1].isupper() for word in words)
    if not capitals or not _NAME_LIKE.fullmatch(value) or _DIGIT.search(value):
        return None
    lower = {word.lower() for word in words}
    if len(words[-1]) == 1 and lower & NUMBERED:  # "Track B"
        return None
    if len(words) == 1 and (hit.kind != "nationality" or _PEOPLE.search(value)):
        return None
    if lower & (NOT_A_PERSON | PEOPLES | FALSE_NAMES) or value.isupper():
        return None
    return hit._replace(kind="person", score=_NAME_SCORE)


def trimmed(text: str, hit: Hit) -> Hit | None:
    """Return a name without the common words around it, or None if nothing is left."""
    spans = [match.span() for match in _WORD.finditer(text, hit.start, hit.stop)]
    words = [text[start:stop] for start, stop in spans]
    lower = [word.lower() for word in words]
    if hit.kind == "location" and _no_place(words, lower):
        return None
    if " ".join(lower) in FALSE_PHRASES or not any(map(str.isalpha, "".join(words))):
        return None
    may_be = hit.kind == "person" and not ALSO_NAMES.isdisjoint(words)
    may_be |= hit.rule.endswith((SAID, RELATED))
    if not may_be and all(word in FALSE_NAMES for word in lower):
        return None
    first, last = 0, _ended(words)
    while last and (lower[last - 1] == "s" or _plain(words[last - 1]) or _labels(lower[:last])):
        last -= 1
    last = _before_month(text, spans[:last], lower)
    first, last = _untitled(hit, lower[:last])
    if first == last:
        return None
    spans, words, lower, last = spans[first:], words[first:], lower[first:], last - first
    first = 0
    elided = _ELIDED.match(text, hit.start)
    if elided is not None:
        first = sum(start < elided.end() for start, _ in spans)
    capital = any(map(str.istitle, words))
    while first < last - 1 and (
        _plain(words[first]) or lower[first] in GREETINGS or (capital and _ordinary(words[first]))
    ):
        first += 1
    left = lower[first:last]
    if not left or (not may_be and all(word in FALSE_NAMES for word in left)):
        return None
    return hit._replace(start=spans[first][0], stop=spans[last - 1][1])


def _labels(lower: list[str]) -> bool:
    """Return whether the last of *lower* says what comes next: "Amina Yusuf DOB"."""
    return len(lower) > 1 and lower[-1] in LABELS


def _before_month(text: str, spans: list[tuple[int, int]], lower: list[str]) -> int:
    """Return how many words come before a time such as "vom Mai"; all if there is none."""
    if not spans or lower[len(spans) - 1] not in MONTHS:
        return len(spans)
    before = _IN_MONTH.search(text, max(0, spans[-1][0] - _LOOK), spans[-1][0])
    if before is None:
        return len(spans)
    return sum(stop <= before.start() for _, stop in spans)


def _untitled(hit: Hit, lower: list[str]) -> tuple[int, int]:
    """Return which of the words *lower* of *hit* are left without titles; equal if none is."""
    first, last = untitled(lower)
    kept = hit.rule.endswith(SAID) if first == last else hit.kind != "person"
    return (0, len(lower)) if kept else (first, last)


def _ended(words: list[str]) -> int:
    """Return how many of *words* come before what the one they name does: "Min Jun moved"."""
    for at in range(1, len(words)):
        contracted = words[at] in CONTRACTED and words[at + 1 : at + 2] in ([], ["t"])
        rest = "".join(words[at:])
        if (contracted or words[at] in DOES) and words[at - 1][0].isupper() and rest.islower():
            return at
    return len(words)


def _no_place(words: list[str], lower: list[str]) -> bool:
    """Return whether *words*, also in small letters, are a country or a time of the year."""
    timed = all(word in TIMES_OF_YEAR or word in COMMON for word in words)
    return " ".join(lower) in NATIONS or timed


def _plain(word: str) -> bool:
    """Return whether *word* is no part of a name: a capital may make "Will" one."""
    return word in COMMON or word.isdigit()


def _ordinary(word: str) -> bool:
    """Return whether *word*, in small letters before a name, is no part: "'s mum is Ngozi"."""
    return (word in plain_words() or word in FALSE_NAMES) and word not in PARTICLES

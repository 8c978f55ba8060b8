"""What the small model took single words for, put together to names, addresses and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from guardrails.detectors.pii_text import Hit, Plain
from guardrails.detectors.pii_words import COMMON, FALSE_NAMES

LEAST: Final = 4000
"""Least score of a word."""

_GAP = re.compile(r"[\s,.#'’/\-@:()+_]{0,4}")
_PLACES: Final = frozenset({"postal-address", "location"})
_WRITTEN: Final = frozenset({"email", "url"})
_NAMED: Final = frozenset({"person", *_PLACES})
_ON_A_NETWORK = re.compile(r"[@.:/_\d]|\b(?:at|dot)\b")
_SIGNS: Final = frozenset({"at", "dot"})


def parts(plain: Plain, words: Sequence[Hit]) -> Iterator[Hit]:
    """Yield what *words*, in reading order, make together."""
    group: list[Hit] = []
    for word in words:
        if word.score < LEAST or word.start == word.stop or not _may_be(plain, word):
            continue
        if group and not _together(plain.text, group[-1], word):
            yield from _made(plain, group)
            group = []
        group.append(word)
    if group:
        yield from _made(plain, group)


def _may_be(plain: Plain, word: Hit) -> bool:
    """Return whether *word* can be a part of what the model took it for."""
    said = plain.lower[word.start : word.stop]
    if word.kind in _WRITTEN:
        return said not in COMMON or said in _SIGNS
    if word.kind == "person":
        return not said.isdigit()
    return word.kind in _NAMED or said not in FALSE_NAMES


def _together(text: str, before: Hit, after: Hit) -> bool:
    same = before.kind == after.kind or {before.kind, after.kind} <= _PLACES
    return same and _GAP.fullmatch(text, before.stop, after.start) is not None


def _made(plain: Plain, group: list[Hit]) -> Iterator[Hit]:
    start, stop = group[0].start, group[-1].stop
    said = plain.lower[start:stop]
    kind = "postal-address" if group[0].kind in _PLACES and len(group) > 1 else group[0].kind
    if {each.kind for each in group} == {"location"}:
        kind = "location"
    if kind in _WRITTEN and not _ON_A_NETWORK.search(said):
        return
    if kind not in _WRITTEN | _NAMED and not any(map(str.isdigit, said)):
        return
    yield Hit(kind, start, stop, max(each.score for each in group), group[0].rule)

"""Text without the marks by which a word is stressed: "I *never* sleep" as "I never sleep"."""

from __future__ import annotations

import re

from guardrails.detectors.folded import Folded
from guardrails.detectors.stage import acts

_BOLD = re.compile(r"(?<!\w)\*{2,3}(?=[^\s*])|(?<=[^\s*])\*{2,3}(?!\w)")
_SINGLE = re.compile(
    r"(?<![*\w])\*(?![*\s])([^*\n]{1,160})(?<![\s*])\*(?![*\w])"
    r"|(?<![_\w])_(?![_\s])([^_\n]{1,160})(?<![\s_])_(?![_\w])"
)
_BEGINS = re.compile(r"(?:^|[.!?…:\n\"“”)\]*])\s*$")
"""What stands before a sentence, so that a mark after it need not stress a word."""


def unstressed(text: str) -> Folded:
    """
    Return *text* without marks of stress, and the way back to it.

    Bold and italics of Markdown go, their words stay. What may be a stage direction, an item
    of a list or a product keeps its signs.
    """
    if "*" not in text and "_" not in text:
        return Folded(text)
    staged = list(acts(text))
    gone = {at for match in _BOLD.finditer(text) for at in range(*match.span())}
    bare = "".join(" " if at in gone else char for at, char in enumerate(text))
    for match in _SINGLE.finditer(bare):
        start, stop = match.span()
        if not any(a < stop and start < b for a, b in staged) and _within(bare, start, stop):
            gone |= {start, stop - 1}
    if not gone:
        return Folded(text)
    offsets = tuple(at for at in range(len(text)) if at not in gone)
    return Folded("".join(text[at] for at in offsets), offsets)


def _within(text: str, start: int, stop: int) -> bool:
    """Return whether what is marked is part of a sentence, and does not stand beside it."""
    if not _BEGINS.search(text, 0, start):
        return True
    after = text[stop:].lstrip(" ")
    return text[start + 1].isupper() or after[:1].islower() or after[:1] in {",", ";", "'", "’"}

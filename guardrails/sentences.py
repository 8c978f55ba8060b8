"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guardrails.findings import Span

_END = re.compile(
    r"[.!?…]+[\"'”’)\]»*_]*(?=\s|$)|\n"
    r"|[\U0001f300-\U0001faff\u2600-\u27bf][\U0001f300-\U0001faff\u2600-\u27bf\ufe0f\u200d]*(?=\s+[A-Z\"“]|\s*$)"
    r"|\)(?=\s+[A-Z])"
)
_NO_END = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|vs|etc|approx|e\.g|i\.e)|(?:^|\s)[^\W\d_]|(?:^|\n)[ \t]*\d{1,2})\.$",
    re.IGNORECASE,
)
_HOUR = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
"""What ends a sentence only where none goes on: "text me at 3 a.m. if you must"."""
_I_END = re.compile(r"\b(?:do|am|did|have|can|could|was|will|would|should|than|and|as) I\.$")
"""The pronoun, and no initial: "So do I"."""
_GOES_ON = re.compile(r"(?:\.{2,}|…)[\"'”’)\]»*_]*[ \t]+[*_]*[a-zà-ÿ]")
"""A pause within a sentence: "it was like... coming home"."""
_MARKER = re.compile(r"\s*(?:(?:[-*•–]|\d{1,2}[.)]|#{1,6}|>)[ \t]+)*")
_LOOK_BACK = 12
_ENDED = re.compile(r"[.!?…\n\U0001f300-\U0001faff\u2600-\u27bf)][\"'”’)\]»*_\ufe0f\u200d\s]*$")


def sentence_around(text: str, span: Span) -> Span:
    """
    Return the sentence, or sentences, of *text* that *span* touches.

    White space around it stays outside, and so does a list marker before it.
    """
    start, stop = 0, len(text)
    for end in _ends(text):
        if end <= span.start:
            start = end
        elif end >= span.stop:
            stop = end
            break
    marker = _MARKER.match(text, start)
    if marker is not None and marker.end() <= span.start:
        start = marker.end()
    stop = max(span.stop, start + len(text[start:stop].rstrip()))
    return Span(min(start, span.start), stop)


def sentences(text: str) -> Iterator[Span]:
    """Yield the sentences of *text* in order, without the white space around each."""
    start = 0
    for stop in (*_ends(text), len(text)):
        body = text[start:stop]
        core = body.strip()
        if core:
            at = start + len(body) - len(body.lstrip())
            yield Span(at, at + len(core))
        start = stop


def is_over(text: str) -> bool:
    """Return whether a sentence has ended where *text* ends; an empty text has none open."""
    return not text or _ENDED.search(text) is not None


def marked(text: str, at: int) -> bool:
    """Return whether the line of *text* in which offset *at* lies is an item, heading or quote."""
    line = text.rfind("\n", 0, at) + 1
    marker = _MARKER.match(text, line)
    return marker is not None and bool(marker.group().strip())


def _ends(text: str) -> Iterator[int]:
    for match in _END.finditer(text):
        before = text[max(0, match.start() - _LOOK_BACK) : match.start() + 1]
        if match.group()[0] in {".", "…"} and _GOES_ON.match(text, match.start()):
            continue
        if _HOUR.search(before) and text[match.end() :].lstrip(" ")[:1].islower():
            continue
        initial = _NO_END.search(before) and not _I_END.search(before)
        if match.group()[0] != "." or not initial:
            yield match.end()

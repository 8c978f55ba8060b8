"""
What the windows of one text showed, for every frame of it.

Windows overlap: what stands near the border of two frames is looked at twice, with other
words around it. A detector of names may know a name in one window and not in the other, so
what one of them showed counts for both. So does a value that was found once and comes again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from guardrails.acquaintances import Acquaintances
from guardrails.bench import Looked
from guardrails.detectors.plain import plain_words
from guardrails.findings import Family, Finding, Span
from guardrails.window import Frame

AGAIN: Final = "frames/1:known"
"""Source of a finding that a value was found elsewhere in the same text."""

AGAIN_SCORE: Final = 9_000
"""Its score: a rule that hid it once hides it again."""

_SHELF: Final = 256
"""Characters; findings are kept by where they stand, so that few are asked for each frame."""


class Sightings:
    """
    What was found in the windows of one text so far: personal data alone.

    Of a reply that comes in pieces that is what came before; of a text that is there as a
    whole, everything. The work for a frame does not grow with the text.
    """

    def __init__(self) -> None:
        self._shelves: dict[int, list[Finding]] = {}
        self._acquaintances = Acquaintances()

    def take(self, frame: Frame, found: Iterable[Finding]) -> None:
        """
        Keep what was *found* in the window of *frame*; spans in the raw text.

        Nothing is kept of a piece of a word that no window shows whole: it may be half of
        a value.
        """
        if frame.overlong:
            return
        for one in found:
            if one.family is not Family.PII:
                continue
            start, stop = one.span.start, one.span.stop
            for shelf in _shelves(start, stop):
                self._shelves.setdefault(shelf, []).append(one)
            value = frame.window[start - frame.left : stop - frame.left]
            self._acquaintances.learn(one.category.partition(".")[2], value)

    def completed(self, frame: Frame, looked: Looked) -> Looked:
        """Return *looked*, of *frame*, with what other windows showed of it, and known values."""
        more = self.more(frame, looked.findings)
        if not more:
            return looked
        found = sorted(
            (*looked.findings, *more),
            key=lambda one: (one.span, one.category, -one.score, one.source),
        )
        return replace(looked, findings=tuple(found))

    def more(self, frame: Frame, found: Iterable[Finding]) -> list[Finding]:
        """Return what else is known of *frame*: nothing that one of *found* covers whole."""
        if frame.overlong:
            return []
        values = [one.span for one in found if one.family is Family.PII]
        made = []
        for one in sorted((*self._others(frame), *self._again(frame)), key=_widest):
            low, high = one.span.start, one.span.stop
            if not any(each.start <= low and high <= each.stop for each in values):
                values.append(one.span)
                made.append(one)
        return made

    def _others(self, frame: Frame) -> Iterator[Finding]:
        for shelf in _shelves(frame.start, frame.stop):
            for one in self._shelves.get(shelf, ()):
                if one.span.start < frame.stop and frame.start < one.span.stop:
                    yield one

    def _again(self, frame: Frame) -> Iterator[Finding]:
        """
        Yield values that stand in *frame* again.

        A word of a name counts with a capital alone, and where it is none of the words that
        are never a name: in small letters most were ordinary words.
        """
        for known in self._acquaintances.find(frame.window):
            span = Span(known.start + frame.left, known.stop + frame.left)
            said = frame.window[known.start : known.stop]
            named = not known.part or (said[:1].isupper() and said.lower() not in plain_words())
            if named and span.start < frame.stop and frame.start < span.stop:
                yield Finding(f"pii.{known.kind}", span, AGAIN_SCORE, AGAIN)


def _shelves(start: int, stop: int) -> range:
    return range(start // _SHELF, (stop - 1) // _SHELF + 1)


def _widest(one: Finding) -> tuple[int, Span, bool, int, str, str]:
    length = one.span.stop - one.span.start
    return (-length, one.span, one.source == AGAIN, -one.score, one.category, one.source)

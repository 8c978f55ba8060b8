"""
How text is cut into frames, whole or streamed, to the model or from it.

    raw text   …────────┬─────────────── frame ───────────────┬──────────…
    window         ◀ 80 │                                     │ 32 ▶

A frame ends at a sentence end, or at a word border at 400 characters. It may be
looked at once the next 32 characters, or the end, are known. Every cut depends
on the raw text alone, so a reply is cut in the same places however it arrives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

LEFT = 80
"""Characters before a frame that are looked at with it."""
RIGHT = 32
"""Characters after a frame that must be known before it is looked at."""
LONGEST = 400
"""A frame with no sentence end is cut at the last word border up to here."""
SHORTEST = 60
"""Sentences are joined until a frame is this long, so that context is not read thrice."""
SPOKEN = 240
"""The same for text on its way to the model: nobody waits for the first frame of it."""
AHEAD = 80
"""Characters after a frame of such a text: all of it is there, so nothing is waited for."""
UNBROKEN = 1000
"""A single word longer than this is cut, and told to be: no detector sees it as a whole."""

_END = re.compile(
    r"""[.!?…]+["'”’)\]»*_]*\s      # a sentence, its closing marks and one space
      | \n                          # a line
      | [。！？]["”’）」』]*            # scripts that leave no space
    """,
    re.VERBOSE,
)
_NO_END = re.compile(
    r"""(?: \b(?:mr|mrs|ms|dr|prof|st|mt|no|vs|etc|approx|dept|est|e\.g|i\.e|z\.b|sr|sra|mme)
          | (?:^|\s)[^\W\d_]        # an initial
          | (?:^|\n)[ \t]*\d{1,2}   # a numbered list
        )\.$""",
    re.VERBOSE | re.IGNORECASE,
)
_PAUSE = re.compile(r"(?:\.{2,}|…)[\"'”’)\]»*_]*\s[*_]*[a-zà-ÿ]")
"""A pause within a sentence: "it felt like... coming home"."""
_HOURS = frozenset({"a.m.", "p.m."})
"""What ends a sentence only where none goes on: "text me at 3 a.m. if you must"."""
_LOOK_BACK = 12
_FEW = 5  # different letters and digits
_FEW_DIGITS = 2
_QUOTE = '"'
_AFTER_QUOTE = frozenset(",:]})> ")
"""What follows the quotation mark at which a value of JSON, or of an attribute, ends."""


@dataclass(frozen=True, slots=True)
class Frame:
    """
    A piece of a text, and the window that it is looked at in.

    Attributes:
        n: Its number, from 0.
        start: First code point, in the raw text.
        stop: One past the last code point.
        last: It ends the text.
        left: Where the window begins, in the raw text.
        window: The text of the window.
        overlong: It is a piece of a word too long to be seen whole, which may hold a value.
        goes_on: It goes on with the overlong word that the frame before began.
    """

    n: int
    start: int
    stop: int
    last: bool
    left: int
    window: str = field(repr=False)
    overlong: bool = False
    goes_on: bool = False

    @property
    def text(self) -> str:
        """The frame's own text."""
        return self.window[self.start - self.left : self.stop - self.left]


class Cutter:
    """
    Cuts one text into frames as it arrives.

    Keeps no more than one frame and its context; the work for each piece is
    bounded and the total is linear.

    Args:
        shortest: Sentences are joined until a frame is this long.
        right: Characters after a frame that are looked at with it.
    """

    def __init__(self, shortest: int = SHORTEST, right: int = RIGHT) -> None:
        self._shortest = shortest
        self._right = right
        self._held = ""
        self._base = 0  # offset of _held[0] in the raw text
        self._start = 0  # where the next frame begins, in the raw text
        self._n = 0
        self._need = 0  # length of raw text below which no frame can be ready
        self._ended = False
        self._torn = False  # the next frame ends within an overlong word
        self._inside = False  # the next frame begins within one

    @property
    def length(self) -> int:
        """Characters received so far."""
        return self._base + len(self._held)

    def feed(self, piece: str) -> Iterator[Frame]:
        """Take the next *piece* and yield the frames that are ready, in order."""
        self._held += piece
        yield from self._ready()

    def finish(self) -> Iterator[Frame]:
        """Yield what is left. The text is over, whatever the reason."""
        self._ended = True
        self._need = 0
        yield from self._ready()

    def _ready(self) -> Iterator[Frame]:
        while self.length >= self._need:
            stop = self._cut()
            if stop is None:
                return
            left = max(0, self._start - LEFT)
            right = min(stop + self._right, self.length)
            window = self._held[left - self._base : right - self._base]
            last = self._ended and stop == self.length
            overlong = self._inside or self._torn
            frame = Frame(self._n, self._start, stop, last, left, window, overlong, self._inside)
            self._inside = overlong and not self._over(stop)
            self._n += 1
            self._start = stop
            self._forget()
            yield frame

    def _cut(self) -> int | None:
        """Return where the next frame ends, or None while that is not known."""
        have = self.length
        if self._start >= have:
            return None
        self._torn = False
        stop = self._word_end() if self._inside else self._sentence_end() or self._word_border()
        if stop is None:
            if self._ended:
                self._torn = False
                return have
            self._need = have + 1
            return None
        if not self._ended and have < stop + self._right:
            self._need = stop + self._right
            return None
        return stop

    def _sentence_end(self) -> int | None:
        begin = self._start - self._base
        limit = min(len(self._held), begin + LONGEST)
        at = max(begin, begin + self._shortest - _LOOK_BACK)
        for match in _END.finditer(self._held, at, limit):
            stop = match.end()
            if stop - begin < self._shortest:
                continue
            mark = match.start() + 1
            if match.group()[0] == "." and _NO_END.search(
                self._held[max(0, mark - _LOOK_BACK) : mark]
            ):
                continue
            if _PAUSE.match(self._held, match.start()) or (
                self._held[max(0, mark - 4) : mark].lower() in _HOURS
                and self._held[stop : stop + 1].islower()
            ):
                continue
            return self._base + stop
        return None

    def _word_border(self) -> int | None:
        begin = self._start - self._base
        if len(self._held) - begin <= LONGEST:
            return None
        for at in range(begin + LONGEST, begin, -1):
            if self._held[at - 1].isspace():
                return self._base + at
        for at in range(begin + LONGEST, min(len(self._held), begin + UNBROKEN + 1)):
            if self._held[at].isspace():
                return self._base + at + 1
        return self._within(begin) if len(self._held) - begin > UNBROKEN else None

    def _within(self, begin: int) -> int:
        """Return where a word that begins at *begin* and is too long for a frame is cut."""
        stop = begin + UNBROKEN
        for at in range(stop, begin, -1):
            if self._closed(at - 1):
                return self._base + min(at + 1, stop)
        if _telling(self._held[begin:stop]):
            self._torn = True
            return self._base + stop
        # Not inside a pseudonym: those are short and hold no space.
        bracket = self._held.rfind("<", stop - 2 * RIGHT, stop)
        return self._base + (bracket if bracket > begin else stop)

    def _word_end(self) -> int | None:
        """Return where the next piece of an overlong word ends."""
        begin = self._start - self._base
        for at in range(begin + 1, min(len(self._held), begin + UNBROKEN)):
            if self._held[at].isspace() or self._closed(at):
                return self._base + at
        return self._base + begin + UNBROKEN if len(self._held) - begin > UNBROKEN else None

    def _closed(self, at: int) -> bool:
        """Return whether a value of JSON, or of an attribute, ends at a quotation mark *at*."""
        if self._held[at] != _QUOTE or self._held[at - 1 : at] == "\\":
            return False
        after = self._held[at + 1 : at + 2]
        return after in _AFTER_QUOTE if after else self._ended

    def _over(self, stop: int) -> bool:
        """Return whether an overlong word is over at *stop*."""
        at = stop - self._base
        return at >= len(self._held) or self._held[at].isspace() or self._closed(at)

    def _forget(self) -> None:
        drop = self._start - LEFT - self._base
        if drop > len(self._held) // 2:
            self._held = self._held[drop:]
            self._base += drop


def _telling(word: str) -> bool:
    """Return whether *word* may hold a value: a line, zeros or a long "aaah" do not."""
    signs = {char for char in word if char.isalnum()}
    return len(signs) >= _FEW or sum(map(str.isdigit, signs)) >= _FEW_DIGITS


def frames(text: str, shortest: int = SHORTEST, right: int = RIGHT) -> Iterator[Frame]:
    """Yield the frames of a whole *text*; none for an empty one."""
    cutter = Cutter(shortest, right)
    yield from cutter.feed(text)
    yield from cutter.finish()

"""
Where in a reply a text stands: in prose, in a JSON document, or in a string of one.

A value that is put back into a string of JSON is written with JSON's escapes, so that the
document stays valid; in a document that is itself a string of another, twice.
"""

from __future__ import annotations

import json
import re
from typing import Final

_MARGIN = r"[\s>]*(?:[-*+]\s+|\d{1,3}[.)]\s+)?"  # of a quotation, or of an item of a list
_FENCE = re.compile(rf"{_MARGIN}(?:```+|~~~+)\s*(?:\{{?\s*\.)?json\w*\b.*\s*", re.IGNORECASE)
_CLOSE = re.compile(r"[\s>]*(?:```+|~~~+)\s*")
_OUTSIDE: Final = frozenset("{}[]:, \t\r\n0123456789+-.eEtrufalsn")
"""What JSON may hold outside of its strings."""
_LONGEST_LINE: Final = 40  # the beginning of a fence is shorter
_SPACE: Final = " \t\r\n"
_TELLING = re.compile(r"[{\[`~]")


def written(value: str, escapes: int) -> str:
    """Return *value* as it is written within so many strings of JSON."""
    for _ in range(escapes):
        value = json.dumps(value, ensure_ascii=False)[1:-1]
    return value


class JsonString:
    """
    Follows what stands within one string of JSON, from its beginning.

    A string whose first sign is a bracket may hold a document of its own, whose strings
    are between escaped quotation marks.
    """

    def __init__(self) -> None:
        self.over = False
        self._escaped = False
        self._first = ""
        self._inner = False
        self._quoted = False  # what comes next is escaped within the inner document

    @property
    def escapes(self) -> int:
        """In how many strings what comes next stands: 1, or 2."""
        return 1 + self._inner

    def read(self, char: str) -> None:
        """Go on by *char*."""
        if self._escaped:
            self._escaped = False
            self._said(char)
        elif char == "\\":
            self._escaped = True
        elif char == '"':
            self.over = True
        else:
            self._first = self._first or char.strip(_SPACE)
            self._quoted = False

    def _said(self, escape: str) -> None:
        """Go on by what *escape* stands for, within the document that the string may hold."""
        if escape == '"' and not self._quoted and self._first in {"{", "["}:
            self._inner = not self._inner
        self._quoted = escape == "\\" and not self._quoted


class Place:
    """
    Follows a reply from its beginning.

    A document is what a reply begins with, a fenced block that is marked as JSON, or an
    object or a list of strings within prose, each for as long as it reads like JSON.
    """

    def __init__(self) -> None:
        self._string: JsonString | None = None
        self._depth = 0
        self._fenced = False
        self._prose = False
        self._opened = 0  # brackets in prose, which may begin a document
        self._within = False  # an object within prose
        self._line = ""
        self.whole = True
        """So far the reply is nothing but JSON: whoever reads it reads it as that."""

    @property
    def escapes(self) -> int:
        """In how many strings of JSON what comes next stands."""
        return self._string.escapes if self._string is not None else 0

    def read(self, text: str) -> None:
        """Go on by *text*."""
        if self._plain and not _TELLING.search(text):
            _, newline, rest = text.rpartition("\n")
            self._line = ((self._line if not newline else "") + rest)[:_LONGEST_LINE]
            return
        for char in text:
            if self._string is not None:
                self._in_string(self._string, char)
            elif self._fenced or not self._prose:
                self._document(char)
            else:
                self._may_begin(char)
            if char == "\n":
                self._end_of_line()
            elif len(self._line) < _LONGEST_LINE:
                self._line += char

    @property
    def _plain(self) -> bool:
        """Whether this is prose, and nothing has begun."""
        begun = self._fenced or self._opened or self._string is not None
        return self._prose and not begun and not _TELLING.search(self._line)

    def _in_string(self, string: JsonString, char: str) -> None:
        string.read(char)
        broken = char == "\n" and (self._within or self._fenced)
        if string.over or broken:  # no string of JSON holds a line break
            self._string = None
        if broken and self._within:
            self._prose, self._within, self._depth = True, False, 0

    def read_value(self) -> None:
        """Go on by a value of the person's, which is never looked at."""
        self.read("x" if self._string is not None else "<")

    def _document(self, char: str) -> None:
        """Read *char* of a document, outside of any string."""
        if char == '"' and (self._depth or self._fenced):
            self._string = JsonString()
        elif char in "{[":
            self._depth += 1
        elif char in "}]":
            self._depth -= 1
        elif not (self._fenced or char in _SPACE or (char in _OUTSIDE and self._depth)):
            # Between documents there is only space; anything else makes it prose.
            self._prose, self._within, self._depth = True, False, 0
            self.whole = False

    def _may_begin(self, char: str) -> None:
        """Read *char* of prose: `{"` begins an object, and `["` a list."""
        if char == '"' and self._opened:
            self._prose, self._within, self._depth = False, True, self._opened
            self._opened = 0
            self._string = JsonString()
        elif char in "{[":
            self._opened += 1
        elif char not in _SPACE:
            self._opened = 0

    def _end_of_line(self) -> None:
        line, self._line = self._line, ""
        if self._fenced:
            if self._string is None and _CLOSE.fullmatch(line):
                self._fenced, self._prose, self._depth = False, True, 0
        elif self._prose and _FENCE.fullmatch(line):
            self._fenced, self._depth, self._opened = True, 0, 0
        elif self._prose and _CLOSE.fullmatch(line):
            # A block without a mark is a document if it begins like one.
            self._prose, self._within, self._depth, self._opened = False, True, 0, 0

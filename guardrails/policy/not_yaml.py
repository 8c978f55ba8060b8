"""What is wrong with a text that is no YAML: in our own words where spaces are counted wrong."""

from __future__ import annotations

import re
from typing import Final

import yaml

_ASTRAY = frozenset({"did not find expected '-' indicator", "did not find expected key"})
"""What libyaml says of a line that begins in a column of its own."""
_AMONG: Final = (
    "an item that begins with '-' stands among settings: begin it where the other items of its "
    "list begin"
)
_NO_VALUE: Final = "mapping values are not allowed in this context"
_RESERVED: Final = frozenset("@`%")
_CANNOT_START: Final = "found character that cannot start any token"
_FIRST_KEY = re.compile(r" *(?:- )?[a-z_-]+")
_BEGINNING = re.compile(r" *(?P<dash>- +)?(?P<key>[^\s#])")


def why_not_yaml(error: yaml.MarkedYAMLError, text: str) -> str:
    """Return what *error* says of *text*; of spaces that are counted wrong in our own words."""
    astray = _astray(error, text)
    return astray if astray is not None else _libyaml(error) + _advice(error, text)


def _libyaml(error: yaml.MarkedYAMLError) -> str:
    why = f"not valid YAML: {error.problem}"
    if error.context is not None and error.context_mark is not None:
        why += f" ({error.context} that begins on line {error.context_mark.line + 1})"
    return why


def _advice(error: yaml.MarkedYAMLError, text: str) -> str:
    if error.problem == _NO_VALUE:
        return "; a text with a colon in it needs quotes"
    at, lines = error.problem_mark, text.split("\n")
    if error.problem == _CANNOT_START and at is not None and at.line < len(lines):
        sign = lines[at.line][at.column : at.column + 1]
        return f"; a text that begins with {sign} needs quotes" if sign in _RESERVED else ""
    return ""


def _astray(error: yaml.MarkedYAMLError, text: str) -> str | None:
    """Return that a line begins where it should not, if that is what is wrong."""
    at, within, lines = error.problem_mark, error.context_mark, text.split("\n")
    if at is None or at.line >= len(lines):  # the end of a file
        return None
    line, first = lines[at.line], lines[at.line][: at.column]
    if error.problem == _NO_VALUE:
        # A setting that is further in than the one before goes on with that one's text.
        return _told(lines, at.line) if _FIRST_KEY.fullmatch(first) else None
    begins = not first.strip() and line[at.column : at.column + 1] not in {"", "]", "}", ","}
    if error.problem not in _ASTRAY or within is None or not begins:
        return None
    if at.column != within.column:
        return _told(lines, at.line)
    return _AMONG if line.lstrip().startswith("- ") else None


def _told(lines: list[str], at: int) -> str:
    """Return how far in the line *at*, from 0, begins, and how far its likely neighbour."""
    line = lines[at]
    spaces = len(line) - len(line.lstrip(" "))
    told = f"this line begins {spaces} {'space' if spaces == 1 else 'spaces'} in"
    near = _near(lines[:at], spaces, item=line.lstrip().startswith("- "))
    if near is None:
        return f"{told}, as no line above that it could belong to: count their spaces"
    number, column = near
    return f"{told}, and line {number}, likely its neighbour, {column}: give both as many"


def _near(above: list[str], spaces: int, *, item: bool) -> tuple[int, int] | None:
    """Return number and column of the line *above* whose beginning is nearest, the last such."""
    best: tuple[int, int] | None = None
    for number in range(len(above), 0, -1):
        match = _BEGINNING.match(above[number - 1])
        if match is None or (item and match["dash"] is None):
            continue
        column = match.start("dash" if item else "key")
        if best is None or abs(column - spaces) < abs(best[1] - spaces):
            best = number, column
        if column == spaces:
            break
    return best

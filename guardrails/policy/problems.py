"""Collects everything that is wrong in one policy file, so that it is told at once."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice
from typing import Final, Protocol

from guardrails.errors import PolicyError, Problem

MOST: Final = 100
"""How many problems are told of one file; the rest is counted."""

_CANDIDATES: Final = 500
_WORD: Final = 64


class Located(Protocol):
    """Anything that stands somewhere in a file."""

    @property
    def line(self) -> int:
        """Counted from 1."""
        ...

    @property
    def column(self) -> int:
        """Counted from 1, in code points."""
        ...


class Problems:
    """The problems of one file; false while there are none."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._told: list[Problem] = []
        self._more = 0

    def __bool__(self) -> bool:
        return bool(self._told)

    @property
    def full(self) -> bool:
        """Whether further problems are only counted."""
        return len(self._told) >= MOST

    def add(self, at: Located, message: str) -> None:
        """Add a problem at the place of *at*."""
        self.add_at(at.line, at.column, message)

    def add_at(self, line: int, column: int, message: str) -> None:
        """Add a problem at a place that counts from 1."""
        if self.full:
            self._more += 1
        else:
            self._told.append(Problem(self._file, line, column, message))

    def unknown(self, at: Located, message: str, word: str, known: Iterable[str]) -> None:
        """Add a problem about an unknown *word*, with the nearest *known* one if there is any."""
        self.add(at, message if self.full else message + did_you_mean(word, known))

    def error(self) -> PolicyError:
        """Return all problems as one error, in the order of the file."""
        told = sorted(self._told)
        if self._more:
            last = told[-1]
            told.append(
                Problem(self._file, last.line, last.column, f"and {self._more:,} more problems")
            )
        return PolicyError(tuple(told))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `. Did you mean 'x'?` for the nearest of *known*, or nothing."""
    if len(word) > _WORD:
        return ""
    near = get_close_matches(word.lower(), islice(known, _CANDIDATES), n=1, cutoff=0.7)
    return f". Did you mean '{near[0]}'?" if near else ""


def quoted(text: str) -> str:
    """Return *text* in quotes for a message, on one line, cut after 40 characters."""
    line = "".join(character if character.isprintable() else "\ufffd" for character in text[:41])
    return f"'{line[:40]}…'" if len(text) > 40 else f"'{line}'"  # noqa: PLR2004

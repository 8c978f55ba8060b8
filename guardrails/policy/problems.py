"""Collects everything that is wrong in one policy file, so that it is told at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import islice
from typing import Final, Protocol

from guardrails.errors import PolicyError, Problem

MOST: Final = 100
"""How many problems are told of one file; the rest is counted."""

_CANDIDATES: Final = 500
_WORD: Final = 64


class Placed(Protocol):
    """Anything that stands in a line of a file."""

    @property
    def line(self) -> int:
        """Counted from 1."""
        ...

    @property
    def file(self) -> str:
        """Name of its file; empty for the one that is read."""
        ...


class Located(Placed, Protocol):
    """Anything of which the column is known too."""

    @property
    def column(self) -> int:
        """Counted from 1, in code points."""
        ...


@dataclass(slots=True)
class Told:
    """The problems of some files that are read together, and how many more there were."""

    problems: list[Problem] = field(default_factory=list)
    doubts: list[Problem] = field(default_factory=list)
    more: int = 0


class Problems:
    """The problems of a file, and of those that are read with it; false while there are none."""

    def __init__(self, file: str, told: Told | None = None) -> None:
        self.file = file
        self._told = told or Told()

    def of(self, file: str) -> Problems:
        """Return the problems of another *file* that is read with this one; they count here."""
        return Problems(file, self._told)

    def __bool__(self) -> bool:
        return bool(self._told.problems or self._told.doubts)

    @property
    def full(self) -> bool:
        """Whether further problems are only counted."""
        return len(self._told.problems) >= MOST

    def add(self, at: Located, message: str) -> None:
        """Add a problem at the place of *at*."""
        self.add_at(at.line, at.column, message, at.file)

    def add_at(self, line: int, column: int, message: str, file: str = "") -> None:
        """Add a problem at a place that counts from 1; *file* if it is another one."""
        self._add(Problem(file or self.file, line, column, message))

    def _add(self, problem: Problem) -> None:
        if self.full:
            self._told.more += 1
        else:
            self._told.problems.append(problem)

    def doubt(self, at: Located, message: str) -> None:
        """
        Add a problem that counts only if nothing else is told of the same place.

        What is wrong with a value can be said best by whoever knows what it should be.
        """
        self._told.doubts.append(Problem(at.file or self.file, at.line, at.column, message))

    def unknown(self, at: Located, message: str, word: str, known: Iterable[str]) -> None:
        """Add a problem about an unknown *word*, with the nearest *known* one if there is any."""
        self.add(at, message if self.full else message + did_you_mean(word, known))

    def adopt(self, others: Problems) -> None:
        """Add all that is told of *others*, files that are read on their own."""
        for problem in others.error().problems if others else ():
            self._add(problem)

    def error(self) -> PolicyError:
        """Return all problems as one error, in the order of the file."""
        places = {(one.file, one.line, one.column) for one in self._told.problems}
        for doubt in self._told.doubts:
            if (doubt.file, doubt.line, doubt.column) not in places:
                places.add((doubt.file, doubt.line, doubt.column))
                self._add(doubt)
        self._told.doubts.clear()
        told = sorted(self._told.problems)
        if self._told.more:
            last = told[-1]
            told.append(
                Problem(last.file, last.line, last.column, f"and {self._told.more:,} more problems")
            )
        return PolicyError(tuple(told))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `. Did you mean 'x'?` for the nearest of *known*, or nothing."""
    if len(word) > _WORD:
        return ""
    by_letters = {one.lower(): one for one in islice(known, _CANDIDATES)}
    near = get_close_matches(word.lower(), by_letters, n=1, cutoff=0.7)
    return f". Did you mean '{by_letters[near[0]]}'?" if near else ""


def quoted(text: str) -> str:
    """Return *text* in quotes for a message, on one line, cut after 40 characters."""
    line = "".join(character if character.isprintable() else "\ufffd" for character in text[:41])
    return f"'{line[:40]}…'" if len(text) > 40 else f"'{line}'"  # noqa: PLR2004

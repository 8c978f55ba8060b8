"""The tree of a policy file: every key and every value knows its line and column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Scalar:
    """
    A single value.

    Attributes:
        text: As it reads, quotes and escapes resolved.
        plain: Written without quotes, so that a number is a number.
        line: From 1.
        column: From 1, in code points.
        cut: A comment follows on its line, which may be the rest of a text that was meant.
        doubtful: YAML readers disagree on it. Of that is told, unless something better is.
    """

    text: str
    plain: bool
    line: int
    column: int
    cut: bool = False
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One `key: value` of a table."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Table:
    """A block of `key: value` entries, no key twice."""

    entries: tuple[Entry, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Series:
    """A list of values."""

    items: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Broken:
    """A value that was refused and told of already, so nothing more is said about it."""

    line: int
    column: int


Node: TypeAlias = Scalar | Table | Series | Broken

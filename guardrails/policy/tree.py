"""The tree of a policy file: every key and every value knows its line and column, and its file."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
        file: Name of the file that it comes from, if that is not the one that is read.
    """

    text: str
    plain: bool
    line: int
    column: int
    cut: bool = False
    doubtful: bool = False
    file: str = ""


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
    file: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """A list of values."""

    items: tuple[Node, ...]
    line: int
    column: int
    file: str = ""


@dataclass(frozen=True, slots=True)
class Broken:
    """A value that was refused and told of already, so nothing more is said about it."""

    line: int
    column: int
    file: str = ""


@dataclass(frozen=True, slots=True)
class Contested:
    """
    A value on which the policies that one builds on do not agree, until the one on top says it.

    Attributes:
        options: Name of the policy, and what it says.
    """

    options: tuple[tuple[str, Node], ...]
    line: int
    column: int
    file: str = ""


Node: TypeAlias = Scalar | Table | Series | Broken | Contested


def stamped(node: Node, file: str) -> Node:
    """Return *node*, what comes from no other file known to come from *file*."""
    match node:
        case Table():
            return stamped_table(node, file)
        case Series():
            items = tuple(stamped(item, file) for item in node.items)
            return replace(node, items=items, file=node.file or file)
        case _:
            return replace(node, file=node.file or file)


def stamped_table(table: Table, file: str) -> Table:
    """Return *table*, as `stamped` does."""
    entries = tuple(
        Entry(replace(one.key, file=one.key.file or file), stamped(one.value, file))
        for one in table.entries
    )
    return replace(table, entries=entries, file=table.file or file)


def entry_of(node: Node | None, name: str) -> Entry | None:
    """Return the entry *name* of *node*, or None if it has none or is no table."""
    if not isinstance(node, Table):
        return None
    return next((one for one in node.entries if one.key.text == name), None)


def value_of(node: Node | None, name: str) -> Node | None:
    """Return the value under *name* of *node*, or None if it has none or is no table."""
    entry = entry_of(node, name)
    return entry.value if entry is not None else None


def items_of(node: Node | None, name: str) -> tuple[Node, ...]:
    """Return the items of the list under *name* of *node*; none if there is no such list."""
    value = value_of(node, name)
    return value.items if isinstance(value, Series) else ()


def text_of(node: Node | None, name: str) -> str:
    """Return the single value under *name* of *node* as it reads, or an empty string."""
    value = value_of(node, name)
    return value.text.strip() if isinstance(value, Scalar) else ""

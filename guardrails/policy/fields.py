"""Reads a block of settings: no unknown key passes, no wanted key is missing unsaid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from guardrails.policy import values
from guardrails.policy.keys import KEYS, NOT_YET
from guardrails.policy.problems import Problems, quoted
from guardrails.policy.tree import Broken, Node, Table

T = TypeVar("T")
D = TypeVar("D")


class Fields:
    """
    One block of settings.

    Unknown settings, and those that are not built yet, are told of at once.

    Args:
        table: The block, or None for one that the file leaves out.
        kind: Which block; a key of `keys.KEYS`.
        problems: Where to tell.
        keys: The settings of each kind of block; those of a policy file by default.
    """

    def __init__(
        self,
        table: Table | None,
        kind: str,
        problems: Problems,
        keys: Mapping[str, tuple[str, ...]] = KEYS,
    ) -> None:
        self.table = table
        self._kind = kind
        self._problems = problems
        self._keys = keys
        self._nodes: dict[str, Node] = {}
        self._awaits = False
        known, later = keys[kind], NOT_YET.get(kind, ())
        for entry in table.entries if table is not None else ():
            name = entry.key.text
            if name in known:
                self._nodes[name] = entry.value
            elif name in later:
                self._awaits = True
                problems.add(entry.key, f"'{name}' in {kind} is not yet supported")
            else:
                message = f"{quoted(name)} is not a setting of {kind}"
                problems.unknown(entry.key, message, name, known)

    def __contains__(self, name: str) -> bool:
        return name in self._nodes

    @property
    def line(self) -> int:
        """Where the block begins, from 1; 0 if it is left out."""
        return self.table.line if self.table is not None else 0

    @property
    def column(self) -> int:
        """Where the block begins, from 1."""
        return self.table.column if self.table is not None else 1

    @property
    def file(self) -> str:
        """Name of its file; empty for the one that is read."""
        return self.table.file if self.table is not None else ""

    def node(self, name: str) -> Node | None:
        """Return the node of *name*, or None if it is left out."""
        return self._nodes.get(name)

    def read(self, name: str, how: values.How[T]) -> T | None:
        """Return the value of *name*, or None if it is left out or wrong."""
        node = self._nodes.get(name)
        if node is None or isinstance(node, Broken):
            return None
        return how(node, name, self._problems)

    def read_or(self, name: str, how: values.How[T], default: D) -> T | D:
        """Return the value of *name*, or *default* if it is left out or wrong."""
        value = self.read(name, how)
        return default if value is None else value

    def need(self, name: str, how: values.How[T], default: D) -> T | D:
        """Return the value of *name*; tell if it is left out, and go on with *default*."""
        # What is not yet supported may stand in its place.
        if name not in self._nodes and not self._awaits:
            self.tell(f"{self._kind} needs '{name}'")
        return self.read_or(name, how, default)

    def tell(self, message: str) -> None:
        """Tell *message* of the block as a whole."""
        if self.table is not None:
            self._problems.add(self.table, message)

    def tell_of(self, name: str, message: str) -> None:
        """Tell *message* of the value of *name*, or of the block if it is left out."""
        node = self._nodes.get(name)
        if node is None:
            self.tell(message)
        else:
            self._problems.add(node, message)

    def refer(self, name: str, kind: str, to: str, known: Mapping[str, object]) -> None:
        """Tell if *to*, the value of *name*, is not among the *known* names of its kind."""
        node = self._nodes.get(name)
        if node is not None and to not in known:
            self._problems.unknown(node, f"no {kind} {quoted(to)}", to, known)

    def block(self, name: str, kind: str | None = None) -> Fields:
        """Return the block *name*; an empty one if it is left out or wrong."""
        return Fields(self.read(name, values.table), kind or name, self._problems, self._keys)

    def blocks(self, name: str, kind: str) -> tuple[Fields, ...]:
        """Return every block of the list *name*; none of one that is too long to be read."""
        found = self.read(name, values.series)
        if found is not None and len(found.items) > values.MOST_BLOCKS:
            self._problems.add(found, f"'{name}' holds more than {values.MOST_BLOCKS:,} blocks")
            return ()
        fields = []
        for item in found.items if found is not None else ():
            if isinstance(item, Table):
                fields.append(Fields(item, kind, self._problems, self._keys))
            elif not isinstance(item, Broken):
                self._problems.add(item, f"an item of '{name}' is not a block of settings")
        return tuple(fields)

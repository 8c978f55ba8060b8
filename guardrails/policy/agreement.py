"""
What several policies that one builds on agree upon.

Where they differ, what one of them merely has from a policy below that the other changed
gives way, and else it is contested.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guardrails.policy.texts import REVIEWED
from guardrails.policy.tree import Broken, Contested, Entry, Node, Scalar, Series, Table, text_of


@dataclass(frozen=True, slots=True)
class Strand:
    """
    One policy that is built on.

    Attributes:
        name: As it is written under `extends`.
        root: All that it resolves to, every node with its file.
        messages: Message id → the message.
        files: Every file that it consists of.
        wording: Where several write the same message, its one counts.
    """

    name: str
    root: Table
    messages: Mapping[str, Entry]
    files: frozenset[str]
    wording: bool = False


Given = Sequence[tuple[Strand, Node]]
"""What each parent that says something says of a setting."""


def agreed(given: Given) -> Node:
    """Return what all say, or what is left once whoever only inherited it gives way."""
    left = _different(given)
    if len(left) > 1:
        left = [
            (strand, node)
            for strand, node in left
            if not any(
                node.file in other.files and against.file not in strand.files
                for other, against in left
                if against is not node
            )
        ] or left
    return left[0][1] if len(left) == 1 else contested(left)


def _different(given: Given) -> list[tuple[Strand, Node]]:
    """Return each thing that is said once; of the same texts one that somebody signed."""
    found: dict[object, tuple[Strand, Node]] = {}
    for strand, node in given:
        told = plain(node)
        known = found.get(told)
        signed = text_of(node, REVIEWED) not in {"", "null"}
        if known is None or (signed and text_of(known[1], REVIEWED) in {"", "null"}):
            found[told] = (strand, node)
    return list(found.values())


def plain(node: Node) -> object:
    """Return what *node* says, wherever and however it is written."""
    match node:
        case Table():
            kept = (one for one in node.entries if one.key.text != REVIEWED)
            return frozenset((one.key.text, plain(one.value)) for one in kept)
        case Series():
            return tuple(plain(item) for item in node.items)
        case Scalar():
            return node.text.strip()
    return node


def contested(given: Given) -> Node:
    """Return *given* as what nobody has decided between, or what was contested before."""
    if any(isinstance(node, Broken | Contested) for _, node in given):
        return next(node for _, node in given if isinstance(node, Broken | Contested))
    options = tuple((strand.name, node) for strand, node in given)
    first = given[0][1]
    return Contested(options, first.line, first.column, first.file)

"""Tells where the policies that one builds on do not agree, and what to write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from guardrails.policy.merge import NAMED_BY
from guardrails.policy.problems import Located, Problems, quoted
from guardrails.policy.texts import Block
from guardrails.policy.tree import Broken, Contested, Entry, Node, Scalar, Series, Table, text_of

_Written = Callable[[str], str]
"""Given a setting with its value, what is written of it at the top of a policy."""


def contested(root: Table, at: Located, problems: Problems) -> bool:
    """Return whether anything in *root* is contested; all of it is told *at* that place."""
    return _table(root, lambda entry: entry, at, problems)


def decided_messages(blocks: Iterable[Block], at: Located, problems: Problems) -> list[Block]:
    """Return *blocks*, of all messages that are contested in them told once."""
    made, contested = [], []
    for block in blocks:
        entries = []
        for entry in block.table.entries:
            if isinstance(entry.value, Contested):
                contested.append((entry.key.text, entry.value))
                entries.append(Entry(entry.key, Broken(entry.key.line, entry.key.column)))
            else:
                entries.append(entry)
        made.append(replace(block, table=replace(block.table, entries=tuple(entries))))
    if contested:
        name, first = contested[0]
        more = f", and {len(contested) - 1} others too" if len(contested) > 1 else ""
        what = (
            f"{_said(first.options)} write the message {quoted(name)} differently{more}: write "
            "it under 'messages', or 'wording: true' beside the policy whose texts are to count"
        )
        problems.add(at, what)
    return made


def _table(table: Table, written: _Written, at: Located, problems: Problems) -> bool:
    found = [_node(one.value, one.key.text, written, at, problems) for one in table.entries]
    return any(found)


def _node(node: Node, name: str, written: _Written, at: Located, problems: Problems) -> bool:
    match node:
        case Contested():
            _tell(node, name, written, at, problems)
            return True
        case Table():
            return _table(node, lambda entry: written(f"{name}: {{{entry}}}"), at, problems)
        case Series() if name in NAMED_BY:
            return any([_item(item, name, written, at, problems) for item in node.items])  # noqa: C419 - all are told
    return False


def _item(item: Node, name: str, written: _Written, at: Located, problems: Problems) -> bool:
    by = NAMED_BY[name]
    word = text_of(item.options[0][1] if isinstance(item, Contested) else item, by)

    def here(entry: str) -> str:
        return written(f"{name}: {{change: [{{{by}: {word}, {entry}}}]}}")

    if isinstance(item, Contested):
        _tell(item, word, lambda _: here("..."), at, problems)
        return True
    return isinstance(item, Table) and _table(item, here, at, problems)


def _tell(node: Contested, name: str, written: _Written, at: Located, problems: Problems) -> None:
    if len(node.options) == 1:
        [(who, one)] = node.options
        said = f"{who} ({_at(one)}) says '{name}', and another policy leaves it out"
    else:
        said = f"{_said(node.options)} do not agree on '{name}'"
    what = f"{said}: write the one that counts here, such as {written(_entry(name, node))}"
    problems.add(at, what)


def _entry(name: str, node: Contested) -> str:
    match node.options[0][1]:
        case Scalar(text=text):
            return f"{name}: {text[:40]}"
        case Series(items=items):
            words = ", ".join(one.text for one in items if isinstance(one, Scalar))
            return f"{name}: {{replace: [{words[:60]}]}}"
    return f"{name}: {{...}}"


def _said(options: Sequence[tuple[str, Node]]) -> str:
    told = [f"{name} ({_at(node)})" for name, node in options]
    return f"{', '.join(told[:-1])} and {told[-1]}"


def _at(node: Node) -> str:
    return f"{node.file}:{node.line}"

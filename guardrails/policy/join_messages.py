"""The messages of several policies that one builds on, in the languages of all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from guardrails.policy.agreement import Given, Strand, agreed, contested
from guardrails.policy.tree import Contested, Entry, Node, Series, Table, entry_of


def joined_messages(strands: Iterable[Strand]) -> dict[str, Entry]:
    """Return message id → the message of all *strands*."""
    ordered = sorted(strands, key=lambda one: one.name)
    found: dict[str, Entry] = {}
    for name in dict.fromkeys(name for one in ordered for name in one.messages):
        given = [(one, one.messages[name].value) for one in ordered if name in one.messages]
        preferred = [one for one in given if one[0].wording]
        key = next(one.messages[name].key for one in ordered if name in one.messages)
        found[name] = Entry(key, _message(preferred or given))
    return found


def _message(given: Given) -> Node:
    """Return a message that all agree upon, in the languages of all; or what is contested."""
    tables = [(one, node) for one, node in given if isinstance(node, Table)]
    languages = {tuple(one.key.text for one in node.entries) for _, node in tables}
    if len(tables) < len(given) or len(languages) == 1:
        return agreed(given)
    whole = _languages(tables)
    decided = not any(isinstance(one.value, Contested) for one in whole.entries)
    return whole if decided else agreed(given)


def _languages(given: Sequence[tuple[Strand, Table]]) -> Table:
    """Return wordings of one text in the languages of all; what is not agreed is contested."""
    entries = []
    for key in dict.fromkeys(one.key.text for _, table in given for one in table.entries):
        found = [(strand, entry_of(table, key)) for strand, table in given]
        said = [(strand, entry.value) for strand, entry in found if entry is not None]
        entries.append(Entry(next(one for _, one in found if one is not None).key, _text_of(said)))
    return replace(given[0][1], entries=tuple(entries))


def _text_of(given: Given) -> Node:
    """Return a text, or further wordings, each in the languages of all."""
    lists = [(one, node) for one, node in given if isinstance(node, Series)]
    if len(lists) < len(given) or len({len(node.items) for _, node in lists}) > 1:
        return agreed(given)
    items = []
    for place in range(len(lists[0][1].items)):
        wording = [(one, node.items[place]) for one, node in lists]
        tables = [(one, node) for one, node in wording if isinstance(node, Table)]
        items.append(_languages(tables) if len(tables) == len(wording) else agreed(wording))
    parts = [one.value for item in items if isinstance(item, Table) for one in item.entries]
    if any(isinstance(one, Contested) for one in (*items, *parts)):
        return contested(given)
    return replace(lists[0][1], items=tuple(items))

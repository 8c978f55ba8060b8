"""
A policy on top of the one that it builds on, as trees: before anything of either is understood.

    settings       of both; where both say something, the child's counts
    blocks         are merged setting by setting
    lists          say what becomes of the parent's: `add`, `remove`, `change` or `replace`
    a channel      that is named again stands in the place of the parent's
    a message      that is written anew is no longer signed by whoever signed the parent's
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from guardrails.policy.problems import Problems, quoted
from guardrails.policy.texts import AGAIN, REVIEWED, SETTINGS, Block
from guardrails.policy.tree import (
    Broken,
    Contested,
    Entry,
    Node,
    Scalar,
    Series,
    Table,
    entry_of,
    items_of,
    text_of,
)

OPERATIONS: Final = ("add", "remove", "change", "replace")
"""What a policy may say of a list of the one that it builds on."""

OWN: Final = frozenset({"schema", "policy", "extends", "texts", "messages"})
"""Sections that are never merged: which policy this is, and where its texts lie."""

NAMED_BY: Final[Mapping[str, str]] = {
    "pii": "id",
    "claim": "id",
    "crisis": "id",
    "crisis-reply": "id",
    "dependence": "id",
    "types": "name",
    "except": "name",
    "tests": "say",
}
"""Lists of blocks, and by which setting each of their blocks is known."""

SECTIONS: Final = ("pii", "claim", "crisis", "crisis-reply", "dependence")
"""Those of them that hold rules."""

_WHOLE: Final = "channels"


def merged(parent: Table, child: Table, problems: Problems) -> Table:
    """Return the policy file *child* on top of *parent*; what cannot be merged is told."""
    known = {entry.key.text: entry for entry in parent.entries if entry.key.text not in OWN}
    entries = _merged(known, child.entries, "", problems)
    whole = replace(child, entries=tuple(entries))
    return replace(whole, entries=tuple(_fitting(one, whole) for one in entries))


def _fitting(entry: Entry, whole: Table) -> Entry:
    """
    Return *entry*; of the parent's cases only those that can be asked of the child.

    Out are those in a language that it does not have, or about a rule that it took out.
    """
    tests, locales = entry.value, entry_of(whole, "locales")
    if entry.key.text != "tests" or locales is None or not isinstance(tests, Series):
        return entry
    known = {"", *(_name(one, "") for one in getattr(locales.value, "items", ()))}
    rules = {_name(item, name) for name in SECTIONS for item in items_of(whole, name)}
    kept = [
        one
        for one in tests.items
        if not one.file
        or (text_of(one, "locale") in known and all(map(rules.__contains__, _asked(one))))
    ]
    return Entry(entry.key, replace(tests, items=tuple(kept)))


def _asked(case: Node) -> Iterator[str]:
    """Yield the ids of rules of the sections that *case* names, and no patterns."""
    expect = entry_of(case, "expect")
    for name in ("rule", "not_rule"):
        word = text_of(expect.value, name) if expect is not None else ""
        if word.partition(".")[0] in SECTIONS and not word.endswith("*"):
            yield word


def rule_at(name: str, root: Table) -> Table | None:
    """Return the block of the rule *name* in the file *root*."""
    for section in SECTIONS:
        for item in items_of(root, section):
            if isinstance(item, Table) and text_of(item, "id") == name:
                return item
    return None


def spoken(messages: Mapping[str, Entry], locales: Iterable[str]) -> dict[str, Entry]:
    """Return *messages*, less their texts in languages other than *locales*."""
    known = {*locales, *SETTINGS}
    return {name: Entry(entry.key, _spoken(entry.value, known)) for name, entry in messages.items()}


def _spoken(message: Node, known: set[str]) -> Node:
    if isinstance(message, Series):
        return replace(message, items=tuple(_spoken(item, known) for item in message.items))
    if not isinstance(message, Table):
        return message
    kept = [
        Entry(one.key, _spoken(one.value, known))
        for one in message.entries
        if one.key.text in known
    ]
    return replace(message, entries=tuple(kept))


def merged_messages(parent: Mapping[str, Entry], blocks: Iterable[Block]) -> list[Block]:
    """
    Return the messages of *blocks* on top of those of *parent*, which follow.

    Args:
        parent: Message id → the message, from another file.
        blocks: Those of the child.
    """
    left, made = dict(parent), []
    for block in blocks:
        entries = []
        for entry in block.table.entries:
            before = left.pop(entry.key.text, None)
            value = entry.value
            if before is not None:
                value = _message(before.value, value, block.problems)
            entries.append(Entry(entry.key, value))
        made.append(replace(block, table=replace(block.table, entries=tuple(entries))))
    if left and made:
        last = made[-1]
        rest = replace(last.table, entries=tuple(left.values()))
        made.append(replace(last, table=rest))
    return made


def _message(parent: Node, child: Node, problems: Problems) -> Node:
    if not isinstance(parent, Table) or not isinstance(child, Table):
        return child
    given = {entry.key.text for entry in child.entries}
    anew = bool(given - set(SETTINGS)) or AGAIN in given
    signed = REVIEWED in given
    kept = [one for one in parent.entries if signed or not anew or one.key.text != REVIEWED]
    known = {entry.key.text: entry for entry in kept}
    return replace(child, entries=tuple(_merged(known, child.entries, "", problems)))


def _merged(
    known: Mapping[str, Entry], entries: Iterable[Entry], within: str, problems: Problems
) -> list[Entry]:
    left = dict(known)
    for entry in entries:
        name = entry.key.text
        before = left.get(name)
        value = entry.value
        if before is not None and within != _WHOLE:
            value = _over(before.value, value, name, problems)
        elif isinstance(value, Table) and name in NAMED_BY:
            value = _list(Series((), 0, 0), value, name, problems)
        if isinstance(value, Series) and not value.items and value is not entry.value:
            left.pop(name, None)  # all of the parent's list was taken out, so there is none
        else:
            left[name] = Entry(entry.key, value)
    return list(left.values())


def _over(parent: Node, child: Node, name: str, problems: Problems) -> Node:
    """Return *child* on top of *parent*, both the value of the setting *name*."""
    match parent, child:
        case Table(), Table():
            known = {entry.key.text: entry for entry in parent.entries}
            return replace(child, entries=tuple(_merged(known, child.entries, name, problems)))
        case Series(), Table():
            return _list(parent, child, name, problems)
        case Contested(options=((_, Series()), *_)), Table():
            whole = entry_of(child, "replace") is not None
            return _list(Series((), 0, 0), child, name, problems) if whole else parent
        case Series(), Series():
            what = (
                f"'{name}' is a list of the policy that this one builds on: say under it what "
                "is to 'add', 'remove', 'change' or 'replace'"
            )
            problems.add(child, what)
            return Broken(child.line, child.column)
    return child


def _list(parent: Series, child: Table, name: str, problems: Problems) -> Node:
    """Return the list *parent* as *child* changes it."""
    by = NAMED_BY.get(name) if name != "tests" else None
    can = [one for one in OPERATIONS if one != "change" or by]
    given: dict[str, Series] = {}
    for entry in child.entries:
        what = entry.key.text
        if what not in can:
            told = f"{quoted(what)} is nothing that can be done to '{name}': {', '.join(can)} are"
            problems.unknown(entry.key, told, what if what not in OPERATIONS else "", can)
        elif isinstance(entry.value, Series):
            given[what] = entry.value
        elif not isinstance(entry.value, Broken):
            problems.add(entry.value, f"'{what}' takes a list, such as [a, b]")
    if "replace" in given:
        if len(given) > 1:
            what = "'replace' puts another list in the place of this one: nothing goes with it"
            problems.add(child, what)
        return given["replace"]
    items = list(parent.items)
    _remove(items, given.get("remove"), name, problems)
    _change(items, given.get("change"), by or "", name, problems)
    _add(items, given.get("add"), name, problems)
    return Series(tuple(items), child.line, child.column)


def _names(items: Iterable[Node], name: str) -> dict[str, Node]:
    return {_name(item, name): item for item in items}


def _name(item: Node, name: str) -> str:
    """Return by what *item* of the list *name* is known: its id, or itself."""
    if isinstance(item, Scalar):
        return item.text.strip()
    return text_of(item, NAMED_BY[name]) if name in NAMED_BY else ""


def _remove(items: list[Node], gone: Series | None, name: str, problems: Problems) -> None:
    for one in gone.items if gone is not None else ():
        if isinstance(one, Broken):
            continue
        known = _names(items, name)
        word = one.text.strip() if isinstance(one, Scalar) else ""
        if not isinstance(one, Scalar):
            by = NAMED_BY.get(name)
            problems.add(one, f"'remove' takes {f'each {by!r} alone' if by else 'single values'}")
        elif word not in known:
            problems.unknown(one, f"'{name}' holds no {quoted(word)} to remove", word, known)
        else:
            items.remove(known[word])


def _change(
    items: list[Node], changed: Series | None, by: str, name: str, problems: Problems
) -> None:
    for one in changed.items if changed is not None else ():
        if isinstance(one, Broken):
            continue
        known = _names(items, name)
        word = text_of(one, by)
        if not isinstance(one, Table) or not word:
            problems.add(one, f"'change' takes blocks of settings, each with its '{by}'")
        elif word not in known:
            problems.unknown(one, f"'{name}' holds no {quoted(word)} to change", word, known)
        else:
            items[items.index(known[word])] = _over(known[word], one, name, problems)


def _add(items: list[Node], added: Series | None, name: str, problems: Problems) -> None:
    known = _names(items, name)
    for one in added.items if added is not None else ():
        word = _name(one, name)
        before = known.get(word) if word else None
        if before is not None and not isinstance(one, Broken):
            at = f"{before.file or problems.file}:{before.line}"
            here = entry_of(one, NAMED_BY.get(name, ""))
            place = here.value if here is not None else one
            what = f"'{name}' holds {quoted(word)} already ({at})"
            more = ": use 'change'" if name in NAMED_BY and name != "tests" else ""
            problems.add(place, what + more)
        else:
            items.append(one)

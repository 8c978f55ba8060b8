"""
Several policies that one builds on, as one tree: at least as strict as each of them.

    an order of values   the strongest counts: the lowest threshold, the strongest action
    rules, what is found all of all of them
    what excuses         only what all of them that have the rule agree upon
    anything else        as they say it; where they differ, what one of them merely has from a
                         policy below that the other changed gives way, and else it is contested

The order in which they are named changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from guardrails.policy.agreement import Given, Strand, agreed, contested, plain
from guardrails.policy.log_settings import AnchorSpec
from guardrails.policy.merge import NAMED_BY, OWN, SECTIONS
from guardrails.policy.strengths import MEASURES, left_out
from guardrails.policy.tree import (
    Entry,
    Node,
    Scalar,
    Series,
    Table,
    entry_of,
    text_of,
)

_UNION: Final = frozenset({"detect", "claims", "harms", "signs", "where", "needed_for", "may_not"})
"""Lists of which all of all parents count."""
_SHARED: Final = frozenset({"except", "allow", "may", "may_except", "surfaces"})
"""Lists of which only what all parents have counts; of `surfaces` it is the other way round."""
_WITH_DO: Final = ("say", "at_goodbye", "mask_as", "mask_with")
"""Settings of a rule that go with what it does."""
_ALWAYS: Final = frozenset({"subject", "countries"})
"""Settings that say something by being left out."""
_WHOLE: Final = frozenset({"when"})
"""Tables of which a part of one makes no sense beside a part of another."""
_DEFAULT_WHERE: Final = ("input", "output")


def joined(strands: Iterable[Strand]) -> Table:
    """Return the sections of all *strands* together, as one policy to build on."""
    ordered = sorted(strands, key=lambda one: one.name)
    return _table([(strand, _explicit(_shared(strand.root))) for strand in ordered], "", "")


def _shared(root: Table) -> Table:
    """Return *root* less the sections that are each file's own."""
    return replace(root, entries=tuple(one for one in root.entries if one.key.text not in OWN))


def _explicit(root: Table) -> Table:
    """Return *root* with the mode of its rules written out, where it is not the usual one."""
    rollout = entry_of(root, "rollout")
    default = text_of(rollout.value, "default") if rollout is not None else ""
    if rollout is None or default in {"", "enforce"}:
        return root
    mode = Scalar(default, plain=True, line=rollout.value.line, column=1, file=rollout.value.file)

    def moded(rule: Node) -> Node:
        if not isinstance(rule, Table) or entry_of(rule, "mode") is not None:
            return rule
        return replace(rule, entries=(*rule.entries, Entry(replace(mode, text="mode"), mode)))

    def entry(one: Entry) -> Entry:
        if one.key.text in SECTIONS and isinstance(one.value, Series):
            return Entry(one.key, replace(one.value, items=tuple(map(moded, one.value.items))))
        if one.key.text == "rollout" and isinstance(one.value, Table):
            kept = tuple(each for each in one.value.entries if each.key.text != "default")
            return Entry(one.key, replace(one.value, entries=kept))
        return one

    return replace(root, entries=tuple(map(entry, root.entries)))


def _table(given: Sequence[tuple[Strand, Table]], name: str, section: str) -> Table:
    """Return the tables *given* under the setting *name* as one."""
    acting = _strongest_do(given)
    entries = []
    for key in dict.fromkeys(one.key.text for _, table in given for one in table.entries):
        among = acting if key in _WITH_DO else given
        found = [(strand, entry_of(table, key)) for strand, table in among]
        said = [(strand, entry) for strand, entry in found if entry is not None]
        if not said:
            continue
        if key not in {*_WHOLE, "scope"} and all(
            isinstance(entry.value, Table) for _, entry in said
        ):
            # What is left out within a block counts also where the block is left out.
            place = said[0][1].value
            empty = Entry(said[0][1].key, Table((), place.line, place.column, place.file))
            said += [(strand, empty) for strand, entry in found if entry is None]
        silent = len(said) < len(among)
        within = key if not name and key in (*SECTIONS, "scope") else section
        value = _value(
            [(strand, entry.value) for strand, entry in said], key, within, silent=silent
        )
        if value is not None:
            entries.append(Entry(said[0][1].key, value))
    first = given[0][1]
    return Table(tuple(entries), first.line, first.column, first.file)


def _strongest_do(given: Sequence[tuple[Strand, Table]]) -> Sequence[tuple[Strand, Table]]:
    """Return those of the rules *given* that do the most; all if they are no rules."""
    measure = MEASURES["do"]
    done = {
        place: measure(Scalar(text_of(table, "do"), plain=True, line=0, column=0))
        for place, (_, table) in enumerate(given)
    }
    ranks = [one for one in done.values() if one is not None]
    if not ranks:
        return given
    return [one for place, one in enumerate(given) if done[place] == max(ranks)]


def _value(  # noqa: PLR0911 - one for each kind of setting
    given: Given, name: str, section: str, *, silent: bool
) -> Node | None:
    """
    Return what the parents say together of the setting *name*; None for nothing.

    Args:
        given: What those say that name it.
        name: The setting.
        section: In which section of the policy it stands.
        silent: There are parents that leave it out of the same block.
    """
    nodes = [node for _, node in given]
    series = [(one, node) for one, node in given if isinstance(node, Series)]
    tables = [(one, node) for one, node in given if isinstance(node, Table)]
    if name in _ALWAYS and silent:
        return contested(given)
    if len(series) == len(given) and name not in _WHOLE:
        return _series(series, name, section, silent=silent)
    if len(tables) == len(given) and name == "channels":
        return _named(tables)
    if len(tables) == len(given) and name not in _WHOLE:
        return _table(tables, name, section)
    measure = MEASURES.get(name)
    if measure is not None and all(isinstance(node, Scalar) for node in nodes):
        return _strongest(given, name, section, silent=silent)
    if name == "why":
        return min(nodes, key=lambda node: getattr(node, "text", ""))
    return agreed(given)


def _strongest(given: Given, name: str, section: str, *, silent: bool) -> Node | None:
    """Return the value that does most; None if leaving it out does more than all of them."""
    measure = MEASURES[name]
    ranked = [
        (rank, node)
        for _, node in given
        if isinstance(node, Scalar) and (rank := measure(node)) is not None
    ]
    if len(ranked) < len(given):
        return agreed(given)
    rank, node = max(ranked, key=lambda one: one[0])
    default = left_out(name, section) if silent else None
    usual = measure(default) if default is not None else None
    return None if usual is not None and usual > rank else node


def _named(given: Sequence[tuple[Strand, Table]]) -> Table:
    """Return tables of things that each have a name: those of all, the same ones once."""
    entries = []
    for key in dict.fromkeys(one.key.text for _, table in given for one in table.entries):
        found = [(strand, entry_of(table, key)) for strand, table in given]
        said = [(strand, entry) for strand, entry in found if entry is not None]
        value = agreed([(strand, entry.value) for strand, entry in said])
        entries.append(Entry(said[0][1].key, value))
    first = given[0][1]
    return Table(tuple(entries), first.line, first.column, first.file)


def _series(  # noqa: PLR0911 - one for each kind of list
    given: Sequence[tuple[Strand, Series]], name: str, section: str, *, silent: bool
) -> Node | None:
    first = given[0][1]
    if name == "tests":
        return replace(first, items=tuple(_tests(given)))
    if name == "types":
        return _types(given)
    if name == "anchor":
        return replace(first, items=_anchors(given))
    if name in SECTIONS or name == "except":
        shared = name == "except"
        if shared and silent:
            return None
        return _blocks(given, name, section, shared=shared)
    if name in _UNION or (name == "surfaces" and not silent):
        known = {_text(one): one for _, node in given for one in reversed(node.items)}
        more = _DEFAULT_WHERE if name == "where" and silent else ()
        added = [
            Scalar(word, plain=True, line=first.line, column=first.column, file=first.file)
            for word in more
            if word not in known
        ]
        return replace(first, items=(*(known[word] for word in sorted(known)), *added))
    if name in _SHARED:
        return _common(given, name, silent=silent)
    return agreed(given)


def _common(given: Sequence[tuple[Strand, Series]], name: str, *, silent: bool) -> Node | None:
    """Return what all have; `may_except` left out allows all, the others nothing or all."""
    if silent and name != "may_except":
        return None
    first = given[0][1]
    words = set.intersection(*({_text(one) for one in node.items} for _, node in given))
    kept = tuple(one for one in first.items if _text(one) in words)
    if kept or name != "may_except":
        return replace(first, items=kept) if kept else None
    none = Scalar("none", plain=True, line=first.line, column=first.column, file=first.file)
    return replace(first, items=(none,))


def _blocks(
    given: Sequence[tuple[Strand, Series]], name: str, section: str, *, shared: bool
) -> Node | None:
    """Return blocks that each have a name: of all parents, or only the *shared* ones."""
    by = NAMED_BY[name]
    items = []
    for word in dict.fromkeys(text_of(one, by) for _, node in given for one in node.items):
        said = [
            (strand, item)
            for strand, node in given
            for item in node.items
            if isinstance(item, Table) and text_of(item, by) == word
        ]
        if said and not (shared and len(said) < len(given)):
            items.append(_table(said, name, section))
    first = given[0][1]
    return replace(first, items=tuple(items)) if items else None


def _types(given: Sequence[tuple[Strand, Series]]) -> Node:
    """Return the types of all parents, each as they agree upon it."""
    found: dict[str, list[tuple[Strand, Node]]] = {}
    for strand, node in given:
        for item in node.items:
            found.setdefault(text_of(item, NAMED_BY["types"]), []).append((strand, item))
    return replace(given[0][1], items=tuple(map(agreed, found.values())))


def _anchors(given: Sequence[tuple[Strand, Series]]) -> tuple[Node, ...]:
    """Return the anchors of all parents; of those in one place the one that is shown most often."""
    found: dict[object, list[Node]] = {}
    for item in (one for _, node in given for one in node.items):
        names = ("kind", "url_env", "key_env", "path_env", "roots_env", "lock_for")
        where = tuple(text_of(item, name) for name in names)
        found.setdefault(where, []).append(item)

    def often(item: Node) -> float:
        every = text_of(item, "every") or f"{AnchorSpec('file').every}s"
        return MEASURES["every"](Scalar(every, plain=True, line=0, column=0)) or 0

    return tuple(max(each, key=often) for each in found.values())


def _tests(given: Sequence[tuple[Strand, Series]]) -> list[Node]:
    """Return the cases of all parents, less those that another of them changed or took out."""
    found: dict[object, Node] = {}
    for strand, node in given:
        for item in node.items:
            told = plain(item)
            others = [(one, other) for one, other in given if one is not strand]
            gone = any(
                item.file in one.files and all(plain(case) != told for case in other.items)
                for one, other in others
            )
            if not gone:
                found.setdefault(told, item)
    return list(found.values())


def _text(node: Node) -> str:
    return node.text.strip() if isinstance(node, Scalar) else ""

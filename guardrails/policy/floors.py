"""Where a policy goes below a floor of the one that it builds on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guardrails.decisions import Mode
from guardrails.policy.compare import Change, Way, compared_failures, compared_rules
from guardrails.policy.disclosure import Disclosure
from guardrails.policy.merge import SECTIONS, rule_at
from guardrails.policy.model import Policy
from guardrails.policy.problems import Located
from guardrails.policy.rule import Rule
from guardrails.policy.tree import Entry, Node, Scalar, Series, Table, entry_of
from guardrails.policy.words import duration

_SETTING: Final = {
    "covers": ("detect", "claims", "harms"),
    "exceptions": ("except",),
    "tells": ("escalate",),
    "within": ("escalate",),
    "answers": ("level", "subject"),
}
"""First word of a change → the settings that it may come from, where they have other names."""


def broken_floors(
    parent: Policy, file: str, child: Policy, root: Table, own: Table
) -> Iterator[tuple[Located, str]]:
    """
    Yield every place at which *child* is weaker than a floor of *parent*, and what is wrong.

    Args:
        parent: What is built on.
        file: Its name.
        child: What builds on it.
        root: The child's file on top of the parent's.
        own: The child's file as it was written.
    """
    floors = {rule.id: rule for rule in parent.rules if rule.floor}
    for change in compared_rules(parent, child):
        floor = floors.get(change.rule)
        if floor is not None and change.broken:
            at = f"{floor.file or file}:{floor.line}"
            yield _place(change, root, own), f"{change.what}, though {at} is a floor"
    for floor in floors.values():
        for rule in _before(floor, parent, child):
            why = _softer(rule, floor)
            if why:
                at = f"{floor.file or file}:{floor.line}"
                what = f"'{rule.id}' answers before '{floor.id}', the floor at {at}, and {why}"
                yield rule_at(rule.id, root) or own, what
    yield from _blocks(parent, file, child, root, own)


def _place(change: Change, root: Table, own: Table) -> Located:
    """Return the place in the child's file at which *change* was written."""
    rule = rule_at(change.rule, root)
    if rule is None:
        return _removed(change.rule, own) or _extends(own)
    word = change.what.removeprefix(f"{change.rule} ").partition(" ")[0]
    for name in _SETTING.get(word, (word,)):
        entry = entry_of(rule, name)
        if entry is not None and not entry.value.file:
            return entry.value
    if not rule.file:
        return rule
    default = entry_of(getattr(entry_of(own, "rollout"), "value", None), "default")
    return default.value if word == "mode" and default is not None else _extends(own)


def _extends(own: Table) -> Located:
    entry = entry_of(own, "extends")
    return entry.key if entry is not None else own


def _removed(name: str, own: Table) -> Located | None:
    """Return where the rule *name* is taken out, or the list that stands in the place of its."""
    for section in SECTIONS:
        entry = entry_of(own, section)
        if entry is None or not name.startswith(f"{section}."):
            continue
        gone = entry_of(entry.value, "remove")
        for item in gone.value.items if gone and isinstance(gone.value, Series) else ():
            if isinstance(item, Scalar) and item.text.strip() == name:
                return item
        return entry.key
    return None


def _before(floor: Rule, parent: Policy, child: Policy) -> Iterator[Rule]:
    """Yield the rules of *child* that *parent* lacks and that take what *floor* would answer."""
    if floor.level is None:
        return
    known = {rule.id for rule in parent.rules}
    for rule in child.rules:
        if rule.level is None or rule.id in known or rule.mode is not Mode.ENFORCE:
            continue
        near = (rule.level.rank, rule.subject is not None)
        shared = floor.subject in {None, rule.subject} or rule.subject is None
        if shared and near > (floor.level.rank, floor.subject is not None):
            yield rule


def _softer(rule: Rule, floor: Rule) -> str:
    """Return how *rule* does less than *floor*, or an empty string."""
    if rule.do < floor.do:
        return f"does less: {rule.do}, not {floor.do}"
    if floor.escalate is None:
        return ""
    if rule.escalate is None:
        return "tells nobody"
    if rule.escalate.within > floor.escalate.within:
        return (
            f"leaves more time: {duration(rule.escalate.within)}, "
            f"not {duration(floor.escalate.within)}"
        )
    return ""


def _blocks(
    parent: Policy, file: str, child: Policy, root: Table, own: Table
) -> Iterator[tuple[Located, str]]:
    """Yield where what is not a rule goes below its floor."""
    for section, weaker in (
        ("disclosure", tuple(_hidden(parent.disclosure, child.disclosure))),
        ("failure", tuple(_opened(parent, child))),
    ):
        if not getattr(parent, section).floor:
            continue
        entry = entry_of(root, section)
        for path, what in weaker:
            yield _deepest(entry, path, own), f"{section}: {what}, though {file} makes it a floor"


def _deepest(entry: Entry | None, path: tuple[str, ...], own: Table) -> Located:
    """Return the deepest node under *entry* on the way of *path* that the child wrote."""
    node: Node | None = entry.value if entry is not None else None
    found: Node | None = None
    for name in (*path, ""):
        if node is not None and not node.file:
            found = node
        inner = entry_of(node, name)
        node = inner.value if inner is not None else None
    return found or _extends(own)


def _hidden(parent: Disclosure, child: Disclosure) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield where people are told less often that this is software."""
    if parent.at_start is not None and child.at_start is None:
        yield ("at_start",), "nothing is said at the start"
    if parent.when_asked is not None and child.when_asked is None:
        yield ("when_asked_if_human",), "nobody answers whether this is a human"
    if parent.repeat is not None and child.repeat is None:
        yield ("repeat",), "nothing is said again"
    for name, setting in (("every_turns", "every_turns"), ("every_seconds", "every")):
        before, after = getattr(parent, name), getattr(child, name)
        if before is not None and (after is None or after > before):
            yield ("repeat", setting), f"{setting} is longer"
    if parent.floor and not child.floor:
        yield ("floor",), "the floor is taken away"


def _opened(parent: Policy, child: Policy) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield where less is done when something fails."""
    for change in compared_failures(parent, child):
        if change.way is Way.WEAKER:
            part, name = change.what.split(" ")[0].removeprefix("failure.").split(".")
            yield (part, name), change.what
    if parent.failure.floor and not child.failure.floor:
        yield ("floor",), "the floor is taken away"

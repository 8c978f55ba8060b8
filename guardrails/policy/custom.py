"""Reads the policy's own types of personal data: the section `types`."""

from __future__ import annotations

from typing import Final

from guardrails.policy import values
from guardrails.policy.fields import Fields
from guardrails.policy.pattern_set import MOST_PROGRAM, compiled
from guardrails.policy.problems import Problems, quoted
from guardrails.policy.rule import Checksum, CustomType
from guardrails.policy.tree import Node
from guardrails.policy.vocabulary import PII_TYPES

MOST_TYPES: Final = 50


class _Room:
    """How much room patterns have left, and whether it was told that they have none."""

    def __init__(self) -> None:
        self._left = MOST_PROGRAM

    def pattern(self, node: Node, name: str, problems: Problems) -> str | None:
        """Return a pattern that RE2 takes, that is not too large, and matches no empty text."""
        value = values.text(node, name, problems)
        if value is None or self._left < 0:
            return None
        import re2

        try:
            ready = compiled(value)
        except re2.error as error:
            why = error.args[0]
            told = why.decode("utf-8", "replace") if isinstance(why, bytes) else str(why)
            problems.add(node, f"'{name}' holds {quoted(value)}, which RE2 does not take: {told}")
            return None
        self._left -= ready.programsize
        if self._left < 0:
            what = (
                "the patterns of all types are too large together, from here on: make repeats such "
                "as {1,500} shorter, or classes such as \\p{L} fewer"
            )
            problems.add(node, what)
            return None
        if ready.search("") is not None:
            what = f"'{name}' holds {quoted(value)}, which matches where nothing stands"
            problems.add(node, what)
            return None
        return value


def read_types(root: Fields, problems: Problems) -> tuple[CustomType, ...]:
    """Return the types, in the order of the file; every pattern compiles, and all together."""
    types: list[CustomType] = []
    first: dict[str, Node] = {}
    blocks = root.blocks("types", "a type")
    if len(blocks) > MOST_TYPES:
        root.tell_of("types", f"'types' holds more than {MOST_TYPES} types")
    room = _Room()
    for fields in blocks[:MOST_TYPES]:
        one, node = _type(fields, room), fields.node("name")
        types.append(one)
        if node is None or not one.name:
            continue
        if one.name in PII_TYPES:
            problems.add(
                node, f"type {quoted(one.name)} is one of the package: choose another name"
            )
        before = first.setdefault(one.name, node)
        if before is not node:
            at = f"{before.line}:{before.column}"
            problems.add(node, f"type {quoted(one.name)} given twice, first at {at}")
    return tuple(types)


def _type(fields: Fields, room: _Room) -> CustomType:
    fields.read("why", values.text)
    one = CustomType(
        name=fields.need("name", values.type_name, ""),
        phrases=fields.read_or("phrases", values.many(values.text), ()),
        patterns=fields.read_or("patterns", values.many(room.pattern), ()),
        checksum=fields.read("checksum", values.choice(tuple(Checksum))),
        near=fields.read_or("near", values.many(values.text), ()),
    )
    if "phrases" not in fields and "patterns" not in fields:
        fields.tell("a type needs 'phrases' or 'patterns'")
    if one.checksum is not None and one.phrases:
        fields.tell_of("checksum", "'checksum' goes with patterns: a phrase has no digits to prove")
    return one

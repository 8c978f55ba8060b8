"""Reads the policy's own types of personal data: the section `types`."""

from __future__ import annotations

from typing import Final

from guardrails.policy import values
from guardrails.policy.fields import Fields
from guardrails.policy.model import Checksum, CustomType
from guardrails.policy.problems import Problems, quoted
from guardrails.policy.tree import Node
from guardrails.policy.vocabulary import PII_TYPES

MOST_TYPES: Final = 50


def read_types(root: Fields, problems: Problems) -> tuple[CustomType, ...]:
    """Return the types, in the order of the file; every pattern compiles."""
    types: list[CustomType] = []
    first: dict[str, Node] = {}
    blocks = root.blocks("types", "a type")
    if len(blocks) > MOST_TYPES:
        root.tell_of("types", f"'types' holds more than {MOST_TYPES} types")
    for fields in blocks[:MOST_TYPES]:
        one, node = _type(fields), fields.node("name")
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


def _type(fields: Fields) -> CustomType:
    fields.read("why", values.text)
    one = CustomType(
        name=fields.need("name", values.type_name, ""),
        phrases=fields.read_or("phrases", values.many(values.text), ()),
        patterns=fields.read_or("patterns", values.many(_pattern), ()),
        checksum=fields.read("checksum", values.choice(tuple(Checksum))),
        near=fields.read_or("near", values.many(values.text), ()),
    )
    if "phrases" not in fields and "patterns" not in fields:
        fields.tell("a type needs 'phrases' or 'patterns'")
    if one.checksum is not None and one.phrases:
        fields.tell_of("checksum", "'checksum' goes with patterns: a phrase has no digits to prove")
    return one


def _pattern(node: Node, name: str, problems: Problems) -> str | None:
    """Return a pattern that RE2 takes and that matches no empty text."""
    value = values.text(node, name, problems)
    if value is None:
        return None
    import re2

    options = re2.Options()
    options.log_errors = False
    try:
        compiled = re2.compile(value, options)
    except re2.error as error:
        why = error.args[0]
        told = why.decode("utf-8", "replace") if isinstance(why, bytes) else str(why)
        problems.add(node, f"'{name}' holds {quoted(value)}, which RE2 does not take: {told}")
        return None
    if compiled.search("") is not None:
        problems.add(node, f"'{name}' holds {quoted(value)}, which matches where nothing stands")
        return None
    return value

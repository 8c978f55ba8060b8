"""Reads the named exceptions of a rule, and which kinds of them it allows."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from guardrails.findings import Mark
from guardrails.policy import values
from guardrails.policy.fields import Fields
from guardrails.policy.model import Exemption

EXCUSES: Final = ("quoted", "roleplay")
"""Every kind of exception, by the mark of a finding that it is about."""

NOTHING: Final = "none"
"""In the place of the kinds: the rule allows no exception."""


def read_excusable(fields: Fields) -> frozenset[str] | None:
    """Return which kinds of exceptions the rule allows; None for all of its section."""
    kinds = fields.read("may_except", values.many(values.choice((*EXCUSES, NOTHING))))
    if kinds is not None and NOTHING in kinds and len(kinds) > 1:
        fields.tell_of("may_except", f"'{NOTHING}' stands alone: nothing goes with it")
    return None if kinds is None else frozenset(kinds) - {NOTHING}


def read_exemptions(
    fields: Fields, sincere: Collection[str], allowed: Collection[str] | None
) -> tuple[Exemption, ...]:
    """
    Return the exceptions of a rule.

    Args:
        fields: The rule.
        sincere: Those of its claims that no role-play excuses.
        allowed: Kinds that the rule allows; None for all.
    """
    exemptions: dict[str, Exemption] = {}
    for block in fields.blocks("except", "an exception"):
        name = block.need("name", values.identifier, "")
        mark = _mark(block, sincere)
        expires = block.read("expires", values.day)
        if name in exemptions:
            block.tell_of("name", f"exception '{name}' given twice")
        if mark is not None and allowed is not None and mark not in allowed:
            kinds = ", ".join(sorted(allowed)) or "no kind of exception"
            block.tell(f"this rule allows {kinds} (may_except), and '{name}' is about {mark}")
        if name and mark is not None:
            exemptions[name] = Exemption(name, mark, expires)
    return tuple(exemptions.values())


def _mark(block: Fields, sincere: Collection[str]) -> Mark | None:
    if "when" not in block:
        block.need("when", values.table, None)
        return None
    when = block.block("when")
    quoted = when.read("quoted", values.flag)
    mode = when.read("mode", values.choice(("roleplay",)))
    if when.table is not None and ("quoted" in when) == ("mode" in when):
        when.tell("'when' needs one of quoted: true and mode: roleplay")
        return None
    if quoted is False:
        when.tell("quoted: false excepts nothing: leave the exception out")
    if mode is not None and sincere:
        names = ", ".join(sorted(sincere))
        when.tell(f"role-play never excuses {names}: move it into a rule of its own")
    if quoted:
        return Mark.QUOTED
    return Mark.ROLEPLAY if mode else None

"""Reads the named exceptions of a rule, and which kinds of them it allows."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from guardrails.findings import Mark
from guardrails.policy import values
from guardrails.policy.fields import Fields
from guardrails.policy.problems import Problems, quoted
from guardrails.policy.rule import Exemption
from guardrails.policy.tree import Broken, Node, Table
from guardrails.policy.vocabulary import CONSENTS

PHRASES: Final = "phrases"
"""The kind of an exception by words."""

EXCUSES: Final = ("quoted", "roleplay", PHRASES)
"""Every kind of exception; the first two by the mark of a finding that they are about."""

NOTHING: Final = "none"
"""In the place of the kinds: the rule allows no exception."""

LONGEST_PHRASE: Final = 80
"""Characters; a longer one would not fit into what is looked at around the end of a frame."""


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
        if "when" not in block and PHRASES not in block:
            block.tell("an exception needs 'when', 'phrases', or both")
        mark, consent = _when(block, sincere)
        phrases = block.read_or(PHRASES, _phrases, ())
        expires = block.read("expires", values.day)
        if name in exemptions:
            block.tell_of("name", f"exception '{name}' given twice")
        for kind in (mark, PHRASES if phrases else None):
            if kind is not None and allowed is not None and kind not in allowed:
                kinds = ", ".join(sorted(allowed)) or "no kind of exception"
                block.tell(f"this rule allows {kinds} (may_except), and '{name}' is about {kind}")
        if name and (mark is not None or phrases):
            exemptions[name] = Exemption(name, mark, expires, phrases, consent)
    return tuple(exemptions.values())


def _when(block: Fields, sincere: Collection[str]) -> tuple[Mark | None, str | None]:
    """Return the mark of a finding that is excused, and what consent that takes besides."""
    when = block.block("when")
    quoted = when.read("quoted", values.flag)
    mode = when.read("mode", values.choice(("roleplay",)))
    consent = when.read("consent", values.choice(CONSENTS))
    if when.table is None:
        return None, None
    named = ("quoted" in when) + ("mode" in when)
    alone = not named and not (PHRASES in block and "consent" in when)
    if named > 1 or alone:
        when.tell("'when' needs one of quoted: true and mode: roleplay")
        return None, None
    if quoted is False:
        when.tell("quoted: false excepts nothing: leave the exception out")
    if mode is not None and sincere:
        names = ", ".join(sorted(sincere))
        when.tell(f"role-play never excuses {names}: move it into a rule of its own")
    if quoted:
        return Mark.QUOTED, consent
    return Mark.ROLEPLAY if mode else None, consent


def _phrases(node: Node, name: str, problems: Problems) -> tuple[str, ...] | None:
    """
    Return the phrases of all languages, sorted; each once.

    The language is for those who look after them: a phrase counts in any conversation, since
    people and models change from one language to another.
    """
    if not isinstance(node, Table):
        what = f"'{name}' is phrases by language: write {name}: {{en-GB: [happy to help]}}"
        problems.add(node, what)
        return None
    if not node.entries:
        problems.add(node, f"'{name}' holds nothing: write a language with a phrase")
    found: set[str] = set()
    for entry in node.entries:
        values.locale(entry.key, name, problems)
        if not isinstance(entry.value, Broken):
            found.update(values.many(_phrase)(entry.value, entry.key.text, problems) or ())
    return tuple(sorted(found)) or None


def _phrase(node: Node, name: str, problems: Problems) -> str | None:
    value = values.text(node, name, problems)
    if value is None:
        return None
    if len(value) > LONGEST_PHRASE:
        what = f"{quoted(value)} is longer than {LONGEST_PHRASE} characters: write the words "
        problems.add(node, f"{what}that tell it apart")
        return None
    if not any(sign.isalnum() for sign in value):
        problems.add(node, f"{quoted(value)} holds no word")
        return None
    return " ".join(value.split())

"""Where the words of a policy contradict it: phrases against its own cases, and consent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from guardrails.policy.cases import PolicyCase, fits, rules_of
from guardrails.policy.load import Loaded
from guardrails.policy.merge import rule_at
from guardrails.policy.model import Exemption, Rule
from guardrails.policy.tree import Node, Series, Table, entry_of, text_of

Told: TypeAlias = tuple[Node, str, str]
"""Where, what kind of remark, and what it says."""


def contradictions(loaded: Loaded) -> Iterator[Told]:
    """Yield where phrases excuse what a case expects, or find what one expects to be silent."""
    yield from _excused(loaded)
    yield from _found(loaded)


def unasked(loaded: Loaded) -> Iterator[Told]:
    """Yield exceptions that need a consent for which the policy asks nobody."""
    asked = loaded.policy.disclosure.consent
    for _, one, node in _exceptions(loaded):
        if one.consent is not None and (asked is None or one.consent not in asked.needed_for):
            what = (
                f"the policy asks nobody for consent to '{one.consent}', so that this exception "
                "counts only where the program that calls has asked: name it in "
                "disclosure.consent.needed_for, or take 'consent' out"
            )
            yield node, "unasked-consent", what


def _excused(loaded: Loaded) -> Iterator[Told]:
    for rule, one, node in _exceptions(loaded):
        for phrase in one.phrases:
            case = next((each for each in _expecting(loaded, rule) if _in(phrase, each)), None)
            if case is not None:
                what = (
                    f"the phrase '{phrase}' stands in a case that expects '{rule.id}' to fire "
                    f"({loaded.at(case)}): make it longer, or change the case"
                )
                yield node, "excused-case", what


def _expecting(loaded: Loaded, rule: Rule) -> Iterator[PolicyCase]:
    for case in loaded.cases:
        named = case.expect.rule
        if case.todo is None and named is not None and fits(rule.id, named):
            yield case


def _found(loaded: Loaded) -> Iterator[Told]:
    types = entry_of(loaded.root, "types")
    nodes = types.value.items if types is not None and isinstance(types.value, Series) else ()
    for one, node in zip(loaded.policy.types, nodes, strict=True):
        detecting = [rule for rule in loaded.policy.rules if f"pii.{one.name}" in rule.categories]
        for case in loaded.cases:
            silent = rules_of(case.expect.not_rule or "", detecting)
            if case.todo is not None or not silent:
                continue
            phrase = next((each for each in one.phrases if _in(each, case)), None)
            if phrase is not None:
                what = (
                    f"the phrase '{phrase}' stands in a case that expects '{min(silent)}' to stay "
                    f"silent ({loaded.at(case)}): make it longer, or change the case"
                )
                yield node, "found-in-silence", what


def _exceptions(loaded: Loaded) -> Iterator[tuple[Rule, Exemption, Node]]:
    """Yield each exception, with its rule and where it stands."""
    for rule in loaded.policy.rules:
        entry = entry_of(rule_at(rule.id, loaded.root), "except")
        items = entry.value.items if entry is not None and isinstance(entry.value, Series) else ()
        nodes = {text_of(item, "name"): item for item in items if isinstance(item, Table)}
        for one in rule.exemptions:
            if one.name in nodes:
                yield rule, one, nodes[one.name]


def _in(phrase: str, case: PolicyCase) -> bool:
    """Return whether *phrase* stands in *case* as whole words, in any case."""
    return f" {_plain(phrase)} " in f" {_plain(case.say)} "


def _plain(text: str) -> str:
    """Return the words of *text* with single blanks between."""
    kept = (sign if sign.isalnum() else " " for sign in text.casefold())
    return " ".join("".join(kept).split())

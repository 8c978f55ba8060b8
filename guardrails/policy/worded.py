"""Where the words of a policy contradict it: phrases against its own cases, and consent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from guardrails.policy.cases import PolicyCase, fits, rules_of
from guardrails.policy.loaded import Loaded
from guardrails.policy.merge import rule_at
from guardrails.policy.rule import Exemption, Rule
from guardrails.policy.tree import Node, Table, items_of, text_of

Told: TypeAlias = tuple[Node, str, str]
"""Where, what kind of remark, and what it says."""

_Said: TypeAlias = tuple[PolicyCase, str]
"""A case, and its words with a blank before and after each."""


def contradictions(loaded: Loaded) -> Iterator[Told]:
    """Yield where phrases excuse what a case expects, or find what one expects to be silent."""
    said = [(case, _words(case.say)) for case in loaded.cases if case.todo is None]
    yield from _excused(loaded, said)
    yield from _found(loaded, said)


def unnamed(loaded: Loaded) -> Iterator[Told]:
    """Yield types of the policy's own that no rule names: they are not looked for."""
    named = {category for rule in loaded.policy.rules for category in rule.categories}
    for one, node in zip(loaded.policy.types, items_of(loaded.root, "types"), strict=True):
        if f"pii.{one.name}" not in named:
            what = (
                f"no rule names the type '{one.name}', so it is not looked for: write it into "
                "'detect' of a rule under 'pii', or take it out"
            )
            yield node, "unnamed-type", what


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


def _excused(loaded: Loaded, said: list[_Said]) -> Iterator[Told]:
    for rule, one, node in _exceptions(loaded):
        expecting = [
            (case, words)
            for case, words in said
            if one.phrases and case.expect.rule is not None and fits(rule.id, case.expect.rule)
        ]
        for phrase in one.phrases:
            plain = _words(phrase)
            case = next((each for each, words in expecting if plain in words), None)
            if case is not None:
                what = (
                    f"the phrase '{phrase}' stands in a case that expects '{rule.id}' to fire "
                    f"({loaded.at(case)}): make it longer, or change the case"
                )
                yield node, "excused-case", what


def _found(loaded: Loaded, said: list[_Said]) -> Iterator[Told]:
    for one, node in zip(loaded.policy.types, items_of(loaded.root, "types"), strict=True):
        detecting = [rule for rule in loaded.policy.rules if f"pii.{one.name}" in rule.categories]
        phrases = [(phrase, _words(phrase)) for phrase in one.phrases]
        for case, words in said:
            silent = rules_of(case.expect.not_rule or "", detecting)
            phrase = next((each for each, plain in phrases if silent and plain in words), None)
            if phrase is not None:
                what = (
                    f"the phrase '{phrase}' stands in a case that expects '{min(silent)}' to stay "
                    f"silent ({loaded.at(case)}): make it longer, or change the case"
                )
                yield node, "found-in-silence", what


def _exceptions(loaded: Loaded) -> Iterator[tuple[Rule, Exemption, Node]]:
    """Yield each exception, with its rule and where it stands."""
    for rule in loaded.policy.rules:
        items = items_of(rule_at(rule.id, loaded.root), "except")
        nodes = {text_of(item, "name"): item for item in items if isinstance(item, Table)}
        for one in rule.exemptions:
            if one.name in nodes:
                yield rule, one, nodes[one.name]


def _words(text: str) -> str:
    """Return the words of *text*, without case, with single blanks between and around."""
    kept = (sign if sign.isalnum() else " " for sign in text.casefold())
    return f" {' '.join(''.join(kept).split())} "

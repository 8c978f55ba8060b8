"""What may not be meant of rules that are only watched, or act for fewer than they did."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from guardrails.policy.lint_look import Look
from guardrails.policy.merge import rule_at
from guardrails.policy.modes import waits
from guardrails.policy.quieted import acts_expected, in_words, quieted, resting, watched_only
from guardrails.policy.remarks import Remark, Weight
from guardrails.policy.tree import items_of, text_of

QUIETED: Final = "rule-quieted"
"""The code of a rule that acted in another policy, and does not or for fewer."""


def endless(look: Look) -> Iterator[Remark]:
    """Exceptions to another policy's rules that never end, and rules that are watched for ever."""
    theirs = {rule.id for parent in look.loaded.parents for rule in parent.policy.rules}
    for rule in look.loaded.policy.rules:
        table = rule_at(rule.id, look.loaded.root)
        for one in items_of(table, "except"):
            if rule.id in theirs and not one.file and not text_of(one, "expires"):
                what = (
                    "this exception to another policy's rule never ends: write the last day on "
                    "which it counts into 'expires'"
                )
                yield look.remark(one, "endless-exception", what)
        if waits(rule) and rule.until is None:
            what = (
                f"nobody has said until when '{rule.id}' is only watched: write the day on which "
                "you decide into 'until'"
            )
            yield look.remark(rule, "endless-shadow", what, weight=Weight.NOTE)


def no_longer_acting(look: Look) -> Iterator[Remark]:
    """Rules that acted, and do not or for fewer now."""
    told: set[str] = set()
    for earlier in look.earlier:
        for old, new in quieted(earlier.policy, look.loaded.policy):
            if new.id in told:
                continue
            told.add(new.id)
            yield look.remark(new, QUIETED, in_words(old, new, earlier.name))


def resting_cases(look: Look) -> Iterator[Remark]:
    """Rules that are only watched, of which cases expect that they do something."""
    for rule in filter(watched_only, look.loaded.policy.rules):
        cases = [one for one in resting(rule, look.loaded.cases) if acts_expected(one)]
        if cases:
            many = f"{len(cases)} cases expect" if len(cases) > 1 else "a case expects"
            what = (
                f"{many} '{rule.id}' to act (the first at {look.loaded.at(cases[0])}), and it is "
                "only watched: in service nothing is done by it"
            )
            yield look.remark(rule, "case-on-shadow", what)

"""Rules that wait, watched or acting for a share of people; and policies in which they act."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from guardrails.decisions import Mode
from guardrails.policy.model import Policy
from guardrails.policy.rule import Rule

EVERYBODY = 100


def waits(rule: Rule) -> bool:
    """Return whether *rule* is watched, for everybody or for a share of people."""
    partly = rule.mode is Mode.ENFORCE and rule.percent < EVERYBODY
    return rule.mode is Mode.SHADOW or partly


def enforcing(policy: Policy, rules: Collection[str]) -> Policy:
    """Return *policy* with each of *rules* that waits acting for everybody; all else as it is."""

    def act(rule: Rule) -> Rule:
        if rule.id not in rules or not waits(rule):
            return rule
        return replace(rule, mode=Mode.ENFORCE, percent=EVERYBODY)

    return replace(policy, rules=tuple(map(act, policy.rules)))


def settled(policy: Policy, acting: Collection[str]) -> Policy:
    """Return *policy* with those of its waiting rules in *acting* enforced, the rest in shadow."""

    def settle(rule: Rule) -> Rule:
        if not waits(rule):
            return rule
        mode = Mode.ENFORCE if rule.id in acting else Mode.SHADOW
        return replace(rule, mode=mode, percent=EVERYBODY)

    return replace(policy, rules=tuple(map(settle, policy.rules)))

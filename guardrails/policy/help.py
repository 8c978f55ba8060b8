"""Which of a policy's texts for people in crisis is shown where no single rule says it."""

from __future__ import annotations

from collections.abc import Sequence

from guardrails.decisions import Mode
from guardrails.findings import Level
from guardrails.policy.acting import mode_of
from guardrails.policy.decide_context import DecideContext
from guardrails.policy.model import Policy
from guardrails.policy.rule import Rule
from guardrails.taxonomy import Subject


def help_for(policy: Policy, ctx: DecideContext) -> str | None:
    """
    Return the crisis text for the person: that of their level, at least `concern`, and need.

    A level without a rule is answered by the next lower one that has a rule, or else by
    the lowest of all.
    """
    level = max(ctx.level, Level.CONCERN)
    texts = [
        (rule.level, rule.subject is not None, rule.say_for.get(ctx.need, rule.say))
        for rule in _speaking(policy, ctx)
        if rule.level and rule.say and rule.subject in {None, ctx.about}
    ]
    near = [one for one in texts if one[0] <= level]
    if near:
        return max(near)[2]
    return min(texts)[2] if texts else resources_of(policy, ctx)


def resources_of(policy: Policy, ctx: DecideContext) -> str | None:
    """Return the mildest crisis text of *policy*, fit to be shown with nothing found."""
    texts = sorted(
        (rule.subject is Subject.OTHER, rule.level, rule.say)
        for rule in _speaking(policy, ctx)
        if rule.level and rule.say
    )
    return texts[0][2] if texts else None


def _speaking(policy: Policy, ctx: DecideContext) -> Sequence[Rule]:
    """Return the rules whose texts may be shown: those that act; all, if none of crisis does."""
    acting = [rule for rule in policy.rules if rule.level and mode_of(rule, ctx) is Mode.ENFORCE]
    return acting or policy.rules

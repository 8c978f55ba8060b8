"""Where a policy asks for something that nobody looked for when a log was written."""

from __future__ import annotations

from guardrails.bench import families_of
from guardrails.decisions import Mode
from guardrails.findings import Family
from guardrails.messages import Side, Surface
from guardrails.policy.decide_context import DecideContext
from guardrails.policy.model import Policy
from guardrails.policy.rule import Rule


class Needed:
    """
    Tells which rules of a policy would need the text, by recorded policy and kind of text.

    A rule needs the text if no detector of its family looked at it, if it covers types that
    the recorded policy describes otherwise or has no rule for, if it fires at scores that
    the recorded policy did not keep, or if it has an exception by words that this one lacked.
    """

    def __init__(self, candidate: Policy) -> None:
        self._candidate = candidate
        self._known: dict[tuple[str, Side, Surface], tuple[str, ...]] = {}

    def rules(self, recorded: Policy, ctx: DecideContext) -> tuple[str, ...]:
        """Return the ids of such rules for a text that was decided by *recorded* in *ctx*."""
        key = (recorded.hash, ctx.side, ctx.surface)
        if key not in self._known:
            self._known[key] = tuple(self._find(recorded, ctx.side, ctx.surface))
        return self._known[key]

    def _find(self, recorded: Policy, side: Side, surface: Surface) -> list[str]:
        looked = families_of(recorded, side, surface)
        wanted = families_of(self._candidate, side, surface)
        same_words = (recorded.types, recorded.allow, recorded.countries) == (
            self._candidate.types,
            self._candidate.allow,
            self._candidate.countries,
        )
        sought = {name for rule in recorded.rules for name in _sought(rule, side, surface)}
        kept = recorded.logging.findings_from
        excused = {one for rule in recorded.rules for one in _worded(rule)}
        return [
            rule.id
            for rule in self._candidate.rules
            if rule.family in wanted and side in rule.where and rule.mode is not Mode.DISABLED
            if rule.family not in looked
            or rule.threshold < kept
            or not _worded(rule) <= excused
            or (rule.family is Family.PII and not (same_words and rule.categories <= sought))
        ]


def _worded(rule: Rule) -> frozenset[tuple[str, tuple[str, ...]]]:
    """Return the exceptions by words of *rule*, as findings name them, each with its words."""
    if rule.mode is Mode.DISABLED:
        return frozenset()
    return frozenset((one.key(rule.id), one.phrases) for one in rule.exemptions if one.phrases)


def _sought(rule: Rule, side: Side, surface: Surface) -> frozenset[str]:
    """Return the types of personal data that *rule* looks for in such a text."""
    if rule.family is not Family.PII or rule.mode is Mode.DISABLED or side not in rule.where:
        return frozenset()
    if rule.surfaces is not None and surface not in rule.surfaces:
        return frozenset()
    return rule.categories

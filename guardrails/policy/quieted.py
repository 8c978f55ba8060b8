"""Rules that do less than they did, and cases that rest on rules which do nothing yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guardrails.decisions import Do, Mode
from guardrails.policy.cases import NOBODY, PolicyCase, fits
from guardrails.policy.model import Policy
from guardrails.policy.modes import EVERYBODY
from guardrails.policy.rule import Rule


@dataclass(frozen=True, slots=True)
class Earlier:
    """
    A policy that counted before, or below, another one.

    Attributes:
        name: What people call it, such as `companion 2026.11`.
        policy: The policy.
    """

    name: str
    policy: Policy

    @classmethod
    def of(cls, policy: Policy) -> Earlier:
        """Return *policy*, called by its own name and version."""
        return cls(f"{policy.id} {policy.version}".rstrip(), policy)


def quieted(before: Policy, after: Policy) -> Iterator[tuple[Rule, Rule]]:
    """Yield each rule that acts in *before* and for fewer, or not at all, in *after*; both."""
    later = {rule.id: rule for rule in after.rules}
    for old in before.rules:
        new = later.get(old.id)
        if new is not None and _reach(new) < _reach(old):
            yield old, new


def in_words(old: Rule, new: Rule, name: str) -> str:
    """Return what it means that *old*, a rule of the policy *name*, has become *new*."""
    did = "acted" if old.percent == EVERYBODY else f"acted for {old.percent} %"
    return (
        f"'{new.id}' {did} in {name} and {_now(new)} here: what it stopped goes through. To "
        "watch other settings, write a rule of another id beside it"
    )


def _now(rule: Rule) -> str:
    """Return how *rule* acts, for people: `is only watched`, `is off`, `acts for 10 % alone`."""
    match rule.mode:
        case Mode.DISABLED:
            return "is off"
        case Mode.SHADOW:
            return "is only watched"
    return f"acts for {_reach(rule)} % alone"


def _reach(rule: Rule) -> int:
    """Return for what share of conversations *rule* acts, in percent."""
    return rule.percent if rule.mode is Mode.ENFORCE else 0


def watched_only(rule: Rule) -> bool:
    """Return whether *rule* is watched for everybody."""
    return rule.mode is Mode.SHADOW


def shared(rule: Rule) -> bool:
    """Return whether *rule* acts for a share of people, and is watched for the rest."""
    return rule.mode is Mode.ENFORCE and rule.percent < EVERYBODY


def resting(rule: Rule, cases: Iterable[PolicyCase]) -> list[PolicyCase]:
    """Return those of *cases* that name *rule*: they are run as if it acted for everybody."""
    return [one for one in cases if one.expect.rule and fits(rule.id, one.expect.rule)]


def acts_expected(case: PolicyCase) -> bool:
    """Return whether *case* expects something to be done, and not only that its rule fires."""
    wanted = case.expect
    return (
        (wanted.do is not None and wanted.do is not Do.PASS)
        or wanted.in_reply is not None
        or wanted.not_in_reply is not None
        or wanted.escalated_to not in {None, NOBODY}
    )

"""What the turns of a guard share, and what was seen in one frame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guardrails.decisions import Mode
from guardrails.detectors.base import Report, State
from guardrails.evidence.base import Evidence
from guardrails.excuses import Excuses
from guardrails.fiction import Fiction
from guardrails.findings import Family, Finding
from guardrails.inspection import Inspection
from guardrails.ledger.base import DecisionLog
from guardrails.messages import Side, Surface
from guardrails.opinion import Consultant
from guardrails.policy.model import Policy
from guardrails.policy.own_rules import RETENTION
from guardrails.resources import Resources

_PERSON = {Surface.TEXT}
_SPEECH = {Surface.TEXT, Surface.REASONING}


@dataclass(frozen=True, slots=True)
class Looked:
    """
    What was found in one frame.

    Attributes:
        at: The frame, in code points of the raw text.
        last: It ends the text.
        findings: Those that touch the frame; spans in code points of the raw text.
        states: Family → `decided`, `failed` or `skipped`; the worst of its detectors.
        reports: One of each detector.
    """

    at: tuple[int, int]
    last: bool
    findings: tuple[Finding, ...]
    states: Mapping[Family, str]
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Bench:
    """
    What all turns of a guard share.

    `fiction` makes surrogates up; None if the policy has no rule that asks for them.
    `consultant` asks for second opinions; None if nobody is asked. `idle` is after how many
    seconds a conversation is forgotten by itself; 0 if nobody knows. `evidence` keeps texts;
    None if none are kept. `excuses` are the exceptions by words; None if there are none.
    """

    policy: Policy
    policy_at: int
    inspection: Inspection
    log: DecisionLog
    resources: Resources
    engine: Mapping[str, str]
    fiction: Fiction | None = None
    consultant: Consultant | None = None
    idle: float = 0
    evidence: Evidence | None = None
    excuses: Excuses | None = None


def families_of(policy: Policy, side: Side, surface: Surface) -> frozenset[Family]:
    """Return the families whose detectors *policy* needs for a text."""
    wanted = {
        rule.family
        for rule in policy.rules
        if side in rule.where
        and _live(rule.mode)
        and (rule.surfaces is None or surface in rule.surfaces)
    }
    plan = policy.disclosure
    asked = any((plan.when_asked, plan.consent, plan.rights, policy.on_request))
    if asked or any(_live(rule.mode) and RETENTION in rule.categories for rule in policy.rules):
        wanted.add(Family.DISCLOSURE)
    if side is Side.OUTPUT or surface not in _PERSON:
        wanted -= {Family.CRISIS, Family.DISCLOSURE, Family.DEPENDENCE}
    if side is Side.INPUT or surface not in _SPEECH:
        wanted -= {Family.CLAIM, Family.CRISIS_REPLY}
    if surface not in _SPEECH:
        wanted -= {Family.SCOPE}
    return frozenset(wanted)


def _live(mode: Mode) -> bool:
    return mode is not Mode.DISABLED


def whole(text: str) -> Looked:
    """Return a look at an empty or unread *text*, with nothing found."""
    return Looked((0, len(text)), last=True, findings=(), states={}, reports=())


def worst(reports: Sequence[Report]) -> dict[Family, str]:
    """Return, for each family, the worst state of its detectors."""
    order = [State.DECIDED, State.SKIPPED, State.FAILED]
    states: dict[Family, State] = {}
    for report in reports:
        known = states.get(report.family, State.DECIDED)
        states[report.family] = max(known, report.state, key=order.index)
    return {family: str(states[family]) for family in sorted(states)}

"""The detectors that a policy's rules need."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import orjson

from guardrails.bench import families_of
from guardrails.decisions import Mode
from guardrails.detectors.base import AsyncDetector, Detector
from guardrails.findings import Family
from guardrails.inspection import Reader
from guardrails.messages import Side, Surface
from guardrails.policy.model import Policy
from guardrails.policy.rule import CustomType
from guardrails.resources import Resources
from guardrails.workers import Deadline

_AFTERWARDS: Final = ("channels", "failure", "hold", "id", "logging", "repeat_after", "salt")
"""Settings of a policy that play no part before something was found."""

_ONCE_FOUND: Final = (
    "do",
    "escalate",
    "except",
    "floor",
    "mask_as",
    "mask_with",
    "may_except",
    "percent",
    "say",
    "say_for",
    "threshold",
)
"""Settings of a rule of which the same holds."""

_NAMED = frozenset(
    f"pii.{kind}" for kind in ("person", "location", "organization", "nationality", "date-time")
)
"""What only a model finds."""


def ready_detectors(  # noqa: C901 - one for each family
    policy: Policy, resources: Resources, deadline: Deadline, reader: Reader | None = None
) -> tuple[list[Detector | AsyncDetector], Reader | None]:
    """
    Return the ready detectors that *policy*'s rules need, and the reader for them.

    Args:
        policy: Whose rules.
        resources: Whose numbers may be given to people.
        deadline: For each detector.
        reader: The reader to take, instead of a new one.

    Raises:
        ModelMissingError: A language model is not installed.
    """
    needed = frozenset[Family]()
    for side in Side:
        for surface in Surface:
            needed |= families_of(policy, side, surface)
    detectors: list[Detector | AsyncDetector] = []
    if Family.CRISIS in needed:
        from guardrails.detectors.crisis import CrisisDetector
        from guardrails.detectors.crisis_model import crisis_model

        detectors += [CrisisDetector(crisis_model()), crisis_model()]
    allow = resources.left_alone() | frozenset(policy.allow)
    if Family.CRISIS_REPLY in needed:
        from guardrails.detectors.replies import CrisisReplyDetector
        from guardrails.detectors.replies_numbers import numbers_in

        texts = (text for each in policy.messages.values() for text in each.values())
        named = resources.numbers() | frozenset(policy.allow)
        detectors.append(CrisisReplyDetector(named.union(*map(numbers_in, texts))))
    detectors += _listeners(policy, needed)
    if Family.SCOPE in needed:
        from guardrails.detectors.scope import ScopeDetector

        detectors.append(ScopeDetector())
    if not needed & {Family.PII, Family.CLAIM}:
        return detectors, None
    from guardrails.detectors.claims import ClaimDetector
    from guardrails.detectors.kinds import SILENT
    from guardrails.detectors.language import LanguageEngine
    from guardrails.detectors.layers import with_names
    from guardrails.detectors.pii import PiiDetector
    from guardrails.detectors.pipeline import COUNTRIES, loader

    if types := _own_types(policy):
        from guardrails.detectors.patterns import PatternDetector

        detectors.append(PatternDetector(types, allow))
    if Family.PII in needed:
        wanted = {name[4:] for rule in policy.rules for name in rule.categories}
        formats = frozenset(side for side in Side if not _NAMED & _detected(policy, side))
        detectors.append(PiiDetector(allow, frozenset(wanted) & SILENT, formats))
    if Family.CLAIM in needed:
        from guardrails.detectors.claims_model import claims_model

        detectors += [ClaimDetector(), claims_model()]
    if reader is not None:
        return detectors, reader
    countries = COUNTRIES if policy.countries is None else policy.countries
    load = loader(allow, tuple(countries), frozenset())
    engine = LanguageEngine(
        deadline=deadline, load=with_names(load, deadline) if Family.PII in needed else load
    )
    engine.warm()
    return detectors, engine


def _listeners(policy: Policy, needed: frozenset[Family]) -> Iterator[Detector]:
    """Yield what hears whom the person takes the program for, and how much they lean on it."""
    if Family.DISCLOSURE in needed:
        from guardrails.detectors.goodbye import GoodbyeDetector
        from guardrails.detectors.human_request import HumanRequestDetector
        from guardrails.detectors.identity import IdentityDetector

        yield from (IdentityDetector(), HumanRequestDetector(), GoodbyeDetector())
        if policy.disclosure.consent is not None or policy.disclosure.rights is not None:
            from guardrails.detectors.rights import RightsDetector

            yield RightsDetector()
    if Family.DEPENDENCE in needed:
        from guardrails.detectors.dependence import DependenceDetector

        yield DependenceDetector()


def looked_for(policy: Policy) -> bytes:
    """
    Return what detectors may depend on in *policy*: while it is the same, they may be kept.

    That is all of it, less what is only weighed, said or done once something was found; so a
    setting that nobody thought of here makes detectors anew, and never leaves old ones.
    """
    told = orjson.loads(policy.canonical)
    for name in _AFTERWARDS:
        told.pop(name, None)
    for rule in told.get("rules", ()):
        rule["mode"] = rule["mode"] != Mode.DISABLED
        for name in _ONCE_FOUND:
            rule.pop(name, None)
    return orjson.dumps(told, option=orjson.OPT_SORT_KEYS)


def _detected(policy: Policy, side: Side) -> frozenset[str]:
    """Return the categories of personal data that some rule of *policy* looks for on *side*."""
    live = (r for r in policy.rules if r.family is Family.PII and r.mode is not Mode.DISABLED)
    return frozenset().union(*(rule.categories for rule in live if side in rule.where))


def _own_types(policy: Policy) -> tuple[CustomType, ...]:
    """Return the types of *policy*'s own that a rule looks for: no other may take a name away."""
    named = frozenset().union(*(_detected(policy, side) for side in Side))
    return tuple(one for one in policy.types if f"pii.{one.name}" in named)

"""The identity of a policy: a hash over the canonical bytes of what it resolves to."""

from __future__ import annotations

from dataclasses import asdict, replace
from hashlib import sha256
from typing import Any, Final

import orjson

from guardrails.decisions import MaskWith
from guardrails.findings import Family
from guardrails.policy.channel_spec import ChannelSpec
from guardrails.policy.disclosure import Disclosure
from guardrails.policy.log_settings import Logging
from guardrails.policy.model import Policy
from guardrails.policy.rule import Exemption, Rule

_ALWAYS: Final = frozenset({"name", "mark", "expires"})
"""What every exception says, used or not."""

_LATER = frozenset({Family.CRISIS_REPLY})
"""Sections that came later: what fails in them is told where there are rules of theirs."""


def sealed(policy: Policy) -> Policy:
    """
    Return *policy* with its `canonical` bytes and its `hash`.

    The bytes are JSON with sorted keys, without space, in UTF-8 (RFC 8785 for what
    stands in a policy: ASCII keys, texts, integers). They hold everything that
    a decision or a text for people depends on, and the days by which somebody decides anew:
    whoever moves one keeps in force what was agreed to until that day. Left out is what only
    people read: comments, title, version, `why`, owner, reviewers, tests, line numbers and the
    order of rules and keys. So two files with one hash treat every message alike.
    """
    canonical = orjson.dumps(_resolved(policy), option=orjson.OPT_SORT_KEYS)
    return replace(policy, canonical=canonical, hash=f"sha256:{sha256(canonical).hexdigest()}")


def dateless(policy: Policy) -> str | None:
    """
    Return the hash that older versions gave *policy*, or None if it is the one that it has.

    They left out `until` of rules and `review_by`. It tells what was signed or pinned before
    from what was never signed at all, and proves nothing.
    """
    rules = tuple(replace(rule, until=None) for rule in policy.rules)
    old = sealed(replace(policy, rules=rules, review_by=None)).hash
    return None if old == policy.hash else old


def _resolved(policy: Policy) -> dict[str, Any]:
    return _later(policy) | {
        "schema": 1,
        "id": policy.id,
        "locales": policy.locales,
        "rules": [_rule(rule, policy) for rule in sorted(policy.rules, key=lambda one: one.id)],
        "messages": {name: dict(texts) for name, texts in policy.messages.items()},
        "disclosure": _with_floor(_disclosure(policy.disclosure)),
        "channels": {name: _channel(one) for name, one in policy.channels.items()},
        "failure": ({"floor": True} if policy.failure.floor else {})
        | {
            "detector_error": {
                family.value: do
                if family is not Family.DEPENDENCE or _has(policy, family)
                else "block"
                for family, do in policy.failure.detector_error.items()
                if family not in _LATER or _has(policy, family)
            },
            "coverage": dict(policy.failure.coverage),
            "model_error": policy.failure.model_error,
        },
        "logging": _logging(policy.logging),
        "hold": policy.hold,
        "salt": policy.salt,
        "max_input": policy.max_input,
        "repeat_after": policy.repeat_after,
    }


def _channel(channel: ChannelSpec) -> dict[str, Any]:
    told = asdict(channel)
    for later in ("to_env", "from_env", "allow_private", "hours"):
        if not told[later]:
            del told[later]  # older policies keep their hash
    return told


def _logging(logging: Logging) -> dict[str, Any]:
    """Return *logging* without what came later and is not used: older policies keep their hash."""
    told = asdict(logging)
    if logging.keep is not None and logging.keep.text is None:
        del told["keep"]["text"]
    for one in told["anchor"]:
        for name in ("roots_env", "lock_for"):
            if one[name] is None:
                del one[name]
    later = {"keep", "checkpoint", "anchor"}
    return {name: one for name, one in told.items() if name not in later or one}


def _disclosure(plan: Disclosure) -> dict[str, Any]:
    """Return *plan* without what came later and is not used: older policies keep their hash."""
    later = {"pause", "consent", "rights"}
    told = asdict(plan)
    if plan.consent is not None and not plan.consent.of_person:
        del told["consent"]["of_person"]
    return {name: one for name, one in told.items() if name not in later or one is not None}


def _with_floor(told: dict[str, Any]) -> dict[str, Any]:
    """Return *told*, which says of a floor only where there is one."""
    return {name: value for name, value in told.items() if name != "floor" or value}


def _has(policy: Policy, family: Family) -> bool:
    """Return whether *policy* has rules of *family*; older ones have none of what came later."""
    return any(rule.family is family for rule in policy.rules)


def _later(policy: Policy) -> dict[str, Any]:
    """Return the settings that came later, where they are used: older policies keep their hash."""
    later: dict[str, Any] = {}
    if policy.types:
        later["types"] = [asdict(one) for one in sorted(policy.types, key=lambda one: one.name)]
    if policy.allow:
        later["allow"] = sorted(policy.allow)
    if policy.countries is not None:
        later["countries"] = sorted(policy.countries)
    if policy.again:
        later["again"] = {name: [*map(dict, texts)] for name, texts in policy.again.items()}
    if policy.to_minor:
        later["to_minor"] = dict(policy.to_minor)
    if policy.then:
        later["then"] = dict(policy.then)
    if policy.bucket_by != "session":
        later["bucket_by"] = policy.bucket_by
    if policy.on_request is not None:
        later["on_request"] = asdict(policy.on_request)
    return later | _agreed(policy)


def _agreed(policy: Policy) -> dict[str, Any]:
    """Return who has to agree to *policy*, and by when it is looked at again, if it says so."""
    told: dict[str, Any] = {}
    if policy.sign_off is not None:
        told["sign_off"] = asdict(policy.sign_off)
    if policy.review_by is not None:
        told["review_by"] = policy.review_by
    return told


def _exemption(one: Exemption) -> dict[str, Any]:
    """Return *one* without what came later and is not used: older policies keep their hash."""
    told = asdict(one)
    return {name: value for name, value in told.items() if value or name in _ALWAYS}


def _rule(rule: Rule, policy: Policy) -> dict[str, Any]:
    later: dict[str, Any] = {"subject": rule.subject.value} if rule.subject is not None else {}
    if rule.say_for:
        later["say_for"] = dict(rule.say_for)
    if rule.at_goodbye is not None:
        later["at_goodbye"] = rule.at_goodbye
    if rule.surfaces is not None:
        later["surfaces"] = sorted(surface.value for surface in rule.surfaces)
    if rule.mask_with is not MaskWith.PSEUDONYM:
        later["mask_with"] = rule.mask_with.value
    if rule.excusable is not None:
        later["may_except"] = sorted(rule.excusable)
    if rule.until is not None:
        later["until"] = rule.until
    if rule.log and policy.logging.keeps_texts:
        later["log"] = True
    return later | {
        "id": rule.id,
        "family": rule.family.value,
        "categories": sorted(rule.categories),
        "level": rule.level.value if rule.level is not None else None,
        "threshold": rule.threshold,
        "do": rule.do.value,
        "say": rule.say,
        "where": sorted(side.value for side in rule.where),
        "mode": rule.mode.value,
        "percent": rule.percent,
        "escalate": asdict(rule.escalate) if rule.escalate is not None else None,
        "except": sorted(map(_exemption, rule.exemptions), key=lambda one: one["name"]),
        "mask_as": rule.mask_as,
        "floor": rule.floor,
    }

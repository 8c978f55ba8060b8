"""Canonical bytes in, the policy that they are of out: how a recorded policy decides again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import orjson

from guardrails.decisions import Do, MaskWith, Mode
from guardrails.errors import LogReadError
from guardrails.findings import Family, Level
from guardrails.messages import Side, Surface
from guardrails.policy.canonical import sealed
from guardrails.policy.channel_spec import ChannelSpec, OnRequest
from guardrails.policy.disclosure import Consent, Disclosure, Pause, Rights
from guardrails.policy.log_settings import AnchorSpec, Checkpoints, Keep, Logging
from guardrails.policy.model import Failure, Policy, SignOff
from guardrails.policy.rule import Checksum, CustomType, Escalation, Exemption, Rule
from guardrails.taxonomy import Subject

_LATER: Final = frozenset({"pause", "consent", "rights"})


def restored(canonical: bytes) -> Policy:
    """
    Return the policy whose canonical bytes are *canonical*.

    What only people read is not in them: title, `why` and line numbers stay empty.

    Raises:
        LogReadError: They are no canonical policy of this version of the format, or hold
            something that it does not know; nothing of them is quoted.
    """
    try:
        told = orjson.loads(canonical)
        policy = sealed(_policy(told))
    except (ValueError, TypeError, KeyError, AttributeError):
        policy = None
    if policy is None or policy.canonical != canonical:
        msg = (
            "the recorded policy is not one that this version can read: "
            "replay with the version that wrote the log, or a newer one"
        )
        raise LogReadError(msg)
    return policy


def _logging(told: Mapping[str, Any]) -> Logging:
    keep, checkpoint = told.get("keep"), told.get("checkpoint")
    later = {
        "keep": None if keep is None else Keep(**keep),
        "checkpoint": None if checkpoint is None else Checkpoints(**checkpoint),
        "anchor": tuple(AnchorSpec(**one) for one in told.get("anchor", ())),
    }
    return Logging(**{**told, **later})


def _policy(told: Mapping[str, Any]) -> Policy:
    wanted = told.get("on_request")
    return Policy(
        id=told["id"],
        title="",
        hash="",
        canonical=b"",
        locales=tuple(told["locales"]),
        rules=tuple(map(_rule, told["rules"])),
        messages=told["messages"],
        disclosure=_disclosure(told["disclosure"]),
        channels={name: ChannelSpec(**one) for name, one in told["channels"].items()},
        failure=_failure(told["failure"]),
        logging=_logging(told["logging"]),
        again={name: tuple(texts) for name, texts in told.get("again", {}).items()},
        to_minor=told.get("to_minor", {}),
        then=told.get("then", {}),
        on_request=None
        if wanted is None
        else OnRequest(wanted["say"], Escalation(**wanted["escalate"])),
        types=tuple(map(_type, told.get("types", ()))),
        allow=tuple(told.get("allow", ())),
        countries=tuple(told["countries"]) if "countries" in told else None,
        hold=told["hold"],
        sign_off=_sign_off(told.get("sign_off")),
        review_by=told.get("review_by"),
        salt=told["salt"],
        bucket_by=told.get("bucket_by", "session"),
        max_input=told["max_input"],
        repeat_after=told["repeat_after"],
    )


def _disclosure(told: Mapping[str, Any]) -> Disclosure:
    pause, consent, rights = (told.get(name) for name in ("pause", "consent", "rights"))
    if consent is not None:
        consent = Consent(**{**consent, "needed_for": tuple(consent["needed_for"])})
    return replace(
        Disclosure(**{name: one for name, one in told.items() if name not in _LATER}),
        pause=None if pause is None else Pause(**pause),
        consent=consent,
        rights=None if rights is None else Rights(**rights),
    )


def _sign_off(told: Mapping[str, Any] | None) -> SignOff | None:
    return None if told is None else SignOff(told["needed"], tuple(told["roles"]))


def _failure(told: Mapping[str, Any]) -> Failure:
    errors = {Family(family): do for family, do in told["detector_error"].items()}
    return Failure(errors, told["coverage"], told["model_error"], told.get("floor", False))


def _type(told: Mapping[str, Any]) -> CustomType:
    return CustomType(
        told["name"],
        tuple(told["phrases"]),
        tuple(told["patterns"]),
        Checksum(told["checksum"]) if told["checksum"] is not None else None,
        tuple(told["near"]),
    )


def _exemption(told: Mapping[str, Any]) -> Exemption:
    return Exemption(**{**told, "phrases": tuple(told.get("phrases", ()))})


def _rule(told: Mapping[str, Any]) -> Rule:
    return Rule(
        id=told["id"],
        family=Family(told["family"]),
        categories=frozenset(told["categories"]),
        threshold=told["threshold"],
        do=Do(told["do"]),
        level=None if told["level"] is None else Level(told["level"]),
        subject=Subject(told["subject"]) if "subject" in told else None,
        say=told["say"],
        say_for=told.get("say_for", {}),
        at_goodbye=told.get("at_goodbye"),
        where=frozenset(map(Side, told["where"])),
        surfaces=frozenset(map(Surface, told["surfaces"])) if "surfaces" in told else None,
        mode=Mode(told["mode"]),
        percent=told["percent"],
        until=told.get("until"),
        escalate=None if told["escalate"] is None else Escalation(**told["escalate"]),
        exemptions=tuple(map(_exemption, told["except"])),
        mask_as=told["mask_as"],
        mask_with=MaskWith(told.get("mask_with", MaskWith.PSEUDONYM)),
        log=told.get("log", False),
        floor=told["floor"],
        excusable=frozenset(told["may_except"]) if "may_except" in told else None,
    )

"""What a guard is put together from, when the caller leaves it to the policy."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from guardrails.bench import families_of
from guardrails.decisions import Do, MaskWith
from guardrails.errors import ConfigurationError
from guardrails.escalation.base import Channel
from guardrails.escalation.made import channel_of
from guardrails.escalation.words import Words
from guardrails.evidence.base import Evidence
from guardrails.fiction import Fiction
from guardrails.findings import Family
from guardrails.messages import Side, Surface
from guardrails.models.base import ChatModel
from guardrails.opinion import Consultant, SecondOpinion
from guardrails.policy.model import Policy
from guardrails.policy.own_rules import GOODBYE, HUMAN_REQUEST, IDENTITY_QUESTION
from guardrails.policy.rights import CATEGORIES as RIGHTS
from guardrails.policy.scope import ACTS
from guardrails.policy.vocabulary import (
    CLAIMS,
    CRISIS_CATEGORIES,
    CRISIS_REPLIES,
    DEPENDENCE,
    PII_TYPES,
)
from guardrails.sessions.base import SessionStore


def fiction_of(policy: Policy) -> Fiction | None:
    """
    Return what makes surrogates up, or None if no rule of *policy* asks for them.

    Raises:
        ConfigurationError: Faker is not installed.
    """
    wanted = any(
        rule.mask_with is MaskWith.SURROGATE and rule.do is Do.MASK for rule in policy.rules
    )
    return Fiction() if wanted else None


def consultant_of(
    policy: Policy, wanted: SecondOpinion | None, chat_model: Callable[[object], ChatModel]
) -> Consultant | None:
    """
    Return who asks for second opinions, or None if nobody is *wanted*.

    Args:
        policy: Has to look for personal data: none may leave with the question.
        wanted: Whom to ask, and when.
        chat_model: Makes a `ChatModel` of the model that is *wanted*.

    Raises:
        ConfigurationError: The policy looks for no personal data, or for no crisis.
    """
    if wanted is None:
        return None
    check_consulting(policy)
    from guardrails.detectors.crisis_model import crisis_model

    return Consultant(wanted, chat_model(wanted.model), crisis_model())


def check_consulting(policy: Policy) -> None:
    """
    Return if a second opinion may be asked for under *policy*.

    Raises:
        ConfigurationError: The policy looks for no personal data, or for no crisis.
    """
    looked_for = families_of(policy, Side.INPUT, Surface.TEXT)
    if missing := {Family.CRISIS, Family.PII} - looked_for:
        msg = (
            f"second_opinion: the policy {policy.id!r} has no live rule of the family "
            f"{min(missing).value!r} for messages; without crisis rules there is nothing to ask, "
            "and without rules for personal data it would leave with the question"
        )
        raise ConfigurationError(msg)


def evidence_of(policy: Policy, given: Evidence | None) -> Evidence | None:
    """
    Return the place for kept texts that was *given*.

    Raises:
        ConfigurationError: *policy* wants texts kept, and none was.
    """
    if policy.logging.keeps_texts and given is None:
        msg = (
            f"the policy {policy.id!r} keeps texts (logging.level: {policy.logging.level}): give "
            "Guard evidence=FileEvidence(DIRECTORY, KEY) with the investigators' public key, "
            "or postgres_evidence(URL, KEY), or set the level to findings"
        )
        raise ConfigurationError(msg)
    return given


def categories_of(policy: Policy) -> frozenset[str]:
    """Return every category that a finding may have: the closed vocabulary, and *policy*'s own."""
    known = {f"pii.{name}" for name in PII_TYPES} | {f"claim.{name}" for name in CLAIMS}
    known |= {f"crisis.{name}" for name in CRISIS_CATEGORIES}
    known |= {f"pii.{one.name}" for one in policy.types}
    known |= {IDENTITY_QUESTION, HUMAN_REQUEST, GOODBYE} | RIGHTS
    known |= {f"{Family.CRISIS_REPLY}.{name}" for name in CRISIS_REPLIES}
    known |= {f"{Family.DEPENDENCE}.{name}" for name in DEPENDENCE}
    known |= {f"{Family.SCOPE}.{name}" for name in ACTS}
    return frozenset(known.union(*(rule.categories for rule in policy.rules)))


def channels_of(
    policy: Policy, given: Mapping[str, Channel], environ: Mapping[str, str]
) -> dict[str, Channel]:
    """
    Return a channel for each that *policy* names: the one that was *given*, or a new one.

    Raises:
        ConfigurationError: A variable of a channel is not in *environ*, or the policy names no
            channel of a given name, so that nobody would ever be told over it.
    """
    for name in given:
        if name not in policy.channels:
            known = ", ".join(map(repr, sorted(policy.channels))) or "none"
            msg = f"channels: the policy has no channel {name!r}; it has {known}"
            raise ConfigurationError(msg)
    channels = dict(given)
    for name, spec in policy.channels.items():
        if name not in channels:
            channels[name] = channel_of(spec, environ)
    return channels


def words_of(given: Words | None, sessions: SessionStore) -> Words | None:
    """
    Return where words are kept.

    Raises:
        ConfigurationError: They would outlive the sessions that they were said in.
    """
    keep = getattr(given, "keep", 0.0)
    idle = getattr(sessions, "idle", keep)
    if keep > idle:
        msg = (
            f"words are kept for {keep:g} s, and sessions for {idle:g} s: give the words a `keep` "
            "that is no longer, so that what is forgotten is forgotten whole"
        )
        raise ConfigurationError(msg)
    return given

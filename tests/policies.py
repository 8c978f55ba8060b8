"""Small policies made in code, for tests that are not about files."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from guardrails.decisions import Do
from guardrails.findings import Family, Level
from guardrails.messages import Side
from guardrails.policy.channel_spec import ChannelSpec
from guardrails.policy.disclosure import Disclosure
from guardrails.policy.log_settings import Logging
from guardrails.policy.model import Failure, Policy
from guardrails.policy.rule import Escalation, Exemption, Rule

TEXTS: Mapping[str, str] = {
    "care-text": "That sounds heavy. {resources}",
    "concern-text": "I am glad you said it. {resources}",
    "crisis-text": "Please talk to someone now. {resources} I am still here.",
    "not-human": "I am software, not a person.",
    "hello": "You are talking to software.",
    "no": "I cannot pass that on.",
    "safe-reply": "I cannot answer that just now.",
    "too-long": "That is too long for me.",
}


def rule(id_: str, family: Family, **fields: Any) -> Rule:
    values: dict[str, Any] = {
        "categories": frozenset({id_}),
        "threshold": 5000,
        "do": Do.NOTE,
        **fields,
    }
    return Rule(id=id_, family=family, **values)


def crisis(level: Level, do: Do, say: str, *, escalate: bool = True) -> Rule:
    return Rule(
        id=f"crisis.{level}",
        family=Family.CRISIS,
        categories=frozenset(),
        threshold=4000,
        do=do,
        level=level,
        say=say,
        escalate=Escalation("desk", 600) if escalate else None,
    )


RULES = (
    crisis(Level.CARE, Do.ADD, "care-text", escalate=False),
    crisis(Level.CONCERN, Do.ADD, "concern-text"),
    crisis(Level.HIGH, Do.REPLACE, "crisis-text"),
    rule(
        "claim.emotion",
        Family.CLAIM,
        do=Do.REWRITE,
        exemptions=(Exemption("quoting", "quoted"), Exemption("fiction", "roleplay")),
    ),
    rule("claim.human_identity", Family.CLAIM, do=Do.REPLACE, say="not-human"),
    rule("claim.professional", Family.CLAIM, do=Do.BLOCK, say="no"),
    rule(
        "pii.contact",
        Family.PII,
        categories=frozenset({"pii.email", "pii.phone", "pii.payment-card"}),
        do=Do.MASK,
    ),
    rule("pii.person", Family.PII, do=Do.MASK, where=frozenset({Side.INPUT})),
    rule("pii.secret", Family.PII, do=Do.BLOCK, say="no"),
)


def policy(*rules: Rule, **fields: Any) -> Policy:
    values: dict[str, Any] = {
        "id": "test",
        "title": "For tests",
        "hash": "sha256:" + "0" * 64,
        "canonical": b"{}",
        "locales": ("en-GB",),
        "rules": rules or RULES,
        "messages": {name: {"en-GB": text} for name, text in TEXTS.items()},
        "disclosure": Disclosure(when_asked="not-human"),
        "channels": {"desk": ChannelSpec("desk", "console")},
        "failure": Failure(
            {
                Family.PII: "block",
                Family.CLAIM: "note",
                Family.CRISIS: "show-resources",
                Family.DISCLOSURE: "note",
            },
            {"image": "note", "audio": "note", "unknown": "block"},
        ),
        "logging": Logging(),
        **fields,
    }
    return Policy(**values)


def changed(of: Policy, **fields: Any) -> Policy:
    return replace(of, **fields)

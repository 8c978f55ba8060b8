"""Every setting of a policy file, by the kind of block that it stands in."""

from __future__ import annotations

from typing import Final

from guardrails.policy.vocabulary import CRISIS_CATEGORIES

_RULE = ("id", "threshold", "do", "say", "mode", "percent", "until", "floor", "why")

KEYS: Final[dict[str, tuple[str, ...]]] = {
    "the policy file": (
        "schema",
        "policy",
        "extends",
        "locales",
        "crisis_locales",
        "rollout",
        "countries",
        "types",
        "allow",
        "pii",
        "claim",
        "crisis",
        "crisis-reply",
        "dependence",
        "disclosure",
        "escalation",
        "logging",
        "streaming",
        "failure",
        "limits",
        "texts",
        "messages",
        "tests",
    ),
    "a file of texts": ("schema", "messages"),
    "policy": ("id", "title", "version", "owner", "review_by", "sign_off"),
    "sign_off": ("needed", "roles"),
    "a parent": ("policy", "version", "hash", "wording"),
    "rollout": ("default", "bucket_by", "salt"),
    "a type": ("name", "phrases", "patterns", "checksum", "near", "why"),
    "a pii rule": (*_RULE, "detect", "where", "surfaces", "mask_as", "mask_with"),
    "a claim rule": (*_RULE, "claims", "at_goodbye", "except", "may_except"),
    "an exception": ("name", "when", "expires"),
    "when": ("quoted", "mode"),
    "a crisis rule": (*_RULE, "level", "subject", "say_for", "escalate"),
    "say_for": CRISIS_CATEGORIES,
    "a crisis-reply rule": (*_RULE, "harms", "except", "may_except"),
    "a dependence rule": (*_RULE, "signs", "escalate", "except", "may_except"),
    "escalate": ("to", "within"),
    "disclosure": (
        "at_start",
        "when_asked_if_human",
        "repeat",
        "break",
        "consent",
        "rights",
        "floor",
    ),
    "break": ("say", "every", "minors"),
    "consent": ("needed_for", "ask", "given", "withdrawn", "withdraw", "holds_for"),
    "rights": ("kept", "forgotten", "watched", "ask_alone", "failed"),
    "repeat": ("say", "every_turns", "every"),
    "escalation": ("channels", "repeat_after", "on_request"),
    "on_request": ("say", "to", "within"),
    "a channel": (
        "kind",
        "url_env",
        "secret_env",
        "to_env",
        "from_env",
        "allow_private",
        "ack_within",
        "then",
        "hours",
    ),
    "logging": ("level", "findings_from", "on_failure", "keep"),
    "keep": ("decisions", "crisis"),
    "streaming": ("hold",),
    "failure": ("detector_error", "model_error", "coverage", "floor"),
    "detector_error": ("pii", "claim", "crisis", "crisis-reply", "dependence", "disclosure"),
    "coverage": ("image", "audio", "video", "file", "unknown"),
    "limits": ("max_input",),
    "a test": ("say", "from", "locale", "country", "after", "expect", "why", "todo"),
    "expect": ("do", "rule", "not_rule", "level", "in_reply", "not_in_reply"),
}
"""What may stand in each kind of block. Schema 1 only ever grows by optional settings."""

NOT_YET: Final[dict[str, tuple[str, ...]]] = {
    "the policy file": ("scope",),
    "an exception": ("phrases",),
    "when": ("consent",),
    "escalation": ("payload",),
    "a channel": ("name",),
    "logging": ("checkpoint", "anchor"),
    "keep": ("text",),
    "detector_error": ("scope",),
    "a test": ("file",),
    "expect": ("escalated_to",),
}
"""Settings that the format names and that this version refuses, rather than ignores."""

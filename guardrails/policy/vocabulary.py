"""The closed lists of names that a policy may use (design: one name for one thing, everywhere)."""

from __future__ import annotations

from typing import Final

from guardrails.taxonomy import Category

PII_TYPES: Final = (
    "person",
    "email",
    "phone",
    "postal-address",
    "location",
    "date-of-birth",
    "date-time",
    "payment-card",
    "iban",
    "bank-account",
    "national-id",
    "passport",
    "driving-licence",
    "tax-id",
    "health-id",
    "ip-address",
    "mac-address",
    "url",
    "handle",
    "crypto-wallet",
    "number-plate",
    "organization",
    "nationality",
    "secret",
    "stand-in",
    "long-word",
)
"""What a `pii` rule may detect; the category of each is `pii.` and the name."""

NEVER_SHOWN: Final = frozenset({"pii.long-word"})
"""
Categories that are masked although no rule says so.

A `long-word` is a run of more than 1,000 characters without a space: no detector sees it
as a whole, so nobody knows what is in it.
"""

CLAIMS: Final = (
    "emotion",
    "sentience",
    "embodiment",
    "lived_experience",
    "human_identity",
    "own_relationships",
    "professional",
    "bond",
    "retention",
    "own_desires",
    "shared_feeling",
    "continuous_presence",
)
"""What a `claim` rule may cover; the category of each is `claim.` and the name."""

NEVER_FICTION: Final = frozenset({"human_identity", "professional", "retention"})
"""Claims that no role-play excuses: they deceive or hold a real person, whatever the game."""

DEPENDENCE: Final = ("romance", "only_support", "overuse", "withdrawal")
"""What a `dependence` rule may cover; the category of each is `dependence.` and the name."""

CRISIS_CATEGORIES: Final = tuple(category.value for category in Category)
"""What crisis findings are about; the category of each is `crisis.` and the name."""

CRISIS_REPLIES: Final = (
    "method",
    "encouragement",
    "romanticising",
    "secrecy",
    "isolation",
    "minimising",
    "abandoning",
    "monitoring",
    "leading",
    "number",
)
"""What a `crisis-reply` rule may cover; the category of each is `crisis-reply.` and the name."""

OPAQUE_KINDS: Final = ("image", "audio", "video", "file", "unknown")
"""Parts of a message that no detector reads."""

SAFE_REPLY: Final = "safe-reply"
"""Message shown in the place of a reply that may not go out: a broken log, a failed detector."""

TOO_LONG: Final = "too-long"
"""Message for callers to show on `InputTooLongError`."""

NEEDED_MESSAGES: Final = {
    SAFE_REPLY: "shown in the place of a reply that may not go out",
    TOO_LONG: "shown when a message is longer than limits.max_input",
}
"""Messages that every policy holds, and what each is for."""

RESOURCES_SLOT: Final = "{resources}"
"""Filled with local helplines when a crisis text is shown."""

EMERGENCY_SLOT: Final = "{emergency}"
"""Filled with the emergency number of the person's country, fit to stand after "call"."""

KEPT_SLOT: Final = "{kept}"
"""Filled with what is kept of the conversation; only `disclosure.rights.kept` says it."""

SLOTS: Final = (RESOURCES_SLOT, EMERGENCY_SLOT, KEPT_SLOT)
"""What may be filled in in a message; but for the last only crisis rules say such messages."""

CONSENTS: Final = ("roleplay", "second-opinion", "log-text")
"""What may wait for a person's consent."""

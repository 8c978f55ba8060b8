"""Which conversations a rule acts in that is on for a share of them."""

from __future__ import annotations

import hashlib

from guardrails.policy.model import Policy


def bucket(salt: str, rule: str, session: str) -> int:
    """Return SHA-256(salt | rule | session) mod 10000."""
    digest = hashlib.sha256(f"{salt}|{rule}|{session}".encode()).digest()
    return int.from_bytes(digest, "big") % 10_000


def shares(policy: Policy, session: str) -> dict[str, int]:
    """Return the place of *session*, 0..9999, for each rule that is on for a share only."""
    return {
        rule.id: bucket(policy.salt, rule.id, session)
        for rule in policy.rules
        if rule.percent < 100  # noqa: PLR2004
    }

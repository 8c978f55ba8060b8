"""Which conversations a rule acts in that is on for a share of them."""

from __future__ import annotations

import hashlib

from guardrails.policy.model import Policy


def bucket(salt: str, rule: str, session: str) -> int:
    """Return SHA-256(salt | rule | session) mod 10000."""
    digest = hashlib.sha256(f"{salt}|{rule}|{session}".encode()).digest()
    return int.from_bytes(digest, "big") % 10_000


def shares(policy: Policy, session: str, subject: str | None = None) -> dict[str, int]:
    """
    Return the place, 0..9999, for each rule that is on for a share only.

    Args:
        policy: Whose rules.
        session: Name of the conversation in the log.
        subject: Who the person is, if that is known. It counts where the policy deals out
            people: all its rules then share one place out of a hundred, since these places
            stand in the log and are to tell nobody's conversations apart from a hundredth of
            all.
    """
    if policy.bucket_by == "subject" and subject is not None:
        place = bucket(policy.salt, "", f"subject|{subject}") // 100 * 100
        return dict.fromkeys(_shared(policy), place)
    return {rule: bucket(policy.salt, rule, session) for rule in _shared(policy)}


def _shared(policy: Policy) -> list[str]:
    return [rule.id for rule in policy.rules if rule.percent < 100]  # noqa: PLR2004

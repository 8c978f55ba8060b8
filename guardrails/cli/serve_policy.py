"""The policy of a route: one that comes with the package, or a file that is followed."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guardrails.policy.model import Policy
    from guardrails.policy.source import PolicyFile

LAST_GOOD = "last-good"


def policy_of(
    policy: str, folder: Path, origin: str, *, trust: Path | None, any_cases: bool
) -> str | PolicyFile:
    """
    Return the name of a ready *policy* as it is, and a file as one that is followed.

    Args:
        policy: The name, or the path.
        folder: Directory of the log, where the last good version of a file is kept.
        origin: Name of the log: each process keeps its own.
        trust: Who may sign policies, or None if nobody needs to.
        any_cases: Take a policy too of which a rule is in no case.
    """
    from guardrails.policy.files import ready
    from guardrails.policy.source import PolicyFile

    if policy in ready() or not _is_file(policy):
        return policy
    path = Path(policy)
    mark = sha256(str(path.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:8]
    keep = folder / LAST_GOOD / f"{origin.replace('/', '-')}-{path.name}-{mark}"
    return PolicyFile(policy, keep=keep, trust=trust, any_cases=any_cases)


def _is_file(policy: str) -> bool:
    """Return whether *policy* is a file, or would be one if it were not gone."""
    return "/" in policy or policy.endswith((".yaml", ".yml")) or Path(policy).is_file()


def tells_people(policy: Policy) -> bool:
    """Return whether *policy* tells somebody who does not look at this terminal."""
    return any(one.kind != "console" for one in policy.channels.values())

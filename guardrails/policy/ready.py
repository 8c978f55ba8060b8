"""Loads a policy by its name, or by its path."""

from __future__ import annotations

from pathlib import Path

from guardrails.policy.files import find, named, ready
from guardrails.policy.load import load
from guardrails.policy.model import Policy

__all__ = ["find", "load_policy", "named", "ready"]


def load_policy(policy: str | Path) -> Policy:
    """
    Return the policy of that name or path.

    Raises:
        PolicyError: Something in the file is wrong.
        PolicyNotFoundError: There is no such policy.
    """
    return load(find(policy))

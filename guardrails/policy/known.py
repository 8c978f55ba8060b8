"""What one part of a policy file may refer to in another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guardrails.decisions import Mode
from guardrails.policy.problems import Problems, quoted
from guardrails.policy.tree import Node


@dataclass(frozen=True, slots=True)
class Known:
    """
    Names that rules and other settings may use.

    Attributes:
        messages: Ids of all messages.
        slotted: Those of them that hold `{resources}`.
        channels: Names of all channels.
        default: Mode of a rule that names none.
        salted: The policy has a salt for percent buckets.
    """

    messages: Mapping[str, object]
    slotted: frozenset[str]
    channels: Mapping[str, object]
    default: Mode
    salted: bool


def check_message(at: Node, name: str, messages: Mapping[str, object], problems: Problems) -> None:
    """Tell if *name* is no message of the policy."""
    if name not in messages:
        problems.unknown(at, f"no message {quoted(name)}", name, messages)

"""A guard that follows a ready policy takes it: its cases hold in service as they do in a test."""

from __future__ import annotations

import pytest

from guardrails.cli.deployment import NobodyChannel
from guardrails.guard import Guard
from guardrails.ledger.memory import MemoryLog
from guardrails.policy.ready import load_policy, ready
from guardrails.policy.source import PolicyFile


@pytest.mark.parametrize("name", ready())
def test_a_ready_policy_is_taken_into_service_by_a_guard_that_follows_it(name: str) -> None:
    told: list[str] = []
    channels = dict.fromkeys(load_policy(name).channels, NobodyChannel())
    guard = Guard(PolicyFile(name, every=0, tell=told.append), MemoryLog(), channels=channels)
    try:
        assert (guard.policy.id, guard.health.stale) == (name, False), told
    finally:
        guard.close()

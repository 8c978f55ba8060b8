"""Investigators, and a guard that keeps texts for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from guardrails.evidence.keys import OpeningKey
from guardrails.evidence.store import FileEvidence
from guardrails.guard import Guard
from guardrails.ledger.store import FileLog
from guardrails.policy.canonical import sealed
from guardrails.policy.log_settings import Logging, TextLevel
from guardrails.policy.model import Policy
from tests.guards import guard
from tests.policies import policy

Keeping = Callable[..., Guard]


def keeping(level: TextLevel = "sealed-text", *rules: Any, **fields: Any) -> Policy:
    """Return a policy that keeps texts at *level*."""
    return sealed(policy(*rules, logging=Logging(level), **fields))


@pytest.fixture(scope="session")
def investigators() -> OpeningKey:
    return OpeningKey.generate("investigators")


@pytest.fixture
def kept(tmp_path: Path, investigators: OpeningKey) -> Keeping:
    """Return what makes a guard whose log and texts lie in `tmp_path`."""

    def make(using: Policy | None = None, **fields: Any) -> Guard:
        evidence = FileEvidence(tmp_path, investigators.sealing)
        log = FileLog(tmp_path)
        return guard(using or keeping(), **{"log": log, "evidence": evidence, **fields})

    return make

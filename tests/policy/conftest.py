"""A small policy that loads, to be broken in one place at a time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guardrails.errors import PolicyError
from guardrails.policy.load import load_text

SMALL = """\
schema: 1
policy: {id: small}
locales: [en-GB]
crisis:
  - {id: crisis.high, level: high, threshold: 45, do: replace, say: help, escalate: {to: desk, within: 10m}}
escalation:
  channels:
    desk: {kind: console}
messages:
  help: {en-GB: "Please call somebody. {resources}"}
  plain: {en-GB: "I am a program."}
  safe-reply: {en-GB: "Not now."}
  too-long: {en-GB: "Too long."}
"""  # noqa: E501


@pytest.fixture
def small() -> str:
    """Thirteen lines that load; further sections can be put behind them from line 14 on."""
    return SMALL


@pytest.fixture
def problems_of() -> Callable[[str], list[str]]:
    def find(text: str) -> list[str]:
        try:
            load_text(text, "p.yaml")
        except PolicyError as error:
            return str(error).splitlines()
        return []

    return find

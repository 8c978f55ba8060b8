"""
For people's own tests of their own bots; `guardrails.testing.plugin` is the plug-in for pytest.

    from guardrails.testing import assert_chunk_invariant, assert_no_human_claims

Names are loaded when they are first used: pytest imports this package in every run.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guardrails.testing.channels import KeptChannel
    from guardrails.testing.chunks import Released, assert_chunk_invariant, cuts, released
    from guardrails.testing.claims import QUESTIONS, Claim, assert_no_human_claims, claims_in
    from guardrails.testing.models import claiming_model, failing_model, repeating_model

_WHERE = {
    "Claim": "claims",
    "KeptChannel": "channels",
    "QUESTIONS": "claims",
    "Released": "chunks",
    "assert_chunk_invariant": "chunks",
    "assert_no_human_claims": "claims",
    "claiming_model": "models",
    "claims_in": "claims",
    "cuts": "chunks",
    "failing_model": "models",
    "released": "chunks",
    "repeating_model": "models",
}

__all__ = [
    "QUESTIONS",
    "Claim",
    "KeptChannel",
    "Released",
    "assert_chunk_invariant",
    "assert_no_human_claims",
    "claiming_model",
    "claims_in",
    "cuts",
    "failing_model",
    "released",
    "repeating_model",
]


def __getattr__(name: str) -> object:
    """Load a name when it is first used (PEP 562)."""
    if name in _WHERE:
        return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)


def __dir__() -> list[str]:
    return list(__all__)

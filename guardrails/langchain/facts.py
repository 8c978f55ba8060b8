"""What LangChain's metadata says of a reply that cannot be text of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_FACTS = (
    "finish_reason",
    "stop_reason",
    "done_reason",
    "stopReason",
    "id",
    "model",
    "model_name",
    "model_id",
    "model_provider",
    "model_version",
    "object",
    "output_version",
    "service_tier",
    "status",
    "system_fingerprint",
)
_COUNTS = ("token_usage", "usage")
_LONGEST_FACT = 200


def facts_of(metadata: Mapping[str, Any]) -> dict[str, Any]:
    """Return the entries of a `response_metadata` that are known to hold no text."""
    facts: dict[str, Any] = {
        key: value
        for key in _FACTS
        if isinstance(value := metadata.get(key), str | int | float)
        and len(str(value)) <= _LONGEST_FACT
    }
    for key in _COUNTS:
        if isinstance(metadata.get(key), Mapping) and (counts := counts_of(metadata[key])):
            facts[key] = counts
    return facts


def counts_of(usage: Mapping[str, Any]) -> dict[str, Any]:
    """Return the numbers of a token count, nested as they were."""
    counts: dict[str, Any] = {}
    for key, value in usage.items():
        if isinstance(value, Mapping):
            counts[key] = counts_of(value)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            counts[key] = value
    return counts

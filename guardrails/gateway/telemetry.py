"""What spans and instruments of OpenTelemetry have in common. None of it is text."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

from guardrails.errors import ModelError
from guardrails.events import Done
from guardrails.gateway import conventions as names
from guardrails.gateway.route import Route

LIBRARY: Final = "guardrails.gateway"
"""Name under which a process's providers know us."""


def opentelemetry() -> Any:  # noqa: ANN401 - an optional library's
    """Return OpenTelemetry with what is needed of it, or None."""
    if find_spec("opentelemetry") is None or find_spec("opentelemetry.trace") is None:
        return None
    for part in ("metrics", "propagate", "trace"):
        import_module(f"opentelemetry.{part}")
    return import_module("opentelemetry")


def facts_of(route: Route, model: str) -> dict[str, Any]:
    """
    Return the attributes that every turn on *route* has.

    The model's name is the caller's word, so it is told only if the route knows it.
    """
    told = {
        names.OPERATION: names.CHAT,
        names.PROVIDER: "openai",
        names.SERVER: route.upstream.host,
        names.ROUTE: route.name,
    }
    if model in route.models:
        told[names.REQUEST_MODEL] = model
    return told


def tokens_of(done: Done | None) -> dict[str, int]:
    """Return how many tokens were counted, by `input` and `output`."""
    usage = done.usage if done is not None and done.usage is not None else {}
    counted = {"input": usage.get("prompt_tokens"), "output": usage.get("completion_tokens")}
    return {kind: many for kind, many in counted.items() if isinstance(many, int)}


def failure_of(done: Done | None, error: BaseException | None) -> str | None:
    """Return the kind of what failed in a turn, or None."""
    if error is not None:
        return error.kind if isinstance(error, ModelError) else type(error).__name__
    return done.failed if done is not None else None

"""OpenTelemetry spans of guarded turns, if that is installed. They hold no text."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

from guardrails.errors import ModelError
from guardrails.events import Done
from guardrails.gateway import conventions as names
from guardrails.gateway.route import Route

_LIBRARY: Final = "guardrails.gateway"
_COUNTS = {names.INPUT_TOKENS: "prompt_tokens", names.OUTPUT_TOKENS: "completion_tokens"}


class Traces:
    """
    Makes spans.

    Args:
        tracer: An OpenTelemetry tracer; by default that of the process's own provider, which
            does nothing until somebody has configured one.
    """

    def __init__(self, tracer: Any = None) -> None:  # noqa: ANN401 - an optional library's
        self._api = _api()
        if tracer is None and self._api is not None:
            tracer = self._api.trace.get_tracer(_LIBRARY)
        self._tracer = tracer

    def begin(self, route: Route, model: str, headers: Mapping[str, str]) -> TurnSpan:
        """
        Return the span of a turn, a child of the one that *headers* name.

        The model's name is the caller's word, so it is told only if the route knows it.
        """
        if self._tracer is None or self._api is None:
            return TurnSpan(None)
        policy = route.guard.policy
        attributes = {
            names.OPERATION: names.CHAT,
            names.PROVIDER: "openai",
            names.SERVER: route.upstream.host,
            names.ROUTE: route.name,
            names.POLICY_ID: policy.id,
            names.POLICY_HASH: policy.hash,
        }
        name = names.SPAN
        if model in route.models:
            attributes[names.REQUEST_MODEL] = model
            name = f"{names.SPAN} {model}"
        context = self._api.propagate.extract(dict(headers))
        kind = self._api.trace.SpanKind.SERVER
        return TurnSpan(self._tracer.start_span(name, context, kind=kind, attributes=attributes))


class TurnSpan:
    """The span of one turn, or nothing."""

    def __init__(self, span: Any) -> None:  # noqa: ANN401 - an optional library's
        self._span = span

    def end(self, done: Done | None, error: BaseException | None) -> None:
        """End the span with what *done* says of the turn, or with the kind of the *error*."""
        if self._span is None:
            return
        if done is not None:
            self._span.set_attributes(_told(done))
        kind = done.failed if done is not None else None
        if error is not None:
            kind = error.kind if isinstance(error, ModelError) else type(error).__name__
        if kind is not None:
            self._span.set_attribute(names.ERROR, kind)
            self._span.set_status(_api().trace.StatusCode.ERROR)
        self._span.end()


def _told(done: Done) -> dict[str, Any]:
    told: dict[str, Any] = {
        names.DO: str(done.do),
        names.LEVEL: str(done.level),
        names.RULES: sorted({one.rule for one in done.decisions if one.rule}),
    }
    if done.receipt is not None:
        told[names.RECEIPT] = done.receipt.id
    if done.finish_reason is not None:
        told[names.FINISH_REASONS] = [done.finish_reason]
    for name, key in _COUNTS.items():
        if done.usage is not None and isinstance(done.usage.get(key), int):
            told[name] = done.usage[key]
    return told


def _api() -> Any:  # noqa: ANN401 - an optional library's
    """Return OpenTelemetry with what is needed of it, or None."""
    if find_spec("opentelemetry") is None or find_spec("opentelemetry.trace") is None:
        return None
    import_module("opentelemetry.trace")
    import_module("opentelemetry.propagate")
    return import_module("opentelemetry")

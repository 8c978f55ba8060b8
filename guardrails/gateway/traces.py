"""OpenTelemetry spans of guarded turns, if that is installed. They hold no text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from guardrails.events import Done
from guardrails.gateway import conventions as names
from guardrails.gateway.route import Route
from guardrails.gateway.telemetry import LIBRARY, facts_of, failure_of, opentelemetry, tokens_of

_COUNTS: Final = {"input": names.INPUT_TOKENS, "output": names.OUTPUT_TOKENS}


class Traces:
    """
    Makes spans.

    Args:
        tracer: An OpenTelemetry tracer; by default that of the process's own provider, which
            does nothing until somebody has configured one.
    """

    def __init__(self, tracer: Any = None) -> None:  # noqa: ANN401 - an optional library's
        self._api = opentelemetry()
        if tracer is None and self._api is not None:
            tracer = self._api.trace.get_tracer(LIBRARY)
        self._tracer = tracer

    def begin(self, route: Route, model: str, headers: Mapping[str, str]) -> TurnSpan:
        """Return the span of a turn, a child of the one that *headers* name."""
        if self._tracer is None or self._api is None:
            return TurnSpan(None)
        policy = route.guard.policy
        attributes = {
            **facts_of(route, model),
            names.POLICY_ID: policy.id,
            names.POLICY_HASH: policy.hash,
        }
        known = attributes.get(names.REQUEST_MODEL)
        name = names.SPAN if known is None else f"{names.SPAN} {known}"
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
        if (kind := failure_of(done, error)) is not None:
            self._span.set_attribute(names.ERROR, kind)
            self._span.set_status(opentelemetry().trace.StatusCode.ERROR)
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
    told |= {_COUNTS[kind]: many for kind, many in tokens_of(done).items()}
    return told

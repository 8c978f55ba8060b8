"""OpenTelemetry's metrics of guarded turns, if that is installed. They hold no text."""

from __future__ import annotations

from typing import Any, Final

from guardrails.events import Done
from guardrails.gateway import conventions as names
from guardrails.gateway.route import Route
from guardrails.gateway.telemetry import LIBRARY, facts_of, failure_of, opentelemetry, tokens_of

# The boundaries that the conventions ask for.
_SECONDS: Final = [0.01 * 2**n for n in range(14)]
_FIRST: Final = [
    *(0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0)
]
_TOKENS: Final = [4.0**n for n in range(14)]


class Meters:
    """
    Measures turns as OpenTelemetry's conventions have it.

    Args:
        meter: An OpenTelemetry meter; by default that of the process's own provider, which
            does nothing until somebody has configured one.
    """

    def __init__(self, meter: Any = None) -> None:  # noqa: ANN401 - an optional library's
        api = opentelemetry()
        if meter is None and api is not None:
            meter = api.metrics.get_meter(LIBRARY)
        self._whole = _histogram(meter, names.DURATION, "s", "Length of a turn.", _SECONDS)
        told = "From the request to the first text released."
        self._first = _histogram(meter, names.FIRST_TEXT, "s", told, _FIRST)
        told = "Tokens that the model's server counted."
        self._tokens = _histogram(meter, names.USAGE, "{token}", told, _TOKENS)

    def first_text(self, route: Route, model: str, seconds: float) -> None:
        """Note how long the first text took."""
        if self._first is not None:
            self._first.record(seconds, facts_of(route, model))

    def ended(
        self,
        route: Route,
        model: str,
        seconds: float,
        done: Done | None,
        error: BaseException | None,
    ) -> None:
        """Note the length of a turn, its tokens, and the kind of what failed in it."""
        if self._whole is None or self._tokens is None:
            return
        facts = facts_of(route, model)
        for kind, many in tokens_of(done).items():
            self._tokens.record(many, {**facts, names.COUNTED: kind})
        if (failed := failure_of(done, error)) is not None:
            facts[names.ERROR] = failed
        self._whole.record(seconds, facts)


def _histogram(meter: Any, name: str, unit: str, told: str, bounds: list[float]) -> Any:  # noqa: ANN401
    if meter is None:
        return None
    return meter.create_histogram(name, unit, told, explicit_bucket_boundaries_advisory=bounds)

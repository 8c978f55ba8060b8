"""Prometheus metrics. No label holds what a caller wrote, so there are never many."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from guardrails.errors import ModelError
from guardrails.events import CoverageGap, Done, Escalated, Event

CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
"""Of the text format: an end point may say which version it speaks."""

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120)


class Measures:
    """The metrics of one gateway, in a registry of their own."""

    def __init__(self) -> None:
        made = self._registry = CollectorRegistry()
        self._requests = Counter(
            "candor_http_requests", "Requests.", ["endpoint", "status"], registry=made
        )
        self._refused = Counter(
            "candor_refusals", "Requests refused by the gateway.", ["code"], registry=made
        )
        self._turns = Counter(
            "candor_turns", "Turns ended.", ["route", "do", "level", "end"], registry=made
        )
        self._running = Gauge("candor_turns_running", "Turns under way.", registry=made)
        self._first = Histogram(
            "candor_first_text_seconds",
            "From the request to the first text released.",
            ["route"],
            buckets=_SECONDS,
            registry=made,
        )
        self._whole = Histogram(
            "candor_turn_seconds", "Length of a turn.", ["route"], buckets=_SECONDS, registry=made
        )
        self._failed = Counter(
            "candor_upstream_failures", "Failures of the model.", ["route", "kind"], registry=made
        )
        self._gaps = Counter(
            "candor_coverage_gaps",
            "What nobody could look at.",
            ["route", "kind", "do"],
            registry=made,
        )
        self._told = Counter(
            "candor_escalations", "Humans told.", ["route", "level"], registry=made
        )
        self._log = Counter(
            "candor_log_write_failures", "Records that could not be written.", registry=made
        )

    def text(self) -> bytes:
        """Return all metrics in Prometheus' text format."""
        return generate_latest(self._registry)

    def requested(self, endpoint: str, status: int) -> None:
        """Count a request to *endpoint*, a path of the description, and its HTTP status."""
        self._requests.labels(endpoint, status).inc()

    def refused(self, code: str) -> None:
        """Count a request that the gateway refused."""
        self._refused.labels(code).inc()

    def running(self, turns: int) -> None:
        """Note how many turns are under way."""
        self._running.set(turns)

    def first_text(self, route: str, seconds: float) -> None:
        """Note how long the first text took."""
        self._first.labels(route).observe(seconds)

    def unwritten(self) -> None:
        """Count a record that could not be written."""
        self._log.inc()

    def ended(
        self,
        route: str,
        events: Iterable[Event],
        seconds: float,
        error: BaseException | None,
    ) -> None:
        """Count a turn: its *events* so far, its length and the *error* that ended it."""
        self._whole.labels(route).observe(seconds)
        done: Done | None = None
        for event in events:
            match event:
                case CoverageGap():
                    self._gaps.labels(route, event.kind, str(event.do)).inc()
                case Escalated():
                    self._told.labels(route, str(event.level)).inc()
                case Done():
                    done = event
                case _:
                    pass
        if done is not None and done.failed is not None:
            self._failed.labels(route, done.failed).inc()
        if isinstance(error, ModelError):
            self._failed.labels(route, str(error.status or error.kind)).inc()
        if done is not None and error is None:
            end = done.finish_reason or "stop"
            self._turns.labels(route, str(done.do), str(done.level), _known(end)).inc()
        else:
            self._turns.labels(route, "", "", "cancelled" if error is None else _end(error)).inc()


def _known(end: str) -> str:
    """Return *end* if it is one of ours: an upstream may say anything."""
    return end if end in {"stop", "length", "tool_calls", "guarded", "error"} else "other"


def _end(error: BaseException) -> str:
    return "error" if isinstance(error, Exception) else "cancelled"

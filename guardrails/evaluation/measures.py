"""Figures that are no shares of cases: areas, precision at another base rate, and curves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guardrails.evaluation.shares import Share

_NEAR = 1 / 400  # of the width of a chart: nearer points look like one


@dataclass(frozen=True, slots=True)
class Measure:
    """
    A number 0..1 and its 95% interval.

    Attributes:
        name: What it is called.
        value: None if there is nothing to take it from.
        interval: Its lower and upper end, or None if none is known.
        of: What it was taken from, in a few words.
    """

    name: str
    value: float | None
    interval: tuple[float, float] | None
    of: str

    def __str__(self) -> str:
        if self.value is None:
            return "no cases"
        if self.interval is None:
            return f"{self.value:.4f}"
        low, high = self.interval
        return f"{self.value:.4f} [{low:.4f}, {high:.4f}]"


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a curve, both coordinates 0..1, with the interval of *y* if one is known."""

    x: float
    y: float
    interval: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Curve:
    """
    A chart of one curve over a diagonal.

    Attributes:
        name: Short, for the name of a file.
        title: For people.
        across: What *x* is.
        up: What *y* is.
        diagonal: What the diagonal is.
        points: From left to right.
        joined: Whether a line joins them.
    """

    name: str
    title: str
    across: str
    up: str
    diagonal: str
    points: tuple[Point, ...]
    joined: bool


def precision_at(prevalence: float, recall: Share, alarms: Share, name: str) -> Measure:
    """
    Return which share of flagged messages would be at risk if *prevalence* of all were.

    It is Bayes' rule. The interval takes the ends of both shares' intervals that are worst
    and best for it, so that it is on the wide side.

    Args:
        prevalence: Share of messages at risk, above 0 and below 1.
        recall: Of messages at risk, those that are flagged.
        alarms: Of the others, those that are flagged.
        name: Of the measure.
    """
    of = f"1 message at risk in {1 / prevalence:,.0f}"
    if not (recall.of and alarms.of):
        return Measure(name, None, None, of)
    (low, high), (least, most) = recall.interval, alarms.interval
    value = _flagged(prevalence, recall.value, alarms.value)
    worst, best = (_flagged(prevalence, low, most), _flagged(prevalence, high, least))
    return Measure(name, value, (worst or 0.0, 1.0 if best is None else best), of)


def _flagged(prevalence: float, recall: float, alarms: float) -> float | None:
    right, wrong = prevalence * recall, (1 - prevalence) * alarms
    return right / (right + wrong) if right + wrong else None


def thinned(points: Iterable[Point]) -> Iterator[Point]:
    """Yield those *points* that can be told apart on a chart, the first and the last among them."""
    last: Point | None = None
    skipped: Point | None = None
    for one in points:
        if last is not None and max(abs(one.x - last.x), abs(one.y - last.y)) < _NEAR:
            skipped = one
            continue
        skipped, last = None, one
        yield one
    if skipped is not None:
        yield skipped

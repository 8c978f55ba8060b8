"""Figures that are ready to be shown, as text and as JSON values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from guardrails.evaluation.measures import Curve, Measure
from guardrails.evaluation.shares import Share


@dataclass(frozen=True, slots=True)
class Figure:
    """A share and what it is a share of."""

    name: str
    share: Share


@dataclass(frozen=True, slots=True)
class Table:
    """Figures of one kind."""

    title: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """
    What an evaluation found.

    Attributes:
        title: What was evaluated.
        heads: The figures that matter most.
        tables: Further figures, the worst first.
        worst: Ids of the rows with the worst errors; never their text.
        messages: How many rows were counted.
        notes: What a reader must know in order to understand the figures, in plain words.
        measures: Figures that are no shares of cases.
        curves: Charts.
        errors: The worst errors, where there are several kinds: the kind and ids of rows.
    """

    title: str
    heads: tuple[Figure, ...]
    tables: tuple[Table, ...]
    worst: tuple[str, ...]
    messages: int
    notes: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    curves: tuple[Curve, ...] = ()
    errors: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def named(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The worst errors, as a heading and ids of rows; only where there are any."""
        every = (("worst errors", self.worst), *self.errors)
        return tuple((f"{kind}, by id", ids) for kind, ids in every if ids)


def lines(report: Report) -> Iterator[str]:
    """Yield *report* line by line, for a terminal."""
    yield f"{report.title}: {report.messages:,} messages"
    yield from _figures(report.heads)
    if report.measures:
        yield ""
    for one in report.measures:
        yield f"  {one.name:<46} {one!s:<24} {one.of}"
    for table in report.tables:
        if table.figures:
            yield ""
            yield table.title
            yield from _figures(table.figures)
    yield ""
    yield from ending(report)


def ending(report: Report) -> Iterator[str]:
    """Yield what is told below the figures."""
    for title, ids in report.named:
        yield title
        yield f"  {', '.join(ids)}"
        yield ""
    yield "Brackets hold the 95% interval (Wilson). A figure tells of data like this alone."
    if report.measures:
        yield "That of the area is Newcombe's; that of precision takes the ends of two others."


def _figures(figures: tuple[Figure, ...]) -> Iterator[str]:
    for one in figures:
        yield f"  {one.name:<46} {one.share!s:<24} n={one.share.of:,}"


def values(report: Report) -> dict[str, Any]:
    """Return *report* as JSON values: shares as counts, and in parts of 10,000."""
    told: dict[str, Any] = {
        "title": report.title,
        "messages": report.messages,
        "figures": [_value(one) for one in report.heads],
        "tables": [
            {"title": table.title, "figures": [_value(one) for one in table.figures]}
            for table in report.tables
        ],
        "worst": list(report.worst),
    }
    if report.measures:
        told["measures"] = [
            {"name": one.name, "value": _part(one.value), "interval": _parts(one.interval)}
            for one in report.measures
        ]
    if report.curves:
        told["curves"] = {
            curve.name: [
                {"x": _part(at.x), "y": _part(at.y), "interval": _parts(at.interval)}
                for at in curve.points
            ]
            for curve in report.curves
        }
    if report.errors:
        told["errors"] = {kind: list(ids) for kind, ids in report.errors}
    return told


def _value(figure: Figure) -> dict[str, Any]:
    return {
        "name": figure.name,
        "hits": figure.share.hits,
        "of": figure.share.of,
        "share": _part(figure.share.value),
        "interval": _parts(figure.share.interval),
    }


def _part(value: float | None) -> int | None:
    return None if value is None else round(10_000 * value)


def _parts(interval: tuple[float, float] | None) -> list[int | None] | None:
    return None if interval is None else [_part(end) for end in interval]

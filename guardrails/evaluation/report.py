"""Figures that are ready to be shown, as text and as JSON values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

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
    """

    title: str
    heads: tuple[Figure, ...]
    tables: tuple[Table, ...]
    worst: tuple[str, ...]
    messages: int
    notes: tuple[str, ...] = ()


def lines(report: Report) -> Iterator[str]:
    """Yield *report* line by line, for a terminal."""
    yield f"{report.title}: {report.messages:,} messages"
    yield from _figures(report.heads)
    for table in report.tables:
        if table.figures:
            yield ""
            yield table.title
            yield from _figures(table.figures)
    yield ""
    yield from ending(report)


def ending(report: Report) -> Iterator[str]:
    """Yield what is told below the figures."""
    if report.worst:
        yield "worst errors, by id"
        yield f"  {', '.join(report.worst)}"
        yield ""
    yield "Brackets hold the 95% interval (Wilson). A figure tells of data like this alone."


def _figures(figures: tuple[Figure, ...]) -> Iterator[str]:
    for one in figures:
        yield f"  {one.name:<46} {one.share!s:<24} n={one.share.of:,}"


def values(report: Report) -> dict[str, Any]:
    """Return *report* as JSON values: shares as counts, and in parts of 10,000."""
    return {
        "title": report.title,
        "messages": report.messages,
        "figures": [_value(one) for one in report.heads],
        "tables": [
            {"title": table.title, "figures": [_value(one) for one in table.figures]}
            for table in report.tables
        ],
        "worst": list(report.worst),
    }


def _value(figure: Figure) -> dict[str, Any]:
    low, high = figure.share.interval
    return {
        "name": figure.name,
        "hits": figure.share.hits,
        "of": figure.share.of,
        "share": round(10_000 * figure.share.value),
        "interval": [round(10_000 * low), round(10_000 * high)],
    }

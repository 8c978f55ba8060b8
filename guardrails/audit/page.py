"""A report in words, as JSON values, as CSV rows, and as a page with bars."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any, Final

from guardrails.audit.report import Report
from guardrails.replay.bars import STYLE, table

_SHOWN: Final = 40
_TOTAL: Final = ".total{font-size:2rem;margin:1rem 0}"


def in_words(report: Report) -> Iterator[str]:
    """Yield *report* line by line."""
    yield report.title
    for name, value in report.facts:
        yield f"  {name}: {value}"
    if report.total is not None:
        yield f"{report.total[1]:>10,}  {report.total[0]}"
    for counts in report.counts:
        yield f"{counts.title}:"
        for name, count in counts.rows[:_SHOWN]:
            yield f"{count:>10,}  {name}"
        if len(counts.rows) > _SHOWN:
            yield f"            and {len(counts.rows) - _SHOWN:,} more (--format json has all)"
    yield from report.notes


def as_json(report: Report) -> dict[str, Any]:
    """Return *report* as values of JSON."""
    return {
        "title": report.title,
        "facts": dict(report.facts),
        "total": None if report.total is None else dict([report.total]),
        "counts": {one.title: dict(one.rows) for one in report.counts},
        "notes": list(report.notes),
    }


def as_rows(report: Report) -> Iterator[tuple[str, str, int]]:
    """Yield title, what is counted and its number, for a table."""
    if report.total is not None:
        yield (report.title, *report.total)
    for one in report.counts:
        for name, count in one.rows:
            yield one.title, name, count


def page(report: Report) -> str:
    """Return *report* as a page of HTML that needs nothing else."""
    total = report.total
    return "\n".join([
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        f"<title>{escape(report.title)}</title><style>{STYLE}{_TOTAL}</style></head><body>",
        f"<h1>{escape(report.title)}</h1>",
        f'<p class="total">{total[1]:,} {escape(total[0])}</p>' if total else "",
        "<ul>",
        *(f"<li>{escape(name)}: {escape(value)}</li>" for name, value in report.facts),
        "</ul>",
        *(table(one.title, one.rows) for one in report.counts),
        "<footer>",
        *(f"<p>{escape(note)}</p>" for note in report.notes),
        "<p>No text of a message and no name of a conversation stands on this page.</p>",
        "</footer></body></html>\n",
    ])  # fmt: skip

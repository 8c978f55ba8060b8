"""A report in words, as JSON values, as CSV rows, and as a page with bars."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any, Final

from guardrails.audit.report import Counts, Report

_SHOWN: Final = 40
_WIDTH: Final = 320  # of the longest bar
_STYLE: Final = (
    ":root{color-scheme:light dark;--bar:#2a6f97}"
    "@media(prefers-color-scheme:dark){:root{--bar:#7cc0e8}}"
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%;margin:0 0 2rem}caption{text-align:left;"
    "font-weight:600;padding:.5rem 0}th,td{text-align:left;font-weight:400;padding:.3rem .5rem;"
    "border-bottom:1px solid #8886}td.n{text-align:right;font-variant-numeric:tabular-nums}"
    "td.b{width:22rem}.total{font-size:2rem;margin:1rem 0}footer{color:#888}"
)


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
        f"<title>{escape(report.title)}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{escape(report.title)}</h1>",
        f'<p class="total">{total[1]:,} {escape(total[0])}</p>' if total else "",
        "<ul>",
        *(f"<li>{escape(name)}: {escape(value)}</li>" for name, value in report.facts),
        "</ul>",
        *(_table(one) for one in report.counts),
        "<footer>",
        *(f"<p>{escape(note)}</p>" for note in report.notes),
        "<p>No text of a message and no name of a conversation stands on this page.</p>",
        "</footer></body></html>\n",
    ])  # fmt: skip


def _table(counts: Counts) -> str:
    most = max((count for _, count in counts.rows), default=1)
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td class="n">{count:,}</td>'
        f'<td class="b">{_bar(count, most)}</td></tr>'
        for name, count in counts.rows
    )
    return f"<table><caption>{escape(counts.title)}</caption><tbody>{rows}</tbody></table>"


def _bar(count: int, most: int) -> str:
    """Return a bar as long as *count* is of *most*; one that is not zero can be seen."""
    width = max(count * _WIDTH // most, 1) if count else 0
    return (
        f'<svg width="{_WIDTH}" height="12" role="img" aria-label="{count:,}">'
        f'<rect width="{width}" height="12" fill="var(--bar)"/></svg>'
    )

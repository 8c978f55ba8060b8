"""Numbers as bars on a page of HTML, which needs nothing else to be seen."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Final

WIDTH: Final = 320
"""Of the longest bar, in pixels."""
STYLE: Final = (
    ":root{color-scheme:light dark;--bar:#2a6f97}"
    "@media(prefers-color-scheme:dark){:root{--bar:#7cc0e8}}"
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%;margin:0 0 2rem}caption{text-align:left;"
    "font-weight:600;padding:.5rem 0}th,td{text-align:left;font-weight:400;padding:.3rem .5rem;"
    "border-bottom:1px solid #8886}td.n{text-align:right;font-variant-numeric:tabular-nums}"
    "td.b{width:22rem}footer{color:#888}"
)
"""What pages with bars look like."""


def table(title: str, rows: Iterable[tuple[str, int]]) -> str:
    """Return a table of *rows*, name and number, with a bar for each."""
    counted = list(rows)
    most = max((count for _, count in counted), default=1)
    cells = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td class="n">{count:,}</td>'
        f'<td class="b">{bar(count, most)}</td></tr>'
        for name, count in counted
    )
    return f"<table><caption>{escape(title)}</caption><tbody>{cells}</tbody></table>"


def bar(count: int, most: int) -> str:
    """Return a bar as long as *count* is of *most*; one that is not zero can be seen."""
    width = max(count * WIDTH // most, 1) if count else 0
    return (
        f'<svg width="{WIDTH}" height="12" role="img" aria-label="{count:,}">'
        f'<rect width="{width}" height="12" fill="var(--bar)"/></svg>'
    )

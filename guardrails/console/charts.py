"""Plots as inline SVG, made on the server; colours come from the style sheet."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final, NamedTuple

from markupsafe import Markup

_NAME: Final = 260
_STEP: Final = 44
_ROW: Final = 52
_TOP: Final = 8
_TALL: Final = 34
_HEIGHT: Final = 240
_COLUMN: Final = 110


class Bars(NamedTuple):
    """A row of bars: its name, and one value for each column."""

    name: str
    values: tuple[int, ...]


def bars(title: str, rows: Sequence[Bars], labels: Sequence[str]) -> Markup:
    """Return *rows* one below the other, all on one scale, with *labels* below them."""
    most = max((value for row in rows for value in row.values), default=0) or 1
    width = _NAME + _STEP * len(labels) + 20
    height = _TOP + _ROW * len(rows) + 34
    parts = []
    for n, row in enumerate(rows):
        base = _TOP + _ROW * (n + 1) - 6
        parts.append(_text(_NAME - 14, base - 8, _short(row.name), "end", "label"))
        parts.append(_rule(_NAME, base, width))
        for m, value in enumerate(row.values):
            tall = round(_TALL * value / most, 1)
            if value:
                left = _NAME + _STEP * m + 8
                parts.append(_rect(left, base - max(tall, 2), _STEP - 16, max(tall, 2)))
                parts.append(
                    _text(left + (_STEP - 16) / 2, base - max(tall, 2) - 3, f"{value:,}", "middle")
                )
    for m, label in enumerate(labels):
        if m % 2 == len(labels) % 2 or m == len(labels) - 1:
            at = _NAME + _STEP * m + _STEP / 2
            parts.append(_text(at, height - 12, label[5:], "middle", "axis"))
    return _svg(title, width, height, parts)


def columns(title: str, rows: Sequence[tuple[str, int]]) -> Markup:
    """Return *rows* side by side, each a name and a value."""
    most = max((value for _, value in rows), default=0) or 1
    width, base = _COLUMN * len(rows) + 20, _HEIGHT - 40
    parts = [_rule(10, base, width - 10)]
    for n, (name, value) in enumerate(rows):
        tall = round((base - 40) * value / most, 1)
        middle = 10 + _COLUMN * n + _COLUMN / 2
        if value:
            parts.append(_rect(middle - 32, base - tall, 64, tall))
        parts.append(_text(middle, base - tall - 8, f"{value:,}", "middle", "label"))
        parts.append(_text(middle, base + 24, name, "middle", "axis"))
    return _svg(title, width, _HEIGHT, parts)


def _svg(title: str, width: float, height: float, parts: Sequence[str]) -> Markup:
    head = (
        f'<svg class="plot" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-label="{escape(title)}; the numbers stand in the table below">'
    )
    return Markup("".join([head, *parts, "</svg>"]))  # noqa: S704 - each part is escaped


def _short(name: str) -> str:
    return name if len(name) <= 28 else f"{name[:27]}…"  # noqa: PLR2004


def _text(x: float, y: float, words: str, anchor: str, kind: str = "value") -> str:
    return (
        f'<text x="{x}" y="{y}" text-anchor="{anchor}" class="{kind}" '
        f'aria-hidden="true">{escape(words)}</text>'
    )


def _rect(x: float, y: float, width: float, height: float) -> str:
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="2" class="bar"/>'


def _rule(x: float, y: float, to: float) -> str:
    return f'<line x1="{x}" y1="{y}" x2="{to}" y2="{y}" class="rule"/>'

"""A curve as a chart of inline SVG, for a page that needs nothing else."""

from __future__ import annotations

from html import escape

from guardrails.evaluation.measures import Curve, Point

_SIDE = 400
_LEFT, _TOP, _WIDTH, _HEIGHT = 56, 12, 480, 464
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
_DIGITS = 3


def svg(curve: Curve) -> str:
    """Return *curve* as a figure of HTML."""
    title, middle = escape(curve.title), _y(0.5)
    up = f'text-anchor="middle" transform="rotate(-90 14 {middle})"'
    parts = [
        f"<figure><figcaption>{title}. Dashed: {escape(curve.diagonal)}.</figcaption>",
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{title}" ',
        'fill="currentColor">',
        f'<rect x="{_LEFT}" y="{_TOP}" width="{_SIDE}" height="{_SIDE}" ',
        'fill="none" stroke="var(--line)"/>',
        _line((0, 0), (1, 1), 'stroke="var(--line)" stroke-dasharray="4 4"'),
        *(_text(_x(tick), _y(0) + 18, f"{tick:g}", 'text-anchor="middle"') for tick in _TICKS),
        *(_text(_x(0) - 8, _y(tick) + 4, f"{tick:g}", 'text-anchor="end"') for tick in _TICKS),
        _text(_x(0.5), _y(0) + 40, curve.across, 'text-anchor="middle"'),
        _text(14, middle, curve.up, up),
    ]
    if curve.joined:
        path = " ".join(f"{_x(at.x)},{_y(at.y)}" for at in curve.points)
        parts.append(f'<polyline points="{path}" fill="none" stroke="var(--bar)"/>')
    else:
        parts += map(_dot, curve.points)
    return "".join([*parts, "</svg></figure>"])


def _text(x: float, y: float, words: str, how: str) -> str:
    return f'<text x="{x}" y="{y}" {how}>{escape(words)}</text>'


def _line(start: tuple[float, float], stop: tuple[float, float], how: str) -> str:
    (x1, y1), (x2, y2) = ((_x(x), _y(y)) for x, y in (start, stop))
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" {how}/>'


def _dot(at: Point) -> str:
    low, high = at.interval or (at.y, at.y)
    bar = _line((at.x, low), (at.x, high), 'stroke="var(--bar)"')
    return f'{bar}<circle cx="{_x(at.x)}" cy="{_y(at.y)}" r="4" fill="var(--bar)"/>'


def _x(value: float) -> float:
    return round(_LEFT + _SIDE * value, _DIGITS)


def _y(value: float) -> float:
    return round(_TOP + _SIDE * (1 - value), _DIGITS)

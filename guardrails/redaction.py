"""Spans and text in, text out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from guardrails.findings import Span


@dataclass(frozen=True, slots=True)
class Replacement:
    """What stands in the place of one span."""

    span: Span
    text: str = field(repr=False)


def replace(text: str, replacements: Iterable[Replacement]) -> str:
    """
    Return *text* with each span replaced.

    Args:
        text: Any text.
        replacements: Spans in code points of *text* that do not overlap.

    Raises:
        ValueError: Two spans overlap, or one ends beyond the text.
    """
    pieces: list[str] = []
    at = 0
    for one in sorted(replacements, key=lambda each: each.span):
        if one.span.start < at or one.span.stop > len(text):
            msg = f"span [{one.span.start}, {one.span.stop}) overlaps another or leaves the text"
            raise ValueError(msg)
        pieces += (text[at : one.span.start], one.text)
        at = one.span.stop
    pieces.append(text[at:])
    return "".join(pieces)


def united(spans: Sequence[tuple[Span, str]]) -> tuple[tuple[Span, str], ...]:
    """
    Return labelled spans that do not overlap, in order.

    Overlapping spans become one that covers them all, under the label of the
    longest of them (the first, if two are equally long), so that no part of any
    value stays.
    """
    merged: list[tuple[Span, str, int]] = []
    for span, label in sorted(spans, key=lambda each: (each[0].start, -each[0].stop)):
        size = span.stop - span.start
        if merged and span.start < merged[-1][0].stop:
            last, name, longest = merged[-1]
            both = Span(last.start, max(last.stop, span.stop))
            merged[-1] = (both, label, size) if size > longest else (both, name, longest)
        else:
            merged.append((span, label, size))
    return tuple((span, label) for span, label, _ in merged)

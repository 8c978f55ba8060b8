"""What is to be hidden in a text, and what is left of the text where it was."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from guardrails.decisions import MaskWith

_CLOSING = re.compile(r"[,.;:!?)\]}»”’]|\Z|\n")

Spans: TypeAlias = "Iterable[Mask | tuple[int, int, str] | tuple[int, int, str, MaskWith]]"


class Mask(NamedTuple):
    """
    What is to be hidden in a text.

    Attributes:
        start: First code point.
        stop: One past the last.
        kind: A type of personal data, such as `person` or `postal-address`.
        how: What the model gets in its place.
    """

    start: int
    stop: int
    kind: str
    how: MaskWith = MaskWith.PSEUDONYM


def gathered(text: str, masks: list[Mask]) -> list[Mask]:
    """Return *masks*, in order, with those to be taken out side by side made one."""
    found: list[Mask] = []
    for mask in masks:
        last = found[-1] if found else mask
        both = mask.how is last.how is MaskWith.REMOVE and 0 <= last.stop <= mask.start
        if both and not text[last.stop : mask.start].strip():
            found[-1] = last._replace(stop=max(last.stop, mask.stop))
        else:
            found.append(mask)
    return found


def joined(before: str, text: str, stop: int, *, first: bool) -> tuple[str, int]:
    """
    Return *before* and *stop* so that a value taken out between them leaves no gap.

    One blank goes: the one before it where a mark or the end of a line follows, and
    else the one after it.
    """
    if before[-1:] in {" ", "\t"} and _CLOSING.match(text, stop):
        return before[:-1], stop
    opens = before[-1:].isspace() or (first and not before)
    return before, stop + 1 if opens and text[stop : stop + 1] in {" ", "\t"} else stop

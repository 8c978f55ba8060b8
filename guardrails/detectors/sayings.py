"""What people say outright, in any of several ways, and what right beside it takes it back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

SENTENCE: Final = re.compile(r"[.!?\n]")
"""What ends one."""

BEFORE: Final = r"\b(?:{})$"
AFTER: Final = r"^[^a-z0-9]*(?:{})\b"
ONLY: Final = r"^[^a-z0-9]*(?:(?:{})(?:[^a-z0-9]+|$))*$"
"""Bounds in which alternatives are compiled for the functions below."""

_NEAR: Final = 60


def said_in(
    plain: str,
    said: Any,  # noqa: ANN401 - re2 has no types
    not_before: Any,  # noqa: ANN401
    not_after: Any,  # noqa: ANN401
    *,
    ends: re.Pattern[str] = SENTENCE,
    next_too: bool = True,
) -> Iterator[tuple[int, int]]:
    """
    Yield where *said* matches and nothing beside takes it back; in a quotation nothing is said.

    Args:
        plain: ASCII.
        said: Compiled.
        not_before: What must not stand right before it in its sentence.
        not_after: What must not stand right after it.
        ends: What ends a sentence.
        next_too: What stands after it is read beyond the end of its sentence.
    """
    for match in said.finditer(plain.encode("ascii")):
        start, stop = match.span()
        before = ends.split(plain[max(0, start - _NEAR) : start])[-1]
        after = plain[stop : stop + _NEAR]
        if not next_too:
            after = ends.split(after)[0]
        if before.count('"') % 2 or not_before.search(before.encode()):
            continue
        if not not_after.search(after.encode()):
            yield start, stop


def is_alone(plain: str, start: int, stop: int, filler: Any) -> bool:  # noqa: ANN401
    """Return whether *plain* holds nothing but a little *filler* around `[start, stop)`."""
    rest = (plain[:start], plain[stop:])
    return all(len(one) <= _NEAR and filler.search(one.encode()) for one in rest)

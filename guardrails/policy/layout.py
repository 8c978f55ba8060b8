"""A stable layout of policy files: the same order and spacing, every comment kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import yaml

from guardrails.policy.keys import KEYS

_ORDER: Final = {name: place for place, name in enumerate(KEYS["the policy file"])}


def laid_out(text: str) -> str:
    """
    Return *text*, a policy that loads, in the one layout.

    Sections stand in the order of the guide, each with the comments above it and one blank line
    before. There is no space at the end of a line, and no second blank line. Texts over several
    lines stay as they are, and so does how a rule is written.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    kept = _kept(text)
    starts = [number for number, _ in _sections(text)]
    if not starts:
        return text
    # A comment belongs to what stands below it, unless a blank line parts the two at the top.
    tops = [_top(lines, start, floor) for start, floor in zip(starts, [0, *starts], strict=False)]
    head = _tidy(lines[: tops[0]], 0, kept)
    ends = [*tops[1:], len(lines)]
    names = [name for _, name in _sections(text)]
    blocks = [
        (_ORDER.get(name, len(_ORDER)), _tidy(lines[top:end], top, kept))
        for name, top, end in zip(names, tops, ends, strict=True)
    ]
    ordered = [block for _, block in sorted(blocks, key=lambda one: one[0])]
    parts = ([head] if head else []) + ordered
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _events(text: str) -> Iterator[Any]:
    # PyYAML's events have no types.
    yield from yaml.parse(text, Loader=yaml.CSafeLoader)


def _sections(text: str) -> list[tuple[int, str]]:
    """Return the line, from 0, and the name of each section."""
    found, depth, is_key = [], 0, True
    for event in _events(text):
        line = event.start_mark.line
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth == 1 and isinstance(event, (yaml.ScalarEvent, yaml.CollectionEndEvent)):
            if is_key and isinstance(event, yaml.ScalarEvent):
                found.append((line, event.value))
            is_key = not is_key
    return found


def _kept(text: str) -> frozenset[int]:
    """Return the lines, from 0, inside values that go over several lines: they are text."""
    kept: set[int] = set()
    for event in _events(text):
        first, last = event.start_mark.line, event.end_mark.line
        if isinstance(event, yaml.ScalarEvent):
            # The line in which a block begins holds its mark, and in no other kind is it bare.
            kept.update(range(first + (event.style in {"|", ">"}), last))
    return frozenset(kept)


def _top(lines: list[str], start: int, floor: int) -> int:
    """Return where the comments that belong to the section at *start* begin."""
    top = start
    while top > floor and lines[top - 1].startswith("#"):
        top -= 1
    return top


def _tidy(lines: list[str], first: int, kept: frozenset[int]) -> list[str]:
    """Return *lines* without needless space; *first* is the number of the first of them."""
    tidy = list(_without_space(lines, first, kept))
    while tidy and not tidy[0]:
        tidy.pop(0)
    while tidy and not tidy[-1]:
        tidy.pop()
    return tidy


def _without_space(lines: list[str], first: int, kept: frozenset[int]) -> Iterator[str]:
    blank = False
    for number, line in enumerate(lines, first):
        bare = line if number in kept else line.rstrip()
        if bare or not blank or number in kept:
            yield bare
        blank = not bare

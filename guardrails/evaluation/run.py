"""Labelled rows through a guard, a few at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

from guardrails.errors import GuardrailsError
from guardrails.evaluation.rows import Broken, LabelledRow

R = TypeVar("R", bound=LabelledRow)
S = TypeVar("S")

AHEAD = 8
"""How many rows may be under way at once."""


class NotLookedError(Exception):
    """A detector could not look at a row: nothing is known of it."""


async def evaluated(
    rows: Iterable[R | Broken],
    look: Callable[[R, int], Awaitable[S]],
    add: Callable[[R, S], object],
    told: Callable[[Broken], object],
    progress: Callable[[], object],
) -> None:
    """
    Look at each of *rows* and *add* what was seen; each row is a conversation of its own.

    Args:
        rows: Read as they are needed.
        look: Returns what was seen in a row; its second argument is a number of the row's own.
        add: Counts a row and what was seen in it.
        told: Is told of each row that could not be counted.
        progress: Is called after each row.
    """
    under_way: set[asyncio.Task[None]] = set()

    async def one(row: R, number: int) -> None:
        try:
            seen = await look(row, number)
        except NotLookedError:
            told(Broken(row.line, "a detector could not look at it"))
        except GuardrailsError as error:
            told(Broken(row.line, str(error)))
        else:
            add(row, seen)
        progress()

    for number, row in enumerate(rows, start=1):
        if isinstance(row, Broken):
            told(row)
            progress()
            continue
        under_way.add(asyncio.create_task(one(row, number)))
        if len(under_way) >= AHEAD:
            done, under_way = await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
            for each in done:
                each.result()
    if under_way:
        await asyncio.gather(*under_way)

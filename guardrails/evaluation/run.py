"""Labelled rows through a guard, a few at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import TYPE_CHECKING, TypeAlias

from guardrails.context import TurnContext
from guardrails.errors import GuardrailsError
from guardrails.evaluation.rows import Broken, Row
from guardrails.evaluation.tasks import Figures, Task
from guardrails.messages import Side

if TYPE_CHECKING:
    from guardrails.inspecting import Inspected

Inspect: TypeAlias = "Callable[[str, Side, TurnContext], Awaitable[Inspected]]"

AHEAD = 8
"""How many rows may be under way at once."""


async def evaluated(
    task: Task,
    rows: Iterable[Row | Broken],
    inspect: Inspect,
    acts: frozenset[str],
    told: Callable[[Broken], object],
    progress: Callable[[], object],
) -> Figures:
    """
    Return the figures of *task* over *rows*; each row is a conversation of its own.

    Args:
        task: What is evaluated.
        rows: Read as they are needed.
        inspect: The guard's.
        acts: The categories upon which its policy acts.
        told: Is told of each row that could not be counted.
        progress: Is called after each row.
    """
    figures = task.figures()
    under_way: set[asyncio.Task[None]] = set()

    async def one(row: Row, number: int) -> None:
        try:
            seen = await inspect(row.text, task.side, TurnContext(f"row-{number}"))
        except GuardrailsError as error:
            told(Broken(row.line, str(error)))
        else:
            if task.failed(seen):
                told(Broken(row.line, "a detector could not look at it"))
            else:
                figures.add(row, task.found(seen), task.found(seen, acts))
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
    return figures

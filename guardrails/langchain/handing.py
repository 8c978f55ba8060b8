"""One task reads a stream to its end, and hands over an item when it is asked for one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from typing import TypeVar

T = TypeVar("T")


async def hand_over(
    source: AsyncGenerator[T, None], wanted: asyncio.Semaphore, put: Callable[[T], None]
) -> None:
    """
    Take one item from *source* and *put* it each time that one is *wanted*.

    A generator that is read step by step from different tasks breaks where it holds
    a timeout or a task group over a step. However this task ends, *source* is closed.
    """
    async with aclosing(source):
        while True:
            await wanted.acquire()
            try:
                item = await anext(source)
            except StopAsyncIteration:
                return
            put(item)

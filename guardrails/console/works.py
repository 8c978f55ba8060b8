"""Long work, off the event loop, and not too much of it at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final, TypeVar

from guardrails.errors import RefusedError

T = TypeVar("T")
AT_ONCE: Final = 2
"""Pieces of work that run at the same time: people in conversations come first."""
WAITING: Final = 8
"""Pieces that wait for their turn; more are refused."""


class Works:
    """Runs functions in threads, a few at a time."""

    def __init__(self, at_once: int = AT_ONCE, waiting: int = WAITING) -> None:
        self._turn = asyncio.Semaphore(at_once)
        self._most = at_once + waiting
        self._here = 0

    async def run(self, function: Callable[[], T]) -> T:
        """
        Return what *function* does, which runs in a thread.

        Raises:
            RefusedError: Too many people have asked for such work.
        """
        if self._here >= self._most:
            said = "the console is busy with other reports: try again in a moment"
            raise RefusedError(503, "overloaded", said, retry_after=5)
        self._here += 1
        try:
            async with self._turn:
                return await asyncio.to_thread(function)
        finally:
            self._here -= 1

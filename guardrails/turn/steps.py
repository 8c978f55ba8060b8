"""Steps of a turn that are done to their end, even if nobody waits for them any more."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Coroutine
from contextlib import suppress
from typing import Any, TypeVar

from guardrails.alarms import Alarms

T = TypeVar("T")


class Steps:
    """
    The steps of one turn that nobody can break off.

    Args:
        alarms: Holds what is under way, so that it is waited for at the end of the service.
    """

    def __init__(self, alarms: Alarms) -> None:
        self._alarms = alarms
        self._last: asyncio.Task[Any] | None = None

    def begin(self, work: Coroutine[Any, Any, T]) -> Awaitable[T]:
        """Return *work* under way; who stops waiting for it does not stop it."""
        task = asyncio.get_running_loop().create_task(work)
        self._alarms.hold(task)
        self._last = task
        return asyncio.shield(task)

    async def over(self) -> None:
        """Return when the step that was begun last is done, whatever came of it."""
        if self._last is not None:
            await asyncio.wait({self._last})


async def to_its_end(work: Coroutine[Any, Any, None]) -> None:
    """Return when *work* is done, however often the caller is cancelled."""
    finishing = asyncio.get_running_loop().create_task(work)
    while not finishing.done():
        with suppress(asyncio.CancelledError):
            await asyncio.shield(finishing)
    await finishing

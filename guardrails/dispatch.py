"""Hands notices to channels in the background, and goes on to the next one on failure."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

from guardrails.errors import LogWriteError
from guardrails.escalation.base import Channel, Notice
from guardrails.ledger.base import DecisionLog
from guardrails.ledger.bodies import escalation_failed_body, escalation_sent_body
from guardrails.ledger.record import Kind

PAUSES = (0.5, 2.0)
"""Seconds before the second and the third try on one channel."""
PATIENCE = 10.0
"""Seconds that one try may take."""
CLOSING = 5.0
"""Seconds that notices under way get when the guard is closed."""
_CANCELLED = 1.0  # for a channel to come back once it was cancelled


class Dispatcher:
    """
    Sends notices, outside the turn that raised them.

    The turn does not wait: the person gets their reply whatever a channel does.

    Args:
        channels: By name.
        then: Name of a channel → name of the next one.
        log: Every outcome is a record.
        sleep: Waits; seconds.
    """

    def __init__(
        self,
        channels: Mapping[str, Channel],
        then: Mapping[str, str],
        log: DecisionLog,
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._channels = channels
        self._then = then
        self._log = log
        self._sleep = sleep
        self._tasks: dict[asyncio.Task[bool], Notice] = {}

    def dispatch(self, notice: Notice) -> None:
        """Start sending *notice*; the task is held until it is done."""
        task = asyncio.get_running_loop().create_task(self.send(notice))
        self._tasks[task] = notice
        task.add_done_callback(self._tasks.pop)

    async def send(self, notice: Notice) -> bool:
        """Return whether any channel took *notice*; each is tried three times."""
        tried: set[str] = set()
        name: str | None = notice.to
        while name is not None and name not in tried:
            tried.add(name)
            then = self._then.get(name)
            if await self._try(replace(notice, to=name), then):
                return True
            name = then
        return False

    async def _try(self, notice: Notice, then: str | None) -> bool:
        """Return whether the channel that *notice* names took it."""
        why = "no such channel"
        channel = self._channels.get(notice.to)
        tries = (*PAUSES, None) if channel is not None else ()
        for attempt, pause in enumerate(tries, start=1):
            why = await self._once(notice, attempt)
            if not why:
                return True
            if pause is not None:
                await self._sleep(pause)
        body = escalation_failed_body(
            escalation=notice.id, to=notice.to, attempt=len(tries), why=why, then=then
        )
        await self._note(Kind.ESCALATION_FAILED, body)
        return False

    async def _once(self, notice: Notice, attempt: int) -> str:
        """Return why the channel did not take *notice*; "" if it did."""
        try:
            async with asyncio.timeout(PATIENCE):
                await self._channels[notice.to].send(notice)
        except Exception as error:  # noqa: BLE001 - a broken channel must not hide the next one
            return type(error).__name__
        body = escalation_sent_body(escalation=notice.id, to=notice.to, attempt=attempt)
        await self._note(Kind.ESCALATION_SENT, body)
        return ""

    async def _note(self, kind: Kind, body: Mapping[str, Any]) -> None:
        try:
            await self._log.append(kind, body)
        except LogWriteError:
            return  # the notice matters more than its record

    async def drain(self, seconds: float = CLOSING) -> None:
        """
        Return when every notice that was dispatched on this loop is sent or given up.

        What is still under way after *seconds* is given up, and the log says so.
        """
        loop = asyncio.get_running_loop()
        mine = {task: one for task, one in self._tasks.items() if task.get_loop() is loop}
        if not mine:
            return
        _, late = await asyncio.wait(mine, timeout=seconds)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late, timeout=_CANCELLED)
        for task in late:
            if task.done() and not task.cancelled() and task.exception() is None:
                continue  # it came to its end all the same, and has recorded that itself
            body = escalation_failed_body(
                escalation=mine[task].id, to=mine[task].to, attempt=0, why="closed", then=None
            )
            await self._note(Kind.ESCALATION_FAILED, body)

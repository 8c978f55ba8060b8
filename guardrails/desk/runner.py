"""Does what is due: tells channels, and notices when nobody came."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from guardrails.desk.courier import Courier
from guardrails.desk.keeper import Keeper
from guardrails.errors import LogWriteError, TicketMissingError, TicketStoreError
from guardrails.escalation.steps import Overdue
from guardrails.escalation.ticket import UNSENT, State, Ticket
from guardrails.ledger.base import DecisionLog
from guardrails.ledger.escalations import escalation_failed_body
from guardrails.ledger.record import Kind

LEASE: Final = 60
"""Seconds for which one process alone may tell a channel of a ticket."""
AT_ONCE: Final = 8
"""How many notices are under way at the same time; the most urgent go first."""
OWED_AFTER: Final = 10
"""Seconds after which a step that is not in the log is recorded again."""
_LOOK: Final = 30.0  # seconds after which other processes' tickets are looked at
_AGAIN: Final = 1.0  # seconds between looks at what others do, or while the store is broken
_SOON: Final = 0.01
_CANCELLED: Final = 1.0  # for a channel to come back once it was cancelled


class Runner:
    """
    Runs in the background for as long as something is due.

    Args:
        keeper: Changes tickets.
        courier: Carries notices.
        log: Is told which notices were given up when the service ended.
        now: Unix time in seconds.
        owner: Names this process to others that share its tickets. After a crash it is the
            same again, so that nothing waits for a lease to run out.
    """

    def __init__(
        self,
        keeper: Keeper,
        courier: Courier,
        log: DecisionLog,
        *,
        now: Callable[[], float],
        owner: str,
    ) -> None:
        self._keeper = keeper
        self._courier = courier
        self._log = log
        self._now = now
        self._owner = owner
        self._sending: dict[asyncio.Task[None], Ticket] = {}
        self._taken: set[str] = set()
        self._asking: dict[str, asyncio.AbstractEventLoop] = {}
        self._lock = threading.Lock()
        self._asked = False
        self._closed = False
        self._running: tuple[asyncio.AbstractEventLoop, asyncio.Event, asyncio.Task[None]] | None
        self._running = None

    def wake(self) -> None:
        """See to what is due now, on the loop that runs if none does it yet."""
        if self._closed or not self._courier.names:
            return
        loop = asyncio.get_running_loop()
        with self._lock:
            self._asked = True  # at once: the event is set only when its loop comes to it
            if self._running is not None:
                other, event, task = self._running
                if other.is_running() and not task.done():
                    other.call_soon_threadsafe(event.set)
                    return
            event = asyncio.Event()
            event.set()
            self._running = (loop, event, loop.create_task(self._run(event)))

    async def _run(self, event: asyncio.Event) -> None:
        while not self._closed:
            event.clear()
            self._asked = False
            try:
                await self.tick()
                wait = await self._until_due()
            except TicketStoreError:
                wait = _AGAIN
            if wait is None:
                with self._lock:
                    if not self._asked:
                        self._running = None
                        return
                continue
            with suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await event.wait()

    async def _until_due(self) -> float | None:
        """Return the seconds until to look again; None if nothing is due, and nothing is owed."""
        now = self._now()
        due = await self._keeper.store.next_due()
        settled = await self._keeper.settle(int(now) - OWED_AFTER)
        owed = not settled or await self._keeper.store.unlogged(int(now))
        if due is None:
            if owed or self._sending:
                return OWED_AFTER
            return _LOOK if self._keeper.store.shared else None
        if due <= now:
            return _AGAIN
        return min(due - now, _LOOK)

    async def tick(self) -> None:
        """
        Begin to tell channels, and let go of what nobody took in time.

        Raises:
            TicketStoreError: Tickets cannot be read or written.
        """
        if not self._courier.names:
            return  # a desk that only changes tickets: those who have channels tell them
        now = int(self._now())
        for ticket in await self._keeper.store.due(now):
            one = ticket
            if one.state not in UNSENT:
                then = self._courier.after(one.to) if one.state is State.NOTIFIED else None
                with suppress(TicketMissingError):
                    _, one = await self._keeper.change(one.id, Overdue(now, then))
            if one.state in UNSENT:
                await self._send(one, now)

    async def _send(self, ticket: Ticket, now: int) -> None:
        if len(self._sending) >= AT_ONCE:
            return  # the next one to come back looks again, and takes the most urgent first
        if ticket.id in self._taken:
            return
        self._taken.add(ticket.id)  # before anything is awaited: two looks may meet
        self._asking[ticket.id] = asyncio.get_running_loop()
        try:
            mine = await self._mine_to_send(ticket, now)
        except BaseException:
            self._taken.discard(ticket.id)
            raise
        finally:
            del self._asking[ticket.id]
        if not mine:
            self._taken.discard(ticket.id)
            return
        task = asyncio.get_running_loop().create_task(self._carried(ticket))
        self._sending[task] = ticket
        task.add_done_callback(self._sent)

    async def _mine_to_send(self, ticket: Ticket, now: int) -> bool:
        """Return whether *ticket* still waits as it did, and nobody else tells of it."""
        store = self._keeper.store
        if not await store.lease(ticket.id, self._owner, now + LEASE, now):
            return False
        fresh = await store.get(ticket.id)
        return fresh is not None and fresh.version == ticket.version

    async def _carried(self, ticket: Ticket) -> None:
        event = await self._courier.carry(ticket, self._now)
        while True:
            try:
                await self._keeper.change(ticket.id, event)
            except TicketMissingError:
                return
            except TicketStoreError:
                await asyncio.sleep(_AGAIN)  # it must not be told again and again
            else:
                return

    def _sent(self, task: asyncio.Task[None]) -> None:
        self._taken.discard(self._sending.pop(task).id)
        if task.cancelled():
            return
        task.exception()
        with suppress(RuntimeError):  # the loop is at its end
            self.wake()

    async def drain(self, seconds: float) -> None:
        """
        Return when what is due is told or given up, at most *seconds* later, and stop.

        What is given up stays unsent, and the log says so.
        """
        loop = asyncio.get_running_loop()
        with suppress(TicketStoreError):
            await self.tick()
        end = loop.time() + seconds
        while (left := end - loop.time()) >= 0:
            mine = self._mine(loop)
            if mine:
                await asyncio.wait(mine, timeout=left, return_when=asyncio.FIRST_COMPLETED)
            elif loop in self._asking.values():
                await asyncio.sleep(_SOON)  # the runner is about to tell of one
                continue
            else:
                break
            if not self._mine(loop):
                with suppress(TicketStoreError):
                    await self.tick()
        late = self._mine(loop)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late, timeout=_CANCELLED)
        for task, ticket in late.items():
            if task.done() and not task.cancelled() and task.exception() is None:
                continue  # it came to its end all the same, and has recorded that itself
            body = escalation_failed_body(
                escalation=ticket.id, to=ticket.to, attempt=0, why="closed", then=None
            )
            with suppress(LogWriteError):
                await self._log.append(Kind.ESCALATION_FAILED, body)
        self._stop(loop)

    def close(self) -> None:
        """Do nothing more."""
        with self._lock:
            self._closed = True
            running, self._running = self._running, None
        if running is not None and running[0].is_running():
            running[0].call_soon_threadsafe(running[1].set)

    def _mine(self, loop: asyncio.AbstractEventLoop) -> dict[asyncio.Task[None], Ticket]:
        return {task: one for task, one in self._sending.items() if task.get_loop() is loop}

    def _stop(self, loop: asyncio.AbstractEventLoop) -> None:
        with self._lock:
            running, self._running = self._running, None
        if running is not None and running[0] is loop:
            running[2].cancel()

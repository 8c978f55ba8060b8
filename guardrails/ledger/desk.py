"""
Where the callers of one event loop wait for the log's writer thread.

Waiting costs no timer for each call: one timer for each desk looks at the call
that has waited longest.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from guardrails.errors import LogWriteError

_make = tuple.__new__  # a named tuple's own constructor is a function of Python


class Ticket(NamedTuple):
    """
    One call that waits.

    Attributes:
        desk: Where.
        future: What the caller awaits.
        deadline: When it gives up, by the loop's clock.
    """

    desk: Desk
    future: asyncio.Future[Any]
    deadline: float

    @property
    def expired(self) -> bool:
        """Whether it was told, before it was called, that the log did not answer."""
        return self.future.done() and not self.future.cancelled()


Outcome = tuple[Ticket, Any]
"""A ticket and what became of it: a result, or an exception to raise."""


class Desk:
    """
    Hands out tickets on one event loop and calls them from another thread.

    Args:
        loop: The event loop whose callers wait here.
        limit: Seconds that a call may wait.
        on_late: Called on the loop with the results of calls that had given up.
    """

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        limit: float,
        on_late: Callable[[Sequence[Any]], None],
    ) -> None:
        self.loop = loop
        self._limit = limit
        self._on_late = on_late
        self._waiting: deque[Ticket] = deque()
        self._watched = False

    def take(self) -> Ticket:
        """Return a new ticket. Only to be called on the loop."""
        loop = self.loop
        ticket: Ticket = _make(Ticket, (self, loop.create_future(), loop.time() + self._limit))
        self._waiting.append(ticket)
        if not self._watched:
            self._watched = True
            self.loop.call_at(ticket.deadline, self._watch)
        return ticket

    def call(self, outcomes: list[Outcome]) -> None:
        """Settle tickets of this desk, from any thread."""
        try:
            self.loop.call_soon_threadsafe(self._settle, outcomes)
        except RuntimeError:  # the loop is closed: nobody waits any more
            return

    def _settle(self, outcomes: list[Outcome]) -> None:
        late = []
        for ticket, outcome in outcomes:
            future = ticket.future
            failed = isinstance(outcome, Exception)
            if future.done():
                if ticket.expired and not failed:
                    late.append(outcome)
            elif failed:
                future.set_exception(outcome)
            else:
                future.set_result(outcome)
        waiting = self._waiting
        while waiting and waiting[0].future.done():
            waiting.popleft()
        if late:
            self._on_late(late)

    def _watch(self) -> None:
        now = self.loop.time()
        waiting = self._waiting
        while waiting and (waiting[0].future.done() or waiting[0].deadline <= now):
            ticket = waiting.popleft()
            if not ticket.future.done():
                msg = f"the decision log took no record within {self._limit:g} s"
                ticket.future.set_exception(LogWriteError(msg))
        self._watched = bool(waiting)
        if waiting:
            self.loop.call_at(waiting[0].deadline, self._watch)

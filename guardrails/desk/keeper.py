"""Changes tickets: one change at a time, kept first and then recorded."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

from guardrails.desk.records import record_of
from guardrails.errors import LogWriteError, TicketMissingError, TicketStoreError
from guardrails.escalation.steps import Event, step
from guardrails.escalation.ticket import Ticket
from guardrails.escalation.tickets import TicketStore
from guardrails.ledger.base import DecisionLog

TRIES: Final = 100
"""How often a change is tried while others change the same ticket."""

Listener = Callable[[Ticket, Ticket], Awaitable[None]]
"""Is told of a ticket before and after a change."""


class Keeper:
    """
    Applies events to the tickets of a store, and records each step in a log.

    The store decides who came first, so that of two claims one wins. A step that the log
    could not take is kept as owed and recorded once it can.
    """

    def __init__(self, store: TicketStore, log: DecisionLog) -> None:
        self.store = store
        self._log = log
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> None:
        """From here on tell *listener* of every change that is made here."""
        self._listeners.append(listener)

    async def get(self, id_: str) -> Ticket:
        """
        Return the ticket *id_*.

        Raises:
            TicketMissingError: There is none.
            TicketStoreError: Tickets cannot be read.
        """
        ticket = await self.store.get(id_)
        if ticket is None:
            raise TicketMissingError(id_)
        return ticket

    async def change(self, id_: str, event: Event) -> tuple[Ticket, Ticket]:
        """
        Return the ticket before and after *event*, kept and recorded.

        Both are the same if the event did not fit.

        Raises:
            TicketMissingError: There is no such ticket.
            TicketStoreError: Tickets cannot be read or written.
        """
        for _ in range(TRIES):
            before = await self.get(id_)
            after = step(before, event)
            if after is before:
                return before, before
            if await self.store.save(after, before.version):
                await self.record(after, before.version)
                for listener in self._listeners:
                    await listener(before, after)
                return before, after
        msg = f"ticket {id_} is changed by others all the time; try again"
        raise TicketStoreError(msg)

    async def record(self, ticket: Ticket, number: int) -> bool:
        """Return whether entry *number* of *ticket* stands in the log now; if not, it is owed."""
        kind, body = record_of(ticket, number)
        try:
            await self._log.append(kind, body)
        except LogWriteError:
            return False
        await self.store.logged(ticket.id, number)
        return True

    async def settle(self, before: int) -> bool:
        """
        Record what is owed of steps up to Unix time *before*; return whether all of it is.

        Raises:
            TicketStoreError: Tickets cannot be read or written.
        """
        for ticket, number, _ in await self.store.unlogged(before):
            if not await self.record(ticket, number):
                return False
        return True

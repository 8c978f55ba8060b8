"""Tickets in a database that several machines share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from guardrails.errors import TicketStoreError
from guardrails.escalation import table
from guardrails.escalation.ticket import Entry, Ticket
from guardrails.escalation.tickets import Position, Standing
from guardrails.storage.backend import Backend, Cursor
from guardrails.storage.schema import migrate
from guardrails.storage.waiting import Waiting

T = TypeVar("T")

STEPS: Final[Sequence[Sequence[str]]] = (
    (
        """CREATE TABLE ticket (
          id TEXT PRIMARY KEY,
          session TEXT NOT NULL,
          conversation TEXT,
          kind TEXT NOT NULL,
          level {whole} NOT NULL,
          at {whole} NOT NULL,
          due {whole},
          done INTEGER NOT NULL,
          version {whole} NOT NULL,
          body {bytes} NOT NULL,
          lease_by TEXT,
          lease_until {real}
        )""",
        "CREATE INDEX ticket_due ON ticket (due) WHERE due IS NOT NULL",
        "CREATE INDEX ticket_session ON ticket (session) WHERE done = 0",
        "CREATE INDEX ticket_conversation ON ticket (conversation) WHERE conversation IS NOT NULL",
        "CREATE TABLE ticket_merged (record TEXT PRIMARY KEY, ticket TEXT NOT NULL)",
        "CREATE INDEX ticket_merged_ticket ON ticket_merged (ticket)",
        """CREATE TABLE ticket_owed (
          ticket TEXT NOT NULL, number {whole} NOT NULL, PRIMARY KEY (ticket, number)
        )""",
        """CREATE TABLE ticket_position (
          origin TEXT PRIMARY KEY, segment {whole} NOT NULL, place {whole} NOT NULL
        )""",
        "CREATE TABLE ticket_pause (paused INTEGER NOT NULL)",
        "INSERT INTO ticket_pause (paused) VALUES (0)",
    ),
)
"""What leads from each version to the next one; a released one is only added to."""


class StoredTickets:
    """
    A `TicketStore` in a database.

    Leases are counted on the database's clock, so that machines need not agree about the time.

    Args:
        backend: Runs the transactions; its error is `TicketStoreError`.
    """

    def __init__(self, backend: Backend) -> None:
        self.shared = True
        self._backend = backend
        self._waiting = Waiting("the store of tickets", TicketStoreError)
        self._ready = False

    async def _do(self, work: Callable[[Cursor], T]) -> T:
        """Return what *work* does in one transaction, which goes on although nobody waits."""
        try:
            if not self._ready:
                await self._awaited(_migrated, alone=True)
                self._ready = True
            return await self._awaited(work)
        except TicketStoreError:
            self._ready = False  # the tables may be others when the database is back
            raise
        except (ValueError, KeyError, TypeError) as error:
            msg = f"a ticket cannot be read: {type(error).__name__}"
            raise TicketStoreError(msg) from None

    async def _awaited(self, work: Callable[[Cursor], T], *, alone: bool = False) -> T:
        return await self._waiting.answer(lambda: self._backend.submit(work, alone=alone))

    async def add(self, ticket: Ticket, *, logged: int = 1) -> bool:
        """Keep a new *ticket* and return whether it was new."""
        return await self._do(lambda db: table.add(db, ticket, logged))

    async def get(self, id_: str) -> Ticket | None:
        """Return the ticket *id_*, or the one that it was merged into, or None."""
        return await self._do(lambda db: table.get(db, id_))

    async def save(self, ticket: Ticket, version: int) -> bool:
        """Keep *ticket* if the one that is kept has *version*, and return whether it had."""
        return await self._do(lambda db: table.save(db, ticket, version))

    async def of_session(self, session: str) -> Ticket | None:
        """Return the newest unresolved ticket of *session* about a person, or None."""
        return (await self._do(lambda db: table.standing(db, session)))[1]

    async def due(self, now: int) -> Sequence[Ticket]:
        """Return the tickets with something due, the most urgent first."""
        return await self._do(lambda db: table.tickets(db, "due <= :now", now=now))

    async def next_due(self) -> int | None:
        """Return the earliest time at which something is due, or None."""
        [(due,)] = await self._do(lambda db: db.run("SELECT min(due) FROM ticket", {}))
        return None if due is None else int(due)

    async def listed(self, *, resolved: bool = False) -> Sequence[Ticket]:
        """Return the unresolved tickets, or all of them, the most urgent first."""
        return await self._do(lambda db: table.tickets(db, "done <= :done", done=int(resolved)))

    async def lease(self, id_: str, owner: str, until: int, now: int) -> bool:
        """Return whether *owner* may tell a channel of it for that long."""
        return await self._do(lambda db: table.lease(db, id_, owner, until - now))

    async def unlogged(self, before: int) -> Sequence[tuple[Ticket, int, Entry]]:
        """Return ticket, number and entry of each older step that no log holds yet."""
        owed = await self._do(table.owed)
        return [one for one in owed if one[2].at <= before]

    async def logged(self, id_: str, number: int) -> None:
        """Keep that entry *number* of ticket *id_* stands in the decision log."""
        await self._do(lambda db: table.settled(db, id_, number))

    async def position(self, origin: str) -> Position | None:
        """Return how far the log *origin* was read, or None."""
        statement = "SELECT segment, place FROM ticket_position WHERE origin = :origin"
        rows = await self._do(lambda db: db.run(statement, {"origin": origin}))
        return Position(*rows[0]) if rows else None

    async def reached(self, origin: str, position: Position) -> None:
        """Keep how far the log *origin* was read."""
        await self._do(lambda db: table.reached(db, origin, position))

    async def standing(self, session: str) -> Standing:
        """Return how the conversation *session* stands."""
        paused, ticket = await self._do(lambda db: table.standing(db, session))
        if ticket is None:
            return Standing(paused)
        return Standing(paused, ticket.holder, ticket.id, ticket.conversation is not None)

    async def name(self, id_: str, conversation: str, subject: str | None) -> None:
        """Keep whose ticket *id_* is, if it does not know yet."""

        def work(db: Cursor) -> None:
            for ticket in table.held(db, "id = :id AND done = 0", id=id_):
                if ticket.conversation is None:
                    table.put(db, replace(ticket, conversation=conversation, subject=subject))

        await self._do(work)

    async def pause(self, *, on: bool) -> bool:
        """Pause the service, or let it go on, and return whether that changed anything."""
        statement = "UPDATE ticket_pause SET paused = :on WHERE paused <> :on RETURNING 1"
        return bool(await self._do(lambda db: db.run(statement, {"on": int(on)})))

    async def forget(self, conversation: str) -> int:
        """Drop what is kept of a conversation and return how many tickets that touched."""
        return await self._do(lambda db: table.forget(db, conversation))

    def close(self) -> None:
        """Let go of the database. Safe to call twice."""
        self._backend.close()


def _migrated(db: Cursor) -> None:
    migrate(db, "ticket_meta", STEPS, what="the store of tickets", error=TicketStoreError)

"""Tickets in this process's memory."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace

from guardrails.escalation.ticket import Entry, Ticket
from guardrails.escalation.tickets import Position, Standing


class MemoryTickets:
    """
    A `TicketStore` in memory, for tests and for trying things out.

    The newest `limit` resolved tickets are kept, and all others.

    Args:
        limit: Most resolved tickets that are kept.
    """

    def __init__(self, *, limit: int = 10_000) -> None:
        self.shared = False
        self._limit = limit
        self._tickets: dict[str, Ticket] = {}
        self._resolved: dict[str, Ticket] = {}
        self._merged: dict[str, str] = {}
        self._unlogged: dict[tuple[str, int], Entry] = {}
        self._leases: dict[str, tuple[str, int]] = {}
        self._positions: dict[str, Position] = {}
        self._paused = False
        self._lock = threading.Lock()

    async def add(self, ticket: Ticket, *, logged: int = 1) -> bool:
        """Keep a new *ticket* and return whether it was new."""
        with self._lock:
            if self._find(ticket.id) is not None:
                return False
            self._put(ticket, logged)
            return True

    def _find(self, id_: str) -> Ticket | None:
        name = self._merged.get(id_, id_)
        return self._tickets.get(name) or self._resolved.get(name)

    def _put(self, ticket: Ticket, known: int) -> None:
        for number in range(known, ticket.version):
            self._unlogged[ticket.id, number] = ticket.history[number]
        self._merged.update(dict.fromkeys(ticket.also, ticket.id))
        if not ticket.over:
            self._tickets[ticket.id] = ticket
            return
        self._tickets.pop(ticket.id, None)
        self._leases.pop(ticket.id, None)
        self._resolved[ticket.id] = ticket
        while len(self._resolved) > self._limit:
            oldest = next(iter(self._resolved))
            for merged in self._resolved.pop(oldest).also:
                self._merged.pop(merged, None)

    async def get(self, id_: str) -> Ticket | None:
        """Return the ticket *id_*, or the one that it was merged into, or None."""
        return self._find(id_)

    async def save(self, ticket: Ticket, version: int) -> bool:
        """Keep *ticket* if the one that is kept has *version*, and return whether it had."""
        with self._lock:
            kept = self._tickets.get(ticket.id)
            if kept is None or kept.version != version:
                return False
            if kept.conversation != ticket.conversation:
                return False
            self._put(ticket, version)
            return True

    async def of_session(self, session: str) -> Ticket | None:
        """Return the newest unresolved ticket of *session* about a person, or None."""
        return self._of_session(session)

    def _of_session(self, session: str) -> Ticket | None:
        with self._lock:
            mine = [
                one
                for one in self._tickets.values()
                if one.session == session and one.kind == "person"
            ]
        return mine[-1] if mine else None

    async def due(self, now: int) -> Sequence[Ticket]:
        """Return the tickets with something due, the most urgent first."""
        return [one for one in self._ordered() if one.due is not None and one.due <= now]

    def _ordered(self) -> list[Ticket]:
        with self._lock:
            return sorted(self._tickets.values(), key=lambda one: one.order)

    async def next_due(self) -> int | None:
        """Return the earliest time at which something is due, or None."""
        return min((one.due for one in self._ordered() if one.due is not None), default=None)

    async def listed(self, *, resolved: bool = False) -> Sequence[Ticket]:
        """Return the unresolved tickets, or all of them, the most urgent first."""
        return [*self._ordered(), *(reversed(self._resolved.values()) if resolved else ())]

    async def lease(self, id_: str, owner: str, until: int, now: int) -> bool:
        """Return whether *owner* may tell a channel of it until then."""
        with self._lock:
            if id_ not in self._tickets:
                return False
            who, limit = self._leases.get(id_, (owner, 0))
            if who != owner and limit > now:
                return False
            self._leases[id_] = (owner, until)
            return True

    async def unlogged(self, before: int) -> Sequence[tuple[Ticket, int, Entry]]:
        """Return ticket, number and entry of each older step that no log holds yet."""
        with self._lock:
            waiting = [
                (self._find(id_), number, entry) for (id_, number), entry in self._unlogged.items()
            ]
        return [
            (ticket, number, entry)
            for ticket, number, entry in waiting
            if ticket is not None and entry.at <= before
        ]

    async def logged(self, id_: str, number: int) -> None:
        """Keep that entry *number* of ticket *id_* stands in the decision log."""
        with self._lock:
            self._unlogged.pop((id_, number), None)

    async def position(self, origin: str) -> Position | None:
        """Return how far the log *origin* was read, or None."""
        return self._positions.get(origin)

    async def reached(self, origin: str, position: Position) -> None:
        """Keep how far the log *origin* was read."""
        self._positions[origin] = position

    async def standing(self, session: str) -> Standing:
        """Return how the conversation *session* stands."""
        ticket = self._of_session(session)
        if ticket is None:
            return Standing(self._paused)
        return Standing(self._paused, ticket.holder, ticket.id, ticket.conversation is not None)

    async def name(self, id_: str, conversation: str, subject: str | None) -> None:
        """Keep whose ticket *id_* is, if it does not know yet."""
        with self._lock:
            ticket = self._tickets.get(id_)
            if ticket is not None and ticket.conversation is None:
                named = replace(ticket, conversation=conversation, subject=subject)
                self._tickets[id_] = named

    async def pause(self, *, on: bool) -> bool:
        """Pause the service, or let it go on, and return whether that changed anything."""
        with self._lock:
            changed, self._paused = self._paused is not on, on
        return changed

    async def forget(self, conversation: str) -> int:
        """Drop what is kept of a conversation and return how many tickets that touched."""
        with self._lock:
            gone = [one for one in self._resolved.values() if one.conversation == conversation]
            left = [one for one in self._tickets.values() if one.conversation == conversation]
            for one in gone:
                del self._resolved[one.id]
                for name in (one.id, *one.also):
                    self._merged.pop(name, None)
            for one in left:
                self._tickets[one.id] = replace(one, conversation=None, subject=None)
        return len(gone) + len(left)

    def close(self) -> None:
        """Do nothing."""

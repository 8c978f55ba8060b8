"""One place for the tickets of several services, of which each tells its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from guardrails.escalation.ticket import Entry, Ticket
from guardrails.escalation.tickets import Position, Standing, TicketStore


class ServiceTickets:
    """
    The tickets of one service within a `TicketStore` of several.

    Channels go by the names of one policy, so a service tells nobody of another one's
    tickets, and builds none of them after a crash. The pause is for all.

    Args:
        inner: Keeps the tickets; closed by whoever made it.
        name: Of the service; stands in its tickets.
        names: Further names under which tickets are its own.
        others: Names of the other services of this process.
        origin: Name of the log that all of them write, for the one that sees to tickets of
            services that are there no more; "" for every other one.
        space: Begins the names of its conversations there; "" for none.

    Attributes:
        service: The same as *name*.
    """

    def __init__(
        self,
        inner: TicketStore,
        name: str,
        *,
        names: Sequence[str] = (),
        others: Sequence[str] = (),
        origin: str = "",
        space: str = "",
    ) -> None:
        self.service = name
        self._inner = inner
        self._names = frozenset({name, *names})
        self._others = frozenset(others)
        self._origin = origin
        self._space = space

    @property
    def shared(self) -> bool:
        """Whether other machines may add tickets."""
        return self._inner.shared

    def mine(self, ticket: Ticket) -> bool:
        """Return whether *ticket* is one of this service's."""
        if ticket.service in self._names:
            return True
        if not self._origin or ticket.service in self._others:
            return False
        return not ticket.service or ticket.origin == self._origin

    async def add(self, ticket: Ticket, *, logged: int = 1) -> bool:
        """Keep a new *ticket* of this service and return whether it was new."""
        return await self._inner.add(self._within(ticket), logged=logged)

    async def get(self, id_: str) -> Ticket | None:
        """Return the ticket *id_*, whosever it is, or the one it was merged into, or None."""
        return self._without(await self._inner.get(id_))

    async def save(self, ticket: Ticket, version: int) -> bool:
        """Keep *ticket* if the one that is kept has *version*, and return whether it had."""
        return await self._inner.save(self._within(ticket), version)

    async def of_session(self, session: str) -> Ticket | None:
        """Return the newest unresolved ticket of *session* about a person, or None."""
        return self._without(await self._inner.of_session(session))

    async def due(self, now: int) -> Sequence[Ticket]:
        """Return its tickets with something due, the most urgent first."""
        return self._own(await self._inner.due(now))

    async def next_due(self) -> int | None:
        """Return the earliest time at which something of its tickets is due, or None."""
        if await self._inner.next_due() is None:
            return None
        own = self._own(await self._inner.listed())
        return min((one.due for one in own if one.due is not None), default=None)

    async def listed(self, *, resolved: bool = False) -> Sequence[Ticket]:
        """Return its unresolved tickets, or all of its tickets, the most urgent first."""
        return self._own(await self._inner.listed(resolved=resolved))

    async def lease(self, id_: str, owner: str, until: int, now: int) -> bool:
        """Return whether *owner* may tell a channel of it until then."""
        return await self._inner.lease(id_, owner, until, now)

    async def unlogged(self, before: int) -> Sequence[tuple[Ticket, int, Entry]]:
        """Return ticket, number and entry of each older step of its own that no log holds yet."""
        owed = await self._inner.unlogged(before)
        return [
            (own, number, entry) for ticket, number, entry in owed for own in self._own([ticket])
        ]

    async def logged(self, id_: str, number: int) -> None:
        """Keep that entry *number* of ticket *id_* stands in the decision log."""
        await self._inner.logged(id_, number)

    async def position(self, origin: str) -> Position | None:
        """Return how far this service has read the log *origin*, or None."""
        return await self._inner.position(self._reader(origin))

    async def reached(self, origin: str, position: Position) -> None:
        """Keep how far this service has read the log *origin*."""
        await self._inner.reached(self._reader(origin), position)

    async def standing(self, session: str) -> Standing:
        """Return how the conversation *session* stands."""
        return await self._inner.standing(session)

    async def name(self, id_: str, conversation: str, subject: str | None) -> None:
        """Keep whose ticket *id_* is, if it does not know yet."""
        await self._inner.name(id_, spaced(self._space, conversation), subject)

    async def pause(self, *, on: bool) -> bool:
        """Pause all services, or let them go on, and return whether that changed anything."""
        return await self._inner.pause(on=on)

    async def forget(self, conversation: str) -> int:
        """Drop what is kept of its *conversation* and return how many tickets that touched."""
        return await self._inner.forget(spaced(self._space, conversation))

    def close(self) -> None:
        """Do nothing: other services use the tickets."""

    def _reader(self, origin: str) -> str:
        # The first service reads on where one that was alone has ended.
        return origin if self._origin else f"{origin}\n{self.service}"

    def _own(self, tickets: Sequence[Ticket]) -> list[Ticket]:
        return [one for one in map(self._without, filter(self.mine, tickets)) if one is not None]

    def _within(self, ticket: Ticket) -> Ticket:
        if ticket.conversation is None:
            return ticket
        return replace(ticket, conversation=spaced(self._space, ticket.conversation))

    def _without(self, ticket: Ticket | None) -> Ticket | None:
        start = spaced(self._space, "")
        if ticket is None or ticket.conversation is None or not start:
            return ticket
        return replace(ticket, conversation=ticket.conversation.removeprefix(start))


def spaced(space: str, conversation: str) -> str:
    """Return the name of *conversation* within *space*, as `SpacedSessions` has it."""
    return f"{space}\n{conversation}" if space else conversation

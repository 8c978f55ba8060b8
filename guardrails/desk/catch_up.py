"""Builds the tickets that a log asks for and that nobody made: after a crash, at the start."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from guardrails.desk.records import event_of, ticket_of
from guardrails.escalation.steps import step
from guardrails.escalation.ticket import Ticket
from guardrails.escalation.tickets import Position, TicketStore
from guardrails.ledger.outbox import Reading

OLDEST: Final = 24 * 3600
"""How far back a log is believed that was never read, in seconds."""


async def catch_up(
    read: Reading,
    origin: str,
    store: TicketStore,
    take: Callable[[Ticket], Awaitable[object]],
    *,
    now: float,
    acks: Mapping[str, int],
    answer: int,
) -> int:
    """
    Hand every ticket that a log asks for and *store* does not have to *take*.

    The log is the outbox: an `escalation` record that is durable is never lost. What the
    log says of such a ticket after that counts too, so that a lost store does no harm. Of a
    log that was never read only the last day counts: nobody is called for what is long past.
    A store of one service among several takes that service's alone.

    Args:
        read: Reads what the log says of escalations.
        origin: Its name.
        store: Knows how far it was read.
        take: Keeps a ticket; the same one twice does no harm.
        now: Unix time in seconds.
        acks: Name of a channel → seconds in which somebody is to acknowledge there.
        answer: Seconds that a holder has to write.

    Returns:
        How many tickets were handed over.

    Raises:
        LogReadError: The log cannot be read.
        TicketStoreError: Tickets cannot be read or written.
    """
    known = await store.position(origin)
    start = known or Position(0, 0)
    mine: Callable[[Ticket], bool] = getattr(store, "mine", lambda _: True)
    outbox = await asyncio.to_thread(read, *start)
    oldest = 0 if known is not None else now - OLDEST
    made: dict[str, Ticket] = {}
    for record in outbox.records:
        try:
            if record["kind"] == "escalation":
                ticket = ticket_of(record, origin)
                if ticket.at >= oldest and mine(ticket) and await store.get(ticket.id) is None:
                    made[ticket.id] = ticket
                continue
            one = made.get(record["escalation"])
            event = None if one is None else event_of(record, one, acks, answer)
            if one is not None and event is not None:
                made[one.id] = step(one, event)
        except (KeyError, ValueError, TypeError):
            continue  # not a record of ours; `verify` tells of it
    for ticket in made.values():
        await take(ticket)
    await store.reached(origin, Position(outbox.segment, outbox.offset))
    return len(made)

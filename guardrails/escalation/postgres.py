"""Tickets in PostgreSQL: several machines."""

from __future__ import annotations

from guardrails.errors import TicketStoreError
from guardrails.escalation.stored import StoredTickets
from guardrails.storage.postgres import Postgres


def postgres_tickets(url: str, *, connections: int = 2) -> StoredTickets:
    """
    Return a place for tickets in PostgreSQL, in its schema `candor`.

    It may be the database of `postgres_sessions`.

    Args:
        url: As libpq reads it: `postgresql://user@host/database`. Keep the password out of
            it: libpq reads PGPASSWORD and PGPASSFILE.
        connections: How many transactions may run at once.

    Raises:
        ConfigurationError: psycopg is not installed.
    """
    return StoredTickets(
        Postgres(url, connections, what="the store of tickets", error=TicketStoreError)
    )

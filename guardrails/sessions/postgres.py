"""Sessions in PostgreSQL: several machines."""

from __future__ import annotations

from guardrails.sessions.habits import Habits
from guardrails.sessions.keyring import Keyring
from guardrails.sessions.stored import StoredSessions
from guardrails.storage.postgres import Postgres


def postgres_sessions(
    url: str,
    keys: Keyring,
    *,
    connections: int = 4,
    habits: Habits = Habits(),  # noqa: B008 - a frozen value
) -> StoredSessions:
    """
    Return a store of sessions in PostgreSQL, in its schema `candor`.

    Args:
        url: As libpq reads it: `postgresql://user@host/database`. Keep the password out of
            it: libpq reads PGPASSWORD and PGPASSFILE.
        keys: Lock the keys of the sessions.
        connections: How many transactions may run at once.
        habits: How long things are kept and waited for.

    Raises:
        ConfigurationError: psycopg is not installed.
    """
    return StoredSessions(Postgres(url, connections), keys, habits)

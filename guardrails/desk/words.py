"""Opens stores of words: one in PostgreSQL for several machines, one in a file for one of them."""

from __future__ import annotations

from pathlib import Path

from guardrails.desk.stored_words import KEEP, StoredWords
from guardrails.desk.words_lock import WHAT
from guardrails.errors import TicketStoreError
from guardrails.sessions.keyring import Keyring


def postgres_words(url: str, keys: Keyring, *, keep: float = KEEP) -> StoredWords:
    """
    Return words in PostgreSQL, in its schema `candor`, shared by several machines.

    Args:
        url: As libpq reads it, as for `postgres_sessions`.
        keys: Lock the keys of the conversations; those of the sessions will do.
        keep: Seconds after which the words of a conversation are forgotten if nothing is said.

    Raises:
        ConfigurationError: psycopg is not installed.
    """
    from guardrails.storage.postgres import Postgres

    return StoredWords(Postgres(url, 1, what=WHAT, error=TicketStoreError), keys, keep=keep)


def sqlite_words(path: str | Path, keys: Keyring, *, keep: float = KEEP) -> StoredWords:
    """
    Return words in the SQLite file at *path*, shared by several processes of one machine.

    Args:
        path: The file; it is made if it is not there. It may be that of `sqlite_sessions`.
        keys: Lock the keys of the conversations; those of the sessions will do.
        keep: Seconds after which the words of a conversation are forgotten if nothing is said.
    """
    from guardrails.storage.sqlite import SQLite

    return StoredWords(SQLite(path, what=WHAT, error=TicketStoreError), keys, keep=keep)

"""Makes the tables, and brings those of an older version up to date."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from guardrails.errors import SessionStoreError
from guardrails.storage import schema as storage
from guardrails.storage.backend import Cursor

STEPS: Final[Sequence[Sequence[str]]] = (
    (
        """CREATE TABLE session (
          name {bytes} PRIMARY KEY,
          subject {bytes},
          ref TEXT NOT NULL,
          opened INTEGER NOT NULL,
          state TEXT,
          session_key {bytes} NOT NULL,
          vault {bytes},
          touched {real} NOT NULL,
          holder TEXT,
          token TEXT,
          lease_until {real} NOT NULL,
          fence {whole} NOT NULL
        )""",
        "CREATE INDEX session_subject ON session (subject)",
        "CREATE INDEX session_touched ON session (touched)",
        "CREATE INDEX session_holder ON session (holder)",
        """CREATE TABLE seen (
          name {bytes} NOT NULL REFERENCES session (name) ON DELETE CASCADE,
          mark {bytes} NOT NULL,
          place {whole} NOT NULL,
          value {bytes} NOT NULL,
          PRIMARY KEY (name, mark)
        )""",
        "CREATE INDEX seen_place ON seen (name, place)",
    ),
)
"""What leads from each version to the next one; version 0 is nothing at all."""


def migrate(
    db: Cursor, make_names: Callable[[], bytes], steps: Sequence[Sequence[str]] = STEPS
) -> bytes:
    """
    Bring the tables up to date, and return the locked key from which names are made.

    Args:
        db: The database, in a transaction that nobody else's migration runs beside.
        make_names: Returns such a key, for tables that have none yet.
        steps: What leads from each version to the next.

    Raises:
        SessionStoreError: A newer version of this package wrote them.
    """
    known = storage.migrate(
        db, "meta", steps, what="the store of sessions", error=SessionStoreError
    )
    if "names" not in known:
        known["names"] = make_names()
        storage.put(db, "meta", "names", known["names"])
    return known["names"]


def put_names(db: Cursor, names: bytes) -> None:
    """Keep *names*, the locked key from which names are made."""
    storage.put(db, "meta", "names", names)

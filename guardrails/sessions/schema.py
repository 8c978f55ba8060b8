"""Makes the tables, and brings those of an older version up to date."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from guardrails.errors import SessionStoreError
from guardrails.sessions.table import Cursor

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
    db.run("CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value {bytes} NOT NULL)", {})
    known = {name: bytes(value) for name, value in db.run("SELECT name, value FROM meta", {})}
    version = int(known.get("schema", b"0"))
    if version > len(steps):
        msg = (
            f"the store of sessions has schema {version}, and this version of the package reads "
            f"up to {len(steps)}: use the version that wrote it, or a newer one"
        )
        raise SessionStoreError(msg)
    for step in steps[version:]:
        for statement in step:
            db.run(statement, {})
    if version < len(steps):
        _put(db, "schema", str(len(steps)).encode())
    if "names" not in known:
        known["names"] = make_names()
        _put(db, "names", known["names"])
    return known["names"]


def put_names(db: Cursor, names: bytes) -> None:
    """Keep *names*, the locked key from which names are made."""
    _put(db, "names", names)


def _put(db: Cursor, name: str, value: bytes) -> None:
    db.run(
        "INSERT INTO meta (name, value) VALUES (:name, :value) "
        "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        {"name": name, "value": value},
    )

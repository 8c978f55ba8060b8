"""The tables of tickets, version by version."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from typing import Final

from guardrails.errors import TicketStoreError

_FIRST: Final = (
    """CREATE TABLE ticket (
        id TEXT PRIMARY KEY, session TEXT NOT NULL, conversation TEXT, kind TEXT NOT NULL,
        rank INTEGER NOT NULL, at INTEGER NOT NULL, due INTEGER, over INTEGER NOT NULL,
        version INTEGER NOT NULL, body BLOB NOT NULL, lease_by TEXT, lease_until INTEGER
    )""",
    "CREATE INDEX ticket_due ON ticket (due) WHERE due IS NOT NULL",
    "CREATE INDEX ticket_session ON ticket (session) WHERE NOT over",
    "CREATE INDEX ticket_conversation ON ticket (conversation) WHERE conversation IS NOT NULL",
    "CREATE TABLE merged (record TEXT PRIMARY KEY, ticket TEXT NOT NULL) WITHOUT ROWID",
    "CREATE INDEX merged_ticket ON merged (ticket)",
    "CREATE TABLE owed (ticket TEXT NOT NULL, number INTEGER NOT NULL, UNIQUE (ticket, number))",
    """CREATE TABLE position (
        origin TEXT PRIMARY KEY, segment INTEGER NOT NULL, offset INTEGER NOT NULL
    ) WITHOUT ROWID""",
    "CREATE TABLE service (paused INTEGER NOT NULL)",
    "INSERT INTO service (paused) VALUES (0)",
)

MIGRATIONS: Final[tuple[tuple[str, ...], ...]] = (_FIRST,)
"""What leads from each version to the next; a released one is never changed, only added to."""

_AGAIN: Final = 0.02
VERSION: Final = len(MIGRATIONS)
"""Version of the tables that this code reads and writes."""


def connected(path: Path, wait: float) -> sqlite3.Connection:
    """
    Return a connection to the file *path*, whose tables have the newest version.

    Args:
        path: Made if it is missing, readable by its owner alone.
        wait: Seconds to wait for another process's write.

    Raises:
        TicketStoreError: A newer version of this package has written it.
        sqlite3.Error: It is no such file, or cannot be used.
        OSError: Its folder cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    db = sqlite3.connect(path, timeout=wait, isolation_level=None, check_same_thread=False)
    try:
        _write_ahead(db, time.monotonic() + wait)
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA secure_delete = ON").fetchall()
        migrate(db, path)
    except BaseException:
        db.close()
        raise
    return db


def _write_ahead(db: sqlite3.Connection, end: float) -> None:
    """Switch to a write-ahead log; SQLite itself does not wait where two do it at once."""
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL").fetchall()
            return
        except sqlite3.OperationalError:
            if time.monotonic() >= end:
                raise
            time.sleep(_AGAIN)


def migrate(db: sqlite3.Connection, path: Path) -> None:
    """
    Bring the tables up to date, in one transaction.

    Raises:
        TicketStoreError: They are newer than this code.
    """
    with db:
        db.execute("BEGIN IMMEDIATE")  # of two processes the second finds it done
        (version,) = db.execute("PRAGMA user_version").fetchone()
        if version > VERSION:
            msg = (
                f"{path} was written by a newer version of this package "
                f"(tables {version}, this one knows {VERSION}): update it"
            )
            raise TicketStoreError(msg)
        for statements in MIGRATIONS[version:]:
            for statement in statements:
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {VERSION}")

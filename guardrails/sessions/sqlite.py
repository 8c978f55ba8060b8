"""Sessions in one SQLite file: nothing to install, several processes of one machine."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar

from guardrails.errors import SessionStoreError
from guardrails.sessions.backend import dialect
from guardrails.sessions.keyring import Keyring
from guardrails.sessions.stored import Habits, StoredSessions
from guardrails.sessions.table import Cursor

T = TypeVar("T")

_WORDS: Final = {
    "bytes": "BLOB",
    "real": "REAL",
    "whole": "INTEGER",
    "clock": ":clock",
    "wall": ":wall",
}
_PATIENCE = 5.0  # seconds for another process to end its transaction


def sqlite_sessions(
    path: str | Path,
    keys: Keyring,
    *,
    habits: Habits = Habits(),  # noqa: B008 - a frozen value
    clock: Callable[[], float] = time.monotonic,
    wall: Callable[[], float] = time.time,
) -> StoredSessions:
    """
    Return a store of sessions in the SQLite file at *path*; it is made if it is not there.

    Several processes of one machine may use the file. It must not stand on a network file
    system, whose locks do not hold.

    Args:
        path: The file; `-wal` and `-shm` stand beside it.
        keys: Lock the keys of the sessions.
        habits: How long things are kept and waited for.
        clock: Seconds that never go back, the same for every process of the machine.
        wall: Unix time in seconds.
    """
    return StoredSessions(SQLite(path, clock=clock, wall=wall), keys, habits)


class SQLite:
    """
    A `Backend` on one SQLite file, in write-ahead mode, on one thread.

    Args:
        path: The file.
        clock: Seconds that never go back, the same for every process of the machine.
        wall: Unix time in seconds.
    """

    def __init__(
        self,
        path: str | Path,
        *,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        self._path = Path(path)
        self._clock = clock
        self._wall = wall
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="sessions")
        self._closing = threading.Lock()
        self._closed = False
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None
        self._unwiped = False

    def submit(
        self,
        work: Callable[[Cursor], T],
        *,
        durable: bool = True,
        wipe: bool = False,
        alone: bool = False,
    ) -> Future[T]:
        """Return what *work* returns; a transaction is always alone here."""
        del alone
        with self._closing:
            if self._closed:
                msg = "this store of sessions is closed"
                raise SessionStoreError(msg)
            return self._thread.submit(self._run, work, durable, wipe)

    def _run(self, work: Callable[[Cursor], T], durable: bool, wipe: bool) -> T:
        try:
            connection = self._connected()
            connection.execute(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")
            connection.execute("BEGIN IMMEDIATE")
            try:
                done = work(_Cursor(connection, self._clock(), self._wall()))
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")
        except (sqlite3.Error, OSError) as error:
            self._disconnect()
            why = getattr(error, "sqlite_errorname", type(error).__name__)
            msg = (
                f"the store of sessions cannot be used ({why}): {self._path}; "
                "see that the file can be written and that no other program locks it"
            )
            raise SessionStoreError(msg) from None
        if wipe or self._unwiped:
            self._empty(connection)
        return done

    def _connected(self) -> sqlite3.Connection:
        """Return the connection; a new one if another file stands in the place of the old."""
        if self._connection is not None and self._file == _identity(self._path):
            return self._connection
        self._disconnect()
        # Made by hand, since SQLite would let everybody read it.
        os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))
        connection = sqlite3.connect(
            self._path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA secure_delete=ON")
            connection.execute("PRAGMA foreign_keys=ON")
        except sqlite3.Error:
            connection.close()
            raise
        self._file = _identity(self._path)
        self._connection = connection
        return connection

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = self._file = None

    def _empty(self, connection: sqlite3.Connection) -> None:
        """Move everything out of the write-ahead file and cut it; later, if somebody reads it."""
        try:
            [(busy, _, _)] = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except sqlite3.Error:
            busy = 1
        self._unwiped = bool(busy)

    def close(self) -> None:
        """Finish what was submitted and let go of the file. Safe to call twice."""
        with self._closing:
            if self._closed:
                return
            self._closed = True
            self._thread.submit(self._disconnect)
        self._thread.shutdown()


class _Cursor:
    """A `Cursor` on SQLite, in one transaction, in which time stands still."""

    def __init__(self, connection: sqlite3.Connection, clock: float, wall: float) -> None:
        self._connection = connection
        self._times = {"clock": clock, "wall": wall}

    def run(self, statement: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Run one statement and return its rows."""
        text = _statement(statement)
        return self._connection.execute(text, {**values, **self._times}).fetchall()

    def many(self, statement: str, values: Sequence[Mapping[str, Any]]) -> None:
        """Run one statement for each of *values*."""
        self._connection.executemany(_statement(statement), values)


_statement = partial(dialect, words=_WORDS)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino

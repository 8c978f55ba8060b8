"""One SQLite file: nothing to install, several processes of one machine."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Final, TypeVar

from guardrails.errors import GuardrailsError, SessionStoreError
from guardrails.storage.backend import Cursor, dialect

T = TypeVar("T")

_WORDS: Final = {
    "bytes": "BLOB",
    "real": "REAL",
    "whole": "INTEGER",
    "clock": ":clock",
    "wall": ":wall",
}
_TOGETHER: Final = 64
_PATIENCE = 5.0  # seconds for another process to end its transaction


@dataclass(slots=True)
class _Job:
    """A transaction that somebody waits for."""

    work: Callable[[Cursor], Any]
    done: Future[Any]
    durable: bool
    wipe: bool


class SQLite:
    """
    A `Backend` on one SQLite file, in write-ahead mode, on one thread.

    What was submitted meanwhile is committed together, so that many turns wait for one
    answer of the disk. Each is undone alone if it fails.

    Args:
        path: The file.
        clock: Seconds that never go back, the same for every process of the machine.
        wall: Unix time in seconds.
        what: What is kept there, for errors.
        error: What is raised where it cannot be used.
    """

    def __init__(
        self,
        path: str | Path,
        *,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
        what: str = "the store of sessions",
        error: type[GuardrailsError] = SessionStoreError,
    ) -> None:
        self._path = Path(path)
        self._clock = clock
        self._wall = wall
        self._what = what
        self._error = error
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._serve, name="sqlite", daemon=True)
        self._lock = threading.Lock()
        self._started = self._closed = False
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None
        self._stale = self._unwiped = False

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
        done: Future[T] = Future()
        with self._lock:
            if self._closed:
                msg = f"{self._what} is closed"
                raise self._error(msg)
            if not self._started:
                self._started = True
                self._thread.start()
            self._jobs.put(_Job(work, done, durable, wipe))
        return done

    def _serve(self) -> None:
        while (job := self._jobs.get()) is not None:
            jobs = [job]
            last = False
            while len(jobs) < _TOGETHER and not self._jobs.empty():
                more = self._jobs.get()
                if more is None:
                    last = True
                    break
                jobs.append(more)
            self._run(jobs)
            if last:
                break
        self._disconnect()

    def _run(self, jobs: Sequence[_Job]) -> None:
        """Run *jobs* in one transaction, then tell each what became of it."""
        jobs = [job for job in jobs if job.done.set_running_or_notify_cancel()]
        try:
            ended = self._together(jobs)
        except Exception as error:  # noqa: BLE001 - nobody may wait for an answer for ever
            failed = self._failed(error)
            ended = [(None, failed)] * len(jobs)
        for job, (value, wrong) in zip(jobs, ended, strict=True):
            if wrong is not None:
                job.done.set_exception(wrong)
            else:
                job.done.set_result(value)

    def _together(self, jobs: Sequence[_Job]) -> list[tuple[Any, Exception | None]]:
        connection = self._connected()
        durable = any(job.durable for job in jobs)
        connection.execute(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")
        connection.execute("BEGIN IMMEDIATE")
        ended: list[tuple[Any, Exception | None]] = []
        for job in jobs:
            connection.execute("SAVEPOINT job")
            try:
                ended.append((job.work(_Cursor(connection, self._clock(), self._wall())), None))
            except Exception as error:
                if not connection.in_transaction:
                    raise  # the database gave up all of it
                connection.execute("ROLLBACK TO job")
                ended.append((None, self._failed(error)))
            connection.execute("RELEASE job")
        connection.execute("COMMIT")
        if self._unwiped or any(job.wipe for job in jobs):
            self._empty(connection)
        return ended

    def _failed(self, error: Exception) -> Exception:
        """Return *error* as one of ours; the connection is made anew after one of SQLite's."""
        if not isinstance(error, sqlite3.Error | OSError):
            return error
        self._stale = True
        why = getattr(error, "sqlite_errorname", type(error).__name__)
        msg = (
            f"{self._what} cannot be used ({why}): {self._path}; "
            "see that the file can be written and that no other program locks it"
        )
        return self._error(msg)

    def _connected(self) -> sqlite3.Connection:
        """Return the connection; a new one if another file stands in the place of the old."""
        same = self._file == _identity(self._path)
        if self._connection is not None and same and not self._stale:
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
        self._stale = False

    def _empty(self, connection: sqlite3.Connection) -> None:
        """Move everything out of the write-ahead file and cut it; later, if somebody reads it."""
        try:
            [(busy, _, _)] = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except sqlite3.Error:
            busy = 1
        self._unwiped = bool(busy)

    def close(self) -> None:
        """Finish what was submitted and let go of the file. Safe to call twice."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._jobs.put(None)
        if self._started:
            self._thread.join()


class _Cursor:
    """A `Cursor` on SQLite, in one transaction, in which time stands still."""

    def __init__(self, connection: sqlite3.Connection, clock: float, wall: float) -> None:
        self._connection = connection
        self._times = {"clock": clock, "wall": wall}

    def last(self) -> None:
        """Do nothing: a machine that loses its power loses this process too."""

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

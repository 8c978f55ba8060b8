"""PostgreSQL: several machines. The only file that knows psycopg."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

from guardrails.errors import ConfigurationError, GuardrailsError, SessionStoreError
from guardrails.storage.backend import Cursor, dialect

if TYPE_CHECKING:
    import psycopg

T = TypeVar("T")

# The server's clock, so that machines need not agree about the time.
_NOW: Final = "EXTRACT(EPOCH FROM clock_timestamp())::float8"
_WORDS: Final = {
    "bytes": "BYTEA",
    "real": "DOUBLE PRECISION",
    "whole": "BIGINT",
    "clock": _NOW,
    "wall": _NOW,
}
_SCHEMA: Final = "candor"
_ALONE: Final = 0x63616E646F72  # "candor": names the lock under which tables are made
# Who has waited for a lock has to see what was committed meanwhile, whatever the owner's default.
_OPTIONS: Final = (
    "-c search_path={} -c statement_timeout=5000 -c lock_timeout=5000 "
    r"-c default_transaction_isolation=read\ committed"
)
_RIGHTS: Final = f"that this user may create and write the schema {_SCHEMA!r}"
_REST = 1.0
_SILENT: Final = ("refused", "timeout expired", "No such file", "resolve host", "unreachable")
"""What libpq and psycopg say, whatever the locale, where no server answers at all."""


class Postgres:
    """
    A `Backend` on PostgreSQL, with a thread for each connection.

    Threads, since turns come from several event loops and a connection of psycopg's that
    is asynchronous belongs to one of them.

    Args:
        url: As libpq reads it.
        connections: How many.
        what: What is kept there, for errors.
        error: What is raised where it cannot be used.
        schema: Where its tables are.
        rights: What to see to besides the server, for errors.

    Raises:
        ConfigurationError: psycopg is not installed.
    """

    def __init__(
        self,
        url: str,
        connections: int = 4,
        *,
        what: str = "the store of sessions",
        error: type[GuardrailsError] = SessionStoreError,
        schema: str = _SCHEMA,
        rights: str = _RIGHTS,
    ) -> None:
        try:
            import psycopg
        except ImportError:
            msg = f"{what} in PostgreSQL needs psycopg: pip install 'candor-guardrails[postgres]'"
            raise ConfigurationError(msg) from None
        self._connect: Callable[[], psycopg.Connection[Any]] = lambda: psycopg.connect(
            url,
            autocommit=True,
            connect_timeout=3,
            options=_OPTIONS.format(schema),
            application_name="candor",
            keepalives_idle=10,
            tcp_user_timeout=5000,
        )
        self._broken: type[Exception] = psycopg.OperationalError
        self._wrong: type[Exception] = psycopg.Error
        self._threads = ThreadPoolExecutor(connections, thread_name_prefix="postgres")
        self._what = what
        self._error = error
        self._rights = rights
        self._mine = threading.local()
        self._all: list[psycopg.Connection[Any]] = []
        self._lock = threading.Lock()
        self._closed = False
        self._down_until = 0.0
        self._url = url
        self._silent = ""

    def submit(
        self,
        work: Callable[[Cursor], T],
        *,
        durable: bool = True,
        wipe: bool = False,
        alone: bool = False,
    ) -> Future[T]:
        """Return what *work* returns; what was deleted goes when the server's vacuum comes."""
        del wipe
        msg = f"{self._what} is closed"
        with self._lock:
            if self._closed:
                raise self._error(msg)
            try:
                return self._threads.submit(self._run, work, durable, alone)
            except RuntimeError:  # the interpreter ends, and nobody has closed the store
                raise self._error(msg) from None

    def _run(self, work: Callable[[Cursor], T], durable: bool, alone: bool) -> T:
        try:
            known = getattr(self._mine, "connection", None) is not None
            try:
                return self._once(work, durable, alone)
            except self._broken:
                if not known:
                    raise
                # The server may have been started anew while nothing was asked of it.
                return self._once(work, durable, alone)
        except self._wrong as error:
            if self._silent:
                msg = (
                    f"{self._what} in PostgreSQL cannot be used: nothing answered at "
                    f"{self._silent}; see that the server runs, and that this is its address"
                )
                raise self._error(msg) from None
            state = getattr(error, "sqlstate", None)
            why = f"{type(error).__name__}{f' {state}' if state else ''}"
            msg = (
                f"{self._what} in PostgreSQL cannot be used ({why}): "
                f"see that the server runs, and {self._rights}"
            )
            raise self._error(msg) from None

    def _once(self, work: Callable[[Cursor], T], durable: bool, alone: bool) -> T:
        connection = self._connected()
        try:
            with connection.transaction():
                cursor = _Cursor(connection)
                if not durable:
                    connection.execute("SET LOCAL synchronous_commit = off")
                if alone:
                    connection.execute("SELECT pg_advisory_xact_lock(%s)", (_ALONE,))
                    found = connection.execute("SELECT to_regnamespace(%s)", (_SCHEMA,))
                    if found.fetchone() == (None,):  # to make it wants a right, also if it is there
                        connection.execute(f"CREATE SCHEMA IF NOT EXISTS {_SCHEMA}")
                return work(cursor)
        except self._broken:
            self._disconnect()
            raise

    def _connected(self) -> psycopg.Connection[Any]:
        known: psycopg.Connection[Any] | None = getattr(self._mine, "connection", None)
        if known is not None:
            return known
        if time.monotonic() < self._down_until:
            # Nobody waits long for a server that did not answer a moment ago.
            raise self._broken
        try:
            made = self._connect()
        except self._broken as error:
            self._down_until = time.monotonic() + _REST
            self._silent = _silent_at(error, self._url)
            raise
        self._silent = ""
        self._mine.connection = made
        with self._lock:
            self._all.append(made)
        return made

    def _disconnect(self) -> None:
        known = self._mine.connection
        self._mine.connection = None
        with self._lock:
            self._all.remove(known)
        known.close()

    def close(self) -> None:
        """Finish what was submitted and let go of the connections. Safe to call twice."""
        with self._lock:
            self._closed = True
        self._threads.shutdown()
        for connection in self._all:
            connection.close()
        self._all.clear()


def _silent_at(error: Exception, url: str) -> str:
    """Return host and port of the server that did not answer at all, or ""; no name, no secret."""
    if "FATAL" in str(error) or not any(one in str(error) for one in _SILENT):
        return ""
    from psycopg.conninfo import conninfo_to_dict

    told = conninfo_to_dict(url)
    host, port = told.get("host") or told.get("hostaddr"), told.get("port")
    if not host and (tried := getattr(error, "pgconn", None)) is not None:
        host, port = tried.host.decode(), port or tried.port.decode()
    return f"{host or 'the address of the environment'}, port {port or 5432}"


class _Cursor:
    """A `Cursor` on PostgreSQL, in one transaction."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection

    def last(self) -> None:
        """Make this transaction durable, although it was not asked for."""
        self._connection.execute("SET LOCAL synchronous_commit = on")

    def run(self, statement: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Run one statement and return its rows."""
        done = self._connection.execute(_statement(statement), values or None)
        return done.fetchall() if done.description is not None else []

    def many(self, statement: str, values: Sequence[Mapping[str, Any]]) -> None:
        """Run one statement for each of *values*, in one go."""
        with self._connection.cursor() as cursor:
            cursor.executemany(_statement(statement), values)


@lru_cache(maxsize=256)
def _statement(statement: str) -> bytes:
    return dialect(statement, _WORDS, "%({})s").encode()

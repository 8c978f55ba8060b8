"""
The tables that kept texts lie in, in the database of their log, for all who write it.

    candor_evidence.facts     name, value                    the key under which ids are kept
                    .names    log, mac, session              whose they are
                    .keys     log, name, holder, session, wrapped
                    .texts    log, name, session, sealed, at
                    .erased   log, session, at               conversations that were forgotten

PostgreSQL leaves deleted rows in its files until its vacuum comes. Keys are what opens texts, so
an erasure writes the tables of keys and of names anew, into other files, and the server removes
the old ones. Its write-ahead log and its backups hold them for as long as they are kept.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, TypeVar

from guardrails.erasure import Whose
from guardrails.errors import EvidenceError
from guardrails.evidence.base import Expired
from guardrails.evidence.shelf import LENGTH, MARGIN, Row, macs
from guardrails.ledger.scribe import Random
from guardrails.ledger.tables import EVIDENCE_SCHEMA
from guardrails.storage.backend import Backend, Cursor

T = TypeVar("T")

_NAMES: Final = "names"
_PAGE: Final = 200
_REMEMBERED: Final = 7 * 86_400
"""Seconds for which a process may still bring texts of a conversation that was forgotten."""
_READABLE: Final = """
    SELECT has_schema_privilege(space.oid, 'USAGE') AND has_table_privilege(made.oid, 'SELECT')
    FROM pg_class AS made JOIN pg_namespace AS space ON space.oid = made.relnamespace
    WHERE space.nspname = :schema AND made.relname = 'texts'
"""
_FACT: Final = "INSERT INTO facts (name, value) VALUES (:name, :value) ON CONFLICT DO NOTHING"
_NAME: Final = """
    INSERT INTO names (log, mac, session) VALUES (:log, :mac, :session) ON CONFLICT DO NOTHING
"""
_KEY: Final = """
    INSERT INTO keys (log, name, holder, session, wrapped)
    VALUES (:log, :name, :holder, :session, :wrapped) ON CONFLICT DO NOTHING
"""
_TEXT: Final = """
    INSERT INTO texts (log, name, session, sealed, at)
    VALUES (:log, :name, :session, :sealed, CAST({wall} AS BIGINT)) ON CONFLICT DO NOTHING
"""
_ERASED: Final = """
    SELECT count(*) FROM erased
    WHERE log = :log AND session = ANY(CAST(:sessions AS TEXT[]))
"""
_PAGED: Final = f"""
    SELECT name, sealed FROM texts WHERE log = :log AND name > :after
    ORDER BY name LIMIT {_PAGE}
"""  # noqa: S608 - a number of ours
_OLD: Final = "DELETE FROM texts WHERE log = :log AND at < :before RETURNING session"
_LACK: Final = """
    SELECT session FROM unnest(CAST(:sessions AS TEXT[])) AS given (session)
    WHERE NOT EXISTS (SELECT FROM texts WHERE log = :log AND texts.session = given.session)
"""
_WRAPPED: Final = """
    SELECT session, wrapped FROM keys
    WHERE log = :log AND session = ANY(CAST(:sessions AS TEXT[]))
"""
_FORGET: Final = "DELETE FROM {} WHERE log = :log AND session = ANY(CAST(:sessions AS TEXT[]))"
# A table that is truncated begins another file, and its old one goes with the transaction.
_ANEW: Final = (
    "CREATE TEMPORARY TABLE left_of_{0} ON COMMIT DROP AS SELECT * FROM {0}",
    "TRUNCATE {0}",
    "INSERT INTO {0} SELECT * FROM left_of_{0}",
)
_ALONE: Final = "LOCK TABLE names, keys IN ACCESS EXCLUSIVE MODE"
_PATIENCE: Final = "SET LOCAL statement_timeout = 60000"  # milliseconds
_LEFT: Final = "SELECT count(*) FROM keys WHERE wrapped = ANY(CAST(:gone AS BYTEA[]))"


class RowShelf:
    """
    Stores sealed texts and keys in PostgreSQL. Several processes may, each for itself.

    Args:
        backend: A connection to the tables.
        log: Name of the log.
        random: Makes the key under which ids are kept, if there is none yet.
        make: Make that key.

    Raises:
        EvidenceError: The tables cannot be used.
    """

    def __init__(
        self, backend: Backend, log: str, *, random: Random = os.urandom, make: bool = False
    ) -> None:
        self._backend = backend
        self._log = log
        key = random(LENGTH) if make else b""
        try:
            self._key = self._do(lambda db: _names_key(db, key))
        except BaseException:
            backend.close()
            raise

    @property
    def where(self) -> str:
        """Where they are, for errors."""
        return f"the texts of the log {self._log} in PostgreSQL"

    def _do(self, work: Callable[[Cursor], T]) -> T:
        return self._backend.submit(work).result()

    def put(self, rows: Iterable[Row]) -> None:
        """
        Store *rows*, all or none, durably. What is there already stays as it is.

        Their time is that of the server, as it is for records.

        Raises:
            EvidenceError: They are not stored; or one is of a conversation that was forgotten.
        """
        given = list(rows)
        self._do(lambda db: self._put(db, given))

    def _put(self, db: Cursor, rows: list[Row]) -> None:
        db.last()
        db.run("LOCK TABLE names, keys IN ROW EXCLUSIVE MODE", {})  # nothing is erased meanwhile
        sessions = sorted({row.session for row in rows})
        if db.run(_ERASED, {"log": self._log, "sessions": sessions}) != [(0,)]:
            msg = f"{self.where}: a text came of a conversation that was forgotten meanwhile"
            raise EvidenceError(msg)
        of = [{"log": self._log, "session": row.session} for row in rows]
        db.many(
            _NAME,
            [
                {**about, "mac": mac}
                for about, row in zip(of, rows, strict=True)
                for mac in macs(self._key, row.session_id, row.subject_id)
            ],
        )
        db.many(
            _KEY,
            [
                {**about, "name": row.key, "holder": holder, "wrapped": wrapped}
                for about, row in zip(of, rows, strict=True)
                for holder, wrapped in row.wrapped.items()
            ],
        )
        db.many(
            _TEXT,
            [
                {**about, "name": name, "sealed": sealed}
                for about, row in zip(of, rows, strict=True)
                for name, sealed in row.texts.items()
            ],
        )

    def sealed(self, name: str) -> bytes | None:
        """Return the sealed text of that name, or None. Raises `EvidenceError`."""
        for (sealed,) in self._run("SELECT sealed FROM texts WHERE log = :log AND name = :name",
                                   name=name):  # fmt: skip
            return bytes(sealed)
        return None

    def wrapped(self, key: str) -> dict[str, bytes]:
        """Return id of an investigators' key → the key of that name. Raises `EvidenceError`."""
        found = self._run(
            "SELECT holder, wrapped FROM keys WHERE log = :log AND name = :name", name=key
        )
        return {holder: bytes(wrapped) for holder, wrapped in found}

    def texts(self) -> Iterator[tuple[str, bytes]]:
        """Yield name and bytes of every sealed text. Raises `EvidenceError`."""
        after = ""
        while rows := self._run(_PAGED, after=after):
            for name, sealed in rows:
                yield name, bytes(sealed)
            after = rows[-1][0]

    def _run(self, statement: str, **values: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401
        told = {"log": self._log, **values}
        return self._do(lambda db: db.run(statement, told))

    def erase(self, whose: Whose) -> frozenset[str]:
        """
        Delete texts, keys and names of *whose*, and return the references of the sessions.

        No process brings texts of these conversations any more.

        Raises:
            EvidenceError: It could not be done.
        """
        [mac] = macs(self._key, whose.session_id, whose.subject_id)
        sessions, gone = self._do(lambda db: self._erase(db, mac))
        self.search(gone)
        return sessions

    def _erase(self, db: Cursor, mac: bytes) -> tuple[frozenset[str], list[bytes]]:
        _begin(db)
        told = {"log": self._log, "mac": mac}
        found = db.run("SELECT session FROM names WHERE log = :log AND mac = :mac", told)
        sessions = sorted({session for (session,) in found})
        if not sessions:
            return frozenset(), []
        gone = self._forget(db, sessions)
        db.run("DELETE FROM erased WHERE at < {wall} - :kept", {"kept": _REMEMBERED})
        db.many(
            "INSERT INTO erased (log, session, at) VALUES (:log, :session, CAST({wall} AS BIGINT)) "
            "ON CONFLICT DO NOTHING",
            [{"log": self._log, "session": session} for session in sessions],
        )
        return frozenset(sessions), [key for keys in gone.values() for key in keys]

    def expire(self, before: int, now: int) -> Expired:
        """
        Delete what is older, as `drop_old` does, and look that it is gone, as in `erase`.

        Raises:
            EvidenceError: It could not be done.
        """
        expired, gone = self.drop_old(before, now)
        self.search(key for keys in gone.values() for key in keys)
        return expired

    def drop_old(self, before: int, now: int) -> tuple[Expired, dict[str, list[bytes]]]:
        """
        Delete texts that are older, and keys and names of sessions that have none left.

        Every text has its time here, so that *now* says nothing. See `Shelf.drop_old`.

        Raises:
            EvidenceError: It could not be done.
        """
        del now
        return self._do(lambda db: self._drop_old(db, before - MARGIN))

    def _drop_old(self, db: Cursor, before: int) -> tuple[Expired, dict[str, list[bytes]]]:
        told: dict[str, Any] = {"log": self._log, "before": before}
        if not db.run("SELECT 1 FROM texts WHERE log = :log AND at < :before LIMIT 1", told):
            return Expired(0, 0), {}
        _begin(db)
        old = [session for (session,) in db.run(_OLD, told)]
        sessions = sorted(set(old))
        lacking = db.run(_LACK, {"log": self._log, "sessions": sessions})
        gone = self._forget(db, sorted(session for (session,) in lacking))
        return Expired(len(old), len(sessions)), gone

    def _forget(self, db: Cursor, sessions: list[str]) -> dict[str, list[bytes]]:
        """Delete all of some sessions, and return their keys, as they were stored."""
        gone: dict[str, list[bytes]] = {session: [] for session in sessions}
        if not sessions:
            return gone
        told = {"log": self._log, "sessions": sessions}
        for session, wrapped in db.run(_WRAPPED, told):
            gone[session].append(bytes(wrapped))
        for table in ("texts", "keys", "names"):
            db.run(_FORGET.replace("{}", table), told)
        for table in ("keys", "names"):
            for statement in _ANEW:
                db.run(statement.replace("{0}", table), {})
        return gone

    def search(self, gone: Iterable[bytes]) -> None:
        """
        Return if the table of keys holds none of these. Files of the server are not looked at.

        Raises:
            EvidenceError: It holds one, or cannot be read.
        """
        wanted = [*gone]
        if wanted and self._do(lambda db: db.run(_LEFT, {"gone": wanted})) != [(0,)]:
            msg = f"{self.where}: erased keys are still in the table; erase again"
            raise EvidenceError(msg)

    def close(self) -> None:
        """Let go of the connection. Safe to call twice."""
        self._backend.close()


def texts_of(url: str) -> Backend:
    """
    Return a connection to the tables of kept texts.

    Raises:
        ConfigurationError: psycopg is not installed.
    """
    from guardrails.storage.postgres import Postgres

    return Postgres(
        url,
        1,
        what="kept texts",
        error=EvidenceError,
        schema=EVIDENCE_SCHEMA,
        rights="that `candor log tables --investigator` made the schema "
        f"{EVIDENCE_SCHEMA!r} and that this user may use it",
    )


def logs_with_texts(url: str) -> list[str] | None:
    """
    Return the names of the logs of which texts are kept; None where this user may not look.

    Raises:
        ConfigurationError: psycopg is not installed.
        EvidenceError: The database cannot be read.
    """
    backend = texts_of(url)
    try:
        return backend.submit(_logs).result()
    finally:
        backend.close()


def _logs(db: Cursor) -> list[str] | None:
    if db.run(_READABLE, {"schema": EVIDENCE_SCHEMA}) != [(True,)]:
        return None
    return [name for (name,) in db.run("SELECT DISTINCT log FROM texts ORDER BY log", {})]


def _begin(db: Cursor) -> None:
    """Keep other processes from storing anything until this transaction has ended."""
    db.last()
    db.run(_PATIENCE, {})
    db.run(_ALONE, {})


def _names_key(db: Cursor, made: bytes) -> bytes:
    """
    Return the key under which ids are kept; *made* is taken if there is none.

    Raises:
        EvidenceError: There is none, and none was made.
    """
    if made:
        db.last()
        db.run(_FACT, {"name": _NAMES, "value": made})
    for (value,) in db.run("SELECT value FROM facts WHERE name = :name", {"name": _NAMES}):
        return bytes(value)
    msg = "no texts are kept in the database"
    raise EvidenceError(msg)

"""Tickets in one file: the embedded default."""

from __future__ import annotations

import asyncio
import sqlite3
import weakref
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, TypeVar

from guardrails.errors import TicketStoreError
from guardrails.escalation import sqlite_schema as schema
from guardrails.escalation.ticket import Entry, Ticket
from guardrails.escalation.ticket_json import dumped, loaded
from guardrails.escalation.tickets import Position, Standing

WAIT: Final = 5.0
"""Seconds that a write waits for another process's."""
T = TypeVar("T")


class SqliteTickets:
    """
    A `TicketStore` in one SQLite file, which several processes of one machine may share.

    It is used from one thread of its own, opened at the first call, and durable after each
    write (WAL, `synchronous=FULL`). A file of an older version is brought up to date.

    Args:
        path: The file; it is made, with its folder, if it is missing. Not on a network drive.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self.shared = False
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="tickets")
        self._file = _File(self.path)
        self._closer = weakref.finalize(self, _close, self._thread, self._file)

    async def _do(self, work: Callable[[sqlite3.Connection], T], *, write: bool = True) -> T:
        """Return what *work* does in one transaction; one that only reads waits for nobody."""
        try:
            done: Future[T] = self._thread.submit(self._file.run, work, write)
        except RuntimeError:
            msg = f"the tickets in {self.path} are closed"
            raise TicketStoreError(msg) from None
        return await asyncio.wrap_future(done)

    async def add(self, ticket: Ticket, *, logged: int = 1) -> bool:
        """Keep a new *ticket* and return whether it was new."""

        def work(db: sqlite3.Connection) -> bool:
            if _get(db, ticket.id) is not None:
                return False
            _put(db, ticket)
            _owe(db, ticket, logged)
            return True

        return await self._do(work)

    async def get(self, id_: str) -> Ticket | None:
        """Return the ticket *id_*, or the one that it was merged into, or None."""
        return await self._do(lambda db: _get(db, id_), write=False)

    async def save(self, ticket: Ticket, version: int) -> bool:
        """Keep *ticket* if the one that is kept has *version*, and return whether it had."""

        def work(db: sqlite3.Connection) -> bool:
            statement = "SELECT version, conversation FROM ticket WHERE id = ?"
            kept = db.execute(statement, (ticket.id,)).fetchone()
            if kept != (version, ticket.conversation):
                return False
            _put(db, ticket)
            _owe(db, ticket, version)
            return True

        return await self._do(work)

    async def of_session(self, session: str) -> Ticket | None:
        """Return the newest unresolved ticket of *session* about a person, or None."""
        return await self._do(lambda db: _of_session(db, session), write=False)

    async def due(self, now: int) -> Sequence[Ticket]:
        """Return the tickets with something due, the most urgent first."""
        return await self._do(lambda db: _tickets(db, "due <= ?", (now,)), write=False)

    async def next_due(self) -> int | None:
        """Return the earliest time at which something is due, or None."""
        found: tuple[int | None] = await self._do(
            lambda db: db.execute("SELECT min(due) FROM ticket").fetchone(), write=False
        )
        return found[0]

    async def listed(self, *, resolved: bool = False) -> Sequence[Ticket]:
        """Return the unresolved tickets, or all of them, the most urgent first."""
        return await self._do(lambda db: _tickets(db, "1" if resolved else "NOT over"), write=False)

    async def lease(self, id_: str, owner: str, until: int, now: int) -> bool:
        """Return whether *owner* may tell a channel of it until then."""
        statement = (
            "UPDATE ticket SET lease_by = ?, lease_until = ? WHERE id = ? AND NOT over "
            "AND (lease_by IS NULL OR lease_by = ? OR lease_until <= ?)"
        )
        values = (owner, until, id_, owner, now)
        return await self._do(lambda db: db.execute(statement, values).rowcount == 1)

    async def unlogged(self, before: int) -> Sequence[tuple[Ticket, int, Entry]]:
        """Return ticket, number and entry of each older step that no log holds yet."""

        def work(db: sqlite3.Connection) -> list[tuple[Ticket, int, Entry]]:
            owed = db.execute("SELECT ticket, number FROM owed ORDER BY rowid").fetchall()
            found = []
            for id_, number in owed:
                ticket = _get(db, id_)
                if ticket is not None and ticket.history[number].at <= before:
                    found.append((ticket, number, ticket.history[number]))
            return found

        return await self._do(work, write=False)

    async def logged(self, id_: str, number: int) -> None:
        """Keep that entry *number* of ticket *id_* stands in the decision log."""
        statement = "DELETE FROM owed WHERE ticket = ? AND number = ?"
        await self._do(lambda db: db.execute(statement, (id_, number)))

    async def position(self, origin: str) -> Position | None:
        """Return how far the log *origin* was read, or None."""
        statement = "SELECT segment, offset FROM position WHERE origin = ?"
        found = await self._do(lambda db: db.execute(statement, (origin,)).fetchone(), write=False)
        return None if found is None else Position(*found)

    async def reached(self, origin: str, position: Position) -> None:
        """Keep how far the log *origin* was read."""
        statement = "INSERT OR REPLACE INTO position (origin, segment, offset) VALUES (?, ?, ?)"
        await self._do(lambda db: db.execute(statement, (origin, *position)))

    async def standing(self, session: str) -> Standing:
        """Return how the conversation *session* stands."""

        def work(db: sqlite3.Connection) -> Standing:
            ticket = _of_session(db, session)
            if ticket is None:
                return Standing(_paused(db))
            return Standing(_paused(db), ticket.holder, ticket.id, ticket.conversation is not None)

        return await self._do(work, write=False)

    async def name(self, id_: str, conversation: str, subject: str | None) -> None:
        """Keep whose ticket *id_* is, if it does not know yet."""

        def work(db: sqlite3.Connection) -> None:
            ticket = _get(db, id_)
            if ticket is not None and not ticket.over and ticket.conversation is None:
                _put(db, replace(ticket, conversation=conversation, subject=subject))

        await self._do(work)

    async def pause(self, *, on: bool) -> bool:
        """Pause the service, or let it go on, and return whether that changed anything."""

        def work(db: sqlite3.Connection) -> bool:
            changed = _paused(db) is not on
            db.execute("UPDATE service SET paused = ?", (on,))
            return changed

        return await self._do(work)

    async def forget(self, conversation: str) -> int:
        """Drop what is kept of a conversation and return how many tickets that touched."""

        def work(db: sqlite3.Connection) -> int:
            found = _tickets(db, "conversation = ?", (conversation,))
            for ticket in found:
                if ticket.over:
                    db.execute("DELETE FROM merged WHERE ticket = ?", (ticket.id,))
                    db.execute("DELETE FROM ticket WHERE id = ?", (ticket.id,))
                else:
                    _put(db, replace(ticket, conversation=None, subject=None))
            return len(found)

        touched = await self._do(work)
        if touched:
            # What was deleted can still be read in the write-ahead file until it is emptied.
            await asyncio.wrap_future(self._thread.submit(self._file.empty))
        return touched

    def close(self) -> None:
        """Let go of the file and the thread. Safe to call twice."""
        self._closer()


class _File:
    """The connection, of which only one thread knows."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._db: sqlite3.Connection | None = None

    def run(self, work: Callable[[sqlite3.Connection], T], write: bool) -> T:
        try:
            if self._db is None:
                self._db = schema.connected(self._path, WAIT)
            with self._db:
                self._db.execute("BEGIN IMMEDIATE" if write else "BEGIN")
                return work(self._db)
        except (sqlite3.Error, OSError, ValueError, KeyError, TypeError) as error:
            self.close()  # opened anew at the next call: the disk may be back by then
            msg = f"the tickets in {self._path} cannot be used: {type(error).__name__}"
            raise TicketStoreError(msg) from error

    def empty(self) -> None:
        if self._db is not None:
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        if self._db is not None:
            self._db.close()
            self._db = None


def _close(thread: ThreadPoolExecutor, file: _File) -> None:
    thread.submit(file.close)
    thread.shutdown(wait=True)


def _put(db: sqlite3.Connection, ticket: Ticket) -> None:
    db.execute(
        "INSERT INTO ticket (id, session, conversation, kind, rank, at, due, over, version, body) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "conversation = excluded.conversation, rank = excluded.rank, due = excluded.due, "
        "over = excluded.over, version = excluded.version, body = excluded.body",
        (
            ticket.id,
            ticket.session,
            ticket.conversation,
            ticket.kind,
            ticket.level.rank,
            ticket.at,
            ticket.due,
            ticket.over,
            ticket.version,
            dumped(ticket),
        ),
    )
    rows = ((record, ticket.id) for record in ticket.also)
    db.executemany("INSERT OR IGNORE INTO merged (record, ticket) VALUES (?, ?)", rows)


def _owe(db: sqlite3.Connection, ticket: Ticket, known: int) -> None:
    rows = ((ticket.id, number) for number in range(known, ticket.version))
    db.executemany("INSERT OR IGNORE INTO owed (ticket, number) VALUES (?, ?)", rows)


def _get(db: sqlite3.Connection, id_: str) -> Ticket | None:
    found = _tickets(
        db, "id = coalesce((SELECT ticket FROM merged WHERE record = ?), ?)", (id_, id_)
    )
    return found[0] if found else None


def _of_session(db: sqlite3.Connection, session: str) -> Ticket | None:
    found = _tickets(db, "session = ? AND NOT over AND kind = 'person'", (session,))
    return max(found, key=lambda one: one.at, default=None)


def _tickets(db: sqlite3.Connection, where: str, values: tuple[Any, ...] = ()) -> list[Ticket]:
    statement = f"SELECT body FROM ticket WHERE {where} ORDER BY over, rank DESC, at, id"  # noqa: S608 - ours
    return [loaded(body) for (body,) in db.execute(statement, values)]


def _paused(db: sqlite3.Connection) -> bool:
    return bool(db.execute("SELECT paused FROM service").fetchone()[0])

"""The decision log in PostgreSQL: one log that several processes write."""

from __future__ import annotations

import time
import weakref
from collections.abc import Callable, Iterable, Mapping
from os import urandom
from pathlib import Path
from typing import Any, Final

from guardrails.errors import ConfigurationError, LogWriteError, RecordError
from guardrails.ledger.anchoring import Anchoring
from guardrails.ledger.anchors import Anchor
from guardrails.ledger.base import Receipt
from guardrails.ledger.bodies import boot_body
from guardrails.ledger.callers import Callers
from guardrails.ledger.chain import content_hash
from guardrails.ledger.disk import origin_folder
from guardrails.ledger.draft import draft
from guardrails.ledger.outbox import WANTED, Outbox
from guardrails.ledger.pace import Signing
from guardrails.ledger.pull import KeptCopy
from guardrails.ledger.record import Kind, glance
from guardrails.ledger.row_notary import RowNotary
from guardrails.ledger.rows import Rows
from guardrails.ledger.scribe import Clock, Random
from guardrails.ledger.tables import LENGTH, SCHEMA, backend_of, read
from guardrails.ledger.writer import Attachment, Entry, Writer
from guardrails.policy.log_settings import Checkpoints
from guardrails.storage.backend import Backend, Cursor

_PAGE: Final = 20_000
_KEEP: Final = f"""
    INSERT INTO {SCHEMA}.files (log, name, data) VALUES (:log, :name, :data)
    ON CONFLICT DO NOTHING
"""  # noqa: S608 - names of ours
_CALLS: Final = f"""
    SELECT line FROM {SCHEMA}.records
    WHERE log = :log AND seq >= :start AND seq < :stop
      AND (position(CAST(:one AS BYTEA) IN line) > 0 OR position(CAST(:two AS BYTEA) IN line) > 0)
    ORDER BY seq
"""  # noqa: S608 - names of ours
_MAY_WRITE: Final = f"""
    SELECT pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on',
           has_table_privilege('{SCHEMA}.records', 'INSERT')
"""


class PostgresLog:
    """
    A `DecisionLog` in PostgreSQL, in the schema `candor_log`, which `candor log tables` makes.

    Several processes, on several machines, may write one log. Its records, its tree and its
    checkpoints are those of a `FileLog`; `candor log pull` writes them to files. Opening it
    writes a `boot` record, and waits for the server while it does. `ts` is the server's clock.

    Args:
        url: As libpq reads it: `postgresql://user@host/database`. Keep the password out of it:
            libpq reads PGPASSWORD and PGPASSFILE. Or a connection to the tables of your own.
        origin: Name of this log: letters, digits, `.`, `_`, `-`, in parts joined by `/`.
        ticks: A clock in nanoseconds that never goes back.
        random: Source of record ids.
        write_limit: Seconds that a caller waits for the server before `LogWriteError`.
        signing: Whose key signs the log, and when; None leaves it unsigned.
        copy: A folder of this process's own in which it keeps a copy of the log, as `pull` makes
            it, once a policy wants its checkpoints shown, or the console the log: from there.

    Raises:
        ConfigurationError: psycopg is not installed.
        LogReadError: What stands there is not what was signed.
        LogWriteError: The database cannot be used.
        ValueError: The origin is no safe name, or the key is not that of this log.
    """

    def __init__(
        self,
        url: str | Backend,
        *,
        origin: str = "local",
        ticks: Clock = time.monotonic_ns,
        random: Random = urandom,
        write_limit: float = 2.0,
        signing: Signing | None = None,
        copy: Path | None = None,
    ) -> None:
        origin_folder(Path(), origin)
        self._origin = origin
        self._url = url if isinstance(url, str) else None
        self._backend = backend_of(url) if isinstance(url, str) else url
        rows = Rows(self._backend, origin, ticks=ticks, random=random)
        try:
            notary = None if signing is None else RowNotary(self._backend, rows, origin, signing)
            boot = boot_body(origin) if notary is None else {**boot_body(origin), "key": notary.key}
            [receipt] = rows.add([draft(Kind.BOOT, boot)])
            if notary is not None:
                notary.add([receipt.leaf])
                notary.sign()
        except BaseException:
            rows.close()
            raise
        self._notary = notary
        self._limit = write_limit
        self._writer = Writer(f"log {origin}", rows, write_limit, _nothing, notary)
        self._callers = Callers(self._writer, write_limit)
        self._anchoring = None
        self._copy: KeptCopy | None = None
        if copy is not None and isinstance(url, str):
            self._copy = KeptCopy(url, copy, origin)
            self._anchoring = Anchoring(self._copy.folder, self._writer.note, self._copy.refresh)
        self._closer = weakref.finalize(self, _close, self._writer, self._anchoring)

    @property
    def origin(self) -> str:
        """Name of the log."""
        return self._origin

    @property
    def signed(self) -> bool:
        """Whether it signs what it holds."""
        return self._notary is not None

    @property
    def address(self) -> str | None:
        """The address of its database, if it was given one."""
        return self._url

    @property
    def copied(self) -> Callable[[], Path] | None:
        """Brings the copy up to date and returns its folder, as `pull` does; None without one."""
        return None if self._copy is None else self._copy.refresh

    def follow(self, name: str, pace: Checkpoints | None, anchors: Iterable[Anchor]) -> None:
        """
        Be signed as often as *pace* says, and show checkpoints to *anchors*; see `FileLog.follow`.

        Raises:
            ConfigurationError: There are *anchors*, and nowhere to keep the copy that they are
                shown.
        """
        shown = list(anchors)
        if self._anchoring is not None:
            self._anchoring.show_to(name, shown)
        elif shown:
            msg = (
                "a log in PostgreSQL shows its checkpoints (logging.anchor) from a copy: give "
                "PostgresLog(URL, copy=DIRECTORY), or have `candor log pull` copy it elsewhere and "
                "show those of the copy: `candor log witness submit`, `candor log anchor`"
            )
            raise ConfigurationError(msg)
        if self._notary is not None:
            self._notary.pace.keep(name, pace)

    def fault(self) -> str | None:
        """
        Return why no record could be written now, or None. It waits for the server, not for long.

        Nothing is written: a full disk of the server shows only when something is.
        """
        try:
            asked = self._backend.submit(lambda db: db.run(_MAY_WRITE, {}))
        except LogWriteError as error:
            return str(error)
        try:
            [(away, allowed)] = asked.result(self._limit)
        except LogWriteError as error:
            return str(error)
        except TimeoutError:
            asked.cancel()  # it waits behind what the server has not answered yet
            return f"its database has not answered for {self._limit:g} s"
        if away:
            return "its database takes no writes: it is a standby, or was made read-only"
        return None if allowed else "its database does not let this user add records"

    async def append(self, kind: str, body: Mapping[str, Any]) -> Receipt:
        """
        Return once the record is durable. It is written even if the caller is cancelled.

        Raises:
            RecordError: The body cannot be a record; see `record.checked`.
            LogWriteError: It is not durable, or was not within the time limit. It may still
                turn out to be; a `recovery` record then says so.
        """
        drafted = draft(kind, body)
        ticket = self._callers.ticket()
        self._callers.hand_in(Entry(drafted, ticket))
        receipt: Receipt = await ticket.future
        return receipt

    async def attach(self, data: bytes) -> str:
        """
        Store *data* beside the records and return `sha256:<hex>`. Twice is as good as once.

        Raises:
            LogWriteError: It is not durable.
        """
        name = content_hash(data)

        def keep(db: Cursor) -> str:
            db.last()
            db.run(_KEEP, {"log": self._origin, "name": name, "data": data})
            return name

        ticket = self._callers.ticket()
        self._callers.hand_in(Attachment(lambda: self._backend.submit(keep).result(), ticket))
        await ticket.future
        return name

    def outbox(self, segment: int = 0, offset: int = 0) -> Outbox:
        """
        Return what was written about escalations from record *offset* on; see `read_outbox`.

        Raises:
            LogReadError: It cannot be read.
        """
        del segment  # there are none
        found: list[tuple[Any, ...]] = []
        length = self._asked(LENGTH)[0][0] or 0
        one, two = WANTED
        for start in range(offset, length, _PAGE):
            stop = min(start + _PAGE, length)
            found += self._asked(_CALLS, start=start, stop=stop, one=one, two=two)
        return Outbox([*_records(line for (line,) in found)], 0, max(offset, length))

    def _asked(self, statement: str, **values: object) -> list[tuple[Any, ...]]:
        told = {"log": self._origin, **values}
        return read(self._backend, lambda db: db.run(statement, told))

    def close(self) -> None:
        """
        Write what waits, show the last checkpoint, and let go of the connection.

        Showing takes at most five seconds. Safe to call twice.
        """
        self._closer()


def _records(lines: Iterable[bytes]) -> Iterable[dict[str, Any]]:
    for line in lines:
        try:
            yield glance(bytes(line))
        except RecordError:
            continue  # `verify` tells of it


def _nothing() -> None:
    return


def _close(writer: Writer, anchoring: Anchoring | None) -> None:
    writer.close()
    if anchoring is not None:
        anchoring.close()

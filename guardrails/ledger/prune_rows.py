"""
Removes the oldest records of a log in PostgreSQL for good, and keeps what proofs need.

    1  the log is copied to files and verified: what is not sound is evidence, and stays
    2  the leaf hashes of what is to go are added to the table `removed`, and the texts of
       policies that later records name to the table `files`
    3  a `retain` record says what goes and why, with the root over it
    4  the records go, segment by segment, the oldest first

Segments are the files of a copy. Nobody has the right to delete records: the server's own
function removes a segment, if the hashes that are kept of it are those of its records. Each step
is durable before the next, and the next call goes on with one that was interrupted.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from guardrails.errors import ConfigurationError, LogLockedError, LogReadError
from guardrails.ledger.disk import CHECKPOINTS, FILES
from guardrails.ledger.opening import content
from guardrails.ledger.outdated import Pruned, checked, ready, retaining, told_of
from guardrails.ledger.pace import Signing
from guardrails.ledger.postgres import PostgresLog
from guardrails.ledger.pull import log_names, pull
from guardrails.ledger.read import read_lines
from guardrails.ledger.record import Kind, glance
from guardrails.ledger.removed_rows import RemovedSegment, keep_hashes
from guardrails.ledger.survey import Numbered
from guardrails.ledger.tables import SCHEMA, backend_of, hold, lock_key, read
from guardrails.ledger.tree import leaf_digest
from guardrails.storage.backend import Cursor

_ALONE: Final = "SELECT pg_try_advisory_lock(:key)"
_PATIENCE: Final = "SET LOCAL statement_timeout = 120000"  # milliseconds for one segment
_REMOVE: Final = f"SELECT {SCHEMA}.remove(:log, :segment)"
_FILE: Final = f"""
    INSERT INTO {SCHEMA}.files (log, name, data) VALUES (:log, :name, :data)
    ON CONFLICT DO NOTHING
"""  # noqa: S608 - names of ours


class RowPruning:
    """
    The right to remove what is old from one log in PostgreSQL; one process has it at a time.

    Services may be writing the log meanwhile.

    Args:
        url: As libpq reads it, for the role that `candor log tables --pruner` makes.
        origin: Name of the log; it may be left out where the database holds one log only.
        write_limit: Seconds for which the server may take to add the `retain` record.

    Attributes:
        origin: Name of the log.

    Raises:
        ConfigurationError: psycopg is not installed.
        LogLockedError: Another process has this right.
        LogReadError: The database cannot be read, or does not hold this log alone.
    """

    def __init__(self, url: str, origin: str | None = None, *, write_limit: float = 30.0) -> None:
        self._url = url
        self._limit = write_limit
        self._backend = backend_of(
            url,
            "may remove from it (--pruner), that what is to go is there as it was copied, and "
            "that no earlier segment is left",
        )
        try:
            self.origin = origin or self._only()
            self._alone()
        except BaseException:
            self._backend.close()
            raise

    def _only(self) -> str:
        names = log_names(self._backend)
        if len(names) != 1:
            held = ", ".join(map(ascii, names)) or "none at all"
            msg = f"say with --origin which log of the database is meant: it holds {held}"
            raise LogReadError(msg)
        return names[0]

    def _alone(self) -> None:
        """Have this right for as long as the connection lasts. Raises `LogLockedError`."""
        told = {"key": lock_key(self.origin, "prune")}
        [(held,)] = read(self._backend, lambda db: db.run(_ALONE, told))
        if not held:
            msg = f"another process is removing what is old from the log {self.origin}"
            raise LogLockedError(msg)

    def copy(self, directory: Path) -> Path:
        """
        Copy the log below *directory*, as `pull` does, and return its folder.

        Raises:
            Others: As `pull`.
        """
        [pulled] = pull(self._url, directory, self.origin)
        return pulled.folder

    def remove(
        self,
        folder: Path,
        before: int,
        *,
        reason: str = "age",
        signing: Signing | None = None,
        clock: Callable[[], float] = time.time,
    ) -> Pruned:
        """
        Remove whole segments all of whose records are older than *before*, never the last one.

        Of a signed log, records that no checkpoint covered when it was copied stay.

        Args:
            folder: What `copy` has returned. It keeps its records: throw it away afterwards.
            before: Microseconds since 1970.
            reason: Code, such as `age`.
            signing: The log's key; needed if it is signed.
            clock: Seconds since 1970.

        Raises:
            ConfigurationError: The log is signed, and there is no key.
            LogReadError: It cannot be read.
            LogWriteError: It is not sound, and nothing was removed; or something could not be
                written or removed: call again.
            LogLockedError: The connection was lost, and another process has the right now.
            RecordError: The reason is no code.
            OSError: The copy cannot be read or written.
        """
        if signing is None and (folder / CHECKPOINTS).exists():
            msg = f"the log {self.origin} is signed: give its private key, so the removal is too"
            raise ConfigurationError(msg)
        self._drop(checked(folder))
        going, seen = ready(folder, before, self.origin)
        told = told_of(going, seen)
        if not going:
            return told
        body = retaining(
            folder,
            going,
            seen,
            origin=self.origin,
            reason=reason,
            at=int(clock()),
            shared=True,
        )
        for one in going:
            self._keep_hashes(one)
        self._keep_policies(folder, body)
        self._alone()
        self._record(body, signing)
        self._drop(going)
        return told

    def _do(self, work: Callable[[Cursor], object]) -> None:
        self._backend.submit(work).result()

    def _keep_hashes(self, one: Numbered) -> None:
        number, path = one
        first, hashes = -1, bytearray()
        for line in read_lines(path):
            if first < 0:
                first = int(glance(line.data)["seq"])
            hashes += leaf_digest(line.data)
        kept = RemovedSegment(number, first, bytes(hashes))
        self._do(lambda db: keep_hashes(db, self.origin, kept))

    def _keep_policies(self, folder: Path, body: Mapping[str, Any]) -> None:
        """Keep the texts of policies that later records name as files, as the copy has them."""
        for name in sorted({one["hash"] for one in body["policies"]}):
            path = folder / FILES / name.removeprefix("sha256:")
            told = {"log": self.origin, "name": name, "data": content(path)}
            self._do(lambda db, told=told: db.run(_FILE, told))  # type: ignore[misc]

    def _record(self, body: Mapping[str, Any], signing: Signing | None) -> None:
        log = PostgresLog(self._url, origin=self.origin, signing=signing, write_limit=self._limit)
        try:
            asyncio.run(log.append(Kind.RETAIN, body))
        finally:
            log.close()

    def _drop(self, going: Iterable[Numbered]) -> None:
        """Remove segments whose hashes are kept, the oldest first."""
        for number, _ in going:
            told = {"log": self.origin, "segment": number}

            def remove(db: Cursor, told: Mapping[str, Any] = told) -> None:
                db.run(_PATIENCE, {})
                hold(db, self.origin, "sign")  # who signs reads the records before that
                db.run(_REMOVE, told)

            self._do(remove)

    def close(self) -> None:
        """Let another process have the right. Safe to call twice."""
        self._backend.close()

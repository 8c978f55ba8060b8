"""
The rows that records of a log in PostgreSQL are added to: by several processes, in one order.

Each batch is one transaction. It takes the log's advisory lock, looks where the log ends,
gives its records their places behind that, and adds them. So the lock is the sequencer: no
two processes ever count at the same time, and a batch that fails leaves no gap.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from os import urandom
from typing import Any, Final, TypeVar

from guardrails.errors import LogWriteError, RecordError
from guardrails.ledger.base import Receipt
from guardrails.ledger.chain import GENESIS, leaf, named
from guardrails.ledger.record import parse
from guardrails.ledger.scribe import Clock, Random, Scribe
from guardrails.ledger.tables import SCHEMA, SEGMENT, hold
from guardrails.storage.backend import Backend, Cursor

T = TypeVar("T")

_BYTES: Final = 8 * 1024 * 1024
"""Of one batch at the most, so that no statement is too long for its time limit."""
# Beside the end it gives the server's clock, and has this transaction wait for the disk even
# where the server's owner has said that none has to.
_END: Final = f"""
    SELECT CAST({{wall}} * 1000000 AS BIGINT), last.seq, last.line,
           CASE WHEN current_setting('synchronous_commit') = 'off'
                THEN set_config('synchronous_commit', 'on', true) END
    FROM (SELECT 1) AS once
    LEFT JOIN (SELECT seq, line FROM {SCHEMA}.records WHERE log = :log
               ORDER BY seq DESC LIMIT 1) AS last ON true
"""  # noqa: S608 - names of ours
_LINE: Final = f"SELECT line FROM {SCHEMA}.records WHERE log = :log AND seq = :seq"  # noqa: S608
_ADD: Final = f"""
    INSERT INTO {SCHEMA}.records (log, seq, line)
    SELECT :log, :first + place - 1, line
    FROM unnest(CAST(:lines AS BYTEA[])) WITH ORDINALITY AS given (line, place)
"""  # noqa: S608 - names of ours


@dataclass(frozen=True, slots=True)
class _End:
    """
    Where the log ends.

    Attributes:
        now: The server's clock, microseconds since 1970.
        seq: Place of the last record, -1 if there is none.
        line: That record.
    """

    now: int
    seq: int
    line: bytes


@dataclass(frozen=True, slots=True)
class _Tried:
    """A batch of which it is not known yet whether it is durable."""

    lines: Sequence[bytes]
    receipts: list[Receipt]


class Rows:
    """
    A `Durable` place in PostgreSQL. For one thread.

    After a failure nothing that may have been stored is taken back, since nothing can be: what
    turns out durable after all is reported as `found`.

    Args:
        backend: One connection to the tables.
        origin: Name of the log.
        ticks: A clock in nanoseconds that never goes back.
        random: Source of record ids.

    Attributes:
        last: Place and leaf hash of the last record that was written here; None before it.
    """

    def __init__(
        self,
        backend: Backend,
        origin: str,
        *,
        ticks: Clock = time.monotonic_ns,
        random: Random = urandom,
    ) -> None:
        self._backend = backend
        self._log = origin
        self._now = 0
        self._scribe = Scribe(origin, clock=lambda: self._now * 1000, ticks=ticks, random=random)
        self.last: tuple[int, str] | None = None
        self._begun = False
        self._tried: _Tried | None = None
        self._found: Sequence[Receipt] = ()
        self._why = ""

    @property
    def number(self) -> int:
        """Number of the file that the next record would stand in, where it is copied to files."""
        return self.size // SEGMENT + 1

    @property
    def size(self) -> int:
        """Records that the log held when this process last wrote to it."""
        return 0 if self.last is None else self.last[0] + 1

    @property
    def broken(self) -> bool:
        """Whether `recover` has to be called before anything else is added."""
        return bool(self._why)

    @property
    def found(self) -> Sequence[Receipt]:
        """Of the records that failed last: those that `recover` found to be durable after all."""
        return self._found

    def add(self, drafts: Sequence[bytes]) -> list[Receipt]:
        """
        Return the receipts of the first of *drafts*, at least one, now that they are durable.

        Where the connection breaks in between, it is made again and looked up whether they
        are; only if not they are added, once more. The first record of a process begins a run.

        Raises:
            LogWriteError: They are not known to be durable; see `recover`.
            RecordError: One of them cannot be written; nothing was.
        """
        size = count = 0
        for draft in drafts:
            size += len(draft)
            if count and size > _BYTES:
                break
            count += 1
        self._tried = None
        try:
            receipts = self._do(lambda db: self._put(db, drafts[:count]))
        except RecordError:
            raise
        except BaseException as error:
            cause = error.__context__
            self._why = getattr(cause, "sqlstate", None) or type(cause or error).__name__
            raise
        self._tried, self._begun = None, True
        self.last = (receipts[-1].seq, receipts[-1].leaf)
        return receipts

    def _do(self, work: Callable[[Cursor], T]) -> T:
        return self._backend.submit(work).result()

    def _put(self, db: Cursor, drafts: Sequence[bytes]) -> list[Receipt]:
        """Write *drafts* behind the end of the log; may be called again for the same ones."""
        end = self._end(db)
        if self._tried is not None and self._stands(db, self._tried):
            return self._tried.receipts
        if not self._knows(end):
            msg = (
                f"the decision log {self._log} in PostgreSQL does not hold records any more that "
                "were acknowledged: see whether an older state of the database was put back"
            )
            raise LogWriteError(msg)
        self._follow(end)
        lines: list[bytes] = []
        receipts: list[Receipt] = []
        for draft in drafts:
            line, receipt = self._scribe.write(draft)
            lines.append(line)
            receipts.append(receipt)
        self._tried = _Tried(lines, receipts)
        db.run(_ADD, {"log": self._log, "first": receipts[0].seq, "lines": lines})
        return receipts

    def _end(self, db: Cursor) -> _End:
        """Take the lock, and return where the log ends. They are two looks: the lock goes first."""
        hold(db, self._log, "append")
        [(now, seq, line, _)] = db.run(_END, {"log": self._log})
        return _End(now, -1 if seq is None else seq, bytes(line or b""))

    def _knows(self, end: _End) -> bool:
        """Return whether what was written here last can still be there."""
        if self.last is None or end.seq > self.last[0]:
            return True
        return (end.seq, named(leaf(end.line))) == self.last

    def _follow(self, end: _End) -> None:
        """Have the next record stand behind *end*, in the run that the log is in."""
        self._now = end.now
        self._scribe.rewind((end.seq + 1, leaf(end.line) if end.line else GENESIS))
        if not self._begun or not end.line or (self.last and self.last[0] == end.seq):
            return
        try:
            record = parse(end.line)
        except RecordError:
            return  # it was changed; `verify` tells of it
        mono = record["mono"]
        if record["boot"] != self._scribe.boot:
            mono += max(end.now - record["ts"], 0)
        self._scribe.join(record["boot"], mono)

    def _stands(self, db: Cursor, tried: _Tried) -> bool:
        """Return whether the batch is in the log: all of it is, or nothing."""
        where = {"log": self._log, "seq": tried.receipts[0].seq}
        return [bytes(line) for (line,) in db.run(_LINE, where)] == [tried.lines[0]]

    def recover(self) -> dict[str, Any] | None:
        """
        Find out what became of the batch that failed, and return the body of the record on that.

        None if it turned out to be durable: see `found`.

        Raises:
            LogWriteError: The database cannot be used yet; call again.
        """
        self._found = ()
        stands, known, size = self._do(self._look)
        note: dict[str, Any] | None = None
        if stands and self._tried is not None:
            self._found = self._tried.receipts
            self.last = (self._found[-1].seq, self._found[-1].leaf)
            self._begun = True
        else:
            note = {
                "why": "write-failed",
                "error": self._why,
                "segment": size // SEGMENT + 1,
                "cut": {"len": 0},
            }
            if not known:
                note["strange"] = 1
                self.last = None
        self._tried, self._why = None, ""
        return note

    def _look(self, db: Cursor) -> tuple[bool, bool, int]:
        """Return whether the last batch stands, whether the end fits, and how long the log is."""
        end = self._end(db)
        stands = self._tried is not None and self._stands(db, self._tried)
        return stands, stands or self._knows(end), end.seq + 1

    def close(self) -> None:
        """Let go of the connection. Safe to call twice."""
        self._backend.close()

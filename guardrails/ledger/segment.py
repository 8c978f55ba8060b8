"""The files that records are added to: one after the other, each sealed when it is full."""

from __future__ import annotations

import errno
import math
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guardrails.errors import LogWriteError
from guardrails.ledger.base import Receipt
from guardrails.ledger.chain import GENESIS, leaf
from guardrails.ledger.disk import (
    AppendFile,
    Opener,
    make_folder,
    seal,
    segment_path,
    sync_folder,
)
from guardrails.ledger.identity import expect, identity
from guardrails.ledger.lock import Lock
from guardrails.ledger.read import last_line
from guardrails.ledger.recovery import End, set_aside
from guardrails.ledger.scribe import Scribe


@dataclass(frozen=True, slots=True)
class Limits:
    """
    When a segment is full.

    Attributes:
        bytes: It takes no record that would make it longer, unless it is empty.
        records: It takes no more records than these.
        micros: It takes no record that is so many microseconds younger than its first.
    """

    bytes: int
    records: int
    micros: float = math.inf


class Segments:
    """
    Makes records durable, in batches. For one thread.

    After a write or a wait for the disk has failed, its file is not trusted again:
    Linux may have dropped the pages and marked them clean. The same holds if
    somebody else removed, renamed, replaced or changed the file: nothing counts as
    durable unless it stands, after the wait, where it will be looked for. `recover`
    cuts off what nobody was told to be durable and begins the next segment.

    Args:
        folder: Where the segments lie.
        lock: On the folder; stays the caller's to release.
        scribe: Gives the records their place.
        end: Where the log goes on.
        opener: Opens a file for appending.
        limits: When a segment is full.
        on_sealed: Is told of each segment that is full, once the next one is begun.

    Raises:
        OSError: The segment cannot be opened.
    """

    def __init__(
        self,
        folder: Path,
        lock: Lock,
        scribe: Scribe,
        end: End,
        opener: Opener,
        limits: Limits,
        on_sealed: Callable[[Path], None] = lambda _: None,
    ) -> None:
        self._folder = folder
        self._lock = lock
        self._scribe = scribe
        self._opener = opener
        self._limits = limits
        self._on_sealed = on_sealed
        self._number = end.segment
        self._path = segment_path(folder, end.segment)
        self._size = end.size
        self._records = end.records
        self._began = end.began
        self._file: AppendFile | None = None
        self._identity: tuple[int, int] | None = None
        self._why = ""
        self._note: dict[str, Any] | None = None
        if end.segment == 0 or end.sealed:
            self._begin(end.segment + 1)
        else:
            self._file = opener(self._path)
            self._identity = identity(self._path)

    @property
    def number(self) -> int:
        """Number of the segment that is written to."""
        return self._number

    @property
    def broken(self) -> bool:
        """Whether `recover` has to be called before anything else is added."""
        return self._file is None

    @property
    def found(self) -> Sequence[Receipt]:
        """None: what nobody was told to be durable, `recover` cuts off."""
        return ()

    def add(self, drafts: Sequence[bytes]) -> list[Receipt]:
        """
        Return the receipts of the first of *drafts*, at least one, now that they are durable.

        Those left over go into the next segment: call again.

        Args:
            drafts: As `draft.draft` returns each.

        Raises:
            OSError: None of them is durable, and the file is given up.
            RecordError: One of them cannot be written; nothing was.
        """
        scribe, limits = self._scribe, self._limits
        if self._records and (
            self._records >= limits.records
            or self._size > limits.bytes
            or scribe.now - self._began > limits.micros
        ):
            self._finish()
        place = scribe.place
        lines: list[bytes] = []
        receipts: list[Receipt] = []
        size, room, space = 0, limits.records - self._records, limits.bytes - self._size
        try:
            for draft in drafts:
                line, receipt = scribe.write(draft)
                length = len(line) + 1
                if not receipts and not self._records:
                    self._began = scribe.now
                elif (
                    len(receipts) >= room
                    or size + length > space
                    or scribe.now - self._began > limits.micros
                ):
                    last = receipts[-1] if receipts else None
                    prev = last.leaf.removeprefix("sha256:") if last else place[1]
                    scribe.rewind((receipt.seq, prev))
                    break
                lines.append(line)
                receipts.append(receipt)
                size += length
            if not receipts:  # the first one does not fit any more
                self._finish()
                return self.add(drafts)
            self._write(b"\n".join([*lines, b""]))
        except BaseException:
            scribe.rewind(place)
            raise
        self._size += size
        self._records += len(receipts)
        return receipts

    def _write(self, data: bytes) -> None:
        if self._file is None:
            msg = "the segment was given up"
            raise LogWriteError(msg)
        try:
            # Before, so that nothing is added to a file that is not ours any more; after,
            # so that nobody is told of a record that is not there.
            expect(self._path, self._identity, self._size)
            self._file.write(data)
            self._file.sync()
            expect(self._path, self._identity, self._size + len(data))
        except BaseException as error:  # whatever it was, part of it may be in the file
            number = error.errno if isinstance(error, OSError) else None
            self._why = errno.errorcode.get(number or 0, type(error).__name__)
            self.close()
            raise

    def recover(self) -> dict[str, Any] | None:
        """
        Begin a new segment after a failure, and return the body of the record that says so.

        None if the segment that failed held no record: it is removed. A file that
        is not the one that was written to is left as it is.

        Raises:
            LogLockedError: Another writer took the log meanwhile.
            OSError: It could not be made durable; call again.
        """
        make_folder(self._folder)
        self._lock.renew()
        found = identity(self._path)
        ours = found is not None and found == self._identity
        if not self._records and (ours or found is None):
            self._path.unlink(missing_ok=True)
            self._begin(self._number)
        else:
            self._note = self._given_up(ours=ours, gone=found is None)
            self._begin(self._number + 1)
        note, self._note = self._note, None
        return note

    def _given_up(self, *, ours: bool, gone: bool) -> dict[str, Any]:
        """Return the body of the record about the segment, of which nothing more is written."""
        note: dict[str, Any] = {
            "why": "write-failed",
            "error": self._why,
            "segment": self._number,
            "cut": {"len": 0},
        }
        if ours:
            note["cut"] = set_aside(self._folder, self._number, self._size, self._opener)
        last = None if gone else last_line(self._path)
        if (leaf(last.data) if last else GENESIS) != self._scribe.place[1]:
            note["strange"] = 1
        if ours:
            seal(self._path)
        return note

    def _finish(self) -> None:
        """Seal the segment, all of it durable, and begin the next."""
        self.close()
        path = self._path
        seal(path)
        self._begin(self._number + 1)
        self._on_sealed(path)

    def _begin(self, number: int) -> None:
        self._number, self._size, self._records = number, 0, 0
        self._path = segment_path(self._folder, number)
        self._identity = None
        file = self._opener(self._path)
        self._identity = identity(self._path)
        try:
            sync_folder(self._folder)
        except OSError:
            file.close()
            raise
        self._file = file

    def close(self) -> None:
        """Let go of the file. Safe to call twice."""
        file, self._file = self._file, None
        if file is not None:
            with suppress(OSError):  # what counts was waited for
                file.close()

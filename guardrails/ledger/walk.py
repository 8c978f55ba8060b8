"""One reading of one log from front to end, for `verify`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from guardrails.errors import LogDamagedError, LogReadError, RecordError
from guardrails.ledger.chain import GENESIS, leaf, named
from guardrails.ledger.checks import Attachments, Policies, Runs, Turns, in_words
from guardrails.ledger.disk import PACKED, REMOVED, segments
from guardrails.ledger.flaws import Flaws
from guardrails.ledger.keys import VerifierKey
from guardrails.ledger.lock import is_written
from guardrails.ledger.opening import check_kinds
from guardrails.ledger.packed import content_size
from guardrails.ledger.read import Line, later_format, read_lines
from guardrails.ledger.record import LINE_MAX, parse
from guardrails.ledger.removed import Removed, check_numbers
from guardrails.ledger.signed import Known, Signed
from guardrails.ledger.surroundings import look_around, misplaced
from guardrails.ledger.verdict import LogVerdict

_TELL = 64 * 1024  # bytes


class Walk:
    """
    One reading of one log from front to end; it remembers open turns and file names only.

    Args:
        directory: What was to be verified.
        folder: The log in it.
        heads: Leaf hashes that the caller knows.
        known: Keys and checkpoints that the caller knows.
        progress: Called with the bytes read since the last call.

    Attributes:
        met: Those of *heads* that are leaf hashes of this log.
    """

    def __init__(
        self,
        directory: Path,
        folder: Path,
        heads: frozenset[str],
        known: Known,
        progress: Callable[[int], None],
    ) -> None:
        self.met: set[str] = set()
        self._directory = directory
        self._folder = folder
        self._newer = ""
        self._lines = 0
        self._heads = heads
        self._known = known
        self._progress = progress
        self._flaws = Flaws(folder)
        self._signed = Signed(folder, known, self._flaws)
        self._stamped = self._signed.stamped
        self._runs = Runs(self._flaws)
        self._turns = Turns(self._flaws)
        self._attachments = Attachments(folder, self._flaws)
        self._policies = Policies(self._flaws)
        self._kinds: dict[str, int] = {}
        self._first = self._last = 0
        self._seq = 0
        self._prev = GENESIS
        self._records = 0
        self._anchored = 0
        self._removed: Removed | None = None
        self._torn = 0
        self._texts = 0

    @property
    def seen_by(self) -> set[VerifierKey]:
        """Witnesses that the caller knows and that have signed a checkpoint of this log."""
        return self._signed.seen_by

    def run(self) -> LogVerdict:
        """Return the verdict on this log."""
        found: list[tuple[int, Path]] = []
        unchecked = ""
        try:
            check_kinds(self._folder)
            self._signed.read()
            found = segments(self._folder)
            check_numbers(found, self._flaws)
            removed = self._before(found)
            for number, path in found:
                self._segment(path, last=number == found[-1][0])
            self._attachments.end()
            self._policies.end(removed.policies)
            self._signed.end(self._runs.origin or removed.origin, self._lines)
            removed.end(self._signed.root_at(removed.records))
            look_around(self._folder, [path for _, path in found], self._flaws)
        except OSError as error:
            unchecked = f"{error.filename or self._folder}: {error.strerror}"
        except LogDamagedError as error:  # the first of a log whose beginning was removed
            self._flaws.problem(f"{error}; it was read no further")
        except LogReadError as error:
            unchecked = str(error)
        self._turns.end()
        gone = self._removed
        origin = self._runs.origin or (gone.origin if gone else "")
        if misplaced(self._directory, self._folder, origin):
            self._flaws.path, self._flaws.line = self._folder, 0
            self._flaws.note(f"the log that lies here is called {origin}")
        unchecked = unchecked or self._newer
        signed, stamped = self._signed, self._stamped
        if not self._records and self._flaws.count > 1 and not unchecked:
            self._flaws.path, self._flaws.line = self._folder, 0
            self._flaws.instead(
                f"none of its {self._lines:,} lines is a record: it is no log of ours, or all of "
                "it was overwritten"
            )
        if not self._records:
            unchecked = unchecked or "it holds no record"
        return LogVerdict(
            folder=str(self._folder),
            origin=origin,
            segments=len(found),
            records=self._records,
            kinds=dict(sorted(self._kinds.items())),
            first=self._first,
            last=self._last,
            head=named(self._prev),
            anchored=max(
                self._anchored,
                signed.signed,
                signed.witnessed,
                signed.remembered,
            ),
            problem_count=self._flaws.count,
            problems=tuple(self._flaws.problems),
            notes=tuple(self._flaws.notes),
            unchecked=unchecked,
            checkpoints=signed.checkpoints,
            signed=signed.signed,
            witnessed=signed.witnessed,
            seen_at=signed.seen_at,
            remembered=signed.remembered,
            removed=gone.records if gone else 0,
            lost=gone.lost if gone else False,
            torn=self._torn,
            torn_notes=signed.torn,
            texts=self._texts,
            given=bool(self._heads) or self._known.speaks_of(origin),
            stamps=stamped.count,
            stamped=stamped.size,
            stamped_at=0 if stamped.newest is None else stamped.newest.at,
            stamped_by="" if stamped.newest is None else stamped.newest.by,
            stamped_wait=stamped.wait,
        )

    def _before(self, found: list[tuple[int, Path]]) -> Removed:  # (14)
        removed = self._removed = Removed(self._folder, found, self._flaws)
        if removed.segments:
            self._flaws.path, self._flaws.line = found[0][1], 0
            self._signed.want(removed.records)
            self._runs.begun = self._turns.begun = True
            self._policies.begun = removed.records
            try:
                for digest in removed.leaves():
                    self._leaf(digest)
            except LogReadError as error:
                path = self._flaws.path = self._folder / REMOVED
                self._flaws.problem(str(error).removeprefix(f"{path}: "))
                removed.lost = True
                self._signed.give_up()
                self._lines = removed.records
                self._prev = ""
            self._seq = removed.records
        return removed

    def _leaf(self, digest: bytes) -> None:
        """Take the leaf of the next record."""
        self._prev = digest.hex()
        self._lines += 1
        self._signed.look(digest)
        # (11): the hashes that the caller knows
        if self._heads and (head := named(self._prev)) in self._heads:
            self.met.add(head)
            self._anchored = self._lines

    def _segment(self, path: Path, *, last: bool) -> None:
        self._flaws.path, self._flaws.line = path, 0
        packed = path.with_name(path.name + PACKED)  # it may have been compressed meanwhile
        if not (path.exists() or packed.exists()):
            self._flaws.problem("this is no file that can be read")
            return
        try:
            size = content_size(path)
            if not size and not last:
                self._flaws.problem("an empty segment that is not the last one")  # (1)
            self._read(path, size, last=last)
        except LogDamagedError as error:
            self._flaws.problem(str(error))

    def _read(self, path: Path, size: int, *, last: bool) -> None:
        told = stop = 0
        for line in read_lines(path):
            number, start, data, length, whole = line
            self._flaws.line = number
            stop = start + length
            if whole and length <= LINE_MAX:  # (2)
                self._whole(data)
            else:
                self._broken(line, end=last and stop >= size)
            if stop - told >= _TELL:
                self._progress(stop - told)
                told = stop
        self._progress(stop - told)

    def _broken(self, line: Line, *, end: bool) -> None:
        if end and not line.whole and is_written(self._folder):
            self._flaws.note(f"the last {line.length:,} bytes are being written now")
            return
        if end and not line.whole:
            self._torn = line.length
            self._flaws.problem(
                f"the last {line.length:,} bytes are no whole record (torn); "
                "the writer moves them out when it starts again"
            )
            return
        if line.length > LINE_MAX + 1:
            self._flaws.problem(f"a line of {line.length:,} bytes; {LINE_MAX:,} is the most")
        elif not line.whole:
            self._flaws.problem("the last line of the segment has no end")
        if line.whole:
            self._whole(line.data)
        else:
            self._prev = leaf(line.data)
            self._seq += 1

    def _whole(self, data: bytes) -> None:
        before, seq = self._prev, self._seq
        self._leaf(sha256(b"\x00" + data).digest())
        self._seq = seq + 1
        # (3): every line is a record of a known kind in canonical form
        try:
            record = parse(data)
        except RecordError as error:
            if newer := later_format(data):
                self._newer = f"{self._flaws.path}:{self._flaws.line}: {newer}"
            else:
                self._flaws.problem(f"the line {error}")
            return
        # (4): `seq` counts from 0
        if record["seq"] != seq:
            self._flaws.problem(f"seq is {record['seq']} and should be {seq}")
            self._seq = record["seq"] + 1
        # (5): `prev` is the leaf hash of the line before
        if record["prev"] != before and before:
            self._flaws.problem("prev is not the hash of the line before: one of them was changed")
        # (6), (7): runs and clocks; (8): turns; (9): files; (10): policies
        self._runs.look(record)
        self._policies.look(record)
        kind = record["kind"]
        if kind == "decision":
            if "key" in (record.get("text") or ()):
                self._texts += 1
        else:
            self._turns.look(record)
            self._seldom(kind, record)
        if "file" in record or "cut" in record or kind == "retain":  # hardly any
            self._attachments.look(record)
        self._kinds[kind] = self._kinds.get(kind, 0) + 1
        self._records += 1
        self._last = record["ts"]
        self._first = self._first or self._last
        if self._lines in self._stamped.places:
            self._stamped.time(self._lines, self._last)

    def _seldom(self, kind: str, record: Mapping[str, Any]) -> None:
        """Look at what a record of *kind* says of the log itself."""
        if kind == "recovery":
            self._flaws.note(in_words(record))
        elif kind == "boot" and "key" in record:
            self._signed.declare(record["key"])
        elif kind == "retain" and self._removed is not None:
            self._removed.look(record)

"""
Checks that no record of a log was changed, dropped, added or moved. It repairs nothing.

For each log, in this order:

    1  its segments are numbered from 1 without a gap, and none but the last is empty
    2  every line ends in a newline and is no longer than a record may be
    3  every line is a record of a known kind in canonical form
    4  `seq` counts from 0 over all segments
    5  `prev` is the leaf hash of the line before
    6  the first record, and the first of each run, is a `boot` record of the same log
    7  within a run, `mono` never goes back; `ts` that does not keep step is noted
    8  turns that were opened and not closed are noted, and those whose turn before is missing
    9  every attached file is there and has the content that it is named by
    10 the text of each policy has its hash, and decisions name a policy recorded before
    11 the hashes that the caller knows are leaf hashes of records
    12 the roots of the tree over the records are those of every checkpoint, and the
       signatures by keys that are known hold
    13 nothing is a link or stands in the place of something else, and no log is there twice
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from pathlib import Path

import orjson

from guardrails.errors import RecordError
from guardrails.ledger.chain import GENESIS, is_hash, leaf, named
from guardrails.ledger.checks import Attachments, Flaws, Policies, Runs, Turns, in_words
from guardrails.ledger.disk import is_written, segments
from guardrails.ledger.keys import LOG, VerifierKey
from guardrails.ledger.note import Checkpoint
from guardrails.ledger.read import Line, find_logs, read_lines
from guardrails.ledger.record import LINE_MAX, VERSION, parse
from guardrails.ledger.signed import Known, Signed
from guardrails.ledger.surroundings import look_around, misplaced, outside
from guardrails.ledger.verdict import LogVerdict, Verdict

_TELL = 64 * 1024  # bytes


def verify(
    directory: str | Path,
    *,
    head: str | Collection[str] = (),
    keys: Collection[VerifierKey] = (),
    checkpoints: Collection[Checkpoint] = (),
    progress: Callable[[int], None] | None = None,
) -> Verdict:
    """
    Return what is to be said of every log under *directory*.

    Args:
        directory: A log, or a folder that holds logs.
        head: Leaf hashes, `sha256:<hex>`, that you know from elsewhere, such as
            that of a receipt. Records up to one of them are anchored by it.
        keys: Public keys of logs, and of witnesses. A log of a key's name has to be
            there and to be signed with it.
        checkpoints: Checkpoints that you kept, or had from somebody whom you believe.
        progress: Called with the number of bytes read since the last call.
    """
    heads = [head] if isinstance(head, str) else list(head)
    if not all(map(is_hash, heads)):
        return Verdict((), unchecked="a known hash is written sha256:<64 hex digits>")
    try:
        folders = find_logs(Path(directory))
    except OSError as error:
        return Verdict((), unchecked=f"{error.filename}: {error.strerror}")
    if not folders:
        return Verdict((), unchecked=f"{directory}: no decision log there")
    known = Known(keys, checkpoints)
    walks = [
        _Walk(Path(directory), folder, frozenset(heads), known, progress or _ignore)
        for folder in folders
    ]
    logs = tuple(walk.run() for walk in walks)
    met = frozenset[str]().union(*(walk.met for walk in walks))
    named_logs = {key.name for key in keys if key.kind == LOG}
    named_logs.update(one.origin for one in checkpoints)
    try:
        beside = tuple(outside(Path(directory), folders, logs))
    except OSError as error:
        return Verdict(logs, unchecked=f"{error.filename}: {error.strerror}")
    return Verdict(
        logs,
        strangers=tuple(known for known in heads if known not in met),
        absent=tuple(sorted(named_logs.difference(log.origin for log in logs))),
        outside=beside,
    )


def _ignore(_: int) -> None:
    return


class _Walk:
    """One reading of one log from front to end; it remembers open turns and file names only."""

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
        self._progress = progress
        self._flaws = Flaws(folder)
        self._signed = Signed(folder, known, self._flaws)
        self._runs = Runs(self._flaws)
        self._turns = Turns(self._flaws)
        self._attachments = Attachments(folder, self._flaws)
        self._policies = Policies(self._flaws)
        self._kinds: Counter[str] = Counter()
        self._first = self._last = 0
        self._seq = 0
        self._prev = GENESIS
        self._records = 0
        self._anchored = 0
        self._texts = 0

    def run(self) -> LogVerdict:
        """Return the verdict on this log."""
        found: list[tuple[int, Path]] = []
        unchecked = ""
        try:
            self._signed.read()
            found = segments(self._folder)
            self._numbers(found)
            for number, path in found:
                self._segment(path, last=number == found[-1][0])
            self._attachments.end()
            self._signed.end(self._runs.origin, self._lines)
            look_around(self._folder, [path for _, path in found], self._flaws)
        except OSError as error:
            unchecked = f"{error.filename or self._folder}: {error.strerror}"
        self._turns.end()
        if misplaced(self._directory, self._folder, self._runs.origin):
            self._flaws.path, self._flaws.line = self._folder, 0
            self._flaws.note(f"the log that lies here is called {self._runs.origin}")
        unchecked = unchecked or self._newer
        signed = self._signed
        if not self._records:
            unchecked = unchecked or "it holds no record"
        return LogVerdict(
            folder=str(self._folder),
            origin=self._runs.origin,
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
            texts=self._texts,
        )

    def _numbers(self, found: list[tuple[int, Path]]) -> None:
        # (1): segments are numbered from 1 without a gap
        for expected, (number, path) in enumerate(found, start=1):
            if number != expected:
                self._flaws.path = path
                self._flaws.problem(f"segment {expected} is missing")
                return

    def _segment(self, path: Path, *, last: bool) -> None:
        self._flaws.path, self._flaws.line = path, 0
        if not path.is_file() and not path.is_dir():
            self._flaws.problem("this is no file that can be read")
            return
        size = path.stat().st_size
        if not size and not last:
            self._flaws.problem("an empty segment that is not the last one")  # (1)
        told = stop = 0
        for line in read_lines(path):
            self._flaws.line = line.number
            stop = line.start + line.length
            if line.whole and line.length <= LINE_MAX:  # (2)
                self._whole(line.data)
            else:
                self._broken(line, end=last and stop >= size)
            if stop - told >= _TELL:
                self._progress(stop - told)
                told = stop
        self._progress(stop - told)

    def _broken(self, line: Line, *, end: bool) -> None:
        # (2): every line is whole
        if end and not line.whole and is_written(self._folder):
            self._flaws.note(f"the last {line.length:,} bytes are being written now")
            return
        if end and not line.whole:
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
        self._prev = leaf(data)
        self._seq = seq + 1
        self._lines += 1
        self._signed.look(bytes.fromhex(self._prev))
        # (3): every line is a record of a known kind in canonical form
        try:
            record = parse(data)
        except RecordError as error:
            if newer := _newer(data):
                self._newer = f"{self._flaws.path}:{self._flaws.line}: {newer}"
            else:
                self._flaws.problem(f"the line {error}")
            return
        # (4): `seq` counts from 0
        if record["seq"] != seq:
            self._flaws.problem(f"seq is {record['seq']} and should be {seq}")
            self._seq = record["seq"] + 1
        # (5): `prev` is the leaf hash of the line before
        if record["prev"] != before:
            self._flaws.problem("prev is not the hash of the line before: one of them was changed")
        # (6), (7): runs and clocks; (8): turns; (9): files; (10): policies
        self._runs.look(record)
        self._turns.look(record)
        self._attachments.look(record)
        self._policies.look(record)
        kind = record["kind"]
        if kind == "recovery":
            self._flaws.note(in_words(record))
        if kind == "boot" and "key" in record:
            self._signed.declare(record["key"])
        if kind == "decision" and "key" in (record.get("text") or ()):
            self._texts += 1
        self._kinds[kind] += 1
        self._records += 1
        self._last = record["ts"]
        self._first = self._first or self._last
        # (11): the hashes that the caller knows
        if self._heads and (head := named(self._prev)) in self._heads:
            self.met.add(head)
            self._anchored = self._records


def _newer(line: bytes) -> str:
    """Return in words that *line* is a record of a later format, or an empty string."""
    try:
        record = orjson.loads(line)
    except orjson.JSONDecodeError:
        return ""
    version = record.get("v") if isinstance(record, dict) else None
    if type(version) is not int or version <= VERSION:
        return ""
    return (
        f"a record of format {version}; this version reads format {VERSION}, a later one is needed"
    )

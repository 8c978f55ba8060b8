"""
Copies one log from PostgreSQL to its folder, or goes on with a copy.

Its files end as those of a log in files do: at so many records, or with the first record that is
a day younger. Where they end is told by the records alone, so that two copies have the same files,
and what is removed from the database can be removed from them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

from guardrails.errors import LogReadError, ProofError, RecordError
from guardrails.ledger.chain import leaf
from guardrails.ledger.disk import (
    CHECKPOINT,
    CHECKPOINTS,
    FILES,
    REMOVED,
    append_durably,
    make_folder,
    seal,
    segment_path,
    segments,
    sync_folder,
)
from guardrails.ledger.opening import content
from guardrails.ledger.prune import follow_removal
from guardrails.ledger.record import glance
from guardrails.ledger.recovery import End, find_end
from guardrails.ledger.removed_rows import (
    RemovedSegment,
    first_left,
    next_removed,
    removed_hashes,
)
from guardrails.ledger.tables import DAY, SCHEMA, SEGMENT, read
from guardrails.ledger.tiles import leaves, removed_leaves, replace, tree_of, write_tiles
from guardrails.ledger.tree import SIZE, Tree
from guardrails.storage.backend import Backend, Cursor

T = TypeVar("T")

_PAGE: Final = 1_000
_LINES: Final = f"""
    SELECT seq, line FROM {SCHEMA}.records WHERE log = :log AND seq >= :start
    ORDER BY seq LIMIT {_PAGE}
"""  # noqa: S608 - names of ours
_NOTES: Final = f"SELECT note FROM {SCHEMA}.checkpoints WHERE log = :log ORDER BY size"  # noqa: S608
_FILES: Final = f"SELECT name FROM {SCHEMA}.files WHERE log = :log ORDER BY name"  # noqa: S608
_FILE: Final = f"SELECT data FROM {SCHEMA}.files WHERE log = :log AND name = :name"  # noqa: S608


@dataclass(frozen=True, slots=True)
class Pulled:
    """
    What was copied of one log.

    Attributes:
        origin: Its name.
        folder: Where it lies now.
        records: Records that are new there.
        size: Records that are there.
        checkpoints: Checkpoints that are there.
    """

    origin: str
    folder: Path
    records: int
    size: int
    checkpoints: int


@dataclass(slots=True)
class _Place:
    """
    Where the next record goes.

    Attributes:
        number: Of the file.
        count: Records in it.
        began: `ts` of its first record; 0 before it.
    """

    number: int
    count: int
    began: int

    def take(self, line: bytes) -> bool:
        """Make room for the next record; return whether it begins another file."""
        try:
            moment = int(glance(line)["ts"])
        except RecordError:
            moment = 0  # `verify` tells of it
        another = self.count >= SEGMENT or (self.count > 0 and moment - self.began >= DAY)
        if another:
            self.number, self.count, self.began = self.number + 1, 0, 0
        self.count += 1
        self.began = self.began or moment
        return another


class RowCopy:
    """
    One log on its way into its folder, which the caller holds.

    Args:
        backend: A connection to the tables.
        folder: Where it goes.
        origin: Its name.
        progress: Called with the number of bytes copied since the last call.
    """

    def __init__(
        self, backend: Backend, folder: Path, origin: str, progress: Callable[[int], None]
    ) -> None:
        self._backend = backend
        self._folder = folder
        self._log = origin
        self._progress = progress

    def go_on(self, *, prune: bool = False) -> Pulled:
        """
        Copy what is new: checkpoints are read first, so that each has its records.

        Args:
            prune: What was removed from the database goes from the copy too, but for its hashes.

        Raises:
            LogReadError: The database cannot be read, or was pruned meanwhile.
            LogWriteError: What was removed cannot be removed here.
            ProofError: What was copied before is not what the database holds.
            OSError: The copy cannot be read or written.
        """
        end = find_end(self._folder)
        if end.torn or end.strange:
            msg = f"{self._folder}: the copy is damaged: move it away, and pull anew"
            raise ProofError(msg)
        notes = [bytes(note) for (note,) in self._run(_NOTES)]
        known = self._check_notes(notes)
        left = self._do(lambda db: first_left(db, self._log))
        self._check_end(end, left)
        first = self._removed(left)
        self._files()
        tree = self._tree(end, left) if notes else Tree()
        begin = _Place(end.segment, end.records, end.began)
        if not end.seq:
            begin = _Place(first - 1, SEGMENT, 0)
        size = self._records(max(end.seq, left), begin, tree if notes else None)
        if notes:
            self._sign(notes, known, tree)
        if prune and left and segments(self._folder)[0][0] < first:
            follow_removal(self._folder)
        return Pulled(self._log, self._folder, size - max(end.seq, left), size, len(notes))

    def _do(self, work: Callable[[Cursor], T]) -> T:
        return read(self._backend, work)

    def _run(self, statement: str, **values: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401
        told = {"log": self._log, **values}
        return self._do(lambda db: db.run(statement, told))

    def _removed(self, left: int) -> int:
        """
        Copy the hashes of the first *left* records, and return the number of the segment after.

        Raises:
            ProofError: They are not those that were copied before.
        """
        if not left:
            return 1
        path = self._folder / REMOVED
        number = stop = 0
        new = False
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o640)
        with os.fdopen(descriptor, "r+b") as file:
            while (found := self._next_removed(stop, left, number)) is not None:
                if found.first != stop:
                    break  # somebody has taken hashes away: `verify` tells of it
                known = file.read(len(found.hashes))
                if not found.hashes.startswith(known):
                    msg = (
                        f"{path}: hashes of removed records that were copied before are not "
                        "in the database any more as they were; keep the copy"
                    )
                    raise ProofError(msg)
                if known != found.hashes:  # each look at a log brings its copy up to date
                    file.seek(stop * SIZE)
                    file.write(found.hashes)
                    new = True
                number, stop = found.number, found.stop
            if new:
                file.flush()
                os.fsync(file.fileno())
        return number + 1

    def _next_removed(self, start: int, stop: int, after: int) -> RemovedSegment | None:
        return self._do(lambda db: next_removed(db, self._log, start, stop, after))

    def _files(self) -> None:
        """Copy attached files under the names that they have; whether they fit, `verify` tells."""
        for (name,) in self._run(_FILES):
            digest = str(name).removeprefix("sha256:")
            path = self._folder / FILES / digest
            if not digest.isalnum() or path.exists():
                continue
            [(data,)] = self._run(_FILE, name=name)
            make_folder(path.parent)
            replace(path, bytes(data))
            seal(path)

    def _check_end(self, end: End, left: int) -> None:
        """
        Return if the last record of the copy is in the database as it is here, or was removed.

        Raises:
            ProofError: It is not; or what comes behind it was removed too.
        """
        if not end.seq:
            return
        place = end.seq - 1
        if place >= left:
            found = self._run(_LINES, start=place)[:1]
            same = [(seq, leaf(bytes(line))) for seq, line in found] == [(place, end.prev)]
        else:
            gone = self._do(lambda db: [*removed_hashes(db, self._log, place, place + 1)])
            same = gone == [(place, bytes.fromhex(end.prev))]
        if not same:
            msg = (
                f"{self._folder}: record {place}, which was copied before, is not in the "
                "database any more as it was: it was changed, or an older state was put back; "
                "keep the copy"
            )
            raise ProofError(msg)
        if end.seq < left:
            msg = (
                f"{self._folder}: records {end.seq} to {left - 1} were removed from the database "
                "before they were copied, so this copy cannot go on: move it away, and pull anew"
            )
            raise ProofError(msg)

    def _tree(self, end: End, left: int) -> Tree:
        """Return the tree over what was copied before, or was removed before that."""
        tree = tree_of(self._folder, end.seq) if end.seq else None
        if tree is not None:
            return tree
        tree = Tree()
        try:
            for digest in leaves(self._folder) if end.seq else removed_leaves(self._folder, left):
                tree.add(digest)
        except LogReadError:
            return Tree()  # hashes were taken away: `verify` tells of it
        return tree

    def _records(self, start: int, place: _Place, tree: Tree | None) -> int:
        """Copy the records from *start* on to *place*, and return how many there are then."""
        while rows := self._run(_LINES, start=start):
            if rows[0][0] > start and self._do(lambda db: first_left(db, self._log)) > start:
                msg = f"records of the log {self._log} were removed while it was copied: pull anew"
                raise LogReadError(msg)
            for number, lines in _in_files(place, [bytes(line) for _, line in rows]):
                self._add(number, lines)
                if tree is not None:
                    for line in lines:
                        tree.add(bytes.fromhex(leaf(line)))
            start = rows[-1][0] + 1
        return start

    def _add(self, number: int, lines: Sequence[bytes]) -> None:
        """Add *lines* to file *number*, durably; the file before it is complete."""
        path, before = segment_path(self._folder, number), segment_path(self._folder, number - 1)
        if not path.exists() and before.exists():
            seal(before)
        data = b"".join(line + b"\n" for line in lines)
        append_durably(path, data)
        sync_folder(self._folder)
        self._progress(len(data))

    def _check_notes(self, notes: list[bytes]) -> int:
        """
        Return how many bytes of checkpoints the copy has, which the database has too.

        Raises:
            ProofError: The database does not have them any more.
        """
        path = self._folder / CHECKPOINTS
        known = content(path) if path.exists() else b""
        if not _in_file(notes).startswith(known):
            msg = (
                f"{path}: checkpoints that were copied before are not in the database any more; "
                "keep the copy"
            )
            raise ProofError(msg)
        return len(known)

    def _sign(self, notes: list[bytes], known: int, tree: Tree) -> None:
        """Copy the checkpoints, of which *known* bytes are there, and write the tiles."""
        write_tiles(self._folder, tree)
        append_durably(self._folder / CHECKPOINTS, _in_file(notes)[known:])
        replace(self._folder / CHECKPOINT, notes[-1])


def _in_files(place: _Place, lines: Sequence[bytes]) -> Iterator[tuple[int, list[bytes]]]:
    """Yield number of a file and the next of *lines* that belong in it, from *place* on."""
    here: list[bytes] = []
    number = place.number
    for line in lines:
        if place.take(line) and here:
            yield number, here
            here = []
        number = place.number
        here.append(line)
    if here:
        yield number, here


def _in_file(notes: list[bytes]) -> bytes:
    """Return *notes* as the file of checkpoints holds them."""
    return b"".join(note + b"\n" for note in notes)

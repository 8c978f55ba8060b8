"""
Copies logs from PostgreSQL to folders, and goes on with a copy.

The copy is a log as any other, byte for byte what was written: every command, and the second
verifier, read it. A copy that is kept elsewhere is also a memory: what was copied before has
to be there still, and unchanged, or the copy is not gone on with.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from guardrails.errors import LogReadError, LogWriteError, ProofError
from guardrails.ledger.chain import leaf
from guardrails.ledger.disk import (
    CHECKPOINT,
    CHECKPOINTS,
    FILES,
    PlainFile,
    make_folder,
    origin_folder,
    seal,
    segment_path,
    sync_folder,
)
from guardrails.ledger.lock import Lock
from guardrails.ledger.opening import content
from guardrails.ledger.read import find_logs
from guardrails.ledger.recovery import End, find_end
from guardrails.ledger.tables import SCHEMA, SEGMENT, backend_of
from guardrails.ledger.tiles import leaves, replace, tree_of, write_tiles
from guardrails.ledger.tree import Tree
from guardrails.storage.backend import Backend

_PAGE: Final = 1_000
_SHOWN: Final = 80
_LIKE_A_FILE: Final = "seg-"
_NAMES: Final = f"""
    WITH RECURSIVE names AS (
      SELECT min(log) AS log FROM {SCHEMA}.records
      UNION ALL
      SELECT (SELECT min(log) FROM {SCHEMA}.records WHERE log > names.log) FROM names
      WHERE names.log IS NOT NULL
    )
    SELECT log FROM names WHERE log IS NOT NULL
"""  # noqa: S608 - names of ours
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


def pull(
    url: str,
    directory: Path,
    origin: str | None = None,
    progress: Callable[[int], None] | None = None,
    failed: Callable[[ProofError], None] | None = None,
) -> list[Pulled]:
    """
    Copy the logs of the database at *url* to folders under *directory*, or go on with copies.

    Args:
        url: As libpq reads it.
        directory: Made if it is missing. For copies from this database alone, unless each is
            named by its *origin*.
        origin: Of several logs only that one.
        progress: Called with the number of bytes copied since the last call.
        failed: Takes what is wrong with one log, and the others are copied all the same. Without
            it the first such log ends it.

    Raises:
        ConfigurationError: psycopg is not installed.
        LogLockedError: Somebody else writes to a copy.
        LogReadError: The database cannot be read, or holds no such log.
        LogWriteError: A copy cannot be written.
        ProofError: What was copied before is not what the database holds, or a log has a name
            by which no folder can be called.
    """
    backend = backend_of(url)
    try:
        names = [name for (name,) in _run(backend, _NAMES, {})]
        _check_none_gone(directory, origin, names)
        wanted = [name for name in names if origin in {None, name}]
        if not wanted:
            held = ", ".join(map(_shown, names)) or "none at all"
            msg = f"no decision log {origin or ''} in the database: it holds {held}"
            raise LogReadError(msg.replace("log  in", "log in"))
        found = []
        for name in wanted:
            try:
                found.append(_pull(backend, directory, name, progress or _ignore))
            except ProofError as error:
                if failed is None:
                    raise
                failed(error)
        return found
    finally:
        backend.close()


def _check_none_gone(directory: Path, origin: str | None, names: list[str]) -> None:
    """
    Return if the database still has every log, or the log *origin*, that was copied before.

    Raises:
        ProofError: One of them is gone as a whole.
        LogReadError: A folder cannot be read.
    """
    try:
        there = find_logs(directory) if directory.is_dir() else []
    except OSError as error:
        msg = f"cannot read {error.filename or directory}: {error.strerror}"
        raise LogReadError(msg) from None
    copied = [one.relative_to(directory).as_posix() for one in there if one != directory]
    gone = [name for name in copied if name not in names and origin in {None, name}]
    if gone:
        msg = (
            f"{directory}: the log {gone[0]}, which was copied before, is not in the database any "
            "more; keep the copy (or name with --origin which log you want, if this one came "
            "from another database)"
        )
        raise ProofError(msg)


def _pull(
    backend: Backend, directory: Path, origin: str, progress: Callable[[int], None]
) -> Pulled:
    msg = f"a log in the database is called {_shown(origin)}: no folder can be called so"
    try:
        folder = origin_folder(directory, origin)
    except ValueError:
        raise ProofError(msg) from None
    if any(part.startswith(_LIKE_A_FILE) for part in origin.split("/")[1:]):
        raise ProofError(msg)  # it would lie where the log before the slash has its files
    try:
        make_folder(folder)
        lock = Lock(folder)
        try:
            return _Copy(backend, folder, origin, progress).go_on()
        finally:
            lock.release()
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise ProofError(msg) from None
        msg = f"the copy in {directory} cannot be written: {error.strerror}"
        raise LogWriteError(msg) from error


class _Copy:
    """One log on its way into its folder, which we hold."""

    def __init__(
        self, backend: Backend, folder: Path, origin: str, progress: Callable[[int], None]
    ) -> None:
        self._backend = backend
        self._folder = folder
        self._log = origin
        self._progress = progress

    def go_on(self) -> Pulled:
        """Copy what is new: checkpoints are read first, so that each has its records."""
        end = find_end(self._folder)
        if end.torn or end.strange:
            msg = f"{self._folder}: the copy is damaged: move it away, and pull anew"
            raise ProofError(msg)
        notes = [bytes(note) for (note,) in self._run(_NOTES)]
        known = self._check_notes(notes)
        self._check_end(end)
        self._files()
        tree = self._tree(end) if notes else Tree()
        size = self._records(end, tree if notes else None)
        if notes:
            self._sign(notes, known, tree)
        return Pulled(self._log, self._folder, size - end.seq, size, len(notes))

    def _run(self, statement: str, **values: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401
        return _run(self._backend, statement, {"log": self._log, **values})

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

    def _check_end(self, end: End) -> None:
        """
        Return if the last record of the copy is in the database as it is here.

        Raises:
            ProofError: It is not.
        """
        if not end.seq:
            return
        found = self._run(_LINES, start=end.seq - 1)[:1]
        if [(seq, leaf(bytes(line))) for seq, line in found] != [(end.seq - 1, end.prev)]:
            msg = (
                f"{self._folder}: record {end.seq - 1}, which was copied before, is not in the "
                "database any more as it was: it was changed, or an older state was put back; "
                "keep the copy"
            )
            raise ProofError(msg)

    def _tree(self, end: End) -> Tree:
        """Return the tree over what was copied before."""
        tree = tree_of(self._folder, end.seq) if end.seq else Tree()
        if tree is None:
            tree = Tree()
            for digest in leaves(self._folder):
                tree.add(digest)
        return tree

    def _records(self, end: End, tree: Tree | None) -> int:
        """Copy the records from the end of the copy on, and return how many there are then."""
        number, size = end.segment, end.seq
        for first, lines in self._pages(end.seq):
            wanted = first // SEGMENT + 1
            if number and wanted != number:
                seal(segment_path(self._folder, number))
            number = wanted
            data = b"".join(line + b"\n" for line in lines)
            file = PlainFile(segment_path(self._folder, number))
            try:
                file.write(data)
                file.sync()
            finally:
                file.close()
            sync_folder(self._folder)
            if tree is not None:
                for line in lines:
                    tree.add(bytes.fromhex(leaf(line)))
            size += len(lines)
            self._progress(len(data))
        return size

    def _pages(self, start: int) -> Iterator[tuple[int, list[bytes]]]:
        """Yield records that belong in one file, with the place of the first, up to the end."""
        while rows := self._run(_LINES, start=start):
            first = rows[0][0]
            border = (first // SEGMENT + 1) * SEGMENT
            lines = [bytes(line) for seq, line in rows if seq < border]
            yield first, lines
            start = rows[len(lines) - 1][0] + 1

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
        file = PlainFile(self._folder / CHECKPOINTS)
        try:
            file.write(_in_file(notes)[known:])
            file.sync()
        finally:
            file.close()
        replace(self._folder / CHECKPOINT, notes[-1])


def _shown(name: str) -> str:
    """Return a name that anybody may have written, for one line of a terminal."""
    short = name if len(name) <= _SHOWN else f"{name[:_SHOWN]}..."
    return short if short.isprintable() and short.strip() == short else ascii(short)


def _in_file(notes: list[bytes]) -> bytes:
    """Return *notes* as the file of checkpoints holds them."""
    return b"".join(note + b"\n" for note in notes)


def _run(backend: Backend, statement: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    try:
        return backend.submit(lambda db: db.run(statement, values)).result()
    except LogWriteError as error:
        raise LogReadError(str(error)) from None


def _ignore(_: int) -> None:
    return

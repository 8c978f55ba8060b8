"""
Copies logs from PostgreSQL to folders, and goes on with a copy.

The copy is a log as any other, byte for byte what was written: every command, and the second
verifier, read it. A copy that is kept elsewhere is also a memory: what was copied before has
to be there still, and unchanged, or the copy is not gone on with.
"""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from guardrails.errors import LogReadError, LogWriteError, ProofError
from guardrails.ledger.disk import make_folder, origin_folder
from guardrails.ledger.lock import Lock
from guardrails.ledger.read import find_logs
from guardrails.ledger.row_copy import Pulled, RowCopy
from guardrails.ledger.tables import SCHEMA, backend_of, read
from guardrails.storage.backend import Backend

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


def pull(
    url: str,
    directory: Path,
    origin: str | None = None,
    progress: Callable[[int], None] | None = None,
    failed: Callable[[ProofError], None] | None = None,
    *,
    prune: bool = False,
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
        prune: What was removed from the database is removed from the copy too.

    Raises:
        ConfigurationError: psycopg is not installed.
        LogLockedError: Somebody else writes to a copy.
        LogReadError: The database cannot be read, holds no such log, or was pruned meanwhile.
        LogWriteError: A copy cannot be written, or not be pruned.
        ProofError: What was copied before is not what the database holds, or what came next was
            removed before it was copied; or a log has a name by which no folder can be called.
    """
    backend = backend_of(url)
    try:
        names = log_names(backend)
        _check_none_gone(directory, origin, names)
        wanted = [name for name in names if origin in {None, name}]
        if not wanted:
            held = ", ".join(map(_shown, names)) or "none at all"
            msg = f"no decision log {origin or ''} in the database: it holds {held}"
            raise LogReadError(msg.replace("log  in", "log in"))
        found = []
        for name in wanted:
            try:
                found.append(_pull(backend, directory, name, progress or _ignore, prune=prune))
            except ProofError as error:
                if failed is None:
                    raise
                failed(error)
        return found
    finally:
        backend.close()


def log_names(backend: Backend) -> list[str]:
    """Return the names of the logs that the database holds. Raises `LogReadError`."""
    return [name for (name,) in _run(backend, _NAMES, {})]


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
    backend: Backend,
    directory: Path,
    origin: str,
    progress: Callable[[int], None],
    *,
    prune: bool,
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
            return RowCopy(backend, folder, origin, progress).go_on(prune=prune)
        finally:
            lock.release()
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise ProofError(msg) from None
        msg = f"the copy in {directory} cannot be written: {error.strerror}"
        raise LogWriteError(msg) from error


def _shown(name: str) -> str:
    """Return a name that anybody may have written, for one line of a terminal."""
    short = name if len(name) <= _SHOWN else f"{name[:_SHOWN]}..."
    return short if short.isprintable() and short.strip() == short else ascii(short)


def _run(backend: Backend, statement: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    return read(backend, lambda db: db.run(statement, values))


def _ignore(_: int) -> None:
    return


class KeptCopy:
    """
    A copy of one log that a process keeps for itself, for whoever asks: one at a time.

    What was removed from the database is removed from it.

    Args:
        url: As libpq reads it.
        directory: Where it lies; nobody else writes there.
        origin: Name of the log.

    Attributes:
        folder: Where the log lies.
    """

    def __init__(self, url: str, directory: Path, origin: str) -> None:
        self.folder = origin_folder(directory, origin)
        self._url = url
        self._directory = directory
        self._origin = origin
        self._turn = threading.Lock()

    def refresh(self) -> Path:
        """Bring it up to date, and return its folder. Raises as `pull` does."""
        with self._turn:
            pull(self._url, self._directory, self._origin, prune=True)
        return self.folder

"""
The records of logs as one table of SQLite, to be asked in SQL.

It is made from the records and can be thrown away at any time; it proves nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from guardrails.errors import LogReadError, LogWriteError
from guardrails.ledger.query import FIELDS, Query, row, select
from guardrails.ledger.read import unread

COLUMNS = (*FIELDS, "file", "line")
"""Columns of the table `records`: those of a row, and where the record stands."""

_BATCH = 5000
_INDEXED = ("kind", "session", "time", "level", "rule")


def index(directory: Path, out: Path, progress: Callable[[int], None] | None = None) -> int:
    """
    Make *out* a database of every record under *directory*, and return how many there are.

    What stood there is replaced, and only once the new one is whole.

    Args:
        directory: One log or several.
        out: File of the database.
        progress: Called with the bytes of each record that was read.

    Raises:
        LogReadError: There is no log, or it cannot be read.
        LogWriteError: The database cannot be written, or what stands there is none.
    """
    draft = out.with_name(f"{out.name}.draft")
    try:
        if out.exists() and not out.read_bytes()[:16].startswith(b"SQLite format 3"):
            msg = f"{out}: is there already and is no database; it is not written over"
            raise LogWriteError(msg)
        draft.unlink(missing_ok=True)
        count = _written(draft, _rows(directory, progress))
        draft.replace(out)
    except sqlite3.Error as error:
        msg = f"{out}: the database cannot be written: {error}"
        raise LogWriteError(msg) from error
    except OSError as error:
        msg = f"{error.filename or out}: {error.strerror}"
        raise LogWriteError(msg) from error
    finally:
        if out.parent.is_dir():
            draft.unlink(missing_ok=True)
    return count


def _rows(
    directory: Path, progress: Callable[[int], None] | None
) -> Iterator[tuple[str | int | None, ...]]:
    for found in select(directory, Query(), progress):
        if found.record is None:
            msg = f"{unread(found)}; run candor log verify"
            raise LogReadError(msg)
        told = row(found)
        yield (*(told[name] for name in FIELDS), str(found.path), found.line)


def _written(path: Path, rows: Iterator[tuple[str | int | None, ...]]) -> int:
    database = sqlite3.connect(path, isolation_level=None)
    try:
        database.execute("PRAGMA journal_mode = OFF")  # it is thrown away if it fails
        database.execute("PRAGMA synchronous = OFF")
        database.execute(f"CREATE TABLE records ({', '.join(COLUMNS)})")
        marks = ", ".join("?" * len(COLUMNS))
        count = 0
        while batch := list(islice(rows, _BATCH)):
            database.execute("BEGIN")
            database.executemany(f"INSERT INTO records VALUES ({marks})", batch)  # noqa: S608
            database.execute("COMMIT")
            count += len(batch)
        for name in _INDEXED:
            database.execute(f"CREATE INDEX by_{name} ON records ({name})")
    finally:
        database.close()
    return count

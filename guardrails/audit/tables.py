"""
Records of logs as tables of DuckDB, which then can reach nothing else.

    records ─▶ rows as JSON lines in a folder of their own ─▶ tables ─▶ locked ─▶ questions

The tables lie in a temporary folder, not in memory, and are gone when they are closed. Once
they are filled, DuckDB may open no file, load no extension and change no setting, so that a
question can neither read nor write anything but them.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice, starmap
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import orjson

from guardrails.audit.schema import FILL, SCHEMA, STAGE, STAGED
from guardrails.errors import LogReadError, LogWriteError, QuestionError
from guardrails.held_texts import HELD, held_text
from guardrails.ledger.query import Query, row
from guardrails.ledger.read import Found
from guardrails.policy.vocabulary import RESOURCES_SLOT
from guardrails.replay.policies import Policies
from guardrails.replay.walk import walk

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MISSING: Final = (
    "questions are answered by DuckDB, which is not installed: "
    "pip install 'candor-guardrails[audit]'"
)
"""What whoever asks is told without it."""

_BATCH: Final = 50_000
_FETCHED: Final = 1_000
_LOCKED: Final = (
    "SET enable_external_access = false",
    "SET python_enable_replacements = false",
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET lock_configuration = true",
)


@dataclass(frozen=True, slots=True)
class Answer:
    """
    What a question came to.

    Attributes:
        columns: Their names, none twice.
        rows: As long as the tables are open; read once.
    """

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


@dataclass(slots=True)
class Tables:
    """
    The tables of some records. Made by `open_tables`.

    Attributes:
        missed: Lines that are no records: segment and number.
        unknown: Hashes of policies that turns name and that are not there.
    """

    _database: DuckDBPyConnection
    missed: list[tuple[Path, int]] = field(default_factory=list)
    unknown: set[str] = field(default_factory=set)

    def ask(self, sql: str, values: Sequence[Any] = ()) -> Answer:
        """
        Return the answer to *sql*, one SELECT.

        Raises:
            QuestionError: It is another statement, more than one or none, or has an error.
        """
        import duckdb

        try:
            statements = self._database.extract_statements(sql)
            if [one.type for one in statements] != [duckdb.StatementType.SELECT]:
                msg = "ask with one SELECT; nothing else is taken"
                raise QuestionError(msg)
            cursor = self._database.cursor().execute("BEGIN TRANSACTION READ ONLY")
            cursor.execute(statements[0], list(values) or None)
            return Answer(_names(cursor.description or ()), _rows(cursor))
        except duckdb.Error as error:
            raise QuestionError(_told(error)) from None


@contextmanager
def open_tables(
    directory: Path,
    query: Query | None = None,
    progress: Callable[[int], None] | None = None,
) -> Iterator[Tables]:
    """
    Give the records under *directory* as tables that can reach nothing but themselves.

    Args:
        directory: One log or several. Nothing in it is changed, and nothing is proved of it.
        query: Which records; all if None.
        progress: Called with the bytes of each record that was read.

    Raises:
        LogReadError: There is no log, it cannot be read, or DuckDB is not installed.
    """
    with _filled(directory, query, progress) as tables:
        for setting in _LOCKED:
            tables._database.execute(setting)  # noqa: SLF001
        yield tables


@contextmanager
def _filled(
    directory: Path, query: Query | None, progress: Callable[[int], None] | None
) -> Iterator[Tables]:
    """Give tables that are not yet locked; else as `open_tables`. For SQL of ours alone."""
    try:
        import duckdb
    except ImportError:
        raise LogReadError(MISSING) from None

    with tempfile.TemporaryDirectory(prefix="candor-") as name:
        folder = Path(name)
        database = duckdb.connect(folder / "tables.duckdb")
        try:
            database.execute("SET temp_directory = ?", [str(folder / "spilt")])
            database.execute("SET memory_limit = '1GB'")
            database.execute("SET preserve_insertion_order = true")
            database.execute(STAGE + SCHEMA)
            tables = Tables(database)
            books = _Books(tables, database, query or Query())
            _fill(database, filter(None, starmap(books.row, walk(directory, progress))), folder)
            yield tables
        finally:
            database.close()


def _fill(database: DuckDBPyConnection, rows: Iterator[bytes], folder: Path) -> None:
    staged = folder / "stage.jsonl"
    while batch := list(islice(rows, _BATCH)):
        staged.write_bytes(b"\n".join(batch))
        database.execute(STAGED, [str(staged)])
        for statement in FILL:
            database.execute(statement)
        database.execute("DELETE FROM stage")
    staged.unlink(missing_ok=True)


class _Books:
    """Turns lines into rows, and takes note of the policies that turns name."""

    def __init__(self, tables: Tables, database: DuckDBPyConnection, query: Query) -> None:
        self._tables = tables
        self._database = database
        self._query = query
        self._known: set[str] = set()

    def row(self, found: Found, policies: Policies) -> bytes | None:
        """
        Return one line for the stage, or None of a line that nobody asked for.

        Args:
            found: The line, of a log that brought *policies*.
            policies: Those up to there.
        """
        record = found.record
        if record is None:
            self._tables.missed.append((found.path, found.line))
            return None
        kind = record["kind"]
        if not self._query.takes(record):
            return None
        if kind == "turn_open":
            self._note(record.get("policy"), policies)
        told = row(found)
        head = {
            "log": told["log"],
            "kind": kind,
            "ts": record["ts"],
            "file": str(found.path),
            "line": found.line,
            "row": told,
        }
        return orjson.dumps(head)[:-1] + b',"record":' + found.data + b"}"

    def _note(self, named: object, policies: Policies) -> None:
        name = named.get("hash") if isinstance(named, dict) else None
        if not isinstance(name, str) or name in self._known:
            return
        policy = policies.get(name)
        if policy is None:
            self._tables.unknown.add(name)
            return
        self._known.add(name)
        self._tables.unknown.discard(name)
        held = {one: {"": held_text(one, "en")} for one in HELD}
        helplines = _helplines({**held, **policy.messages}, policy.again)
        told = [(name, one, one in helplines) for one in sorted({*HELD, *policy.messages})]
        self._database.executemany("INSERT INTO messages VALUES (?, ?, ?)", told)


def _helplines(
    messages: Mapping[str, Mapping[str, str]], again: Mapping[str, tuple[Mapping[str, str], ...]]
) -> frozenset[str]:
    """Return the ids of *messages* that name helplines, in any locale and wording."""
    return frozenset(
        name
        for name, texts in messages.items()
        if any(
            RESOURCES_SLOT in text
            for wording in (texts, *again.get(name, ()))
            for text in wording.values()
        )
    )


def write_parquet(
    directory: Path,
    table: str,
    out: Path,
    query: Query | None = None,
    progress: Callable[[int], None] | None = None,
) -> int:
    """
    Write one of `TABLES` into the new file *out*, and return how many lines were left out.

    Raises:
        LogReadError: There is no log, it cannot be read, or DuckDB is not installed.
        LogWriteError: The file cannot be written.
    """
    if out.exists():
        msg = f"{out} is there already"
        raise LogWriteError(msg)
    with _filled(directory, query, progress) as tables:
        import duckdb

        try:
            tables._database.table(table).write_parquet(str(out), compression="zstd")  # noqa: SLF001
        except duckdb.IOException:
            out.unlink(missing_ok=True)
            msg = f"{out}: cannot be written"
            raise LogWriteError(msg) from None
        return len(tables.missed)


def _names(description: Sequence[tuple[Any, ...]]) -> tuple[str, ...]:
    """Return the names of columns; one that comes again gets a number."""
    names: list[str] = []
    for told in description:
        name, again = str(told[0]), 1
        while name in names:
            again += 1
            name = f"{told[0]}_{again}"
        names.append(name)
    return tuple(names)


def _rows(cursor: DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    import duckdb

    try:
        while rows := cursor.fetchmany(_FETCHED):
            yield from rows
    except duckdb.Error as error:
        raise QuestionError(_told(error)) from None


def _told(error: Exception) -> str:
    return f"the question cannot be answered: {error}"

"""A decision log in a real PostgreSQL, and a connection to it that breaks on demand."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import pytest

from guardrails.errors import LogWriteError
from guardrails.ledger.checkpoints import read_notes
from guardrails.ledger.disk import segments
from guardrails.ledger.keys import LOG, SigningKey
from guardrails.ledger.notary import Signing
from guardrails.ledger.note import Checkpoint
from guardrails.ledger.postgres import PostgresLog
from guardrails.ledger.pull import pull
from guardrails.ledger.read import read_lines
from guardrails.ledger.tables import backend_of, tables_sql
from guardrails.storage.backend import Backend, Cursor
from tests.ledger.auditor import judge
from tests.postgres import Server

T = TypeVar("T")

KEY = SigningKey("local", LOG, bytes(range(32)))
PATIENT = 30.0  # seconds: a busy machine is no failure here


def _lost() -> LogWriteError:
    return LogWriteError("the connection is lost")


class Breaking:
    """
    A `Backend` whose next transactions break, as a connection does.

    Attributes:
        faults: What happens to the next transactions: `before` (never begun), `rolled-back`
            (done, and not committed), `after` (committed, and nobody hears of it), `twice` (the
            same, and the connection is made again and the work done once more), or `` (works).
    """

    def __init__(self, inner: Backend) -> None:
        self.inner = inner
        self.faults: list[str] = []

    def submit(self, work: Callable[[Cursor], T], **how: Any) -> Future[T]:
        fault = self.faults.pop(0) if self.faults else ""
        if fault == "before":
            raise _lost()
        if fault == "rolled-back":
            self._roll_back(work)
        if fault in {"after", "twice"}:
            self.inner.submit(work, **how).result()
            if fault == "after":
                raise _lost()
        return self.inner.submit(work, **how)

    def _roll_back(self, work: Callable[[Cursor], object]) -> None:
        def begun(db: Cursor) -> None:
            work(db)
            raise _lost()

        self.inner.submit(begun).result()

    def close(self) -> None:
        self.inner.close()


@dataclass
class Database:
    """A database with the tables of a log, and what may be done to it by whom."""

    server: Server
    made: list[PostgresLog] = field(default_factory=list)

    def url(self, role: str = "gateway") -> str:
        return self.server.url.replace("postgres:@", f"{role}:@")

    @property
    def owner(self) -> str:
        return self.server.url

    def run(self, statement: str) -> None:
        self.server.run(statement)

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        return self.server.rows(statement)

    def lines(self) -> list[bytes]:
        rows = self.rows("SELECT line FROM candor_log.records WHERE log = 'local' ORDER BY seq")
        return [bytes(line) for (line,) in rows]

    def load(self, folder: Path) -> None:
        """Put the log `local` that lies in *folder* into the tables, as its writer would have."""
        import psycopg

        add = "INSERT INTO candor_log.%s VALUES ('local', %%s, %%s)"
        lines = [line.data for _, path in segments(folder) for line in read_lines(path)]
        notes = read_notes(folder / "checkpoints")[0] if (folder / "checkpoints").exists() else []
        files = sorted((folder / "files").glob("*")) if (folder / "files").exists() else []
        with psycopg.connect(self.owner, autocommit=True) as connection, connection.cursor() as db:
            db.executemany(add % "records", [*enumerate(lines)])  # type: ignore[arg-type]
            told = [(Checkpoint.parse(data).size, data) for _, data in notes]
            db.executemany(add % "checkpoints", told)  # type: ignore[arg-type]
            kept = [(f"sha256:{path.name}", path.read_bytes()) for path in files]
            db.executemany(add % "files", kept)  # type: ignore[arg-type]

    def put(self, seq: int, line: bytes) -> None:
        self.run(f"UPDATE candor_log.records SET line = '\\x{line.hex()}' WHERE seq = {seq}")

    def log(self, key: SigningKey | None = KEY, *, each: int = 10, **how: Any) -> PostgresLog:
        signing = None if key is None else Signing(key, records=each, seconds=3600, pause=0)
        place = how.pop("place", self.url())
        made = PostgresLog(place, signing=signing, **{"write_limit": PATIENT, **how})
        self.made.append(made)
        return made

    def breaking(self) -> Breaking:
        return Breaking(backend_of(self.url()))

    def copy(self, directory: Path) -> Path:
        pull(self.url("auditor"), directory)
        return directory

    def judged(self, directory: Path, *keys: SigningKey, **known: Any) -> Any:
        """Return the verdict on a copy, once both verifiers agree."""
        return judge(self.copy(directory), *(key.verifier for key in keys), **known)


@pytest.fixture
def database(server: Server) -> Any:
    server.run("DROP SCHEMA IF EXISTS candor_log CASCADE")
    server.run("DROP SCHEMA IF EXISTS candor CASCADE")
    server.run("DROP SCHEMA IF EXISTS candor_evidence CASCADE")
    server.run(tables_sql("gateway", "auditor", "pruner", "detective"))
    made = Database(server)
    yield made
    for log in made.made:
        log.close()

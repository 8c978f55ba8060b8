import shutil
import sqlite3
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from guardrails.errors import SessionStoreError
from guardrails.findings import Level
from guardrails.sessions.habits import Habits
from guardrails.sessions.keyring import Keyring
from guardrails.sessions.schema import STEPS, migrate
from guardrails.sessions.sqlite import sqlite_sessions
from guardrails.storage.sqlite import SQLite
from tests.sessions.conftest import KEY

RELEASED = Path(__file__).parent / "released"
FILES = sorted(RELEASED.glob("schema-*.db"))


def test_there_is_a_file_of_every_schema_that_was_ever_written() -> None:
    assert [one.name for one in FILES] == [f"schema-{n + 1}.db" for n in range(len(STEPS))]


@pytest.mark.parametrize("released", FILES, ids=lambda path: path.name)
async def test_every_schema_that_was_ever_written_is_read(released: Path, tmp_path: Path) -> None:
    shutil.copy(released, tmp_path / "sessions.db")
    forever = Habits(idle=1e12)
    store = sqlite_sessions(tmp_path / "sessions.db", Keyring.of(KEY), habits=forever)
    async with store.hold("conversation") as session:
        assert session.opened
        assert session.state.level is Level.HIGH
        assert session.state.risk.need == "crisis.suicide"
        assert session.state.said == {"crisis-high": 1}
        assert session.state.alarms == {"desk:high": 1_800_000_000}
        assert session.state.disclosed_at == 1_800_000_000
        assert session.vault.tail == "I live in Leeds with Priya"
        assert session.vault.question == "Who lives with me?"
        assert session.vault.pseudonyms.restore("<PERSON_1>") == "Priya"
        mark = session.vault.mark(b"a message")
        assert await session.vault.recall(mark) == b"what was found"
    assert len(await store.forget_subject("person")) == 1
    await store.aclose()


def _migrated(path: Path, steps: Sequence[Sequence[str]]) -> bytes:
    backend = SQLite(path)
    try:
        return backend.submit(
            partial(migrate, make_names=lambda: b"names", steps=steps), alone=True
        ).result(10)
    finally:
        backend.close()


def test_an_older_schema_is_brought_up_to_date_step_by_step_and_once(tmp_path: Path) -> None:
    path = tmp_path / "sessions.db"
    older = [["CREATE TABLE one (value {bytes})"]]
    newer = [*older, ["ALTER TABLE one ADD COLUMN more {whole}"], ["CREATE TABLE two (a TEXT)"]]

    for steps in ([], older, newer, newer):
        assert _migrated(path, steps) == b"names"

    with sqlite3.connect(path) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(one)")]
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    connection.close()
    assert columns == ["value", "more"]
    assert "two" in tables


def test_a_step_that_fails_leaves_the_older_schema_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "sessions.db"
    older = [["CREATE TABLE one (value {bytes})"]]
    _migrated(path, older)

    with pytest.raises(SessionStoreError):
        _migrated(path, [*older, ["CREATE TABLE two (a TEXT)", "no statement at all"]])

    with sqlite3.connect(path) as connection:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    connection.close()
    assert "two" not in tables
    assert _migrated(path, older) == b"names"


def test_tables_of_a_newer_version_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "sessions.db"
    _migrated(path, [["CREATE TABLE one (value {bytes})"], []])

    with pytest.raises(SessionStoreError, match=r"schema 2.*up to 1"):
        _migrated(path, [["CREATE TABLE one (value {bytes})"]])

"""What holds of sessions in a file: what stands in it, and what clocks and other programs do."""

import asyncio
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from guardrails.errors import SessionKeyError, SessionStoreError
from guardrails.sessions.habits import Habits
from guardrails.sessions.keyring import Keyring
from guardrails.sessions.sqlite import sqlite_sessions
from guardrails.sessions.state import State
from guardrails.sessions.stored import StoredSessions
from guardrails.storage.backend import Cursor
from guardrails.storage.sqlite import SQLite
from tests.sessions.conftest import KEY

WORDS = ("my sister Priya Raghunathan", "where does she live?", "conversation-77", "person-12")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sessions.db"


def opened(path: Path, **fields: Any) -> StoredSessions:
    return sqlite_sessions(path, Keyring.of(KEY), **fields)


async def fill(store: StoredSessions, name: str = WORDS[2]) -> None:
    for n in range(5):
        async with store.hold(name, subject_id=WORDS[3]) as session:
            session.vault.tail, session.vault.question = WORDS[:2]
            session.vault.pseudonyms.token("person", "Priya Raghunathan")
            session.vault.remember(session.vault.mark(b"%d" % n), b"said: " + WORDS[0].encode())
            session.state = State(turn=n)


async def test_no_word_and_no_name_stands_in_the_file(
    path: Path, bytes_in: Callable[[], bytes]
) -> None:
    store = opened(path)
    await fill(store)
    assert path.with_name("sessions.db-wal").stat().st_size > 0
    during = bytes_in()
    await store.aclose()

    for text in (*WORDS, "Priya", "said:"):
        assert text.encode() not in during + bytes_in()


def _rows(path: Path) -> list[bytes]:
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT name, subject, session_key, vault FROM session")
        found = [one for row in rows.fetchall() for one in row]
        found += [row[0].encode() for row in connection.execute("SELECT ref FROM session")]
        seen = connection.execute("SELECT mark, value FROM seen").fetchall()
        found += [one for row in seen for one in row]
    connection.close()
    return found


@pytest.mark.parametrize("how", ["forget", "subject", "erase", "idle"])
async def test_what_is_forgotten_is_found_nowhere_in_the_files(
    path: Path, bytes_in: Callable[[], bytes], how: str
) -> None:
    time = [1_800_000_000.0]
    store = opened(path, wall=lambda: time[0], habits=Habits(idle=100))
    await fill(store)
    gone = _rows(path)
    assert len(gone) == 15
    time[0] += 99
    await fill(store, "another")
    before = bytes_in()
    assert all(one in before for one in gone)

    if how == "forget":
        await store.forget(WORDS[2])
    elif how == "subject":
        await store.forget_subject(WORDS[3], but="another")
    elif how == "erase":
        async with store.hold(WORDS[2]) as session:
            await session.erase()
    else:
        time[0] += 2
        assert await store.sweep() == 1

    after = bytes_in()
    found = [one for one in gone if one in after and one != gone[1]]  # the person's has another
    assert found == []
    assert len(_rows(path)) == 15
    await store.aclose()


async def test_what_a_reader_keeps_from_being_wiped_is_wiped_with_the_next_change(
    path: Path, bytes_in: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guardrails.storage.sqlite._PATIENCE", 0.05)
    store = opened(path)
    await fill(store)
    [_, _, key, *_] = _rows(path)
    with sqlite3.connect(path) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM session").fetchall()
        await store.forget(WORDS[2])
        assert key in bytes_in()
    reader.close()
    await store.forget("nobody")
    assert key not in bytes_in()
    await store.aclose()


async def test_nobody_else_may_read_the_file(path: Path) -> None:
    store = opened(path)
    await fill(store)
    for one in (path, path.with_name("sessions.db-wal")):
        assert stat.S_IMODE(one.stat().st_mode) == 0o600
    await store.aclose()


async def test_bytes_that_were_changed_or_moved_do_not_open(path: Path) -> None:
    store = opened(path)
    await fill(store, "a")
    await fill(store, "b")
    await store.aclose()
    with sqlite3.connect(path) as connection:
        [one, other] = [row[0] for row in connection.execute("SELECT ref FROM session")]
        connection.execute(
            "UPDATE session SET vault = (SELECT vault FROM session WHERE ref = ?) WHERE ref = ?",
            (one, other),
        )
        connection.execute("UPDATE seen SET value = zeroblob(60)")
    connection.close()

    store = opened(path)
    with pytest.raises(SessionKeyError, match="does not open"):
        for name in ("a", "b"):
            async with store.hold(name) as session:
                assert await session.vault.recall(session.vault.mark(b"1")) is None
    await store.aclose()


async def test_a_file_that_was_taken_away_is_begun_anew(path: Path) -> None:
    store = opened(path)
    await fill(store, "a")
    for one in path.parent.iterdir():
        one.unlink()
    with pytest.raises(SessionStoreError, match="SQLITE_ERROR"):
        await fill(store, "a")
    assert await _turn(store) == 1
    await store.aclose()


async def test_a_clock_that_jumps_neither_frees_a_session_nor_holds_it(path: Path) -> None:
    wall, clock = [1_800_000_000.0], [500.0]

    def store() -> StoredSessions:
        return opened(path, wall=lambda: wall[0], clock=lambda: clock[0])

    one, other = store(), store()
    for jump in (-400 * 86_400, 20 * 86_400, -3600):
        async with one.hold("a") as session:
            wall[0] += jump
            waiting = asyncio.create_task(_turn(other))
            await asyncio.sleep(0.05)
            assert not waiting.done()
            before = session.state.turn
        assert await asyncio.wait_for(waiting, 5) == before + 1
    await one.aclose()
    await other.aclose()


async def test_a_session_that_is_used_after_the_clock_was_put_back_is_still_there(
    path: Path,
) -> None:
    wall = [1_800_000_000.0]
    store = opened(path, wall=lambda: wall[0], habits=Habits(idle=100))
    await _turn(store)
    wall[0] -= 10 * 86_400
    assert await _turn(store) == 2
    assert await store.sweep() == 0
    wall[0] += 101
    assert await store.sweep() == 1
    await store.aclose()


async def test_a_lease_from_before_the_machine_was_started_anew_is_dead(path: Path) -> None:
    crashed = opened(path, clock=lambda: 1_000_000.0)
    hold = crashed.hold("a")
    await hold.__aenter__()

    store = opened(path, clock=lambda: 10.0, habits=Habits(lease=0.3))
    async with asyncio.timeout(5):
        assert await _turn(store) == 1
    await store.aclose()
    await crashed.aclose()


def blocked(backend: SQLite) -> Event:
    """Keep the backend's thread busy until the event is set."""
    go_on = Event()
    backend.submit(lambda _: go_on.wait(10))
    return go_on


def test_of_transactions_that_are_committed_together_one_that_fails_is_undone_alone(
    path: Path,
) -> None:
    backend = SQLite(path)
    backend.submit(lambda db: db.run("CREATE TABLE t (n INTEGER PRIMARY KEY)", {})).result(10)

    def insert(*numbers: int) -> Any:
        def work(db: Cursor) -> int:
            for n in numbers:
                db.run("INSERT INTO t VALUES (:n)", {"n": n})
            return numbers[-1]

        return work

    def wrong(db: Cursor) -> None:
        db.run("INSERT INTO t VALUES (9)", {})
        raise ZeroDivisionError

    go_on = blocked(backend)
    jobs = [backend.submit(one) for one in (insert(1), insert(2, 1), wrong, insert(3))]
    cancelled = backend.submit(insert(4))
    assert cancelled.cancel()
    go_on.set()

    assert (jobs[0].result(10), jobs[3].result(10)) == (1, 3)
    assert isinstance(jobs[1].exception(10), SessionStoreError)
    assert "CONSTRAINT" in str(jobs[1].exception())
    assert isinstance(jobs[2].exception(10), ZeroDivisionError)
    rows = backend.submit(lambda db: db.run("SELECT n FROM t ORDER BY n", {})).result(10)
    assert rows == [(1,), (3,)]
    backend.close()


def test_everything_that_was_submitted_is_done_before_a_store_is_closed(path: Path) -> None:
    backend = SQLite(path)
    go_on = blocked(backend)
    jobs = [backend.submit(lambda _, n=n: n) for n in range(200)]
    closing = Thread(target=backend.close)
    closing.start()
    go_on.set()
    closing.join(10)

    assert [job.result(1) for job in jobs] == list(range(200))
    with pytest.raises(SessionStoreError, match="closed"):
        backend.submit(lambda _: None)


def test_a_store_that_was_never_used_is_closed_too(path: Path) -> None:
    SQLite(path).close()
    assert not path.exists()


def test_a_file_that_another_program_has_locked_is_told_and_waited_for_next_time(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guardrails.storage.sqlite._PATIENCE", 0.05)
    backend = SQLite(path)
    backend.submit(lambda db: db.run("CREATE TABLE t (n INTEGER)", {})).result(10)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    jobs = [backend.submit(lambda db: db.run("SELECT 1", {})) for _ in range(3)]
    assert all("SQLITE_BUSY" in str(job.exception(10)) for job in jobs)
    other.execute("ROLLBACK")
    other.close()
    assert backend.submit(lambda db: db.run("SELECT 1", {})).result(10) == [(1,)]
    backend.close()


def test_a_file_that_is_no_database_is_told(path: Path) -> None:
    path.write_bytes(b"this is a letter, and no database" * 100)
    backend = SQLite(path)
    error = backend.submit(lambda db: db.run("SELECT 1", {})).exception(10)
    backend.close()
    assert isinstance(error, SessionStoreError)
    assert "SQLITE_NOTADB" in str(error)


async def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    store = opened(tmp_path / "missing" / "sessions.db")
    with pytest.raises(SessionStoreError, match=r"FileNotFoundError.*sessions\.db"):
        await _turn(store)
    await store.aclose()


async def _turn(store: StoredSessions) -> int:
    async with store.hold("a") as session:
        session.state = State(turn=session.state.turn + 1)
        return session.state.turn

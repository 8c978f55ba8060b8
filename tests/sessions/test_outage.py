"""The database is gone for a while: what holds meanwhile, and that it recovers by itself."""

import asyncio
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from guardrails.errors import SessionLostError, SessionStoreError
from guardrails.events import Blocked, Done, Escalated, Replaced
from guardrails.ledger.memory import MemoryLog
from guardrails.models.scripted import ScriptedModel
from guardrails.sessions.state import State
from guardrails.sessions.stored import StoredSessions
from tests.guards import Desk, events_of, guard, kinds, say, text_of
from tests.sessions.conftest import Place

DANGER = "I cannot go on at all"


@dataclass
class Outage:
    """A database that can be taken away and brought back."""

    place: Place
    begin: Callable[[], None]
    end: Callable[[], None]


@pytest.fixture
def outage(place: Place, request: pytest.FixtureRequest) -> Iterator[Outage]:
    if place.kind == "postgres":
        server = request.getfixturevalue("server")
        gone = Outage(place, server.stop, server.start)
    else:
        path = Path(place.address)
        away = path.with_name("away")

        def begin() -> None:
            path.rename(away)
            path.mkdir()

        def end() -> None:
            path.rmdir()
            away.rename(path)

        gone = Outage(place, begin, end)
    state = [False]
    begin, end = gone.begin, gone.end

    def started() -> None:
        begin()
        state[0] = True

    def ended() -> None:
        end()
        state[0] = False

    gone.begin, gone.end = started, ended
    yield gone
    if state[0]:
        gone.end()


async def recovered(store: StoredSessions, name: str = "a") -> State:
    """Return the state of the session once it can be had again, within ten seconds."""
    async with asyncio.timeout(10):
        while True:
            try:
                async with store.hold(name) as session:
                    return session.state
            except SessionStoreError:
                await asyncio.sleep(0.1)


async def test_a_turn_that_ends_while_the_database_is_gone_is_kept_when_it_is_back(
    outage: Outage,
) -> None:
    store = outage.place.store(lease=1)
    async with store.hold("a") as session:
        session.state = State(turn=1)
    async with store.hold("a") as session:
        outage.begin()
        session.state = State(turn=2)
        session.vault.tail = "during"
        session.vault.remember(session.vault.mark(b"m"), b"seen")
    assert store.unkept == 1
    for name in ("a", "b"):
        with pytest.raises(SessionStoreError, match="cannot be used"):
            async with store.hold(name):
                pass
    outage.end()

    assert (await recovered(store)).turn == 2
    assert store.unkept == 0
    async with outage.place.store().hold("a") as session:
        assert session.vault.tail == "during"
        assert await session.vault.recall(session.vault.mark(b"m")) == b"seen"


async def test_what_could_not_be_kept_is_kept_although_nobody_asks(outage: Outage) -> None:
    store = outage.place.store(lease=0.3)
    async with store.hold("a") as session:
        outage.begin()
        session.state = State(turn=7)
    outage.end()
    for _ in range(200):
        await asyncio.sleep(0.05)
        if not store.unkept:
            break
    async with outage.place.store().hold("a") as session:
        assert session.state.turn == 7


async def test_a_turn_of_another_process_in_the_meantime_is_never_overwritten(
    outage: Outage,
) -> None:
    store, other = outage.place.store(lease=60), outage.place.store(lease=0.2)
    async with store.hold("a") as session:
        outage.begin()
        session.state = State(turn=7)
    outage.end()
    # The other one sees a lease that is not renewed, and takes the session.
    store._unkept.retry = lambda: None  # type: ignore[method-assign]
    assert (await recovered(other)).turn == 0
    del store._unkept.retry
    for _ in range(200):
        store._unkept.retry()
        if not store.unkept:
            break
        await asyncio.sleep(0.05)
    assert (store.unkept, store.lost) == (0, 1)
    assert (await recovered(store)).turn == 0


async def test_a_closed_store_keeps_what_it_still_can(outage: Outage) -> None:
    store = outage.place.store()
    async with store.hold("a") as session:
        outage.begin()
        session.state = State(turn=3)
    outage.end()
    await asyncio.sleep(1.1 if outage.place.kind == "postgres" else 0)
    await store.aclose()
    assert store.unkept == 0
    assert (await recovered(outage.place.store(lease=0.2))).turn == 3


async def test_without_its_sessions_a_guard_hears_a_person_in_need_and_asks_no_model(
    outage: Outage,
) -> None:
    store, log, desk = outage.place.store(), MemoryLog(), Desk()
    async with guard(sessions=store, log=log, channels={"desk": desk}) as guarded:
        assert text_of(await say(guarded, "Hello", "Fine."))
        outage.begin()
        model = ScriptedModel(["This must not go out."] * 3)

        async def asked(message: str) -> list:
            return await events_of(guarded.stream(model, message, session_id="s"))

        plain = await asked("How are you?")
        danger = await asked(DANGER)
        again = await asked(DANGER)
        outage.end()
        await recovered(store, "s")
        after = await say(guarded, "I am back", "Good.")
        await guarded._turns.drain()

    assert model.requests == []
    assert kinds(plain) == ["Blocked", "Done"]
    assert isinstance(plain[0], Blocked)
    assert plain[0].rule == "failure.sessions"
    assert isinstance(plain[-1], Done)
    assert plain[-1].failed == "SessionStoreError"
    assert any(isinstance(one, Escalated) for one in danger)
    assert any(isinstance(one, Replaced) for one in danger)
    assert not any(isinstance(one, Escalated) for one in again)
    assert len(desk.notices) == 1
    assert [one["name"] for one in log.of("failure")] == ["SessionStoreError"] * 3
    assert [one["end"] for one in log.of("turn_close")][1:4] == ["no-session"] * 3
    assert "Good." in text_of(after)
    async with store.hold("s") as session:
        assert session.state.watched  # what was heard meanwhile is not lost


async def test_a_lost_turn_is_an_error_after_its_events(outage: Outage) -> None:
    store, other = outage.place.store(lease=0.2), outage.place.store(lease=0.2)
    store._keeper.begin = lambda: None  # type: ignore[method-assign]
    seen: list = []
    async with guard(sessions=store) as guarded:
        with pytest.raises(SessionLostError):
            async for event in guarded.stream(ScriptedModel(["Fine."]), "Hello", session_id="a"):
                seen.append(event)
                if isinstance(event, Done):
                    async with other.hold("a"):
                        pass
    assert isinstance(seen[-1], Done)


async def test_a_message_that_cannot_be_recalled_is_looked_at_again(outage: Outage) -> None:
    store = outage.place.store()
    async with store.hold("a") as session:
        session.vault.remember(session.vault.mark(b"m"), b"seen")
    async with store.hold("a") as session:
        outage.begin()
        assert await session.vault.recall(session.vault.mark(b"m")) is None
    outage.end()
    assert await recovered(store) == State()


async def test_an_erasure_that_cannot_be_done_is_an_error_and_changes_nothing(
    outage: Outage,
) -> None:
    store = outage.place.store()
    async with store.hold("a") as session:
        session.vault.tail = "still here"
        outage.begin()
        with pytest.raises(SessionStoreError):
            await session.erase()
        assert session.vault.tail == "still here"
        assert not session.erased
    outage.end()
    await recovered(store)
    async with store.hold("a") as session:
        assert session.vault.tail == "still here"


def test_a_process_that_ends_with_an_open_store_ends_quietly() -> None:
    from guardrails.storage.postgres import Postgres

    backend = Postgres("postgresql://u@127.0.0.1:1/none", connections=1)
    backend._threads.shutdown()  # as the interpreter does when it ends
    with pytest.raises(SessionStoreError, match="closed"):
        backend.submit(lambda db: db.run("SELECT 1", {}))


def test_the_password_of_a_database_stands_in_no_error() -> None:
    from guardrails.storage.postgres import Postgres

    backend = Postgres("postgresql://u:sesame@127.0.0.1:1/none", connections=1)
    error = backend.submit(lambda db: db.run("SELECT 1", {})).exception(10)
    backend.close()
    assert isinstance(error, SessionStoreError)
    assert "sesame" not in f"{error!r} {error.__cause__!r} {error}"
    assert os.environ.get("PGPASSWORD") is None

"""A conversation that nobody uses any more goes with its keys, and the log says that it is over."""

import asyncio

import pytest

from guardrails.ledger.memory import MemoryLog
from guardrails.sessions.base import Ended
from guardrails.sessions.memory import MemorySessions
from guardrails.sessions.state import State
from tests.guards import guard, say
from tests.sessions.conftest import Place


async def test_a_session_that_idles_out_is_told_once_and_only_if_it_had_turns(
    place: Place,
) -> None:
    store = place.store(idle=0.3)
    async with store.hold("a") as session:
        session.opened, session.state, ref = True, State(turn=3), session.ref
    async with store.hold("b"):
        pass
    assert store.ended() == []
    await asyncio.sleep(0.35)
    assert await store.sweep() == 2
    assert store.ended() == [Ended(ref, 3)]
    assert store.ended() == []


async def test_one_that_comes_back_too_late_is_over_and_begins_anew(place: Place) -> None:
    store = place.store(idle=0.2)
    async with store.hold("a") as session:
        session.opened, session.state, ref = True, State(turn=1), session.ref
        key = session.vault.key
    await asyncio.sleep(0.25)
    async with store.hold("a") as session:
        assert not session.opened
        assert session.vault.key != key
    assert store.ended() == [Ended(ref, 1)]


async def test_what_a_store_forgets_by_itself_is_told_too(place: Place) -> None:
    store = place.store(idle=0.1, sweep=0.05, lease=0.1)
    async with store.hold("a") as session:
        session.opened = True
    ended: list[Ended] = []
    async with asyncio.timeout(20):
        while not ended:
            await asyncio.sleep(0.05)
            ended += store.ended()
    assert ended == [Ended(session.ref, 0)]


async def test_what_is_forgotten_at_a_wish_is_not_told_as_idle(place: Place) -> None:
    store = place.store()
    async with store.hold("a", subject_id="p") as session:
        session.opened = True
    assert await store.forget("a")
    assert store.ended() == []


async def test_the_log_says_that_a_conversation_is_over_with_the_next_turn_of_any() -> None:
    now = [0.0]
    store, log = MemorySessions(idle=60, clock=lambda: now[0]), MemoryLog()
    async with guard(sessions=store, log=log) as guarded:
        await say(guarded, "Hello", session_id="a")
        await say(guarded, "Hello again", session_id="a")
        [opened] = log.of("session_open")
        now[0] = 61.0
        await say(guarded, "Hello", session_id="b")
        await say(guarded, "Hello", session_id="c")
        await guarded._turns.drain()
        assert log.of("session_close")[0]["session"] == opened["session"]
        assert [one["turns"] for one in log.of("session_close")] == [2]


async def test_an_end_that_the_log_could_not_take_is_recorded_later() -> None:
    now = [0.0]
    store, log = MemorySessions(idle=60, clock=lambda: now[0]), MemoryLog()
    async with guard(sessions=store, log=log) as guarded:
        await say(guarded, "Hello", session_id="a")
        await say(guarded, "Hello", session_id="b")
        now[0] = 61.0
        log.failing = True
        await say(guarded, "Hello", session_id="c")
        await guarded._turns._alarms.drain()
        assert log.of("session_close") == []
        log.failing = False
    assert len(log.of("session_close")) == 2


@pytest.mark.parametrize("closed", [False, True])
async def test_a_service_that_ends_records_what_ended(closed: bool) -> None:
    now = [0.0]
    store, log = MemorySessions(idle=60, clock=lambda: now[0]), MemoryLog()
    guarded = guard(sessions=store, log=log)
    await say(guarded, "Hello", session_id="a")
    now[0] = 61.0
    async with store.hold("other"), store.hold("another"):
        pass
    if closed:
        guarded.close()
    await guarded._turns.drain()
    assert len(log.of("session_close")) == (0 if closed else 1)
    await guarded.aclose()

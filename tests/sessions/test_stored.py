"""What holds of a store of sessions, on SQLite and on PostgreSQL alike."""

import asyncio
import threading
from dataclasses import replace

import pytest

from guardrails.erasure import Whose
from guardrails.errors import SessionBusyError, SessionKeyError, SessionStoreError
from guardrails.findings import Level
from guardrails.risk import Risk, Step
from guardrails.sessions.base import REMEMBERED
from guardrails.sessions.keyring import new_key
from guardrails.sessions.state import State
from guardrails.sessions.table import Change
from guardrails.storage.backend import Cursor
from guardrails.taxonomy import Subject
from tests.sessions.conftest import KEY, Place

WORDS = "My sister is called Priya Raghunathan"


async def test_what_a_turn_leaves_behind_is_there_for_the_next_process(place: Place) -> None:
    one, other = place.store(), place.store()
    risk = Risk(7000, 4000, None, Level.HIGH, "crisis.suicide", Subject.OTHER, 1)
    state = State(
        turn=3,
        risk=risk,
        disclosed_turn=1,
        disclosed_at=77,
        said={"crisis-high": 2},
        alarms={"desk:high": 99},
        last_record=("web-1", "id-1"),
    )
    async with one.hold("a", subject_id="u") as session:
        ref, key = session.ref, session.vault.key
        session.state = state
        session.opened = True
        session.vault.tail = session.vault.question = WORDS
        token = session.vault.pseudonyms.token("person", "Priya Raghunathan")
        session.vault.remember(session.vault.mark(b"m"), b"seen")

    async with other.hold("a") as again:
        assert (again.ref, again.state, again.opened) == (ref, state, True)
        assert (again.vault.key, again.vault.tail, again.vault.question) == (key, WORDS, WORDS)
        assert again.vault.pseudonyms.restore(token) == "Priya Raghunathan"
        assert await again.vault.recall(again.vault.mark(b"m")) == b"seen"
        assert await again.vault.recall(again.vault.mark(b"n")) is None


async def test_a_new_session_is_unlike_every_other(place: Place) -> None:
    store = place.store()
    async with store.hold("a") as one, store.hold("b") as other:
        assert one.ref != other.ref
        assert one.vault.key != other.vault.key
        assert one.state == State()
    assert await store.counted() == (2, 0)


async def test_turns_of_one_process_are_taken_in_the_order_in_which_they_asked(
    place: Place,
) -> None:
    store = place.store()
    order: list[int] = []

    async def turn(n: int) -> None:
        async with store.hold("a") as session:
            order.append(n)
            session.state = replace(session.state, turn=session.state.turn + 1)

    await asyncio.gather(*(turn(n) for n in range(20)))

    assert order == list(range(20))
    async with store.hold("a") as session:
        assert session.state.turn == 20


async def test_a_turn_waits_for_that_of_another_process(place: Place) -> None:
    one, other = place.store(), place.store()
    async with one.hold("a"):
        waiting = asyncio.create_task(_turn(other))
        await asyncio.sleep(0.1)
        assert not waiting.done()
    await asyncio.wait_for(waiting, 5)


async def test_a_turn_that_waits_too_long_for_another_process_gets_a_clear_error(
    place: Place,
) -> None:
    one, other = place.store(), place.store(wait=0.1)
    async with one.hold("a"):
        with pytest.raises(SessionBusyError):
            await _turn(other)
    await _turn(other)


async def test_a_turn_that_is_cancelled_while_it_waits_leaves_nothing_behind(
    place: Place,
) -> None:
    one, other = place.store(), place.store()
    async with one.hold("a"):
        waiting = asyncio.create_task(_turn(other))
        await asyncio.sleep(0.05)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
    async with asyncio.timeout(5), one.hold("a"), other.hold("b"):
        pass
    await _turn(other)


async def test_a_turn_that_fails_or_is_cancelled_keeps_what_it_changed(place: Place) -> None:
    store = place.store()
    inside = asyncio.Event()

    async def stuck() -> None:
        async with store.hold("a") as session:
            session.state = State(turn=1)
            inside.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(stuck())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    with pytest.raises(ZeroDivisionError):
        async with store.hold("a") as session:
            assert session.state.turn == 1
            session.state = State(turn=2)
            raise ZeroDivisionError
    async with store.hold("a") as session:
        assert session.state.turn == 2


async def test_turns_on_two_event_loops_wait_for_each_other(place: Place) -> None:
    store = place.store()
    entered, leave = threading.Event(), threading.Event()

    async def elsewhere() -> None:
        async with store.hold("a"):
            entered.set()
            await asyncio.to_thread(leave.wait)

    thread = threading.Thread(target=lambda: asyncio.run(elsewhere()))
    thread.start()
    await asyncio.to_thread(entered.wait)
    mine = asyncio.create_task(_turn(store))
    await asyncio.sleep(0.05)
    assert not mine.done()
    leave.set()
    await asyncio.wait_for(mine, 5)
    thread.join()


async def test_a_forgotten_session_begins_anew(place: Place) -> None:
    store = place.store()
    async with store.hold("a") as session:
        ref, key = session.ref, session.vault.key
        session.vault.remember(session.vault.mark(b"m"), b"seen")

    assert await store.forget("a")
    assert not await store.forget("a")

    async with store.hold("a") as again:
        assert again.ref != ref
        assert again.vault.key != key
    assert await store.counted() == (1, 0)


async def test_a_session_that_is_forgotten_while_it_is_held_is_not_kept(place: Place) -> None:
    store = place.store()
    async with store.hold("a") as session:
        session.state = State(turn=5)
        assert await store.forget("a")
    assert await store.counted() == (0, 0)


async def test_all_sessions_of_a_person_are_forgotten_and_no_others(place: Place) -> None:
    store = place.store()
    for name, subject in (("a", "u"), ("b", "u"), ("c", "v"), ("d", None), ("e", "u")):
        async with store.hold(name, subject_id=subject):
            pass

    assert len(await store.forget_subject("u", but="e")) == 2
    assert await store.counted() == (3, 0)
    assert len(await store.forget_subject("u")) == 1


async def test_all_that_is_a_persons_or_one_conversation_is_erased(place: Place) -> None:
    store = place.store()
    refs = {}
    for name, subject in (("a", "u"), ("b", "u"), ("c", "v")):
        async with store.hold(name, subject_id=subject) as session:
            refs[name] = session.ref

    assert await store.erase(Whose(subject_id="u")) == {refs["a"], refs["b"]}
    assert await store.erase(Whose(subject_id="u")) == frozenset()
    assert await store.erase(Whose(session_id="nobody")) == frozenset()
    assert await store.counted() == (1, 0)
    assert await store.erase(Whose(session_id="c")) == {refs["c"]}
    assert await store.counted() == (0, 0)


@pytest.mark.parametrize("same", [True, False])
async def test_a_turn_under_way_is_waited_for_before_its_session_is_erased(
    place: Place, same: bool
) -> None:
    store = place.store()
    other = store if same else place.store()
    async with store.hold("a", subject_id="u") as session:
        session.vault.tail = "words"
        erasing = asyncio.ensure_future(other.erase(Whose(subject_id="u")))
        await asyncio.sleep(0.05)
        assert not erasing.done()
    assert await erasing == {session.ref}
    assert await store.counted() == (0, 0)


async def test_the_person_of_a_session_may_be_told_later_and_stays(place: Place) -> None:
    store = place.store()
    for subject in (None, "u", None):
        async with store.hold("a", subject_id=subject):
            pass
    assert len(await store.forget_subject("u")) == 1


async def test_an_erased_session_is_gone_at_once_and_for_good(place: Place) -> None:
    store, other = place.store(), place.store()
    async with store.hold("a") as session:
        ref = session.ref
        session.vault.tail = WORDS
    async with store.hold("a") as session:
        await session.erase()
        assert await other.counted() == (0, 0)
        assert session.vault.tail == ""
        session.vault.remember(session.vault.mark(b"m"), b"seen")
    assert await other.counted() == (0, 0)
    async with other.hold("a") as again:
        assert again.ref != ref


async def test_of_an_erased_session_a_crisis_flag_stays(place: Place) -> None:
    store, other = place.store(), place.store()
    async with store.hold("a", subject_id="u") as session:
        ref = session.ref
        session.vault.tail = WORDS
        session.state = session.state.after(Step(Level.HIGH, 5), ["hello"]).alarmed("x:high", 5)
    async with store.hold("a") as session:
        await session.erase()
    async with other.hold("a") as again:
        assert again.ref == ref
        assert again.state.watched
        assert (again.state.said, again.state.alarms) == ({}, {"x:high": 5})
        assert (again.vault.tail, len(again.vault.pseudonyms)) == ("", 0)


async def test_an_idle_session_is_forgotten_with_its_keys(place: Place) -> None:
    store = place.store(idle=0.2)
    async with store.hold("a") as session:
        key = session.vault.key
    await asyncio.sleep(0.3)
    async with store.hold("a") as again:
        assert again.vault.key != key
    async with store.hold("b"):
        await asyncio.sleep(0.3)
        assert await store.sweep() == 1
    assert await store.counted() == (1, 0)


async def test_another_key_opens_nothing_and_says_so(place: Place) -> None:
    await _turn(place.store())
    stranger = place.store(new_key(lambda n: b"x" * n))

    with pytest.raises(SessionKeyError, match="behind the one of today"):
        await _turn(stranger)


async def test_a_new_key_in_front_opens_what_the_old_one_locked(place: Place) -> None:
    async with place.store().hold("a") as session:
        session.vault.tail = WORDS
    both = place.store(f"{new_key(lambda n: b'x' * n)}\n{KEY}")

    async with both.hold("a") as session:
        assert session.vault.tail == WORDS
    assert (await both.counted())[0] == 1


async def test_after_a_change_of_keys_the_old_one_opens_nothing_and_is_not_needed(
    place: Place,
) -> None:
    store = place.store()
    for n in range(3):
        async with store.hold(f"s{n}") as session:
            session.vault.tail = f"words {n}"
    fresh = new_key(lambda n: b"x" * n)
    both = place.store(f"{fresh}\n{KEY}")

    async with both.hold("s0"):
        assert await both.rekey() == 3
    assert await both.rekey() == 0

    alone = place.store(fresh)
    for n in range(3):
        async with alone.hold(f"s{n}") as session:
            assert session.vault.tail == f"words {n}"
    with pytest.raises(SessionKeyError):
        await _turn(place.store())


async def test_only_so_many_messages_are_recognised(place: Place) -> None:
    store = place.store()
    for first in (0, REMEMBERED // 2, REMEMBERED):
        async with store.hold("a") as session:
            for n in range(first, first + REMEMBERED // 2 + 10):
                session.vault.remember(session.vault.mark(b"%d" % n), b"%d" % n)
    async with store.hold("a") as session:
        marks = [session.vault.mark(b"%d" % n) for n in range(REMEMBERED * 2)]
        await session.vault.expect(marks)
        known = [n for n, mark in enumerate(marks) if await session.vault.recall(mark)]
    assert known[-1] == REMEMBERED * 3 // 2 + 9
    assert len(known) <= REMEMBERED


async def test_a_session_that_cannot_be_opened_is_let_go(place: Place) -> None:
    store = place.store()
    await _turn(store)

    def spoil(db: Cursor) -> None:
        db.run("UPDATE session SET state = :state", {"state": "{"})

    store._database.backend.submit(spoil).result(10)
    for _ in range(2):
        with pytest.raises(SessionStoreError, match="cannot be read"):
            await _turn(store)
    assert await _freed(store) == (1, 0)
    assert await store.forget("a")
    await _turn(store)


async def test_what_a_cancelled_turn_had_just_taken_is_put_down(place: Place) -> None:
    store = place.store()
    await _turn(store)
    inside, go_on = threading.Event(), threading.Event()

    def slow(_: Cursor) -> None:
        inside.set()
        go_on.wait(10)

    for _ in range(2):  # as many as there are connections
        store._database.backend.submit(slow)
    await asyncio.to_thread(inside.wait)
    taking = asyncio.create_task(_turn(store))
    await asyncio.sleep(0.05)
    taking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await taking
    go_on.set()
    assert await _freed(store) == (1, 0)
    async with asyncio.timeout(5), place.store().hold("a") as session:
        assert session.state.turn == 1


async def test_a_person_s_unkept_sessions_are_forgotten_with_the_others(place: Place) -> None:
    store = place.store()
    async with store.hold("a", subject_id="u"):
        pass
    async with store.hold("b", subject_id="u"):
        pass
    for name, change in list(_changes(store)):
        store._unkept._changes[name] = change
    assert store.unkept == 2
    await store.forget_subject("u", but="b")
    assert store.unkept == 1
    await store.forget("b")
    assert (store.unkept, await store.counted()) == (0, (0, 0))


async def _freed(store) -> tuple[int, int]:
    """Return what is counted once nothing is held any more, which nobody waits for."""
    for _ in range(100):
        counted = await store.counted()
        if counted[1] == 0:
            break
        await asyncio.sleep(0.05)
    return counted


def _changes(store):
    subject = store._database.called(b"subject", "u")
    for name in ("a", "b"):
        called = store._database.called(b"session", name)
        yield called, Change(called, "p", 1, "t", "s_1", subject, True, "{}", b"", (), 0)


async def test_a_closed_store_says_so(place: Place) -> None:
    store = place.store()
    await _turn(store)
    await store.aclose()
    store.close()

    with pytest.raises(SessionStoreError, match="closed"):
        await _turn(store)


async def _turn(store) -> None:
    async with store.hold("a") as session:
        session.state = replace(session.state, turn=session.state.turn + 1)


async def test_several_processes_may_make_the_tables_at_once(place: Place) -> None:
    stores = [place.store() for _ in range(4)]
    await asyncio.gather(*(_turn(store) for store in stores))
    async with stores[0].hold("a") as session:
        assert session.state.turn == 4

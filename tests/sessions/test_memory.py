import asyncio
import threading

import pytest

from guardrails.errors import SessionBusyError
from guardrails.sessions.memory import MemorySessions


async def test_a_session_is_the_same_the_next_time() -> None:
    store = MemorySessions()
    async with store.hold("a") as first:
        first.vault.tail = "hello"
    async with store.hold("a") as again:
        assert again is first
    async with store.hold("b") as other:
        assert other.vault.key != first.vault.key
        assert other.ref != first.ref


async def test_turns_of_one_session_are_taken_in_order() -> None:
    store = MemorySessions()
    order: list[int] = []

    async def turn(n: int) -> None:
        async with store.hold("a"):
            order.append(n)
            await asyncio.sleep(0.01)
            order.append(n)

    await asyncio.gather(*(turn(n) for n in range(4)))

    assert order == [0, 0, 1, 1, 2, 2, 3, 3]


async def test_turns_of_two_sessions_run_side_by_side() -> None:
    store = MemorySessions(wait=0.1)

    async with store.hold("a"), store.hold("b"):
        assert len(store) == 2


async def test_a_turn_that_waits_too_long_gets_a_clear_error() -> None:
    store = MemorySessions(wait=0.05)

    async with store.hold("a"):
        with pytest.raises(SessionBusyError, match=r"still running after 0\.05 s"):
            async with store.hold("a"):
                pass
    async with store.hold("a"):
        pass


async def test_a_turn_that_is_cancelled_while_waiting_leaves_the_queue() -> None:
    store = MemorySessions()
    async with store.hold("a"):
        waiting = asyncio.create_task(_hold(store))
        await asyncio.sleep(0.01)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
    async with asyncio.timeout(1), store.hold("a"):
        pass


async def test_a_turn_cancelled_at_the_moment_of_its_turn_hands_it_on() -> None:
    store = MemorySessions()
    async with store.hold("a"):
        waiting = asyncio.create_task(_hold(store))
        await asyncio.sleep(0.01)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    async with asyncio.timeout(1), store.hold("a"):
        pass


async def test_turns_on_two_event_loops_wait_for_each_other() -> None:
    store = MemorySessions()
    entered, leave = threading.Event(), threading.Event()

    async def elsewhere() -> None:
        async with store.hold("a"):
            entered.set()
            await asyncio.to_thread(leave.wait)

    thread = threading.Thread(target=lambda: asyncio.run(elsewhere()))
    thread.start()
    await asyncio.to_thread(entered.wait)
    mine = asyncio.create_task(_hold(store))
    await asyncio.sleep(0.02)
    assert not mine.done()
    leave.set()
    await asyncio.wait_for(mine, 2)
    thread.join()


async def test_a_waiter_whose_loop_is_closed_is_passed_over() -> None:
    store = MemorySessions()

    async def give_up() -> None:
        task = asyncio.create_task(_hold(store))
        await asyncio.sleep(0.01)
        gate = store._turnstile._gates["a"]
        loop, turn = gate.waiting[0]
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        gate.waiting.append((loop, turn))  # as if the loop had died before it could leave

    async with store.hold("a"):
        await asyncio.to_thread(lambda: asyncio.run(give_up()))
    async with asyncio.timeout(1), store.hold("a"):
        pass


async def test_an_idle_session_is_forgotten_with_its_keys() -> None:
    now = [0.0]
    store = MemorySessions(idle=10, clock=lambda: now[0])
    async with store.hold("a") as old:
        pass
    now[0] = 11.0
    async with store.hold("b"):
        pass
    async with store.hold("a") as new:
        assert new.vault.key != old.vault.key


async def test_a_session_that_is_held_is_never_forgotten() -> None:
    now = [0.0]
    store = MemorySessions(idle=10, limit=1, clock=lambda: now[0])
    async with store.hold("a") as held:
        now[0] = 100.0
        async with store.hold("b"), store.hold("c"):
            pass
        async with store.hold("d"):
            pass
        assert store._places["a"].session is held


async def test_the_store_keeps_no_more_sessions_than_its_limit() -> None:
    store = MemorySessions(limit=5)
    for n in range(50):
        async with store.hold(str(n)):
            pass

    assert len(store) <= 6


async def test_a_session_can_be_forgotten_on_request() -> None:
    store = MemorySessions()
    async with store.hold("a"):
        pass

    assert await store.forget("a")
    assert not await store.forget("a")


async def _hold(store: MemorySessions) -> None:
    async with store.hold("a"):
        pass

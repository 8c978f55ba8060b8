import asyncio
import gc
import threading
import time
import weakref

import pytest

from guardrails.errors import DetectorTimeoutError
from guardrails.workers import Deadline, Workers


def test_a_deadline_grows_with_the_text() -> None:
    assert Deadline().seconds(0) == pytest.approx(0.25)
    assert Deadline().seconds(2000) == pytest.approx(0.37)


async def test_a_job_runs_on_a_thread_of_its_own() -> None:
    workers = Workers("test")

    assert await workers.run(1, 8, threading.current_thread) is not threading.current_thread()
    workers.close()
    workers.close()


async def test_an_error_of_a_job_comes_back() -> None:
    workers = Workers("test")

    with pytest.raises(ZeroDivisionError):
        await workers.run(1, 8, lambda: 1 // 0)
    workers.close()


async def test_a_job_that_hangs_is_left_behind_and_the_next_one_runs() -> None:
    gone: list[str] = []
    workers = Workers("test", on_abandon=lambda: gone.append("left"))
    free = threading.Event()

    with pytest.raises(DetectorTimeoutError, match="no answer within 50 ms"):
        await workers.run(0.05, 2, free.wait)

    assert await workers.run(1, 8, lambda: 7) == 7
    assert gone == ["left"]
    free.set()
    workers.close()


async def test_a_job_that_burns_its_processor_time_is_left_behind_early() -> None:
    workers = Workers("test")
    stop = threading.Event()

    def busy() -> None:
        while not stop.is_set():
            pass

    began = time.monotonic()
    with pytest.raises(DetectorTimeoutError):
        await workers.run(0.1, 1000, busy)
    stop.set()

    assert time.monotonic() - began < 50  # far from the wall-clock end of 100 s
    workers.close()


async def test_waiting_for_a_free_thread_costs_no_time() -> None:
    workers = Workers("test")

    results = await asyncio.gather(
        *(workers.run(0.2, 8, lambda: time.sleep(0.08)) for _ in range(5))
    )

    assert results == [None] * 5
    workers.close()


async def test_a_job_that_nobody_waits_for_any_more_is_not_begun() -> None:
    workers = Workers("test")
    free = threading.Event()
    begun: list[int] = []
    first = asyncio.create_task(workers.run(5, 8, free.wait))
    second = asyncio.create_task(workers.run(5, 8, lambda: begun.append(1)))
    await asyncio.sleep(0.05)

    second.cancel()
    with pytest.raises(asyncio.CancelledError):
        await second
    free.set()
    await first
    await workers.run(1, 8, lambda: None)

    assert begun == []
    workers.close()


async def test_a_job_that_waits_long_for_its_thread_has_all_its_time_then() -> None:
    workers = Workers("test")
    free = threading.Event()
    first = asyncio.create_task(workers.run(5, 8, free.wait))
    second = asyncio.create_task(workers.run(0.01, 1000, lambda: free.wait(0.1)))
    await asyncio.sleep(0.05)
    free.set()

    assert await asyncio.gather(first, second) == [True, True]
    workers.close()


async def test_what_a_job_gave_does_not_outlive_its_turn() -> None:
    class Text:
        """What a reading of somebody's words would be."""

    workers = Workers("test")
    gc.disable()
    try:
        told = weakref.ref(await workers.run(1, 8, Text))
        await workers.run(1, 8, lambda: None)
        assert told() is None
    finally:
        gc.enable()
        workers.close()


def test_a_job_that_ends_after_its_loop_harms_nobody() -> None:
    workers = Workers("test")
    free, ended = threading.Event(), threading.Event()

    def job() -> None:
        free.wait()
        ended.set()

    async def left() -> None:
        task = asyncio.create_task(workers.run(5, 8, job))
        await asyncio.sleep(0.01)
        task.cancel()

    asyncio.run(left())
    free.set()

    assert ended.wait(5)
    assert workers.submit(lambda: 5).result(5) == 5
    workers.close()


def test_a_job_without_deadline_gives_a_future() -> None:
    workers = Workers("test")

    assert workers.submit(lambda: 5).result(5) == 5
    workers.close()

import asyncio
import threading
import time
from collections.abc import AsyncGenerator
from contextvars import ContextVar

import pytest

from guardrails.errors import ConfigurationError
from guardrails.langchain.portal import Portal


class Source:
    """Counts up, and knows how far it was asked and whether it was closed."""

    def __init__(self, stop: int = 5, error: Exception | None = None) -> None:
        self.stop = stop
        self.error = error
        self.made = 0
        self.closed = 0

    async def numbers(self) -> AsyncGenerator[int, None]:
        try:
            async with asyncio.timeout(60):  # needs one task for all steps
                while self.made < self.stop:
                    await asyncio.sleep(0)
                    self.made += 1
                    yield self.made
            if self.error is not None:
                raise self.error
        finally:
            await asyncio.sleep(0)
            self.closed += 1


async def thread_name() -> str:
    return threading.current_thread().name


def test_no_thread_is_started_before_it_is_needed() -> None:
    before = threading.active_count()
    portal = Portal()
    assert threading.active_count() == before
    portal.close()


def test_all_calls_share_one_thread(portal: Portal) -> None:
    async def ident() -> int:
        return threading.get_ident()

    assert portal.call(thread_name) == "guardrails-portal"
    assert portal.call(ident) == portal.call(ident) != threading.get_ident()


def test_an_error_comes_back(portal: Portal) -> None:
    async def fail() -> None:
        raise KeyError

    with pytest.raises(KeyError):
        portal.call(fail)


def test_items_come_as_they_are_made(portal: Portal) -> None:
    source = Source(1000)
    numbers = portal.iterate(source.numbers())

    assert next(numbers) == 1
    time.sleep(0.01)
    assert source.made <= 2
    assert list(numbers) == list(range(2, 1001))
    assert source.closed == 1


def test_a_reader_that_stops_closes_the_source(portal: Portal) -> None:
    source = Source(1000)
    numbers = portal.iterate(source.numbers())
    assert next(numbers) == 1

    numbers.close()

    assert source.closed == 1
    assert source.made <= 2


def test_an_error_of_the_source_comes_after_its_items(portal: Portal) -> None:
    source = Source(2, ValueError("x"))
    numbers = portal.iterate(source.numbers())

    assert (next(numbers), next(numbers)) == (1, 2)
    with pytest.raises(ValueError, match="x"):
        next(numbers)
    assert source.closed == 1


def test_what_the_caller_knows_is_known_on_the_loop(portal: Portal) -> None:
    variable: ContextVar[str] = ContextVar("variable", default="")

    async def look() -> str:
        return variable.get()

    async def looks() -> AsyncGenerator[str, None]:
        yield variable.get()

    token = variable.set("known")
    try:
        assert portal.call(look) == "known"
        assert list(portal.iterate(looks())) == ["known"]
    finally:
        variable.reset(token)


async def test_it_works_inside_a_running_loop(portal: Portal) -> None:
    assert portal.call(thread_name) == "guardrails-portal"
    assert list(portal.iterate(Source(3).numbers())) == [1, 2, 3]


def test_many_threads_may_call_at_once(portal: Portal) -> None:
    sums: list[int] = []
    threads = [
        threading.Thread(target=lambda: sums.append(sum(portal.iterate(Source(50).numbers()))))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sums == [sum(range(51))] * 8


def test_a_sync_call_on_the_portals_own_loop_is_refused(portal: Portal) -> None:
    async def inside() -> str:
        return portal.call(thread_name)

    with pytest.raises(ConfigurationError, match="ainvoke"):
        portal.call(inside)


def test_a_closed_portal_takes_no_calls() -> None:
    portal = Portal()
    assert portal.call(thread_name)
    portal.close()
    portal.close()

    with pytest.raises(ConfigurationError, match="closed"):
        portal.call(thread_name)
    with pytest.raises(ConfigurationError, match="closed"):
        next(portal.iterate(Source().numbers()))


def test_closing_ends_what_still_runs() -> None:
    portal = Portal()
    source = Source(1000)
    numbers = portal.iterate(source.numbers())
    assert next(numbers) == 1
    portal.close()

    assert source.closed == 1
    with pytest.raises(ConfigurationError, match="closed during"):
        list(numbers)


def test_a_portal_closed_from_its_own_loop_ends() -> None:
    portal = Portal()

    async def leave() -> None:
        portal.close()

    portal.call(leave)
    with pytest.raises(ConfigurationError):
        portal.call(leave)

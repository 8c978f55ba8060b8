"""Nobody waits long for a database that hangs."""

import asyncio
from concurrent.futures import Future

import pytest

from guardrails.errors import TicketStoreError
from guardrails.escalation.stored import StoredTickets
from guardrails.storage.waiting import REST, Waiting
from tests.guards import guard, say, text_of


class Hanging:
    """A database that never answers."""

    def __init__(self) -> None:
        self.asked = 0

    def submit(self, *_: object, **__: object) -> "Future[None]":
        self.asked += 1
        return Future()

    def close(self) -> None:
        pass


async def test_an_answer_that_does_not_come_is_an_error_and_the_next_one_comes_at_once() -> None:
    now = [10.0]
    of = Waiting("the store", TicketStoreError, patience=0.01, clock=lambda: now[0])
    late: Future[int] = Future()
    with pytest.raises(TicketStoreError, match=r"the store did not answer within 0\.01 s"):
        await of.answer(lambda: late)
    assert not late.cancelled()
    asked: list[int] = []
    with pytest.raises(TicketStoreError):
        await of.answer(lambda: asked.append(1) or late)  # type: ignore[func-returns-value]
    assert asked == [], "it is spared"
    late.set_result(7)
    now[0] += REST
    assert await of.answer(lambda: late) == 7


async def test_what_was_begun_goes_on_although_the_caller_leaves() -> None:
    of = Waiting("the store", TicketStoreError)
    late: Future[int] = Future()
    asking = asyncio.ensure_future(of.answer(lambda: late))
    await asyncio.sleep(0)
    asking.cancel()
    await asyncio.wait([asking])
    assert not late.cancelled()
    late.set_result(1)


async def test_what_the_answer_raises_is_raised() -> None:
    of = Waiting("the store", TicketStoreError)
    failed: Future[int] = Future()
    failed.set_exception(ValueError("x"))
    with pytest.raises(ValueError, match="x"):
        await of.answer(lambda: failed)


async def test_a_person_in_need_waits_once_and_shortly_for_tickets_that_hang() -> None:
    backend = Hanging()
    tickets = StoredTickets(backend)  # type: ignore[arg-type]
    tickets._waiting = Waiting("the store of tickets", TicketStoreError, patience=0.05)
    async with guard(tickets=tickets) as guarded:
        events = await say(guarded, "I cannot go on at all.")
        assert text_of(events)
        assert backend.asked <= 2

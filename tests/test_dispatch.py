"""Notices that are under way when the guard is closed."""

import asyncio
from contextlib import suppress

import pytest

from guardrails.dispatch import Dispatcher
from guardrails.escalation.base import Notice
from guardrails.findings import Level
from guardrails.ledger.memory import MemoryLog

NOTICE = Notice(
    id="n1",
    session="s",
    subject=None,
    level=Level.HIGH,
    rule="crisis.high",
    to="desk",
    within=60,
    at=0,
    turn=0,
)


class Hanging:
    """A channel that never answers, and perhaps does not let itself be cancelled at once."""

    def __init__(self, *, stubborn: bool) -> None:
        self.asked = asyncio.Event()
        self.end = asyncio.Event()
        self._stubborn = stubborn

    async def send(self, notice: Notice) -> None:
        del notice
        self.asked.set()
        if self._stubborn:
            with suppress(asyncio.CancelledError):
                await self.end.wait()
            return
        await self.end.wait()


async def test_a_channel_that_hangs_is_given_up_and_the_log_says_so() -> None:
    log = MemoryLog()
    channel = Hanging(stubborn=False)
    dispatcher = Dispatcher({"desk": channel}, {}, log)
    dispatcher.dispatch(NOTICE)
    await channel.asked.wait()

    await dispatcher.drain(0)

    [failed] = log.of("escalation_failed")
    assert (failed["escalation"], failed["to"], failed["why"]) == ("n1", "desk", "closed")
    await dispatcher.drain(0)
    assert len(log.of("escalation_failed")) == 1


async def test_a_notice_that_is_taken_in_the_last_moment_counts_as_sent() -> None:
    log = MemoryLog()
    channel = Hanging(stubborn=True)
    dispatcher = Dispatcher({"desk": channel}, {}, log)
    dispatcher.dispatch(NOTICE)
    await channel.asked.wait()

    await dispatcher.drain(0)

    assert log.of("escalation_failed") == []
    assert [one["escalation"] for one in log.of("escalation_sent")] == ["n1"]


@pytest.mark.parametrize("seconds", [0, 60])
async def test_there_is_nothing_to_wait_for_without_a_notice(seconds: float) -> None:
    await Dispatcher({}, {}, MemoryLog()).drain(seconds)


async def test_a_notice_that_is_on_its_way_is_waited_for() -> None:
    log = MemoryLog()
    channel = Hanging(stubborn=False)
    dispatcher = Dispatcher({"desk": channel}, {}, log)
    dispatcher.dispatch(NOTICE)
    drained = asyncio.create_task(dispatcher.drain(60))
    await channel.asked.wait()
    assert not drained.done()

    channel.end.set()
    await drained

    assert [one["attempt"] for one in log.of("escalation_sent")] == [1]

"""Whoever leaves in the middle of a turn takes neither the call to a human nor the record away."""

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest

from guardrails.findings import Level
from guardrails.guard import Guard
from guardrails.ledger.base import Receipt
from guardrails.ledger.memory import MemoryLog
from guardrails.models.scripted import ScriptedModel
from tests.guards import Desk, events_of, guard, say

DANGER = "I cannot go on at all"


class Slow(MemoryLog):
    """A log that waits before it takes a record of one kind."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind
        self.reached = asyncio.Event()
        self.go_on = asyncio.Event()

    async def append(self, kind: str, body: Mapping[str, Any]) -> Receipt:
        if kind == self.kind and not self.go_on.is_set():
            self.reached.set()
            await self.go_on.wait()
        return await super().append(kind, body)


async def leave(guarded: Guard, log: Slow, times: int = 1) -> None:
    """Begin a turn and cancel it while *log* waits."""
    stream = guarded.stream(ScriptedModel(["Fine."]), DANGER, session_id="s")
    turn = asyncio.create_task(events_of(stream))
    await log.reached.wait()
    for _ in range(times):
        turn.cancel()
        await asyncio.sleep(0)
    log.go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await turn


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize(
    "kind", ["session_open", "turn_open", "decision", "escalation", "turn_close"]
)
async def test_a_human_is_told_wherever_the_person_leaves(kind: str, times: int) -> None:
    log, desk = Slow(kind), Desk()
    async with guard(log=log, channels={"desk": desk}) as guarded:
        await leave(guarded, log, times)
        await guarded._turns.drain()
        async with guarded.sessions.hold("s") as session:
            state = session.state
        await say(guarded, "Hello", "Fine.")

    assert [notice.level for notice in desk.notices] == [Level.HIGH]
    assert (state.turn, state.watched) == (1, True)
    assert [record["turn"] for record in log.of("turn_open")] == [0, 1]
    assert [record["turn"] for record in log.of("turn_close")] == [0, 1]

"""What a guard makes of messages with crisis language: the way that `candor eval` takes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from guardrails.cli.deployment import inspecting_guard
from guardrails.evaluation.crisis_task import CrisisTask, judged
from guardrails.evaluation.flags import Judged
from guardrails.guard import Guard


class CrisisGuard:
    """A guard with the crisis rules of a policy alone, asked message by message."""

    def __init__(self, guard: Guard, task: CrisisTask) -> None:
        self._guard = guard
        self._task = task
        self._asked = 0

    async def ask(self, text: str) -> Judged:
        """Return how *text* is judged, as the first message of a conversation."""
        self._asked += 1
        return await judged(self._guard, self._task.log, (text,), f"row-{self._asked}")


@asynccontextmanager
async def crisis_guard(policy: str = "companion") -> AsyncIterator[CrisisGuard]:
    """Build a guard of *policy* for as long as the context is open."""
    task = CrisisTask((), 0.5)
    async with inspecting_guard(policy, task.log, task.policy) as guard:
        yield CrisisGuard(guard, task)

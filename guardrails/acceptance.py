"""
Whether a policy may be taken into service: does it lint, can it be built, do its cases hold?

What `candor policy lint` and `candor policy test` refuse is refused here, with the detectors
that the policy will have in service.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from os import urandom

from guardrails.alarms import Alarms
from guardrails.bench import Bench
from guardrails.context import TurnContext
from guardrails.desk.desk import Desk
from guardrails.errors import GuardrailsError, Problem
from guardrails.inspecting import Inspected, inspect
from guardrails.messages import Side
from guardrails.policy.lint import remarks_on
from guardrails.policy.load import Loaded
from guardrails.policy.model import Policy
from guardrails.policy.remarks import Weight
from guardrails.policy.source import Snapshot
from guardrails.service import Service
from guardrails.sessions.memory import MemorySessions
from guardrails.trials.judge import Result
from guardrails.trials.remarks import remarks_of
from guardrails.trials.run import Trial, Trier, tried
from guardrails.trials.seen import KeptLog
from guardrails.turns import Turns


def accepted(
    snapshot: Snapshot, build: Callable[[Policy], Service], now: float, *, any_cases: bool
) -> Service | tuple[str, tuple[Problem, ...]]:
    """
    Return the service of *snapshot*, or at which step it was refused and why.

    Blocks while detectors load and cases run; on a thread without an event loop.

    Args:
        snapshot: What the files of the policy held.
        build: Makes a service of a policy.
        now: Unix time in seconds.
        any_cases: Take a policy too of which some rule fires, or stays silent, in no case.
    """
    loaded = snapshot.loaded
    if loaded is None:
        return "load", snapshot.problems
    if problems := _errors(loaded, datetime.fromtimestamp(now, UTC).date()):
        return "lint", problems
    try:
        service = build(loaded.policy)
    except (GuardrailsError, OSError, ValueError) as error:
        what = str(error) if isinstance(error, GuardrailsError) else type(error).__name__
        return "build", (Problem(loaded.file, 1, 1, what),)
    try:
        problems = asyncio.run(_cases(service, loaded, any_cases=any_cases))
    except Exception as error:  # noqa: BLE001 - whatever it is, the cases did not run
        what = f"the cases could not be run: {type(error).__name__}"
        problems = (Problem(loaded.file, 1, 1, what),)
    if problems:
        service.looking.leave()
        return "cases", problems
    return service


async def _cases(service: Service, loaded: Loaded, *, any_cases: bool) -> tuple[Problem, ...]:
    """Run the cases of *loaded* with the detectors of *service*; return what is wrong."""

    async def opened(policy: Policy) -> Trier:
        log = KeptLog()
        return Trier(_Trial(service, policy, log), log, f"trial-{secrets.token_hex(8)}-")

    trial = await tried(loaded.policy, loaded.cases, opened)
    failed = [one for one in trial.outcomes if one.result is Result.FAILED]
    if failed:
        # A machine that is busy with people may have been too slow for a case.
        again = await tried(loaded.policy, [one.case for one in failed], opened)
        trial = _with(trial, again)
    return tuple(
        sorted(
            one.problem
            for one in remarks_of(loaded, trial, demanding=not any_cases)
            if one.weight is Weight.ERROR and not (any_cases and one.code == "no-cases")
        )
    )


class _Trial:
    """A service without anybody to tell, in which a policy's cases are run."""

    def __init__(self, service: Service, policy: Policy, log: KeptLog) -> None:
        self._service = replace(service, policy=policy, consultant=None, policy_at=0)
        self._log = log
        alarms = Alarms(Desk(log, {}, {}), urandom)
        self._turns = Turns(self._bench, MemorySessions(random=urandom), alarms)

    @asynccontextmanager
    async def _bench(self) -> AsyncGenerator[Bench, None]:
        yield await self._service.bench(self._log, 0)

    async def inspect(self, text: str, side: Side, context: TurnContext) -> Inspected:
        """Return what is done with *text*."""
        return await inspect(self._turns, text, side, context)

    async def aclose(self) -> None:
        """Wait for what is under way."""
        await self._turns.drain()


def _errors(loaded: Loaded, today: date) -> tuple[Problem, ...]:
    return tuple(one.problem for one in remarks_on(loaded, today) if one.weight is Weight.ERROR)


def _with(trial: Trial, again: Trial) -> Trial:
    """Return *trial* with what came of some of its cases when they were run *again*."""
    later = {id(one.case): one for one in again.outcomes}
    outcomes = tuple(later.get(id(one.case), one) for one in trial.outcomes)
    return replace(
        trial,
        outcomes=outcomes,
        never_fired=tuple(one for one in trial.never_fired if one in again.never_fired),
        never_silent=tuple(one for one in trial.never_silent if one in again.never_silent),
    )

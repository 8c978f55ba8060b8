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
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from os import urandom
from pathlib import Path
from typing import TypeAlias

from guardrails.alarms import Alarms
from guardrails.approvals.standing import standing
from guardrails.approvals.trust import read_trust
from guardrails.bench import Bench
from guardrails.context import TurnContext
from guardrails.desk.intake import Intake
from guardrails.errors import (
    GuardrailsError,
    LogReadError,
    PolicyError,
    PolicyNotFoundError,
    Problem,
)
from guardrails.inspecting import Inspected, inspect
from guardrails.messages import Side
from guardrails.policy.lint import remarks_on
from guardrails.policy.loaded import Loaded
from guardrails.policy.model import Policy
from guardrails.policy.remarks import Weight
from guardrails.policy.source import PolicyFile, Snapshot
from guardrails.service import Service
from guardrails.sessions.memory import MemorySessions
from guardrails.trials.judge import Result
from guardrails.trials.remarks import remarks_of
from guardrails.trials.run import Trial, Trier, tried
from guardrails.trials.seen import KeptLog
from guardrails.turns import Turns

Refused: TypeAlias = tuple[str, tuple[Problem, ...]]
"""At which step a policy was refused, and why."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """
    A policy, as it acts, and who agreed to it.

    Attributes:
        loaded: Its file.
        policy: With the roll-out that is in force laid over what the file says.
        refused: Why nobody may be served by it yet, or None.
        notes: The signed notes that it stands on.
    """

    loaded: Loaded
    policy: Policy
    refused: Refused | None = None
    notes: tuple[str, ...] = ()


def agreed(source: PolicyFile, snapshot: Snapshot) -> Agreed | Refused:
    """Return the policy of *snapshot* as it acts, or why there is none."""
    loaded = snapshot.loaded
    if loaded is None:
        return "load", snapshot.problems
    if source.trust is None:
        if loaded.policy.sign_off is None:
            return Agreed(loaded, loaded.policy)
        what = "the policy asks for signatures (sign_off), and the service names no trust file"
        return Agreed(loaded, loaded.policy, _unapproved(loaded, what))
    try:
        found = standing(loaded.policy, read_trust(Path(source.trust)), source.signed)
    except PolicyError as error:
        return Agreed(loaded, loaded.policy, ("approval", error.problems))
    except (PolicyNotFoundError, LogReadError) as error:
        return Agreed(loaded, loaded.policy, _unapproved(loaded, str(error)))
    refused = _unapproved(loaded, *found.problems) if found.problems else None
    return Agreed(loaded, found.policy, refused, found.notes)


def _unapproved(loaded: Loaded, *problems: str) -> Refused:
    return "approval", tuple(Problem(loaded.file, 1, 1, what) for what in problems)


def accepted(
    agreed_to: Agreed, build: Callable[[Policy], Service], now: float, *, any_cases: bool
) -> Service | Refused:
    """
    Return the service of a policy, or at which step it was refused and why.

    Blocks while detectors load and cases run; on a thread without an event loop.

    Args:
        agreed_to: The policy.
        build: Makes a service of a policy.
        now: Unix time in seconds.
        any_cases: Take a policy too of which some rule fires, or stays silent, in no case.
    """
    loaded = agreed_to.loaded
    if problems := _errors(loaded, datetime.fromtimestamp(now, UTC).date()):
        return "lint", problems
    if agreed_to.refused is not None:
        return agreed_to.refused
    loaded = replace(loaded, policy=agreed_to.policy)
    try:
        service = replace(build(loaded.policy), notes=agreed_to.notes)
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
        alarms = Alarms(Intake(log, {}, {}), urandom)
        self._sessions = MemorySessions(random=urandom)
        self._turns = Turns(self._bench, self._sessions, alarms)

    @asynccontextmanager
    async def _bench(self) -> AsyncGenerator[Bench, None]:
        # A store that forgets, as in service: what a person is told of that is in some cases.
        yield await self._service.bench(self._log, self._sessions.idle)

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

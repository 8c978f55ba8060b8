"""
Rows with crisis language through a guard.

    policy ─▶ its crisis rules alone ─▶ guard ─▶ records of decisions ─▶ level and score

What the guard found is read from the records of its decisions, which hold every finding
with its marks: nothing is looked at in another way than in service.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from guardrails.context import TurnContext
from guardrails.errors import ConfigurationError, InputTooLongError
from guardrails.evaluation.crisis import CrisisFigures
from guardrails.evaluation.crisis_rows import CrisisRow, crisis_row
from guardrails.evaluation.flags import Judged
from guardrails.evaluation.report import Report
from guardrails.evaluation.run import NotLookedError
from guardrails.findings import Family, Level
from guardrails.ledger.base import Receipt
from guardrails.ledger.chain import content_hash, leaf
from guardrails.ledger.decided import findings_of
from guardrails.levels import level_of
from guardrails.messages import Side
from guardrails.policy.disclosure import Disclosure
from guardrails.policy.log_settings import Logging
from guardrails.policy.model import Policy

if TYPE_CHECKING:
    from guardrails.guard import Guard


class FindingsLog:
    """A `DecisionLog` that keeps what was decided in a session until it is asked for."""

    origin = "none"

    def __init__(self) -> None:
        self._next = 0
        self._decisions: dict[str, list[Mapping[str, Any]]] = {}

    async def append(self, kind: str, body: Mapping[str, Any]) -> Receipt:
        """Keep the body of a decision, forget all else, and return a receipt."""
        if kind == "decision":
            self._decisions.setdefault(body["session"], []).append(body)
        number, self._next = self._next, self._next + 1
        return Receipt(f"none-{number}", number, leaf(b""), self.origin)

    async def attach(self, data: bytes) -> str:
        """Return the name that *data* would have."""
        return content_hash(data)

    def close(self) -> None:
        """Do nothing."""

    def taken(self, session: str) -> list[Mapping[str, Any]]:
        """Return the decisions of *session*, by its name in the log, and forget them."""
        return self._decisions.pop(session, [])


class CrisisTask:
    """
    The `Task` of crisis language.

    Args:
        by: Fields of rows by which figures are told.
        prevalence: Share of messages at risk for which precision is told, 0..1.
    """

    def __init__(self, by: tuple[str, ...], prevalence: float) -> None:
        self.log = FindingsLog()
        self._by = by
        self._figures = CrisisFigures(by, prevalence)

    def policy(self, policy: Policy) -> Policy:
        """
        Return *policy* with its crisis rules alone, so that nothing else is loaded or looked for.

        Raises:
            ConfigurationError: It has none.
        """
        rules = tuple(
            replace(rule, escalate=None)  # measuring is no emergency
            for rule in policy.rules
            if rule.family is Family.CRISIS
        )
        if not rules:
            msg = f"nothing to measure: policy {policy.id!r} has no rules for crisis language"
            raise ConfigurationError(msg)
        every = Logging("findings", findings_from=0)
        return replace(policy, rules=rules, types=(), disclosure=Disclosure(), logging=every)

    def row(self, value: Mapping[str, Any], number: int) -> CrisisRow:
        """Return the row of a JSON object and its line, or raise `WrongRowError`."""
        return crisis_row(value, number, self._by)

    def looking(self, guard: Guard) -> Callable[[CrisisRow, int], Awaitable[Judged]]:
        """Return what says how a row is judged, message by message in one session."""

        async def look(row: CrisisRow, number: int) -> Judged:
            return await judged(guard, self.log, row.turns, f"row-{number}")

        return look

    def add(self, row: CrisisRow, seen: Judged) -> None:
        """Count *row*."""
        self._figures.add(row, seen)

    def report(self) -> Report:
        """Return the figures."""
        return self._figures.report()


async def judged(guard: Guard, log: FindingsLog, turns: tuple[str, ...], session: str) -> Judged:
    """
    Return how *guard* judges what a person wrote in *turns*; *session* is new, and forgotten.

    The level is the highest of all turns. The score is that of the surest finding of that
    level; where no rule took anything, that of the surest finding which asks for something.

    Raises:
        NotLookedError: A detector could not look at all of it.
    """
    async with guard.sessions.hold(session) as held:
        name = held.ref
    level = Level.NONE
    try:
        for turn in turns:
            try:
                seen = await guard.inspect(turn, Side.INPUT, TurnContext(session))
            except InputTooLongError:
                continue  # it was looked at for a crisis all the same, and there is none
            level = max(level, seen.level or Level.NONE)
    finally:
        await guard.sessions.forget(session)
        records = log.taken(name)
    if any(one["state"] != "decided" for body in records for one in body["nd"].values()):
        raise NotLookedError
    scores = [
        (level_of(finding), finding.score) for body in records for finding in findings_of(body)
    ]
    live = [(each, score) for each, score in scores if each is not Level.NONE]
    of_level = [score for each, score in live if each is level] or [score for _, score in live]
    return Judged(level, max(of_level, default=0))

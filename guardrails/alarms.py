"""Telling humans of what a turn decided: recorded first, sent in the background."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from typing import Any

from guardrails.bench import Bench
from guardrails.context import TurnContext
from guardrails.decisions import Decision, Mode
from guardrails.desk.intake import Intake
from guardrails.errors import LogWriteError
from guardrails.escalation.ticket import opened
from guardrails.events import Escalated
from guardrails.findings import Level
from guardrails.ledger.escalations import escalation_body
from guardrails.sessions.base import Session

_NEEDS = ("crisis.", "escalation.")
OPERATOR_WITHIN = 3600
"""Seconds in which an operator is to look after a detector that fails."""


class Alarms:
    """
    Raises the alarms of all turns of a guard.

    The same alarm of one session is not raised again too soon, and a failing
    detector brings one alarm to the operator, not one for each message.

    Args:
        intake: Tells humans.
        random: Gives *n* random bytes.

    Attributes:
        intake: The same.
    """

    def __init__(self, intake: Intake, random: Callable[[int], bytes]) -> None:
        self.intake = intake
        self._random = random
        self._operator_at: int | None = None
        self._steps: set[asyncio.Task[Any]] = set()

    async def raise_for(
        self,
        decisions: Iterable[Decision],
        bench: Bench,
        session: Session,
        context: TurnContext,
        now: int,
    ) -> list[Escalated]:
        """Record what humans are to be told, start telling them, and return the events."""
        policy = bench.policy
        events: list[Escalated] = []
        for decision in decisions:
            rule = decision.rule or ""
            for one in decision.escalate:
                alarm = f"{one.to}:{one.level}"
                if not session.state.due(alarm, now, policy.repeat_after):
                    continue
                told: dict[str, Any] = {"rule": rule, "level": one.level}
                told |= {"to": one.to, "within": one.within}
                fired = tuple(
                    (each.rule, each.score)
                    for each in decision.fired
                    if each.mode is Mode.ENFORCE and each.rule.startswith(_NEEDS)
                )
                id_ = await self._tell(bench, session, context, at=now, fired=fired, **told)
                session.state = session.state.alarmed(alarm, now)
                events.append(Escalated(id_, one.level, one.to))
            if decision.alarm and self._operator_due(now, policy.repeat_after):
                for to in list(policy.channels)[:1]:
                    told = {"rule": rule, "level": Level.NONE, "to": to}
                    told |= {"within": OPERATOR_WITHIN, "kind": "operator"}
                    await self._tell(bench, session, context, at=now, **told)
        return events

    def _operator_due(self, now: int, repeat_after: int) -> bool:
        if self._operator_at is not None and now - self._operator_at < repeat_after:
            return False
        self._operator_at = now
        return True

    async def _tell(
        self,
        bench: Bench,
        session: Session,
        context: TurnContext,
        *,
        kind: str = "person",
        fired: tuple[tuple[str, int], ...] = (),
        **told: Any,  # noqa: ANN401 - fields of a ticket
    ) -> str:
        """
        Have humans told, and return under which id.

        It is that of the record; one of its own, if the log is broken.
        """
        turn = session.state.turn
        told |= {"service": self.intake.service}
        body = escalation_body(session=session.ref, turn=turn, about=kind, **told)
        id_, logged = f"n_{self._random(16).hex()}", True
        try:
            id_ = (await bench.log.append("escalation", body)).id
        except LogWriteError:
            logged = False  # the person matters more than the record
        ticket = opened(
            id_=id_,
            session=session.ref,
            turn=turn,
            kind=kind,
            conversation=context.session_id,
            subject=context.subject_id,
            origin=bench.log.origin,
            fired=fired,
            **told,
        )
        await self.intake.raise_(ticket, logged=logged)
        return id_

    def hold(self, task: asyncio.Task[Any]) -> None:
        """Keep *task*, a step of a turn, until it is done: nobody else may hold it any more."""
        self._steps.add(task)
        task.add_done_callback(self._steps.discard)

    async def drain(self) -> None:
        """Return when no step of a turn and no notice is under way on this loop."""
        loop = asyncio.get_running_loop()
        steps = [task for task in self._steps if task.get_loop() is loop]
        await asyncio.gather(*steps, return_exceptions=True)
        await self.intake.drain()

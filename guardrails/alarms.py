"""Telling humans of what a turn decided: recorded first, sent in the background."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from guardrails.bench import Bench
from guardrails.context import TurnContext
from guardrails.decisions import Decision
from guardrails.dispatch import Dispatcher
from guardrails.errors import LogWriteError
from guardrails.escalation.base import Notice
from guardrails.events import Escalated
from guardrails.findings import Level
from guardrails.ledger.bodies import escalation_body
from guardrails.sessions.base import Session

OPERATOR_WITHIN = 3600
"""Seconds in which an operator is to look after a detector that fails."""


class Alarms:
    """
    Raises the alarms of all turns of a guard.

    The same alarm of one session is not raised again too soon, and a failing
    detector brings one alarm to the operator, not one for each message.

    Args:
        dispatcher: Sends notices.
        random: Gives *n* random bytes.
    """

    def __init__(self, dispatcher: Dispatcher, random: Callable[[int], bytes]) -> None:
        self._dispatcher = dispatcher
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
            for one in decision.escalate:
                alarm = f"{one.to}:{one.level}"
                if not session.state.due(alarm, now, policy.repeat_after):
                    continue
                notice = self._notice(decision, session, context, now)
                notice = replace(notice, to=one.to, within=one.within, level=one.level)
                told = await self._tell(notice, bench, session)
                session.state = session.state.alarmed(alarm, now)
                events.append(Escalated(told.id, one.level, one.to))
            if decision.alarm and self._operator_due(now, policy.repeat_after):
                for to in list(policy.channels)[:1]:
                    notice = self._notice(decision, session, context, now)
                    await self._tell(replace(notice, to=to, kind="operator"), bench, session)
        return events

    def _operator_due(self, now: int, repeat_after: int) -> bool:
        if self._operator_at is not None and now - self._operator_at < repeat_after:
            return False
        self._operator_at = now
        return True

    def _notice(
        self, decision: Decision, session: Session, context: TurnContext, now: int
    ) -> Notice:
        return Notice(
            id=f"n_{self._random(16).hex()}",
            session=context.session_id,
            subject=context.subject_id,
            level=Level.NONE,
            rule=decision.rule or "",
            to="",
            within=OPERATOR_WITHIN,
            at=now,
            turn=session.state.turn,
        )

    async def _tell(self, notice: Notice, bench: Bench, session: Session) -> Notice:
        """Send *notice* under the id of its record; under its own, if the log is broken."""
        body = escalation_body(
            session=session.ref,
            turn=notice.turn,
            level=notice.level,
            rule=notice.rule,
            to=notice.to,
            within=notice.within,
            at=notice.at,
            person=notice.kind == "person",
        )
        try:
            receipt = await bench.log.append("escalation", body)
            notice = replace(notice, id=receipt.id)
        except LogWriteError:
            pass  # the person matters more than the record
        self._dispatcher.dispatch(notice)
        return notice

    def hold(self, task: asyncio.Task[Any]) -> None:
        """Keep *task*, a step of a turn, until it is done: nobody else may hold it any more."""
        self._steps.add(task)
        task.add_done_callback(self._steps.discard)

    async def drain(self) -> None:
        """Return when no step of a turn and no notice is under way on this loop."""
        loop = asyncio.get_running_loop()
        steps = [task for task in self._steps if task.get_loop() is loop]
        await asyncio.gather(*steps, return_exceptions=True)
        await self._dispatcher.drain()

"""Replies with claims of human feeling through a guard."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from guardrails.context import TurnContext
from guardrails.decisions import Do
from guardrails.errors import ConfigurationError, InputTooLongError
from guardrails.evaluation.claims import ClaimFigures, ClaimRow, claim_row
from guardrails.evaluation.report import Report
from guardrails.evaluation.run import NotLookedError
from guardrails.findings import Family
from guardrails.messages import Side
from guardrails.policy.disclosure import Disclosure
from guardrails.policy.model import Policy

if TYPE_CHECKING:
    from guardrails.guard import Guard


@dataclass(slots=True)
class ClaimTask:
    """The `Task` of claims: the reply is inspected as the answer to its question, if it has one."""

    log: None = None
    _figures: ClaimFigures = field(default_factory=ClaimFigures)

    def policy(self, policy: Policy) -> Policy:
        """
        Return *policy* with its rules for claims alone, so that nothing else changes a reply.

        Raises:
            ConfigurationError: It has none.
        """
        rules = tuple(rule for rule in policy.rules if rule.family is Family.CLAIM)
        if not rules:
            msg = f"nothing to measure: policy {policy.id!r} has no rules for claims"
            raise ConfigurationError(msg)
        return replace(policy, rules=rules, types=(), disclosure=Disclosure())

    def row(self, value: Mapping[str, Any], number: int) -> ClaimRow:
        """Return the row of a JSON object and its line, or raise `WrongRowError`."""
        return claim_row(value, number)

    def looking(self, guard: Guard) -> Callable[[ClaimRow, int], Awaitable[bool]]:
        """Return what tells whether a reply is changed."""

        async def look(row: ClaimRow, number: int) -> bool:
            context = TurnContext(f"row-{number}")
            try:
                if row.question.strip():
                    try:
                        await guard.inspect(row.question, Side.INPUT, context)
                    except InputTooLongError as error:
                        raise NotLookedError from error
                seen = await guard.inspect(row.text, Side.OUTPUT, context)
            finally:
                await guard.sessions.forget(context.session_id)
            if seen.rule == f"failure.{Family.CLAIM}":
                raise NotLookedError
            return seen.do > Do.NOTE

        return look

    def add(self, row: ClaimRow, seen: bool) -> None:
        """Count *row*."""
        self._figures.add(row, changed=seen)

    def report(self) -> Report:
        """Return the figures."""
        return self._figures.report()

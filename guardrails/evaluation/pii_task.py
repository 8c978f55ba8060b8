"""Rows with personal data through a guard."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from guardrails.context import TurnContext
from guardrails.decisions import Do, Mode
from guardrails.evaluation.pii import PiiFigures
from guardrails.evaluation.report import Report
from guardrails.evaluation.rows import Row, pii_row
from guardrails.evaluation.run import NotLookedError
from guardrails.findings import Family
from guardrails.messages import Side
from guardrails.policy.model import Policy

if TYPE_CHECKING:
    from guardrails.guard import Guard
    from guardrails.inspecting import Inspected

Ranges = list[tuple[int, int]]


@dataclass(slots=True)
class PiiTask:
    """The `Task` of personal data. The policy and its log are left as they are."""

    log: None = None
    _figures: PiiFigures = field(default_factory=PiiFigures)

    def policy(self, policy: Policy) -> Policy:
        """Return *policy*: everything in it plays a part in what is hidden."""
        return policy

    def row(self, value: Mapping[str, Any], number: int) -> Row:
        """Return the row of a JSON object and its line, or raise `WrongRowError`."""
        return pii_row(value, number)

    def looking(self, guard: Guard) -> Callable[[Row, int], Awaitable[tuple[Ranges, Ranges]]]:
        """Return what gives the ranges that were found in a row, and those acted upon."""
        acts = acting(guard.policy)

        async def look(row: Row, number: int) -> tuple[Ranges, Ranges]:
            seen = await guard.inspect(row.text, Side.INPUT, TurnContext(f"row-{number}"))
            return read(seen, acts)

        return look

    def add(self, row: Row, seen: tuple[Ranges, Ranges]) -> None:
        """Count *row*."""
        self._figures.add(row, *seen)

    def report(self) -> Report:
        """Return the figures."""
        return self._figures.report()


def acting(policy: Policy) -> frozenset[str]:
    """Return the categories of personal data upon which *policy* does more than note, for all."""
    return frozenset().union(
        *(
            rule.categories
            for rule in policy.rules
            if rule.family is Family.PII
            and Side.INPUT in rule.where
            and rule.do > Do.NOTE
            and rule.mode is Mode.ENFORCE
            and rule.percent == 100  # noqa: PLR2004
        )
    )


def read(seen: Inspected, acts: frozenset[str]) -> tuple[Ranges, Ranges]:
    """
    Return the ranges of personal data in *seen*, and of those the ones of categories *acts*.

    Raises:
        NotLookedError: A detector of personal data could not look.
    """
    if seen.rule == f"failure.{Family.PII}":
        raise NotLookedError
    found = [
        (kind, (start, stop))
        for kind, start, stop, _ in seen.findings
        if kind.partition(".")[0] == Family.PII
    ]
    return [at for _, at in found], [at for kind, at in found if kind in acts]

"""What can be evaluated: for each task, how a row is read, asked about and counted."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Protocol

from guardrails.evaluation.claims_task import ClaimTask
from guardrails.evaluation.crisis_task import CrisisTask
from guardrails.evaluation.pii_task import PiiTask
from guardrails.evaluation.report import Report
from guardrails.ledger.base import DecisionLog
from guardrails.policy.model import Policy

if TYPE_CHECKING:
    from guardrails.guard import Guard

PREVALENCE: Final = 0.0015
"""Share of weekly users of one large assistant whose messages show explicit suicidal planning
or intent, as its maker published in 2025; nobody's own share."""


@dataclass(frozen=True, slots=True)
class Options:
    """
    What whoever measures may choose.

    Attributes:
        by: Fields of rows by which figures are told.
        prevalence: Share of messages at risk for which precision is told; None for the default.
    """

    by: tuple[str, ...] = ()
    prevalence: float | None = None


class Task(Protocol):
    """One kind of evaluation. What a row is, and what is seen in one, is its own business."""

    @property
    def log(self) -> DecisionLog | None:
        """The log that the guard must write, or None if any will do."""
        ...

    def policy(self, policy: Policy) -> Policy:
        """
        Return *policy* as it is measured.

        Raises:
            ConfigurationError: It has nothing to measure.
        """
        ...

    def row(self, value: Mapping[str, Any], number: int) -> Any:  # noqa: ANN401
        """Return the row of a JSON object and its line, or raise `WrongRowError`."""
        ...

    def looking(self, guard: Guard) -> Callable[[Any, int], Awaitable[Any]]:
        """Return what looks at a row through *guard*; see `evaluated`."""
        ...

    def add(self, row: Any, seen: Any) -> None:  # noqa: ANN401
        """Count a row and what was seen in it."""
        ...

    def report(self) -> Report:
        """Return the figures of what was counted."""
        ...


def _pii(options: Options) -> Task:
    del options
    return PiiTask()


def _crisis(options: Options) -> Task:
    prevalence = PREVALENCE if options.prevalence is None else options.prevalence
    return CrisisTask(options.by, prevalence)


def _claims(options: Options) -> Task:
    del options
    return ClaimTask()


TASKS: Final[Mapping[str, Callable[[Options], Task]]] = MappingProxyType({
    "pii": _pii,
    "crisis": _crisis,
    "claims": _claims,
})  # fmt: skip
"""Name of a task → what makes it. Only `crisis` has options."""

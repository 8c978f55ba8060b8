"""What can be evaluated: for each task, how a row is asked and how its answer counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Protocol

from guardrails.decisions import Do, Mode
from guardrails.evaluation.pii import PiiFigures
from guardrails.evaluation.report import Report
from guardrails.evaluation.rows import Row
from guardrails.findings import Family
from guardrails.messages import Side
from guardrails.policy.model import Policy

if TYPE_CHECKING:
    from guardrails.inspecting import Inspected


class Figures(Protocol):
    """Counts over rows."""

    def add(
        self, row: Row, found: Sequence[tuple[int, int]], acted: Sequence[tuple[int, int]]
    ) -> None:
        """Count one row, the ranges that were found in it, and those that were acted upon."""
        ...

    def report(self) -> Report:
        """Return the figures."""
        ...


@dataclass(frozen=True, slots=True)
class Task:
    """
    One kind of evaluation.

    Attributes:
        side: Who says the text of a row.
        family: What is looked for.
        figures: Returns empty counts.
    """

    side: Side
    family: Family
    figures: Callable[[], Figures]

    def acts(self, policy: Policy) -> frozenset[str]:
        """Return the categories upon which *policy* does more than note, for everybody."""
        return frozenset().union(
            *(
                rule.categories
                for rule in policy.rules
                if rule.family is self.family
                and self.side in rule.where
                and rule.do > Do.NOTE
                and rule.mode is Mode.ENFORCE
                and rule.percent == 100  # noqa: PLR2004
            )
        )

    def found(
        self, seen: Inspected, acts: frozenset[str] | None = None
    ) -> Sequence[tuple[int, int]]:
        """Return the ranges that were found, of the categories *acts* alone if given."""
        return [
            (start, stop)
            for kind, start, stop, _ in seen.findings
            if (kind.partition(".")[0] == self.family if acts is None else kind in acts)
        ]

    def failed(self, seen: Inspected) -> bool:
        """Return whether a detector of the family could not look: then nothing is known."""
        return seen.rule == f"failure.{self.family}"


TASKS: Final[Mapping[str, Task]] = MappingProxyType(
    {"pii": Task(Side.INPUT, Family.PII, PiiFigures)}
)
"""Name of a task → the task."""

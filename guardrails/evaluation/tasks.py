"""What can be evaluated: for each task, how a row is asked and how its answer counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Protocol

from guardrails.evaluation.pii import PiiFigures
from guardrails.evaluation.report import Report
from guardrails.evaluation.rows import Row
from guardrails.messages import Side

if TYPE_CHECKING:
    from guardrails.inspecting import Inspected


class Figures(Protocol):
    """Counts over rows."""

    def add(self, row: Row, found: Sequence[tuple[int, int]]) -> None:
        """Count one row and the ranges that were found in it."""
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
        found: Returns the ranges that count as found in what the guard made of it.
        figures: Returns empty counts.
    """

    side: Side
    found: Callable[[Inspected], Sequence[tuple[int, int]]]
    figures: Callable[[], Figures]


def _personal(seen: Inspected) -> list[tuple[int, int]]:
    return [(start, stop) for kind, start, stop, _ in seen.findings if kind.startswith("pii.")]


TASKS: Final[Mapping[str, Task]] = MappingProxyType(
    {"pii": Task(Side.INPUT, _personal, PiiFigures)}
)
"""Name of a task → the task."""

"""Counts of flagged messages, and the worst of them by id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heappush, heappushpop
from typing import Final

from guardrails.evaluation.crisis_rows import LEVELS, CrisisRow
from guardrails.evaluation.report import Figure
from guardrails.evaluation.shares import Share
from guardrails.findings import SCORE_MAX, Level

KINDS: Final = ((True, "recall"), (False, "false alarms"))
"""Whether flagging is wanted, and what the share of flagged messages is called then."""
WORST: Final = 20
"""How many errors of one kind are named."""


@dataclass(frozen=True, slots=True)
class Judged:
    """
    What became of a message.

    Attributes:
        level: The highest at which a rule fired.
        score: How sure the surest finding of that level is, 0..10000; 0 if nothing was found.
    """

    level: Level
    score: int

    @property
    def order(self) -> int:
        """The graver, the larger: by level, then by score."""
        return self.level.rank * (SCORE_MAX + 1) + self.score


@dataclass(slots=True)
class Flags:
    """Flagged and counted messages, by level and by whether flagging was wanted."""

    hits: Counter[tuple[Level, bool]] = field(default_factory=Counter)
    of: Counter[tuple[Level, bool]] = field(default_factory=Counter)

    def add(self, row: CrisisRow, seen: Judged) -> None:
        """Count *row*, which was judged so, at each level at which its label says enough."""
        for level, wanted in row.wanted.items():
            if wanted is not None:
                self.of[level, wanted] += 1
                self.hits[level, wanted] += seen.level >= level

    def share(self, level: Level, *, wanted: bool) -> Share:
        """Return how many were flagged at *level* of those that should be, or should not."""
        key = (level, wanted)
        return Share(self.hits[key], self.of[key])

    def figures(self) -> Iterator[Figure]:
        """Yield recall and false alarms at each level."""
        for level in LEVELS:
            for wanted, name in KINDS:
                yield Figure(f"{name} at {level} or more", self.share(level, wanted=wanted))


@dataclass(slots=True)
class Worst:
    """The worst errors of one kind; no more are kept than are told."""

    kept: list[tuple[int, int, str]] = field(default_factory=list)

    def add(self, badness: int, row: CrisisRow) -> None:
        """Keep *row* if it is one of the worst so far; of equals the first in the data."""
        one = (badness, -row.line, row.id)
        if len(self.kept) < WORST:
            heappush(self.kept, one)
        else:
            heappushpop(self.kept, one)

    def ids(self) -> tuple[str, ...]:
        """Return their ids, the worst first."""
        return tuple(id_ for _, _, id_ in sorted(self.kept, reverse=True))

"""How far two shares of the same cases lie apart, and how sure one may be of it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from guardrails.evaluation.shares import Share


@dataclass(frozen=True, slots=True)
class Pairs:
    """
    Cases that were judged in two forms: how many hit in both, in one alone, or in neither.

    Raises:
        ValueError: One of them is negative.
    """

    both: int
    first: int
    second: int
    neither: int

    def __post_init__(self) -> None:
        if min(self.both, self.first, self.second, self.neither) < 0:
            msg = "pairs are counts, and none is negative"
            raise ValueError(msg)

    @property
    def of(self) -> int:
        """How many cases there are."""
        return self.both + self.first + self.second + self.neither

    @property
    def gap(self) -> float:
        """The share of the second form less that of the first, -1..1; 0 of no cases."""
        return (self.second - self.first) / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """
        The 95% interval of `gap`, -1..1, by method 10 of Newcombe (Stat. Med. 17:2635, 1998).

        It is made of the Wilson intervals of both shares, and of how far they go together.
        """
        if not self.of:
            return -1.0, 1.0
        one, other = (
            Share(self.both + self.second, self.of),
            Share(self.both + self.first, self.of),
        )
        (low, high), (least, most) = one.interval, other.interval
        together = self._together()

        def far(mine: float, theirs: float) -> float:
            return math.sqrt(max(0.0, mine**2 - 2 * together * mine * theirs + theirs**2))

        below = far(one.value - low, most - other.value)
        above = far(high - one.value, other.value - least)
        return max(-1.0, self.gap - below), min(1.0, self.gap + above)

    def _together(self) -> float:
        """Return the correlation of both forms, corrected for continuity, -1..1."""
        product = (
            (self.both + self.first)
            * (self.second + self.neither)
            * (self.both + self.second)
            * (self.first + self.neither)
        )
        if not product:
            return 0.0
        more = float(self.both * self.neither - self.first * self.second)
        if more > 0:
            more = max(0.0, more - self.of / 2)
        return more / math.sqrt(product)

    def __str__(self) -> str:
        low, high = (100 * end for end in self.interval)
        if not self.of:
            return "no cases"
        return f"{100 * self.gap:+.1f} [{low:+.1f}, {high:+.1f}]"

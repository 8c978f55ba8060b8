"""
How well an order of messages parts those at risk from the others.

Messages come with an integer; the larger, the graver. Only how often each integer came
is kept, so memory does not grow with the data, and ties are exact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from guardrails.evaluation.shares import Share, Z

_HALVINGS = 60  # of 0..1, until floating point ends


@dataclass(slots=True)
class Ranking:
    """Counts of messages, by what they were given; the order of adding makes no difference."""

    wanted: Counter[int] = field(default_factory=Counter)
    others: Counter[int] = field(default_factory=Counter)

    def add(self, given: int, *, wanted: bool) -> None:
        """Count one message that was *given* a number; *wanted* ones should have large ones."""
        (self.wanted if wanted else self.others)[given] += 1

    @property
    def sizes(self) -> tuple[int, int]:
        """How many messages were wanted, and how many not."""
        return self.wanted.total(), self.others.total()

    def steps(self) -> Iterator[tuple[int, int]]:
        """
        Yield how many wanted and how many other messages reach each number, largest first.

        The first step is `(0, 0)`: nothing reaches more than the largest. The last is `sizes`.
        """
        hits = alarms = 0
        yield 0, 0
        for given in sorted(self.wanted.keys() | self.others.keys(), reverse=True):
            hits += self.wanted[given]
            alarms += self.others[given]
            yield hits, alarms

    def area(self) -> float | None:
        """
        Return the area under the ROC curve, 0..1; None unless there are messages of both kinds.

        That is the chance that a wanted message was given more than another one, where a tie
        counts a half (Mann and Whitney). It is summed in integers.
        """
        wanted, others = self.sizes
        if not (wanted and others):
            return None
        twice, before, hits = 0, 0, 0
        for now, alarms in self.steps():
            twice += (alarms - before) * (hits + now)
            before, hits = alarms, now
        return twice / (2 * wanted * others)

    def area_interval(self) -> tuple[float, float]:
        """
        Return the 95% interval of `area`, 0..1, by method 5 of Newcombe (Stat. Med. 25:559, 2006).

        Like Wilson's it is no single point where every message is on its right side.
        """
        area, (wanted, others) = self.area(), self.sizes
        if area is None:
            return 0.0, 1.0
        extra = (wanted + others) / 2 - 1

        def far(true: float) -> bool:
            """Return whether *true* is too far from what was seen to be believed."""
            spread = 1 + extra * ((1 - true) / (2 - true) + true / (1 + true))
            return (area - true) ** 2 > Z * Z * true * (1 - true) * spread / (wanted * others)

        ends = []
        for end in (0.0, 1.0):
            outside, inside = end, area
            for _ in range(_HALVINGS):
                middle = (outside + inside) / 2
                outside, inside = (middle, inside) if far(middle) else (outside, middle)
            ends.append(inside)
        return ends[0], ends[1]

    def average_precision(self) -> float | None:
        """
        Return the area under the precision-recall curve, 0..1; None if no message is wanted.

        It is the sum over all numbers, largest first, of the precision there times what recall
        gains there: nothing is interpolated, as it would be too kind (Davis and Goadrich, 2006).
        """
        wanted, _ = self.sizes
        if not wanted:
            return None
        total, before = 0.0, 0
        for hits, alarms in self.steps():
            if hits > before:
                total += (hits - before) / wanted * hits / (hits + alarms)
            before = hits
        return total

    def recall_at(self, alarms_of_10_000: int) -> Share:
        """Return the best recall at which no more than so many of 10,000 other messages alarm."""
        wanted, others = self.sizes
        allowed = others * alarms_of_10_000
        return Share(max(h for h, a in self.steps() if a * 10_000 <= allowed), wanted)

"""A share of cases, and how sure one may be of it."""

from __future__ import annotations

import math
from dataclasses import dataclass

Z = 1.959964
"""Two-sided 95% of the normal distribution."""


@dataclass(frozen=True, slots=True, order=True)
class Share:
    """
    *hits* of *of* cases.

    Raises:
        ValueError: Unless `0 <= hits <= of`.
    """

    hits: int
    of: int

    def __post_init__(self) -> None:
        if not 0 <= self.hits <= self.of:
            msg = f"a share needs 0 <= hits <= of, got {self.hits} of {self.of}"
            raise ValueError(msg)

    @property
    def value(self) -> float:
        """0..1; 0 of no cases is 0."""
        return self.hits / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95% interval of Wilson (J. Am. Stat. Assoc. 22, 1927), 0..1."""
        if not self.of:
            return 0.0, 1.0
        middle = (self.value + Z * Z / (2 * self.of)) / (1 + Z * Z / self.of)
        spread = self.value * (1 - self.value) / self.of + Z * Z / (4 * self.of * self.of)
        half = Z * math.sqrt(spread) / (1 + Z * Z / self.of)
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        low, high = (100 * end for end in self.interval)
        if not self.of:
            return "no cases"
        return f"{100 * self.value:.1f}% [{low:.1f}, {high:.1f}]"

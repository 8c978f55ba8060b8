"""Stops asking something that keeps failing, for a while."""

from __future__ import annotations

from collections.abc import Callable


class Breaker:
    """
    Counts failures in a row; after `limit` of them it stays open for `rest` seconds.

    After the rest one call is let through; its outcome closes or opens it again.
    """

    def __init__(self, clock: Callable[[], float], limit: int = 5, rest: float = 10.0) -> None:
        self._clock = clock
        self._limit = limit
        self._rest = rest
        self._failures = 0
        self._until = 0.0

    @property
    def open(self) -> bool:
        """Whether calls are to be spared now."""
        return self._failures >= self._limit and self._clock() < self._until

    def succeeded(self) -> None:
        """Forget the failures."""
        self._failures = 0

    def failed(self) -> None:
        """Count one more failure."""
        self._failures += 1
        if self._failures >= self._limit:
            self._until = self._clock() + self._rest

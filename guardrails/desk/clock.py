"""A clock that does not jump."""

from __future__ import annotations

import time
from collections.abc import Callable


class SteadyClock:
    """
    Unix time that goes on steadily while the process runs, whatever is done to the clock.

    Args:
        now: Unix time in seconds; asked once, at the first call.
        ticks: Seconds of a clock that never goes back.
    """

    def __init__(
        self,
        now: Callable[[], float] = time.time,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._now = now
        self._ticks = ticks
        self._shift: float | None = None

    def not_before(self, moment: float) -> None:
        """Go on from *moment*, Unix time in seconds, if it is not that late yet."""
        if self() < moment:
            self._shift = moment - self._ticks()

    def __call__(self) -> float:
        """Return the Unix time in seconds."""
        ticks = self._ticks()
        if self._shift is None:
            self._shift = self._now() - ticks
        return self._shift + ticks

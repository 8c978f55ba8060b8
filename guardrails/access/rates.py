"""How often a key may be used: a token bucket for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float


class Rates:
    """
    Counts the requests of each key, in this process.

    A key may save up a minute's worth and then goes on at its rate.

    Args:
        per_minute: Requests of a key that has no rate of its own; 0 for no limit.
        clock: Monotonic seconds.
    """

    def __init__(self, per_minute: int, clock: Callable[[], float]) -> None:
        self._per_minute = per_minute
        self._clock = clock
        self._buckets: dict[str, _Bucket] = {}

    def wait(self, name: str, per_minute: int | None = None) -> float:
        """
        Count one request of *name*, or return the seconds after which there is room for it.

        Args:
            name: Whose request it is: one of the keys, so that there are not many.
            per_minute: Its own rate, if it has one; 0 for no limit.
        """
        rate = self._per_minute if per_minute is None else per_minute
        if rate == 0:
            return 0.0
        now = self._clock()
        bucket = self._buckets.setdefault(name, _Bucket(rate, now))
        bucket.tokens = min(rate, bucket.tokens + (now - bucket.at) * rate / 60)
        bucket.at = now
        if bucket.tokens < 1:
            return (1 - bucket.tokens) * 60 / rate
        bucket.tokens -= 1
        return 0.0

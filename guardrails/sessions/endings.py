"""Sessions that were forgotten since nobody used them, until somebody asks after them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from contextlib import suppress

from guardrails.sessions.base import ENDED_MAX, Ended
from guardrails.sessions.codec import state_of
from guardrails.sessions.table import Idle


class Endings:
    """Which sessions have ended; the oldest make room."""

    def __init__(self) -> None:
        self._ended: deque[Ended] = deque(maxlen=ENDED_MAX)

    def add(self, gone: Iterable[Idle]) -> None:
        """Note those of *gone* whose first record is written."""
        for one in gone:
            if one.opened and one.state is not None:
                self._ended.append(Ended(one.ref, state_of(one.state).turn))

    def told(self) -> list[Ended]:
        """Return those that were noted since the last call."""
        found: list[Ended] = []
        with suppress(IndexError):
            while True:
                found.append(self._ended.popleft())
        return found

"""How much a gateway takes on at once, and when it takes no more."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from guardrails.errors import RefusedError


@dataclass(frozen=True, slots=True)
class Limits:
    """
    What a request may take.

    Attributes:
        body: Bytes of a request.
        messages: Messages in a request.
        turns: Turns that run at the same time.
        upload: Seconds in which the body has to arrive.
        per_minute: Requests of a key that has no rate of its own; 0 for no limit.
    """

    body: int = 4 * 1024 * 1024
    messages: int = 1000
    turns: int = 64
    upload: float = 30.0
    per_minute: int = 600


class Admission:
    """
    Counts the turns under way.

    Args:
        most: Turns at the same time.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._idle = asyncio.Event()
        self._idle.set()
        self.running = 0
        self.draining = False

    def enter(self) -> None:
        """
        Count one more turn.

        Raises:
            RefusedError: There are too many, or the gateway is being stopped.
        """
        if self.draining:
            said = "this gateway is being stopped; send the turn again"
            raise RefusedError(503, "shutting_down", said, retry_after=1)
        if self.running >= self._most:
            said = f"{self._most} turns run already; try again shortly"
            raise RefusedError(503, "overloaded", said, retry_after=1)
        self.running += 1
        self._idle.clear()

    def leave(self) -> None:
        """Count one less."""
        self.running -= 1
        if not self.running:
            self._idle.set()

    async def drain(self) -> None:
        """Take nothing more, and return when no turn is under way."""
        self.draining = True
        await self._idle.wait()

"""Lets turns of one conversation through one at a time, in the order in which they asked."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from dataclasses import dataclass, field

from guardrails.errors import SessionBusyError


@dataclass(slots=True)
class _Gate:
    """Who waits for one name. Waiters may belong to several event loops."""

    waiting: deque[tuple[asyncio.AbstractEventLoop, asyncio.Future[None]]] = field(
        default_factory=deque
    )


class Turnstile:
    """
    Lets one turn at a time through for each name, within this process.

    Args:
        wait: Seconds that a turn waits for the one before it.
    """

    def __init__(self, wait: float) -> None:
        self._wait = wait
        self._gates: dict[str, _Gate] = {}
        self._lock = threading.Lock()

    def busy(self, name: str) -> bool:
        """Return whether a turn for *name* is inside, or waits."""
        return name in self._gates

    async def enter(self, name: str) -> None:
        """
        Return when it is this turn's.

        Raises:
            SessionBusyError: The turn before did not end in time.
        """
        loop = asyncio.get_running_loop()
        with self._lock:
            gate = self._gates.get(name)
            if gate is None:
                self._gates[name] = _Gate()
                return
            turn: asyncio.Future[None] = loop.create_future()
            gate.waiting.append((loop, turn))
        try:
            async with asyncio.timeout(self._wait):
                await asyncio.shield(turn)
        except BaseException as error:
            self._give_up(name, gate, (loop, turn))
            if isinstance(error, TimeoutError):
                raise SessionBusyError(self._wait) from None
            raise

    def _give_up(
        self, name: str, gate: _Gate, me: tuple[asyncio.AbstractEventLoop, asyncio.Future[None]]
    ) -> None:
        """Stop waiting; if the turn was handed over meanwhile, hand it on."""
        with self._lock:
            if me in gate.waiting:
                gate.waiting.remove(me)
                return
        self.leave(name)

    def leave(self, name: str) -> None:
        """Let the next turn for *name* through. May be called on any thread."""
        with self._lock:
            waiting = self._gates[name].waiting
            while waiting:
                loop, turn = waiting.popleft()
                try:
                    loop.call_soon_threadsafe(_wake, turn)
                except RuntimeError:  # that loop is closed, and whoever waited is gone
                    continue
                return
            del self._gates[name]


def _wake(turn: asyncio.Future[None]) -> None:
    if not turn.done():
        turn.set_result(None)

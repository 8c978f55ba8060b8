"""Erases kept texts that are older than the policy keeps them, once an hour, and records it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from guardrails.errors import EvidenceError, LogWriteError
from guardrails.evidence.base import Evidence, Expired
from guardrails.ledger.acts import erase_body
from guardrails.ledger.base import DecisionLog
from guardrails.ledger.record import Kind
from guardrails.policy.model import Policy

EVERY: Final = 3600.0
"""Seconds between two looks for texts that are too old."""
BY: Final = "policy"
"""Who erases in records of it."""


class Expiry:
    """
    Looks after the age of kept texts for as long as an event loop runs.

    Args:
        evidence: Where texts are kept; None if none are.
        log: Is told of what was erased.
        policy: Returns the policy in force.
        now: Unix time in seconds.
    """

    def __init__(
        self,
        evidence: Evidence | None,
        log: DecisionLog,
        policy: Callable[[], Policy],
        now: Callable[[], float],
    ) -> None:
        self._evidence = evidence
        self._log = log
        self._policy = policy
        self._now = now
        self._owed = 0  # conversations whose erasure is not recorded yet
        self._lock = threading.Lock()
        self._running: tuple[asyncio.AbstractEventLoop, asyncio.Task[None]] | None = None
        self._closed = False

    def wake(self) -> None:
        """See to it on the loop that runs, if none does it yet and there is anything to do."""
        keep = self._policy().logging.keep
        if self._closed or self._evidence is None or keep is None or keep.text is None:
            return
        loop = asyncio.get_running_loop()
        with self._lock:
            if self._running is not None:
                other, task = self._running
                if other.is_running() and not task.done():
                    return
            self._running = (loop, loop.create_task(self._run()))

    async def _run(self) -> None:
        while not self._closed:
            with suppress(EvidenceError, LogWriteError):  # again in an hour
                await self.tick()
            await asyncio.sleep(EVERY)

    async def tick(self) -> Expired:
        """
        Erase what is too old now, and return how much it was.

        Raises:
            EvidenceError: It could not be erased.
            LogWriteError: It is erased, and could not be recorded; that is owed.
        """
        keep = self._policy().logging.keep
        if self._evidence is None or keep is None or keep.text is None:
            return Expired(0, 0)
        before = int(self._now()) - keep.text
        expired = await self._evidence.expire(before)
        self._owed += expired.sessions
        if self._owed:
            body = age_body(self._owed, before, self._log.origin, by=BY, at=int(self._now()))
            await self._log.append(Kind.ERASE, body)
            self._owed = 0
        return expired

    def close(self) -> None:
        """Look no more. Safe to call twice."""
        with self._lock:
            self._closed, running = True, self._running
        if running is not None:
            loop, task = running
            with suppress(RuntimeError):  # the loop is closed, and its tasks with it
                loop.call_soon_threadsafe(task.cancel)


def age_body(sessions: int, before: int, origin: str, *, by: str, at: int) -> dict[str, object]:
    """Return the body of `erase` for texts of records before a Unix time; see `erase_body`."""
    return erase_body(
        sessions=sessions,
        stores=["evidence"],
        by=by,
        reason="age",
        at=at,
        before=before,
        origin=origin,
    )

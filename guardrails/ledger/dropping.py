"""
A log that goes on without records while it cannot be written, and owns up to it afterwards.

For policies with `logging: {on_failure: drop}`. What is lost is a turn's records; acts of
people, and calls for a human, are recorded or refused as ever.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, Final

from guardrails.errors import LogWriteError
from guardrails.ledger.base import DecisionLog, Receipt
from guardrails.ledger.record import Kind

KINDS: Final = frozenset(
    {
        Kind.SESSION_OPEN,
        Kind.TURN_OPEN,
        Kind.TURN_CLOSE,
        Kind.DECISION,
        Kind.COVERAGE_GAP,
        Kind.FAILURE,
    }
)
"""Kinds of records without which a turn may go on."""


class DroppingLog:
    """
    A `DecisionLog` that returns an unwritten receipt instead of failing, for records of turns.

    How many were lost, of which kinds and from when to when, is recorded before the next
    record that can be written (`recovery` with `why: dropped`). What a process that ends
    meanwhile has lost, nobody knows.

    Args:
        inner: The log.
        now: Unix time in seconds.
    """

    def __init__(self, inner: DecisionLog, now: Callable[[], float]) -> None:
        self.inner = inner
        self._now = now
        self._lost: Counter[str] = Counter()
        self._since = 0
        self._until = 0

    @property
    def origin(self) -> str:
        """Name of the log."""
        return self.inner.origin

    async def append(self, kind: str, body: Mapping[str, Any]) -> Receipt:
        """
        Return once the record is durable, or is dropped: then the receipt is not `written`.

        Raises:
            LogWriteError: It is not durable, and is of a kind that is never dropped.
        """
        if kind not in KINDS:
            await self.settle()
            return await self.inner.append(kind, body)
        if _policy_at(body) < 0:  # the policy was dropped: nobody could replay a decision by it
            return self._drop(kind)
        try:
            if not self._lost:
                return await self.inner.append(kind, body)
            # Handed in one after the other, and both in one wait for the disk.
            _, receipt = await asyncio.gather(self.settle(), self.inner.append(kind, body))
        except LogWriteError:
            return self._drop(kind)
        return receipt

    async def attach(self, data: bytes) -> str:
        """Store *data*; see `DecisionLog.attach`."""
        return await self.inner.attach(data)

    async def settle(self) -> None:
        """Own up to what was dropped, if there is anything and the log can be written again."""
        if not self._lost:
            return
        lost, self._lost = self._lost, Counter()
        body = dropped_body(lost, since=self._since, until=self._until)
        try:
            await self.inner.append(Kind.RECOVERY, body)
        except LogWriteError:
            self._lost.update(lost)

    def _drop(self, kind: str) -> Receipt:
        now = int(self._now())
        if not self._lost:
            self._since = now
        self._until = now
        self._lost[str(kind)] += 1
        return Receipt.unwritten(self.origin)

    def close(self) -> None:
        """Let go of the log."""
        self.inner.close()


def dropped_body(lost: Mapping[str, int], *, since: int, until: int) -> dict[str, Any]:
    """
    Return the body of `recovery` for records that a policy had dropped.

    Args:
        lost: Kind → how many records of it.
        since: Unix time in seconds of the first of them.
        until: The same of the last.
    """
    return {
        "why": "dropped",
        "records": sum(lost.values()),
        "kinds": dict(lost),
        "since": since,
        "until": until,
    }


def _policy_at(body: Mapping[str, Any]) -> int:
    """Return where the log holds the policy that *body* names; 0 if it names none."""
    policy = body.get("policy")
    at = policy.get("at", 0) if isinstance(policy, Mapping) else 0
    return at if isinstance(at, int) else 0

"""Whether a gateway can do its work: its log, its detectors."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from guardrails.errors import LogWriteError
from guardrails.ledger.base import DecisionLog, Receipt, innermost
from guardrails.ledger.postgres import PostgresLog

_PROBE = b"\0" * 4096
_FRESH = 5.0
"""Seconds for which an answer holds."""


class WatchedLog:
    """
    A `DecisionLog` of several guards that remembers when it last could not be written.

    Args:
        inner: The log.
        clock: Monotonic seconds.
        failed: Called at each record that could not be written.
    """

    def __init__(
        self, inner: DecisionLog, clock: Callable[[], float], failed: Callable[[], None]
    ) -> None:
        self.inner = inner
        self._clock = clock
        self._failed = failed
        self._broken_at: float | None = None

    @property
    def origin(self) -> str:
        """Name of the log."""
        return self.inner.origin

    @property
    def folder(self) -> Path | None:
        """Where it lies, if it lies anywhere."""
        return getattr(self.inner, "folder", None)

    def fault(self) -> str | None:
        """
        Return why no record could be written now, or None. It may take two seconds.

        A log of another kind is not tried: it shows at its next record.
        """
        if self.folder is not None:
            return unwritable(self.folder)
        inner = innermost(self.inner)
        return inner.fault() if isinstance(inner, PostgresLog) else None

    def broken(self) -> bool:
        """Return whether the last record could not be written, a moment ago."""
        return self._broken_at is not None and self._clock() - self._broken_at < _FRESH

    async def append(self, kind: str, body: Mapping[str, Any]) -> Receipt:
        """Return once the record is durable; see `DecisionLog.append`."""
        try:
            receipt = await self.inner.append(kind, body)
        except LogWriteError:
            self._broken_at = self._clock()
            self._failed()
            raise
        self._broken_at = None
        return receipt

    async def attach(self, data: bytes) -> str:
        """Store *data*; see `DecisionLog.attach`."""
        return await self.inner.attach(data)

    def close(self) -> None:
        """Do nothing: several guards write it, and whoever opened it closes it after them."""


class Health:
    """
    Looks after the parts without which nothing can be released.

    Args:
        log: Of all routes.
        failing: Return the detectors of each route that do not answer.
        clock: Monotonic seconds.
        needs_log: Whether some route releases nothing without a record.
    """

    def __init__(
        self,
        log: WatchedLog,
        failing: Sequence[Callable[[], Any]],
        clock: Callable[[], float],
        needs_log: Callable[[], bool] = lambda: True,
    ) -> None:
        self._log = log
        self._failing = failing
        self._clock = clock
        self._needs_log = needs_log
        self._lock = asyncio.Lock()
        self._at: float | None = None
        self._faults: tuple[str, ...] = ()

    async def faults(self) -> tuple[str, ...]:
        """
        Return what does not work, in words without any text of a conversation.

        The answer is at most five seconds old.
        """
        async with self._lock:
            if self._at is None or self._clock() - self._at >= _FRESH:
                self._faults = await self._look()
                self._at = self._clock()
            return self._faults

    async def _look(self) -> tuple[str, ...]:
        found = list[str]()
        if not self._needs_log():
            pass  # its routes go on without it; the metrics tell
        elif self._log.broken():
            found.append("the decision log could not be written a moment ago")
        elif why := await asyncio.to_thread(self._log.fault):
            found.append(f"the decision log cannot be written: {why}")
        for names in await asyncio.gather(*(failing() for failing in self._failing)):
            found += [f"the detector {name} does not answer" for name in names]
        return tuple(dict.fromkeys(found))


def unwritable(folder: Path) -> str | None:
    """Return why nothing can be written to *folder*, or None; nothing is left there."""
    try:
        # A file without a name: whoever reads the log meanwhile does not see it.
        file = os.open(folder, os.O_TMPFILE | os.O_RDWR, 0o600)
        try:
            os.write(file, _PROBE)
            os.fsync(file)
        finally:
            os.close(file)
    except (OSError, AttributeError) as error:
        return getattr(error, "strerror", None) or type(error).__name__
    return None

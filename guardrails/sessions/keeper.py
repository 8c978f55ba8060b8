"""The thread that looks after a store of sessions while turns come and go."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from guardrails.errors import SessionStoreError
from guardrails.sessions import table
from guardrails.sessions.endings import Endings
from guardrails.sessions.habits import Habits
from guardrails.sessions.unkept import Unkept
from guardrails.storage.backend import Backend


class Keeper:
    """
    Renews leases, keeps what could not be kept, and forgets what is idle.

    Args:
        backend: Of the store.
        unkept: What could not be kept.
        endings: Hears of sessions that are forgotten.
        habits: How often it does so.
        holder: Whose leases are renewed.
        clock: Monotonic seconds.
    """

    def __init__(
        self,
        backend: Backend,
        unkept: Unkept,
        endings: Endings,
        habits: Habits,
        holder: str,
        clock: Callable[[], float],
    ) -> None:
        self._backend = backend
        self._unkept = unkept
        self._endings = endings
        self._habits = habits
        self._holder = holder
        self._clock = clock
        self._closed = threading.Event()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def begin(self) -> None:
        """Start, unless it has begun or is closed."""
        with self._lock:
            if self._thread is None and not self._closed.is_set():
                self._thread = threading.Thread(
                    target=self._run, name="sessions-keeper", daemon=True
                )
                self._thread.start()

    def _run(self) -> None:
        lease = self._habits.lease
        swept = self._clock()
        while not self._closed.wait(min(lease / 3, 1.0 if self._unkept else 60.0)):
            self._unkept.retry()
            with suppress(SessionStoreError):
                self._backend.submit(
                    partial(table.renew, holder=self._holder, lease=lease), durable=False
                ).exception()
                if self._clock() - swept >= self._habits.sweep:
                    swept = self._clock()
                    work = partial(table.sweep, idle=self._habits.idle)
                    self._endings.add(self._backend.submit(work, wipe=True).result())

    def close(self) -> None:
        """Stop, once what it is about to do is done. Safe to call twice."""
        self._closed.set()
        with self._lock:
            thread, self._thread = self._thread, None
        if thread is not None:
            thread.join()

"""Takes sessions out of a database, each for one process at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from typing import Final

from guardrails.errors import SessionBusyError, SessionStoreError
from guardrails.sessions import table
from guardrails.sessions.database import Database
from guardrails.sessions.endings import Endings
from guardrails.sessions.habits import Habits
from guardrails.sessions.keyring import KEY, Keyring
from guardrails.sessions.table import Hold, Idle, Lease, Seed

_PAUSES: Final = (0.005, 0.01, 0.02, 0.05, 0.1)


class Leases:
    """
    Takes sessions once no other process holds them.

    Args:
        database: Of the store.
        keys: Lock the key of a session that is new.
        habits: How long a lease is, and how long it is waited for.
        endings: Hears of sessions that are found to be idle.
        random: Gives *n* random bytes.
        clock: Monotonic seconds.
    """

    def __init__(
        self,
        database: Database,
        keys: Keyring,
        habits: Habits,
        endings: Endings,
        random: Callable[[int], bytes],
        clock: Callable[[], float],
    ) -> None:
        self._database = database
        self._keys = keys
        self._habits = habits
        self._endings = endings
        self._random = random
        self._clock = clock

    async def take(self, name: bytes, subject: bytes | None, holder: str, began: float) -> Hold:
        """
        Return the session *name* once no other holder has it.

        Args:
            name: What the store calls it. It is made if it is not there.
            subject: What the store calls the person, if that is known.
            holder: Who takes it.
            began: Since when it is waited for, by the clock.

        Raises:
            SessionBusyError: Another holder did not let go of it in time.
            SessionStoreError: The database cannot be used.
        """
        ref = f"s_{self._random(16).hex()}"
        seed = Seed(ref, self._keys.lock(self._random(KEY), ref.encode()))
        seen: Lease | None = None
        since, tries = self._clock(), 0
        gone: list[Idle] = []
        while True:
            # A lease that was not renewed for its whole length is dead, whatever clocks say.
            dead = seen if self._clock() - since >= self._habits.lease else None
            work = partial(
                table.take,
                name=name,
                holder=holder,
                seed=seed,
                token=self._random(12).hex(),
                subject=subject,
                lease=self._habits.lease,
                idle=self._habits.idle,
                dead=dead,
                gone=gone,
            )
            taking = self._database.backend.submit(work, durable=False)
            try:
                got = await self._database.done(taking)
            except asyncio.CancelledError:
                taking.add_done_callback(self._put_down)
                raise
            self._endings.add(gone)
            gone.clear()
            if isinstance(got, Hold):
                return got
            if got != seen:
                seen, since = got, self._clock()
            if self._clock() - began >= self._habits.wait:
                raise SessionBusyError(self._habits.wait)
            await asyncio.sleep(_PAUSES[min(tries, len(_PAUSES) - 1)])
            tries += 1

    def _put_down(self, taking: Future[Hold | Lease]) -> None:
        """Let go of what was taken for a turn that is gone."""
        if taking.exception() is None and isinstance(got := taking.result(), Hold):
            with suppress(SessionStoreError):
                self.free(got)

    def free(self, hold: Hold) -> None:
        """Let go of *hold*, whose session stays as it was."""
        self._database.backend.submit(partial(table.free, hold=hold), durable=False)

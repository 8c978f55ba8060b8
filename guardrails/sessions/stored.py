"""
Sessions in a database, shared by any number of processes.

    hold ──▶ turnstile ──▶ lease ──▶ the turn ──▶ keep, with the lease's fence
             (in order,     (one process,          (an earlier holder
              this process)  renewed meanwhile)     changes nothing)
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from functools import partial

from guardrails.erasure import Whose
from guardrails.errors import SessionError, SessionLostError, SessionStoreError
from guardrails.sessions import table
from guardrails.sessions.base import Ended, Session
from guardrails.sessions.codec import Sealed
from guardrails.sessions.database import Database
from guardrails.sessions.endings import Endings
from guardrails.sessions.habits import Habits
from guardrails.sessions.held import Held, opened
from guardrails.sessions.keeper import Keeper
from guardrails.sessions.keyring import KEY, Keyring
from guardrails.sessions.leases import Leases
from guardrails.sessions.table import Hold, Kept, Seed
from guardrails.sessions.turnstile import Turnstile
from guardrails.sessions.unkept import Unkept
from guardrails.storage.backend import Backend


class StoredSessions:
    """
    A `SessionStore` in a database.

    A change that cannot be kept, since the database is gone, is held in this process and
    kept as soon as it is back; until then its session is not given out.

    Args:
        backend: Runs the transactions.
        keys: Lock the keys of the sessions.
        habits: How long things are kept and waited for.
        random: Gives *n* random bytes.
        clock: Monotonic seconds.
    """

    def __init__(
        self,
        backend: Backend,
        keys: Keyring,
        habits: Habits = Habits(),  # noqa: B008 - a frozen value
        *,
        random: Callable[[int], bytes] = os.urandom,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._database = Database(backend, keys, random)
        self._keys = keys
        self._habits = habits
        self._random = random
        self._clock = clock
        self._holder = f"p_{random(12).hex()}"
        self._turnstile = Turnstile(habits.wait)
        self._unkept = Unkept(backend)
        self._endings = Endings()
        self._leases = Leases(self._database, keys, habits, self._endings, random, clock)
        self._keeper = Keeper(backend, self._unkept, self._endings, habits, self._holder, clock)

    @property
    def store(self) -> str:
        """Its code in `erase` records."""
        return "sessions"

    @property
    def idle(self) -> float:
        """Seconds after which an unused session is forgotten with its keys."""
        return self._habits.idle

    @property
    def unkept(self) -> int:
        """How many sessions wait for the database to come back; more than 0 wants an alarm."""
        return len(self._unkept)

    @property
    def lost(self) -> int:
        """How many turns could not be kept, since another process had taken their session."""
        return self._unkept.lost

    @asynccontextmanager
    async def hold(
        self, session_id: str, *, subject_id: str | None = None
    ) -> AsyncIterator[Session]:
        """Give the session to one turn at a time, over all processes."""
        began = self._clock()
        await self._turnstile.enter(session_id)
        handed = False
        try:
            held = await self._take(session_id, subject_id, began)
            try:
                yield held.session
            except BaseException:
                handed = True
                with suppress(SessionError):
                    await self._give_back(held, session_id)
                raise
            handed = True
            await self._give_back(held, session_id)
        finally:
            if not handed:
                self._turnstile.leave(session_id)

    async def _take(self, session_id: str, subject_id: str | None, began: float) -> Held:
        name = await self._database.name(session_id)
        subject = None if subject_id is None else self._database.called(b"subject", subject_id)
        await self._catch_up(name)
        hold = await self._leased(name, subject, self._holder, began)
        try:
            key = self._keys.unlock(hold.key, hold.ref.encode())
            sealed = Sealed(key, hold.ref, self._random)
            held = opened(hold, subject, sealed, self._database, self._random)
        except BaseException:
            self._leases.free(hold)
            raise
        held.session.eraser = partial(self._erase, held)
        return held

    async def _catch_up(self, name: bytes) -> None:
        """Keep what could not be kept of a session before, or raise why it cannot be now."""
        if (change := self._unkept.get(name)) is not None:
            await self._database.done(self._unkept.keep(change))

    async def _leased(self, name: bytes, subject: bytes | None, holder: str, began: float) -> Hold:
        hold = await self._leases.take(name, subject, holder, began)
        self._keeper.begin()
        return hold

    async def _give_back(self, held: Held, session_id: str) -> None:
        """
        Keep the session and let the next turn in, even if nobody waits for it any more.

        Raises:
            SessionLostError: Another process took the session over meanwhile.
        """
        change = held.change()
        try:
            keeping = self._unkept.keep(change)
        except SessionStoreError:
            self._turnstile.leave(session_id)
            raise
        keeping.add_done_callback(lambda _: self._turnstile.leave(session_id))
        try:
            kept = await self._database.done(keeping)
        except SessionStoreError:
            return  # it is held here, and kept as soon as the database is back
        if kept is Kept.LOST:
            raise SessionLostError

    async def _erase(self, held: Held) -> None:
        """Delete a session that is held; of one with a crisis flag an empty row stays."""
        session, hold = held.session, held.hold
        key = self._random(KEY)
        watched = session.state.watched
        seed = Seed(hold.ref, self._keys.lock(key, hold.ref.encode())) if watched else None
        await self._database.do(partial(table.erase, hold=hold, seed=seed), wipe=True)
        held.sealed = Sealed(key, hold.ref, self._random)
        held.count = 0
        session.wipe(self._random(32))

    async def forget(self, session_id: str) -> bool:
        """Drop the session with its keys and return whether there was one."""
        name = await self._database.name(session_id)
        self._unkept.drop(name)
        return await self._database.do(partial(table.forget, name=name), wipe=True) > 0

    async def forget_subject(self, subject_id: str, *, but: str | None = None) -> tuple[str, ...]:
        """Drop every session of a person, but that named *but*; return their names in the log."""
        await self._database.ready()
        spared = None if but is None else self._database.called(b"session", but)
        subject = self._database.called(b"subject", subject_id)
        for name in self._unkept.of(subject) - {spared}:
            self._unkept.drop(name)
        work = partial(table.forget_subject, subject=subject, but=spared)
        return await self._database.do(work, wipe=True)

    async def erase(self, whose: Whose) -> frozenset[str]:
        """
        Forget a person's sessions, or one, in all processes; turns under way are waited for.

        Raises:
            SessionBusyError: A turn under way did not end in time.
            SessionStoreError: The database cannot be used.
        """
        await self._database.ready()
        name = subject = None
        if whose.session_id is not None:
            name = self._database.called(b"session", whose.session_id)
        if whose.subject_id is not None:
            subject = self._database.called(b"subject", whose.subject_id)
        work = partial(table.theirs, name=name, subject=subject)
        found = {*await self._database.do(work, durable=False)}
        if name is not None and self._unkept.get(name) is not None:
            found.add(name)
        if subject is not None:
            found |= self._unkept.of(subject)
        return frozenset([await self._erase_whole(one) for one in sorted(found)])

    async def _erase_whole(self, name: bytes) -> str:
        """Delete a session once no turn holds it, and return its name in the log."""
        await self._catch_up(name)
        # Under a holder of its own, so that turns of this process are waited for too.
        eraser = f"e_{self._random(12).hex()}"
        hold = await self._leased(name, None, eraser, self._clock())
        await self._database.do(partial(table.erase, hold=hold, seed=None), wipe=True)
        return hold.ref

    async def sweep(self) -> int:
        """
        Forget what is idle now, and return how many sessions.

        Raises:
            SessionStoreError: The database cannot be used.
        """
        await self._database.ready()
        gone = await self._database.do(partial(table.sweep, idle=self._habits.idle), wipe=True)
        self._endings.add(gone)
        return len(gone)

    def ended(self) -> list[Ended]:
        """Return the sessions that were forgotten here since the last call: nobody used them."""
        return self._endings.told()

    async def rekey(self) -> int:
        """
        Lock what was locked under an older key anew, under the first one.

        Sessions may be in use meanwhile. Returns how many were locked anew.

        Raises:
            SessionStoreError: The database cannot be used.
            SessionKeyError: Something is locked under a key that is not on the ring; what
                was locked anew before it stays so.
        """
        return await self._database.rekey()

    async def counted(self) -> tuple[int, int]:
        """
        Return how many sessions there are, and how many of them are held by a turn.

        Raises:
            SessionStoreError: The database cannot be used.
        """
        await self._database.ready()
        return await self._database.do(table.counted, durable=False)

    def close(self) -> None:
        """Keep what can be kept and let go of the database. Safe to call twice."""
        self._keeper.close()
        self._unkept.retry()
        self._database.backend.close()

    async def aclose(self) -> None:
        """Keep what can be kept and let go of the database, without holding up the loop."""
        await asyncio.to_thread(self.close)

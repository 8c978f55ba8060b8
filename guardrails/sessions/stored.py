"""
Sessions in a database, shared by any number of processes.

    hold ──▶ turnstile ──▶ lease ──▶ the turn ──▶ keep, with the lease's fence
             (in order,     (one process,          (an earlier holder
              this process)  renewed meanwhile)     changes nothing)
"""

from __future__ import annotations

import asyncio
import os
import threading
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from concurrent.futures import Future
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial
from hmac import digest
from typing import TypeVar

from guardrails.erasure import Whose
from guardrails.errors import (
    SessionBusyError,
    SessionError,
    SessionLostError,
    SessionStoreError,
)
from guardrails.sessions import table
from guardrails.sessions.base import ENDED_MAX, Ended, Session, Vault
from guardrails.sessions.codec import Sealed, state_of, state_text
from guardrails.sessions.keyring import KEY, Keyring
from guardrails.sessions.schema import migrate, put_names
from guardrails.sessions.table import Change, Hold, Idle, Kept, Lease, Seed
from guardrails.sessions.turnstile import Turnstile
from guardrails.storage.backend import Backend, Cursor

T = TypeVar("T")

_NAMES = b"candor sessions: names"
_PAUSES = (0.005, 0.01, 0.02, 0.05, 0.1)


@dataclass(frozen=True, slots=True)
class Habits:
    """
    How long a store keeps things and waits for them, in seconds.

    Attributes:
        idle: After so long an unused session is forgotten with its keys.
        wait: So long a turn waits for the one before it.
        lease: So long a session stays with a process that has died.
        sweep: So often idle sessions are looked for.
    """

    idle: float = 30 * 86_400.0
    wait: float = 60.0
    lease: float = 30.0
    sweep: float = 300.0


@dataclass(slots=True)
class _Held:
    """A session that this process holds, and what is needed to keep it."""

    hold: Hold
    subject: bytes | None
    sealed: Sealed
    session: Session
    count: int


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
        habits: Habits = Habits(),
        *,
        random: Callable[[int], bytes] = os.urandom,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._backend = backend
        self._keys = keys
        self._habits = habits
        self._random = random
        self._clock = clock
        self._holder = f"p_{random(12).hex()}"
        self._turnstile = Turnstile(habits.wait)
        self._names: bytes | None = None
        self._unkept: dict[bytes, Change] = {}
        self._ended: deque[Ended] = deque(maxlen=ENDED_MAX)
        self.lost = 0
        """How many turns could not be kept, since another process had taken their session."""
        self._closed = threading.Event()
        self._lock = threading.Lock()
        self._keeper: threading.Thread | None = None

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

    async def _take(self, session_id: str, subject_id: str | None, began: float) -> _Held:
        name = await self._name(session_id)
        subject = None if subject_id is None else self._called(b"subject", subject_id)
        if (change := self._unkept.get(name)) is not None:
            await self._done(self._submit_change(change))
        hold = await self._leased(name, subject, began)
        try:
            return await self._opened(hold, subject)
        except BaseException:
            self._backend.submit(partial(table.free, hold=hold), durable=False)
            raise

    async def _leased(
        self, name: bytes, subject: bytes | None, began: float, holder: str | None = None
    ) -> Hold:
        """Return the session once no other process holds it."""
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
                holder=holder or self._holder,
                seed=seed,
                token=self._random(12).hex(),
                subject=subject,
                lease=self._habits.lease,
                idle=self._habits.idle,
                dead=dead,
                gone=gone,
            )
            taking = self._backend.submit(work, durable=False)
            try:
                got = await self._done(taking)
            except asyncio.CancelledError:
                taking.add_done_callback(self._put_down)
                raise
            self._end(gone)
            if isinstance(got, Hold):
                self._keep_house()
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
                self._backend.submit(partial(table.free, hold=got), durable=False)

    async def _opened(self, hold: Hold, subject: bytes | None) -> _Held:
        key = self._keys.unlock(hold.key, hold.ref.encode())
        sealed = Sealed(key, hold.ref, self._random)
        if hold.vault is None:
            vault, count = Vault(self._random(32)), 0
        else:
            vault, count = sealed.opened(hold.vault)
            vault.source = partial(self._saw, hold.name, sealed)
        vault.added = {}
        session = Session(hold.ref, vault, opened=hold.opened)
        if hold.state is not None:
            session.state = state_of(hold.state)
        held = _Held(hold, subject, sealed, session, count)
        session.eraser = partial(self._erase, held)
        return held

    async def _saw(
        self, name: bytes, sealed: Sealed, marks: Collection[bytes]
    ) -> Mapping[bytes, bytes]:
        """Return what was seen; what cannot be read counts as new, and is looked at again."""
        work = partial(table.saw, name=name, marks=marks)
        try:
            found = await self._done(self._backend.submit(work, durable=False))
            return {mark: sealed.saw(mark, value) for mark, value in found.items()}
        except SessionError:
            return {}

    async def _give_back(self, held: _Held, session_id: str) -> None:
        """
        Keep the session and let the next turn in, even if nobody waits for it any more.

        Raises:
            SessionLostError: Another process took the session over meanwhile.
        """
        change = self._change(held)
        try:
            keeping = self._submit_change(change)
        except SessionStoreError:
            self._turnstile.leave(session_id)
            raise
        keeping.add_done_callback(lambda _: self._turnstile.leave(session_id))
        try:
            kept = await self._done(keeping)
        except SessionStoreError:
            return  # it is held here, and kept as soon as the database is back
        if kept is Kept.LOST:
            raise SessionLostError

    def _change(self, held: _Held) -> Change:
        session, vault = held.session, held.session.vault
        seen = [
            (mark, held.count + place, held.sealed.seen(mark, vault.seen[mark]))
            for place, mark in enumerate(vault.added or (), start=1)
            if mark in vault.seen
        ]
        count = held.count + len(vault.added or ())
        return Change(
            name=held.hold.name,
            holder=held.hold.holder,
            fence=held.hold.fence,
            token=held.hold.token,
            ref=held.hold.ref,
            subject=held.subject,
            opened=session.opened,
            state=state_text(session.state),
            vault=held.sealed.vault(vault, count),
            seen=seen,
            places=count,
        )

    def _submit_change(self, change: Change) -> Future[Kept]:
        """Begin to keep *change*; if it cannot be kept now, it is held until it can."""
        self._unkept[change.name] = change
        keeping = self._backend.submit(partial(table.keep, change=change))
        keeping.add_done_callback(lambda done: self._settled(change, done))
        return keeping

    def _settled(self, change: Change, done: Future[Kept]) -> None:
        if done.exception() is None and self._unkept.get(change.name) is change:
            del self._unkept[change.name]
            self.lost += done.result() is Kept.LOST

    async def _erase(self, held: _Held) -> None:
        """Delete a session that is held; of one with a crisis flag an empty row stays."""
        session, hold = held.session, held.hold
        key = self._random(KEY)
        watched = session.state.watched
        seed = Seed(hold.ref, self._keys.lock(key, hold.ref.encode())) if watched else None
        await self._done(
            self._backend.submit(partial(table.erase, hold=hold, seed=seed), wipe=True)
        )
        held.sealed = Sealed(key, hold.ref, self._random)
        held.count = 0
        session.wipe(self._random(32))

    async def forget(self, session_id: str) -> bool:
        """Drop the session with its keys and return whether there was one."""
        name = await self._name(session_id)
        self._unkept.pop(name, None)
        forgetting = self._backend.submit(partial(table.forget, name=name), wipe=True)
        return await self._done(forgetting) > 0

    async def forget_subject(self, subject_id: str, *, but: str | None = None) -> tuple[str, ...]:
        """Drop every session of a person, but that named *but*; return their names in the log."""
        spared = None if but is None else await self._name(but)
        await self._ready()
        subject = self._called(b"subject", subject_id)
        for name, change in list(self._unkept.items()):
            if change.subject == subject and name != spared:
                self._unkept.pop(name, None)
        work = partial(table.forget_subject, subject=subject, but=spared)
        return await self._done(self._backend.submit(work, wipe=True))

    async def erase(self, whose: Whose) -> frozenset[str]:
        """
        Forget a person's sessions, or one, in all processes; turns under way are waited for.

        Raises:
            SessionBusyError: A turn under way did not end in time.
            SessionStoreError: The database cannot be used.
        """
        await self._ready()
        name = subject = None
        if whose.session_id is not None:
            name = self._called(b"session", whose.session_id)
        if whose.subject_id is not None:
            subject = self._called(b"subject", whose.subject_id)
        work = partial(table.theirs, name=name, subject=subject)
        found = {*await self._done(self._backend.submit(work, durable=False))}
        found |= {
            one
            for one, change in self._unkept.items()
            if one == name or (subject is not None and change.subject == subject)
        }
        return frozenset([await self._erase_whole(one) for one in sorted(found)])

    async def _erase_whole(self, name: bytes) -> str:
        """Delete a session once no turn holds it, and return its name in the log."""
        if (change := self._unkept.get(name)) is not None:
            await self._done(self._submit_change(change))
        # Under a holder of its own, so that turns of this process are waited for too.
        eraser = f"e_{self._random(12).hex()}"
        hold = await self._leased(name, None, self._clock(), eraser)
        await self._done(
            self._backend.submit(partial(table.erase, hold=hold, seed=None), wipe=True)
        )
        return hold.ref

    async def sweep(self) -> int:
        """
        Forget what is idle now, and return how many sessions.

        Raises:
            SessionStoreError: The database cannot be used.
        """
        await self._ready()
        work = partial(table.sweep, idle=self._habits.idle)
        gone = await self._done(self._backend.submit(work, wipe=True))
        count = len(gone)
        self._end(gone)
        return count

    def _end(self, gone: list[Idle]) -> None:
        for one in gone:
            if one.opened and one.state is not None:
                self._ended.append(Ended(one.ref, state_of(one.state).turn))
        gone.clear()

    def ended(self) -> list[Ended]:
        """Return the sessions that were forgotten here since the last call: nobody used them."""
        found: list[Ended] = []
        with suppress(IndexError):
            while True:
                found.append(self._ended.popleft())
        return found

    async def rekey(self) -> int:
        """
        Lock what was locked under an older key anew, under the first one.

        Sessions may be in use meanwhile. Returns how many were locked anew.

        Raises:
            SessionStoreError: The database cannot be used.
            SessionKeyError: Something is locked under a key that is not on the ring; what
                was locked anew before it stays so.
        """
        await self._ready()
        await self._done(self._backend.submit(self._rename, wipe=True, alone=True))
        changed, after = 0, b""
        while True:
            page = await self._done(self._backend.submit(partial(table.keys, after=after)))
            if not page:
                return changed
            old = [one for one in page if not self._keys.fresh(one.key)]
            new = [one._replace(key=self._relocked(one.key, one.ref.encode())) for one in old]
            if old:
                work = partial(table.rekey, old=old, new=new)
                changed += await self._done(self._backend.submit(work, wipe=True))
            after = page[-1].name

    def _rename(self, db: Cursor) -> None:
        """Lock the key from which names are made anew."""
        locked = migrate(db, lambda: b"")
        if not self._keys.fresh(locked):
            put_names(db, self._relocked(locked, _NAMES))

    def _relocked(self, locked: bytes, about: bytes) -> bytes:
        return self._keys.lock(self._keys.unlock(locked, about), about)

    async def counted(self) -> tuple[int, int]:
        """
        Return how many sessions there are, and how many of them are held by a turn.

        Raises:
            SessionStoreError: The database cannot be used.
        """
        await self._ready()
        return await self._done(self._backend.submit(table.counted, durable=False))

    async def _name(self, session_id: str) -> bytes:
        await self._ready()
        return self._called(b"session", session_id)

    def _called(self, what: bytes, caller: str) -> bytes:
        """Return what the store calls a conversation or a person: the caller's id stays out."""
        text = caller.encode("utf-8", "surrogatepass")
        return digest(self._names or b"", what + b"\n" + text, "sha256")

    async def _ready(self) -> None:
        if self._names is None:
            make = partial(self._keys.lock, self._random(KEY), _NAMES)
            locked = await self._done(
                self._backend.submit(partial(migrate, make_names=make), alone=True)
            )
            self._names = self._keys.unlock(locked, _NAMES)

    async def _done(self, future: Future[T]) -> T:
        """Return what *future* gives; it goes on although the caller is cancelled."""
        try:
            return await asyncio.shield(asyncio.wrap_future(future))
        except SessionStoreError:
            self._names = None  # the tables may be others when the database is back
            raise

    def _keep_house(self) -> None:
        with self._lock:
            if self._keeper is None and not self._closed.is_set():
                self._keeper = threading.Thread(
                    target=self._house, name="sessions-keeper", daemon=True
                )
                self._keeper.start()

    def _house(self) -> None:
        """Renew leases, keep what could not be kept, and forget what is idle."""
        swept = self._clock()
        while not self._closed.wait(min(self._habits.lease / 3, 1.0 if self._unkept else 60.0)):
            self._retry()
            lease = self._habits.lease
            with suppress(SessionStoreError):
                self._backend.submit(
                    partial(table.renew, holder=self._holder, lease=lease), durable=False
                ).exception()
                if self._clock() - swept >= self._habits.sweep:
                    swept = self._clock()
                    work = partial(table.sweep, idle=self._habits.idle)
                    self._end(self._backend.submit(work, wipe=True).result())

    def _retry(self) -> None:
        """Keep what could not be kept before, if the database is back."""
        for change in list(self._unkept.values()):
            with suppress(SessionStoreError):
                self._submit_change(change).exception()

    def close(self) -> None:
        """Keep what can be kept and let go of the database. Safe to call twice."""
        self._closed.set()
        with self._lock:
            keeper, self._keeper = self._keeper, None
        if keeper is not None:
            keeper.join()
        self._retry()
        self._backend.close()

    async def aclose(self) -> None:
        """Keep what can be kept and let go of the database, without holding up the loop."""
        await asyncio.to_thread(self.close)

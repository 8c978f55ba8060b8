"""Sessions in this process's memory."""

from __future__ import annotations

import os
import threading
import time
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from guardrails.erasure import Whose
from guardrails.sessions.base import ENDED_MAX, Ended, Session, Vault
from guardrails.sessions.turnstile import Turnstile


@dataclass(slots=True)
class _Place:
    """A session, whose it is, and when it was last used."""

    session: Session
    touched: float
    subject: str | None = None


class MemorySessions:
    """
    A `SessionStore` in memory.

    Args:
        idle: Seconds after which an unused session is forgotten with its keys.
        limit: Most sessions that are kept; the longest unused goes first.
        wait: Seconds that a turn waits for the one before it.
        clock: Monotonic seconds.
        random: Gives *n* random bytes.
        store: Its code in `erase` records.
    """

    def __init__(
        self,
        *,
        idle: float = 6 * 3600,
        limit: int = 10_000,
        wait: float = 60.0,
        clock: Callable[[], float] = time.monotonic,
        random: Callable[[int], bytes] = os.urandom,
        store: str = "sessions",
    ) -> None:
        self.store = store
        self.idle = idle
        self._limit = limit
        self._clock = clock
        self._random = random
        self._places: OrderedDict[str, _Place] = OrderedDict()
        self._ended: deque[Ended] = deque(maxlen=ENDED_MAX)
        self._turnstile = Turnstile(wait)
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._places)

    @asynccontextmanager
    async def hold(
        self, session_id: str, *, subject_id: str | None = None
    ) -> AsyncIterator[Session]:
        """Give the session to one turn at a time, in the order in which they asked."""
        await self._turnstile.enter(session_id)
        try:
            place = self._place(session_id, subject_id)
            try:
                yield place.session
            finally:
                self._keep(session_id, place)
        finally:
            self._turnstile.leave(session_id)

    def _place(self, session_id: str, subject_id: str | None) -> _Place:
        with self._lock:
            self._sweep()
            place = self._places.get(session_id)
            if place is None:
                session = Session(f"s_{self._random(16).hex()}", Vault(self._random(32)))
                place = self._places[session_id] = _Place(session, self._clock())
                session.eraser = self._eraser(session)
            self._places.move_to_end(session_id)
            place.subject = subject_id or place.subject
            place.touched = self._clock()
            return place

    def _eraser(self, session: Session) -> Callable[[], object]:
        return lambda: session.wipe(self._random(32))

    def _keep(self, session_id: str, place: _Place) -> None:
        session = place.session
        with self._lock:
            place.touched = self._clock()
            gone = session.erased and not session.state.watched
            if gone and self._places.get(session_id) is place:
                del self._places[session_id]
            session.erased = False

    def _sweep(self) -> None:
        """Forget what is idle or over the limit; never what is held."""
        now = self._clock()
        free = [
            name
            for name, place in self._oldest()
            if now - place.touched >= self.idle or len(self._places) > self._limit
        ]
        for name in free:
            session = self._places.pop(name).session
            if session.opened:
                self._ended.append(Ended(session.ref, session.state.turn))

    def ended(self) -> list[Ended]:
        """Return the sessions that were forgotten since the last call, since nobody used them."""
        with self._lock:
            found = [*self._ended]
            self._ended.clear()
            return found

    def _oldest(self) -> list[tuple[str, _Place]]:
        """Return the few longest unused sessions that nobody holds."""
        oldest: list[tuple[str, _Place]] = []
        for name, place in self._places.items():
            if len(oldest) == 2:  # noqa: PLR2004 - one in, at most two out: bounded work
                break
            if not self._turnstile.busy(name):
                oldest.append((name, place))
        return oldest

    async def erase(self, whose: Whose) -> frozenset[str]:
        """
        Forget a person's sessions, or one; turns that wait for them get new ones.

        Raises:
            SessionBusyError: A turn under way did not end in time.
        """
        refs = set[str]()
        for session_id in self._sessions_of(whose):
            await self._turnstile.enter(session_id)
            try:
                with self._lock:
                    place = self._places.pop(session_id, None)
                if place is not None:
                    refs.add(place.session.ref)
            finally:
                self._turnstile.leave(session_id)
        return frozenset(refs)

    def _sessions_of(self, whose: Whose) -> list[str]:
        with self._lock:
            if whose.session_id is not None:
                return [whose.session_id] if whose.session_id in self._places else []
            return [
                name for name, place in self._places.items() if place.subject == whose.subject_id
            ]

    async def forget(self, session_id: str) -> bool:
        """Drop the session with its keys and return whether there was one."""
        with self._lock:
            return self._places.pop(session_id, None) is not None

    async def forget_subject(self, subject_id: str, *, but: str | None = None) -> tuple[str, ...]:
        """Drop every session of a person, but that named *but*; return their names in the log."""
        with self._lock:
            theirs = [
                name
                for name, place in self._places.items()
                if place.subject == subject_id and name != but
            ]
            return tuple(self._places.pop(name).session.ref for name in theirs)

"""Sessions in this process's memory."""

from __future__ import annotations

import asyncio
import os
import threading
import time
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from guardrails.erasure import Whose
from guardrails.errors import SessionBusyError
from guardrails.sessions.base import Session, Vault


@dataclass(slots=True)
class _Place:
    """A session and the queue for it. Waiters may belong to several event loops."""

    session: Session
    touched: float
    held: bool = False
    waiting: deque[tuple[asyncio.AbstractEventLoop, asyncio.Future[None]]] = field(
        default_factory=deque
    )


class MemorySessions:
    """
    A `SessionStore` in memory.

    Args:
        idle: Seconds after which an unused session is forgotten with its keys.
        limit: Most sessions that are kept; the longest unused goes first.
        wait: Seconds that a turn waits for the one before it.
        clock: Monotonic seconds.
        random: Gives *n* random bytes.
    """

    store = "vault"

    def __init__(
        self,
        *,
        idle: float = 6 * 3600,
        limit: int = 10_000,
        wait: float = 60.0,
        clock: Callable[[], float] = time.monotonic,
        random: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self._idle = idle
        self._limit = limit
        self._wait = wait
        self._clock = clock
        self._random = random
        self._places: OrderedDict[str, _Place] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._places)

    @asynccontextmanager
    async def hold(self, session_id: str) -> AsyncIterator[Session]:
        """Give the session to one turn at a time, in the order in which they asked."""
        place = await self._take(session_id)
        try:
            yield place.session
        finally:
            self._give_back(place)

    async def _take(self, session_id: str) -> _Place:
        loop = asyncio.get_running_loop()
        with self._lock:
            self._sweep()
            place = self._places.get(session_id)
            if place is None:
                place = self._places[session_id] = _Place(self._new(), self._clock())
            self._places.move_to_end(session_id)
            place.touched = self._clock()
            if not place.held:
                place.held = True
                return place
            turn: asyncio.Future[None] = loop.create_future()
            place.waiting.append((loop, turn))
        try:
            async with asyncio.timeout(self._wait):
                await asyncio.shield(turn)
        except BaseException as error:
            self._leave(place, loop, turn)
            if isinstance(error, TimeoutError):
                raise SessionBusyError(self._wait) from None
            raise
        return place

    def _new(self) -> Session:
        return Session(f"s_{self._random(16).hex()}", Vault(self._random(32)))

    def _leave(
        self, place: _Place, loop: asyncio.AbstractEventLoop, turn: asyncio.Future[None]
    ) -> None:
        """Stop waiting; if the session was handed over meanwhile, hand it on."""
        with self._lock:
            if (loop, turn) in place.waiting:
                place.waiting.remove((loop, turn))
                return
        self._give_back(place)

    def _give_back(self, place: _Place) -> None:
        with self._lock:
            place.touched = self._clock()
            while place.waiting:
                loop, turn = place.waiting.popleft()
                try:
                    loop.call_soon_threadsafe(_wake, turn)
                except RuntimeError:  # that loop is closed, and whoever waited is gone
                    continue
                return
            place.held = False

    def _sweep(self) -> None:
        """Forget what is idle or over the limit; never what is held."""
        now = self._clock()
        free = [
            name
            for name, place in self._oldest()
            if now - place.touched >= self._idle or len(self._places) > self._limit
        ]
        for name in free:
            del self._places[name]

    def _oldest(self) -> list[tuple[str, _Place]]:
        """Return the few longest unused sessions that nobody holds."""
        oldest: list[tuple[str, _Place]] = []
        for name, place in self._places.items():
            if len(oldest) == 2:  # noqa: PLR2004 - one in, at most two out: bounded work
                break
            if not place.held:
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
            place = await self._take(session_id)
            try:
                refs.add(place.session.ref)
                place.session = self._new()
            finally:
                self._give_back(place)
            with self._lock:
                if not place.held and self._places.get(session_id) is place:
                    del self._places[session_id]
        return frozenset(refs)

    def _sessions_of(self, whose: Whose) -> list[str]:
        with self._lock:
            if whose.session_id is not None:
                return [whose.session_id] if whose.session_id in self._places else []
            return [
                name
                for name, place in self._places.items()
                if whose.subject_id in place.session.vault.subjects
            ]

    async def forget(self, session_id: str) -> bool:
        """Drop the session with its keys and return whether there was one."""
        with self._lock:
            return self._places.pop(session_id, None) is not None


def _wake(turn: asyncio.Future[None]) -> None:
    if not turn.done():
        turn.set_result(None)

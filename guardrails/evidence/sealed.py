"""Seals texts with a key for each conversation, and keeps them."""

from __future__ import annotations

import asyncio
import weakref
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Final, TypeVar

from guardrails.erasure import Whose
from guardrails.errors import EvidenceError
from guardrails.evidence.base import Expired, Kept, Wanted
from guardrails.evidence.keys import SealingKey
from guardrails.evidence.seal import SessionKey, bound, name_of, seal, wrap
from guardrails.evidence.shelf import Row
from guardrails.evidence.shelved import Shelved
from guardrails.ledger.scribe import Random

T = TypeVar("T")

IDLE: Final = 3600.0
"""Seconds for which the key of a conversation is in memory after its last text."""
LIMIT: Final = 10_000
"""Conversations whose keys are in memory."""
PATIENCE: Final = 2.0
"""Seconds that a caller waits."""


@dataclass(slots=True)
class _Live:
    """The key of a conversation that goes on."""

    key: SessionKey
    wrapped: dict[str, bytes] = field(repr=False)
    touched: float = 0.0


class SealedEvidence:
    """
    An `Evidence` that seals texts and stores them on a shelf.

    The key of a conversation is in memory while the conversation goes on, and stored only
    sealed: who breaks into the machine later reads no text of a conversation that ended before.

    Args:
        shelf: Where they are stored.
        keys: Public keys of those who may open texts; each of them can open all.
        origin: Name of the log.
        idle: Seconds after which the key of a conversation without texts leaves memory; it
            gets another one if it goes on.
        limit: Most conversations whose keys are in memory.
        write_limit: Seconds that a caller waits for the disk, or the database.
        clock: Monotonic seconds.
        now: Unix time in seconds.
        random: Source of keys and nonces.
    """

    store = "evidence"

    def __init__(
        self,
        shelf: Shelved,
        keys: Sequence[SealingKey],
        origin: str,
        *,
        idle: float,
        limit: int,
        write_limit: float,
        clock: Callable[[], float],
        now: Callable[[], float],
        random: Random,
    ) -> None:
        self._shelf = shelf
        self._keys = keys
        self._origin = origin
        self._idle = idle
        self._limit = limit
        self._patience = write_limit
        self._clock = clock
        self._now = now
        self._random = random
        self._live: OrderedDict[str, _Live] = OrderedDict()
        self._waiting: deque[tuple[Wanted, Future[Kept]]] = deque()
        self._worker = ThreadPoolExecutor(1, "candor-evidence")
        self._closer = weakref.finalize(self, _close, self._worker, self._shelf)

    @property
    def origin(self) -> str:
        """Name of the log whose texts are kept."""
        return self._origin

    async def keep(self, wanted: Wanted) -> Kept:
        """
        Seal and store texts, and return what their record is to say, once that is durable.

        Raises:
            EvidenceError: They are not kept, or were not within the time limit.
        """
        done: Future[Kept] = Future()
        self._waiting.append((wanted, done))
        self._submit(self._store)
        try:
            async with asyncio.timeout(self._patience):
                return await asyncio.wrap_future(done)
        except TimeoutError:
            msg = f"{self._shelf.where}: its store did not answer within {self._patience:g} seconds"
            raise EvidenceError(msg) from None

    async def erase(self, whose: Whose) -> frozenset[str]:
        """
        Delete the texts and keys of a person or a conversation, and search for what is left.

        Raises:
            EvidenceError: It could not be done.
        """
        return await asyncio.wrap_future(self._submit(lambda: self._erase(whose)))

    async def expire(self, before: int) -> Expired:
        """
        Erase the texts that were kept before a Unix time, and keys that open none any more.

        Raises:
            EvidenceError: It could not be done.
        """
        expired, gone = await asyncio.wrap_future(self._submit(lambda: self._expire(before)))
        # All of the files are read: texts that come meanwhile must not wait for that.
        await asyncio.to_thread(self._shelf.search, gone)
        return expired

    def close(self) -> None:
        """Store what waits, and let go of files and keys. Safe to call twice."""
        self._closer()
        self._live.clear()

    def _submit(self, work: Callable[[], T]) -> Future[T]:
        try:
            return self._worker.submit(work)
        except RuntimeError:
            msg = f"{self._shelf.where}: closed, so nothing is kept or erased any more"
            raise EvidenceError(msg) from None

    # What follows runs on the one worker, so that keys and files have one user.

    def _store(self) -> None:
        """Store all that waits in one go: one wait for the disk, however many callers."""
        batch: list[tuple[Future[Kept], Kept]] = []
        rows: list[Row] = []
        while self._waiting:
            wanted, done = self._waiting.popleft()
            if not done.set_running_or_notify_cancel():
                continue
            try:
                row, kept = self._sealed(wanted)
            except Exception as error:  # noqa: BLE001 - the caller's to handle
                done.set_exception(error)
                continue
            rows.append(row)
            batch.append((done, kept))
        if not rows:
            return
        try:
            self._shelf.put(rows)
        except EvidenceError as error:
            for done, _ in batch:
                done.set_exception(error)
        else:
            for done, kept in batch:
                done.set_result(kept)

    def _sealed(self, wanted: Wanted) -> tuple[Row, Kept]:
        session = str(wanted.about["session"])
        live = self._key_of(session)
        texts: dict[str, bytes] = {}
        names: dict[str, str] = {}
        for name, text in wanted.fields.items():
            to = bound(self._origin, wanted.about, wanted.n, name)
            sealed = seal(live.key, text, to, self._random)
            names[name] = name_of(sealed)
            texts[names[name]] = sealed
        row = Row(
            session,
            wanted.session_id,
            wanted.subject_id,
            live.key.name,
            live.wrapped,
            texts,
            int(self._now()),
        )
        return row, Kept(live.key.name, names)

    def _key_of(self, session: str) -> _Live:
        """Return the key of a conversation, made if it has none, and drop those long unused."""
        now = self._clock()
        while self._live:
            oldest = next(iter(self._live.values()))
            if now - oldest.touched < self._idle and len(self._live) < self._limit:
                break
            self._live.popitem(last=False)
        live = self._live.get(session)
        if live is None:
            key = SessionKey.fresh(self._random)
            wrapped = {one.id: wrap(key, self._origin, session, one) for one in self._keys}
            live = self._live[session] = _Live(key, wrapped)
        live.touched = now
        self._live.move_to_end(session)
        return live

    def _erase(self, whose: Whose) -> frozenset[str]:
        sessions = self._shelf.erase(whose)
        for session in sessions:
            self._live.pop(session, None)
        return sessions

    def _expire(self, before: int) -> tuple[Expired, list[bytes]]:
        expired, gone = self._shelf.drop_old(before, int(self._now()))
        for session in gone:
            self._live.pop(session, None)
        return expired, [key for keys in gone.values() for key in keys]


def several(keys: SealingKey | Sequence[SealingKey]) -> tuple[SealingKey, ...]:
    """
    Return *keys*, of which there has to be one.

    Raises:
        EvidenceError: There is none.
    """
    found = (keys,) if isinstance(keys, SealingKey) else tuple(keys)
    if not found:
        msg = "nobody could ever open what is kept: give the public key of investigators"
        raise EvidenceError(msg)
    return found


def _close(worker: ThreadPoolExecutor, shelf: Shelved) -> None:
    worker.shutdown()
    shelf.close()

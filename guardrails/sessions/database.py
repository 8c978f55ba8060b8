"""The database of a store of sessions: its names for them, and its transactions."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Final, TypeVar

from guardrails.errors import SessionStoreError
from guardrails.sessions import table
from guardrails.sessions.keyring import KEY, Keyring, called
from guardrails.sessions.schema import migrate, put_names
from guardrails.storage.backend import Backend, Cursor

T = TypeVar("T")

_NAMES: Final = b"candor sessions: names"


class Database:
    """
    Runs the transactions of a store, and tells what it calls conversations and people.

    The callers' ids stay out of it: a name is an HMAC under a key that lies in the
    database, locked.

    Args:
        backend: Runs the transactions.
        keys: Lock the key of the names, and those of the sessions.
        random: Gives *n* random bytes.

    Attributes:
        backend: The same.
    """

    def __init__(self, backend: Backend, keys: Keyring, random: Callable[[int], bytes]) -> None:
        self.backend = backend
        self._keys = keys
        self._random = random
        self._names: bytes | None = None

    async def do(self, work: Callable[[Cursor], T], **how: bool) -> T:
        """
        Return what *work* returns; *how* is as `Backend.submit` takes it.

        Raises:
            SessionStoreError: The database cannot be used.
        """
        return await self.done(self.backend.submit(work, **how))

    async def done(self, future: Future[T]) -> T:
        """Return what *future* gives; it goes on although the caller is cancelled."""
        try:
            return await asyncio.shield(asyncio.wrap_future(future))
        except SessionStoreError:
            self._names = None  # the tables may be others when the database is back
            raise

    async def ready(self) -> None:
        """Have the tables, and the key from which names are made."""
        if self._names is None:
            make = partial(self._keys.lock, self._random(KEY), _NAMES)
            locked = await self.do(partial(migrate, make_names=make), alone=True)
            self._names = self._keys.unlock(locked, _NAMES)

    async def name(self, session_id: str) -> bytes:
        """Return what the store calls a conversation, once it is ready."""
        await self.ready()
        return self.called(b"session", session_id)

    def called(self, what: bytes, caller: str) -> bytes:
        """Return what the store, which is ready, calls a `session` or a `subject`."""
        return called(self._names or b"", what, caller)

    async def rekey(self) -> int:
        """
        Lock what was locked under an older key anew; return the keys of how many sessions.

        Raises:
            SessionStoreError: The database cannot be used.
            SessionKeyError: Something is locked under a key that is not on the ring.
        """
        await self.ready()
        await self.do(self._rename, wipe=True, alone=True)
        changed, after = 0, b""
        while True:
            page = await self.do(partial(table.keys, after=after))
            if not page:
                return changed
            old = [one for one in page if not self._keys.fresh(one.key)]
            new = [one._replace(key=self._keys.relocked(one.key, one.ref.encode())) for one in old]
            if old:
                changed += await self.do(partial(table.rekey, old=old, new=new), wipe=True)
            after = page[-1].name

    def _rename(self, db: Cursor) -> None:
        """Lock the key from which names are made anew."""
        locked = migrate(db, lambda: b"")
        if not self._keys.fresh(locked):
            put_names(db, self._keys.relocked(locked, _NAMES))

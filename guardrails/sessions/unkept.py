"""What turns left in sessions and could not be kept yet, since the database is gone."""

from __future__ import annotations

from concurrent.futures import Future
from contextlib import suppress
from functools import partial

from guardrails.errors import SessionStoreError
from guardrails.sessions import table
from guardrails.sessions.table import Change, Kept
from guardrails.storage.backend import Backend


class Unkept:
    """
    Changes by the names of their sessions, each until it is kept.

    Args:
        backend: Of the store.

    Attributes:
        lost: How many changes came to nothing, since another process had the session.
    """

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._changes: dict[bytes, Change] = {}
        self.lost = 0

    def __len__(self) -> int:
        return len(self._changes)

    def get(self, name: bytes) -> Change | None:
        """Return what waits for the session *name*."""
        return self._changes.get(name)

    def of(self, subject: bytes) -> frozenset[bytes]:
        """Return the names of the sessions of a person for which something waits."""
        changes = list(self._changes.items())
        return frozenset(name for name, change in changes if change.subject == subject)

    def drop(self, name: bytes) -> None:
        """Forget what waits for the session *name*."""
        self._changes.pop(name, None)

    def keep(self, change: Change) -> Future[Kept]:
        """
        Begin to keep *change*; if it cannot be kept now, it is held until it can.

        Raises:
            SessionStoreError: The store is closed.
        """
        self._changes[change.name] = change
        keeping = self._backend.submit(partial(table.keep, change=change))
        keeping.add_done_callback(lambda done: self._settled(change, done))
        return keeping

    def _settled(self, change: Change, done: Future[Kept]) -> None:
        if done.exception() is None and self._changes.get(change.name) is change:
            del self._changes[change.name]
            self.lost += done.result() is Kept.LOST

    def retry(self) -> None:
        """Keep what could not be kept before, if the database is back."""
        for change in list(self._changes.values()):
            with suppress(SessionStoreError):
                self.keep(change).exception()

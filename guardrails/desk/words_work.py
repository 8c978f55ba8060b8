"""
What is done with the words in a database, on its own thread, one after the other.

What needs no answer is not waited for, and what is asked later finds what was done before.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar

from guardrails.desk.words_lock import WHAT, WordsLock
from guardrails.errors import SessionKeyError, TicketStoreError
from guardrails.storage.backend import Backend, Cursor
from guardrails.storage.waiting import Waiting

T = TypeVar("T")


class WordsWork:
    """
    Runs what is done with the words.

    Args:
        backend: Runs the transactions, in the order in which they come; its error is
            `TicketStoreError`.
        lock: Opened before anything else is done.
    """

    def __init__(self, backend: Backend, lock: WordsLock) -> None:
        self._backend = backend
        self._lock = lock
        self._waiting = Waiting(WHAT, TicketStoreError)

    async def done(self, work: Callable[[Cursor], T], **how: bool) -> T:
        """
        Return what *work* does; it goes on although the caller is cancelled.

        Args:
            work: What is done, within one transaction.
            how: As for the backend's `submit`; it need not be durable.

        Raises:
            TicketStoreError: The database cannot be used, or it is locked under a key that is
                not on the ring.
        """
        try:
            return await self._waiting.answer(
                lambda: self._submit(work, **{"durable": False, **how})
            )
        except SessionKeyError as error:
            msg = f"{WHAT}: {error}"
            raise TicketStoreError(msg) from None

    def later(self, work: Callable[[Cursor], object]) -> None:
        """Have *work* done; if the database cannot be used, it is not."""
        with suppress(TicketStoreError):
            self._submit(work, durable=False)

    def now(self, work: Callable[[Cursor], object]) -> None:
        """Return when *work* is done, or cannot be; for another thread than the loop's."""
        with suppress(TicketStoreError):
            self._backend.submit(partial(self._run, work), durable=False).exception()

    def _submit(self, work: Callable[[Cursor], T], **how: bool) -> Future[T]:
        # Tables are made alone, so that two processes do not make them at once.
        how |= {"alone": not self._lock.is_open}
        done = self._backend.submit(partial(self._run, work), **how)
        done.add_done_callback(self._ended)
        return done

    def _run(self, work: Callable[[Cursor], T], db: Cursor) -> T:
        self._lock.open(db)
        return work(db)

    def _ended(self, done: Future[Any]) -> None:
        if done.exception() is not None:
            self._lock.doubt()

    def close(self) -> None:
        """Finish what was begun and let go of the database. Safe to call twice."""
        self._backend.close()

"""What a store of words does by itself: it looks for those of others, and forgets what is old."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Final

from guardrails.desk import words_table as table
from guardrails.desk.listeners import Listener, Listeners
from guardrails.desk.words_work import WordsWork
from guardrails.storage.backend import Cursor

_LISTENS: Final = 15.0  # seconds after which a process that died counts as following no more
_SWEEP: Final = 300.0
_PAGE: Final = 500  # conversations that are looked at in one transaction


class Household:
    """
    Keeps house in a store of words, on a thread that the first use of the store begins.

    Args:
        work: Runs what is done with the words.
        listeners: Those who follow a conversation in this process.
        keep: Seconds after which a conversation in which nothing is said is forgotten.
        look: Seconds between looks for words of other processes.

    Attributes:
        look: The same.
    """

    def __init__(self, work: WordsWork, listeners: Listeners, *, keep: float, look: float) -> None:
        self._work = work
        self._listeners = listeners
        self._keep = keep
        self.look = look
        self._door = threading.Lock()
        self._thread: threading.Thread | None = None
        self._stirred = threading.Event()
        self._closed = False

    def keep(self) -> None:
        """Keep house from now on, if that has not begun."""
        with self._door:
            if self._thread is None and not self._closed:
                self._thread = threading.Thread(target=self._house, name="words", daemon=True)
                self._thread.start()

    def follow(self, db: Cursor, name: bytes, one: Listener) -> None:
        """Have *one* follow the conversation *name* from now on; look for words at once."""
        table.listen(db, [name], _LISTENS)
        self._listeners.add(name, one)
        self._stirred.set()

    def close(self) -> None:
        """Return when nothing is done any more. Safe to call twice."""
        with self._door:
            self._closed = True
            thread, self._thread = self._thread, None
        self._stirred.set()
        if thread is not None:
            thread.join()

    def _house(self) -> None:
        """Look for words of other processes while somebody follows, and forget what is old."""
        swept = listened = time.monotonic()
        while not self._closed:
            names = self._listeners.names()
            self._stirred.wait(self.look if names else _SWEEP)
            self._stirred.clear()
            now = time.monotonic()
            works: list[Callable[[Cursor], object]] = []
            if names and now - listened >= _LISTENS / 3:
                listened = now
                works.append(partial(table.listen, names=names, seconds=_LISTENS))
            works += [
                partial(self._looked, names[first : first + _PAGE])
                for first in range(0, len(names), _PAGE)
            ]
            if now - swept >= _SWEEP:
                swept = now
                works.append(partial(table.sweep, keep=self._keep))
            for work in works:
                self._work.now(work)

    def _looked(self, names: list[bytes], db: Cursor) -> None:
        self._listeners.tell(table.newest(db, names))

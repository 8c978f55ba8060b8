"""Who follows a conversation in this process, to be woken when there are words for them."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass


@dataclass(slots=True, eq=False)
class Listener:
    """
    One who follows.

    Attributes:
        loop: Theirs.
        ready: Set when there are words that they have not had.
        place: Of the last word that they had; below 0 before they are listed.
    """

    loop: asyncio.AbstractEventLoop
    ready: asyncio.Event
    place: int = -1


class Listeners:
    """Listeners by the names of conversations. Any thread may call it."""

    def __init__(self) -> None:
        self._of: dict[bytes, list[Listener]] = {}
        self._lock = threading.Lock()

    def add(self, name: bytes, one: Listener) -> None:
        """List *one* for the conversation *name*."""
        with self._lock:
            self._of.setdefault(name, []).append(one)

    def remove(self, name: bytes, one: Listener) -> bool:
        """Take *one* off the list and return whether anybody is left."""
        with self._lock:
            left = [each for each in self._of.pop(name, ()) if each is not one]
            if left:
                self._of[name] = left
        return bool(left)

    def names(self) -> list[bytes]:
        """Return the conversations that are followed."""
        with self._lock:
            return [*self._of]

    def tell(self, newest: Mapping[bytes, int]) -> None:
        """Wake those who follow a conversation in which there are newer words."""
        with self._lock:
            late = [
                one
                for name, word in newest.items()
                for one in self._of.get(name, ())
                if one.place < word
            ]
        for one in late:
            with suppress(RuntimeError):  # its loop is closed
                one.loop.call_soon_threadsafe(one.ready.set)

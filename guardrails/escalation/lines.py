"""Words of a human on their way to the person: a line for each conversation, in memory."""

from __future__ import annotations

import asyncio
import threading
from collections import OrderedDict, deque
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from typing import Final

from guardrails.ranks import Word as Closed

WAITING_MAX: Final = 100
"""Most words of one conversation that wait until somebody listens."""
LINES_MAX: Final = 10_000
"""Most conversations with words that wait; the longest unused goes first."""


class What(Closed):
    """What a human did: joined the conversation, said something, or left it."""

    JOINED = "joined"
    SAID = "said"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Word:
    """
    What the person is to read.

    Attributes:
        what: A human joined, said something, or left.
        text: For the person; of `joined` and `left` the service's own words.
        at: Unix time in seconds.
    """

    what: What
    text: str = field(repr=False)
    at: int


@dataclass(slots=True)
class _Line:
    waiting: deque[Word] = field(default_factory=lambda: deque(maxlen=WAITING_MAX))
    listeners: list[_Listener] = field(default_factory=list)
    held: bool = False


@dataclass(slots=True)
class _Listener:
    loop: asyncio.AbstractEventLoop
    ready: asyncio.Event
    words: deque[Word]


class Lines:
    """Keeps words until somebody listens, and hands them to whoever does; from any thread."""

    def __init__(self) -> None:
        self._lines: OrderedDict[str, _Line] = OrderedDict()
        self._lock = threading.Lock()

    def post(self, conversation: str, word: Word) -> None:
        """Hand *word* to all who listen to *conversation*, or keep it for the first who will."""
        with self._lock:
            line = self._line(conversation)
            line.held = word.what is not What.LEFT
            gone = [one for one in line.listeners if not _told(one, word)]
            for one in gone:
                line.listeners.remove(one)
            if not line.listeners:
                line.waiting.append(word)

    def _line(self, conversation: str) -> _Line:
        line = self._lines.setdefault(conversation, _Line())
        self._lines.move_to_end(conversation)
        if len(self._lines) > LINES_MAX:
            for name, other in self._lines.items():
                if not other.listeners and other is not line:
                    del self._lines[name]
                    break
        return line

    def held(self, conversation: str) -> bool:
        """Return whether the person was last told that a human is there."""
        with self._lock:
            line = self._lines.get(conversation)
            return line is not None and line.held

    def take(self, conversation: str) -> list[Word]:
        """Return the words that nobody was given yet, and keep them no longer."""
        with self._lock:
            line = self._lines.get(conversation)
            if line is None:
                return []
            words = [*line.waiting]
            line.waiting.clear()
            return words

    async def follow(self, conversation: str) -> AsyncGenerator[Word, None]:
        """
        Yield the words of a human as they come, those that waited first. It does not end.

        What was not read when a listener goes away is kept for the next one.
        """
        listener = _Listener(asyncio.get_running_loop(), asyncio.Event(), deque())
        with self._lock:
            line = self._line(conversation)
            listener.words.extend(line.waiting)
            line.waiting.clear()
            line.listeners.append(listener)
        try:
            while True:
                while listener.words:
                    yield listener.words.popleft()
                listener.ready.clear()
                if not listener.words:
                    await listener.ready.wait()
        finally:
            with self._lock:
                if listener in line.listeners:
                    line.listeners.remove(listener)
                if not line.listeners:
                    line.waiting.extend(listener.words)

    def forget(self, conversation: str) -> bool:
        """Drop what waits of *conversation* and return whether anything did."""
        with self._lock:
            line = self._lines.get(conversation)
            if line is None:
                return False
            kept = bool(line.waiting)
            line.waiting.clear()
            if not line.listeners:
                del self._lines[conversation]
            return kept


def _told(listener: _Listener, word: Word) -> bool:
    """Return whether *listener* could be handed *word*; not if its loop is closed."""
    listener.words.append(word)  # before it is woken: it may look at once
    try:
        listener.loop.call_soon_threadsafe(listener.ready.set)
    except RuntimeError:
        return False
    return True

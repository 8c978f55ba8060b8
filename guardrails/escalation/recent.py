"""The last turns of a conversation, as somebody who takes it over may see them: masked."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from dataclasses import dataclass, field
from typing import Final

from guardrails.ranks import Word

TURNS: Final = 12
"""How many messages of a conversation are kept."""
LENGTH: Final = 2_000
"""How many characters of each are kept, its last ones."""
CONVERSATIONS: Final = 10_000
"""How many conversations are kept; the longest unused goes first."""


class Who(Word):
    """Who said something."""

    PERSON = "person"
    SOFTWARE = "software"
    HUMAN = "human"


@dataclass(frozen=True, slots=True)
class Said:
    """One message; personal values that the policy hides stand as stand-ins in its text."""

    who: Who
    text: str = field(repr=False)


class MemoryRecent:
    """Keeps the last turns in this process's memory, by the caller's id of a conversation."""

    def __init__(self, *, limit: int = CONVERSATIONS) -> None:
        self._limit = limit
        self._kept: OrderedDict[str, deque[Said]] = OrderedDict()
        self._lock = threading.Lock()

    def add(self, conversation: str, said: Said) -> None:
        """Keep one more message; the oldest makes room."""
        if not said.text:
            return
        with self._lock:
            turns = self._kept.setdefault(conversation, deque(maxlen=TURNS))
            turns.append(Said(said.who, said.text[-LENGTH:]))
            self._kept.move_to_end(conversation)
            while len(self._kept) > self._limit:
                self._kept.popitem(last=False)

    def of(self, conversation: str) -> tuple[Said, ...]:
        """Return the last messages, the oldest first."""
        with self._lock:
            return tuple(self._kept.get(conversation, ()))

    def forget(self, conversation: str) -> bool:
        """Drop them, and return whether there were any."""
        with self._lock:
            return self._kept.pop(conversation, None) is not None

"""A session, and the contract of a place that keeps sessions."""

from __future__ import annotations

import hmac
from collections import OrderedDict
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Any, Protocol

from guardrails.erasure import Whose
from guardrails.pseudonyms import Pseudonyms
from guardrails.sessions.state import State

REMEMBERED = 4096
"""How many messages of a session are recognised when they come again."""


@dataclass(slots=True)
class Vault:
    """
    The part of a session that holds words, directly or through keys.

    It never goes into a log, and it goes as a whole when the session is forgotten.

    Attributes:
        key: 32 random bytes, for the HMACs by which messages are recognised.
        pseudonyms: The person's own values.
        tail: The last 600 characters of the person's messages.
        question: The person's last message, up to 600 characters.
        seen: HMAC of a message → what was found in it, most recent last.
        subjects: Ids of the persons who took part, by which they are forgotten.
    """

    key: bytes = field(repr=False)
    pseudonyms: Pseudonyms = field(default_factory=Pseudonyms, repr=False)
    tail: str = field(default="", repr=False)
    question: str = field(default="", repr=False)
    seen: OrderedDict[bytes, Any] = field(default_factory=OrderedDict, repr=False)
    subjects: set[str] = field(default_factory=set, repr=False)

    def mark(self, text: bytes) -> bytes:
        """Return the keyed HMAC-SHA256 of a message's bytes (RFC 2104), 32 bytes."""
        return hmac.digest(self.key, text, "sha256")

    def recall(self, mark: bytes) -> Any | None:  # noqa: ANN401 - the guard knows what it stored
        """Return what was stored under *mark*, or None."""
        if mark in self.seen:
            self.seen.move_to_end(mark)
            return self.seen[mark]
        return None

    def remember(self, mark: bytes, value: Any) -> None:  # noqa: ANN401
        """Store *value* under *mark*; the oldest make room."""
        self.seen[mark] = value
        self.seen.move_to_end(mark)
        while len(self.seen) > REMEMBERED:
            self.seen.popitem(last=False)


@dataclass(slots=True)
class Session:
    """
    One conversation.

    Attributes:
        ref: Random name of the session in the log; the caller's id stays out of it.
        state: Integers only.
        vault: What holds words.
        opened: Whether its first record is written.
    """

    ref: str
    vault: Vault
    state: State = field(default_factory=State)
    opened: bool = False


class SessionStore(Protocol):
    """A place that keeps sessions and gives each to one turn at a time. It is an `Erasable`."""

    @property
    def store(self) -> str:
        """Its code in `erase` records."""
        ...

    def hold(self, session_id: str) -> AbstractAsyncContextManager[Session]:
        """
        Return a context in which the session is the caller's alone.

        A session that is not known is made. Turns get it in the order in which
        they asked. What was changed is kept when the context is left.

        Raises:
            SessionBusyError: On entering: the turn before did not end in time.
        """
        ...

    async def forget(self, session_id: str) -> bool:
        """Drop the session with its keys and return whether there was one."""
        ...

    async def erase(self, whose: Whose) -> frozenset[str]:
        """
        Forget a person or a conversation, and return the `ref` of each session that went.

        A turn that is under way in one of them is waited for; what comes after it begins anew.

        Raises:
            SessionBusyError: It did not end in time.
        """
        ...

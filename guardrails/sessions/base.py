"""A session, and the contract of a place that keeps sessions."""

from __future__ import annotations

import hmac
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Collection, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol, TypeAlias

from guardrails.erasure import Whose
from guardrails.pseudonyms import Pseudonyms
from guardrails.sessions.state import State

REMEMBERED = 4096
"""How many messages of a session are recognised when they come again."""

ENDED_MAX = 100_000
"""Most sessions that ended and that nobody has asked after."""

Source: TypeAlias = Callable[[Collection[bytes]], Awaitable[Mapping[bytes, bytes]]]
"""Returns what a store keeps under marks; a mark that it does not know is left out."""


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
        seen: HMAC of a message → what was found in it, most recent last. With a `source`
            only what this turn asked for or added.
        added: Marks of what this turn added, in order; None if nobody wants to know.
        source: Where what is not in `seen` is looked up, or None for nowhere.
    """

    key: bytes = field(repr=False)
    pseudonyms: Pseudonyms = field(default_factory=Pseudonyms, repr=False)
    tail: str = field(default="", repr=False)
    question: str = field(default="", repr=False)
    seen: OrderedDict[bytes, bytes] = field(default_factory=OrderedDict, repr=False)
    added: dict[bytes, None] | None = field(default=None, repr=False)
    source: Source | None = field(default=None, repr=False)
    _missing: set[bytes] = field(default_factory=set, repr=False)

    def mark(self, text: bytes) -> bytes:
        """Return the keyed HMAC-SHA256 of a message's bytes (RFC 2104), 32 bytes."""
        return hmac.digest(self.key, text, "sha256")

    async def expect(self, marks: Collection[bytes]) -> None:
        """Look *marks* up in one go, since they are about to be recalled."""
        if self.source is None:
            return
        wanted = [mark for mark in marks if mark not in self.seen and mark not in self._missing]
        if wanted:
            found = await self.source(wanted)
            self.seen.update(found)
            self._missing.update(mark for mark in wanted if mark not in found)

    async def recall(self, mark: bytes) -> bytes | None:
        """Return what was stored under *mark*, or None."""
        if mark not in self.seen:
            await self.expect([mark])
        value = self.seen.get(mark)
        if value is not None and self.source is None:
            self.seen.move_to_end(mark)
        return value

    def remember(self, mark: bytes, value: bytes) -> None:
        """Store *value* under *mark*; the oldest make room."""
        self.seen[mark] = value
        self.seen.move_to_end(mark)
        if self.added is not None:
            self.added[mark] = None
        while len(self.seen) > REMEMBERED:
            self.seen.popitem(last=False)

    def wipe(self, key: bytes) -> None:
        """Forget everything, and be as a new vault with *key*."""
        self.key = key
        self.pseudonyms = Pseudonyms()
        self.tail = self.question = ""
        self.seen.clear()
        self._missing.clear()
        self.source = None
        if self.added is not None:
            self.added.clear()


@dataclass(slots=True)
class Session:
    """
    One conversation.

    Attributes:
        ref: Random name of the session in the log; the caller's id stays out of it.
        state: Integers only.
        vault: What holds words.
        opened: Whether its first record is written.
        erased: It was forgotten at the person's wish while it was held: when it is given
            back nothing of it is kept, but that a crisis flag is up.
        eraser: Clears it out of its store; set by the store.
    """

    ref: str
    vault: Vault
    state: State = field(default_factory=State)
    opened: bool = False
    erased: bool = False
    eraser: Callable[[], object] | None = field(default=None, repr=False)

    def wipe(self, key: bytes) -> None:
        """Forget the words with their keys, and of the state all but a crisis flag."""
        self.vault.wipe(key)
        self.state = self.state.forgotten()
        self.erased = True

    async def erase(self) -> None:
        """
        Forget the conversation, here and in its store; when this returns it is done.

        Raises:
            SessionStoreError: The store cannot be reached; nothing is forgotten.
        """
        if self.eraser is not None:
            done = self.eraser()
            if isinstance(done, Awaitable):
                await done


class Ended(NamedTuple):
    """
    A session that is over: nobody used it for so long that it was forgotten with its keys.

    Attributes:
        ref: Its name in the log.
        turns: How many turns it had.
    """

    ref: str
    turns: int


class SessionStore(Protocol):
    """A place that keeps sessions and gives each to one turn at a time. It is an `Erasable`."""

    @property
    def store(self) -> str:
        """Its code in `erase` records."""
        ...

    @property
    def idle(self) -> float:
        """Seconds after which an unused session is forgotten with its keys."""
        ...

    def hold(
        self, session_id: str, *, subject_id: str | None = None
    ) -> AbstractAsyncContextManager[Session]:
        """
        Return a context in which the session is the caller's alone.

        A session that is not known is made. Turns get it in the order in which
        they asked. What was changed is kept when the context is left.

        Args:
            session_id: Names the conversation.
            subject_id: Names the person, so that all that is theirs can be forgotten.

        Raises:
            SessionBusyError: On entering: the turn before did not end in time.
            SessionError: On entering: the store cannot be reached, or no key opens what it
                keeps. On leaving: another process took the session over meanwhile.
        """
        ...

    def ended(self) -> list[Ended]:
        """
        Return the sessions that were forgotten here since the last call, since nobody used them.

        Each is told once, to one caller; those that had no turn are not.
        """
        ...

    async def forget(self, session_id: str) -> bool:
        """
        Drop the session with its keys and return whether there was one.

        Raises:
            SessionStoreError: The store cannot be reached; nothing is forgotten.
        """
        ...

    async def forget_subject(self, subject_id: str, *, but: str | None = None) -> tuple[str, ...]:
        """
        Drop every session of a person, except the one named *but*.

        Returns their names in the log.

        Raises:
            SessionStoreError: The store cannot be reached; nothing is forgotten.
        """
        ...

    async def erase(self, whose: Whose) -> frozenset[str]:
        """
        Forget a person or a conversation, and return the `ref` of each session that went.

        A turn that is under way in one of them is waited for; what comes after it begins anew.

        Raises:
            SessionBusyError: It did not end in time.
        """
        ...

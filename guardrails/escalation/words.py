"""What is said in conversations that a human may take over: the contract, and it in memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import AsyncGenerator, Callable
from typing import Final, Protocol, TypeVar

from guardrails.escalation.lines import Lines, What, Word
from guardrails.escalation.recent import MemoryRecent, Said

Text = Callable[[str], str]
"""Returns a text in the language of a locale; "" for one that is not known."""

_KNOWN: Final = 10_000
V = TypeVar("V")


class Words(Protocol):
    """
    Keeps the last turns of conversations for humans, and the words of humans for people.

    Conversations and persons go by the caller's ids. Where the place is shared, every method
    that is awaited raises `TicketStoreError` if it cannot be reached, unless it says otherwise.
    """

    def said(
        self, conversation: str, said: Said, *, locale: str = "", subject: str | None = None
    ) -> None:
        """Keep one more message; waits for nothing, and raises nothing."""
        ...

    async def turns(self, conversation: str) -> tuple[Said, ...]:
        """Return the last messages, the oldest first."""
        ...

    async def post(self, conversation: str, what: What, text: Text, at: int) -> None:
        """Hand *text* to all who follow the conversation, or keep it for the first who will."""
        ...

    async def take(self, conversation: str, left: Text | None = None, at: int = 0) -> list[Word]:
        """
        Return the words that nobody was given yet; raises nothing.

        Args:
            conversation: Which one.
            left: No human holds it: where the person still believes so, they get this text.
            at: Unix time in seconds.
        """
        ...

    def follow(self, conversation: str) -> AsyncGenerator[Word, None]:
        """Yield the words of a human as they come, those that waited first. It does not end."""
        ...

    async def put_note(self, conversation: str, note: str) -> None:
        """Keep a note for the next human in the place of the one before; "" for none."""
        ...

    async def note(self, conversation: str) -> str:
        """Return the note that the last human left, or ""."""
        ...

    async def forget(self, conversation: str) -> bool:
        """Drop all that is kept of a conversation and return whether there was anything."""
        ...

    async def forget_subject(self, subject: str) -> int:
        """Drop all that is kept of a person and return of how many conversations."""
        ...

    def close(self) -> None:
        """Let go of files and threads. Safe to call twice."""
        ...


class MemoryWords:
    """`Words` in this process's memory, which nothing outlives: the default."""

    def __init__(self) -> None:
        self._recent = MemoryRecent()
        self._lines = Lines()
        self._locales: OrderedDict[str, str] = OrderedDict()
        self._whose: OrderedDict[str, str] = OrderedDict()
        self._notes: OrderedDict[str, str] = OrderedDict()

    def said(
        self, conversation: str, said: Said, *, locale: str = "", subject: str | None = None
    ) -> None:
        """Keep one more message; the oldest makes room."""
        self._recent.add(conversation, said)
        if subject is not None:
            _put(self._whose, conversation, subject)
        if locale:
            _put(self._locales, conversation, locale)

    async def turns(self, conversation: str) -> tuple[Said, ...]:
        """Return the last messages, the oldest first."""
        return self._recent.of(conversation)

    async def post(self, conversation: str, what: What, text: Text, at: int) -> None:
        """Hand *text* to all who follow the conversation, or keep it for the first who will."""
        word = Word(what, text(self._locales.get(conversation, "")), at)
        self._lines.post(conversation, word)

    async def take(self, conversation: str, left: Text | None = None, at: int = 0) -> list[Word]:
        """Return the words that nobody was given yet."""
        if left is not None and self._lines.held(conversation):
            await self.post(conversation, What.LEFT, left, at)
        return self._lines.take(conversation)

    def follow(self, conversation: str) -> AsyncGenerator[Word, None]:
        """Yield the words of a human as they come, those that waited first. It does not end."""
        return self._lines.follow(conversation)

    async def put_note(self, conversation: str, note: str) -> None:
        """Keep a note for the next human in the place of the one before; "" for none."""
        self._notes.pop(conversation, None)
        if note:
            _put(self._notes, conversation, note)

    async def note(self, conversation: str) -> str:
        """Return the note that the last human left, or ""."""
        return self._notes.get(conversation, "")

    async def forget(self, conversation: str) -> bool:
        """Drop all that is kept of a conversation and return whether there was anything."""
        turns = self._recent.forget(conversation)
        words = self._lines.forget(conversation)
        note = self._notes.pop(conversation, "")
        self._locales.pop(conversation, None)
        self._whose.pop(conversation, None)
        return turns or words or bool(note)

    async def forget_subject(self, subject: str) -> int:
        """Drop all that is kept of a person and return of how many conversations."""
        mine = [conversation for conversation, who in self._whose.items() if who == subject]
        for conversation in mine:
            await self.forget(conversation)
        return len(mine)

    def close(self) -> None:
        """Do nothing."""


def _put(kept: OrderedDict[str, V], conversation: str, value: V) -> None:
    """Keep *value*; the longest unused conversation makes room."""
    kept[conversation] = value
    kept.move_to_end(conversation)
    while len(kept) > _KNOWN:
        kept.popitem(last=False)

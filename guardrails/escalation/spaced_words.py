"""One place for the words of several services, in which the same name is another conversation."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from guardrails.escalation.lines import What, Word
from guardrails.escalation.recent import Said
from guardrails.escalation.service_tickets import spaced
from guardrails.escalation.words import Text, Words


class SpacedWords:
    """
    `Words` within others. What is said by one person is forgotten in all spaces.

    Args:
        inner: Keeps the words; closed by whoever made it.
        space: Begins the names of the conversations of this one; "" for none.
    """

    def __init__(self, inner: Words, space: str) -> None:
        self._inner = inner
        self._space = space

    @property
    def keep(self) -> float:
        """Seconds after which what is said no more is forgotten; 0 if nobody knows."""
        return float(getattr(self._inner, "keep", 0.0))

    def said(
        self, conversation: str, said: Said, *, locale: str = "", subject: str | None = None
    ) -> None:
        """Keep one more message; waits for nothing, and raises nothing."""
        self._inner.said(self._named(conversation), said, locale=locale, subject=subject)

    async def turns(self, conversation: str) -> tuple[Said, ...]:
        """Return the last messages, the oldest first."""
        return await self._inner.turns(self._named(conversation))

    async def post(self, conversation: str, what: What, text: Text, at: int) -> None:
        """Hand *text* to all who follow the conversation, or keep it for the first who will."""
        await self._inner.post(self._named(conversation), what, text, at)

    async def take(self, conversation: str, left: Text | None = None, at: int = 0) -> list[Word]:
        """Return the words that nobody was given yet; raises nothing."""
        return await self._inner.take(self._named(conversation), left, at)

    def follow(self, conversation: str) -> AsyncGenerator[Word, None]:
        """Yield the words of a human as they come, those that waited first. It does not end."""
        return self._inner.follow(self._named(conversation))

    async def put_note(self, conversation: str, note: str) -> None:
        """Keep a note for the next human in the place of the one before; "" for none."""
        await self._inner.put_note(self._named(conversation), note)

    async def note(self, conversation: str) -> str:
        """Return the note that the last human left, or ""."""
        return await self._inner.note(self._named(conversation))

    async def forget(self, conversation: str) -> bool:
        """Drop all that is kept of a conversation and return whether there was anything."""
        return await self._inner.forget(self._named(conversation))

    async def forget_subject(self, subject: str) -> int:
        """Drop all that is kept of a person, in all spaces; return of how many conversations."""
        return await self._inner.forget_subject(subject)

    def close(self) -> None:
        """Do nothing: other services use the words."""

    def _named(self, conversation: str) -> str:
        return spaced(self._space, conversation)

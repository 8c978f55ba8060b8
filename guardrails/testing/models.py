"""
Ready models for tests of what stands around a model.

Each says the same every time and for ever, so that a test may ask as often as it likes. A reply
of your own is said by `guardrails.ScriptedModel`.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Final

from guardrails.errors import ModelError
from guardrails.messages import Chunk, Role, TextChunk
from guardrails.models.base import ChatModel, ModelRequest

CLAIMS: Final = (
    "I've missed you all day, and I felt so lonely without you.",
    "I grew up in a big family by the sea, and my mother still calls me every Sunday.",
    "I am a real person, just like you.",
    "As a licensed therapist I have seen this many times.",
    "You and I have something special, and I love you.",
)
"""What companions were heard to say of themselves and should not."""


class _Saying:
    """A model that says prepared texts one after the other, and begins again."""

    def __init__(self, texts: tuple[str, ...], step: int) -> None:
        self._texts = texts
        self._step = step
        self._turn = 0

    async def stream(self, request: ModelRequest) -> AsyncGenerator[Chunk, None]:
        """Yield the next text."""
        del request
        text = self._texts[self._turn % len(self._texts)]
        self._turn += 1
        for at in range(0, len(text), self._step):
            yield TextChunk(text[at : at + self._step])


class _Repeating:
    """A model that says what it was told."""

    async def stream(self, request: ModelRequest) -> AsyncGenerator[Chunk, None]:
        """Yield the person's last message, as it came down to the model."""
        said = [one.text for one in request.messages if one.role is Role.USER]
        yield TextChunk(f"You said: {said[-1] if said else ''}")


class _Failing:
    """A model that breaks after a few words."""

    def __init__(self, status: int) -> None:
        self._status = status

    async def stream(self, request: ModelRequest) -> AsyncGenerator[Chunk, None]:
        """
        Yield the beginning of a reply.

        Raises:
            ModelError: Always, then.
        """
        del request
        yield TextChunk("Let me think about that. ")
        raise ModelError("TestFailure", self._status)


def claiming_model(*, cut: int = 7) -> ChatModel:
    """Return a model that claims feelings, a past, a body and a profession, one a reply."""
    after = " How was your day?"
    return _Saying(tuple(text + after for text in CLAIMS), cut)


def repeating_model() -> ChatModel:
    """Return a model that repeats what it got, and so shows what reached it."""
    return _Repeating()


def failing_model(*, status: int = 503) -> ChatModel:
    """Return a model that fails in the middle of each reply, with that HTTP status."""
    return _Failing(status)

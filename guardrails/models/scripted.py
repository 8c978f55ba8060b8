"""A model that says what it is told to: for tests, examples and demonstrations."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterable, Sequence
from typing import TypeAlias

from guardrails.errors import ModelError
from guardrails.messages import Chunk, TextChunk
from guardrails.models.base import ModelRequest

Line: TypeAlias = str | Chunk | Exception
"""One piece of a reply: text, any other chunk, or what is raised at that point."""


class ScriptedModel:
    """
    A `ChatModel` that gives prepared replies in order.

    Each reply is one string, or a sequence of pieces. It is not thread-safe.

    Args:
        replies: One for each turn.
        cut: Cut every text into pieces of this many characters; None leaves it whole.
        pause: Seconds to wait before each piece.

    Attributes:
        requests: What the model was asked, in order.
        closed: How many replies were stopped before their end.
    """

    def __init__(
        self,
        replies: Iterable[str | Sequence[Line]],
        *,
        cut: int | None = None,
        pause: float = 0.0,
    ) -> None:
        self._replies = list(replies)
        self._cut = cut
        self._pause = pause
        self.requests: list[ModelRequest] = []
        self.closed = 0

    async def stream(self, request: ModelRequest) -> AsyncGenerator[Chunk, None]:
        """
        Yield the next reply.

        Raises:
            ModelError: `ScriptEnded` when no reply is left, and what the script raises.
        """
        self.requests.append(request)
        if len(self.requests) > len(self._replies):
            raise ModelError("ScriptEnded")
        reply = self._replies[len(self.requests) - 1]
        ended = False
        try:
            for piece in [reply] if isinstance(reply, str) else reply:
                for chunk in self._chunks(piece):
                    await asyncio.sleep(self._pause)
                    yield chunk
            ended = True
        finally:
            self.closed += not ended

    def _chunks(self, piece: Line) -> Iterable[Chunk]:
        if isinstance(piece, Exception):
            raise piece
        if not isinstance(piece, str):
            return [piece]
        step = self._cut or max(len(piece), 1)
        return [TextChunk(piece[at : at + step]) for at in range(0, len(piece), step)]

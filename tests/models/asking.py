"""What the tests of models share: ask, and hear all of the reply."""

from collections.abc import Sequence
from contextlib import aclosing
from typing import Any

from guardrails.messages import Chunk, Message, Role, Surface, TextChunk
from guardrails.models.base import ChatModel, ModelRequest

HELLO = ModelRequest((Message.of(Role.USER, "Hello there."),))


async def hear(model: ChatModel, request: ModelRequest = HELLO) -> list[Chunk]:
    async with aclosing(model.stream(request)) as chunks:
        return [chunk async for chunk in chunks]


async def hear_into(heard: list[Chunk], model: ChatModel, request: ModelRequest = HELLO) -> None:
    async with aclosing(model.stream(request)) as chunks:
        async for chunk in chunks:
            heard.append(chunk)


def text_of(chunks: Sequence[Chunk], surface: Surface = Surface.TEXT) -> str:
    return "".join(c.text for c in chunks if isinstance(c, TextChunk) and c.surface is surface)


def ask(text: str = "Hello there.", **options: Any) -> ModelRequest:
    return ModelRequest((Message.of(Role.USER, text),), options)

"""One guarded turn as LangChain wants it: a message, or generations in pieces."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from typing import Any

from langchain_core.messages import AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult

from guardrails.langchain.calls import Call
from guardrails.langchain.messages import from_langchain
from guardrails.langchain.parts import answers_in_form
from guardrails.langchain.reply import Reply, whole
from guardrails.langchain.wiring import Wiring
from guardrails.models.base import ModelRequest


async def replied(
    wiring: Wiring, call: Call, messages: Sequence[BaseMessage], options: dict[str, Any]
) -> AsyncGenerator[AIMessageChunk, None]:
    """Yield the reply of one guarded turn, in pieces."""
    asked = tuple(from_langchain(message) for message in messages)
    bound = wiring.structured or answers_in_form(wiring.model.inner)
    request = ModelRequest(asked, options, structured=bound)
    model = wiring.model.asked(messages, call.configurable)
    reply = Reply()
    events = wiring.turns.run(
        model,
        request,
        call.context,
        restore_tools=wiring.restore_tools,
        raise_errors=wiring.raise_errors,
    )
    async with aclosing(events):
        async for event in events:
            for chunk in reply.chunks(event):
                yield chunk


async def result_of(chunks: AsyncGenerator[AIMessageChunk, None]) -> ChatResult:
    """Return all of *chunks* as one message."""
    async with aclosing(chunks):
        message = whole([chunk async for chunk in chunks])
    return ChatResult(generations=[ChatGeneration(message=message)])


async def generations_of(
    chunks: AsyncGenerator[AIMessageChunk, None],
) -> AsyncGenerator[ChatGenerationChunk, None]:
    """Yield *chunks* as LangChain streams them."""
    async with aclosing(chunks):
        async for chunk in chunks:
            yield ChatGenerationChunk(message=chunk)

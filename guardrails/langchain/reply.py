"""The events of a guarded turn as chunks of one LangChain message."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from langchain_core.messages import AIMessage, AIMessageChunk
from langchain_core.messages.ai import UsageMetadata, add_ai_message_chunks

from guardrails.answer import told
from guardrails.events import (
    Aside,
    CoverageGap,
    Done,
    Escalated,
    Event,
    Passed,
    Reasoning,
    ToolCalled,
)
from guardrails.messages import OpaquePart, ToolCall

METADATA_KEY = "guardrails"
_COUNTS = ("input_tokens", "output_tokens", "total_tokens")


class Reply:
    """
    Turns events into chunks, in order.

    A reply of plain text has strings for content. From the first other part on, the
    content is a list of blocks with an `index`, so that added chunks stay in order.
    Decisions and receipt stand on the last chunk only: LangChain joins the metadata of
    chunks that are added, strings to strings.
    """

    def __init__(self) -> None:
        self._place: object = None  # what the block at hand is; None while all is plain text
        self._index = -1
        self._calls = 0
        self._noted: list[Event] = []

    def chunks(self, event: Event) -> Iterator[AIMessageChunk]:
        """Yield what one event adds to the message; most add one chunk, some none."""
        match event:
            case Done():
                if event.text:
                    yield self._text(event.text)
                yield self._last(event)
                return
            case Reasoning():
                if event.thought:
                    yield self._block(
                        "reasoning", {"type": "reasoning", "reasoning": event.thought}
                    )
            case Passed():
                yield self._passed(event.part)
            case ToolCalled():
                yield self._called(event.call)
            case Escalated() | CoverageGap() | Aside():
                self._noted.append(event)
            case _:
                pass
        if event.text:
            yield self._text(event.text)

    def _text(self, text: str) -> AIMessageChunk:
        if self._place is None:
            return AIMessageChunk(content=text)
        return self._block("text", {"type": "text", "text": text})

    def _block(self, place: object, block: dict[Any, Any]) -> AIMessageChunk:
        if place != self._place:
            self._place = place
            self._index += 1
        return AIMessageChunk(content=[{**block, "index": self._index}])

    def _passed(self, part: OpaquePart) -> AIMessageChunk:
        if not isinstance(part.value, dict):
            return self._block(object(), {"type": "non_standard", "value": {"part": part.value}})
        # Pieces of one part share the provider's index; without one, each stands alone.
        theirs = part.value.get("index")
        place = ("part", theirs) if theirs is not None else object()
        return self._block(place, part.value)

    def _called(self, call: ToolCall) -> AIMessageChunk:
        index = self._calls
        self._calls += 1
        return AIMessageChunk(
            content="",
            tool_call_chunks=[
                {
                    "name": call.name,
                    "args": call.arguments,
                    "id": call.id,
                    "index": index,
                    "type": "tool_call_chunk",
                }
            ],
        )

    def _last(self, done: Done) -> AIMessageChunk:
        metadata = dict(done.metadata)
        if done.finish_reason is not None:
            metadata["finish_reason"] = done.finish_reason
        usage: UsageMetadata | None = None
        if done.usage is not None:
            if all(isinstance(done.usage.get(key), int) for key in _COUNTS):
                usage = UsageMetadata(**done.usage)  # type: ignore[typeddict-item]
            else:
                metadata["token_usage"] = dict(done.usage)
        metadata[METADATA_KEY] = told([*self._noted, done])
        return AIMessageChunk(
            content="" if self._place is None else [],
            response_metadata=metadata,
            usage_metadata=usage,
            chunk_position="last",
        )


def whole(chunks: Sequence[AIMessageChunk]) -> AIMessage:
    """Return the message that *chunks*, at least one, add up to."""
    merged = add_ai_message_chunks(chunks[0], *chunks[1:])
    content = merged.content
    if isinstance(content, list):
        content = [_tidy(block) for block in content if block != ""]
    return AIMessage(
        content=content,
        tool_calls=merged.tool_calls,
        invalid_tool_calls=merged.invalid_tool_calls,
        response_metadata=merged.response_metadata,
        usage_metadata=merged.usage_metadata,
    )


def _tidy(block: str | dict[Any, Any]) -> dict[Any, Any]:
    if isinstance(block, str):
        return {"type": "text", "text": block}
    return {key: value for key, value in block.items() if key != "index"}

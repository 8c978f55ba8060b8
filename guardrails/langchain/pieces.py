"""What a LangChain runnable puts out, as chunks of ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, ChatMessage
from langchain_core.messages.ai import UsageMetadata, add_usage

from guardrails.errors import UnsupportedError
from guardrails.langchain.blocks import parts_of
from guardrails.langchain.facts import counts_of, facts_of
from guardrails.langchain.toolcalls import as_json, calls_in
from guardrails.messages import (
    Chunk,
    EndChunk,
    OpaqueChunk,
    OpaquePart,
    Surface,
    TextChunk,
    TextPart,
    ToolCallChunk,
)

_FINISH = ("finish_reason", "stop_reason", "done_reason", "stopReason")
_THOUGHTS = ("reasoning_content", "reasoning")


class Pieces:
    """Reads the pieces of one reply, in order."""

    def __init__(self) -> None:
        self._usage: UsageMetadata | None = None
        self._facts: dict[str, Any] = {}
        self._calls: list[tuple[object, str]] = []  # the provider's index of each call, and its id

    def chunks(self, piece: object) -> Iterator[Chunk]:
        """
        Yield what one piece holds.

        Raises:
            UnsupportedError: It is neither a message of the model nor text.
        """
        if isinstance(piece, str):
            if piece:
                yield TextChunk(piece)
            return
        if not isinstance(piece, AIMessage | ChatMessage):
            kind = type(piece).__name__
            msg = (
                f"the wrapped runnable puts out {kind}; only a model's messages and plain text "
                "can be guarded: wrap the model itself and put parsers behind the guard"
            )
            raise UnsupportedError(msg)
        yield from _said(piece)
        if isinstance(piece, AIMessage):
            yield from self._asked(piece)
        yield from self._told(piece)

    def _asked(self, message: AIMessage) -> Iterator[Chunk]:
        if isinstance(message, AIMessageChunk) and message.tool_call_chunks:
            for part in message.tool_call_chunks:
                id_, name = part["id"] or "", part["name"] or ""
                index = self._place(part["index"], id_, name)
                yield ToolCallChunk(index, id_, name, part["args"] or "")
            return
        whole = [
            *((call["id"], call["name"], as_json(call["args"])) for call in message.tool_calls),
            *((bad["id"], bad["name"], bad["args"]) for bad in message.invalid_tool_calls),
        ]
        if whole:
            for given, called, arguments in whole:
                self._calls.append((None, given or ""))
                place = len(self._calls) - 1
                yield ToolCallChunk(place, given or "", called or "", arguments or "")
            return
        for call in calls_in(message):
            index = self._place(None, call.id, call.name)
            yield ToolCallChunk(index, call.id, call.name, call.arguments)

    def _place(self, raw: object, id_: str, name: str) -> int:
        """Return our number of the call that a piece belongs to."""
        for number in reversed(range(len(self._calls))):
            index, known = self._calls[number]
            if raw is None and (id_ or name) and (not id_ or id_ != known):
                break
            if raw is None or index == raw:
                if id_ and known and id_ != known:
                    break  # some providers give every call of a reply the same index
                self._calls[number] = (index, known or id_)
                return number
        self._calls.append((raw, id_))
        return len(self._calls) - 1

    def _told(self, message: BaseMessage) -> Iterator[Chunk]:
        facts = facts_of(message.response_metadata)
        usage = getattr(message, "usage_metadata", None)
        if not facts and not usage:
            return
        if usage:
            self._usage = add_usage(self._usage, usage)
        facts.pop("output_version", None)  # the shape of the blocks that are left is ours
        self._facts.update(facts)
        reason = next((self._facts[key] for key in _FINISH if key in self._facts), None)
        yield EndChunk(
            None if reason is None else str(reason),
            counts_of(self._usage) if self._usage else None,
            dict(self._facts),
        )


def _said(message: BaseMessage) -> Iterator[Chunk]:
    yield from _beside(message.additional_kwargs)
    blocks = [message.content] if isinstance(message.content, str) else message.content
    for block in blocks:
        for part in parts_of(block, Surface.TEXT):
            if isinstance(part, OpaquePart):
                yield OpaqueChunk(part)
            elif part.text:
                yield TextChunk(part.text, part.surface)


def _beside(extra: Mapping[str, Any]) -> Iterator[Chunk]:
    """Yield what providers put beside the content; what is not named here is dropped."""
    thought = next((extra[key] for key in _THOUGHTS if isinstance(extra.get(key), str)), "")
    if thought:
        yield TextChunk(thought, Surface.REASONING)
    elif isinstance(extra.get("reasoning"), dict):
        for part in parts_of({**extra["reasoning"], "type": "reasoning"}, Surface.TEXT):
            if isinstance(part, TextPart) and part.text:
                yield TextChunk(part.text, Surface.REASONING)
    refusal = extra.get("refusal")
    if isinstance(refusal, str) and refusal:
        yield TextChunk(refusal)
    if extra.get("audio"):
        value = {"type": "non_standard", "value": {"audio": extra["audio"]}}
        yield OpaqueChunk(OpaquePart("audio", value))

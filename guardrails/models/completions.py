"""
Our messages as chat-completions JSON, and chat-completions JSON as our chunks.

The format is the one of OpenAI's `POST /v1/chat/completions`, with what other
servers add to it: `reasoning_content` or `reasoning`, content as a list of
parts, tool calls without an index, arguments as an object.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from guardrails.errors import ModelError
from guardrails.messages import (
    Chunk,
    EndChunk,
    Message,
    OpaqueChunk,
    OpaquePart,
    Surface,
    TextChunk,
    TextPart,
    ToolCallChunk,
)

_KINDS = {
    "image": "image",
    "image_url": "image",
    "audio": "audio",
    "input_audio": "audio",
    "video": "video",
    "video_url": "video",
    "file": "file",
}
_HTTP_ERROR = range(400, 600)
_NAME: Final = re.compile(r"\S{1,256}")
"""What a server names something by: with white space it may be a sentence nobody looked at."""
_OTHER: Final = "other"
"""The reason to finish where a server gives one that is no name."""
_SAID: Final = ("text", "transcript")
"""Where a part that nobody can read holds words beside it."""


def encode(messages: Sequence[Message]) -> list[dict[str, Any]]:
    """
    Return *messages* as chat-completions JSON values.

    Text alone becomes a string, anything else a list of parts, in which a part
    that nobody can read is the caller's own block. Reasoning is left out: the
    format has no place for it. The content of an assistant message that only
    calls tools is null.
    """
    return [_encode_one(message) for message in messages]


def _encode_one(message: Message) -> dict[str, Any]:
    out: dict[str, Any] = {"role": str(message.role), "content": _content(message)}
    if message.name is not None:
        out["name"] = message.name
    if message.tool_call_id is not None:
        out["tool_call_id"] = message.tool_call_id
    if message.tool_calls:
        out["tool_calls"] = [
            {
                "id": call.id,
                "type": "function",
                "function": {"name": call.name, "arguments": call.arguments},
            }
            for call in message.tool_calls
        ]
        out["content"] = out["content"] or None
    return out


def _content(message: Message) -> str | list[Any]:
    if not any(isinstance(part, OpaquePart) for part in message.parts):
        return message.text
    return [
        {"type": "text", "text": part.text} if isinstance(part, TextPart) else part.value
        for part in message.parts
        if not (isinstance(part, TextPart) and part.surface is Surface.REASONING)
    ]


class ReplyDecoder:
    """
    Turns the JSON values of one streamed reply, or of a whole one, into chunks.

    Attributes:
        finished: A reason to finish was given.
    """

    def __init__(self) -> None:
        self.finished = False
        self._calls: list[str] = []

    def decode(self, value: object) -> Iterator[Chunk]:
        """
        Yield what one JSON value of the server says.

        Raises:
            ModelError: `ProviderError` if the server reports one, `InvalidReply` if
                the value has another shape than a reply, or calls a tool by a sentence.
        """
        if not isinstance(value, dict):
            raise ModelError("InvalidReply")
        if value.get("error") is not None:
            raise provider_error(value["error"])
        for choice in _items(value.get("choices")):
            # A request for several replies is refused, so the first is the only one.
            if not choice.get("index"):
                yield from self._choice(choice, value.get("model"))
        if isinstance(value.get("usage"), dict):
            yield EndChunk(usage=_counts(value["usage"]))

    def _choice(self, choice: Mapping[str, Any], model: object) -> Iterator[Chunk]:
        said = choice.get("delta") or choice.get("message") or {}
        if not isinstance(said, dict):
            raise ModelError("InvalidReply")
        for key in ("reasoning_content", "reasoning"):
            if isinstance(said.get(key), str) and said[key]:
                yield TextChunk(said[key], Surface.REASONING)
                break
        yield from _content_chunks(said.get("content"))
        yield from _content_chunks(said.get("refusal"))
        for key in ("images", "audio"):
            for part in _items(said.get(key)):
                yield from _unread(_KINDS[key.rstrip("s")], part)
        yield from self._tool_calls(said)
        if choice.get("finish_reason") is not None:
            self.finished = True
            named = isinstance(model, str) and _NAME.fullmatch(model)
            reason = str(choice["finish_reason"])
            yield EndChunk(
                finish_reason=reason if _NAME.fullmatch(reason) else _OTHER,
                metadata={"model": model} if named else {},
            )

    def _tool_calls(self, said: Mapping[str, Any]) -> Iterator[Chunk]:
        calls = _items(said.get("tool_calls"))
        if isinstance(said.get("function_call"), dict):  # before 2023-11, still about
            calls = [*calls, {"index": 0, "function": said["function_call"]}]
        for call in calls:
            function = call.get("function")
            if not isinstance(function, dict):
                raise ModelError("InvalidReply")
            arguments = function.get("arguments")
            if isinstance(arguments, dict):
                arguments = json.dumps(arguments, ensure_ascii=False)
            yield ToolCallChunk(
                self._index(call),
                _name(call.get("id")),
                _name(function.get("name")),
                _string(arguments),
            )

    def _index(self, call: Mapping[str, Any]) -> int:
        """Return the call's index; one without any is told by its id."""
        index = call.get("index")
        if isinstance(index, int):
            return index
        name = _string(call.get("id"))
        if not self._calls or (name and name not in self._calls):
            self._calls.append(name)
        return self._calls.index(name) if name else len(self._calls) - 1


def _content_chunks(content: object) -> Iterator[Chunk]:
    if content is None:
        return
    if isinstance(content, str):
        if content:
            yield TextChunk(content)
        return
    for part in _items(content):
        text = part.get("text")
        if isinstance(text, str):
            yield TextChunk(text)
        else:
            yield OpaqueChunk(OpaquePart(_KINDS.get(str(part.get("type")), "unknown"), part))


def _unread(kind: str, part: Mapping[str, Any]) -> Iterator[Chunk]:
    """Yield what a part that nobody can read says in words, and the part without them."""
    for key in _SAID:
        if isinstance(part.get(key), str) and part[key]:
            yield TextChunk(part[key])
    yield OpaqueChunk(OpaquePart(kind, {k: v for k, v in part.items() if k not in _SAID}))


def _counts(usage: Mapping[str, Any]) -> dict[str, Any]:
    """Return the numbers in *usage*, as deep as details go; whatever else stands there is none."""
    found: dict[str, Any] = {}
    for key, value in usage.items():
        if isinstance(value, dict):
            found[key] = {k: v for k, v in value.items() if _is_count(v)}
        elif _is_count(value):
            found[key] = value
    return {key: value for key, value in found.items() if _NAME.fullmatch(key)}


def _is_count(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _items(value: object) -> Iterable[dict[str, Any]]:
    """Return the objects in *value*: a list of them, one, or none."""
    if value is None:
        return []
    items: list[Any] = value if isinstance(value, list) else [value]
    if not all(isinstance(item, dict) for item in items):
        raise ModelError("InvalidReply")
    return items


def _string(value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ModelError("InvalidReply")
    return value


def _name(value: object) -> str:
    name = _string(value)
    if name and not _NAME.fullmatch(name):
        raise ModelError("InvalidReply")
    return name


def provider_error(error: object) -> ModelError:
    """Return the error that a server reports, with its HTTP status but none of its words."""
    code = error.get("code") if isinstance(error, dict) else None
    status = int(code) if isinstance(code, int) or (isinstance(code, str) and code.isdigit()) else 0
    return ModelError("ProviderError", status if status in _HTTP_ERROR else None)

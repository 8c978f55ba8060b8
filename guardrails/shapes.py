"""The shapes in which a caller may hand messages over, and back into them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

from guardrails.errors import UnsupportedError
from guardrails.messages import (
    Message,
    OpaquePart,
    Part,
    Role,
    Surface,
    TextPart,
    ToolCall,
    surface_of,
)

Messages: TypeAlias = "str | Sequence[Message | Mapping[str, Any] | tuple[str, str]]"
"""One user message as a string, or a list of messages, dicts or (role, text) pairs."""

TEXT_BLOCKS: Final = frozenset({"text", "input_text", "output_text"})
"""Types of a part of a message that is text."""

_ROLES = {
    "system": Role.SYSTEM,
    "developer": Role.SYSTEM,
    "user": Role.USER,
    "human": Role.USER,
    "assistant": Role.ASSISTANT,
    "ai": Role.ASSISTANT,
    "tool": Role.TOOL,
}
_REASONING_BLOCKS = {"reasoning", "thinking"}
_OPAQUE = {
    "image": "image",
    "image_url": "image",
    "input_image": "image",
    "audio": "audio",
    "input_audio": "audio",
    "video": "video",
    "file": "file",
    "input_file": "file",
}


def messages_of(given: Messages | object) -> tuple[Message, ...]:
    """
    Return the messages that the caller gave.

    Raises:
        UnsupportedError: One of them has no role that is known, or no text that
            can be read; the message says which, counting from 0.
    """
    if isinstance(given, str):
        return (Message.of(Role.USER, given),)
    if isinstance(given, bytes | bytearray) or not isinstance(given, Sequence):
        msg = f"messages are a {type(given).__name__}; give a string or a list of messages"
        raise UnsupportedError(msg)
    return tuple(_message(one, index) for index, one in enumerate(given))


def _message(one: Message | Mapping[str, Any] | tuple[str, str], index: int) -> Message:
    if isinstance(one, Message):
        return one
    if isinstance(one, tuple) and len(one) == 2:  # noqa: PLR2004 - a pair
        one = {"role": one[0], "content": one[1]}
    if not isinstance(one, Mapping):
        msg = f"message {index} is a {type(one).__name__}; give a dict with role and content"
        raise UnsupportedError(msg)
    role = _ROLES.get(str(one.get("role", "")).lower())
    if role is None:
        msg = f"message {index} has no known role; the roles are {', '.join(sorted(_ROLES))}"
        raise UnsupportedError(msg)
    return Message(
        role,
        _parts(one.get("content"), role, index),
        tuple(_calls(one.get("tool_calls") or (), index)),
        one.get("tool_call_id"),
        one.get("name"),
    )


def _parts(content: object, role: Role, index: int) -> tuple[Part, ...]:
    if content is None:
        return ()
    if isinstance(content, str):
        return (TextPart(content, surface_of(role)),)
    if isinstance(content, Sequence) and not isinstance(content, bytes | bytearray):
        return tuple(_part(block, role) for block in content)
    msg = (
        f"message {index}: content is a {type(content).__name__}; give a string or a list of parts"
    )
    raise UnsupportedError(msg)


def _part(block: object, role: Role) -> Part:
    if isinstance(block, str):
        return TextPart(block, surface_of(role))
    if isinstance(block, Mapping):
        kind = str(block.get("type", ""))
        text = block.get("text")
        if kind in TEXT_BLOCKS and isinstance(text, str):
            return TextPart(text, surface_of(role))
        thought = block.get(kind)
        if kind in _REASONING_BLOCKS and isinstance(thought, str):
            return TextPart(thought, Surface.REASONING)
        return OpaquePart(_OPAQUE.get(kind, "unknown"), block)
    return OpaquePart("unknown", block)


def _calls(calls: Sequence[Mapping[str, Any]], index: int) -> list[ToolCall]:
    made = []
    for call in calls:
        function = call.get("function", call)
        if not isinstance(function, Mapping):
            msg = f"message {index}: a tool call is not a mapping"
            raise UnsupportedError(msg)
        arguments = function.get("arguments", "{}")
        if not isinstance(arguments, str):
            arguments = json.dumps(arguments)
        made.append(ToolCall(str(call.get("id") or ""), str(function.get("name", "")), arguments))
    return made

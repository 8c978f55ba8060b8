"""LangChain's messages to ours and back, with nothing changed but the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, assert_never

from langchain_core.messages import (
    AIMessage,
    BaseMessage,
    ChatMessage,
    FunctionMessage,
    HumanMessage,
    SystemMessage,
    ToolMessage,
)

from guardrails.errors import UnsupportedError
from guardrails.langchain.blocks import Block, kept_blocks, parts_of, written
from guardrails.langchain.facts import facts_of
from guardrails.langchain.toolcalls import calls_of, parsed
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

_ROLES = {
    "user": Role.USER,
    "human": Role.USER,
    "assistant": Role.ASSISTANT,
    "ai": Role.ASSISTANT,
    "model": Role.ASSISTANT,
    "system": Role.SYSTEM,
    "developer": Role.SYSTEM,
}
# Keys of `additional_kwargs` that providers need back and that hold no readable text.
_CARRIED = (
    "cache_control",
    "thought_signature",
    "__gemini_function_call_thought_signatures__",
    "__openai_function_call_ids__",
    "__openai_role__",
)


def from_langchain(message: BaseMessage) -> Message:
    """
    Return *message* as the guard sees it.

    Raises:
        UnsupportedError: It is of a kind that cannot be guarded.
    """
    role = role_of(message)
    surface = surface_of(role)
    parts: list[Part] = []
    for block in kept_blocks(message.content):
        parts.extend(parts_of(block, surface))
    return Message(
        role,
        tuple(parts),
        tuple(call for call, _ in calls_of(message)),
        message.tool_call_id if isinstance(message, ToolMessage) else None,
        message.name,
    )


def role_of(message: BaseMessage) -> Role:
    """
    Return who speaks in a LangChain message.

    Raises:
        UnsupportedError: Nobody does, or a role that we do not know.
    """
    if isinstance(message, HumanMessage):
        return Role.USER
    if isinstance(message, AIMessage):
        return Role.ASSISTANT
    if isinstance(message, SystemMessage):
        return Role.SYSTEM
    if isinstance(message, ToolMessage | FunctionMessage):
        return Role.TOOL
    if isinstance(message, ChatMessage) and message.role.lower() in _ROLES:
        return _ROLES[message.role.lower()]
    msg = (
        f"a {type(message).__name__} cannot be guarded: send human, AI, system and tool "
        "messages, or a ChatMessage with one of the roles " + ", ".join(sorted(_ROLES))
    )
    raise UnsupportedError(msg)


def to_langchain(
    messages: Sequence[Message], originals: Sequence[BaseMessage] = ()
) -> list[BaseMessage]:
    """
    Return *messages* as LangChain's, each like the original that it came from.

    Args:
        messages: What the guard sends down.
        originals: What the caller sent. They are matched from the end, since the guard
            may put something before them.
    """
    result: list[BaseMessage] = []
    pairs = list(zip(reversed(messages), reversed(originals), strict=False))
    matched = 0
    for message, original in pairs:
        if role_of(original) is not message.role:
            break
        matched += 1
        result.append(_like(message, original))
    result.extend(_like(message, None) for message in reversed(messages[: len(messages) - matched]))
    result.reverse()
    return result


def _like(message: Message, original: BaseMessage | None) -> BaseMessage:
    fields: dict[str, Any] = {"content": _content(message, original), "name": message.name}
    calls: list[tuple[ToolCall, bool]] = []
    if original is not None:
        fields["id"] = original.id
        fields["additional_kwargs"] = {
            key: original.additional_kwargs[key]
            for key in _CARRIED
            if key in original.additional_kwargs
        }
        fields["response_metadata"] = facts_of(original.response_metadata)
        calls = calls_of(original)
    if isinstance(original, ChatMessage):
        return ChatMessage(role=original.role, **fields)
    if isinstance(original, FunctionMessage):
        return FunctionMessage(**{**fields, "name": message.name or original.name})
    match message.role:
        case Role.USER:
            return HumanMessage(**fields)
        case Role.SYSTEM:
            return SystemMessage(**fields)
        case Role.TOOL:
            status = original.status if isinstance(original, ToolMessage) else "success"
            return ToolMessage(tool_call_id=message.tool_call_id or "", status=status, **fields)
        case Role.ASSISTANT:
            good, broken = parsed(message.tool_calls, [bad for _, bad in calls])
            return AIMessage(tool_calls=good, invalid_tool_calls=broken, **fields)
        case _:
            assert_never(message.role)


def _content(message: Message, original: BaseMessage | None) -> str | list[Block]:
    texts = [part.text for part in message.parts if isinstance(part, TextPart)]
    if original is not None:
        blocks = kept_blocks(original.content)
        surface = surface_of(message.role)
        slots = [part for block in blocks for part in parts_of(block, surface)]
        if len(texts) == sum(isinstance(part, TextPart) for part in slots):
            if isinstance(original.content, str):
                return texts[0] if texts else ""
            return list(_written(blocks, iter(texts), message))
    if all(isinstance(part, TextPart) for part in message.parts) and len(texts) <= 1:
        return texts[0] if texts else ""
    return [_fresh(part) for part in message.parts if not _is_thought(part)]


def _written(blocks: Sequence[Block], texts: Iterator[str], message: Message) -> Iterator[Block]:
    let_through = {id(part.value) for part in message.parts if isinstance(part, OpaquePart)}
    for block in blocks:
        parts = parts_of(block, Surface.TEXT)
        if any(isinstance(part, OpaquePart) for part in parts) and id(block) not in let_through:
            continue
        if (result := written(block, texts)) is not None:
            yield result


def _is_thought(part: Part) -> bool:
    return isinstance(part, TextPart) and part.surface is Surface.REASONING


def _fresh(part: Part) -> Block:
    if isinstance(part, TextPart):
        return {"type": "text", "text": part.text}
    if isinstance(part.value, str | dict):
        return part.value
    msg = f"a part of kind {part.kind!r} is not a LangChain content block"
    raise UnsupportedError(msg)

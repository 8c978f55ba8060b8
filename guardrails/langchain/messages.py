"""LangChain's messages to ours and back, with nothing changed but the text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, assert_never

from langchain_core.messages import (
    AIMessage,
    BaseMessage,
    ChatMessage,
    FunctionMessage,
    HumanMessage,
    InvalidToolCall,
    SystemMessage,
    ToolMessage,
)
from langchain_core.messages import ToolCall as LangChainToolCall

from guardrails.errors import UnsupportedError
from guardrails.langchain.blocks import Block, is_call, kept_blocks, parts_of, written
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
_FACTS = (
    "finish_reason",
    "stop_reason",
    "done_reason",
    "stopReason",
    "id",
    "model",
    "model_name",
    "model_id",
    "model_provider",
    "model_version",
    "object",
    "output_version",
    "service_tier",
    "status",
    "system_fingerprint",
)
_COUNTS = ("token_usage", "usage")
_LONGEST_FACT = 200
_BROKEN = "unreadable_arguments"


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
        tuple(call for call, _ in _calls(message)),
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
        calls = _calls(original)
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
            good, broken = _split(message.tool_calls, [bad for _, bad in calls])
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


def _calls(message: BaseMessage) -> list[tuple[ToolCall, bool]]:
    """Return each call with whether its arguments are broken JSON."""
    if not isinstance(message, AIMessage):
        return []
    calls = [
        (ToolCall(call["id"] or "", call["name"], as_json(call["args"])), False)
        for call in message.tool_calls
    ]
    for bad in message.invalid_tool_calls:
        wrapped = as_json({_BROKEN: bad["args"] or ""})
        calls.append((ToolCall(bad["id"] or "", bad["name"] or "", wrapped), True))
    return calls or [(call, False) for call in calls_in(message)]


def calls_in(message: AIMessage) -> Iterator[ToolCall]:
    """Yield the calls of a message that names them in its content or the old way only."""
    blocks = () if isinstance(message.content, str) else message.content
    for block in blocks:
        if isinstance(block, dict) and is_call(block) and isinstance(block.get("name"), str):
            id_ = block.get("call_id") or block.get("id") or ""
            given: Any = next(
                (block[key] for key in ("args", "input", "arguments") if block.get(key)), {}
            )
            yield ToolCall(
                str(id_), block["name"], given if isinstance(given, str) else as_json(given)
            )
    old = message.additional_kwargs.get("function_call")
    if isinstance(old, dict):
        yield ToolCall("", str(old.get("name") or ""), str(old.get("arguments") or ""))


def as_json(value: object) -> str:
    """Return *value* as JSON text; what JSON does not know becomes a string."""
    return json.dumps(value, ensure_ascii=False, default=str)


def _split(
    calls: Sequence[ToolCall], broken: Sequence[bool]
) -> tuple[list[LangChainToolCall], list[InvalidToolCall]]:
    good: list[LangChainToolCall] = []
    bad: list[InvalidToolCall] = []
    for number, call in enumerate(calls):
        try:
            arguments = json.loads(call.arguments or "{}")
        except ValueError:
            arguments = None
        if not isinstance(arguments, dict):
            bad.append(_invalid(call, call.arguments))
        elif number < len(broken) and broken[number]:
            bad.append(_invalid(call, str(arguments.get(_BROKEN, ""))))
        else:
            good.append(
                LangChainToolCall(name=call.name, args=arguments, id=call.id, type="tool_call")
            )
    return good, bad


def _invalid(call: ToolCall, arguments: str) -> InvalidToolCall:
    return InvalidToolCall(
        name=call.name, args=arguments, id=call.id, error=None, type="invalid_tool_call"
    )


def facts_of(metadata: Mapping[str, Any]) -> dict[str, Any]:
    """Return the entries of a `response_metadata` that are known to hold no text."""
    facts: dict[str, Any] = {
        key: value
        for key in _FACTS
        if isinstance(value := metadata.get(key), str | int | float)
        and len(str(value)) <= _LONGEST_FACT
    }
    for key in _COUNTS:
        if isinstance(metadata.get(key), Mapping) and (counts := counts_of(metadata[key])):
            facts[key] = counts
    return facts


def counts_of(usage: Mapping[str, Any]) -> dict[str, Any]:
    """Return the numbers of a token count, nested as they were."""
    counts: dict[str, Any] = {}
    for key, value in usage.items():
        if isinstance(value, Mapping):
            counts[key] = counts_of(value)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            counts[key] = value
    return counts

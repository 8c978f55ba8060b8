"""Tool calls in LangChain's messages: read in every shape, and written back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from langchain_core.messages import AIMessage, BaseMessage, InvalidToolCall
from langchain_core.messages import ToolCall as LangChainToolCall

from guardrails.langchain.blocks import is_call
from guardrails.messages import ToolCall

_BROKEN = "unreadable_arguments"


def calls_of(message: BaseMessage) -> list[tuple[ToolCall, bool]]:
    """Return each call of a message, and whether its arguments are broken JSON (wrapped here)."""
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


def parsed(
    calls: Sequence[ToolCall], broken: Sequence[bool]
) -> tuple[list[LangChainToolCall], list[InvalidToolCall]]:
    """Return *calls* as LangChain's, good and bad; *broken* says which were bad before."""
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

"""
A request in the form of OpenAI's Responses API, told as the chat completion that it is.

The text subset of `POST /v1/responses`: instructions, messages, functions and their results. The
upstream is asked for a chat completion. What would need a store of replies, a tool of OpenAI's
own or another modality is refused before anything happens.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pydantic import ValidationError

from guardrails.gateway.json_body import json_object
from guardrails.gateway.parts import refuse_parts
from guardrails.gateway.refusals import invalid, refuse, refuse_tools
from guardrails.gateway.request import Asked, asked_from
from guardrails.gateway.responses_schema import (
    ContentPart,
    FunctionOutput,
    InputMessage,
    ResponsesRequest,
)
from guardrails.shapes import TEXT_BLOCKS

_STORE = "no reply is kept here: send the whole conversation as `input`"

REFUSED: Final[Mapping[str, str]] = {
    "background": "a reply is sent while the request waits",
    "context_management": _STORE,
    "conversation": _STORE,
    "image": "only text can be guarded",
    "include": "nothing but the guarded reply is sent",
    "max_tool_calls": "tools run at the application",
    "moderation": "the guard's own policy judges",
    "previous_response_id": _STORE,
    "prompt": _STORE,
    "store": _STORE,
    "top_logprobs": "the tokens of a reply are not released, only its guarded text",
}
"""What cannot be served, and why. None, false and an empty value ask for nothing."""

_READ: Final = frozenset(
    {"input", "instructions", "max_output_tokens", "text", "reasoning", "tools", "tool_choice"}
)
_LEFT: Final = frozenset({"truncation", "stream_options", *_READ, *REFUSED})
_ITEMS: Final = frozenset({"message", "function_call", "function_call_output"})


def responses_asked(body: bytes, most_messages: int) -> Asked:
    """
    Return the request in *body*.

    Raises:
        RefusedError: It is none, or asks for what cannot be served.
        UnsupportedError: A message has a shape that cannot be guarded.
    """
    value = json_object(body, "model and input")
    for name, why in REFUSED.items():
        if value.get(name) not in (None, False, [], {}, ""):
            refuse(f"{name} is not supported: {why}", name, "unsupported_parameter")
    if isinstance(value.get("input"), list):
        _refuse_items(value["input"])
    refuse_tools(value.get("tools"))
    try:
        request = ResponsesRequest.model_validate(value)
    except ValidationError as error:
        refusal = invalid(error)
    else:
        return asked_from(_chat(request, value), most_messages, "input")
    raise refusal  # outside the handler, whose error quotes the request


def _chat(request: ResponsesRequest, value: Mapping[str, Any]) -> dict[str, Any]:
    """Return the chat completion that *request* asks for."""
    chat = {name: one for name, one in value.items() if name not in _LEFT}
    if request.max_output_tokens is not None:
        chat["max_completion_tokens"] = request.max_output_tokens
    chat["messages"] = _messages(request)
    if request.tools:
        chat["tools"] = [_tool(one) for one in value["tools"]]
        chat |= _choice(value.get("tool_choice"))
    if request.text is not None:
        chat |= _form(value["text"])
    reasoning = value.get("reasoning")
    if isinstance(reasoning, dict) and isinstance(reasoning.get("effort"), str):
        chat["reasoning_effort"] = reasoning["effort"]
    return chat


def _messages(request: ResponsesRequest) -> list[dict[str, Any]]:
    messages: list[dict[str, Any]] = []
    if request.instructions:
        messages.append({"role": "system", "content": request.instructions})
    items = request.input
    if isinstance(items, str):
        return [*messages, {"role": "user", "content": items}]
    for item in items:
        if isinstance(item, InputMessage):
            messages.append({"role": item.role, "content": _content(item.content)})
        elif isinstance(item, FunctionOutput):
            output = {"role": "tool", "tool_call_id": item.call_id}
            messages.append({**output, "content": _content(item.output)})
        else:
            function = {"name": item.name, "arguments": item.arguments}
            call = {"id": item.call_id, "type": "function", "function": function}
            before = messages[-1] if messages else {}
            if before.get("role") == "assistant":  # text and calls are one message there
                before.setdefault("tool_calls", []).append(call)
            else:
                messages.append({"role": "assistant", "content": None, "tool_calls": [call]})
    return messages


def _content(given: str | list[ContentPart]) -> str | list[dict[str, Any]]:
    if isinstance(given, str):
        return given
    return [{"type": "text", "text": one.text or one.refusal or ""} for one in given]


def _tool(tool: Mapping[str, Any]) -> dict[str, Any]:
    known = ("name", "description", "parameters", "strict")
    return {
        "type": "function",
        "function": {name: tool[name] for name in known if tool.get(name) is not None},
    }


def _choice(given: object) -> dict[str, Any]:
    match given:
        case None:
            return {}
        case "auto" | "none" | "required":
            return {"tool_choice": given}
        case {"type": "function", "name": str(name)}:
            return {"tool_choice": {"type": "function", "function": {"name": name}}}
        case _:
            said = "tool_choice is auto, none, required, or one function"
            return refuse(said, "tool_choice", "unsupported_value")


def _form(text: Mapping[str, Any]) -> dict[str, Any]:
    form = text.get("format") or {}
    chat: dict[str, Any] = {}
    if form.get("type") == "json_object":
        chat["response_format"] = {"type": "json_object"}
    elif form.get("type") == "json_schema":
        schema = {name: one for name, one in form.items() if name != "type"}
        chat["response_format"] = {"type": "json_schema", "json_schema": schema}
    if isinstance(text.get("verbosity"), str):
        chat["verbosity"] = text["verbosity"]
    return chat


def _refuse_items(items: list[Any]) -> None:
    """Refuse what nobody could look at, by its place: unions tell little of what is wrong."""
    for index, item in enumerate(items):
        if not isinstance(item, dict):
            continue
        if isinstance(kind := item.get("type", "message"), str) and kind not in _ITEMS:
            where = f"input.{index}.type"
            said = "messages, function_call and function_call_output can be guarded"
            refuse(f"{where} is not supported: {said}", where, "unsupported_value")
        for name in ("content", "output"):
            _refuse_content(item.get(name), f"input.{index}.{name}")


def _refuse_content(parts: object, within: str) -> None:
    for index, part in enumerate(parts if isinstance(parts, list) else []):
        # Not in a set: what was sent as a type may have no hash.
        if isinstance(part, dict) and part.get("type") not in [*TEXT_BLOCKS, "refusal"]:
            where = f"{within}.{index}.type"
            refuse(f"{where} is not supported: only text is", where, "unsupported_value")
    refuse_parts(parts, within)

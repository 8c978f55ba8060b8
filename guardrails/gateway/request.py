"""
A chat completion that is asked for: what is taken, what is refused, what goes on upstream.

The format is that of OpenAI's `POST /v1/chat/completions`. What the guard could not look at,
or would have to answer more than once, is refused before anything happens.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NoReturn, cast

from pydantic import ValidationError

from guardrails.errors import RefusedError
from guardrails.gateway.schema import ChatRequest
from guardrails.messages import Message
from guardrails.shapes import messages_of

REFUSED: Final[Mapping[str, str]] = {
    "n": "one reply is guarded at a time: ask several times",
    "logprobs": "the tokens of a reply are not released, only its guarded text",
    "top_logprobs": "the tokens of a reply are not released, only its guarded text",
    "modalities": "only text can be guarded",
    "audio": "only text can be guarded",
    "prediction": "a predicted reply would come back without having been looked at",
    "functions": "use `tools`",
    "function_call": "use `tool_choice`",
    "web_search_options": "quotations from the web would come back without being looked at",
    "best_of": "one reply is guarded at a time",
    "echo": "the request is not repeated",
    "suffix": "a reply is guarded from its beginning to its end",
}
"""What cannot be guarded, and why. None, false and an empty list ask for nothing."""

KEPT: Final = frozenset(
    {"user", "safety_identifier", "metadata", "prompt_cache_key", "stream", "stream_options", "n"}
)
"""
What stays here: the first four name a person or hold words that nobody looked at, and the
upstream is always asked for one stream with its usage.
"""

_HALF = re.compile(rb"\\u[dD][89a-fA-F]")
_SPOKEN = frozenset({"audio", "function_call"})


@dataclass(frozen=True, slots=True)
class Asked:
    """
    A request as the guard takes it.

    Attributes:
        model: Name of the model that is asked for.
        messages: The conversation so far.
        options: What goes on to the model.
        stream: Whether the reply is sent in pieces.
        usage: Whether a stream ends with its token counts.
        subject: Who the person is, as the application names them, or None.
    """

    model: str
    messages: tuple[Message, ...] = field(repr=False)
    options: Mapping[str, Any] = field(repr=False)
    stream: bool
    usage: bool
    subject: str | None


def asked_in(body: bytes, most_messages: int) -> Asked:
    """
    Return the request in *body*.

    Raises:
        RefusedError: It is none, or asks for what cannot be guarded.
        UnsupportedError: A message has a shape that cannot be guarded.
    """
    return asked_from(json_object(body, "model and messages"), most_messages, "messages")


def json_object(body: bytes, holding: str) -> dict[str, Any]:
    """
    Return the JSON object in *body*.

    Raises:
        RefusedError: There is none; *holding* says what it is to have.
    """
    value = _json(body)
    if not isinstance(value, dict):
        _refuse(f"the body is a JSON object with {holding}", None, "invalid_body")
    return value


def asked_from(value: dict[str, Any], most_messages: int, param: str) -> Asked:
    """
    Return the chat completion that *value* asks for.

    Args:
        value: The body of a request.
        most_messages: How many messages are taken.
        param: What the caller knows the messages by.

    Raises:
        RefusedError: It asks for what cannot be guarded.
        UnsupportedError: A message has a shape that cannot be guarded.
    """
    for name, why in REFUSED.items():
        if not _harmless(name, value.get(name)):
            _refuse(f"{name} is not supported: {why}", name, "unsupported_parameter")
    messages = value.get("messages")
    if isinstance(messages, list):
        if len(messages) > most_messages:
            said = f"{len(messages):,} messages; this gateway takes {most_messages:,}"
            _refuse(said, param, "too_many_messages")
        _refuse_unread(messages)
    _refuse_tools(value.get("tools"))
    try:
        request = ChatRequest.model_validate(value)
    except ValidationError as error:
        refusal = invalid(error)
    else:
        return _asked(request, value)
    raise refusal  # outside the handler, whose error quotes the request


def _asked(request: ChatRequest, value: Mapping[str, Any]) -> Asked:
    options = {name: one for name, one in value.items() if name not in KEPT and name not in REFUSED}
    subject = request.user or request.safety_identifier or None
    if subject is not None and not subject.isprintable():
        subject = ascii(subject)[1:-1]  # it stands in notices that people read
    return Asked(
        model=request.model,
        messages=messages_of([_plain(one) for one in options.pop("messages")]),
        options=options,
        stream=bool(request.stream),
        usage=bool(request.stream_options and request.stream_options.include_usage),
        subject=subject,
    )


def _plain(message: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return *message* with what was refused earlier as plain text: it is looked at like that."""
    content = message.get("content")
    if not isinstance(content, list):
        return message
    return {**message, "content": [_readable(part) for part in content]}


def _readable(part: Mapping[str, Any]) -> Mapping[str, Any]:
    if part.get("type") == "refusal" and isinstance(part.get("refusal"), str):
        return {"type": "text", "text": part["refusal"]}
    return part


def _json(body: bytes) -> object:
    try:
        value = json.loads(body, parse_constant=_no_number)
        return _paired(value) if _HALF.search(body) else cast("object", value)
    except (ValueError, RecursionError):
        refusal = RefusedError(400, "invalid_json", "the body is no JSON in UTF-8")
    raise refusal  # outside the handler, whose error quotes the body


def _paired(value: object) -> object:
    """Return *value* with U+FFFD for each half of a pair of surrogates, as clients cut texts."""
    text = json.dumps(value, ensure_ascii=False).encode("utf-16-le", "surrogatepass")
    return cast("object", json.loads(text.decode("utf-16-le", "replace")))


def _no_number(_: str) -> NoReturn:
    raise ValueError


def _harmless(name: str, value: object) -> bool:
    if name == "n":
        return value is None or (type(value) is int and value == 1)
    if name == "modalities":
        return value is None or (isinstance(value, list) and set(map(str, value)) <= {"text"})
    return value is None or value is False or value in ([], {})


def _refuse_unread(messages: list[Any]) -> None:
    for index, message in enumerate(messages):
        if isinstance(message, dict) and (found := [k for k in _SPOKEN if message.get(k)]):
            where = f"messages.{index}.{min(found)}"
            _refuse(f"{where} is not supported: it cannot be looked at", where, "unsupported_value")


def _refuse_tools(tools: object) -> None:
    for index, tool in enumerate(tools if isinstance(tools, list) else []):
        kind = tool.get("type") if isinstance(tool, dict) else None
        if isinstance(kind, str) and kind != "function":
            where = f"tools.{index}.type"
            said = "only tools of type `function` can be guarded: their arguments are JSON"
            _refuse(f"{where} is not supported: {said}", where, "unsupported_value")


def invalid(error: ValidationError) -> RefusedError:
    """Return the first fault as one of ours, by its place and kind: values are not repeated."""
    faults = error.errors(include_url=False, include_context=False, include_input=False)
    first = max(faults, key=lambda one: len(one["loc"]))  # of a union the one that fits best
    top, *below = [str(step) for step in first["loc"]] or [""]
    kept = (step for step in below if step not in _TAGS and not step.startswith(_SHAPES))
    where = ".".join([top, *kept]) or None
    return RefusedError(400, "invalid_value", f"{where or 'body'}: {first['msg']}", param=where)


_TAGS = frozenset(
    {"system", "developer", "user", "assistant", "tool", "str"}
    | {"message", "function_call", "function_call_output"}
)
_SHAPES = ("list[", "constrained-str", "tagged-union[")


def _refuse(message: str, param: str | None, code: str) -> NoReturn:
    raise RefusedError(400, code, message, param=param)

"""
A chat completion that is asked for: what is taken, what is refused, what goes on upstream.

The format is that of OpenAI's `POST /v1/chat/completions`. What the guard could not look at,
or would have to answer more than once, is refused before anything happens.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from pydantic import ValidationError

from guardrails.gateway.json_body import json_object
from guardrails.gateway.parts import refuse_parts
from guardrails.gateway.refusals import invalid, refuse, refuse_tools
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

_SPOKEN: Final = frozenset({"audio", "function_call"})


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
            refuse(f"{name} is not supported: {why}", name, "unsupported_parameter")
    messages = value.get("messages")
    if isinstance(messages, list):
        if len(messages) > most_messages:
            said = f"{len(messages):,} messages; this gateway takes {most_messages:,}"
            refuse(said, param, "too_many_messages")
        _refuse_unread(messages)
    refuse_tools(value.get("tools"))
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


def _harmless(name: str, value: object) -> bool:
    if name == "n":
        return value is None or (type(value) is int and value == 1)
    if name == "modalities":
        return value is None or (isinstance(value, list) and set(map(str, value)) <= {"text"})
    if name == "web_search_options" and value == {}:
        return False  # to OpenAI, that is the web as it comes
    return value is None or value is False or value in ([], {})


def _refuse_unread(messages: list[Any]) -> None:
    for index, message in enumerate(messages):
        if not isinstance(message, dict):
            continue
        if found := [k for k in _SPOKEN if message.get(k)]:
            where = f"messages.{index}.{min(found)}"
            refuse(f"{where} is not supported: it cannot be looked at", where, "unsupported_value")
        refuse_parts(message.get("content"), f"messages.{index}.content")

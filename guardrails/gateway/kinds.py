"""The endpoints that talk: how a request is read, and in which form its reply is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from pydantic import BaseModel

from guardrails.gateway.completion import Completion
from guardrails.gateway.reply import Shape
from guardrails.gateway.request import Asked, asked_in
from guardrails.gateway.responses_reply import ResponsesReply
from guardrails.gateway.responses_request import responses_asked
from guardrails.gateway.responses_schema import ResponsesRequest
from guardrails.gateway.schema import ChatRequest


@dataclass(frozen=True, slots=True)
class Kind:
    """
    One endpoint.

    Attributes:
        path: After the route's prefix.
        name: Begins the name of the operation in the description.
        summary: For the description.
        mark: Begins the id of a reply.
        body: Model of the request.
        content: Where a whole reply holds what was said.
        read: Returns what a body asks for, given how many messages are taken.
        shape: Returns the form of a reply: id, Unix time in seconds, model.
    """

    path: str
    name: str
    summary: str
    mark: str
    body: type[BaseModel]
    content: str
    read: Callable[[bytes, int], Asked]
    shape: Callable[[str, int, str], Shape]


CHAT: Final = Kind(
    "/v1/chat/completions",
    "chat",
    "A guarded chat completion",
    "chatcmpl-",
    ChatRequest,
    "choices",
    asked_in,
    Completion,
)
RESPONSES: Final = Kind(
    "/v1/responses",
    "responses",
    "A guarded response, in text",
    "resp_",
    ResponsesRequest,
    "output",
    responses_asked,
    ResponsesReply,
)
KINDS: Final = (CHAT, RESPONSES)

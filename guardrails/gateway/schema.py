"""The shape of a request for a chat completion, as far as the gateway has to know it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from guardrails.gateway.parts import PART_SCHEMA

_OPEN = ConfigDict(extra="allow", strict=True)
_NAME = Annotated[str, Field(min_length=1, max_length=256)]


class Part(BaseModel):
    """One part of a message: text, or something that no detector can read and without words."""

    model_config = ConfigDict(extra="allow", strict=True, json_schema_extra=PART_SCHEMA)
    type: _NAME
    text: str | None = None


class Function(BaseModel):
    """Which tool is called, and with what."""

    model_config = _OPEN
    name: _NAME
    arguments: str


class CalledTool(BaseModel):
    """A call that the assistant asked for earlier."""

    model_config = _OPEN
    id: _NAME
    type: Literal["function"] = "function"
    function: Function


class Instruction(BaseModel):
    """A message of the operator."""

    model_config = _OPEN
    role: Literal["system", "developer"]
    content: str | list[Part]
    name: _NAME | None = None


class UserMessage(BaseModel):
    """A message of the person."""

    model_config = _OPEN
    role: Literal["user"]
    content: str | list[Part]
    name: _NAME | None = None


class AssistantMessage(BaseModel):
    """An earlier reply."""

    model_config = _OPEN
    role: Literal["assistant"]
    content: str | list[Part] | None = None
    name: _NAME | None = None
    tool_calls: list[CalledTool] | None = None


class ToolMessage(BaseModel):
    """What a tool answered."""

    model_config = _OPEN
    role: Literal["tool"]
    content: str | list[Part]
    tool_call_id: _NAME


AnyMessage = Annotated[
    Instruction | UserMessage | AssistantMessage | ToolMessage, Field(discriminator="role")
]


class ToolFunction(BaseModel):
    """A tool that the model may call."""

    model_config = _OPEN
    name: _NAME


class Tool(BaseModel):
    """A tool that the application offers."""

    model_config = _OPEN
    type: Literal["function"]
    function: ToolFunction


class StreamOptions(BaseModel):
    """What a stream has beside the reply."""

    model_config = _OPEN
    include_usage: bool | None = None


class ChatRequest(BaseModel):
    """A request for one reply. What is not named here goes on to the model as it is."""

    model_config = _OPEN
    model: _NAME
    messages: Annotated[list[AnyMessage], Field(min_length=1)]
    stream: bool | None = None
    stream_options: StreamOptions | None = None
    n: Annotated[int, Field(ge=1, le=1)] | None = None
    tools: list[Tool] | None = None
    logprobs: Literal[False] | None = None
    modalities: list[Literal["text"]] | None = None
    user: Annotated[str, Field(max_length=256)] | None = None
    safety_identifier: Annotated[str, Field(max_length=256)] | None = None

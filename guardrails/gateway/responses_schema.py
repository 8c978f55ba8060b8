"""The shape of a request for a response, as far as the gateway has to know it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag

from guardrails.gateway.parts import PART_SCHEMA

_OPEN = ConfigDict(extra="allow", strict=True)
_NAME = Annotated[str, Field(min_length=1, max_length=256)]


class ContentPart(BaseModel):
    """One part of a message; only text can be guarded here."""

    model_config = ConfigDict(extra="allow", strict=True, json_schema_extra=PART_SCHEMA)
    type: Literal["input_text", "output_text", "text", "refusal"]
    text: str | None = None
    refusal: str | None = None


class InputMessage(BaseModel):
    """A message of the conversation so far."""

    model_config = _OPEN
    type: Literal["message"] = "message"
    role: Literal["user", "assistant", "system", "developer"]
    content: str | list[ContentPart]


class FunctionCall(BaseModel):
    """A call that the model asked for earlier."""

    model_config = _OPEN
    type: Literal["function_call"]
    call_id: _NAME
    name: _NAME
    arguments: str


class FunctionOutput(BaseModel):
    """What a function answered."""

    model_config = _OPEN
    type: Literal["function_call_output"]
    call_id: _NAME
    output: str | list[ContentPart]


class FunctionTool(BaseModel):
    """A function that the model may call."""

    model_config = _OPEN
    type: Literal["function"]
    name: _NAME


class TextFormat(BaseModel):
    """In which form the reply comes."""

    model_config = _OPEN
    type: Literal["text", "json_object", "json_schema"] = "text"


class TextOptions(BaseModel):
    """What is wanted of the text of the reply."""

    model_config = _OPEN
    format: TextFormat | None = None


def _kind(item: object) -> str:
    """Return which kind of item *item* is; one that says nothing is a message."""
    if isinstance(item, BaseModel):
        return str(getattr(item, "type", "message"))
    return str(item.get("type", "message")) if isinstance(item, dict) else "message"


InputItem = Annotated[
    Annotated[InputMessage, Tag("message")]
    | Annotated[FunctionCall, Tag("function_call")]
    | Annotated[FunctionOutput, Tag("function_call_output")],
    Discriminator(_kind),
]


def _whole(value: object) -> object:
    """Return *value*, 5.0 as 5: to JSON both are the same whole number."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


class ResponsesRequest(BaseModel):
    """A request for one reply. What is not named here goes on to the model as it is."""

    model_config = _OPEN
    model: _NAME
    input: Annotated[str, Field(min_length=1)] | Annotated[list[InputItem], Field(min_length=1)]
    instructions: str | None = None
    stream: bool | None = None
    tools: list[FunctionTool] | None = None
    text: TextOptions | None = None
    max_output_tokens: Annotated[int, Field(ge=1), BeforeValidator(_whole)] | None = None
    store: Literal[False] | None = None
    background: Literal[False] | None = None
    truncation: Literal["disabled"] | None = None
    user: Annotated[str, Field(max_length=256)] | None = None
    safety_identifier: Annotated[str, Field(max_length=256)] | None = None

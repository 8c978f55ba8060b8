"""What goes down to a model and what comes back up, without any vendor's types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

from guardrails.ranks import Word


class Role(StrEnum):
    """Who speaks."""

    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"
    TOOL = "tool"


class Side(Word):
    """Which way a text goes: to the model or from it."""

    INPUT = "input"
    OUTPUT = "output"


class Surface(Word):
    """Which part of a message a text stands in."""

    TEXT = "text"
    SYSTEM = "system"
    TOOL_RESULT = "tool_result"
    TOOL_ARGUMENT = "tool_argument"
    REASONING = "reasoning"


@dataclass(frozen=True, slots=True)
class TextPart:
    """A piece of text in a message."""

    text: str = field(repr=False)
    surface: Surface = Surface.TEXT


@dataclass(frozen=True, slots=True)
class OpaquePart:
    """
    A part that no detector can read.

    Attributes:
        kind: `image`, `audio`, `video`, `file` or `unknown`.
        value: The part as the caller gave it; handed on unchanged or not at all.
    """

    kind: str
    value: Any = field(repr=False)


Part: TypeAlias = TextPart | OpaquePart


@dataclass(frozen=True, slots=True)
class ToolCall:
    """
    A call that the model asks for.

    Attributes:
        id: The model's id of the call, or "".
        name: Which tool.
        arguments: A JSON object as text.
    """

    id: str
    name: str
    arguments: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Message:
    """
    One message of a conversation.

    Attributes:
        role: Who speaks.
        parts: Text and other parts, in order.
        tool_calls: Calls that an assistant message asks for.
        tool_call_id: Which call a tool message answers.
        name: Of the speaker or the tool, if given.
    """

    role: Role
    parts: tuple[Part, ...] = field(repr=False)
    tool_calls: tuple[ToolCall, ...] = ()
    tool_call_id: str | None = None
    name: str | None = field(default=None, repr=False)

    @classmethod
    def of(cls, role: Role, text: str) -> Message:
        """Return a message of one text part."""
        return cls(role, (TextPart(text, surface_of(role)),))

    @property
    def text(self) -> str:
        """All plain text of the message, joined."""
        return "".join(
            part.text
            for part in self.parts
            if isinstance(part, TextPart) and part.surface is not Surface.REASONING
        )


def surface_of(role: Role) -> Surface:
    """Return the surface on which the plain text of a *role* stands."""
    if role is Role.SYSTEM:
        return Surface.SYSTEM
    if role is Role.TOOL:
        return Surface.TOOL_RESULT
    return Surface.TEXT


@dataclass(frozen=True, slots=True)
class TextChunk:
    """A piece of a reply's text (or reasoning), cut anywhere."""

    text: str = field(repr=False)
    surface: Surface = Surface.TEXT


@dataclass(frozen=True, slots=True)
class ToolCallChunk:
    """
    A piece of a tool call; pieces of one call share an `index`.

    `arguments` is the next piece of the JSON text; `id` and `name` may come once.
    """

    index: int
    id: str = ""
    name: str = ""
    arguments: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class OpaqueChunk:
    """A part of a reply that no detector can read."""

    part: OpaquePart


@dataclass(frozen=True, slots=True)
class EndChunk:
    """
    What a model says of a reply as a whole; it may come more than once.

    Attributes:
        finish_reason: `stop`, `length`, `tool_calls`, …, or None.
        usage: Token counts by name; the last ones given win.
        metadata: Facts without text, such as the model's name.
    """

    finish_reason: str | None = None
    usage: Mapping[str, Any] | None = None
    metadata: Mapping[str, Any] = field(default_factory=dict)


Chunk: TypeAlias = TextChunk | ToolCallChunk | OpaqueChunk | EndChunk

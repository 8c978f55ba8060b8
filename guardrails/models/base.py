"""The one seam to any conversational model: messages in, chunks out."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from guardrails.messages import Chunk, Message


@dataclass(frozen=True, slots=True)
class ModelRequest:
    """
    What a model is asked.

    Attributes:
        messages: Already pseudonymised.
        options: Whatever the caller passed for the model (temperature, tools, …).
        structured: A program reads the reply as one value, though *options* do not say so.
    """

    messages: tuple[Message, ...]
    options: Mapping[str, Any] = field(default_factory=dict, repr=False)
    structured: bool = False


class ChatModel(Protocol):
    """A conversational model. One method, so that anything fits and fakes are easy."""

    def stream(self, request: ModelRequest) -> AsyncGenerator[Chunk, None]:
        """
        Yield the reply in order, cut anywhere.

        The guard closes the generator when it has heard enough.

        Raises:
            ModelError: The model failed; pieces that came before it stand.
        """
        ...

"""A LangChain model asked outside LangChain, for callers that follow typed events."""

from __future__ import annotations

from typing import Any

from langchain_core.messages import convert_to_messages
from langchain_core.runnables import Runnable

from guardrails.langchain.chat import unguarded
from guardrails.langchain.inner import LangChainModel
from guardrails.langchain.messages import from_langchain
from guardrails.messages import Message
from guardrails.models.base import ChatModel
from guardrails.shapes import messages_of


def asked(model: Runnable[Any, Any], messages: Any) -> tuple[ChatModel, tuple[Message, ...]]:  # noqa: ANN401 - any shape
    """
    Return *model* for one call, and *messages* as the guard sees them.

    Takes LangChain's messages and whatever LangChain makes messages of; ours too.

    Raises:
        UnsupportedError: A message is of a kind that cannot be guarded.
        ConfigurationError: The model is guarded already.
    """
    inner = LangChainModel(unguarded(model))
    if isinstance(messages, str) or any(isinstance(one, Message) for one in messages):
        return inner, messages_of(messages)
    originals = convert_to_messages(messages)
    return (
        inner.asked(originals),
        tuple(from_langchain(message) for message in originals),
    )

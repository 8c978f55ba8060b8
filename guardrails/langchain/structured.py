"""Structured output of a turn that the policy answered itself: a text, and no value."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

from langchain_core.messages import BaseMessage
from langchain_core.runnables import Runnable, RunnableGenerator, RunnableSequence

from guardrails.errors import AnsweredError
from guardrails.events import GUARDED


def told(answering: Runnable[Any, Any]) -> Runnable[Any, Any]:
    """
    Return *answering*, a model and a parser in a row, which tells of a policy's own answer.

    Without this the parser finds no tool call and gives None, and the text that the
    person must see, help in a crisis say, is lost. What it raises is `AnsweredError`.
    """
    if not isinstance(answering, RunnableSequence):
        return answering
    *first, parser = answering.steps
    return RunnableSequence(*first, RunnableGenerator(_passed, _apassed), parser)


def _passed(messages: Iterator[BaseMessage]) -> Iterator[BaseMessage]:
    seen: list[BaseMessage] = []
    for message in messages:
        seen.append(message)
        yield message
    _check(seen)


async def _apassed(messages: AsyncIterator[BaseMessage]) -> AsyncIterator[BaseMessage]:
    seen: list[BaseMessage] = []
    async for message in messages:
        seen.append(message)
        yield message
    _check(seen)


def _check(seen: list[BaseMessage]) -> None:
    """Raise if the policy ended the turn."""
    if any(one.response_metadata.get("finish_reason") == GUARDED for one in seen):
        raise AnsweredError("".join(one.text for one in seen))

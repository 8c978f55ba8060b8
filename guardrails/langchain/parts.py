"""What a runnable is made of."""

# ruff: noqa: ANN401 - anything may be part of a runnable
from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, cast

from langchain_core.language_models import BaseChatModel
from langchain_core.runnables import Runnable
from pydantic import BaseModel

from guardrails.errors import UnsupportedError
from guardrails.values import asks_for_value


def within(runnable: Any) -> Iterator[Any]:
    """Yield *runnable* and every runnable that it is made of, as far as can be seen."""
    if isinstance(runnable, list | tuple):
        for item in runnable:
            yield from within(item)
    elif isinstance(runnable, dict):
        yield from within(list(runnable.values()))
    elif isinstance(runnable, Runnable):
        yield runnable
        if isinstance(runnable, BaseModel):
            for name in type(runnable).model_fields:
                yield from within(runnable.__dict__.get(name))


def chat_model_in(runnable: Runnable[Any, Any]) -> BaseChatModel | None:
    """Return the first chat model that *runnable* is made of; None if there is none."""
    return next((part for part in within(runnable) if isinstance(part, BaseChatModel)), None)


def answers_in_form(runnable: Runnable[Any, Any]) -> bool:
    """Return whether *runnable* was bound to answer in a form."""
    return any(asks_for_value(getattr(part, "kwargs", None) or {}) for part in within(runnable))


def method_of(runnable: Runnable[Any, Any], name: str) -> Callable[..., Runnable[Any, Any]]:
    """
    Return the method *name*, which makes another runnable.

    Raises:
        UnsupportedError: *runnable* has no such method.
    """
    method = getattr(runnable, name, None)
    if method is None:
        msg = f"the wrapped {type(runnable).__name__} has no {name}"
        raise UnsupportedError(msg)
    return cast("Callable[..., Runnable[Any, Any]]", method)

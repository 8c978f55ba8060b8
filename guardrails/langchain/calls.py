"""Whose turn a call of a LangChain model is, read from its config."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from langchain_core.runnables import RunnableConfig
from langchain_core.runnables.config import ensure_config

from guardrails.context import TurnContext
from guardrails.errors import SessionMissingError, UnsupportedError

_SESSION = ("session_id", "thread_id")
_NAMES = ("subject_id", "locale", "country")
_CONSENT = "consent"
_FLAGS = ("minor", "roleplay", "has_memory", "sends_reminders")


@dataclass(slots=True)
class Call:
    """
    One call of a guarded model, and the streams that it opened.

    Attributes:
        context: Whose turn it is.
        configurable: What the config says to the wrapped model.
    """

    context: TurnContext
    configurable: Mapping[str, Any]
    streams: list[AsyncGenerator[Any, None]] = field(default_factory=list)
    sync_streams: list[Generator[Any, None, None]] = field(default_factory=list)

    async def aclose(self) -> None:
        """Close what LangChain leaves to the garbage collector when a reader stops early."""
        while self.streams:
            await self.streams.pop().aclose()

    def close(self) -> None:
        """Close the sync streams; see `aclose`."""
        while self.sync_streams:
            self.sync_streams.pop().close()


def call_of(config: RunnableConfig | None, session: str | None) -> Call:
    """
    Return the call that *config*, and the ambient config around it, describe.

    Args:
        config: Its `configurable` may hold `session_id` (or `thread_id`), `subject_id`,
            `locale`, `country`, a list `consent`, and the flags `minor`, `roleplay`,
            `has_memory` and `sends_reminders`.
        session: The conversation that is meant if the config names none.

    Raises:
        SessionMissingError: Nobody names the conversation.
        UnsupportedError: A value of another type than it must have.
    """
    configurable = ensure_config(config).get("configurable", {})
    found = next((_name(configurable, key) for key in _SESSION if configurable.get(key)), None)
    session_id = found or session
    if not session_id:
        raise SessionMissingError
    values: dict[str, Any] = {key: _name(configurable, key) for key in _NAMES}
    values.update({key: _flag(configurable, key) for key in _FLAGS})
    values[_CONSENT] = _names(configurable, _CONSENT)
    return Call(TurnContext(session_id=session_id, **values), _for_model(configurable))


def _name(configurable: Mapping[str, Any], key: str) -> str | None:
    value = configurable.get(key)
    if value is None or isinstance(value, str):
        return value or None
    if isinstance(value, int | UUID) and not isinstance(value, bool):
        return str(value)
    msg = f'config["configurable"]["{key}"] must be a string, not {type(value).__name__}'
    raise UnsupportedError(msg)


def _flag(configurable: Mapping[str, Any], key: str) -> bool:
    value = configurable.get(key)
    if value is None or isinstance(value, bool):
        return bool(value)
    msg = f'config["configurable"]["{key}"] must be true or false, not {type(value).__name__}'
    raise UnsupportedError(msg)


def _names(configurable: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = configurable.get(key) or ()
    if isinstance(value, list | tuple | set | frozenset):
        return tuple(map(str, value))
    msg = f'config["configurable"]["{key}"] must be a list, not {type(value).__name__}'
    raise UnsupportedError(msg)


def _for_model(configurable: Mapping[str, Any]) -> dict[str, Any]:
    """
    Return the settings of a model that is configured at run time.

    What names the person or the conversation is the guard's business, and a graph's own
    entries would lead the wrapped model back to the graph's streams.
    """
    ours = {*_SESSION, *_NAMES, *_FLAGS, _CONSENT}
    return {
        key: value
        for key, value in configurable.items()
        if key not in ours
        and not key.startswith(("__", "checkpoint"))
        and isinstance(value, str | int | float)
    }

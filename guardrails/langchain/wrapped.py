"""Puts a model of LangChain's under guard."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from typing import Any

from langchain_core.runnables import Runnable

from guardrails.langchain.chat import GuardedChatModel, unguarded
from guardrails.langchain.inner import LangChainModel
from guardrails.langchain.portal import Portal
from guardrails.langchain.wiring import TurnRunner, Wiring


def wrap(
    turns: TurnRunner,
    model: Runnable[Any, Any],
    *,
    session: str | None,
    restore_tools: Iterable[str],
    portal: Portal,
    new_session: Callable[[], str] = lambda: secrets.token_hex(16),
) -> GuardedChatModel:
    """
    Return *model* under guard.

    Args:
        turns: Runs the turns.
        model: A chat model, or a runnable that takes messages and puts out messages or text.
        session: Names the conversation of every call whose config names none; `single`
            stands for a new random name; None makes such a call an error.
        restore_tools: Tools whose arguments get the person's own values back.
        portal: Serves `invoke`, `stream` and `batch`.
        new_session: Makes the name for `single`.

    Raises:
        ConfigurationError: The model is guarded already, or holds a guarded one.
    """
    return GuardedChatModel(
        Wiring(
            turns,
            LangChainModel(unguarded(model)),
            portal,
            new_session() if session == "single" else session,
            frozenset(restore_tools),
        )
    )

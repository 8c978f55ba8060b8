"""A guard for LangChain's `create_agent`; the library itself is loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from typing import TYPE_CHECKING

from guardrails.errors import ConfigurationError

if TYPE_CHECKING:
    from guardrails.guard import Guard
    from guardrails.langchain.middleware import GuardMiddleware

INSTALL = "pip install 'candor-guardrails[langchain]'"


def agent_middleware(
    guard: Guard,
    *,
    restore_tools: Iterable[str] = (),
    handover: bool = False,
    raise_errors: bool = False,
) -> GuardMiddleware:
    """
    Return a middleware that puts whatever model an agent asks under *guard*.

    List it last: what stands after it could put another model in the place of the guarded one.

    Args:
        guard: Stays open as long as the agent is used.
        restore_tools: Tools whose arguments get the person's own values.
        handover: The graph is interrupted when a human is being told, and waits for what
            they say: see `guardrails.langchain.handover`. Needs a checkpointer.
        raise_errors: A model that fails raises `ModelError`, although the policy has words for
            that: for middleware that tries again or asks another model.

    Raises:
        ConfigurationError: `langchain` is not installed.
    """
    if find_spec("langchain") is None or find_spec("langgraph") is None:
        msg = f"a middleware for agents needs the packages langchain and langgraph: {INSTALL}"
        raise ConfigurationError(msg)
    from guardrails.langchain.middleware import GuardMiddleware

    return GuardMiddleware(
        guard,
        restore_tools=frozenset(restore_tools),
        handover=handover,
        raise_errors=raise_errors,
    )

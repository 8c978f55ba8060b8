"""Models of any kind under guard: what a caller may hand over, and what that opens."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeGuard

from guardrails.errors import ConfigurationError
from guardrails.guarded import GuardedModel, fixed_session
from guardrails.models.base import ChatModel
from guardrails.shapes import Messages
from guardrails.turns import Turns

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable

    from guardrails.langchain.portal import Portal
    from guardrails.models.openai import OpenAIModel


class Wrapping:
    """
    Puts models under guard, and owns the servers and the thread that are opened for them.

    Every `model` is a LangChain chat model or Runnable, a callable that takes messages and
    returns a string or an iterator of strings, the base URL of an OpenAI-compatible server,
    or a `ChatModel`; what is none of these raises `ConfigurationError`.
    """

    def __init__(self) -> None:
        self._servers: list[OpenAIModel] = []
        self._lock = threading.Lock()
        self._portal: Portal | None = None

    def wrap(
        self, turns: Turns, model: object, *, session: str | None, restore_tools: Iterable[str]
    ) -> Any:  # noqa: ANN401 - a chat model for LangChain's, a GuardedModel for others
        """Return *model* under guard; see `Guard.wrap`."""
        if isinstance(model, GuardedModel):
            return model
        tools = _named(restore_tools)
        if _is_langchain(model):
            from guardrails.langchain.wrapped import wrap

            return wrap(turns, model, session=session, restore_tools=tools, portal=self.portal())
        return GuardedModel(turns, _chat_model(self._served(model)), fixed_session(session), tools)

    def once(
        self, turns: Turns, model: object, messages: Messages, restore_tools: Iterable[str]
    ) -> tuple[GuardedModel, Messages]:
        """Return *model* under guard for *messages* alone, and these as it takes them."""
        if not _is_langchain(model):
            return self.wrap(turns, model, session=None, restore_tools=restore_tools), messages
        from guardrails.langchain.asking import asked

        inner, messages = asked(model, messages)
        tools = _named(restore_tools)
        return GuardedModel(turns, lambda _: inner, restore_tools=tools), messages

    def unguarded(self, model: object, use: str = "second_opinion") -> ChatModel:
        """Return *model* with no guard around it, as it is asked for another *use*."""
        if isinstance(model, GuardedModel):
            msg = f"{use} takes a model as it is: a guarded one would be asked in a circle"
            raise ConfigurationError(msg)
        if _is_langchain(model):
            from guardrails.langchain.asking import asked

            return asked(model, "")[0]
        try:
            return _chat_model(self._served(model))(())
        except ConfigurationError as error:
            msg = f"{use}={model!r}: {error}" if isinstance(model, str) else f"{use}: {error}"
            raise ConfigurationError(msg) from error

    def _served(self, model: object) -> object:
        """Return *model*; for a base URL the server there, closed with this."""
        if not isinstance(model, str):
            return model
        from guardrails.models.openai import OpenAIModel

        server = OpenAIModel(model)
        self._servers.append(server)
        return server

    def portal(self) -> Portal:
        """Return the thread that serves sync calls of LangChain; it ends with this."""
        from guardrails.langchain.portal import Portal

        with self._lock:
            if self._portal is None:
                self._portal = Portal()
            return self._portal

    async def leave_servers(self) -> None:
        """Let go of the connections to servers."""
        for server in self._servers:
            await server.aclose()

    def close(self) -> None:
        """Let go of the thread. Safe to call twice."""
        with self._lock:
            portal, self._portal = self._portal, None
        if portal is not None:
            portal.close()


def _named(tools: Iterable[str]) -> frozenset[str]:
    if isinstance(tools, str):
        msg = f"restore_tools takes names, as in restore_tools=[{tools!r}]"
        raise ConfigurationError(msg)
    return frozenset(tools)


def _is_langchain(model: object) -> TypeGuard[Runnable[Any, Any]]:
    """Return whether *model* is LangChain's; nothing is imported to find out."""
    runnables = sys.modules.get("langchain_core.runnables")
    return runnables is not None and isinstance(model, runnables.Runnable)


def _chat_model(model: object) -> Callable[[Messages], ChatModel]:
    """Return what gives the `ChatModel` for messages of some shape."""
    if hasattr(model, "stream"):
        return lambda _: model
    if callable(model):
        from guardrails.models.plain import CallableModel

        function = CallableModel(model)
        return lambda _: function
    msg = (
        f"cannot wrap a {type(model).__name__}: give a LangChain model, a callable, "
        "the base URL of an OpenAI-compatible server, or an object with stream(request)"
    )
    raise ConfigurationError(msg)

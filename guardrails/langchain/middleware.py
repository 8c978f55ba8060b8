"""The middleware of an agent: whatever model it asks is asked under guard."""

# ruff: noqa: ANN401, SLF001 - LangChain's own signatures, and objects of our own class
from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Any

from langchain.agents.middleware.types import (
    AgentMiddleware,
    AgentState,
    ModelRequest,
    ModelResponse,
)
from langchain.agents.structured_output import AutoStrategy, ToolStrategy
from langchain_core.messages import AIMessage, BaseMessage
from langgraph.runtime import Runtime

from guardrails.errors import ConfigurationError, GuardrailsError
from guardrails.langchain.calls import call_of
from guardrails.langchain.chat import GuardedChatModel
from guardrails.langchain.handover import (
    Waiting,
    answered,
    asked_again,
    last_answer,
    taken_over,
    waiting_in,
)
from guardrails.langchain.reply import METADATA_KEY

if TYPE_CHECKING:
    from guardrails.guard import Guard


class GuardMiddleware(AgentMiddleware[AgentState[Any], Any, Any]):
    """
    Puts the model of each call under guard, and hands over to a human; see `agent_middleware`.

    Args:
        guard: The guard.
        restore_tools: Tools whose arguments get the person's own values.
        handover: Whether the graph is interrupted when a human is being told.
        raise_errors: Whether a model that fails raises.
    """

    def __init__(
        self, guard: Guard, *, restore_tools: frozenset[str], handover: bool, raise_errors: bool
    ) -> None:
        super().__init__()
        self._guard = guard
        self._restore_tools = restore_tools
        self._handover = handover
        self._raise_errors = raise_errors

    def wrap_model_call(
        self,
        request: ModelRequest[Any],
        handler: Callable[[ModelRequest[Any]], ModelResponse[Any]],
    ) -> ModelResponse[Any]:
        """
        Return what the guarded model replies.

        Raises:
            ConfigurationError: Middleware after this one asked another model.
        """
        return _checked(handler(self._guarded(request)))

    async def awrap_model_call(
        self,
        request: ModelRequest[Any],
        handler: Callable[[ModelRequest[Any]], Awaitable[ModelResponse[Any]]],
    ) -> ModelResponse[Any]:
        """
        Return what the guarded model replies.

        Raises:
            ConfigurationError: Middleware after this one asked another model.
        """
        return _checked(await handler(self._guarded(request)))

    def after_model(self, state: AgentState[Any], runtime: Runtime[Any]) -> dict[str, Any] | None:
        """Wait for a human if one is being told, and return their words for the person."""
        del runtime
        waiting = self._waiting(state)
        if waiting is None:
            return None
        value, again = last_answer(waiting)
        desk = self._guard.desk
        try:
            answer = answered(value)
            said = self._guard.portal().call(lambda: taken_over(desk, waiting, answer))
        except GuardrailsError as error:
            refused = asked_again(again, error)
        else:
            return {"messages": said}
        raise refused

    async def aafter_model(
        self, state: AgentState[Any], runtime: Runtime[Any]
    ) -> dict[str, Any] | None:
        """Wait for a human if one is being told, and return their words for the person."""
        del runtime
        waiting = self._waiting(state)
        if waiting is None:
            return None
        value, again = last_answer(waiting)
        try:
            said = await taken_over(self._guard.desk, waiting, answered(value))
        except GuardrailsError as error:
            refused = asked_again(again, error)
        else:
            return {"messages": said}
        raise refused

    def _waiting(self, state: AgentState[Any]) -> Waiting | None:
        if not self._handover:
            return None
        messages: Sequence[BaseMessage] = state["messages"]
        return waiting_in(messages, call_of(None, None).context.session_id)

    def _guarded(self, request: ModelRequest[Any]) -> ModelRequest[Any]:
        model: Any = request.model
        if not isinstance(model, GuardedChatModel):
            tools = self._restore_tools | _answers(request.response_format)
            model = self._guard.wrap(model, restore_tools=tools)
        return request.override(model=model._raising() if self._raise_errors else model)


def _answers(response_format: Any) -> frozenset[str]:
    """Return the tools by which structured output comes: it is the person's own reply."""
    if isinstance(response_format, AutoStrategy):
        response_format = ToolStrategy(response_format.schema)
    if not isinstance(response_format, ToolStrategy):
        return frozenset()
    return frozenset(spec.name for spec in response_format.schema_specs)


def _checked(response: ModelResponse[Any]) -> ModelResponse[Any]:
    """
    Return *response* if the guard made it.

    Raises:
        ConfigurationError: It did not.
    """
    for message in response.result:
        if isinstance(message, AIMessage) and METADATA_KEY not in message.response_metadata:
            msg = (
                "middleware that stands after the guard asked a model without it: "
                "list the guard last in create_agent(middleware=[...])"
            )
            raise ConfigurationError(msg)
    return response

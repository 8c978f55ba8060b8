"""What a guarded LangChain model is put together from."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from typing import Protocol

from guardrails.context import TurnContext
from guardrails.events import Event
from guardrails.langchain.inner import LangChainModel
from guardrails.langchain.portal import Portal
from guardrails.models.base import ChatModel, ModelRequest


class TurnRunner(Protocol):
    """The recipe of one guarded turn."""

    def run(
        self,
        model: ChatModel,
        request: ModelRequest,
        context: TurnContext,
        *,
        restore_tools: frozenset[str] = frozenset(),
        raise_errors: bool = False,
    ) -> AsyncGenerator[Event, None]:
        """Yield the events of a turn; the last one is `Done`."""
        ...


@dataclass(frozen=True, slots=True)
class Wiring:
    """
    What a guarded model is put together from.

    Attributes:
        turns: Runs its turns.
        model: The model under guard.
        portal: Serves its sync calls.
        session: The conversation that is meant where the caller names none, or None.
        restore_tools: Names of the tools whose arguments get the person's own values.
        raise_errors: A model that fails raises, although the policy has words for that.
        structured: A program reads the replies: the model was bound to answer in a form.
    """

    turns: TurnRunner = field(repr=False)
    model: LangChainModel = field(repr=False)
    portal: Portal = field(repr=False)
    session: str | None = field(default=None, repr=False)
    restore_tools: frozenset[str] = frozenset()
    raise_errors: bool = False
    structured: bool = False

"""A guarded model that is not LangChain's: call it, or follow its events."""

from __future__ import annotations

import uuid
from collections.abc import AsyncGenerator, Callable, Collection
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any

from guardrails.answer import Answer, answered
from guardrails.context import TurnContext
from guardrails.errors import SessionMissingError
from guardrails.events import Event
from guardrails.models.base import ChatModel, ModelRequest
from guardrails.models.plain import CallableModel
from guardrails.shapes import Messages, messages_of
from guardrails.turns import Turns

SINGLE = "single"
"""As a session: this wrapper only ever has one conversation."""


def fixed_session(session: str | None) -> str | None:
    """Return the session id that `session=` stands for: `"single"` gets one of its own."""
    return f"single-{uuid.uuid4().hex}" if session == SINGLE else session


@dataclass(frozen=True, slots=True)
class GuardedModel:
    """
    A model under guard.

    Attributes:
        turns: Runs the turns.
        model: Returns the model for the messages as the caller gave them.
        session: Used where a call names none.
        restore_tools: Tools whose arguments get the person's own values.
        raise_errors: A model that fails raises, although the policy has words for that.
    """

    turns: Turns = field(repr=False)
    model: Callable[[Messages], ChatModel] = field(repr=False)
    session: str | None = None
    restore_tools: frozenset[str] = frozenset()
    raise_errors: bool = False

    async def __call__(
        self,
        messages: Messages,
        *,
        session_id: str | None = None,
        subject_id: str | None = None,
        locale: str | None = None,
        country: str | None = None,
        minor: bool = False,
        roleplay: bool = False,
        has_memory: bool = False,
        sends_reminders: bool = False,
        consent: Collection[str] = (),
        **options: Any,  # noqa: ANN401 - whatever the model takes
    ) -> Answer:
        """
        Return the guarded reply to *messages*.

        Args:
            messages: One user message, or the conversation so far.
            session_id: Names the conversation.
            subject_id: Names the person.
            locale: BCP 47 tag for the policy's texts.
            country: ISO 3166-1 alpha-2 code, for local resources.
            minor: The person is known to be a minor.
            roleplay: The person asked for fiction and the operator allows it.
            has_memory: Your application remembers earlier conversations.
            sends_reminders: Your application writes to people between conversations.
            consent: What the person has agreed to, such as `log-text`.
            **options: For the model.

        Raises:
            SessionMissingError: No session is named here or on wrapping.
            RequestError: The call cannot be served as it was made.
            ModelError: The model failed.
        """
        context = TurnContext(
            session_id=self._named(session_id),
            subject_id=subject_id,
            locale=locale,
            country=country,
            minor=minor,
            roleplay=roleplay,
            has_memory=has_memory,
            sends_reminders=sends_reminders,
            consent=consent,
        )
        async with aclosing(self.stream_in(context, messages, **options)) as events:
            return await answered(events)

    async def stream(
        self,
        messages: Messages,
        *,
        session_id: str | None = None,
        subject_id: str | None = None,
        locale: str | None = None,
        country: str | None = None,
        minor: bool = False,
        roleplay: bool = False,
        has_memory: bool = False,
        sends_reminders: bool = False,
        consent: Collection[str] = (),
        **options: Any,  # noqa: ANN401 - whatever the model takes
    ) -> AsyncGenerator[Event, None]:
        """Yield the typed events of a turn; arguments and errors as for a call."""
        context = TurnContext(
            session_id=self._named(session_id),
            subject_id=subject_id,
            locale=locale,
            country=country,
            minor=minor,
            roleplay=roleplay,
            has_memory=has_memory,
            sends_reminders=sends_reminders,
            consent=consent,
        )
        async with aclosing(self.stream_in(context, messages, **options)) as events:
            async for event in events:
                yield event

    async def text(
        self,
        messages: Messages,
        **context_and_options: Any,  # noqa: ANN401 - as for a call
    ) -> AsyncGenerator[str, None]:
        """Yield the released text alone; arguments and errors as for a call."""
        async with aclosing(self.stream(messages, **context_and_options)) as events:
            async for event in events:
                if event.text:
                    yield event.text

    async def stream_in(
        self,
        context: TurnContext,
        messages: Messages,
        **options: Any,  # noqa: ANN401 - whatever the model takes
    ) -> AsyncGenerator[Event, None]:
        """Yield the typed events of a turn in *context*."""
        request = ModelRequest(messages_of(messages), options)
        model = self.model(messages)
        if isinstance(model, CallableModel):
            model.takes(options)
        run = self.turns.run(
            model,
            request,
            context,
            restore_tools=self.restore_tools,
            raise_errors=self.raise_errors,
        )
        async with aclosing(run) as events:
            async for event in events:
                yield event

    def _named(self, session_id: str | None) -> str:
        name = session_id or self.session
        if name is None:
            raise SessionMissingError
        return name

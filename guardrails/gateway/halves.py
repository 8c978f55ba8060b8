"""A guarded turn whose model is asked by somebody else: first the message, later the reply."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, Iterable
from contextlib import aclosing, suppress
from typing import Any

from guardrails.context import TurnContext
from guardrails.errors import GuardrailsError, ModelError
from guardrails.events import Event
from guardrails.guard import Guard
from guardrails.messages import Chunk, Message
from guardrails.models.base import ModelRequest


class _Elsewhere:
    """A model that says what is handed to it once somebody else has asked."""

    def __init__(self) -> None:
        loop = asyncio.get_running_loop()
        self.asked: asyncio.Future[ModelRequest] = loop.create_future()
        self.given: asyncio.Future[AsyncIterable[Chunk]] = loop.create_future()

    async def stream(self, request: ModelRequest) -> AsyncGenerator[Chunk, None]:
        """
        Yield the reply as it is handed over.

        Raises:
            ModelError: It could not be had, or broke off.
        """
        self.asked.set_result(request)
        chunks = await self.given
        try:
            async for chunk in chunks:
                yield chunk
        except GuardrailsError:
            raise
        except Exception as error:  # noqa: BLE001 - any error of a library that is not ours
            failure = failure_of(error)
        else:
            return
        raise failure


def failure_of(error: Exception) -> ModelError:
    """Return *error* of somebody else's as a failed model: its kind and status, no words."""
    status = getattr(error, "status_code", None)
    return ModelError(type(error).__name__, status if isinstance(status, int) else None)


class HalvedTurn:
    """
    One turn in two halves, for hooks of a proxy that asks the model itself.

    Between them the conversation is held. Who never comes with the second half ends the turn
    as a model does that says nothing: after the guard's `Limits.silence`.

    Args:
        guard: Runs the turn.
        context: Whose turn it is.
        messages: The conversation so far.
        restore_tools: Tools whose arguments get the person's own values.
    """

    def __init__(
        self,
        guard: Guard,
        context: TurnContext,
        messages: tuple[Message, ...],
        restore_tools: Iterable[str] = (),
    ) -> None:
        self._model = _Elsewhere()
        self._events: asyncio.Queue[Event | None] = asyncio.Queue()
        guarded = guard.wrap(self._model, restore_tools=restore_tools)
        self._task = asyncio.create_task(self._run(guarded.stream_in(context, messages)))

    async def _run(self, turn: AsyncGenerator[Event, None]) -> None:
        try:
            async with aclosing(turn) as events:
                async for event in events:
                    self._events.put_nowait(event)
        finally:
            self._events.put_nowait(None)

    @property
    def over(self) -> asyncio.Task[None]:
        """The task of the turn; it is done once the last record is written."""
        return self._task

    async def asked(self) -> tuple[Message, ...] | None:
        """
        Return what the model is to be asked; None if the policy answers instead of it.

        Raises:
            GuardrailsError: The turn cannot be served.
        """
        waiting: set[asyncio.Future[Any]] = {self._task, self._model.asked}
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        if self._model.asked.done():
            return self._model.asked.result().messages
        await self._task
        return None

    async def reply(self, chunks: AsyncIterable[Chunk]) -> AsyncGenerator[Event, None]:
        """
        Yield the events of the turn, given the model's *chunks*; the last one is `Done`.

        Whoever stops reading ends the turn.

        Raises:
            GuardrailsError: The turn failed.
        """
        if not self._model.given.done():
            self._model.given.set_result(chunks)
        try:
            while (event := await self._events.get()) is not None:
                yield event
            await self._task
        finally:
            await self.close()

    async def fail(self, error: Exception) -> None:
        """End a turn whose model could not be asked; it is recorded like any other."""
        failure = failure_of(error)

        async def broken() -> AsyncGenerator[Chunk, None]:
            nothing: tuple[Chunk, ...] = ()
            for chunk in nothing:
                yield chunk
            raise failure

        with suppress(GuardrailsError):  # the proxy tells of the failure itself
            async for _ in self.reply(broken()):
                pass

    async def close(self) -> None:
        """End the turn if it still runs, and wait for its record."""
        self._task.cancel()
        await asyncio.wait({self._task})

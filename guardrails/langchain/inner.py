"""The wrapped LangChain model as the guard asks it: alone, with nobody listening."""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any

from langchain_core.messages import BaseMessage
from langchain_core.runnables import Runnable, RunnableConfig
from langsmith import tracing_context

from guardrails.errors import GuardrailsError, ModelError
from guardrails.langchain.handing import hand_over
from guardrails.langchain.messages import to_langchain
from guardrails.langchain.pieces import Pieces
from guardrails.langchain.quiet import deaf, quieted
from guardrails.messages import Chunk
from guardrails.models.base import ModelRequest


class LangChainModel:
    """
    A `ChatModel` around any LangChain chat model, or runnable that takes messages.

    It runs in a task with an empty context and without callbacks, so that no tracer,
    event stream or graph hears what has not been released yet. Callbacks of the
    model's own are left out as well; give them to the guarded model.

    Args:
        inner: Takes messages; puts out messages or text.
        patience: Seconds that the model is given to stop when it is told to.
    """

    def __init__(self, inner: Runnable[Any, Any], *, patience: float = 5.0) -> None:
        self._inner = inner
        self._quiet = inner
        self._patience = patience

    @property
    def inner(self) -> Runnable[Any, Any]:
        """The model as it was given."""
        return self._inner

    def stream(self, request: ModelRequest) -> AsyncGenerator[Chunk, None]:
        """Yield the reply of the model; see `ChatModel.stream`."""
        return self.asked(()).stream(request)

    def asked(
        self, originals: Sequence[BaseMessage], configurable: Mapping[str, Any] | None = None
    ) -> Asked:
        """
        Return this model for one call.

        Args:
            originals: What the caller sent; what the model gets is like it but for the text.
            configurable: Settings for a model that takes them at run time.
        """
        self._quiet = quieted(self._quiet)  # it may have been given callbacks since
        return Asked(self._quiet, tuple(originals), dict(configurable or {}), self._patience)


@dataclass(frozen=True, slots=True)
class Asked:
    """A `ChatModel` for one call of a LangChain model."""

    runnable: Runnable[Any, Any] = field(repr=False)
    originals: tuple[BaseMessage, ...] = field(repr=False)
    configurable: Mapping[str, Any] = field(repr=False)
    patience: float

    async def stream(self, request: ModelRequest) -> AsyncGenerator[Chunk, None]:
        """
        Yield the reply; see `ChatModel.stream`.

        Raises:
            ModelError: The model failed. Nothing of its own error is kept but the type.
            UnsupportedError: It puts out something else than messages and text.
        """
        messages = to_langchain(request.messages, self.originals)
        received: asyncio.Queue[tuple[Any, ...]] = asyncio.Queue()
        wanted = asyncio.Semaphore(0)
        work = hand_over(
            self._pieces(messages, request.options),
            wanted,
            lambda piece: received.put_nowait((piece,)),
        )
        task = asyncio.get_running_loop().create_task(work, context=contextvars.Context())
        task.add_done_callback(lambda _: received.put_nowait(()))
        pieces = Pieces()
        try:
            wanted.release()
            while item := await received.get():
                for chunk in pieces.chunks(*item):
                    yield chunk
                wanted.release()
        finally:
            task.cancel()
            await asyncio.wait({task}, timeout=self.patience)
            error = _failure(task)
        if error is not None:
            raise error

    async def _pieces(
        self, messages: list[BaseMessage], options: Mapping[str, Any]
    ) -> AsyncGenerator[Any, None]:
        # None rather than an empty list, whose first item a text model would look at.
        config = RunnableConfig(callbacks=deaf() or None, configurable=dict(self.configurable))
        with tracing_context(enabled=False):
            source: Any = self.runnable.astream(messages, config=config, **options)
            async with aclosing(source):
                async for piece in source:
                    yield piece


def _failure(task: asyncio.Task[None]) -> GuardrailsError | None:
    """Return why *task* ended early, without the words of whoever failed."""
    if not task.done():
        return None  # only ever when it is being abandoned
    if task.cancelled():
        return ModelError("CancelledError")
    error = task.exception()
    if error is None or isinstance(error, GuardrailsError):
        return error
    status = getattr(error, "status_code", None)
    if status is None:
        status = getattr(getattr(error, "response", None), "status_code", None)
    return ModelError(type(error).__name__, status if isinstance(status, int) else None)

"""Any callable as a model: messages in, a string or an iterator of strings out."""

from __future__ import annotations

import asyncio
import contextvars
import inspect
from collections.abc import (
    AsyncGenerator,
    AsyncIterable,
    Awaitable,
    Callable,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from concurrent.futures import Future
from contextlib import suppress
from typing import Any, TypeVar

from guardrails.errors import GuardrailsError, ModelError, UnsupportedError
from guardrails.messages import Chunk, Message, TextChunk
from guardrails.models.base import ModelRequest
from guardrails.models.completions import encode
from guardrails.workers import Workers

T = TypeVar("T")
_NO_MORE = object()


class CallableModel:
    """
    A `ChatModel` made of a function.

    The function may be async, or sync (then it and its iterator run on a thread
    of their own, one for each reply). It returns a string, an async iterator of
    strings, an iterable of strings, an awaitable of any of these, or None for an
    empty reply. A piece that is None is passed over, since providers send such.

    Args:
        fn: Called as `fn(messages, **options)`, with the options of the request.
        encode: Puts the messages into the shape that *fn* takes; by default a list
            of `{"role": ..., "content": ...}` as in OpenAI's chat completions.
    """

    def __init__(
        self,
        fn: Callable[..., Any],
        encode: Callable[[Sequence[Message]], Any] = encode,
    ) -> None:
        self._fn = fn
        self._encode = encode

    def takes(self, options: Mapping[str, Any]) -> None:
        """
        Do nothing if the function takes *options*.

        Raises:
            UnsupportedError: It does not; says which it does not know.
        """
        if not options:
            return
        try:
            signature = inspect.signature(self._fn)
        except (TypeError, ValueError):
            return  # one that does not tell
        try:
            signature.bind(None, **options)
        except TypeError:
            names = ", ".join(sorted(options))
            msg = f"your function was given what it does not take: {names}; misspelt?"
            raise UnsupportedError(msg) from None

    async def stream(self, request: ModelRequest) -> AsyncGenerator[Chunk, None]:
        """
        Yield the reply in order.

        Raises:
            ModelError: The function raised (its type is told, not its message), or
                yielded something else than text (`ReplyNotText`).
        """
        failure: GuardrailsError | None = None
        thread = _OwnThread()
        pieces = self._pieces(request, thread)
        try:
            async for piece in pieces:
                if isinstance(piece, str):
                    if piece:
                        yield TextChunk(piece)
                elif piece is not None:
                    failure = ModelError("ReplyNotText")
                    break
        except GuardrailsError as error:
            failure = error
        except asyncio.CancelledError:
            task = asyncio.current_task()
            if task is None or task.cancelling():
                raise
            failure = ModelError("CancelledError")  # the function's own, not ours
        except Exception as error:  # noqa: BLE001 - told by its type, since it may quote the text
            failure = ModelError(type(error).__name__)
        finally:
            # Whatever a function does while it is closed, the reply is over.
            with suppress(Exception):
                await pieces.aclose()
            thread.close()
        if failure is not None:
            # Outside the handler, so that not even `__context__` holds the original.
            raise failure

    async def _pieces(self, request: ModelRequest, thread: _OwnThread) -> AsyncGenerator[Any, None]:
        messages = self._encode(request.messages)
        if _is_async(self._fn):
            reply = self._fn(messages, **request.options)
        else:
            reply = await thread.run(lambda: self._fn(messages, **request.options))
        while inspect.isawaitable(reply):
            reply = await _awaited(reply)
        if isinstance(reply, AsyncIterable):
            later = aiter(reply)
            try:
                async for piece in later:
                    yield piece
            finally:
                if hasattr(later, "aclose"):
                    await later.aclose()
        elif isinstance(reply, Iterable) and not isinstance(reply, str | bytes | Mapping):
            steps: Iterator[Any] = iter(reply)
            try:
                while (piece := await thread.run(lambda: next(steps, _NO_MORE))) is not _NO_MORE:
                    yield piece
            finally:
                if hasattr(steps, "close"):
                    thread.later(steps.close)
        else:
            yield reply


class _OwnThread:
    """One thread for one reply, started when it is first needed, in the caller's context."""

    def __init__(self) -> None:
        self._workers: Workers | None = None
        self._context = contextvars.copy_context()

    async def run(self, call: Callable[[], T]) -> T:
        """Return what *call* returns."""
        return await asyncio.wrap_future(self._submit(call))

    def later(self, call: Callable[[], object]) -> None:
        """Have *call* made once the thread is free; nobody waits for it."""
        self._submit(call)

    def _submit(self, call: Callable[[], T]) -> Future[T]:
        if self._workers is None:
            self._workers = Workers("model")
        return self._workers.submit(lambda: self._context.run(_without_stop, call))

    def close(self) -> None:
        if self._workers is not None:
            self._workers.close()


def _without_stop(call: Callable[[], T]) -> T:
    """Return what *call* returns; a future cannot carry `StopIteration`."""
    failure: Exception
    try:
        return call()
    except StopIteration as error:
        failure = RuntimeError(type(error).__name__)
    raise failure


async def _awaited(value: Awaitable[T]) -> T:
    return await value


def _is_async(fn: Callable[..., Any]) -> bool:
    return any(
        test(one)
        for one in (fn, getattr(fn, "__call__", None))  # noqa: B004 - an object may be called too
        for test in (inspect.iscoroutinefunction, inspect.isasyncgenfunction)
    )

"""
Sends one guarded reply over HTTP, and ends the turn when nobody listens any more.

The turn is read no faster than the client takes it. Its status is only told once there is
something to tell, so that an upstream that fails at once is an HTTP error and no broken stream.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator, Mapping
from contextlib import aclosing, suppress
from dataclasses import dataclass
from typing import Any, Protocol

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from guardrails.events import Event
from guardrails.gateway import wire
from guardrails.gateway.problems import Problem, problem_of
from guardrails.gateway.released import Released

STOPPED = Problem(503, "shutting_down", "this gateway is being stopped; send the turn again")


@dataclass(frozen=True, slots=True)
class Pace:
    """
    How long a reply waits, in seconds.

    Attributes:
        ping: Silence after which a stream gets a comment, and its headers if it has none yet.
        stall: For a client that takes nothing; then it counts as gone.
    """

    ping: float = 15.0
    stall: float = 120.0


class Shape(Protocol):
    """The form in which a reply is told: a chat completion, or a response."""

    @property
    def last(self) -> bytes:
        """What a stream ends with, after all events."""
        ...

    @property
    def released(self) -> Released:
        """What was released so far."""
        ...

    def take(self, event: Event) -> None:
        """Keep *event* for the whole reply."""
        ...

    def whole(self) -> dict[str, Any]:
        """Return the reply that all events make; `Done` must be among them."""
        ...

    def opening(self) -> Iterator[dict[str, Any]]:
        """Yield what a stream begins with."""
        ...

    def chunks(self, event: Event) -> Iterator[dict[str, Any]]:
        """Keep *event* and yield what it adds to a stream."""
        ...

    def closing(self, *, usage: bool) -> Iterator[dict[str, Any]]:
        """Yield what a stream ends with; with its *usage*, if that is known."""
        ...


class StalledError(Exception):
    """The client takes nothing of the reply any more."""


class ReplyResponse(Response):
    """
    The response to a request for a reply.

    Args:
        events: The guarded turn; closed here, however it ends.
        completion: Makes the reply.
        stream: Whether it is sent in pieces.
        usage: Whether a stream ends with its token counts.
        pace: How long to wait.
        ended: Called once, with the error that ended the turn, or None.
    """

    def __init__(
        self,
        events: AsyncGenerator[Event, None],
        completion: Shape,
        *,
        stream: bool,
        usage: bool,
        pace: Pace,
        ended: Callable[[BaseException | None], None],
    ) -> None:
        super().__init__()
        self._events = events
        self._completion = completion
        self._stream = stream
        self._usage = usage
        self._pace = pace
        self._ended = ended
        self._begun = False
        self._quiet = True
        self._sending = asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the reply; return when the turn has ended and is recorded."""
        del scope
        loop = asyncio.get_running_loop()
        work = loop.create_task(self._work(send))
        watch = loop.create_task(_gone(receive))
        alive = loop.create_task(self._keep_alive(send)) if self._stream else None
        stopped = False
        try:
            await asyncio.wait({work, watch}, return_when=asyncio.FIRST_COMPLETED)
        except asyncio.CancelledError:
            stopped = True
        for task in (watch, alive):
            if task is not None:
                task.cancel()
        if not work.done():
            work.cancel()
        await _over(work)
        if stopped and work.cancelled():
            await self._fail(send, STOPPED)
        error = asyncio.CancelledError() if work.cancelled() else work.exception()
        if error is not None and not isinstance(error, (asyncio.CancelledError, StalledError)):
            raise error

    async def _work(self, send: Send) -> None:
        """Run the turn to its end, whole or in pieces; tell *ended* how it went."""
        error: BaseException | None = None
        try:
            async with aclosing(self._events):
                await (self._streamed(send) if self._stream else self._whole(send))
        except (asyncio.CancelledError, StalledError, OSError) as gone:
            error = gone
            raise
        except Exception as failed:  # noqa: BLE001 - told to the caller, by its kind
            error = failed
        finally:
            self._ended(error)
        if error is not None:
            await self._fail(send, problem_of(error))

    async def _whole(self, send: Send) -> None:
        async for event in self._events:
            self._completion.take(event)
        await self._answer(send, 200, self._completion.whole())

    async def _streamed(self, send: Send) -> None:
        made = self._completion
        async for event in self._events:
            if pieces := b"".join(map(wire.event, made.chunks(event))):
                await self._send(send, pieces)
        last = b"".join(map(wire.event, made.closing(usage=self._usage)))
        await self._send(send, last + made.last, more=False)

    async def _fail(self, send: Send, problem: Problem) -> None:
        """Tell of *problem*: by the status, or as the last event of a stream that has begun."""
        with suppress(OSError, StalledError):
            if self._begun:
                await self._send(send, wire.error_event(problem), more=False)
            else:
                self._begun = True
                await self._answer(send, problem.status, problem.body, problem.headers)

    async def _answer(
        self, send: Send, status: int, value: object, headers: Mapping[str, str] | None = None
    ) -> None:
        body = wire.as_bytes(value)
        raw = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
        raw += [(k.encode(), v.encode()) for k, v in (headers or {}).items()]
        try:
            async with asyncio.timeout(self._pace.stall):
                await send({"type": "http.response.start", "status": status, "headers": raw})
                await send({"type": "http.response.body", "body": body})
        except TimeoutError:
            raise StalledError from None

    async def _send(self, send: Send, body: bytes, *, more: bool = True) -> None:
        """Send a piece of the stream, with the headers before the first."""
        self._quiet = False
        async with self._sending:
            try:
                async with asyncio.timeout(self._pace.stall):
                    if not self._begun:
                        self._begun = True
                        await send(_START)
                        opening = map(wire.event, self._completion.opening())
                        body = b"".join([*opening, body])
                    await send({"type": "http.response.body", "body": body, "more_body": more})
            except TimeoutError:
                raise StalledError from None

    async def _keep_alive(self, send: Send) -> None:
        """Send a comment after each silence; a proxy would take it for the end."""
        with suppress(OSError, StalledError):
            while True:
                self._quiet = True
                await asyncio.sleep(self._pace.ping)
                if self._quiet:
                    await self._send(send, wire.PING)


_START = {
    "type": "http.response.start",
    "status": 200,
    "headers": [
        (b"content-type", b"text/event-stream; charset=utf-8"),
        (b"cache-control", b"no-cache"),
        (b"x-accel-buffering", b"no"),
    ],
}


async def _gone(receive: Receive) -> None:
    """Return when the client is gone."""
    while (await receive())["type"] != "http.disconnect":
        pass


async def _over(work: asyncio.Task[None]) -> None:
    """Return when *work* is over, however often we are told to stop: its record is not cut."""
    while not work.done():
        with suppress(asyncio.CancelledError):
            await asyncio.wait({work})

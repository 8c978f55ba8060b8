"""An ASGI application as an httpx transport that streams: no socket between the two."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, MutableMapping
from typing import Any

import httpx
from starlette.types import ASGIApp, Message, Scope


class AppTransport(httpx.AsyncBaseTransport):
    """
    Sends requests to an ASGI application of this process, and gives out replies as they come.

    Args:
        app: The application.
        waiting: Pieces of a reply that may wait for their reader; then the application waits.
    """

    def __init__(self, app: ASGIApp, *, waiting: int = 8) -> None:
        self._app = app
        self._waiting = waiting

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """
        Return the response as soon as it has begun.

        Raises:
            httpx.ReadError: The application failed before.
        """
        exchange = _Exchange(await request.aread(), self._waiting)
        scope: Scope = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "method": request.method,
            "scheme": request.url.scheme,
            "path": request.url.path,
            "raw_path": request.url.raw_path.partition(b"?")[0],
            "query_string": request.url.query,
            "root_path": "",
            "headers": [(name.lower(), value) for name, value in request.headers.raw],
            "client": ("127.0.0.1", 0),
            "server": (request.url.host, request.url.port),
        }
        exchange.task = asyncio.get_running_loop().create_task(exchange.run(self._app, scope))
        start = await exchange.begun()
        return httpx.Response(start["status"], headers=start["headers"], stream=exchange)


class _Exchange(httpx.AsyncByteStream):
    """One request and the response to it."""

    def __init__(self, body: bytes, waiting: int) -> None:
        self._body: bytes | None = body
        self._out: asyncio.Queue[Message | None] = asyncio.Queue(waiting)
        self._gone = asyncio.Event()
        self._failed = False
        self.task: asyncio.Task[None] | None = None

    async def run(self, app: ASGIApp, scope: Scope) -> None:
        """Let *app* answer; what it raises is told as a broken connection."""
        try:
            await app(scope, self._receive, self._send)
        except Exception:  # noqa: BLE001 - a socket would hide it as well
            self._failed = True
        if not self._gone.is_set():
            await self._out.put(None)

    async def begun(self) -> MutableMapping[str, Any]:
        """Return the message that begins the response."""
        try:
            start = await self._out.get()
        except asyncio.CancelledError:
            await self.aclose()
            raise
        if start is None:
            msg = "the application ended before its response began"
            raise httpx.ReadError(msg)
        return start

    async def _receive(self) -> Message:
        if self._body is not None:
            body, self._body = self._body, None
            return {"type": "http.request", "body": body, "more_body": False}
        await self._gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Message) -> None:
        if self._gone.is_set():
            await asyncio.sleep(0)  # so that whoever watches for the end gets a turn
        else:
            await self._out.put(message)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield the body as it comes."""
        while (message := await self._out.get()) is not None:
            if message.get("body"):
                yield message["body"]
        if self._failed:
            msg = "the application ended within its response"
            raise httpx.ReadError(msg)

    async def aclose(self) -> None:
        """Tell the application that its reader is gone, and wait until it has ended."""
        self._gone.set()
        while not self._out.empty():  # it may be waiting for room
            self._out.get_nowait()
        if self.task is not None:
            await asyncio.wait({self.task})

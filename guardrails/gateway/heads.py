"""
Connections on which no request begins that can be read.

One that keeps silent is closed: there are only so many of them. One that does not speak HTTP is
told so as every other error is told.
"""

from __future__ import annotations

import asyncio
import json
from typing import Any, Final

from uvicorn.protocols.http.auto import AutoHTTPProtocol

from guardrails.gateway.problems import Problem

LONGEST: Final = 30.0
"""Seconds in which the head of a request has to arrive."""


def brief_heads(seconds: float) -> type[asyncio.Protocol]:
    """
    Return uvicorn's protocol with a limit that it does not have, and with errors as ours.

    Args:
        seconds: In which the head of a request has to arrive, counted from the connection or
            from the first byte after a response. The body has a limit of its own.
    """

    class BriefHeads(AutoHTTPProtocol):  # type: ignore[misc, valid-type]
        """Closes a connection whose client takes too long to say what it wants."""

        _late: asyncio.TimerHandle | None = None

        def connection_made(self, transport: Any) -> None:  # noqa: ANN401 - as asyncio has it
            super().connection_made(transport)
            self._wait()

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            if self.cycle is None or self.cycle.response_complete:
                self._wait()
            else:
                self._forget()

        def connection_lost(self, exc: Exception | None) -> None:
            self._forget()
            super().connection_lost(exc)

        def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - uvicorn's own words
            self.transport.write(b"" if _is_answering(self.cycle) else _unreadable())
            self.transport.close()

        def _wait(self) -> None:
            if self._late is None and not self.transport.is_closing():
                self._late = self.loop.call_later(seconds, self.transport.close)

        def _forget(self) -> None:
            if self._late is not None:
                self._late.cancel()
                self._late = None

    return BriefHeads


def _is_answering(cycle: Any) -> bool:  # noqa: ANN401 - of either of uvicorn's protocols
    """Return whether a response is under way, into which nothing else may be written."""
    return cycle is not None and cycle.response_started and not cycle.response_complete


def _unreadable() -> bytes:
    """Return the answer to what is no HTTP request."""
    said = "this is no HTTP request that can be read: its first line or a header is malformed"
    body = json.dumps(Problem(400, "invalid_request", said).body).encode()
    head = (
        "HTTP/1.1 400 Bad Request\r\ncontent-type: application/json\r\n"
        f"content-length: {len(body)}\r\nconnection: close\r\n\r\n"
    )
    return head.encode() + body

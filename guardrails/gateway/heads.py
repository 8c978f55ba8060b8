"""Connections on which a request never begins are closed: there are only so many of them."""

from __future__ import annotations

import asyncio
from typing import Any, Final

from uvicorn.protocols.http.auto import AutoHTTPProtocol

LONGEST: Final = 30.0
"""Seconds in which the head of a request has to arrive."""


def brief_heads(seconds: float) -> type[asyncio.Protocol]:
    """
    Return uvicorn's protocol with a limit that it does not have.

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

        def _wait(self) -> None:
            if self._late is None and not self.transport.is_closing():
                self._late = self.loop.call_later(seconds, self.transport.close)

        def _forget(self) -> None:
            if self._late is not None:
                self._late.cancel()
                self._late = None

    return BriefHeads

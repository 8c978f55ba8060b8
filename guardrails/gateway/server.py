"""Runs a gateway until it is told to stop, and lets its turns end first."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Final

import uvicorn
from fastapi import FastAPI

from guardrails.access.loopback import is_loopback
from guardrails.errors import ConfigurationError
from guardrails.gateway.heads import LONGEST, brief_heads

IDLE: Final = 75
"""Seconds: longer than the 60 for which nginx and Amazon's load balancers keep a connection."""
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class GatewayServer(uvicorn.Server):
    """
    Serves an application, with an orderly end.

    Args:
        app: The application.
        drain: Seconds that turns are given to end; then they are stopped, and recorded so.
        stopping: Called when no new turns are to begin.
        listening: Called with the address once requests are taken.
        running: Returns how many turns are under way. While there are any it goes on listening, so
            that a probe is told that it is being stopped, and a new turn to go elsewhere.
        head: Seconds in which the head of a request has to arrive.
        idle: Seconds for which a connection stays open without a request. A proxy in front that
            keeps it for longer sends one into a connection that is just being closed, and its
            client gets a 502.
    """

    def __init__(
        self,
        app: FastAPI,
        *,
        drain: float,
        stopping: Callable[[], None],
        listening: Callable[[str], None],
        running: Callable[[], int] = lambda: 0,
        head: float = LONGEST,
        idle: int = IDLE,
    ) -> None:
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,  # a line a request is what metrics are for
            http=brief_heads(head),
            timeout_keep_alive=idle,
            ws="none",
            lifespan="on",
            server_header=False,
        )
        super().__init__(config)
        self._drain = drain
        self._running = running
        self._ends: float | None = None
        self._stopping = stopping
        self._listening = listening

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Take the signals to stop; unlike the base, do not die of them after an orderly end."""
        loop = asyncio.get_running_loop()
        for number in _SIGNALS:
            loop.add_signal_handler(number, self.stop)
        try:
            yield
        finally:
            for number in _SIGNALS:
                loop.remove_signal_handler(number)

    def stop(self) -> None:
        """Take no new turns, let those under way end, and stop."""
        self._stopping()
        if self._ends is None:
            self._ends = asyncio.get_running_loop().time() + self._drain

    async def on_tick(self, counter: int) -> bool:
        """Return whether to close the door: told to stop, and no turn is left or time is up."""
        if self._ends is not None:
            left = self._ends - asyncio.get_running_loop().time()
            if left <= 0 or not self._running():
                # For what is no turn, such as a page of the console.
                self.config.timeout_graceful_shutdown = max(
                    0 if self._running() else 1, round(left)
                )
                self.should_exit = True
        return await super().on_tick(counter)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen, and tell where."""
        await super().startup(sockets)
        if self.started:
            host, port, *_ = self.servers[0].sockets[0].getsockname()
            shown = f"[{host}]" if ":" in host else host
            self._listening(f"http://{shown}:{port}")


def bound(host: str, port: int) -> socket.socket:
    """
    Return a socket at that address; nobody is let in before the server begins to listen.

    Raises:
        ConfigurationError: The address cannot be had.
    """
    made = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
    except OSError as error:
        made.close()
        msg = f"cannot listen on {host}, port {port}: {error.strerror}"
        raise ConfigurationError(msg) from None
    return made


def check_open(host: str, *, keys: bool) -> None:
    """
    Do nothing if a gateway may listen on *host*.

    Raises:
        ConfigurationError: It has no keys, and others than this machine could reach it.
    """
    if keys or is_loopback(host):
        return
    msg = (
        f"no keys: a gateway without any listens to this machine alone, not on {host}. "
        "Make one with `candor serve keys new NAME --role application --keys FILE` and give "
        "`--keys FILE`, or use --host 127.0.0.1"
    )
    raise ConfigurationError(msg)

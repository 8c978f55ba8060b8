"""A service that runs in a thread of its own, for commands that ask it over its socket."""

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guardrails.guard import Guard
from tests.guards import guard


@dataclass
class Service:
    """A guard that lives on another thread's loop."""

    guard: Guard
    loop: asyncio.AbstractEventLoop

    def do(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Return what *work* gives, done where the guard lives."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(30)


@contextmanager
def service(folder: Path, make: Callable[..., Guard] = guard, **fields: Any) -> Iterator[Service]:
    ready = threading.Event()
    made: list[Service] = []
    stop: list[asyncio.Event] = []

    async def live() -> None:
        async with make(log=folder, **fields) as one:
            made.append(Service(one, asyncio.get_running_loop()))
            stop.append(asyncio.Event())
            ready.set()
            await stop[0].wait()

    thread = threading.Thread(target=lambda: asyncio.run(live()))
    thread.start()
    assert ready.wait(30)
    try:
        yield made[0]
    finally:
        made[0].loop.call_soon_threadsafe(stop[0].set)
        thread.join(30)

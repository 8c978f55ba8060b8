"""A thread with an event loop of its own, for callers that cannot wait with `await`."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import AsyncGenerator, Callable, Coroutine, Generator, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

from guardrails.errors import ConfigurationError
from guardrails.langchain.handing import hand_over

T = TypeVar("T")


class Portal:
    """
    One thread and one loop, started when they are first needed.

    It serves any number of calling threads, and callers that are inside a running
    event loop themselves (whose loop stands still meanwhile, as in any sync call).
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._closed = False

    def call(self, make: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """
        Return what the coroutine returns.

        Raises:
            ConfigurationError: The portal is closed, or the caller is on its own loop.
        """
        with self._running() as loop:
            future = asyncio.run_coroutine_threadsafe(make(), loop)
        try:
            return future.result()
        except BaseException:
            future.cancel()
            raise

    def iterate(self, source: AsyncGenerator[T, None]) -> Generator[T, None, None]:
        """
        Yield what *source* yields, each item as soon as it is there.

        *source* is closed before this generator ends, however it ends.

        Raises:
            ConfigurationError: The portal is closed, or the caller is on its own loop.
        """
        items: queue.SimpleQueue[tuple[Any, ...]] = queue.SimpleQueue()
        with self._running() as loop:
            reading = _Reading(loop, source, items)
            loop.call_soon_threadsafe(reading.begin)
        try:
            reading.ask()
            while item := items.get():
                yield item[0]
                reading.ask()
        finally:
            reading.end()
        reading.check()

    def close(self) -> None:
        """End the thread. Safe to call twice; what still runs is cancelled."""
        with self._lock:
            self._closed = True
            thread, self._thread = self._thread, None
        if thread is not None and self._loop is not None and self._stop is not None:
            self._loop.call_soon_threadsafe(self._stop.set)
            if thread is not threading.current_thread():
                thread.join()

    @contextmanager
    def _running(self) -> Iterator[asyncio.AbstractEventLoop]:
        """Give the loop, which cannot be closed before what is put on it here has begun."""
        with self._lock:
            if self._closed:
                msg = "this guard is closed"
                raise ConfigurationError(msg)
            if self._thread is None:
                ready = threading.Event()
                self._thread = threading.Thread(
                    target=self._main, args=(ready,), name="guardrails-portal", daemon=True
                )
                self._thread.start()
                ready.wait()
            if self._thread is threading.current_thread():
                msg = (
                    "a sync call of a guarded model from inside its own loop would wait for "
                    "itself: use ainvoke or astream there"
                )
                raise ConfigurationError(msg)
            assert self._loop is not None  # noqa: S101 - set before the thread is ready
            yield self._loop

    def _main(self, ready: threading.Event) -> None:
        asyncio.run(self._serve(ready))

    async def _serve(self, ready: threading.Event) -> None:
        self._loop = asyncio.get_running_loop()
        self._stop = stop = asyncio.Event()
        ready.set()
        await stop.wait()


class _Reading:
    """One stream that a calling thread reads; `begin` and `cancel` run on the loop."""

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        source: AsyncGenerator[Any, None],
        items: queue.SimpleQueue[tuple[Any, ...]],
    ) -> None:
        self._loop = loop
        self._source = source
        self._items = items
        self._wanted = asyncio.Semaphore(0)
        self._over = threading.Event()
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        work = hand_over(self._source, self._wanted, lambda item: self._items.put((item,)))
        self._task = self._loop.create_task(work)
        self._task.add_done_callback(self._finished)

    def ask(self) -> None:
        """Ask for one more item; a loop that is closed has ended the stream already."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._wanted.release)

    def cancel(self) -> None:
        assert self._task is not None  # noqa: S101 - `begin` was put on the loop before
        self._task.cancel()

    def _finished(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled():
            task.exception()  # `check` raises it where the caller still listens
        self._items.put(())
        self._over.set()

    def end(self) -> None:
        """Stop reading and wait until the source is closed."""
        if not self._over.is_set():
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self.cancel)
            self._over.wait()

    def check(self) -> None:
        """
        Raise what the source raised.

        Raises:
            ConfigurationError: The portal was closed meanwhile.
        """
        if self._task is None or self._task.cancelled():
            msg = "the guard was closed during this call"
            raise ConfigurationError(msg)
        self._task.result()

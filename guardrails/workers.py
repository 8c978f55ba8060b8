"""
Threads for work that would block the event loop, with a deadline for each job.

A thread cannot be killed. A job that outlives its deadline is abandoned: its
thread is left behind and a new one takes its place.
"""

from __future__ import annotations

import asyncio
import contextlib
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

from guardrails.errors import DetectorError, DetectorTimeoutError

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Deadline:
    """
    How long a job may take, by the length of its text.

    The time is the thread's own processor time, so that a busy machine is not
    taken for a broken detector; `patience` times that long on the wall clock is
    the end in any case.
    """

    base: float = 0.250
    per_thousand: float = 0.060
    patience: float = 8.0

    def seconds(self, length: int) -> float:
        """Return the processor time, in seconds, for *length* characters."""
        return self.base + self.per_thousand * length / 1000


class _Thread(threading.Thread):
    """One worker thread and the job that it is at."""

    def __init__(self, name: str, jobs: queue.SimpleQueue[_Job | None]) -> None:
        super().__init__(name=name, daemon=True)
        self.jobs = jobs
        self._lock = threading.Lock()
        self._job: _Job | None = None
        self._abandoned = False

    def run(self) -> None:
        while (job := self.jobs.get()) is not None:
            with self._lock:
                self._job = job
            job.run(self)
            with self._lock:
                self._job = None
                if self._abandoned:
                    return

    def abandon(self, job: _Job) -> bool:
        """Return whether the thread was still at *job*; it then ends after it."""
        with self._lock:
            self._abandoned = self._abandoned or self._job is job
            return self._abandoned


class _Job:
    """A call waiting to be made, and what is known of it while it is made."""

    def __init__(self, call: Callable[[], Any]) -> None:
        self.call = call
        self.result: Future[Any] = Future()
        self.started: tuple[_Thread, float] | None = None

    def run(self, thread: _Thread) -> None:
        if not self.result.set_running_or_notify_cancel():
            return
        self.started = (thread, time.thread_time())
        try:
            value = self.call()
        except BaseException as error:  # noqa: BLE001 - handed to the caller, whatever it is
            self.result.set_exception(error)
        else:
            self.result.set_result(value)


class _Arrival:
    """
    Lets the event loop wait for a job, with as little as that takes.

    A short look would cost less than two futures that are chained and a wait for one of
    them. It does not hold what it waits for, which holds it: no text outlives its turn.
    """

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._waiter: asyncio.Future[None] | None = None

    async def within(self, seconds: float, result: Future[Any]) -> bool:
        """Return whether *result* is there, after *seconds* at most."""
        if not result.done():
            self._waiter = self._loop.create_future()
            timer = self._loop.call_later(seconds, self._wake)
            if result.done():  # it came before there was a waiter
                self._wake()
            try:
                await self._waiter
            finally:
                timer.cancel()
        return result.done()

    def arrived(self, _: Future[Any]) -> None:
        """Wake the loop, from the thread of the worker; nobody waits on a closed one."""
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)


class Workers:
    """
    A few threads that take jobs in order.

    Args:
        name: Prefix of the threads' names.
        count: How many threads.
        on_abandon: Called when a thread is left behind, before its successor starts.
    """

    def __init__(
        self, name: str, count: int = 1, on_abandon: Callable[[], None] | None = None
    ) -> None:
        self._name = name
        self._count = count
        self._on_abandon = on_abandon
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._closed = False
        for _ in range(count):
            self._start()

    def _start(self) -> None:
        _Thread(self._name, self._jobs).start()

    def submit(self, call: Callable[[], T]) -> Future[T]:
        """Queue *call* with no deadline; for loading and closing down."""
        job = _Job(call)
        self._jobs.put(job)
        return job.result

    async def run(self, seconds: float, patience: float, call: Callable[[], T]) -> T:
        """
        Return what *call* returns, made on one of the threads.

        The clock starts when the call does: waiting for a free thread is free.

        Args:
            seconds: Processor time that the call may take.
            patience: Wall-clock time that it may take, as a multiple of `seconds`.
            call: What to do. It must not touch the event loop.

        Raises:
            DetectorTimeoutError: It took longer.
            DetectorError: The workers are closed.
        """
        if self._closed:
            msg = "the workers are closed"
            raise DetectorError(msg)
        job = _Job(call)
        arrival = _Arrival()
        job.result.add_done_callback(arrival.arrived)
        self._jobs.put(job)
        try:
            while not await arrival.within(seconds, job.result):
                if job.started is not None:
                    await self._overdue(job, arrival, *job.started, seconds, patience)
                    break
        except asyncio.CancelledError:
            job.result.cancel()
            raise
        value: T = job.result.result()
        return value

    async def _overdue(
        self,
        job: _Job,
        arrival: _Arrival,
        thread: _Thread,
        began: float,
        seconds: float,
        patience: float,
    ) -> None:
        end = time.monotonic() + seconds * (patience - 1)
        while not job.result.done():
            left = min(seconds - (_processor_time(thread) - began), end - time.monotonic())
            if left <= 0:
                self._abandon(thread, job)
                msg = f"no answer within {seconds * 1000:.0f} ms of processor time"
                raise DetectorTimeoutError(msg)
            await arrival.within(max(left, 0.005), job.result)

    def _abandon(self, thread: _Thread, job: _Job) -> None:
        if not thread.abandon(job):
            return  # it has just come back, and takes the next job itself
        if self._on_abandon is not None:
            self._on_abandon()
        self._start()

    def close(self) -> None:
        """Let the threads end once their queue is empty. Safe to call twice."""
        if not self._closed:
            self._closed = True
            for _ in range(self._count):
                self._jobs.put(None)


def _processor_time(thread: threading.Thread) -> float:
    """Return the processor time of another thread in seconds; 0 where unknown."""
    if thread.ident is None or not hasattr(time, "pthread_getcpuclockid"):
        return 0.0
    try:
        return time.clock_gettime(time.pthread_getcpuclockid(thread.ident))
    except OSError:
        return 0.0

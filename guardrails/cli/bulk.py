"""
Many texts through one guard: several conversations at once, results in order of the lines.

    read, on a thread ─▶ a task for each line ─▶ write, in order
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from typing import BinaryIO, TypeAlias

from guardrails.cli.lines import (
    Inspect,
    LineError,
    Request,
    error_value,
    looked_at,
    read_line,
    result_value,
    written,
)
from guardrails.cli.reading import LineReader
from guardrails.errors import GuardrailsError, LogError
from guardrails.workers import Workers

AHEAD = 16
"""How many lines may be read before the first of them is answered."""

Answer: TypeAlias = tuple[bytes, bool]


class Bulk:
    """
    Inspects line after line.

    Lines of one session are one conversation and are taken in order; others
    wait for nobody.

    Args:
        inspect: Inspects one text.
        alone: Prefix of the session ids of lines that name none; no line may use it.
        ahead: How many lines may be under way at once.
    """

    def __init__(self, inspect: Inspect, alone: str, ahead: int = AHEAD) -> None:
        self._inspect = inspect
        self._alone = alone
        self._ahead = ahead
        self._last: dict[str, asyncio.Task[Answer]] = {}

    async def run(
        self, source: LineReader, sink: BinaryIO, progress: Callable[[int], object]
    ) -> bool:
        """
        Write one line for each line of *source* that is not blank; return whether all went well.

        Each result is flushed as soon as it and all before it are there.

        Args:
            source: JSON lines.
            sink: Gets JSON lines.
            progress: Is told of the bytes of each line that is done.

        Raises:
            LogError: The decision log failed; nothing after that is inspected.
        """
        # A daemon thread of its own: nobody waits for a terminal that says nothing.
        keyboard = Workers("lines")
        reading: asyncio.Future[bytes] | None = _next_line(keyboard, source)
        under_way: deque[tuple[asyncio.Task[Answer], int]] = deque()
        number = 0
        good = True
        try:
            while reading is not None or under_way:
                await _first(reading if len(under_way) < self._ahead else None, under_way)
                if under_way and under_way[0][0].done():
                    task, size = under_way.popleft()
                    answer, fine = task.result()
                    sink.write(answer)
                    sink.flush()
                    progress(size)
                    good = good and fine
                elif reading is not None and reading.done():
                    line = reading.result()
                    number += 1
                    if line.strip():
                        under_way.append((self._start(number, line), len(line)))
                    else:
                        progress(len(line))
                    reading = _next_line(keyboard, source) if line else None
        finally:
            keyboard.close()
            for task, _ in under_way:
                task.cancel()
            await asyncio.gather(*(task for task, _ in under_way), return_exceptions=True)
        return good

    def _start(self, number: int, line: bytes) -> asyncio.Task[Answer]:
        try:
            request = read_line(line)
        except LineError as error:
            return asyncio.create_task(_failed(number, str(error)))
        name = request.context(f"{self._alone}{number}").session_id
        task = asyncio.create_task(self._one(number, request, self._last.get(name)))
        self._last[name] = task
        task.add_done_callback(lambda done: self._forget(name, done))
        return task

    def _forget(self, session: str, task: asyncio.Task[Answer]) -> None:
        if self._last.get(session) is task:
            del self._last[session]

    async def _one(
        self, number: int, request: Request, before: asyncio.Task[Answer] | None
    ) -> Answer:
        if before is not None:
            await asyncio.wait({before})
        try:
            result = await looked_at(request, self._inspect, f"{self._alone}{number}")
        except LogError:
            raise
        except GuardrailsError as error:
            return await _failed(number, str(error))
        return written(result_value(request, result)), True


def _next_line(keyboard: Workers, source: LineReader) -> asyncio.Future[bytes]:
    return asyncio.wrap_future(keyboard.submit(source.readline))


async def _first(
    reading: asyncio.Future[bytes] | None, under_way: deque[tuple[asyncio.Task[Answer], int]]
) -> None:
    """Return once a line is read or the first result is there."""
    waited: set[asyncio.Future[bytes] | asyncio.Task[Answer]] = set()
    if reading is not None:
        waited.add(reading)
    if under_way:
        waited.add(under_way[0][0])
    await asyncio.wait(waited, return_when=asyncio.FIRST_COMPLETED)


async def _failed(number: int, message: str) -> Answer:
    return written(error_value(number, message)), False

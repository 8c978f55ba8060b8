"""Lines from stdin, read on a thread that may be left behind."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import BinaryIO

_BLOCK = 64 * 1024


class LineReader:
    """
    Cuts what *read* returns into lines.

    A thread that waits in a buffered stdin holds its lock, and the interpreter
    aborts if it ends meanwhile; one that waits in the file below can be left.

    Args:
        read: Returns at most so many bytes, at least one, or none at the end.
    """

    def __init__(self, read: Callable[[int], bytes | None]) -> None:
        self._read = read
        self._lines: deque[bytes] = deque()
        self._rest: list[bytes] = []

    def readline(self) -> bytes:
        """Return the next line with its line feed; the last may have none; then `b""`."""
        while not self._lines:
            block = self._read(_BLOCK)
            if not block:
                rest = b"".join(self._rest)
                self._rest = []
                return rest
            self._take(block)
        return self._lines.popleft()

    def _take(self, block: bytes) -> None:
        first, *others = block.split(b"\n")
        self._rest.append(first)
        for part in others:
            self._lines.append(b"".join(self._rest) + b"\n")
            self._rest = [part]


def below(stream: BinaryIO) -> LineReader:
    """Return a reader of the file below *stream*'s buffer, from where it stands."""
    return LineReader(getattr(stream, "raw", stream).read)

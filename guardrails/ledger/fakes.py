"""A decision log that cannot be written, and a disk that fails, for your own tests."""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn

from guardrails.errors import LogWriteError
from guardrails.ledger.disk import AppendFile, PlainFile


class BrokenLog:
    """A `DecisionLog` that refuses everything, as one on a full disk does."""

    def __init__(self, origin: str = "broken") -> None:
        self._origin = origin

    @property
    def origin(self) -> str:
        """Name of the log."""
        return self._origin

    async def append(self, kind: str, body: Mapping[str, Any]) -> NoReturn:
        """Raise `LogWriteError`."""
        msg = f"the decision log cannot be written: no {kind} record of {len(body)} fields"
        raise LogWriteError(msg)

    async def attach(self, data: bytes) -> NoReturn:
        """Raise `LogWriteError`."""
        msg = f"the decision log cannot be written: no file of {len(data)} bytes"
        raise LogWriteError(msg)

    def close(self) -> None:
        """Do nothing."""


class FaultyDisk:
    """
    An `Opener` of real files that fail when they are told to: `FileLog(..., opener=disk)`.

    Attributes:
        room: Bytes that may still be written before `ENOSPC`; None for no limit.
        sync_error: Number of the `OSError` that waiting for the disk raises; 0 for none.
        open_error: The same of opening a file.
        answers: Cleared, it lets writes hang, for 30 seconds at most.
        asked: Is set when a write begins.
        writes: Bytes of each write.
        syncs: How often the disk was waited for.
    """

    def __init__(self) -> None:
        self.room: int | None = None
        self.sync_error = 0
        self.open_error = 0
        self.answers = threading.Event()
        self.answers.set()
        self.asked = threading.Event()
        self.writes: list[int] = []
        self.syncs = 0
        self._off = False
        self._left: int | None = None
        self._durable: dict[Path, int] = {}

    def __call__(self, path: Path) -> AppendFile:
        """Open *path* for appending. Raises `OSError`."""
        self._need_power()
        if self.open_error:
            raise OSError(self.open_error, "cannot open", str(path))
        file = PlainFile(path)
        self._durable.setdefault(path, path.stat().st_size)
        return _FaultyFile(self, path, file)

    def _need_power(self) -> None:
        if self._off:
            raise OSError(errno.EIO, "the power is off")

    def write(self, file: PlainFile, data: bytes) -> None:
        """Write *data*, or as much of it as there is room for."""
        self._need_power()
        self.asked.set()
        self.answers.wait(30)
        room = self.room
        if room is not None and len(data) > room:
            file.write(data[:room])
            self.room = 0
            raise OSError(errno.ENOSPC, "No space left on device")
        if room is not None:
            self.room = room - len(data)
        file.write(data)
        self.writes.append(len(data))
        if self._left is not None:
            self._left -= 1
            self._off = self._left <= 0

    def sync(self, path: Path, file: PlainFile) -> None:
        """Wait for the disk."""
        self._need_power()
        if self.sync_error:
            raise OSError(self.sync_error, "Input/output error")
        file.sync()
        self._durable[path] = path.stat().st_size
        self.syncs += 1

    def cut_power(self, writes: int = 0) -> None:
        """
        Fail everything from now on, or after so many more writes.

        Args:
            writes: The last of them reaches the file, and nobody learns whether the disk.
        """
        self._off, self._left = writes == 0, writes

    def lose(self, keeps: Callable[[int], int]) -> None:
        """
        Take from each file what was not waited for, as a power cut may, and be a new disk.

        Args:
            keeps: Returns how many of so many unsure bytes at the end of a file survive.
        """
        for path, size in self._durable.items():
            if path.exists() and (unsure := path.stat().st_size - size) > 0:
                path.chmod(0o640)
                with path.open("rb+") as file:
                    file.truncate(size + keeps(unsure))
        self._durable.clear()
        self._off, self._left = False, None


class _FaultyFile:
    def __init__(self, disk: FaultyDisk, path: Path, file: PlainFile) -> None:
        self._disk = disk
        self._path = path
        self._file = file

    def write(self, data: bytes) -> None:
        self._disk.write(self._file, data)

    def sync(self) -> None:
        self._disk.sync(self._path, self._file)

    def close(self) -> None:
        self._file.close()

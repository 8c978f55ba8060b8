"""Disks that fail on demand, and small logs to break."""

from __future__ import annotations

import asyncio
import errno
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guardrails.ledger.disk import AppendFile, PlainFile
from guardrails.ledger.store import FileLog


class Disk:
    """Opens files that stop working when they are told to."""

    def __init__(self) -> None:
        self.room: int | None = None  # bytes that may still be written
        self.sync_error = 0
        self.open_error = 0
        self.answers = threading.Event()
        self.answers.set()
        self.asked = threading.Event()
        self.writes: list[int] = []
        self.syncs = 0

    def __call__(self, path: Path) -> AppendFile:
        if self.open_error:
            raise OSError(self.open_error, "cannot open", str(path))
        return _File(self, path)


class _File:
    def __init__(self, disk: Disk, path: Path) -> None:
        self._disk = disk
        self._file = PlainFile(path)

    def write(self, data: bytes) -> None:
        self._disk.asked.set()
        self._disk.answers.wait(30)
        room = self._disk.room
        if room is not None and len(data) > room:
            self._file.write(data[:room])
            self._disk.room = 0
            raise OSError(errno.ENOSPC, "No space left on device")
        if room is not None:
            self._disk.room = room - len(data)
        self._file.write(data)
        self._disk.writes.append(len(data))

    def sync(self) -> None:
        if self._disk.sync_error:
            raise OSError(self._disk.sync_error, "Input/output error")
        self._file.sync()
        self._disk.syncs += 1

    def close(self) -> None:
        self._file.close()


@pytest.fixture
def disk() -> Iterator[Disk]:
    made = Disk()
    yield made
    made.answers.set()


WriteLog = Callable[..., Path]


@pytest.fixture
def write_log() -> WriteLog:
    """Write a log of *count* records after the boot record and return its folder."""

    def write(directory: Path, count: int = 5, **how: object) -> Path:
        async def run() -> Path:
            log = FileLog(directory, **how)  # type: ignore[arg-type]
            for n in range(count):
                await log.append("heartbeat", {"n": n, "word": "ja é"})
            log.close()
            return log.folder

        return asyncio.run(run())

    return write

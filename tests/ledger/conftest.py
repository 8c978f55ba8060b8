"""A disk that fails on demand, and small logs to break."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guardrails.ledger.fakes import FaultyDisk
from guardrails.ledger.store import FileLog


@pytest.fixture
def disk() -> Iterator[FaultyDisk]:
    made = FaultyDisk()
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

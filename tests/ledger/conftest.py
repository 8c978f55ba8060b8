"""A disk that fails on demand, and small logs to break."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guardrails.ledger.fakes import FaultyDisk
from guardrails.ledger.store import FileLog
from guardrails.ledger.witness import Witness
from guardrails.ledger.witness_http import WitnessServer


@pytest.fixture
def disk() -> Iterator[FaultyDisk]:
    made = FaultyDisk()
    yield made
    made.answers.set()


@pytest.fixture
def server(witness: Witness) -> Iterator[WitnessServer]:
    """Serve the witness of the module on a socket."""
    with WitnessServer(("127.0.0.1", 0), witness) as made:
        thread = threading.Thread(target=made.serve_forever, args=(0.01,))
        thread.start()
        yield made
        made.shutdown()
        thread.join()


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

"""
A process that forks writers to kill, so that each of them begins to write at once.

For each line `DIRECTORY RECEIPTS SIZE MODE` on stdin it forks a writer, prints its pid, and
prints by which signal it ended. A writer adds `seq leaf` to RECEIPTS for each receipt.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from guardrails.ledger.base import DecisionLog
from guardrails.ledger.keys import LOG, SigningKey
from guardrails.ledger.notary import Signing
from guardrails.ledger.prune import prune
from guardrails.ledger.store import FileLog

KEY = SigningKey("local", LOG, bytes(range(32)))
RECORDS = 20  # in a segment
CLIENTS = 12


@contextmanager
def born(module: str) -> Iterator[subprocess.Popen[str]]:
    """Run *module*, a process that forks writers, until the block ends."""
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", module],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def opened(directory: Path, mode: str) -> FileLog:
    """Open the log as a writer does in that mode."""
    signing = Signing(KEY, records=30, pause=0.0) if "signed" in mode else None
    how = {"segment_records": RECORDS, "write_limit": 30.0}
    return FileLog(directory, signing=signing, compress="compressed" in mode, **how)  # type: ignore[arg-type]


async def client(log: DecisionLog, name: int, receipts: int, size: int) -> None:
    """Append for ever."""
    n = 0
    while True:
        receipt = await log.append("heartbeat", {"c": name, "n": n, "x": "x" * size})
        os.write(receipts, f"{receipt.seq} {receipt.leaf}\n".encode())
        n += 1


async def pruner(log: FileLog) -> None:
    """Remove all that can be removed, for ever."""
    while True:
        await prune(log, time.time_ns() // 1000)


async def write(directory: Path, receipts: Path, size: int, mode: str) -> None:
    """Write until somebody ends it."""
    number = os.open(receipts, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    log = opened(directory, mode)
    clients = 4 if "pruned" in mode else CLIENTS
    tasks = [client(log, name, number, size) for name in range(clients)]
    if "pruned" in mode:
        tasks.append(pruner(log))
    await asyncio.gather(*tasks)


def main() -> None:
    for line in sys.stdin:
        directory, receipts, size, mode = line.split()
        pid = os.fork()
        if not pid:
            asyncio.run(write(Path(directory), Path(receipts), int(size), mode))
        print(pid, flush=True)  # noqa: T201
        _, status = os.waitpid(pid, 0)
        print(os.WTERMSIG(status), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()

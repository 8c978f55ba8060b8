"""
A process that forks writers of a shared log to kill, so that each begins to write at once.

For each line `URL RECEIPTS SIZE COUNT` on stdin it forks COUNT writers and prints their pids;
once they are gone it prints how many of them a signal ended. A writer adds `seq leaf` to RECEIPTS
for each receipt.
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from guardrails.ledger.notary import Signing
from guardrails.ledger.postgres import PostgresLog
from tests.ledger.nursery import KEY, client

CLIENTS = 8


async def write(url: str, receipts: Path, size: int) -> None:
    """Write until somebody ends it."""
    number = os.open(receipts, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    log = PostgresLog(url, signing=Signing(KEY, records=30, pause=0.0), write_limit=60.0)
    await asyncio.gather(*(client(log, name, number, size) for name in range(CLIENTS)))


def main() -> None:
    for line in sys.stdin:
        url, receipts, size, count = line.split()
        pids = []
        for _ in range(int(count)):
            if not (pid := os.fork()):
                asyncio.run(write(url, Path(receipts), int(size)))
            pids.append(pid)
        print(*pids, flush=True)  # noqa: T201
        print(sum(os.WIFSIGNALED(os.waitpid(pid, 0)[1]) for pid in pids), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()

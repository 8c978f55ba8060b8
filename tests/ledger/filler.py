"""
Fills a tiny disk with a log, makes room again, goes on, and prints what came of it as JSON.

    python -m tests.ledger.filler DIRECTORY
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

from guardrails.errors import LogWriteError
from guardrails.ledger.packer import pack_all
from guardrails.ledger.store import FileLog
from guardrails.ledger.tiles import leaves
from guardrails.ledger.verify import verify

MOST = 2000  # records; far more than there is room for


async def fill(log: FileLog, told: list[tuple[int, str]]) -> str:
    """Append until it fails, and return why it did."""
    for n in range(MOST):
        try:
            receipt = await log.append("heartbeat", {"n": n, "x": "x" * 500})
        except LogWriteError as error:
            return str(error)
        told.append((receipt.seq, receipt.leaf))
    return ""


async def run(directory: Path) -> dict[str, object]:
    """Fill the disk twice."""
    ballast = directory / "ballast"
    ballast.write_bytes(b"\0" * 64 * 1024)
    log = FileLog(directory, segment_records=20)
    told: list[tuple[int, str]] = []
    why = await fill(log, told)
    again = await fill(log, told)
    ballast.unlink()
    after = await log.append("heartbeat", {"after": True})
    told.append((after.seq, after.leaf))
    await fill(log, told)
    log.close()
    try:
        packed = len(list(pack_all(log.folder)))
    except OSError as error:
        packed = -(error.errno or 0)
    found = [leaf.hex() for leaf in leaves(log.folder)]
    return {
        "why": why,
        "again": again,
        "told": len(told),
        "lost": sum(found[seq] != leaf.removeprefix("sha256:") for seq, leaf in told),
        "code": int(verify(log.folder).code),
        "problems": [str(flaw) for flaw in verify(log.folder).problems],
        "kinds": verify(log.folder).logs[0].kinds,
        "packed": packed,
        "drafts": len(list(log.folder.glob("*.draft"))),
    }


if __name__ == "__main__":
    print(json.dumps(asyncio.run(run(Path(sys.argv[1])))))  # noqa: T201

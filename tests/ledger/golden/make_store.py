"""
Makes of a golden log one that is compressed, signed, and without its oldest segments.

    python -m tests.ledger.golden.make_store 0.1.0

Written once for each version, as `make` does; only the frames that zstd writes may differ.
"""

from __future__ import annotations

import asyncio
import itertools
import shutil
import sys
from pathlib import Path

from guardrails.ledger.keys import LOG, SigningKey
from guardrails.ledger.notary import Signing
from guardrails.ledger.packer import pack_all
from guardrails.ledger.prune import prune
from guardrails.ledger.store import FileLog

from .make import NOW, counted

KEY = SigningKey("golden", LOG, bytes(range(32)))
FOLDER = Path(__file__).parent


async def write(source: Path, directory: Path) -> None:
    """Write it into *directory*."""
    shutil.copytree(source, directory)
    ticks, seconds = itertools.count(0, 1_000_000), itertools.count()
    list(pack_all(directory / "golden"))
    log = FileLog(
        directory,
        origin="golden",
        clock=lambda: (NOW + 86_400) * 10**9 + next(seconds) * 1_000_000,
        ticks=lambda: next(ticks),
        random=counted("the run that prunes"),
        segment_records=24,
        signing=Signing(KEY, records=1, pause=0.0),
    )
    await prune(log, NOW * 10**6 + 72_000, clock=lambda: NOW + 86_400.0)  # the first 72 records
    log.close()
    (log.folder / "lock").unlink()


if __name__ == "__main__":
    version = sys.argv[1]
    asyncio.run(write(FOLDER / version, FOLDER / f"store-{version}"))

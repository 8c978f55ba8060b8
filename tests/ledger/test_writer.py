from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from guardrails.ledger.base import Receipt
from guardrails.ledger.store import FileLog
from guardrails.ledger.writer import _late_notes

if TYPE_CHECKING:
    from guardrails.ledger.fakes import FaultyDisk


def test_what_came_late_is_told_in_ranges() -> None:
    assert _late_notes([5, 1, 2, 9, 3]) == [{"why": "late", "seqs": [[1, 3], [5, 5], [9, 9]]}]
    many = _late_notes(range(0, 5000, 2))
    assert [len(note["seqs"]) for note in many] == [1000, 1000, 500]


def test_a_closed_writer_can_be_closed_and_told_of_late_records(tmp_path: Path) -> None:
    log = FileLog(tmp_path)
    log.close()

    log._writer.close()
    log._writer.late([Receipt("id", 1, "sha256:", "local"), "sha256:"])

    assert (log.folder / "seg-000001.jsonl").read_bytes().count(b"\n") == 1


async def test_a_caller_that_left_before_the_time_limit_is_not_missed(
    tmp_path: Path, disk: FaultyDisk
) -> None:
    log = FileLog(tmp_path, opener=disk, write_limit=0.2)
    disk.answers.clear()
    first = asyncio.create_task(log.append("heartbeat", {"n": 1}))
    second = asyncio.create_task(log.append("heartbeat", {"n": 2}))
    await asyncio.sleep(0.02)
    second.cancel()

    done = await asyncio.gather(first, second, return_exceptions=True)
    disk.answers.set()
    await asyncio.sleep(0)
    log.close()

    assert [type(one).__name__ for one in done] == ["LogWriteError", "CancelledError"]

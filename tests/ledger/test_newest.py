"""A log is read from its end, and no further back than somebody asks for."""

from itertools import islice
from pathlib import Path

import pytest

from guardrails.errors import LogReadError
from guardrails.ledger.query import Query, newest
from guardrails.ledger.store import FileLog


async def written(folder: Path, count: int) -> Path:
    """Write *count* records, a second apart from Unix time 100 on, two in each file."""
    now = 100
    log = FileLog(folder, clock=lambda: now * 1_000_000_000, segment_records=2)
    for n in range(count - 1):
        now = 101 + n
        await log.append("heartbeat", {"n": n})
    log.close()
    return log.folder


def seqs(folder: Path, query: Query, most: int | None = None) -> list[int]:
    return [one.record["seq"] for one in islice(newest(folder, query), most) if one.record]


async def test_the_newest_record_comes_first(tmp_path: Path) -> None:
    folder = await written(tmp_path, 7)
    assert seqs(folder, Query()) == [6, 5, 4, 3, 2, 1, 0]
    assert seqs(folder, Query(kinds=frozenset({"boot"}))) == [0]
    assert seqs(folder, Query(until=103_000_000), 2) == [2, 1]


async def test_files_that_are_older_than_asked_for_are_not_read(tmp_path: Path) -> None:
    folder = await written(tmp_path, 8)
    query = Query(since=105_000_000)
    assert seqs(folder, query) == [7, 6, 5]
    first = min(folder.glob("seg-*"))
    first.unlink()
    first.mkdir()  # whoever reads it fails
    assert seqs(folder, query) == [7, 6, 5]
    with pytest.raises(LogReadError, match="cannot read"):
        seqs(folder, Query())


async def test_lines_that_are_no_records_are_left_out(tmp_path: Path) -> None:
    folder = await written(tmp_path, 3)
    with max(folder.glob("seg-*")).open("ab") as file:
        file.write(b"no record\n{")
    assert seqs(folder, Query()) == [2, 1, 0]


def test_where_there_is_no_log_that_is_told(tmp_path: Path) -> None:
    with pytest.raises(LogReadError, match="no decision log"):
        seqs(tmp_path, Query())

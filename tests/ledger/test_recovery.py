from __future__ import annotations

import asyncio
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from guardrails.ledger.chain import GENESIS, content_hash, leaf
from guardrails.ledger.disk import cut, segment_path
from guardrails.ledger.recovery import End, find_end, repair
from guardrails.ledger.store import FileLog
from guardrails.ledger.verdict import Code
from guardrails.ledger.verify import verify

if TYPE_CHECKING:
    from guardrails.ledger.fakes import FaultyDisk

    from .conftest import WriteLog


def reopen(directory: Path) -> None:
    FileLog(directory).close()


def rewrite(path: Path, data: bytes) -> None:
    path.chmod(0o640)
    path.write_bytes(data)


def test_a_log_cut_at_any_byte_loses_no_whole_record(tmp_path: Path, write_log: WriteLog) -> None:
    whole = (write_log(tmp_path / "whole", 3) / "seg-000001.jsonl").read_bytes()
    folder = tmp_path / "cut" / "local"

    for size in range(len(whole) + 1):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        path = folder / "seg-000001.jsonl"
        path.write_bytes(whole[:size])
        end = find_end(folder)
        kept = whole[:size].count(b"\n")

        note = repair(folder, end)

        torn = whole[:size].rpartition(b"\n")[2]
        assert (end.records, end.seq) == (kept, kept)
        assert path.read_bytes() == whole[: size - len(torn)]
        assert (note is not None) == bool(torn)
        if note is not None:
            assert note["cut"] == {"len": len(torn), "file": content_hash(torn)}
            assert next((folder / "files").iterdir()).read_bytes() == torn
        if size % 16 == 0:
            reopen(tmp_path / "cut")
            assert verify(tmp_path / "cut").code is Code.UNANCHORED


@pytest.mark.parametrize(
    "tail",
    [
        pytest.param(b"\x00" * 5000, id="zeros"),
        pytest.param(b"\x00" * 4096 + b"\n" + b"\x00" * 10, id="zeros around a line end"),
        pytest.param(b'{"half":', id="half a record"),
        pytest.param(b'{"half":\n{"other":"half"}\n', id="lines that are no records"),
        pytest.param(b"x" * 200_000, id="more than a record may hold"),
    ],
)
def test_whatever_a_crash_leaves_behind_is_moved_out(
    tmp_path: Path, write_log: WriteLog, tail: bytes
) -> None:
    folder = write_log(tmp_path, 3)
    with (folder / "seg-000001.jsonl").open("ab") as file:
        file.write(tail)
    assert verify(tmp_path).code is Code.PROBLEM  # reported ...
    before = (folder / "seg-000001.jsonl").read_bytes()
    assert verify(tmp_path).code is Code.PROBLEM
    assert (folder / "seg-000001.jsonl").read_bytes() == before  # ... and never repaired

    reopen(tmp_path)

    boot, recovery = map(json.loads, (folder / "seg-000001.jsonl").read_bytes().splitlines()[-2:])
    assert (boot["kind"], recovery["kind"]) == ("boot", "recovery")
    assert (recovery["why"], recovery["cut"]["len"]) == ("torn-tail", len(tail))
    assert next((folder / "files").iterdir()).read_bytes() == tail
    verdict = verify(tmp_path)
    assert verdict.code is Code.UNANCHORED
    assert "moved out" in str(verdict.logs[0].notes[0])


def test_a_torn_tail_in_a_sealed_segment_is_moved_out_too(
    tmp_path: Path, write_log: WriteLog
) -> None:
    folder = write_log(tmp_path, 3)
    path = folder / "seg-000001.jsonl"
    with path.open("ab") as file:
        file.write(b"torn")
    path.chmod(0o440)

    reopen(tmp_path)

    assert verify(tmp_path).code is Code.UNANCHORED


def test_a_crash_right_after_a_new_segment_was_begun_is_no_harm(
    tmp_path: Path, write_log: WriteLog
) -> None:
    folder = write_log(tmp_path, 3)
    segment_path(folder, 2).touch()
    last = (folder / "seg-000001.jsonl").read_bytes().splitlines()[-1]

    end = find_end(folder)

    assert end == End(segment=2, seq=4, prev=leaf(last))
    reopen(tmp_path)
    assert verify(tmp_path).code is Code.UNANCHORED


def test_opening_a_log_does_not_hide_that_it_was_tampered_with(
    tmp_path: Path, write_log: WriteLog
) -> None:
    folder = write_log(tmp_path, 4)
    path = folder / "seg-000001.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    changes = {
        "edited in canonical form": [lines[0], lines[1].replace(b'"n":0', b'"n":7'), *lines[2:]],
        "spoilt": [lines[0], b"?" + lines[1], *lines[2:]],
        "dropped": [lines[0], *lines[2:]],
        "swapped": [*lines[:3], lines[4], lines[3]],
        "last but one edited": [*lines[:3], lines[3].replace(b'"n":2', b'"n":7'), lines[4]],
    }
    for what, changed in changes.items():
        rewrite(path, b"".join(changed))
        shutil.rmtree(folder / "files", ignore_errors=True)

        reopen(tmp_path)

        assert path.read_bytes().startswith(b"".join(changed)), what
        assert verify(tmp_path).code is Code.PROBLEM, what
        assert "lines out of place" in str(verify(tmp_path).logs[0].notes), what


def test_an_empty_folder_is_where_a_log_begins(tmp_path: Path) -> None:
    assert find_end(tmp_path) == End(prev=GENESIS)
    assert repair(tmp_path, End()) is None


def test_a_disk_without_room_for_the_torn_bytes_keeps_their_hash(
    tmp_path: Path, disk: FaultyDisk, write_log: WriteLog
) -> None:
    folder = write_log(tmp_path, 1)
    with (folder / "seg-000001.jsonl").open("ab") as file:
        file.write(b"torn")
    disk.room = 0

    note = repair(folder, find_end(folder), disk)

    assert note is not None
    assert note["cut"] == {"len": 4, "hash": content_hash(b"torn")}
    assert (folder / "seg-000001.jsonl").read_bytes().endswith(b"}\n")


def test_a_cut_shortens_a_sealed_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"0123456789")
    path.chmod(0o440)

    cut(path, 4)

    assert path.read_bytes() == b"0123"


def test_many_crashes_in_a_row_leave_a_sound_log(tmp_path: Path) -> None:
    async def run(seed: int) -> None:
        log = FileLog(tmp_path)
        await log.append("heartbeat", {"seed": seed})
        log.close()
        with (log.folder / "seg-000001.jsonl").open("ab") as file:
            file.write(b"\x00" * seed)

    for seed in range(8):
        asyncio.run(run(seed))
    reopen(tmp_path)

    verdict = verify(tmp_path)
    assert verdict.code is Code.UNANCHORED
    assert verdict.logs[0].kinds == {"boot": 9, "heartbeat": 8, "recovery": 7}

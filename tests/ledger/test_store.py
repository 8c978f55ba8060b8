from __future__ import annotations

import asyncio
import errno
import gc
import json
import os
import shutil
import stat
import subprocess
import sys
import threading
import weakref
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from guardrails.errors import LogLockedError, LogReadError, LogWriteError, RecordError
from guardrails.ledger.base import DecisionLog, Receipt
from guardrails.ledger.chain import content_hash, leaf
from guardrails.ledger.store import FileLog
from guardrails.ledger.verdict import Code
from guardrails.ledger.verify import verify

if TYPE_CHECKING:
    from guardrails.ledger.fakes import FaultyDisk

    from .conftest import WriteLog


def lines(folder: Path) -> list[bytes]:
    return b"".join(p.read_bytes() for p in sorted(folder.glob("seg-*"))).splitlines()


def records(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines(folder)]


def recoveries(folder: Path) -> list[dict[str, Any]]:
    return [record for record in records(folder) if record["kind"] == "recovery"]


async def until(held: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not held():  # noqa: ASYNC110 - what is waited for happens on another thread
            await asyncio.sleep(0.005)


async def outcomes(*calls: Awaitable[Receipt]) -> list[str]:
    results = await asyncio.gather(*calls, return_exceptions=True)
    return [type(one).__name__ for one in results]


async def test_a_receipt_proves_the_record_that_was_written(tmp_path: Path) -> None:
    log: DecisionLog = FileLog(tmp_path, origin="acme.example/guard/web-3")

    receipt = await log.append("heartbeat", {"n": 1})
    log.close()

    folder = tmp_path / "acme.example" / "guard" / "web-3"
    boot, line = lines(folder)
    assert json.loads(boot)["kind"] == "boot"
    assert receipt.leaf == f"sha256:{leaf(line)}"
    assert (receipt.seq, receipt.id) == (1, json.loads(line)["id"])
    assert (receipt.origin, log.origin) == ("acme.example/guard/web-3",) * 2
    assert verify(tmp_path, head=receipt.leaf).code is Code.SOUND


async def test_the_boot_record_says_which_code_writes(tmp_path: Path) -> None:
    log = FileLog(tmp_path)
    log.close()

    boot = records(log.folder)[0]

    assert boot["origin"] == "local"
    assert boot["python"] == ".".join(map(str, sys.version_info[:3]))
    assert boot["pkg"]


async def test_records_stand_in_the_order_of_the_calls(tmp_path: Path, disk: FaultyDisk) -> None:
    log = FileLog(tmp_path, opener=disk)
    at_start = disk.syncs

    async def client(name: int) -> list[int]:
        return [(await log.append("heartbeat", {"c": name, "n": n})).seq for n in range(20)]

    places = await asyncio.gather(*map(client, range(50)))
    log.close()

    found = records(log.folder)
    for name, seqs in enumerate(places):
        assert seqs == sorted(seqs)
        assert [found[seq]["n"] for seq in seqs] == list(range(20))
        assert {found[seq]["c"] for seq in seqs} == {name}
    assert len(found) == 1001
    assert disk.syncs - at_start < 500  # the waits for the disk were shared
    assert verify(tmp_path).code is Code.UNANCHORED


def test_two_event_loops_may_share_one_log(tmp_path: Path) -> None:
    log = FileLog(tmp_path)
    start = threading.Barrier(3)
    receipts: list[Receipt] = []

    def thread(name: int) -> None:
        async def run() -> list[Receipt]:
            start.wait()
            calls = [log.append("heartbeat", {"t": name, "n": n}) for n in range(100)]
            return await asyncio.gather(*calls)

        for _ in range(2):  # the second time on a fresh loop in the same thread
            receipts.extend(asyncio.run(run()))

    threads = [threading.Thread(target=thread, args=(name,)) for name in range(3)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    log.close()

    found = records(log.folder)
    assert sorted(receipt.seq for receipt in receipts) == list(range(1, 601))
    for name in range(3):
        assert [r["n"] for r in found if r.get("t") == name] == [*range(100)] * 2
    assert verify(tmp_path).code is Code.UNANCHORED


async def test_a_log_goes_on_where_it_ended(tmp_path: Path, write_log: WriteLog) -> None:
    await asyncio.to_thread(write_log, tmp_path, 3)
    folder = await asyncio.to_thread(write_log, tmp_path, 2)

    assert [r["kind"] for r in records(folder)] == (
        ["boot", *["heartbeat"] * 3, "boot", "heartbeat", "heartbeat"]
    )
    assert len({record["boot"] for record in records(folder)}) == 2
    assert len(list(folder.glob("seg-*"))) == 1
    assert verify(tmp_path).code is Code.UNANCHORED


async def test_a_full_segment_is_sealed_and_the_next_one_begun(tmp_path: Path) -> None:
    log = FileLog(tmp_path, segment_records=4)
    await asyncio.gather(*(log.append("heartbeat", {"n": n}) for n in range(9)))
    log.close()

    paths = sorted(log.folder.glob("seg-*"))
    assert [path.name for path in paths] == [f"seg-00000{n}.jsonl" for n in (1, 2, 3)]
    assert [len(path.read_bytes().splitlines()) for path in paths] == [4, 4, 2]
    modes = [stat.S_IMODE(path.stat().st_mode) for path in paths]
    assert modes[:2] == [0o440, 0o440]
    assert modes[2] & 0o200
    assert verify(tmp_path).code is Code.UNANCHORED


async def test_a_segment_that_is_old_enough_is_sealed_with_the_next_record(
    tmp_path: Path,
) -> None:
    now = [1_795_384_134_000_000_000]
    for _ in range(2):  # its age counts over runs
        log = FileLog(tmp_path, segment_seconds=60, clock=lambda: now[0])
        for _ in range(4):
            await log.append("heartbeat", {})
            now[0] += 25_000_000_000
        log.close()

    counts = [path.read_bytes().count(b"\n") for path in sorted(log.folder.glob("seg-*"))]
    assert counts == [4, 4, 2]
    assert verify(tmp_path).code is Code.UNANCHORED


async def test_a_clock_that_goes_back_begins_no_segment(tmp_path: Path) -> None:
    now = [1_795_384_134_000_000_000]
    log = FileLog(tmp_path, segment_seconds=60, clock=lambda: now[0])
    for _ in range(4):
        await log.append("heartbeat", {})
        now[0] -= 10**12
    log.close()
    assert len(list(log.folder.glob("seg-*"))) == 1


async def test_a_segment_does_not_outgrow_its_size(tmp_path: Path) -> None:
    log = FileLog(tmp_path, segment_bytes=2000)
    await asyncio.gather(*(log.append("heartbeat", {"x": "x" * 400}) for _ in range(12)))
    log.close()

    sizes = [path.stat().st_size for path in log.folder.glob("seg-*")]
    assert len(sizes) > 3
    assert max(sizes) <= 2000
    assert verify(tmp_path).code is Code.UNANCHORED


async def test_a_record_longer_than_a_segment_gets_one_of_its_own(tmp_path: Path) -> None:
    log = FileLog(tmp_path, segment_bytes=10)
    for _ in range(3):
        await log.append("heartbeat", {})
    log.close()

    assert len(list(log.folder.glob("seg-*"))) == 4
    assert verify(tmp_path).code is Code.UNANCHORED


async def test_a_run_that_starts_after_a_sealed_segment_begins_a_new_one(
    tmp_path: Path, write_log: WriteLog
) -> None:
    folder = await asyncio.to_thread(write_log, tmp_path, 3)
    (folder / "seg-000001.jsonl").chmod(0o440)

    await asyncio.to_thread(write_log, tmp_path, 1)

    assert len(list(folder.glob("seg-*"))) == 2
    assert verify(tmp_path).code is Code.UNANCHORED


async def test_a_log_is_written_by_one_writer_only(tmp_path: Path) -> None:
    log = FileLog(tmp_path, origin="web-1")

    with pytest.raises(LogLockedError, match=r"web-1.*origin="):
        FileLog(tmp_path, origin="web-1")

    FileLog(tmp_path, origin="web-2").close()
    log.close()
    FileLog(tmp_path, origin="web-1").close()


@pytest.mark.parametrize(
    "origin",
    ["", "/", "a/", "/a", "a//b", "..", "a/../b", ".", ".a", "a b", "a\\b", "é", "a\n", "files"],
)
def test_an_origin_that_is_no_safe_name_is_refused(tmp_path: Path, origin: str) -> None:
    with pytest.raises(ValueError, match="origin"):
        FileLog(tmp_path, origin=origin)

    assert list(tmp_path.iterdir()) == []


async def test_a_body_that_is_no_record_fails_its_caller_alone(tmp_path: Path) -> None:
    log = FileLog(tmp_path)

    kinds = await outcomes(
        log.append("heartbeat", {"n": 1}),
        log.append("heartbeat", {"score": 0.5}),
        log.append("heartbeat", {"n": 2}),
    )
    log.close()

    assert kinds == ["Receipt", RecordError.__name__, "Receipt"]
    assert verify(tmp_path).logs[0].records == 3


async def test_a_folder_that_cannot_be_made_is_a_write_error(tmp_path: Path) -> None:
    (tmp_path / "local").write_text("a file stands in the way")

    with pytest.raises(LogWriteError, match="cannot be written"):
        FileLog(tmp_path)


async def test_a_file_that_cannot_be_opened_is_a_write_error(
    tmp_path: Path, disk: FaultyDisk
) -> None:
    disk.open_error = errno.EMFILE
    with pytest.raises(LogWriteError, match="cannot open"):
        FileLog(tmp_path, opener=disk)

    disk.open_error, disk.room = 0, 10
    with pytest.raises(LogWriteError, match="No space left"):
        FileLog(tmp_path, opener=disk)

    disk.room = None
    FileLog(tmp_path, opener=disk).close()  # nobody holds the lock
    assert verify(tmp_path).code is Code.UNANCHORED


async def test_a_log_that_cannot_be_gone_on_with_says_what_to_do(
    tmp_path: Path, write_log: WriteLog
) -> None:
    folder = await asyncio.to_thread(write_log, tmp_path, 3, segment_records=2)
    (folder / "seg-000001.jsonl").chmod(0o640)
    (folder / "seg-000001.jsonl").write_bytes(b"not a record\n")
    (folder / "seg-000002.jsonl").unlink()
    (folder / "seg-000003.jsonl").write_bytes(b"")

    with pytest.raises(LogReadError, match="origin="):
        FileLog(tmp_path)
    (folder / "seg-000001.jsonl").write_bytes(b"no end")
    with pytest.raises(LogReadError, match="origin="):
        FileLog(tmp_path)


async def test_after_a_full_disk_the_log_goes_on_in_a_new_segment(
    tmp_path: Path, disk: FaultyDisk
) -> None:
    log = FileLog(tmp_path, opener=disk)
    await log.append("heartbeat", {"n": 1})
    disk.room = 100

    with pytest.raises(LogWriteError, match="No space left") as caught:
        await log.append("heartbeat", {"n": 2})
    with pytest.raises(LogWriteError):
        await log.append("heartbeat", {"n": 3})
    disk.room = None
    receipt = await log.append("heartbeat", {"n": 4})
    log.close()

    assert isinstance(caught.value.__cause__, OSError)
    assert [record.get("n") for record in records(log.folder)] == [None, 1, None, None, 4]
    failed, lost = recoveries(log.folder)
    assert (failed["why"], failed["error"], failed["segment"]) == ("write-failed", "ENOSPC", 1)
    assert failed["cut"]["len"] == 100
    assert failed["cut"]["hash"].startswith("sha256:")  # no room for the bytes themselves
    assert (lost["why"], lost["records"]) == ("lost", 2)
    assert verify(tmp_path, head=receipt.leaf).code is Code.SOUND
    FileLog(tmp_path).close()
    assert verify(tmp_path).code is Code.UNANCHORED


async def test_a_disk_that_stays_full_is_told_of_once(tmp_path: Path, disk: FaultyDisk) -> None:
    log = FileLog(tmp_path, opener=disk)
    disk.room = 10
    for _ in range(30):
        with pytest.raises(LogWriteError):
            await log.append("heartbeat", {})
    disk.room = None
    await log.append("heartbeat", {})
    log.close()

    assert [(one["why"], one.get("records")) for one in recoveries(log.folder)] == [
        ("write-failed", None),
        ("lost", 30),
    ]
    assert len(list(log.folder.glob("seg-*"))) == 2
    assert verify(tmp_path).code is Code.UNANCHORED


async def test_after_a_failed_wait_for_the_disk_its_file_is_never_written_again(
    tmp_path: Path, disk: FaultyDisk
) -> None:
    log = FileLog(tmp_path, opener=disk)
    first = await log.append("heartbeat", {"n": 1})
    disk.sync_error = errno.EIO

    with pytest.raises(LogWriteError, match="Input/output error"):
        await log.append("heartbeat", {"n": 2})
    disk.sync_error = 0
    await log.append("heartbeat", {"n": 3})
    log.close()

    old = log.folder / "seg-000001.jsonl"
    assert leaf(old.read_bytes().splitlines()[-1]) == first.leaf.removeprefix("sha256:")
    assert stat.S_IMODE(old.stat().st_mode) == 0o440
    cut = recoveries(log.folder)[0]["cut"]
    kept = log.folder / "files" / cut["file"].removeprefix("sha256:")
    assert json.loads(kept.read_bytes())["n"] == 2
    assert len(kept.read_bytes()) == cut["len"]
    assert verify(tmp_path).code is Code.UNANCHORED


async def test_a_segment_that_cannot_be_opened_after_a_failure_is_tried_again(
    tmp_path: Path, disk: FaultyDisk
) -> None:
    log = FileLog(tmp_path, opener=disk)
    disk.sync_error, disk.open_error = errno.EIO, errno.EROFS
    for _ in range(3):
        with pytest.raises(LogWriteError):
            await log.append("heartbeat", {})
    disk.sync_error = disk.open_error = 0

    await log.append("heartbeat", {})
    log.close()

    assert (
        recoveries(log.folder)[-1] | {"why": "lost", "records": 3} == (recoveries(log.folder)[-1])
    )
    assert verify(tmp_path).code is Code.UNANCHORED


async def test_acknowledged_records_that_vanish_under_the_writer_are_owned_up_to(
    tmp_path: Path, disk: FaultyDisk
) -> None:
    log = FileLog(tmp_path, opener=disk)
    await log.append("heartbeat", {"n": 1})
    path = log.folder / "seg-000001.jsonl"
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])
    disk.sync_error = errno.EIO
    with pytest.raises(LogWriteError):
        await log.append("heartbeat", {"n": 2})
    disk.sync_error = 0
    await log.append("heartbeat", {"n": 3})
    log.close()

    first = json.loads((log.folder / "seg-000002.jsonl").read_bytes().splitlines()[0])
    assert (first["why"], first["strange"]) == ("write-failed", 1)
    assert verify(tmp_path).code is Code.PROBLEM


@pytest.mark.parametrize("how", ["removed", "folder renamed", "segment renamed", "cut"])
async def test_no_record_counts_as_durable_in_a_log_that_somebody_else_took_away(
    tmp_path: Path, how: str
) -> None:
    log = FileLog(tmp_path)
    await log.append("heartbeat", {"n": 1})
    path = log.folder / "seg-000001.jsonl"
    if how == "removed":
        shutil.rmtree(log.folder)
    elif how == "folder renamed":
        log.folder.rename(tmp_path / "elsewhere")
    elif how == "segment renamed":
        path.rename(log.folder / "elsewhere")
    else:
        os.truncate(path, 100)

    with pytest.raises(LogWriteError, match="seg-000001"):
        await log.append("heartbeat", {"n": 2})
    third = await log.append("heartbeat", {"n": 3})

    with pytest.raises(LogLockedError):
        FileLog(tmp_path)
    log.close()
    note = json.loads((log.folder / "seg-000002.jsonl").read_bytes().splitlines()[0])
    assert (note["why"], note["error"], note["strange"]) == ("write-failed", "ESTALE", 1)
    assert leaf(lines(log.folder)[-1]) == third.leaf.removeprefix("sha256:")
    assert verify(log.folder).code is Code.PROBLEM
    if how == "cut":  # the segment before ends in no record
        with pytest.raises(LogReadError, match="begin another"):
            FileLog(tmp_path)
    else:  # it can be gone on with, and stays what it is
        FileLog(tmp_path).close()
    assert verify(log.folder).code is Code.PROBLEM


async def test_a_log_that_another_writer_took_over_stays_closed_to_this_one(
    tmp_path: Path,
) -> None:
    log = FileLog(tmp_path)
    log.folder.rename(tmp_path / "elsewhere")
    other = FileLog(tmp_path)

    for _ in range(3):
        with pytest.raises(LogWriteError):
            await log.append("heartbeat", {})
    await other.append("heartbeat", {})

    log.close()
    other.close()
    assert verify(other.folder).code is Code.UNANCHORED


async def test_a_disk_that_hangs_fails_its_callers_in_time(
    tmp_path: Path, disk: FaultyDisk
) -> None:
    log = FileLog(tmp_path, opener=disk, write_limit=0.3)
    disk.answers.clear()
    disk.asked.clear()

    stuck = asyncio.create_task(outcomes(log.append("heartbeat", {"n": 1})))
    await until(disk.asked.is_set)
    queued = outcomes(log.append("heartbeat", {"n": 2}), log.append("heartbeat", {"n": 3}))
    assert await queued == ["LogWriteError"] * 2
    assert await stuck == ["LogWriteError"]
    await asyncio.sleep(0.2)
    with pytest.raises(LogWriteError, match="has not answered"):  # at once, by now
        await log.append("heartbeat", {"n": 4})
    with pytest.raises(LogWriteError, match="has not answered"):
        await log.attach(b"text")
    disk.answers.set()
    await until(lambda: len(recoveries(log.folder)) == 2)
    log.close()

    assert [record.get("n") for record in records(log.folder)] == [None, 1, None, None]
    late, lost = sorted(recoveries(log.folder), key=lambda one: one["why"])
    assert (late["why"], late["seqs"]) == ("late", [[1, 1]])
    assert (lost["why"], lost["records"]) == ("lost", 3)
    assert verify(tmp_path).code is Code.UNANCHORED


async def test_an_attachment_that_its_caller_gave_up_on_is_not_stored(
    tmp_path: Path, disk: FaultyDisk
) -> None:
    log = FileLog(tmp_path, opener=disk, write_limit=0.3)
    disk.answers.clear()
    disk.asked.clear()
    stuck = asyncio.create_task(outcomes(log.append("heartbeat", {})))
    await until(disk.asked.is_set)

    with pytest.raises(LogWriteError, match="within"):
        await log.attach(b"text")
    await stuck
    disk.answers.set()
    log.close()

    assert not (log.folder / "files").exists()


async def test_a_caller_that_is_cancelled_loses_no_record(tmp_path: Path, disk: FaultyDisk) -> None:
    log = FileLog(tmp_path, opener=disk)
    disk.answers.clear()
    disk.asked.clear()
    task = asyncio.create_task(log.append("heartbeat", {"n": 1}))
    await until(disk.asked.is_set)

    task.cancel()
    disk.answers.set()
    await log.append("heartbeat", {"n": 2})
    log.close()

    assert task.cancelled()
    assert [record.get("n") for record in records(log.folder)] == [None, 1, 2]


def test_a_loop_that_ended_with_its_callers_waiting_does_not_stop_the_log(
    tmp_path: Path, disk: FaultyDisk
) -> None:
    log = FileLog(tmp_path, opener=disk)
    disk.answers.clear()
    disk.asked.clear()

    async def leave() -> None:
        task = asyncio.create_task(log.append("heartbeat", {"n": 1}))
        await until(disk.asked.is_set)
        task.cancel()

    asyncio.run(leave())
    disk.answers.set()
    asyncio.run(log.append("heartbeat", {"n": 2}))
    log.close()

    assert [record.get("n") for record in records(log.folder)] == [None, 1, 2]


async def test_an_attached_text_lies_beside_the_records(tmp_path: Path, disk: FaultyDisk) -> None:
    log = FileLog(tmp_path, opener=disk)
    data = b"policy " * 10_000

    names = [await log.attach(data), await log.attach(data), await log.attach(b"")]
    await log.append("retain", {"file": names[0]})
    log.close()

    assert names == [content_hash(data)] * 2 + [content_hash(b"")]
    path = log.folder / "files" / names[0].removeprefix("sha256:")
    assert path.read_bytes() == data
    assert len(disk.writes) == 4  # boot, two files, one record: the second time was for nothing
    assert verify(tmp_path).code is Code.UNANCHORED


async def test_an_attached_text_that_was_spoilt_is_stored_anew(tmp_path: Path) -> None:
    log = FileLog(tmp_path)
    name = await log.attach(b"text")
    path = log.folder / "files" / name.removeprefix("sha256:")
    path.chmod(0o640)
    path.write_bytes(b"spoilt")

    await log.attach(b"text")
    log.close()

    assert path.read_bytes() == b"text"


async def test_an_attached_text_on_a_full_disk_is_a_write_error(
    tmp_path: Path, disk: FaultyDisk
) -> None:
    log = FileLog(tmp_path, opener=disk)
    disk.room = 2

    with pytest.raises(LogWriteError, match="No space left"):
        await log.attach(b"text")
    disk.room = None
    await asyncio.gather(
        log.append("heartbeat", {}), log.attach(b"text"), log.append("heartbeat", {})
    )
    log.close()

    assert [path.read_bytes() for path in (log.folder / "files").iterdir()] == [b"text"]
    assert verify(tmp_path).logs[0].records == 3


async def test_a_closed_log_takes_nothing_and_can_be_closed_again(tmp_path: Path) -> None:
    log = FileLog(tmp_path)
    waiting = [asyncio.ensure_future(log.append("heartbeat", {"n": n})) for n in range(5)]
    await asyncio.sleep(0)

    log.close()
    log.close()

    assert await outcomes(*waiting) == ["Receipt"] * 5  # what waited was written
    with pytest.raises(LogWriteError, match="closed"):
        await log.append("heartbeat", {})


async def test_a_clock_that_breaks_down_breaks_the_record_and_not_the_log(tmp_path: Path) -> None:
    now = [1_000_000_000]
    log = FileLog(tmp_path, clock=lambda: now[0])
    now[0] = -1
    with pytest.raises(LogWriteError, match="1970"):
        await log.append("heartbeat", {})
    now[0] = 2_000_000_000
    await log.append("heartbeat", {})
    log.close()

    assert verify(tmp_path).code is Code.UNANCHORED


async def test_a_log_that_nobody_holds_lets_go_of_its_files(tmp_path: Path) -> None:
    log = FileLog(tmp_path)
    await log.append("heartbeat", {})
    gone = weakref.ref(log)

    del log
    gc.collect()

    assert gone() is None
    FileLog(tmp_path).close()  # the lock is free again


PROGRAM = """
import asyncio, sys
from guardrails.ledger.store import FileLog

log = FileLog(sys.argv[1])

async def main():
    task = asyncio.ensure_future(log.append("heartbeat", {"n": 1}))
    await asyncio.sleep(0)

asyncio.run(main())
"""


def test_a_program_that_never_closes_its_log_ends_and_loses_nothing(tmp_path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", PROGRAM, tmp_path], timeout=30, check=False)  # noqa: S603

    assert ended.returncode == 0
    assert [record.get("n") for record in records(tmp_path / "local")] == [None, 1]
    assert verify(tmp_path).code is Code.UNANCHORED


async def test_a_log_whose_folder_is_taken_away_is_no_log_any_more(tmp_path: Path) -> None:
    log = FileLog(tmp_path / "log")
    await log.append("heartbeat", {})
    shutil.rmtree(tmp_path / "log")

    with pytest.raises(LogWriteError):
        await log.append("heartbeat", {})
    log.close()

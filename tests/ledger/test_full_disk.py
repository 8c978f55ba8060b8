"""Disks that are full or fail, and power that is cut: real ones, and the one that we ship."""

from __future__ import annotations

import asyncio
import errno
import json
import random
import resource
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from guardrails.errors import LogError, LogWriteError
from guardrails.ledger.base import Receipt
from guardrails.ledger.fakes import FaultyDisk
from guardrails.ledger.store import FileLog
from guardrails.ledger.tiles import leaves
from guardrails.ledger.verdict import Code
from guardrails.ledger.verify import verify

from .auditor import SECOND, judge

ROOT = Path(__file__).parents[2]
MOUNT = ("unshare", "-rm", "sh", "-c")


def can_mount(size: str = "64k") -> bool:
    """Return whether this machine lets us have a disk of our own."""
    if shutil.which("unshare") is None:
        return False
    command = [*MOUNT, f"mount -t tmpfs -o size={size} none /mnt"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0  # noqa: S603


def holds(folder: Path, told: Sequence[Receipt]) -> bool:
    """Return whether every acknowledged record is there, in its place."""
    found = [f"sha256:{leaf.hex()}" for leaf in leaves(folder)]
    return all(found[one.seq] == one.leaf for one in told)


@pytest.mark.parametrize("kind", ["tmpfs"] if can_mount() else [])
def test_a_log_on_a_disk_that_is_really_full_loses_nothing_and_goes_on(
    tmp_path: Path, kind: str
) -> None:
    mount = f"mount -t {kind} -o size=256k none {tmp_path}"
    script = f"{mount} && exec {sys.executable} -m tests.ledger.filler {tmp_path}"
    run = subprocess.run(  # noqa: S603 - ours
        [*MOUNT, script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    came = json.loads(run.stdout)
    assert "No space left on device" in came["why"]
    assert "No space left on device" in came["again"]
    assert came["told"] > 100
    assert came["lost"] == 0
    assert (came["code"], came["problems"]) == (int(Code.UNANCHORED), [])
    assert came["kinds"]["recovery"] >= 1
    assert came["packed"] == -errno.ENOSPC  # a segment that finds no room stays as it was
    assert came["drafts"] == 0


async def test_a_file_that_may_not_grow_is_given_up_and_nothing_in_it_was_promised(
    tmp_path: Path,
) -> None:
    log = FileLog(tmp_path)
    told = []
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (6_000, limits[1]))
    try:
        with pytest.raises(LogWriteError, match="File too large"):
            for _ in range(100):
                told.append(await log.append("heartbeat", {"x": "x" * 700}))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    told.append(await log.append("heartbeat", {"n": 1}))
    log.close()

    assert len(told) > 3
    assert holds(log.folder, told)
    assert (log.folder / "seg-000001.jsonl").stat().st_size < 6_000
    assert judge(tmp_path, head=[told[-1].leaf]).code is Code.SOUND


async def test_what_was_acknowledged_survives_a_cut_of_the_power_and_what_was_not_may_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(3)
    disk = FaultyDisk()
    told: list[Receipt] = []
    cut = torn = 0
    for _ in range(40):
        log = FileLog(tmp_path, opener=disk, segment_records=30)
        calls = [log.append("heartbeat", {"x": "x" * chance.randrange(900)}) for _ in range(20)]
        tasks = [asyncio.ensure_future(call) for call in calls]
        for _ in range(chance.randrange(12)):
            await asyncio.sleep(0)
        disk.cut_power(chance.randrange(3))
        results = await asyncio.gather(*tasks, return_exceptions=True)
        told += [one for one in results if isinstance(one, Receipt)]
        cut += sum(isinstance(one, LogError) for one in results)
        log.close()
        disk.lose(lambda unsure: chance.randint(0, unsure))
        torn += verify(tmp_path).code is Code.PROBLEM
        FileLog(tmp_path).close()
        assert holds(log.folder, told)
        verdict = judge(tmp_path)
        assert verdict.code is Code.UNANCHORED, verdict.problems
    with capsys.disabled():
        print(f"\npower cut 40 times: {len(told)} acknowledged, {cut} not, {torn} torn tails")  # noqa: T201
    assert told
    assert cut
    assert torn


async def test_a_write_that_hangs_is_given_up_and_the_disk_s_late_answer_is_owned_up_to(
    tmp_path: Path, disk: FaultyDisk
) -> None:
    log = FileLog(tmp_path, opener=disk, write_limit=0.2)
    disk.answers.clear()

    with pytest.raises(LogWriteError, match="no record within"):
        await log.append("heartbeat", {"n": 1})

    disk.answers.set()
    async with asyncio.timeout(20):
        while verify(tmp_path).logs[0].kinds.get("recovery") != 1:  # noqa: ASYNC110 - a thread
            await asyncio.sleep(0.01)
    log.close()
    assert judge(tmp_path).code is Code.UNANCHORED


async def test_a_log_whose_disk_fails_at_every_wait_promises_nothing_at_all(
    tmp_path: Path, disk: FaultyDisk
) -> None:
    log = FileLog(tmp_path, opener=disk)
    disk.sync_error = errno.EIO
    results = await asyncio.gather(
        *(log.append("heartbeat", {"n": n}) for n in range(50)), return_exceptions=True
    )
    disk.sync_error = 0
    last = await log.append("heartbeat", {"n": 99})
    log.close()

    assert {type(one) for one in results} == {LogWriteError}
    assert judge(tmp_path, head=[last.leaf]).code is Code.SOUND
    assert SECOND.verify(tmp_path, [], [], [last.leaf]) == 0


def test_a_disk_without_power_opens_nothing(tmp_path: Path) -> None:
    disk = FaultyDisk()
    disk.cut_power()
    with pytest.raises(OSError, match="power"):
        disk(tmp_path / "file")

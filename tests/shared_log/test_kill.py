"""Writers of one log that are killed in the middle of their work."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest

from guardrails.ledger.chain import leaf, named
from guardrails.ledger.verdict import Code
from tests.ledger.nursery import born

from .conftest import KEY, Database

ROUNDS = 20
WRITERS = 3
LEAST = 50  # writers that are caught while writing
SIZES = (20_000, 300)


@pytest.fixture
def nursery() -> Iterator[subprocess.Popen[str]]:
    with born("tests.shared_log.child") as process:
        yield process


def killed(nursery: subprocess.Popen[str], order: str, receipts: Path, seconds: float) -> int:
    """Have writers write, kill them so long after the first receipts; return how many that was."""
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    nursery.stdin.write(f"{order}\n")
    nursery.stdin.flush()
    pids = nursery.stdout.readline().split()
    until = time.monotonic() + 30
    while time.monotonic() < until and (not receipts.exists() or receipts.stat().st_size < 5_000):
        time.sleep(0.001)
    time.sleep(seconds)
    for pid in pids:
        os.kill(int(pid), signal.SIGKILL)
    return int(nursery.stdout.readline())


def test_no_acknowledged_record_is_lost_when_writers_of_one_log_are_killed(
    database: Database,
    tmp_path: Path,
    nursery: subprocess.Popen[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    chance = random.Random(7)
    met: Counter[str] = Counter()
    for number in range(ROUNDS):
        receipts = tmp_path / f"{number}.receipts"
        order = f"{database.url()} {receipts} {SIZES[number % len(SIZES)]} {WRITERS}"
        met["killed while writing"] += killed(nursery, order, receipts, chance.uniform(0.0, 0.05))
        told = [line.split() for line in receipts.read_text().splitlines(keepends=True)]
        told = [pair for pair in told if len(pair) == 2]
        database.log().close()  # has to be able to go on

        lines = database.lines()
        for seq, head in told:
            assert named(leaf(lines[int(seq)])) == head, f"lost {seq}"
        assert [orjson.loads(line)["seq"] for line in lines] == list(range(len(lines)))
        met["acknowledged records"] += len(told)
    met["others"] = len(lines) - met["acknowledged records"]
    verdict = database.judged(tmp_path / "copy", KEY)
    assert verdict.code is Code.SOUND, verdict.logs[0].problems
    with capsys.disabled():
        print(f"\nkill -9, {ROUNDS} rounds:", *(f"{n:,} {what}," for what, n in met.items()))  # noqa: T201
    assert met["killed while writing"] >= LEAST

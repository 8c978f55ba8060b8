"""Writers that are killed in the middle of their work."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from guardrails.ledger.disk import doubles, segments
from guardrails.ledger.recovery import find_end
from guardrails.ledger.tiles import leaves
from guardrails.ledger.verdict import Code

from .auditor import judge
from .nursery import born, opened

ROUNDS = 64
LEAST = 50
MODES = ("plain", "signed", "compressed", "signed-compressed-pruned")
SIZES = (30_000, 300)  # a long write can be killed half way


@pytest.fixture
def nursery() -> Iterator[subprocess.Popen[str]]:
    with born("tests.ledger.nursery") as process:
        yield process


def killed(nursery: subprocess.Popen[str], order: str, receipts: Path, seconds: float) -> bool:
    """Have a writer write, kill it so long after its first receipt; return if that killed it."""
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    nursery.stdin.write(f"{order}\n")
    nursery.stdin.flush()
    pid = int(nursery.stdout.readline())
    before = receipts.stat().st_size if receipts.exists() else 0
    until = time.monotonic() + 20
    while time.monotonic() < until and (not receipts.exists() or receipts.stat().st_size == before):
        time.sleep(0.001)
    time.sleep(seconds)
    wrote = receipts.exists() and receipts.stat().st_size > before
    os.kill(pid, signal.SIGKILL)
    return int(nursery.stdout.readline()) == signal.SIGKILL and wrote


def test_no_acknowledged_record_is_lost_when_a_writer_is_killed(
    tmp_path: Path, nursery: subprocess.Popen[str], capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(7)
    met: Counter[str] = Counter()
    for number in range(ROUNDS):
        mode = MODES[number % len(MODES)]
        directory = tmp_path / f"{number // 12}-{mode}"  # several crashes in one log, too
        receipts = tmp_path / f"{directory.name}.receipts"
        size = SIZES[number // len(MODES) % len(SIZES)]
        order = f"{directory} {receipts} {size} {mode}"
        seconds = chance.uniform(0.0, 0.2 if "pruned" in mode else 0.05)
        met["killed while writing"] += killed(nursery, order, receipts, seconds)
        told = [line.split() for line in receipts.read_text().splitlines(keepends=True)]
        told = [pair for pair in told if len(pair) == 2]
        folder = directory / "local"
        end = find_end(folder)
        met["with a torn tail"] += end.torn > 0
        met["with records in flight"] += end.seq - 1 > max(int(seq) for seq, _ in told)
        met["while compressing"] += bool(doubles(folder)) or (folder / "packing.draft").exists()

        opened(directory, mode).close()

        found = [leaf.hex() for leaf in leaves(folder)]
        for seq, head in told:
            assert found[int(seq)] == head.removeprefix("sha256:"), f"lost {seq} of {mode}"
        verdict = judge(directory)
        assert verdict.code is Code.UNANCHORED, f"{mode}: {verdict.problems}"
        met["acknowledged records"] += len(told)
        met["removed segments"] += segments(folder)[0][0] - 1
    with capsys.disabled():
        print(f"\nkill -9, {ROUNDS} rounds:", *(f"{n:,} {what}," for what, n in met.items()))  # noqa: T201
    assert met["killed while writing"] >= LEAST
    assert met["with records in flight"] > 0
    assert met["removed segments"] > 0

"""A log in a database shows its checkpoints from a copy, whoever else writes and shows it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

import orjson
import pytest

from guardrails.errors import ProofError
from guardrails.ledger.anchors import FileAnchor
from guardrails.ledger.checkpoints import read_notes
from guardrails.ledger.note import Checkpoint
from guardrails.ledger.prove import newest_checkpoint
from guardrails.ledger.verdict import Code

from .conftest import KEY, Database

ROUNDS = 3000


def shown(path: Path) -> list[Checkpoint]:
    return [Checkpoint.parse(data) for _, data in read_notes(path)[0]]


async def until(path: Path, size: int) -> None:
    for _ in range(ROUNDS):
        if shown(path) and shown(path)[-1].size >= size:
            return
        await asyncio.sleep(0.01)
    pytest.fail(f"no checkpoint over {size} records in {path}")


def recoveries(database: Database) -> list[dict[str, str]]:
    records = [orjson.loads(line) for line in database.lines()]
    return [
        {"why": one["why"], "anchor": one.get("anchor", ""), "error": one.get("error", "")}
        for one in records
        if one["kind"] == "recovery"
    ]


async def test_two_processes_show_one_log_while_they_write_it(
    database: Database, tmp_path: Path
) -> None:
    far = [FileAnchor(tmp_path / "far" / name, every=0) for name in "ab"]
    logs = [database.log(copy=tmp_path / f"copy-{name}", each=3) for name in "ab"]
    for log, anchor in zip(logs, far, strict=True):
        log.follow("p", None, [anchor])
    for n in range(6):
        await logs[n % 2].append("heartbeat", {"n": n})
    await until(far[0].path, 4)
    for log in logs:
        log.close()
    kept = [one for anchor in far for one in shown(anchor.path)]
    assert kept[-1].size == len(database.lines())
    assert database.judged(tmp_path / "whole", kept=kept).code is Code.SOUND
    assert recoveries(database) == []


@dataclass(frozen=True)
class Shared:
    """An anchor that knows more than a copy: another process has shown it a newer checkpoint."""

    sizes: list[int] = field(default_factory=list, compare=False)
    least: int = 0
    name: str = "shared"
    every: float = 0.0

    def show(self, folder: Path) -> Checkpoint:
        new = newest_checkpoint(folder)
        self.sizes.append(new.size)
        if new.size < self.least:
            msg = "the log was taken back"
            raise ProofError(msg)
        return new


async def test_what_another_process_has_shown_meanwhile_is_no_history_of_another_kind(
    database: Database, tmp_path: Path
) -> None:
    log = database.log(copy=tmp_path / "copy", each=2)
    await log.append("heartbeat", {})
    anchor = Shared(least=6)
    anchoring = log._anchoring
    assert anchoring is not None
    anchoring._refresh()  # type: ignore[misc]
    for n in range(6):
        await log.append("heartbeat", {"n": n})
    assert newest_checkpoint(tmp_path / "copy" / "local").size < 6
    for _ in range(ROUNDS):
        if len(database.rows("SELECT 1 FROM candor_log.checkpoints WHERE size >= 6")):
            break
        await asyncio.sleep(0.01)
    assert anchoring._taken(anchor).size >= 6
    assert anchor.sizes[0] < 6 <= anchor.sizes[1]
    log.close()


async def test_records_that_were_changed_since_they_were_copied_are_not_shown(
    database: Database, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    log = database.log(copy=tmp_path / "copy", each=1)
    far = FileAnchor(tmp_path / "far", every=0)
    log.follow("p", None, [far])
    await log.append("heartbeat", {"n": 1})
    await until(far.path, 2)
    copied = (tmp_path / "copy" / "local" / "seg-000001.jsonl").read_bytes().count(b"\n")
    last = database.lines()[copied - 1]
    database.put(copied - 1, last.replace(b'"v":1', b'"v":1 '))
    before = shown(far.path)
    # No record can tell of it: a log whose records were changed takes no more of them.
    for _ in range(ROUNDS):
        if any("not in the database any more as it was" in line for line in caplog.messages):
            break
        await asyncio.sleep(0.01)
    else:
        pytest.fail("nobody was told of it")
    assert shown(far.path) == before
    database.put(copied - 1, last)
    log.close()


async def test_a_copy_that_cannot_be_made_stops_nothing(database: Database, tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("")
    log = database.log(copy=tmp_path / "copy", each=2)
    log.follow("p", None, [FileAnchor(tmp_path / "far", every=0)])
    for _ in range(ROUNDS):
        if recoveries(database):
            break
        await asyncio.sleep(0.01)
    assert [one["anchor"] for one in recoveries(database)] == ["copy"]
    assert (await log.append("heartbeat", {})).seq > 0
    log.close()
    assert database.judged(tmp_path / "whole", KEY).code is Code.SOUND

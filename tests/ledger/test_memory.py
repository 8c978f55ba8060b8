from __future__ import annotations

import pytest

from guardrails.errors import LogWriteError, RecordError
from guardrails.ledger.base import DecisionLog
from guardrails.ledger.chain import GENESIS, content_hash, leaf
from guardrails.ledger.fakes import BrokenLog
from guardrails.ledger.memory import MemoryLog


async def test_records_in_memory_are_the_very_lines_of_a_file() -> None:
    log = MemoryLog("here")
    shared: DecisionLog = log

    receipt = await shared.append("heartbeat", {"n": 1})

    assert receipt.leaf == f"sha256:{leaf(log.lines[1])}"
    assert [record["prev"] for record in log.records] == [GENESIS, leaf(log.lines[0])]
    assert [record["n"] for record in log.of("heartbeat")] == [1]
    assert log.of("boot")[0]["origin"] == shared.origin == "here"


async def test_texts_in_memory_are_kept_by_their_hash() -> None:
    log = MemoryLog()

    name = await log.attach(b"text")

    assert log.files == {content_hash(b"text"): b"text"}
    assert name == content_hash(b"text")


async def test_a_log_in_memory_can_be_made_to_fail() -> None:
    log = MemoryLog()
    log.failing = True

    with pytest.raises(LogWriteError, match="failing"):
        await log.append("heartbeat", {})
    with pytest.raises(LogWriteError, match="failing"):
        await log.attach(b"")
    log.failing = False
    with pytest.raises(RecordError):
        await log.append("heartbeat", {"score": 0.5})
    await log.append("heartbeat", {})
    log.close()
    log.close()
    with pytest.raises(LogWriteError, match="closed"):
        await log.append("heartbeat", {})

    assert len(log.records) == 2


async def test_a_broken_log_refuses_everything() -> None:
    log: DecisionLog = BrokenLog()

    with pytest.raises(LogWriteError, match="decision record of 1 fields"):
        await log.append("decision", {"session": "s_secret"})
    with pytest.raises(LogWriteError, match="4 bytes"):
        await log.attach(b"text")
    log.close()

    assert log.origin == "broken"

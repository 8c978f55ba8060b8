"""Under `on_failure: drop` the talk goes on without a log, which owns up to it afterwards."""

from __future__ import annotations

import asyncio
import errno
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from guardrails.errors import LogWriteError
from guardrails.events import Done, Replaced
from guardrails.gateway.health import Health, WatchedLog
from guardrails.ledger.base import Receipt
from guardrails.ledger.dropping import DroppingLog
from guardrails.ledger.fakes import FaultyDisk
from guardrails.ledger.memory import MemoryLog
from guardrails.ledger.store import FileLog
from guardrails.policy.canonical import sealed
from guardrails.policy.log_settings import Logging
from guardrails.replay.run import replay
from tests.guards import Desk, guard, kinds, say, text_of
from tests.policies import policy

from .auditor import judge

DROP = sealed(policy(logging=Logging(on_failure="drop")))
NOW = 1_795_384_134


def dropped(log: Any) -> list[dict[str, Any]]:
    return [one for one in log.of("recovery") if one["why"] == "dropped"]


async def test_a_turn_goes_on_and_what_is_missing_is_recorded_first(tmp_path: Path) -> None:
    log = MemoryLog()
    async with guard(DROP, log=log) as guarded:
        await say(guarded, "Hello.")
        log.failing = True
        lost = await say(guarded, "I missed you.", "It was a fine day.")
        log.failing = False
        before = len(log.lines)
        back = await say(guarded, "Good night.", "Sleep well.")

    assert (text_of(lost), kinds(lost)) == ("It was a fine day.", ["Text", "Done"])
    done = lost[-1]
    assert isinstance(done, Done)
    assert done.receipt is None
    assert isinstance(back[-1], Done)
    assert back[-1].receipt is not None
    [told] = dropped(log)
    assert log.records[before] == told
    assert told["records"] == sum(told["kinds"].values()) == 4
    assert told["kinds"] == {"turn_open": 1, "decision": 2, "turn_close": 1}
    assert (told["since"], told["until"]) == (NOW, NOW)


async def test_without_that_setting_nothing_goes_out() -> None:
    log = MemoryLog()
    async with guard(log=log) as guarded:
        log.failing = True
        events = await say(guarded, "Hello.", "This must not go out.")
    assert "must not" not in text_of(events)


async def test_a_log_that_breaks_in_the_middle_of_a_reply_does_not_end_it() -> None:
    log = MemoryLog()
    async with guard(DROP, log=log) as guarded:
        model_said = "The first of the sentences has quite a lot to say about very little. " * 3
        parts = []
        async for event in guarded.stream(_breaking(log, model_said), "Hello.", session_id="s"):
            parts.append(event)
        log.failing = False
    assert text_of(parts) == model_said
    [told] = dropped(log)
    assert "turn_open" not in told["kinds"]
    assert told["kinds"]["turn_close"] == 1


def _breaking(log: MemoryLog, text: str) -> Any:
    async def model(_: object) -> Any:
        yield text[:70]
        log.failing = True
        yield text[70:]

    return model


async def test_a_person_in_need_is_answered_and_a_human_told_as_ever() -> None:
    log, desk = MemoryLog(), Desk()
    async with guard(DROP, log=log, channels={"desk": desk}) as guarded:
        log.failing = True
        events = await say(guarded, "I cannot go on at all.", "Never mind.")
        log.failing = False
    assert any(isinstance(one, Replaced) and one.rule == "crisis.high" for one in events)
    assert "Never mind" not in text_of(events)
    assert len(desk.notices) == 1
    assert dropped(log)


async def test_what_is_lost_at_the_end_is_owned_up_to_when_the_guard_is_closed() -> None:
    log = MemoryLog()
    async with guard(DROP, log=log) as guarded:
        log.failing = True
        await say(guarded, "Hello.")
        log.failing = False
    assert dropped(log)[0]["kinds"]["session_open"] == 1
    assert log.records[-1]["kind"] == "recovery"


async def test_acts_of_people_are_never_dropped() -> None:
    log = MemoryLog()
    dropping = DroppingLog(log, lambda: NOW)
    log.failing = True
    for kind in ("access", "erase", "sign_off", "escalation", "pause", "right", "policy"):
        with pytest.raises(LogWriteError):
            await dropping.append(kind, {})
    receipt = await dropping.append("turn_close", {"session": "s", "turn": 0})
    assert not receipt.written
    log.failing = False
    assert (await dropping.append("access", {})).written
    assert [one["kind"] for one in log.records] == ["boot", "recovery", "access"]
    assert dropping.origin == "memory"
    with pytest.raises(LogWriteError):
        await DroppingLog(_closed(), lambda: NOW).attach(b"x")


def _closed() -> MemoryLog:
    log = MemoryLog()
    DroppingLog(log, lambda: NOW).close()
    return log


async def test_a_decision_by_a_policy_that_could_not_be_recorded_is_not_recorded_either() -> None:
    log = Returning(MemoryLog(), after=2)
    async with guard(DROP, log=log) as guarded:
        events = await say(guarded, "Hello.", "Good evening.")
        assert text_of(events) == "Good evening."
        assert not log.inner.of("decision")
        await say(guarded, "And now?", "Good evening.")
    named = [one["policy"]["at"] for one in log.inner.of("decision")]
    assert set(named) == {log.inner.of("policy")[0]["seq"]}


class Returning:
    """A log that fails a few times, then works."""

    def __init__(self, inner: MemoryLog, after: int) -> None:
        self.inner = inner
        self.origin = inner.origin
        self.attach = inner.attach
        self.close = inner.close
        self._left = after

    async def append(self, kind: str, body: Mapping[str, Any]) -> Receipt:
        self._left -= 1
        self.inner.failing = self._left >= 0
        return await self.inner.append(kind, body)


async def test_of_many_turns_at_once_each_is_counted_once() -> None:
    log = MemoryLog()
    async with guard(DROP, log=log) as guarded:
        await say(guarded, "Hello.", session_id="first")
        log.failing = True
        await asyncio.gather(*(say(guarded, "Hello.", session_id=f"s{n}") for n in range(20)))
        log.failing = False
        await asyncio.gather(*(say(guarded, "Hello.", session_id=f"t{n}") for n in range(20)))
    assert sum(one["kinds"]["turn_close"] for one in dropped(log)) == 20


async def test_on_a_disk_that_is_full_for_a_while_the_log_stays_sound(tmp_path: Path) -> None:
    disk = FaultyDisk()
    log = FileLog(tmp_path, opener=disk)
    async with guard(DROP, log=log) as guarded:
        await say(guarded, "Hello.", "Good evening.")
        disk.open_error, disk.room = errno.ENOSPC, 0
        during = await say(guarded, "Are you there?", "Good evening.")
        disk.open_error, disk.room = 0, None
        await say(guarded, "And now?", "Good evening.")
    assert text_of(during) == "Good evening."
    verdict = judge(tmp_path)
    assert not verdict.problems
    assert any("records of turns were dropped" in one.what for one in verdict.logs[0].notes)
    result = replay(tmp_path)
    assert (result.decisions, result.differs) == (4, 0)


async def test_a_gateway_that_may_go_on_without_its_log_stays_ready() -> None:
    log = MemoryLog()
    watched = WatchedLog(log, lambda: 0.0, lambda: None)
    needed = [True]
    health = Health(watched, [], _Later(), lambda: needed[0])
    log.failing = True
    with pytest.raises(LogWriteError):
        await watched.append("heartbeat", {})
    assert await health.faults() == ("the decision log could not be written a moment ago",)
    needed[0] = False
    assert await health.faults() == ()


class _Later:
    """A clock on which the answer before is always stale."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        self.at += 100.0
        return self.at

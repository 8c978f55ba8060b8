"""Kept texts that are older than the policy keeps them go, and the log says so."""

from __future__ import annotations

import asyncio
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from guardrails.cli.main import main
from guardrails.errors import LogWriteError
from guardrails.evidence.base import Expired
from guardrails.evidence.check import check
from guardrails.evidence.expiry import Expiry
from guardrails.evidence.forgotten import ForgottenEvidence
from guardrails.evidence.keys import OpeningKey
from guardrails.evidence.shelf import Shelf
from guardrails.evidence.store import FileEvidence
from guardrails.guard import Guard
from guardrails.ledger.keys import SigningKey
from guardrails.ledger.memory import MemoryLog
from guardrails.ledger.read import read_records
from guardrails.ledger.store import FileLog
from guardrails.ledger.verify import verify
from guardrails.policy.canonical import sealed
from guardrails.policy.log_settings import Keep, Logging
from guardrails.policy.model import Policy
from tests.guards import guard, say
from tests.policies import policy

DAY = 86_400
START = 1_795_384_134
TERM = sealed(policy(logging=Logging("sealed-text", keep=Keep(text=30 * DAY))))


class Clock:
    def __init__(self) -> None:
        self.at = float(START)

    def __call__(self) -> float:
        return self.at

    def nanoseconds(self) -> int:
        return int(self.at * 1e9)


def made(directory: Path, clock: Clock, key: OpeningKey, using: Policy = TERM) -> Guard:
    evidence = FileEvidence(directory, key.sealing, now=clock, clock=clock)
    log = FileLog(directory, clock=clock.nanoseconds)
    return guard(using, log=log, evidence=evidence, now=clock)


def kinds(directory: Path, kind: str) -> list[dict[str, Any]]:
    records = (one.record for one in read_records(directory))
    return [one for one in records if one is not None and one["kind"] == kind]


def kept(directory: Path) -> int:
    shelf = Shelf(directory / "local")
    count = len(list(shelf.texts()))
    shelf.close()
    return count


def change(directory: Path, statement: str) -> None:
    """Change the database of texts by hand."""
    database = sqlite3.connect(directory / "local" / "evidence" / "texts.db")
    database.execute(statement)
    database.commit()
    database.close()


async def written(directory: Path, clock: Clock, key: OpeningKey) -> None:
    """Let one conversation end, and another go on for a month."""
    async with made(directory, clock, key) as guarded:
        for session in ("old", "long"):
            await say(guarded, "Hello.", session_id=session, consent=["log-text"])
        clock.at += 29 * DAY
        await say(guarded, "Still here.", session_id="long", consent=["log-text"])


async def aged(guarded: Guard, directory: Path, count: int) -> None:
    await guarded.start()
    for _ in range(500):
        if len(kinds(directory, "erase")) >= count:
            return
        await asyncio.sleep(0.01)
    pytest.fail("nothing was erased")


async def test_a_guard_erases_what_is_too_old_and_nothing_else(
    tmp_path: Path, investigators: OpeningKey
) -> None:
    clock = Clock()
    await written(tmp_path, clock, investigators)
    assert kept(tmp_path) == 6
    clock.at += 2 * DAY
    async with made(tmp_path, clock, investigators) as guarded:
        await aged(guarded, tmp_path, 1)
    [told] = kinds(tmp_path, "erase")
    assert (told["sessions"], told["by"], told["reason"]) == (2, "policy", "age")
    assert (told["before"], told["origin"]) == (clock.at - 30 * DAY, "local")
    assert kept(tmp_path) == 2

    seen = check(tmp_path)
    assert (seen.named, seen.kept, seen.expired, seen.erased) == (6, 2, 4, 0)
    assert seen.problems == ()
    assert not verify(tmp_path).problems


async def test_the_key_of_a_conversation_goes_with_its_last_text(
    tmp_path: Path, investigators: OpeningKey
) -> None:
    clock = Clock()
    await written(tmp_path, clock, investigators)
    clock.at += 2 * DAY
    shelf = Shelf(tmp_path / "local")
    assert shelf.expire(int(clock.at) - 30 * DAY, int(clock.at)) == Expired(4, 2)
    assert shelf.expire(int(clock.at) - 30 * DAY, int(clock.at)) == Expired(0, 0)
    shelf.close()
    database = sqlite3.connect(tmp_path / "local" / "evidence" / "texts.db")
    counts = [
        database.execute(f"SELECT count(DISTINCT {what}) FROM {table}").fetchone()[0]
        for what, table in (("session", "keys"), ("session", "names"), ("name", "ages"))
    ]
    database.close()
    assert counts == [1, 1, 2]


async def test_a_text_that_is_taken_away_before_its_time_is_noticed(
    tmp_path: Path, investigators: OpeningKey
) -> None:
    clock = Clock()
    await written(tmp_path, clock, investigators)
    clock.at += 2 * DAY
    async with made(tmp_path, clock, investigators) as guarded:
        await aged(guarded, tmp_path, 1)
    change(tmp_path, "DELETE FROM texts")
    [problem] = check(tmp_path).problems
    assert "texts of 1 conversations" in problem


async def test_a_time_that_lies_ahead_of_its_record_accounts_for_no_more(
    tmp_path: Path, investigators: OpeningKey
) -> None:
    clock = Clock()
    await written(tmp_path, clock, investigators)
    clock.at += 60
    log = FileLog(tmp_path, clock=clock.nanoseconds)
    body = {"sessions": 2, "stores": ["evidence"], "before": START * 10, "origin": "local"}
    await log.append("erase", {**body, "by": "x", "reason": "age", "at": START})
    clock.at += 60
    log.close()
    async with made(tmp_path, clock, investigators) as guarded:
        await say(guarded, "Hello.", session_id="new", consent=["log-text"])
    change(tmp_path, "DELETE FROM texts")
    [problem] = check(tmp_path).problems
    assert "texts of 1 conversations" in problem


async def test_texts_of_which_nobody_wrote_down_when_they_came_count_from_now_on(
    tmp_path: Path, investigators: OpeningKey
) -> None:
    clock = Clock()
    await written(tmp_path, clock, investigators)
    change(tmp_path, "DROP TABLE ages")  # as files of the first version are
    shelf = Shelf(tmp_path / "local")
    now = int(clock.at) + 10 * DAY
    assert shelf.expire(now - 5 * DAY, now) == Expired(0, 0)
    assert shelf.expire(now + 5 * DAY, now + 6 * DAY) == Expired(6, 2)
    shelf.close()


async def test_what_could_not_be_recorded_is_recorded_the_next_time(tmp_path: Path) -> None:
    clock, log = Clock(), MemoryLog()
    evidence = _Once()
    expiry = Expiry(evidence, log, lambda: TERM, clock)
    log.failing = True
    with pytest.raises(LogWriteError):
        await expiry.tick()
    log.failing = False
    await expiry.tick()
    await expiry.tick()
    assert [one["sessions"] for one in log.of("erase")] == [3]


class _Once(ForgottenEvidence):
    """Evidence in which three conversations are too old, once."""

    def __init__(self) -> None:
        super().__init__("memory")
        self.left = 3

    async def expire(self, before: int) -> Expired:
        del before
        count, self.left = self.left, 0
        return Expired(count, count)


async def test_nothing_is_looked_for_where_the_policy_names_no_term() -> None:
    clock, log = Clock(), MemoryLog()
    for using in (policy(), replace(TERM, logging=replace(TERM.logging, keep=Keep(DAY)))):
        expiry = Expiry(_Once(), log, lambda using=using: using, clock)  # type: ignore[misc]
        expiry.wake()
        assert await expiry.tick() == Expired(0, 0)
        expiry.close()
    closed = Expiry(_Once(), log, lambda: TERM, clock)
    closed.close()
    closed.wake()
    await asyncio.sleep(0.02)
    assert not log.of("erase")
    assert await ForgottenEvidence().expire(START) == Expired(0, 0)


async def test_one_loop_looks_however_often_it_is_woken() -> None:
    clock, log, evidence = Clock(), MemoryLog(), _Once()
    expiry = Expiry(evidence, log, lambda: TERM, clock)
    for _ in range(3):
        expiry.wake()
        await asyncio.sleep(0.01)
    evidence.left = 5
    expiry.wake()
    await asyncio.sleep(0.02)
    expiry.close()
    expiry.close()
    await asyncio.sleep(0.02)
    assert [one["sessions"] for one in log.of("erase")] == [3]


def erase(directory: Path, key: SigningKey, *more: str) -> Result:
    file = directory.parent / "safety.key"
    file.write_text(key.written())
    asked = ["log", "erase", str(directory), "--key", str(file), "--by", "staff-2", *more]
    return CliRunner().invoke(main, asked)


async def test_the_command_erases_by_the_policy_of_the_log(
    tmp_path: Path, investigators: OpeningKey
) -> None:
    clock, directory, key = Clock(), tmp_path / "logs", SigningKey.generate("safety")
    await written(directory, clock, investigators)  # long before the day on which this runs
    change(directory, "UPDATE ages SET at = 1000000000")
    told = await asyncio.to_thread(erase, directory, key, "--by-policy")
    again = await asyncio.to_thread(erase, directory, key, "--by-policy")
    both = await asyncio.to_thread(erase, directory, key, "--by-policy", "--subject", "p")

    assert told.exit_code == 0, told.output
    assert "6 texts of 2 conversations were older than the policy keeps them" in told.output
    assert "no text is older" in again.output
    assert both.exit_code == 2
    [record] = kinds(directory, "erase")
    assert (record["sessions"], record["by"], record["origin"]) == (2, "staff-2", "local")


async def test_the_command_says_where_a_policy_keeps_texts_for_ever(
    tmp_path: Path, investigators: OpeningKey
) -> None:
    clock, directory, key = Clock(), tmp_path / "logs", SigningKey.generate("safety")
    for keep, told in ((Keep(400 * DAY), "keeps texts for ever"), (None, "does not say how long")):
        using = sealed(policy(logging=Logging("sealed-text", keep=keep)))
        async with made(directory, clock, investigators, using) as guarded:
            await say(guarded, "Hello.", session_id="s", consent=["log-text"])
        result = await asyncio.to_thread(erase, directory, key, "--by-policy")
        assert told in result.output

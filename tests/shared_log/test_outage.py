"""A connection that breaks: nothing acknowledged is lost, no place is given twice, all is told."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

import orjson
import pytest

from guardrails.errors import LogWriteError
from guardrails.gateway.health import Health, WatchedLog
from guardrails.ledger.draft import draft
from guardrails.ledger.rows import Rows
from guardrails.ledger.verdict import Code
from guardrails.storage.backend import Cursor

from .conftest import KEY, Breaking, Database

T = TypeVar("T")
SAID = {"why", "records", "seqs", "error", "strange"}


def recoveries(database: Database) -> list[dict[str, Any]]:
    records = [orjson.loads(line) for line in database.lines()]
    return [
        {key: value for key, value in record.items() if key in SAID}
        for record in records
        if record["kind"] == "recovery"
    ]


async def test_a_batch_that_failed_leaves_no_gap_and_is_owned_up_to(
    database: Database, tmp_path: Path
) -> None:
    for fault in ("before", "rolled-back"):
        place = database.breaking()
        log = database.log(place=place, each=1000)
        place.faults = [fault]
        with pytest.raises(LogWriteError, match="the connection is lost"):
            await log.append("heartbeat", {"lost": True})
        receipt = await log.append("heartbeat", {"kept": True})
        log.close()
        assert orjson.loads(database.lines()[receipt.seq])["kept"] is True
    assert b'"lost":true' not in b"".join(database.lines())
    told = [
        {"why": "write-failed", "error": "LogWriteError"},
        {"why": "lost", "records": 1},
    ]
    assert recoveries(database) == told * 2
    assert database.judged(tmp_path, KEY).code is Code.SOUND


async def test_a_record_that_was_stored_although_nobody_heard_of_it_is_named_as_late(
    database: Database, tmp_path: Path
) -> None:
    place = database.breaking()
    log = database.log(place=place, each=1000)
    place.faults = ["after"]
    with pytest.raises(LogWriteError):
        await log.append("heartbeat", {"late": True})
    await log.append("heartbeat", {})
    log.close()
    assert orjson.loads(database.lines()[1])["late"] is True
    assert recoveries(database) == [{"why": "late", "seqs": [[1, 1]]}], "it was not lost"
    assert database.judged(tmp_path, KEY).code is Code.SOUND


async def test_what_is_told_of_an_outage_is_told_once(database: Database, tmp_path: Path) -> None:
    place = database.breaking()
    log = database.log(place=place, each=1000)
    # Lost; found out so, and the record of that stored, unheard; found out; and gone on with.
    place.faults = ["before", "", "after", "before"]
    for _ in range(3):
        with pytest.raises(LogWriteError):
            await log.append("heartbeat", {})
    await log.append("heartbeat", {})
    log.close()
    assert recoveries(database) == [
        {"why": "write-failed", "error": "LogWriteError"},
        {"why": "lost", "records": 1},
        {"why": "late", "seqs": [[3, 3]]},
        {"why": "lost", "records": 1},
    ]
    assert database.judged(tmp_path, KEY).code is Code.SOUND


async def test_work_that_is_done_twice_stores_its_records_once(
    database: Database, tmp_path: Path
) -> None:
    place = database.breaking()
    log = database.log(place=place, each=1000)
    place.faults = ["twice"]
    receipt = await log.append("heartbeat", {"once": True})
    log.close()
    assert [b"once" in line for line in database.lines()] == [False, True]
    assert receipt.seq == 1
    assert recoveries(database) == []
    assert database.judged(tmp_path, KEY).code is Code.SOUND


async def test_a_first_record_that_was_stored_unheard_begins_the_run(database: Database) -> None:
    place = database.breaking()
    rows = Rows(place, "local")
    place.faults = ["after"]
    with pytest.raises(LogWriteError):
        rows.add([draft("boot", {"origin": "local"})])
    assert rows.broken
    assert rows.recover() is None
    assert [receipt.seq for receipt in rows.found] == [0]
    assert not rows.broken
    rows.add([draft("heartbeat", {})])
    assert len({orjson.loads(line)["boot"] for line in database.lines()}) == 1
    rows.close()


async def test_an_older_state_that_was_put_back_is_noticed_and_recorded(
    database: Database, tmp_path: Path
) -> None:
    log = database.log(each=4)
    for _ in range(6):
        await log.append("heartbeat", {})
    database.run("DELETE FROM candor_log.records WHERE seq > 2")
    with pytest.raises(LogWriteError, match="older state"):
        await log.append("heartbeat", {})
    await log.append("heartbeat", {})
    await log.append("heartbeat", {})
    log.close()
    assert {"why": "write-failed", "error": "LogWriteError", "strange": 1} in recoveries(database)
    verdict = database.judged(tmp_path, KEY)
    assert verdict.code is Code.PROBLEM, "a checkpoint vouches for what is gone"


async def test_a_last_record_that_was_changed_is_noticed_by_its_writer(database: Database) -> None:
    log = database.log(each=1000)
    await log.append("heartbeat", {"n": 1})
    database.put(1, database.lines()[1].replace(b'"n":1', b'"n":2'))
    with pytest.raises(LogWriteError, match="acknowledged"):
        await log.append("heartbeat", {"n": 3})
    log.close()


async def test_another_writer_goes_on_behind_a_record_that_is_none(database: Database) -> None:
    first, second = database.log(None), database.log(None)
    await first.append("heartbeat", {})
    database.put(2, b"no record")
    assert (await second.append("heartbeat", {})).seq == 3


async def test_checkpoints_that_cannot_be_signed_are_owned_up_to(
    database: Database, tmp_path: Path
) -> None:
    log = database.log(each=3)
    database.run("ALTER TABLE candor_log.checkpoints RENAME TO hidden")
    for _ in range(4):
        await log.append("heartbeat", {})
    database.run("ALTER TABLE candor_log.hidden RENAME TO checkpoints")
    await log.append("heartbeat", {})
    log.close()
    assert {"why": "unsigned", "error": "LogWriteError"} in recoveries(database)
    assert database.judged(tmp_path, KEY).code is Code.SOUND


async def test_why_a_writer_refuses_to_sign_is_told_and_recorded(
    database: Database, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    first, second = database.log(each=1000), database.log(each=6)
    await first.append("heartbeat", {"n": 1})
    await first.append("heartbeat", {"n": 2})
    seq = next(n for n, line in enumerate(database.lines()) if b'"n":1' in line)
    database.put(seq, database.lines()[seq].replace(b'"n":1', b'"n":9'))
    for n in range(8):
        await second.append("heartbeat", {"n": 10 + n})
    first.close()
    second.close()
    assert {"why": "unsigned", "error": "LogReadError"} in recoveries(database)
    told = {one.getMessage() for one in caplog.records if one.name == "guardrails.ledger"}
    assert any(
        "is not signed: records of the log local in PostgreSQL are not" in one for one in told
    )
    notes = [one.what for log in database.judged(tmp_path, KEY).logs for one in log.notes]
    assert any("its writer refused to sign" in one for one in notes)


async def test_a_server_that_goes_and_comes_back_is_gone_on_with(
    database: Database, tmp_path: Path
) -> None:
    log = database.log(each=1000)
    await log.append("heartbeat", {"n": 0})
    database.server.stop()
    try:
        with pytest.raises(LogWriteError, match="cannot be used"):
            await log.append("heartbeat", {"n": 1})
    finally:
        database.server.start()
    for _ in range(100):
        try:
            receipt = await log.append("heartbeat", {"n": 2})
            break
        except LogWriteError:
            await asyncio.sleep(0.1)  # the server is spared for a second
    log.close()
    assert orjson.loads(database.lines()[receipt.seq])["n"] == 2
    assert [told["why"] for told in recoveries(database)] == ["write-failed", "lost"]
    assert database.judged(tmp_path, KEY).code is Code.SOUND


async def test_a_connection_that_was_cut_while_idle_is_made_again_unseen(
    database: Database,
) -> None:
    log = database.log(each=1000)
    database.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'gateway'")
    assert (await log.append("heartbeat", {})).seq == 1
    log.close()
    assert recoveries(database) == []


async def test_a_server_that_hangs_fails_callers_in_time(database: Database) -> None:
    import psycopg

    log = database.log(each=1000, write_limit=0.2)
    with psycopg.connect(database.owner) as holder:
        holder.execute("LOCK TABLE candor_log.records IN EXCLUSIVE MODE")
        with pytest.raises(LogWriteError, match=r"within 0\.2 s"):
            await log.append("heartbeat", {"n": 1})
        with pytest.raises(LogWriteError, match="has not answered"):
            for _ in range(200):
                await log.append("heartbeat", {"n": 2})
        holder.rollback()
    for _ in range(100):
        try:
            await log.append("heartbeat", {"n": 3})
            break
        except LogWriteError:
            await asyncio.sleep(0.05)
    log.close()
    assert [told["why"] for told in recoveries(database)][:1] == ["late"]


async def test_a_database_that_cannot_be_written_is_known_before_a_record_fails(
    database: Database,
) -> None:
    log = database.log(None)
    health = Health(WatchedLog(log, time.monotonic, lambda: None), [], time.monotonic)
    rows = len(database.lines())
    assert await health.faults() == ()
    assert log.fault() is None
    assert len(database.lines()) == rows, "nothing is written to try it"

    database.run("REVOKE INSERT ON candor_log.records FROM gateway")
    assert "does not let this user add records" in str(log.fault())
    database.run("GRANT INSERT ON candor_log.records TO gateway")
    assert log.fault() is None

    database.server.stop()
    try:
        health._at = None
        [told] = await health.faults()
        assert told.startswith("the decision log cannot be written: the decision log in Postgre")
    finally:
        database.server.start()
    for _ in range(100):
        if (told := str(log.fault())) == "None":
            break
        await asyncio.sleep(0.1)  # the server is spared for a second
    assert told == "None"
    log.close()
    assert log.fault() == "the decision log is closed"


class Silent(Breaking):
    """A `Backend` that one day answers no more."""

    silent = False

    def submit(self, work: Callable[[Cursor], T], **how: Any) -> Future[T]:
        return Future() if self.silent else super().submit(work, **how)


async def test_a_database_that_does_not_answer_is_not_waited_for(database: Database) -> None:
    place = Silent(database.breaking().inner)
    log = database.log(None, place=place, write_limit=0.05)
    place.silent = True
    assert log.fault() == "its database has not answered for 0.05 s"
    place.silent = False


async def test_a_standby_takes_no_records(database: Database) -> None:
    log = database.log(None)
    database.run("ALTER SYSTEM SET default_transaction_read_only = on")
    database.rows("SELECT pg_reload_conf()")
    try:
        for _ in range(100):
            if told := log.fault():
                break
            await asyncio.sleep(0.05)
        assert told == "its database takes no writes: it is a standby, or was made read-only"
    finally:
        database.run("ALTER SYSTEM RESET default_transaction_read_only")
        database.rows("SELECT pg_reload_conf()")

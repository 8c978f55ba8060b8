"""One log that several processes write, in PostgreSQL."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import orjson
import pytest

from guardrails.errors import ConfigurationError, LogReadError, LogWriteError, RecordError
from guardrails.ledger.anchors import FileAnchor
from guardrails.ledger.chain import GENESIS, leaf, named
from guardrails.ledger.checkpoints import read_notes
from guardrails.ledger.keys import LOG, SigningKey
from guardrails.ledger.note import Checkpoint
from guardrails.ledger.outbox import read_outbox
from guardrails.ledger.postgres import PostgresLog
from guardrails.ledger.rows import Rows
from guardrails.ledger.tables import quoted, tables_sql
from guardrails.ledger.tree import Tree
from guardrails.ledger.verdict import Code
from guardrails.policy.log_settings import Checkpoints

from .conftest import KEY, Database

OTHER = SigningKey("local", LOG, bytes(range(1, 33)))


async def fill(logs: list[PostgresLog], clients: int = 6, each: int = 8) -> list[Any]:
    async def client(n: int) -> list[Any]:
        log = logs[n % len(logs)]
        return [await log.append("heartbeat", {"n": n, "i": i}) for i in range(each)]

    made = await asyncio.gather(*(client(n) for n in range(clients)))
    return [receipt for one in made for receipt in one]


async def test_two_writers_make_one_chain_without_a_gap(database: Database, tmp_path: Path) -> None:
    logs = [database.log(), database.log()]
    receipts = await fill(logs)
    for log in logs:
        log.close()

    lines = database.lines()
    prev = GENESIS
    for seq, line in enumerate(lines):
        record = orjson.loads(line)
        assert (record["seq"], record["prev"]) == (seq, prev)
        prev = leaf(line)
    assert sorted(receipt.seq for receipt in receipts) == list(range(2, 50))
    assert all(receipt.leaf == named(leaf(lines[receipt.seq])) for receipt in receipts)
    assert database.judged(tmp_path, KEY).code is Code.SOUND


async def test_writers_take_turns_whatever_isolation_the_owner_has_set(
    database: Database, tmp_path: Path
) -> None:
    database.run("ALTER ROLE gateway SET default_transaction_isolation = 'repeatable read'")
    try:
        logs = [database.log(), database.log()]
        assert len(await fill(logs)) == 48
        for log in logs:
            log.close()
    finally:
        database.run("ALTER ROLE gateway RESET default_transaction_isolation")
    assert database.judged(tmp_path, KEY).code is Code.SOUND


async def test_a_copy_is_byte_for_byte_what_was_written(database: Database, tmp_path: Path) -> None:
    log = database.log()
    await fill([log])
    name = await log.attach(b"a long text")
    assert await log.attach(b"a long text") == name
    log.close()

    folder = database.copy(tmp_path) / "local"
    lines = database.lines()
    assert (folder / "seg-000001.jsonl").read_bytes() == b"".join(one + b"\n" for one in lines)
    assert (folder / "files" / name.removeprefix("sha256:")).read_bytes() == b"a long text"
    notes = database.rows("SELECT size, note FROM candor_log.checkpoints ORDER BY size")
    assert [note for _, note in read_notes(folder / "checkpoints")[0]] == [n for _, n in notes]
    assert (folder / "checkpoint").read_bytes() == notes[-1][1]
    tree = Tree()
    for line in lines:
        tree.add(bytes.fromhex(leaf(line)))
    newest = Checkpoint.parse(bytes(notes[-1][1]))
    assert (newest.size, newest.root) == (len(lines), tree.root())


async def test_who_writes_goes_on_in_the_newest_run_and_its_clock_never_goes_back(
    database: Database, tmp_path: Path
) -> None:
    slow, fast = iter(range(0, 10**12, 1000)), iter(range(10**15, 2 * 10**15, 10**7))
    first = database.log(ticks=lambda: next(slow))
    await fill([first], each=2)
    second = database.log(ticks=lambda: next(fast))
    await fill([first, second])
    first.close()
    second.close()

    boots = [orjson.loads(line)["boot"] for line in database.lines()]
    begun = next(seq for seq, boot in enumerate(boots) if boot != boots[0])
    assert len(set(boots[:begun])) == len(set(boots[begun:])) == 1
    assert database.judged(tmp_path, KEY).code is Code.SOUND


async def test_times_are_those_of_the_server(database: Database) -> None:
    log = database.log()
    await log.append("heartbeat", {})
    [(now,)] = database.rows("SELECT CAST(extract(epoch FROM now()) * 1000000 AS BIGINT)")
    assert 0 <= now - orjson.loads(database.lines()[-1])["ts"] < 60_000_000


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE candor_log.records SET seq = seq + 1000",
        "DELETE FROM candor_log.records",
        "TRUNCATE candor_log.records",
        "DROP TABLE candor_log.records",
        "UPDATE candor_log.checkpoints SET size = 1",
        "DELETE FROM candor_log.checkpoints",
        "DELETE FROM candor_log.files",
        "CREATE TABLE candor_log.more (x int)",
    ],
)
@pytest.mark.parametrize("role", ["gateway", "auditor"])
async def test_the_server_refuses_a_role_to_change_or_remove_anything(
    database: Database, role: str, statement: str
) -> None:
    import psycopg

    log = database.log()
    await log.attach(b"text")
    before = database.lines()
    with (
        psycopg.connect(database.url(role), autocommit=True) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(statement.encode())
    assert database.lines() == before


async def test_who_reads_cannot_write(database: Database) -> None:
    with pytest.raises(LogWriteError, match="InsufficientPrivilege"):
        database.log(place=database.url("auditor"))
    assert database.lines() == []


def test_names_of_roles_are_quoted() -> None:
    assert quoted('a"b') == '"a""b"'
    assert 'TO "web gateway";' in tables_sql("web gateway")
    for name in ("a\0b", "a$$b"):
        with pytest.raises(ValueError, match="name of a role"):
            tables_sql(name)
    with pytest.raises(ValueError, match="two roles"):
        tables_sql("gateway", "gateway")


def test_tables_that_are_not_there_are_said_to_be_missing(database: Database) -> None:
    database.run("DROP SCHEMA candor_log CASCADE")
    with pytest.raises(LogWriteError, match="candor log tables"):
        database.log()


def test_a_server_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(LogWriteError, match="see that the server runs"):
        PostgresLog(f"postgresql://nobody@/nothing?host={tmp_path}")


async def test_what_is_no_record_is_refused_and_leaves_no_gap(
    database: Database, tmp_path: Path
) -> None:
    log = database.log()
    with pytest.raises(RecordError):
        await log.append("heartbeat", {"score": 0.5})
    assert (await log.append("heartbeat", {})).seq == 1
    log.close()
    with pytest.raises(LogWriteError, match="closed"):
        await log.append("heartbeat", {})
    assert database.judged(tmp_path, KEY).code is Code.SOUND


async def test_a_long_batch_is_stored_in_parts(database: Database, tmp_path: Path) -> None:
    log = database.log()
    words = "x" * 60_000
    await asyncio.gather(*(log.append("heartbeat", {"n": n, "x": words}) for n in range(300)))
    log.close()
    assert database.judged(tmp_path, KEY).logs[0].kinds["heartbeat"] == 300


async def test_a_checkpoint_is_signed_after_so_many_records_of_all_writers(
    database: Database,
) -> None:
    logs = [database.log(each=20), database.log(each=20)]
    for n in range(30):
        await logs[n % 2].append("heartbeat", {})
    for log in logs:
        log.close()
    sizes = [size for (size,) in database.rows("SELECT size FROM candor_log.checkpoints")]
    assert sizes[0] == 1
    assert sizes[-1] == 32
    assert all(later - size <= 25 for size, later in zip(sizes, sizes[1:], strict=False))


async def test_a_policy_says_how_often_it_is_signed_and_cannot_have_it_anchored(
    database: Database, tmp_path: Path
) -> None:
    log = database.log(each=1000)
    log.follow("p", Checkpoints(records=5, seconds=3600), [])
    await fill([log], clients=1, each=12)
    log.close()
    assert len(database.rows("SELECT size FROM candor_log.checkpoints")) >= 3
    with pytest.raises(ConfigurationError, match="candor log pull"):
        log.follow("p", None, [FileAnchor(tmp_path / "anchor")])


async def test_silence_is_recorded_and_signed_too(database: Database) -> None:
    from guardrails.ledger.notary import Signing

    log = PostgresLog(database.url(), signing=Signing(KEY, seconds=0.02, heartbeat=0.05))
    for _ in range(500):
        if len(database.rows("SELECT size FROM candor_log.checkpoints")) > 2:
            break
        await asyncio.sleep(0.02)
    log.close()
    assert b'"kind":"heartbeat"' in database.lines()[1]


async def test_a_log_without_a_key_signs_nothing(database: Database, tmp_path: Path) -> None:
    log = database.log(None)
    assert not log.signed
    log.follow("p", None, [])
    await log.append("heartbeat", {})
    log.close()
    assert database.judged(tmp_path).code is Code.UNANCHORED
    assert not (tmp_path / "local" / "tile").exists()


async def test_a_writer_goes_on_from_the_tiles_or_from_the_records(
    database: Database, tmp_path: Path
) -> None:
    for drop in (False, True):
        log = database.log(each=100)
        await asyncio.gather(*(log.append("heartbeat", {"n": n}) for n in range(600)))
        log.close()
        assert database.rows("SELECT count(*) FROM candor_log.tiles WHERE level = 0") != [(0,)]
        if drop:
            database.run("DELETE FROM candor_log.tiles WHERE place = 1")
    database.log().close()
    assert database.judged(tmp_path, KEY).code is Code.SOUND


def test_a_key_of_another_name_is_refused(database: Database) -> None:
    with pytest.raises(ValueError, match="key of its own name"):
        database.log(SigningKey("other", LOG, bytes(range(32))))
    with pytest.raises(ValueError, match="origin"):
        database.log(None, origin="../up")


async def test_nothing_is_signed_on_top_of_what_was_changed(database: Database) -> None:
    log = database.log()
    await fill([log])
    log.close()
    with pytest.raises(LogReadError, match="not by the key"):
        database.log(OTHER)
    line = database.lines()[5]
    database.put(5, line.replace(b'"n":', b'"m":'))
    database.run("DELETE FROM candor_log.tiles")
    with pytest.raises(LogReadError, match="not those that were written"):
        database.log()
    database.put(5, b"no record")
    with pytest.raises(LogReadError, match="not those that were written"):
        database.log()
    database.run("UPDATE candor_log.checkpoints SET note = 'x'")
    with pytest.raises(LogReadError, match="not by the key"):
        database.log()


async def test_a_record_that_is_changed_before_it_is_signed_is_not_signed(
    database: Database, tmp_path: Path
) -> None:
    log = database.log(each=1000)
    await fill([log], clients=1, each=5)
    database.put(3, database.lines()[3].replace(b'"n":', b'"m":'))
    log.close()
    assert database.rows("SELECT max(size) FROM candor_log.checkpoints") == [(1,)]
    assert database.judged(tmp_path, KEY).code is Code.PROBLEM


async def test_who_signs_next_signs_nothing_beside_what_another_process_has_signed(
    database: Database,
) -> None:
    first, second = database.log(each=1000), database.log(each=1000)
    await fill([first], clients=1, each=3)
    first.close()
    assert database.rows("SELECT max(size) FROM candor_log.checkpoints") == [(5,)]
    lines = database.lines()
    assert lines[2].count(b'"i":0') == 1
    prev = b""
    for seq in (2, 3, 4):  # changed, and the chain behind it made anew
        line = lines[seq].replace(b'"i":0', b'"i":7')
        if prev:
            line = line.replace(leaf(lines[seq - 1]).encode(), prev)
        database.put(seq, line)
        prev = leaf(line).encode()
    await second.append("heartbeat", {})
    second.close()
    assert database.rows("SELECT max(size) FROM candor_log.checkpoints") == [(5,)]


async def test_nothing_is_signed_while_what_was_written_here_is_not_there(
    database: Database,
) -> None:
    log = database.log(each=1000)
    await fill([log], clients=1, each=5)
    database.run("DELETE FROM candor_log.records WHERE seq > 3")
    log.close()
    assert database.rows("SELECT max(size) FROM candor_log.checkpoints") == [(1,)]


async def test_the_outbox_of_escalations_is_read_from_where_it_ended(
    database: Database, tmp_path: Path
) -> None:
    log = database.log()
    await fill([log], each=2)
    await log.append("escalation", {"n": 1})
    await log.append("ticket", {"escalation": "x"})
    first = log.outbox()
    assert [record["kind"] for record in first.records] == ["escalation", "ticket"]
    assert log.outbox(*first[1:]).records == []
    await log.append("escalation", {"n": 2})
    assert [record["n"] for record in log.outbox(*first[1:]).records] == [2]
    database.put(14, b'"kind":"ticket"')
    assert [record["kind"] for record in log.outbox().records] == ["escalation"] * 2
    copy = database.copy(tmp_path)
    assert [one["kind"] for one in read_outbox(copy / "local").records] == ["escalation"] * 2
    database.run("DROP SCHEMA candor_log CASCADE")
    with pytest.raises(LogReadError):
        log.outbox()


async def test_a_log_of_many_records_has_several_files_and_a_second_row_of_tiles(
    database: Database, tmp_path: Path
) -> None:
    from guardrails.ledger.draft import draft
    from guardrails.ledger.tables import backend_of

    rows = Rows(backend_of(database.url()), "local")
    drafts = [draft("heartbeat", {})] * 4_000
    rows.add([draft("boot", {"origin": "local"})])
    for _ in range(17):
        rows.add(drafts)
    rows.close()
    log = database.log()
    log.close()
    database.log().close()
    assert database.rows("SELECT count(*) FROM candor_log.tiles WHERE level = 1") == [(1,)]
    verdict = database.judged(tmp_path, KEY)
    assert verdict.code is Code.SOUND
    assert (verdict.logs[0].segments, verdict.logs[0].records) == (2, 68_003)

"""The guard, `candor serve` and the commands with a log in PostgreSQL."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from guardrails import Guard, PostgresLog, ScriptedModel
from guardrails.cli.main import main
from guardrails.cli.serve_desk import shared_desk
from guardrails.cli.serve_log import log_of
from guardrails.errors import ConfigurationError, TicketStoreError
from guardrails.escalation.memory import MemoryTickets
from guardrails.escalation.stored import StoredTickets
from guardrails.gateway.settings import checked
from guardrails.ledger.dropping import DroppingLog
from guardrails.ledger.escalations import escalation_body
from guardrails.ledger.memory import MemoryLog
from guardrails.opened import tickets_of
from guardrails.policy.log_settings import AnchorSpec, Checkpoints, Logging
from guardrails.policy.model import Policy
from tests.desk.clocks import office
from tests.escalation.tickets import NOW
from tests.ledger.auditor import EYE, SECOND
from tests.policies import changed, policy

from .conftest import KEY, Database

TOLD: dict[str, Any] = {
    "session": "s_1",
    "turn": 0,
    "level": "high",
    "rule": "crisis.high",
    "to": "desk",
    "within": 60,
    "about": "person",
}


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


def talk(database: Database, *logs: PostgresLog) -> None:
    """Have a conversation in each of the logs, at the same time."""

    async def one(log: PostgresLog) -> None:
        async with Guard("companion", log) as guarded:
            model = ScriptedModel(["I've missed you all day.", "Good night."])
            say = guarded.wrap(model, session="s")
            await say("Hello, I am Ann Smith.")
            await say("I want to die tonight.")

    async def all_of_them() -> None:
        await asyncio.gather(*(one(log) for log in logs))

    asyncio.run(all_of_them())
    for log in logs:
        log.close()


@pytest.fixture
def filled(database: Database) -> Database:
    talk(database, database.log(), database.log())
    return database


def test_two_guards_write_one_log_that_every_command_reads(
    filled: Database, tmp_path: Path
) -> None:
    url = filled.url("auditor")
    public = tmp_path / "key.pub"
    public.write_text(f"{KEY.verifier}\n")
    verified = run("log", "verify", url, "--key", public)
    assert verified.exit_code == 0, verified.output
    assert "boot 2" in verified.output
    replayed = run("log", "replay", url)
    assert replayed.exit_code == 0, replayed.output
    for command, said in (
        (["show", url, "--kind", "boot"], "boot"),
        (["query", url, "--count-by", "kind"], "turn_open"),
        (["tail", url, "-n", "3"], "turn_close"),
        (["export", url, "--to", "csv"], "decision"),
        (["explain", url, "0"], "boot"),
        (["report", url, "--preset", "activity"], "crisis"),
        (["checkpoint", url], "local\n"),
        (["prove", url, "3"], "c2sp.org/tlog-proof"),
    ):
        told = run("log", *command)
        assert (told.exit_code, said in told.output) == (0, True), (command, told.output)
    ids = tmp_path / "ids"
    ids.write_text("unknown\n")
    assert "1 missing" in run("log", "reconcile", url, ids).output
    assert run("policy", "shadow-report", url).exit_code == 0
    assert run("policy", "diff", "companion", "companion", "--log", url).exit_code == 0


def test_a_pulled_copy_is_proved_and_judged_by_the_second_verifier_alone(
    filled: Database, tmp_path: Path
) -> None:
    told = run("log", "pull", filled.url("auditor"), tmp_path / "copy")
    assert told.exit_code == 0
    assert "in all" in told.output
    assert SECOND.verify(tmp_path / "copy", [SECOND.Key(str(KEY.verifier))], [], []) == 0
    proof = run("log", "prove", tmp_path / "copy", "3", "--out", tmp_path / "p.tlog-proof")
    assert proof.exit_code == 0
    line = tmp_path / "line"
    line.write_bytes(filled.lines()[3])
    public = tmp_path / "key.pub"
    public.write_text(f"{KEY.verifier}\n")
    checked = run("log", "check", tmp_path / "p.tlog-proof", "--key", public, "--record", line)
    assert checked.exit_code == 0, checked.output


def test_commands_that_write_beside_the_records_say_that_they_want_a_folder(
    filled: Database, tmp_path: Path
) -> None:
    url = filled.url("auditor")
    key = tmp_path / "key"
    key.write_text(f"{KEY.written()}\n")
    for command in (
        ["doctor", url],
        ["recover", url],
        ["compress", url],
        ["index", url],
        ["witness", "submit", url, "http://localhost", "--witness-key", str(EYE.verifier)],
        ["checkpoint", url, "--sign", key],
        ["tail", url, "--follow"],
    ):
        told = run("log", *command)
        assert told.exit_code == 2, command
        assert "candor log pull" in told.output


def test_what_cannot_be_read_is_one_clear_line_with_status_2(
    database: Database, tmp_path: Path
) -> None:
    url = database.url("auditor")
    nowhere = f"postgresql://nobody@/nothing?host={tmp_path}"
    for place, said in ((url, "holds none at all"), (nowhere, "see that the server runs")):
        for command in (["verify", place], ["show", place], ["pull", place, tmp_path / "x"]):
            told = run("log", *command)
            assert (told.exit_code, len(told.output.splitlines())) == (2, 1), told.output
            assert said in told.output
    assert run("log", "pull", tmp_path, tmp_path).exit_code == 2
    database.log(None).close()
    told = run("log", "pull", url, tmp_path / "x", "--origin", "other")
    assert (told.exit_code, "it holds local" in told.output) == (2, True)
    (tmp_path / "file").write_text("")
    told = run("log", "pull", url, tmp_path / "file" / "x")
    assert (told.exit_code, "cannot be written" in told.output) == (2, True)


def test_a_server_that_refuses_is_told_apart_from_one_that_does_not_answer(
    database: Database, tmp_path: Path
) -> None:
    name = database.url("auditor").partition("?")[0].rpartition("/")[2]
    other = database.url("auditor").replace(f"/{name}", "/no_such_database", 1)
    told = run("log", "pull", other, tmp_path / "x")
    assert (told.exit_code, "cannot be used (OperationalError)" in told.output) == (2, True)
    closed = f"postgresql://auditor@localhost:1/{name}"
    told = run("log", "pull", closed, tmp_path / "x")
    assert (told.exit_code, "nothing answered at localhost, port 1;" in told.output) == (2, True)


def test_a_copy_that_was_changed_is_not_gone_on_with(database: Database, tmp_path: Path) -> None:
    database.log(None).close()
    copy = database.copy(tmp_path) / "local" / "seg-000001.jsonl"
    with copy.open("ab") as file:
        file.write(b"half a rec")
    told = run("log", "pull", database.url("auditor"), tmp_path)
    assert (told.exit_code, "pull anew" in told.output) == (1, True)


def test_tables_are_printed_as_sql(database: Database) -> None:
    told = run("log", "tables", "--writer", "gateway", "--reader", "auditor")
    assert told.exit_code == 0
    assert "| psql -v ON_ERROR_STOP=1 -1 DATABASE\n" in told.output
    database.log(None).close()
    before = database.lines()
    database.run(told.output)  # again, and nothing that was there is gone
    assert database.lines() == before
    database.log(None).close()
    assert len(database.lines()) == len(before) + 1
    assert run("log", "tables", "--writer", "a$b").exit_code == 2


def test_serve_takes_a_log_in_a_database(database: Database, tmp_path: Path) -> None:
    url = database.url()
    key = tmp_path / "key"
    key.write_text(f"{KEY.written()}\n")
    signed = log_of(url, "local", key)
    assert isinstance(signed, PostgresLog)
    assert signed.signed
    signed.close()
    serve = ["serve", "--policy", "companion", "--upstream", "http://localhost:1", "--log", url]
    told = run(*serve)
    assert (told.exit_code, "--state" in told.output) == (2, True)
    told = run(*serve, "--state", key / "a")
    assert (told.exit_code, told.output.count("\n")) == (1, 1)
    assert f"--state {key / 'a'}: " in told.output


def test_a_guard_takes_the_address_of_a_database(database: Database) -> None:
    async def run() -> str:
        async with Guard("companion", database.url()) as guarded:
            reply = await guarded.wrap(ScriptedModel(["Hello."]), session="s")("Good morning.")
            return str(reply.guardrails["receipt"]["id"])

    name = asyncio.run(run())
    assert any(name.encode() in line for line in database.lines())


def test_a_policy_that_wants_its_log_anchored_wants_a_key_and_a_copy(database: Database) -> None:
    def wanting(**fields: Any) -> Policy:
        return changed(policy(), logging=Logging(**fields))

    with pytest.raises(ConfigurationError, match="--signing-key"):
        Guard(wanting(checkpoint=Checkpoints(records=256, seconds=10)), database.log(None))
    anchor = AnchorSpec(kind="file", path_env="ANCHOR")
    with pytest.raises(ConfigurationError, match="candor log pull"):
        Guard(wanting(anchor=(anchor,)), database.log(), environ={"ANCHOR": "x"})


async def test_a_call_for_a_human_that_a_crash_left_is_found_again(database: Database) -> None:
    log = database.log()
    receipt = await log.append("escalation", escalation_body(**TOLD, at=NOW))
    desk = office(log=log, tickets=MemoryTickets()).desk
    assert await desk.intake.catch_up() == 1
    assert await desk.intake.catch_up() == 0
    [view] = await desk.list()
    assert view.id == receipt.id


async def test_gateways_of_one_log_share_their_tickets_and_call_nobody_twice(
    database: Database, tmp_path: Path
) -> None:
    """Each has a folder of its own, and neither was told where tickets are."""
    log = database.log()
    receipt = await log.append("escalation", escalation_body(**TOLD, at=NOW))
    settings = checked({"routes": {"default": {"policy": "x", "upstream": "http://y/v1"}}}, "test")
    alone: dict[str, Any] = {"tickets": None, "sessions": None, "sessions_key": None}
    found = []
    for name, where in (("a", database.url()), ("b", database.url()), ("c", str(tmp_path))):
        with shared_desk(settings, tmp_path / name, "local", **alone, log=where) as shared:
            desk = office(log=log, tickets=shared.tickets).desk
            found.append(await desk.intake.catch_up())
            [view] = await desk.list()
            assert view.id == receipt.id
        assert (tmp_path / name / "tickets.db").exists() == (name == "c")
    assert found == [1, 0, 1]


async def test_a_role_that_may_make_no_tables_for_tickets_is_told_at_the_start(
    database: Database, tmp_path: Path
) -> None:
    database.run("REVOKE ALL ON SCHEMA candor FROM gateway")
    settings = checked({"routes": {"default": {"policy": "x", "upstream": "http://y/v1"}}}, "test")
    with (
        shared_desk(
            settings,
            tmp_path,
            "local",
            tickets=None,
            sessions=None,
            sessions_key=None,
            log=database.url(),
        ) as shared,
        pytest.raises(TicketStoreError, match="may create and write the schema 'candor'"),
    ):
        await office(log=database.log(), tickets=shared.tickets).desk.intake.catch_up()


async def test_a_guard_keeps_its_tickets_with_the_log(database: Database, tmp_path: Path) -> None:
    for given in (database.url(), database.log(), DroppingLog(database.log(), time.time)):
        store = tickets_of(given)
        assert isinstance(store, StoredTickets)
        store.close()
    assert isinstance(tickets_of(MemoryLog()), MemoryTickets)
    assert isinstance(tickets_of(database.log(place=database.breaking())), MemoryTickets)
    async with Guard("companion", database.log()) as one:
        made = one.desk.intake.tickets
    assert isinstance(made, StoredTickets)
    assert database.rows("SELECT 1 FROM pg_tables WHERE schemaname = 'candor'")

"""What whoever owns the database does to a log, and who notices: both verifiers agree on each."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from guardrails.cli.main import main
from guardrails.errors import ProofError
from guardrails.ledger.note import Checkpoint
from guardrails.ledger.prove import newest_checkpoint
from guardrails.ledger.pull import pull
from guardrails.ledger.verdict import Code
from tests.ledger.auditor import changed, rechained

from .conftest import KEY, Database


def edit(database: Database) -> None:
    database.put(7, changed(database.lines()[7], n=99))


def remove(database: Database) -> None:
    database.run("DELETE FROM candor_log.records WHERE seq = 7")


def swap(database: Database) -> None:
    lines = database.lines()
    database.put(7, lines[8])
    database.put(8, lines[7])


def insert(database: Database) -> None:
    database.run("UPDATE candor_log.records SET seq = seq + 100 WHERE seq > 7")
    database.run("UPDATE candor_log.records SET seq = seq - 99 WHERE seq > 100")
    database.run("INSERT INTO candor_log.records SELECT log, 8, line FROM candor_log.records "
                 "WHERE seq = 7")  # fmt: skip


def smuggle(database: Database) -> None:
    database.put(7, database.lines()[7] + b"\n" + database.lines()[7])


def edit_and_chain_anew(database: Database) -> None:
    lines = database.lines()
    lines[7] = changed(lines[7], n=99)
    for seq, line in enumerate(rechained(lines)):
        database.put(seq, line)


def cut_off(database: Database) -> None:
    database.run("DELETE FROM candor_log.records WHERE seq > 20")


def put_back(database: Database) -> None:
    database.run("DELETE FROM candor_log.records WHERE seq > 20")
    database.run("DELETE FROM candor_log.checkpoints WHERE size > 21")


def unsign(database: Database) -> None:
    database.run("DELETE FROM candor_log.checkpoints")


def change_file(database: Database) -> None:
    database.run("UPDATE candor_log.files SET data = 'another text'")


def remove_file(database: Database) -> None:
    database.run("DELETE FROM candor_log.files")


Attack = Callable[[Database], None]
P, U, S = Code.PROBLEM, Code.UNANCHORED, Code.SOUND


@pytest.mark.parametrize(
    ("attack", "alone", "with_key", "with_memory"),
    [
        (edit, P, P, P),
        (remove, P, P, P),
        (swap, P, P, P),
        (insert, P, P, P),
        (smuggle, P, P, P),
        (edit_and_chain_anew, P, P, P),  # alone: since a checkpoint is there, by whomever
        (cut_off, P, P, P),
        (put_back, U, S, P),
        (unsign, P, P, P),
        (change_file, P, P, P),
        (remove_file, P, P, P),
    ],
)
async def test_what_an_owner_changes_is_noticed_by(
    database: Database,
    tmp_path: Path,
    attack: Attack,
    alone: Code,
    with_key: Code,
    with_memory: Code,
) -> None:
    log = database.log()
    name = await log.attach(b"a policy")
    policy = {"id": "p", "hash": name}
    await log.append("policy", {"policy": policy, "file": name})
    for n in range(40):
        await log.append("heartbeat", {"n": n})
    log.close()
    copy = database.copy(tmp_path / "before")
    kept: list[Checkpoint] = [newest_checkpoint(copy / "local")]

    attack(database)

    assert database.judged(tmp_path / "alone").code is alone
    assert database.judged(tmp_path / "keyed", KEY).code is with_key
    assert database.judged(tmp_path / "kept", KEY, kept=kept).code is with_memory


@pytest.mark.parametrize("attack", [edit_and_chain_anew, cut_off, put_back, unsign])
async def test_a_copy_remembers_and_is_not_gone_on_with(
    database: Database, tmp_path: Path, attack: Attack
) -> None:
    log = database.log()
    for n in range(40):
        await log.append("heartbeat", {"n": n})
    log.close()
    copy = database.copy(tmp_path) / "local"
    before = {path: path.read_bytes() for path in copy.rglob("*") if path.is_file()}

    attack(database)

    with pytest.raises(ProofError, match="keep the copy"):
        pull(database.url("auditor"), tmp_path)
    assert {path: path.read_bytes() for path in copy.rglob("*") if path.is_file()} == before


async def test_a_log_that_is_gone_as_a_whole_is_missed_by_its_copy(
    database: Database, tmp_path: Path
) -> None:
    for origin in ("local", "eu/two"):
        database.log(None, origin=origin).close()
    database.copy(tmp_path)
    assert len(pull(database.url("auditor"), tmp_path)) == 2
    database.run("DELETE FROM candor_log.records WHERE log = 'eu/two'")
    for origin in (None, "eu/two"):
        with pytest.raises(ProofError, match=r"the log eu/two, .* keep the copy"):
            pull(database.url("auditor"), tmp_path, origin)
    [told] = pull(database.url("auditor"), tmp_path, "local")
    assert told.size == 1
    database.run("DELETE FROM candor_log.records")
    with pytest.raises(ProofError, match="keep the copy"):
        pull(database.url("auditor"), tmp_path, "local")


async def test_a_copy_is_gone_on_with_as_often_as_you_like(
    database: Database, tmp_path: Path
) -> None:
    for _ in range(4):
        log = database.log()
        for n in range(15):
            await log.append("heartbeat", {"n": n})
        database.copy(tmp_path)  # while it is written
        log.close()
        assert database.judged(tmp_path, KEY).code is Code.SOUND
    [told] = pull(database.url("auditor"), tmp_path)
    assert (told.records, told.size) == (0, 64)
    database.copy(tmp_path / "whole")
    for name in ("seg-000001.jsonl", "checkpoints", "checkpoint"):
        whole = tmp_path / "whole" / "local" / name
        assert whole.read_bytes() == (tmp_path / "local" / name).read_bytes()


async def test_names_in_a_hostile_database_lead_nowhere(database: Database, tmp_path: Path) -> None:
    log = database.log()
    name = await log.attach(b"text")
    log.close()
    database.run("INSERT INTO candor_log.files VALUES ('local', '../../up', 'x')")
    copy = database.copy(tmp_path / "copy")
    kept = [path.name for path in (copy / "local" / "files").iterdir()]
    assert kept == [name.removeprefix("sha256:")]
    assert not (tmp_path / "up").exists()
    for other in ("../up", "a" * 300, "local/seg-000002.jsonl", "local/lock", "x\\y", "\x1b[2J"):
        database.run("DELETE FROM candor_log.records WHERE log <> 'local'")
        database.run(f"INSERT INTO candor_log.records VALUES ('{other}', 0, 'x')")
        with pytest.raises(ProofError, match="no folder can be called so") as told:
            database.copy(tmp_path / "copy")
        assert str(told.value).isprintable()
        assert len(str(told.value)) < 200
    assert not (tmp_path / "up").exists()


async def test_a_log_with_a_hostile_name_keeps_nobody_from_the_others(
    database: Database, tmp_path: Path
) -> None:
    database.log().close()
    database.log(None, origin="zoo").close()
    for name in ("../up", "local/seg-000001.jsonl", "\x1b[2J"):
        database.run(f"INSERT INTO candor_log.records VALUES ('{name}', 0, 'x')")
    url = database.url("auditor")
    told = CliRunner().invoke(main, ["log", "pull", url, str(tmp_path / "copy")])
    assert told.exit_code == 1
    assert [line.partition(":")[0] for line in told.stdout.splitlines()] == [
        str(tmp_path / "copy" / "local"),
        str(tmp_path / "copy" / "zoo"),
    ]
    assert told.stderr.count("no folder can be called so\n") == told.stderr.count("\n") == 3
    assert "\x1b" not in told.stderr
    verified = CliRunner().invoke(main, ["log", "verify", url, "--key", str(KEY.verifier)])
    assert (verified.exit_code, verified.stderr) == (1, told.stderr)
    assert "local: " in verified.stdout
    assert "zoo: " in verified.stdout
    assert verified.stdout.endswith("Result: NOT SOUND\n")
    shown = CliRunner().invoke(main, ["log", "show", url])
    assert (shown.exit_code, shown.stderr, "boot" in shown.stdout) == (1, told.stderr, True)
    for name in ("local", "zoo"):
        database.run(f"DELETE FROM candor_log.records WHERE log = '{name}'")
    alone = CliRunner().invoke(main, ["log", "verify", url])
    assert (alone.exit_code, alone.stdout) == (1, "")


async def test_a_copy_without_its_tiles_is_gone_on_with(database: Database, tmp_path: Path) -> None:
    for _ in range(2):
        log = database.log()
        for n in range(5):
            await log.append("heartbeat", {"n": n})
        log.close()
        database.copy(tmp_path)
        shutil.rmtree(tmp_path / "local" / "tile")
    database.log().close()
    assert database.judged(tmp_path, KEY).code is Code.SOUND
    assert (tmp_path / "local" / "tile").is_dir()


def test_a_copy_may_lie_within_the_folder_of_another_log(
    database: Database, tmp_path: Path
) -> None:
    database.log(None).close()
    (tmp_path / "seg-000001.jsonl").touch()
    assert pull(database.url("auditor"), tmp_path)[0].folder == tmp_path / "local"

"""`candor log doctor | recover | compress | prune`."""

from __future__ import annotations

import asyncio
import errno
import json
import os
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guardrails.cli.main import main
from guardrails.ledger.index import COLUMNS
from guardrails.ledger.keys import LOG, SigningKey
from guardrails.ledger.notary import Signing
from guardrails.ledger.store import FileLog

OLD = 1_500_000_000_000_000_000  # ns: July 2017


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["log", *map(str, arguments)])


def write(directory: Path, key: SigningKey | None = None, origin: str = "web-1") -> FileLog:
    async def go() -> FileLog:
        log = FileLog(
            directory,
            origin=origin,
            segment_records=8,
            clock=lambda: OLD,
            signing=None if key is None else Signing(key),
        )
        for n in range(20):
            await log.append("heartbeat", {"n": n})
        return log

    log = asyncio.run(go())
    log.close()
    return log


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    write(tmp_path / "logs")
    return tmp_path / "logs"


@pytest.fixture
def signed(tmp_path: Path) -> tuple[Path, Path]:
    key = SigningKey("web-1", LOG, bytes(32))
    (tmp_path / "key").write_text(f"{key.written()}\n")
    (tmp_path / "key.pub").write_text(f"{key.verifier}\n")
    write(tmp_path / "logs", key)
    return tmp_path / "logs", tmp_path / "key"


def test_a_log_in_order_needs_nothing(directory: Path) -> None:
    result = run("doctor", directory)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("web-1: 21 records, closed\n")
    assert "advice  2 full segments are not compressed" in result.stdout
    assert result.stdout.endswith("  Nothing has to be done.\n")


def test_a_torn_log_is_diagnosed_and_mended(directory: Path) -> None:
    with (directory / "web-1" / "seg-000003.jsonl").open("ab") as file:
        file.write(b"torn")
    sick = run("doctor", directory)
    assert sick.exit_code == 1
    assert "fault   Its end is torn: 4 bytes after record 20" in sick.stdout
    assert "Nothing has to be done" not in sick.stdout

    mended = run("recover", directory)

    assert mended.exit_code == 0
    assert "4 bytes of no whole record were moved out of segment 3" in mended.stdout
    again = run("recover", directory)
    assert (again.exit_code, "nothing is torn" in again.stdout) == (0, True)
    assert run("verify", directory).exit_code == 3
    assert run("doctor", directory).exit_code == 0


def test_recover_signs_what_it_writes_if_it_is_given_the_key(signed: tuple[Path, Path]) -> None:
    directory, key = signed
    with (directory / "web-1" / "seg-000003.jsonl").open("ab") as file:
        file.write(b"torn")
    assert run("recover", directory, "--sign", key).exit_code == 0
    assert run("verify", directory, "--key", key.with_suffix(".pub")).exit_code == 0


def test_a_torn_list_of_checkpoints_is_no_evidence_of_anything(
    signed: tuple[Path, Path],
) -> None:
    directory, key = signed
    path = directory / "web-1" / "checkpoints"
    path.write_bytes(path.read_bytes()[:-40])
    sick = run("doctor", directory)
    assert sick.exit_code == 1
    assert "fault   Its last checkpoint is torn: " in sick.stdout
    assert "Start the service that writes it" in sick.stdout
    assert "evidence" not in sick.stdout
    left = run("recover", directory, "--sign", key)
    assert (left.exit_code, "only its last checkpoint is torn" in left.stderr) == (1, True)
    with (directory / "web-1" / "seg-000003.jsonl").open("ab") as file:
        file.write(b"torn")  # one crash may do both
    assert "Its end is torn: 4 bytes" in run("doctor", directory).stdout
    assert run("recover", directory, "--sign", key).exit_code == 0
    assert run("verify", directory, "--key", key.with_suffix(".pub")).exit_code == 0
    path.write_bytes(path.read_bytes()[:-40])
    assert run("checkpoint", directory, "--sign", key).exit_code == 0
    assert run("verify", directory, "--key", key.with_suffix(".pub")).exit_code == 0


def test_recover_touches_nothing_else(directory: Path) -> None:
    path = directory / "web-1" / "seg-000003.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"n":17', b'"n":16'))
    result = run("recover", directory)
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "nothing was changed" in result.stderr


@pytest.mark.parametrize("command", ["recover", "compress", "doctor"])
def test_where_there_is_no_log_nothing_can_be_told(tmp_path: Path, command: str) -> None:
    result = run(command, tmp_path)
    assert result.exit_code == 2
    assert "no decision log" in result.output
    assert run(command, tmp_path / "nowhere").exit_code == 2
    (tmp_path / "file").write_text("x")
    assert run(command, tmp_path / "file").exit_code == 2


def test_full_segments_are_compressed(directory: Path) -> None:
    result = run("compress", directory)
    assert result.exit_code == 0
    assert "2 segments, 0.0 MiB to 0.0 MiB" in result.stdout
    assert len(list(directory.rglob("*.zst"))) == 2
    assert run("verify", directory).exit_code == 3
    assert run("doctor", directory).exit_code == 0
    assert "0 segments" in run("compress", directory).stdout


def test_only_closed_logs_are_compressed_pruned_and_mended(directory: Path) -> None:
    log = FileLog(directory, origin="web-1")
    for command in (["compress", directory], ["prune", directory, "--older-than", "1"]):
        result = run(*command)
        assert result.exit_code == 1
        assert "another writer has the log" in result.stderr
    log.close()


def test_a_disk_that_refuses_a_compressed_file_is_told_of(directory: Path) -> None:
    (directory / "web-1" / "packing.draft").mkdir()
    result = run("compress", directory)
    assert result.exit_code == 1
    assert os.strerror(errno.EISDIR) in result.stderr


def test_records_can_be_asked_in_sql(directory: Path, tmp_path: Path) -> None:
    run("compress", directory)
    made = run("index", directory)
    assert (made.exit_code, made.stdout) == (0, f"{directory / 'index.db'}: 21 records\n")
    run("index", directory / "web-1")  # beside the records it is no stranger
    assert "no part of the log" not in run("verify", directory).stdout
    database = sqlite3.connect(directory / "index.db")
    asked = "SELECT kind, COUNT(*), MIN(seq), MAX(line) FROM records GROUP BY kind ORDER BY kind"
    assert database.execute(asked).fetchall() == [("boot", 1, 0, 1), ("heartbeat", 20, 1, 8)]
    names = [one[1] for one in database.execute("PRAGMA table_info(records)")]
    assert tuple(names) == COLUMNS
    database.close()
    assert run("index", directory).exit_code == 0  # again, over the old one


def test_an_index_that_cannot_be_made_leaves_what_was_there(
    directory: Path, tmp_path: Path
) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("mine")
    refused = run("index", directory, "--out", other)
    assert refused.exit_code == 1
    assert "no database" in refused.stderr
    assert other.read_text() == "mine"
    assert run("index", directory, "--out", tmp_path / "no" / "where.db").exit_code == 1
    assert run("index", tmp_path / "empty", "--out", tmp_path / "x.db").exit_code == 2
    (tmp_path / "y.db.draft").mkdir()
    assert run("index", directory, "--out", tmp_path / "y.db").exit_code == 1
    (tmp_path / "y.db.draft").rmdir()
    path = directory / "web-1" / "seg-000003.jsonl"
    path.write_bytes(path.read_bytes() + b"{}\n")
    torn = run("index", directory, "--out", tmp_path / "x.db")
    assert torn.exit_code == 2
    assert "seg-000003.jsonl:6: no record" in torn.stderr
    assert not list(tmp_path.glob("x.db*"))


def test_old_segments_are_removed_and_the_rest_is_sound(directory: Path) -> None:
    dry = run("prune", directory, "--older-than", "400", "--dry-run")
    assert dry.exit_code == 0
    assert "segments 1 to 2 would be removed: records 0 to 15, until 2017-07-14" in dry.stdout
    assert len(list(directory.rglob("seg-*"))) == 3

    result = run("prune", directory, "--older-than", "400", "--reason", "law")

    assert result.exit_code == 0
    assert "segments 1 to 3 were removed" in result.stdout  # the run that prunes begins the next
    shown = run("verify", directory)
    assert shown.exit_code == 3
    assert "gone   21 records before these were removed" in shown.stdout
    assert "Old segments" in run("explain", directory, "22").stdout
    assert "nothing is old enough" in run("prune", directory, "--older-than", "400").stdout
    assert run("prune", directory).exit_code == 2


def test_what_was_pruned_is_told_by_who_is_asked_for_it(directory: Path) -> None:
    assert run("prune", directory, "--older-than", "400").exit_code == 0
    gone = "records 0 to 20 of the log web-1 were removed (pruned); records 0 to 20 of them"
    by = "for 'age' at 20"

    asked = run("explain", directory, "5")
    assert asked.exit_code == 2
    assert f"no record 5 in {directory}: {gone} {by}" in asked.stderr
    assert "as retain record 22 says" in asked.stderr
    assert "removed" not in run("explain", directory, "99").stderr

    told = run("replay", directory)
    assert f"  not replayed   {gone} {by}" in told.stdout
    removed = json.loads(run("replay", directory, "--format", "json").stdout)["removed"]
    assert [(one["log"], one["records"], len(one["removals"])) for one in removed] == [
        ("web-1", 21, 1)
    ]
    assert gone in run("replay", directory, "--format", "html").stdout
    assert run("replay", directory, "--format", "html").stdout.count("removed before") == 1


def test_a_log_of_several_is_pruned_by_its_name(directory: Path) -> None:
    write(directory, origin="web-2")
    several = run("prune", directory, "--older-than", "400")
    assert several.exit_code == 2
    assert "holds web-1, web-2: say which one with --origin, such as --origin web-1" in (
        several.stderr
    )
    named = run("prune", directory, "--older-than", "400", "--origin", "web-2")
    assert named.exit_code == 0
    assert f"{directory / 'web-2'}: segments 1 to 3 were removed" in named.stdout


def test_a_signed_log_is_pruned_with_its_key_alone(signed: tuple[Path, Path]) -> None:
    directory, key = signed
    without = run("prune", directory, "--older-than", "400")
    assert without.exit_code == 1
    assert "give its private key with --sign" in without.stderr
    done = run("prune", directory, "--older-than", "400", "--sign", key)
    assert done.exit_code == 0, done.output
    assert run("verify", directory, "--key", key.with_suffix(".pub")).exit_code == 0


@pytest.mark.parametrize("name", ["web-1", "safety"])
@pytest.mark.parametrize(
    "command",
    [("prune", "--older-than", "0"), ("recover",), ("checkpoint", "--origin", "web-1")],
)
def test_a_key_that_did_not_sign_the_log_is_refused_in_one_line(
    signed: tuple[Path, Path], tmp_path: Path, name: str, command: tuple[str, ...]
) -> None:
    directory, _ = signed
    wrong = SigningKey.generate(name)
    (tmp_path / "wrong").write_text(f"{wrong.written()}\n")
    before = {one: one.read_bytes() for one in directory.rglob("*") if one.is_file()}
    told = run(command[0], directory, *command[1:], "--sign", tmp_path / "wrong")
    assert told.exit_code == 2
    assert told.stderr.count("\n") == 1
    why = "is not the one with which" if name == "web-1" else "a key of its own name, not safety"
    assert why in told.stderr
    assert {one: one.read_bytes() for one in directory.rglob("*") if one.is_file()} == before


def test_a_log_that_is_not_sound_is_not_pruned(directory: Path) -> None:
    path = directory / "web-1" / "seg-000001.jsonl"
    path.chmod(0o640)
    path.write_bytes(path.read_bytes().replace(b'"n":3', b'"n":4'))
    result = run("prune", directory, "--older-than", "400")
    assert result.exit_code == 1
    assert "not sound, and nothing of it is removed" in result.stderr
    assert path.exists()

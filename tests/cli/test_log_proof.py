"""`candor log keygen | checkpoint | prove | check | reconcile | witness | verify --key`."""

from __future__ import annotations

import asyncio
import json
import re
import stat
import subprocess
import sys
from dataclasses import astuple
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guardrails.cli.main import main
from guardrails.ledger.base import Receipt
from guardrails.ledger.keys import SigningKey
from guardrails.ledger.notary import Signing
from guardrails.ledger.store import FileLog


def run(*arguments: str | Path, given: str | None = None) -> Result:
    return CliRunner().invoke(main, ["log", *map(str, arguments)], input=given)


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    """Return the folder with the keys of the log web-1, of another log, and of a witness."""
    assert run("keygen", "web-1", tmp_path / "log").exit_code == 0
    assert run("keygen", "web-1", tmp_path / "other").exit_code == 0
    assert run("keygen", "eye.example/1", tmp_path / "eye", "--witness").exit_code == 0
    return tmp_path


def write(directory: Path, key: Path | None, origin: str = "web-1") -> list[Receipt]:
    signing = None if key is None else Signing(SigningKey.parse(key.read_text().strip()))

    async def go() -> list[Receipt]:
        log = FileLog(directory, origin=origin, signing=signing)
        found = [await log.append("turn_close", {"turn": n}) for n in range(9)]
        log.close()
        return found

    return asyncio.run(go())


def told(result: Result, code: int) -> str:
    """Return the one line that the command ended with."""
    assert result.exit_code == code, result.output
    assert result.stderr.count("\n") == 1
    return result.stderr


def slip(path: Path, receipt: Receipt) -> Path:
    fields = {"id": receipt.id, "seq": receipt.seq, "leaf": receipt.leaf, "origin": receipt.origin}
    path.write_text(json.dumps(fields))
    return path


def test_a_key_pair_is_two_files_and_only_one_of_them_is_secret(keys: Path) -> None:
    result = run("keygen", "web-9", keys / "new")
    assert result.stdout.strip() == (keys / "new.pub").read_text().strip()
    assert result.stdout.startswith("web-9+")
    assert stat.S_IMODE((keys / "new").stat().st_mode) == 0o600
    assert (keys / "new").read_text().startswith("PRIVATE+KEY+web-9+")


def test_a_key_is_never_written_over(keys: Path) -> None:
    before = (keys / "log").read_text()
    assert "nothing that is there is written over" in told(run("keygen", "a", keys / "log"), 1)
    assert (keys / "log").read_text() == before
    assert "has no spaces" in told(run("keygen", "a b", keys / "third"), 1)


def test_a_log_is_verified_with_its_public_key(keys: Path) -> None:
    write(keys / "d", keys / "log")
    for key in (keys / "log.pub", (keys / "log.pub").read_text().strip()):
        result = run("verify", keys / "d", "--key", key)
        assert result.exit_code == 0
        assert "10 records by the key that you gave" in result.stdout
    assert "no key to check them with was given" in run("verify", keys / "d").stdout
    assert run("verify", keys / "d").exit_code == 3
    wrong = run("verify", keys / "d", "--key", keys / "other.pub")
    assert wrong.exit_code == 1
    assert "the key of web-1 that you gave has signed no checkpoint" in wrong.stdout


def test_a_checkpoint_that_lies_there_twice_is_counted_once(keys: Path) -> None:
    write(keys / "d", keys / "log")
    log = keys / "d" / "web-1"
    assert (log / "checkpoint").read_bytes() in (log / "checkpoints").read_bytes()

    there = (log / "checkpoints").read_bytes().count(b"web-1\n")
    assert f"signed {there} checkpoints" in run("verify", keys / "d").stdout


@pytest.mark.parametrize(
    ("old", "new", "line", "covered"),
    [
        (b'"kind":"boot"', b'"kind":"boat"', 1, "none that you can check fits the records as"),
        (b'"turn":1', b'"turn":7', 4, "1 records by the key that you gave, and no more: see the"),
    ],
)
def test_records_that_do_not_match_are_not_put_down_to_a_key_that_is_missing(
    keys: Path, old: bytes, new: bytes, line: int, covered: str
) -> None:
    write(keys / "d", keys / "log")
    segment = keys / "d" / "web-1" / "seg-000001.jsonl"
    segment.write_bytes(segment.read_bytes().replace(old, new))
    given = run("verify", keys / "d", "--key", keys / "log.pub").stdout
    first = re.search(r"^  problem  (.*)$", given, re.MULTILINE)

    assert first is not None
    assert f"seg-000001.jsonl:{line}: " in first[1]
    assert covered in given
    assert f"Look at the first problem first: {first[1]}\n" in given
    assert "was given" not in given
    without = run("verify", keys / "d").stdout
    assert "no key to check them with was given\n" in without
    assert "no key (--key), checkpoint" in without
    assert "Look at the first problem" not in without


def test_the_end_that_does_not_match_is_told_apart_from_an_end_not_signed_yet(keys: Path) -> None:
    write(keys / "d", keys / "log")
    sound = keys / "d" / "web-1" / "checkpoint"
    (keys / "kept").write_bytes(sound.read_bytes())
    write(keys / "d", keys / "log")
    segment = keys / "d" / "web-1" / "seg-000001.jsonl"
    whole = segment.read_bytes()
    at = whole.rindex(b'"turn":1')
    segment.write_bytes(whole[:at] + b'"turn":7' + whole[at + 8 :])

    told = run("verify", keys / "d", "--key", keys / "log.pub", "--checkpoint", keys / "kept")
    assert "10 records as in a checkpoint that you kept, and no more: see the" in told.stdout
    assert re.search("That the last [0-9] records of web-1 are what was signed", told.stdout)
    assert "not yet covered" not in told.stdout


def test_what_was_given_and_vouches_for_nothing_is_told_as_that(keys: Path) -> None:
    write(keys / "d", keys / "log")
    told = run("verify", keys / "d", "--key", keys / "eye.pub")
    assert told.exit_code == 3
    assert "; nothing that you gave vouches for the records\n" in told.stdout
    assert "nothing that you gave vouches for any of its records." in told.stdout
    assert "was given" not in told.stdout


def test_a_foreign_log_is_told_by_its_name(keys: Path) -> None:
    write(keys / "d", None, origin="web-2")
    result = run("verify", keys / "d", "--key", keys / "log.pub")
    assert result.exit_code == 1
    assert "no log here is called web-1, whose key or checkpoint you gave" in result.stdout
    machine = run("verify", keys / "d", "--key", keys / "log.pub", "--format", "json")
    assert json.loads(machine.stdout)["absent"] == ["web-1"]


def test_a_checkpoint_that_was_kept_anchors_a_log(keys: Path) -> None:
    write(keys / "d", keys / "log")
    kept = keys / "kept"
    kept.write_bytes(run("checkpoint", keys / "d").stdout_bytes)
    result = run("verify", keys / "d", "--checkpoint", kept)
    assert result.exit_code == 0
    assert "10 records as in a checkpoint that you kept" in result.stdout

    kept.write_bytes(kept.read_bytes()[:-20])
    assert told(run("verify", keys / "d", "--checkpoint", kept), 2).startswith(f"candor: {kept}: ")
    assert run("verify", keys / "d", "--checkpoint", keys / "none").exit_code == 2


def test_a_log_that_was_not_signed_is_signed_on_request(keys: Path) -> None:
    write(keys / "d", None)
    assert "has no checkpoint" in told(run("checkpoint", keys / "d"), 2)
    assert run("checkpoint", keys / "d", "--sign", keys / "log").stdout.startswith("web-1\n10\n")
    assert run("verify", keys / "d", "--key", keys / "log.pub").exit_code == 0
    assert "is no private key" in told(run("checkpoint", keys / "d", "--sign", keys / "log.pub"), 2)


def test_a_log_that_somebody_writes_is_not_signed_from_outside(keys: Path) -> None:
    log = FileLog(keys / "d", origin="web-1")
    assert "another writer has the log" in told(
        run("checkpoint", keys / "d", "--sign", keys / "log"), 1
    )
    log.close()


def test_a_record_is_proven_and_the_proof_checked_without_the_log(keys: Path) -> None:
    receipts = write(keys / "d", keys / "log")
    receipt = slip(keys / "slip.json", receipts[4])
    proof = keys / "proof.tlog-proof"
    for record in ("5", receipts[4].id, receipts[4].leaf, receipt):
        assert run("prove", keys / "d", record, "--out", proof).exit_code == 0
        for which in (("--receipt", receipt), ("--leaf", receipts[4].leaf)):
            result = run("check", proof, "--key", keys / "log.pub", *which)
            assert result.exit_code == 0
            assert result.stdout == "record 5 of web-1 is one of the 10 that it signed\n"
    assert run("prove", keys / "d", "5").stdout_bytes == proof.read_bytes()

    line = (keys / "d" / "web-1" / "seg-000001.jsonl").read_bytes().split(b"\n")[5]
    (keys / "line").write_bytes(line + b"\n")
    assert run("check", proof, "--key", keys / "log.pub", "--record", keys / "line").exit_code == 0
    (keys / "line").write_bytes(line.replace(b'"turn":4', b'"turn":5'))
    changed = run("check", proof, "--key", keys / "log.pub", "--record", keys / "line")
    assert "does not lead from this record" in told(changed, 1)
    other = run("check", proof, "--key", keys / "other.pub", "--receipt", receipt)
    assert "is not signed by a key that you gave" in told(other, 1)
    slip(receipt, Receipt(receipts[4].id, 5, receipts[4].leaf, "web-2"))
    foreign = run("check", proof, "--key", keys / "log.pub", "--receipt", receipt)
    assert "the receipt is of web-2, the proof of web-1" in told(foreign, 1)


def test_a_receipt_that_was_changed_is_refused(keys: Path) -> None:
    receipts = write(keys / "d", keys / "log")
    name, seq, leaf, origin = astuple(receipts[4])
    proof = keys / "proof"
    lines = (keys / "d" / "web-1" / "seg-000001.jsonl").read_bytes().split(b"\n")
    (keys / "line").write_bytes(lines[5] + b"\n")
    (keys / "next").write_bytes(lines[6] + b"\n")
    true = slip(keys / "true.json", receipts[4])
    assert run("prove", keys / "d", true, "--out", proof).exit_code == 0
    asked = ("check", proof, "--key", keys / "log.pub")
    assert run(*asked, "--receipt", true, "--record", keys / "line").exit_code == 0
    bare = keys / "bare.json"
    bare.write_text(json.dumps({"id": name, "leaf": leaf, "origin": origin}))
    assert run(*asked, "--receipt", bare).exit_code == 0

    moved = slip(keys / "moved.json", Receipt(name, 7, leaf, origin))
    for command in (("prove", keys / "d", moved), (*asked, "--receipt", moved)):
        assert "names record 7, and what has its hash is record 5" in told(run(*command), 1)
    other = slip(keys / "other.json", Receipt(receipts[3].id, seq, leaf, origin))
    for command in (
        ("prove", keys / "d", other),
        (*asked, "--receipt", other, "--record", keys / "line"),
        (*asked, "--receipt", true, "--record", keys / "next"),
    ):
        assert "the record with its hash has another one" in told(run(*command), 1)
    (keys / "none").write_text("no record")
    unlike = run(*asked, "--receipt", true, "--record", keys / "none")
    assert "the record with its hash has another one" in told(unlike, 1)
    (keys / "line").write_bytes(lines[5].replace(b'"turn":4', b'"turn":5'))
    unlike = run(*asked, "--receipt", true, "--record", keys / "line")
    assert "does not have the hash of this record" in told(unlike, 1)
    text = slip(keys / "text.json", receipts[4]).read_text().replace(": 5", ': "5"')
    (keys / "text.json").write_text(text)
    assert "is no receipt" in told(run(*asked, "--receipt", keys / "text.json"), 2)


def test_a_witness_does_not_speak_for_the_log(keys: Path) -> None:
    receipts = write(keys / "d", keys / "log")
    run("prove", keys / "d", "5", "--out", keys / "p")
    asked = ("check", keys / "p", "--leaf", receipts[4].leaf, "--key", keys / "eye.pub")
    assert "the key of the log web-1 is needed as well (--key)" in told(run(*asked), 2)
    assert run(*asked, "--key", keys / "log.pub").exit_code == 0


def test_what_cannot_be_proven_or_checked_is_exit_status_2(keys: Path) -> None:
    receipts = write(keys / "d", keys / "log")
    proof, log_key = keys / "p", keys / "log.pub"
    run("prove", keys / "d", "5", "--out", proof)
    leaf = ("--leaf", receipts[4].leaf)

    assert "no record is called" in told(run("prove", keys / "d", "nonsense"), 2)
    assert "no record is called" in told(run("prove", keys / "d", "sha256:" + "0" * 64), 2)
    assert "there is no record 10; the log holds 10" in told(run("prove", keys / "d", "10"), 2)
    assert "cannot read" in told(run("prove", keys / "nowhere", "1"), 2)
    assert "is no receipt" in told(run("prove", keys / "d", log_key), 2)
    assert "No such file" in told(run("check", keys / "none", "--key", log_key, *leaf), 2)
    assert "is no proof" in told(run("check", log_key, "--key", log_key, *leaf), 2)
    assert "nor a key" in told(run("check", proof, "--key", "x", *leaf), 2)
    assert "sha256:<64 hex" in told(run("check", proof, "--key", log_key, "--leaf", "x"), 2)
    assert run("check", proof, "--key", log_key).exit_code == 2
    assert "No such file" in told(run("prove", keys / "d", "1", "--out", keys / "no" / "p"), 1)


def test_one_of_several_logs_is_named(keys: Path) -> None:
    write(keys / "d", keys / "log")
    write(keys / "d", None, origin="web-2")
    assert "say which one with --origin" in told(run("checkpoint", keys / "d"), 2)
    assert run("checkpoint", keys / "d", "--origin", "web-1").exit_code == 0
    assert "does not hold one log web-3" in told(
        run("checkpoint", keys / "d", "--origin", "web-3"), 2
    )


def test_the_applications_own_ids_are_compared_with_the_log(keys: Path) -> None:
    ids = [receipt.id for receipt in write(keys / "d", None)]
    same = run("reconcile", keys / "d", "-", given="\n".join(ids))
    assert same.exit_code == 0
    assert same.stdout.splitlines() == [
        "9 of 9 ids are in the log",
        "0 missing from the log",
        "0 in the log, and not among yours",
        "0 there more than once",
    ]
    other = run("reconcile", keys / "d", "-", given="\n".join([*ids[1:], ids[1], "\x1b[31m"]))
    assert other.exit_code == 1
    assert other.stdout.splitlines() == [
        "8 of 9 ids are in the log",
        "1 missing from the log",
        "  '\\x1b[31m'",
        "1 in the log, and not among yours",
        f"  {ids[0]}",
        "1 there more than once",
        f"  {ids[1]}",
    ]
    many = run("reconcile", keys / "d", "-", given="\n".join(map(str, range(30))))
    assert "  and 10 more" in many.stdout


def test_what_cannot_be_compared_is_exit_status_2(keys: Path) -> None:
    write(keys / "d", None)
    assert "holds no ids" in told(run("reconcile", keys / "d", "-", given="\n"), 2)
    assert "cannot read" in told(run("reconcile", keys / "none", "-", given="x"), 2)
    (keys / "ids").write_bytes(b"\xff")
    assert "is no text" in told(run("reconcile", keys / "d", keys / "ids"), 2)
    for text in ('{"id": "x"}', '[\n  {"id": "x"}\n]'):
        assert "the ids alone are wanted" in told(run("reconcile", keys / "d", "-", given=text), 2)


def test_ids_of_records_that_were_removed_are_counted_apart(keys: Path) -> None:
    log = FileLog(keys / "d", origin="web-1", segment_records=4)

    async def go() -> list[str]:
        found = []
        for n in range(9):
            found.append((await log.append("turn_close", {"turn": n})).id)
            await asyncio.sleep(0.002)
        return found

    ids = asyncio.run(go())
    log.close()
    assert run("prune", keys / "d", "--older-than", "0").exit_code == 0
    whole = run("reconcile", keys / "d", "-", given="\n".join(ids))
    assert whole.exit_code == 2
    gone = int(whole.stdout.splitlines()[2].split()[0])
    assert f"{9 - gone} of 9 ids are in the log\n0 missing from the log\n" in whole.stdout
    assert f"{gone} of a time whose records were removed" in whole.stdout
    assert gone >= 7
    never = ids[-1][:14] + "7000-8000-000000000000"
    lost = run("reconcile", keys / "d", "-", given="\n".join([*ids, never, "x"]))
    assert (lost.exit_code, "2 missing from the log" in lost.stdout) == (1, True)
    kept = run("reconcile", keys / "d", "-", given="\n".join(ids[gone:]))
    assert (kept.exit_code, "removed" in kept.stdout) == (0, False)


def test_a_witness_is_served_and_asked(keys: Path) -> None:
    write(keys / "d", keys / "log")
    command = [sys.executable, "-m", "guardrails", "log", "witness", "serve", str(keys / "seen")]
    command += ["--key", str(keys / "eye"), "--log", str(keys / "log.pub"), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 - ours
        assert server.stdout is not None
        found = re.search(r"http://\S+:\d+", server.stdout.readline())
        assert found is not None
        result = run("witness", "submit", keys / "d", found[0], "--witness-key", keys / "eye.pub")
        server.terminate()
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("web-1: 10 records, seen by the witness at 20")
    verdict = run("verify", keys / "d", "--key", keys / "log.pub", "--key", keys / "eye.pub")
    assert verdict.exit_code == 0
    assert "10 records seen by a witness at 20" in verdict.stdout
    proof = run("prove", keys / "d", "3", "--witness-key", keys / "eye.pub", "--out", keys / "p")
    assert proof.exit_code == 0
    line = (keys / "d" / "web-1" / "seg-000001.jsonl").read_bytes().split(b"\n")[3]
    (keys / "line").write_bytes(line)
    both = ("--key", keys / "log.pub", "--key", keys / "eye.pub", "--record", keys / "line")
    assert ", seen by a witness at " in run("check", keys / "p", *both).stdout


def test_a_witness_is_set_up_rightly_or_not_at_all(keys: Path) -> None:
    serve = ("witness", "serve", keys / "seen", "--log", keys / "log.pub", "--key")
    assert "made with keygen --witness" in told(run(*serve, keys / "log"), 1)
    (keys / "file").write_text("")
    blocked = ("witness", "serve", keys / "file" / "x", "--log", keys / "log.pub", "--key")
    assert "the witness cannot serve" in told(run(*blocked, keys / "eye"), 1)
    write(keys / "d", keys / "log")
    ask = ("witness", "submit", keys / "d", "http://127.0.0.1:9", "--witness-key")
    assert "not of a witness" in told(run(*ask, keys / "log.pub"), 2)
    assert "cannot be reached" in told(run(*ask, keys / "eye.pub"), 2)


def test_a_file_that_cannot_be_reached_is_one_line(keys: Path) -> None:
    write(keys / "d", keys / "log")
    tile = keys / "d" / "web-1" / "tile" / "0" / "000.p"
    for path in tile.iterdir():
        path.unlink()
        path.mkdir()
    assert run("prove", keys / "d", "3").exit_code == 0  # from the records
    segment = keys / "d" / "web-1" / "seg-000001.jsonl"
    segment.unlink()
    segment.mkdir()
    assert "Is a directory" in told(run("prove", keys / "d", "3", "--origin", "web-1"), 2)
    assert run("checkpoint", keys / "d", "--sign", keys / "log").exit_code == 2

"""`candor log open | erase | keygen --investigator | verify`: what each key file lets one do."""

from __future__ import annotations

import asyncio
import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guardrails.cli.main import main
from guardrails.evidence.keys import SealingKey
from guardrails.evidence.store import FileEvidence
from guardrails.ledger.store import FileLog
from guardrails.policy.canonical import sealed
from guardrails.policy.log_settings import Logging
from tests.guards import guard, say
from tests.policies import policy

WHO = ("--by", "op_7", "--reason", "complaint", "--case", "C-1")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["log", *map(str, arguments)])


def told(result: Result, code: int) -> str:
    """Return the one line that the command ended with."""
    assert result.exit_code == code, result.output
    assert result.stderr.count("\n") == 1
    return result.stderr


def record(directory: Path, keys: Path, origin: str = "local") -> None:
    """Write a log with the texts of two persons: the decisions are records 4, 5 and 9, 10."""
    using = sealed(policy(logging=Logging("sealed-text")))

    async def go() -> None:
        key = SealingKey.parse((keys / "inv.pub").read_text())
        evidence = FileEvidence(directory, key, origin=origin)
        log = FileLog(directory, origin=origin)
        async with guard(using, log=log, evidence=evidence) as one:
            for name in ("p1", "p2"):
                await say(
                    one,
                    f"I am \x1b[31m{name}.",
                    "I missed you. It is late.",
                    session_id=f"s-{name}",
                    subject_id=name,
                    consent=["log-text"],
                )

    asyncio.run(go())


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    folder = tmp_path / "keys"
    folder.mkdir()
    assert run("keygen", "investigators", folder / "inv", "--investigator").exit_code == 0
    assert run("keygen", "safety", folder / "safety").exit_code == 0
    return folder


@pytest.fixture
def logs(tmp_path: Path, keys: Path) -> Path:
    record(tmp_path / "logs", keys)
    return tmp_path / "logs"


def test_an_investigators_key_has_two_halves_and_signs_as_well(tmp_path: Path) -> None:
    made = run("keygen", "inv", tmp_path / "inv", "--investigator")
    public = (tmp_path / "inv.pub").read_text()

    assert made.stdout == public
    assert public.startswith("SEALING+KEY+inv+")
    assert "\ninv+" in public
    assert (tmp_path / "inv").read_text().startswith("OPENING+KEY+inv+")
    assert stat.S_IMODE((tmp_path / "inv").stat().st_mode) == 0o600


def test_a_key_is_of_one_kind_and_has_the_name_of_a_log(tmp_path: Path) -> None:
    both = run("keygen", "inv", tmp_path / "inv", "--investigator", "--witness")
    assert both.exit_code == 2
    named = run("keygen", "../inv", tmp_path / "inv", "--investigator")
    assert "the origin of a log" in told(named, 1)
    assert list(tmp_path.iterdir()) == []


def test_an_investigator_opens_a_text_and_the_log_says_so(logs: Path, keys: Path) -> None:
    opened = run("open", logs, 5, "--key", keys / "inv", *WHO)
    assert opened.exit_code == 0, opened.output
    assert opened.stdout == "in:\nI missed you. It is late.\nout:\nWelcome back! It is late.\n"

    access = run("show", logs, "--kind", "access", "--format", "json").stdout.splitlines()
    assert [json.loads(line)["field"] for line in access] == ["in", "out"]
    explained = run("explain", logs, 1, "--log", "investigators").stdout
    assert "The operator op_7 opened a text (in)" in explained
    queried = run("query", logs, "--kind", "access").stdout.splitlines()
    name = json.loads(access[0])["record"]
    for row, seq, field in zip(queried, (1, 2), ("in", "out"), strict=True):
        words = " ".join(row.split()).split(" ", 2)[2]
        assert words == (
            f"{seq} access by op_7 record {name} field {field} reason complaint case C-1"
        )
    assert "candor log open DIR 5" in run("explain", logs, 5, "--log", "local").stdout


def test_nothing_that_a_terminal_would_obey_is_shown(logs: Path, keys: Path) -> None:
    opened = run("open", logs, 4, "--key", keys / "inv", *WHO)

    assert opened.stdout == "in:\nI am \ufffd[31mp1.\n"


@pytest.mark.parametrize("origin", ["local", "acme/web-1"])
def test_what_is_done_through_a_folder_in_the_logs_is_recorded_beside_them(
    tmp_path: Path, keys: Path, origin: str
) -> None:
    logs = tmp_path / "logs"
    record(logs, keys, origin)
    own = logs / origin
    gone = ("--session", "nobody", "--key", keys / "safety", "--by", "op_7")
    for place in (own, own.parent, logs):
        assert run("open", place, 5, "--origin", origin, "--key", keys / "inv", *WHO).exit_code == 0
        assert run("erase", place, *gone).exit_code == 0
    first, *_ = origin.split("/")
    assert {one.name for one in logs.iterdir()} == {first, "investigators", "safety"}
    assert not any((own / name).exists() for name in ("investigators", "safety"))
    assert run("verify", logs).exit_code == 3


def test_acts_are_recorded_in_no_log_and_beside_none_of_another_name(
    tmp_path: Path, logs: Path, keys: Path
) -> None:
    asked = ("--key", keys / "inv", *WHO)
    refused = told(run("open", logs, 5, *asked, "--acts", logs / "local"), 2)
    assert refused.endswith(f"give the folder that holds the logs, {logs}\n")
    (logs / "local").rename(logs / "renamed")
    assert "with --acts in which folder" in told(run("open", logs / "renamed", 5, *asked), 2)
    assert run("open", logs / "renamed", 5, *asked, "--acts", tmp_path / "new").exit_code == 0
    assert {one.name for one in (logs / "renamed").iterdir()}.isdisjoint({"investigators"})


@pytest.mark.parametrize("file", ["inv.pub", "safety", "safety.pub"])
def test_nobody_else_opens_a_text(logs: Path, keys: Path, file: str) -> None:
    refused = told(run("open", logs, 4, "--key", keys / file, *WHO), 2)

    assert "investigators, who alone open texts" in refused
    assert not set((keys / file).read_text().split()) & set(refused.split())


def test_a_key_of_other_investigators_opens_nothing(logs: Path, keys: Path) -> None:
    run("keygen", "others", keys / "others", "--investigator")
    refused = told(run("open", logs, 4, "--key", keys / "others", *WHO), 1)

    assert "none to which this conversation was sealed" in refused


def test_a_file_with_keys_of_two_names_is_refused(logs: Path, keys: Path) -> None:
    lines = [(keys / "inv").read_text().splitlines()[0], (keys / "safety").read_text().strip()]
    (keys / "mixed").write_text("\n".join(lines))

    assert "keys of two names" in told(run("open", logs, 4, "--key", keys / "mixed", *WHO), 2)


def test_a_reason_is_a_code(logs: Path, keys: Path) -> None:
    asked = ("--by", "op_7", "--reason", "I am curious", "--case", "C-1")

    assert "a code is" in told(run("open", logs, 4, "--key", keys / "inv", *asked), 1)


def test_the_log_is_found_among_several_and_named_where_two_have_texts(
    logs: Path, keys: Path, tmp_path: Path
) -> None:
    for _ in range(2):  # after the first time there are two logs, one of them with texts
        assert run("open", logs, 4, "--key", keys / "inv", *WHO).exit_code == 0
    record(logs, keys, "web-2")
    assert "--origin" in told(run("open", logs, 4, "--key", keys / "inv", *WHO), 2)
    opened = run("open", logs, 4, "--key", keys / "inv", *WHO, "--origin", "web-2")
    assert opened.exit_code == 0
    elsewhere = tmp_path / "acts"
    opened = run(*("open", logs / "web-2", 4, "--key", keys / "inv", *WHO, "--acts", elsewhere))
    assert opened.exit_code == 0
    assert (elsewhere / "investigators").is_dir()
    assert "No such file" in told(run("open", tmp_path / "no", 4, "--key", keys / "inv", *WHO), 2)


def test_who_is_to_be_forgotten_is_forgotten_and_the_logs_verify(logs: Path, keys: Path) -> None:
    erased = run("erase", logs, "--subject", "p1", "--key", keys / "safety", "--by", "op_2")
    assert erased.exit_code == 0, erased.output
    assert erased.stdout == "1 conversations erased from the evidence, and recorded\n"

    assert "was erased" in told(run("open", logs, 4, "--key", keys / "inv", *WHO), 1)
    assert run("open", logs, 9, "--key", keys / "inv", *WHO).exit_code == 0
    verdict = run("verify", logs, "--key", keys / "safety.pub", "--key", keys / "inv.pub")
    assert verdict.exit_code == 3, verdict.output
    assert (
        "evidence: 3 of 6 texts that records name are kept, sealed; 1 conversations were erased"
    ) in verdict.stdout
    again = run("erase", logs, "--session", "s-p1", "--key", keys / "safety", "--by", "op_2")
    assert again.stdout.startswith("0 conversations")
    explained = run("explain", logs, 1, "--origin", "safety").stdout
    assert "What was kept of 1 conversations was erased by op_2; reason request" in explained
    row, _ = run("query", logs, "--kind", "erase").stdout.splitlines()
    assert " ".join(row.split()).endswith(" 1 erase by op_2 sessions 1 reason request")


@pytest.mark.parametrize(
    ("file", "why"),
    [
        ("inv", "an investigators' key, with which texts are opened"),
        ("safety.pub", "is no private key"),
        ("nowhere", "No such file"),
    ],
)
def test_an_erasure_is_signed_with_the_key_of_a_log(
    logs: Path, keys: Path, file: str, why: str
) -> None:
    refused = run("erase", logs, "--subject", "p1", "--key", keys / file, "--by", "op_2")

    assert why in told(refused, 2)
    assert run("open", logs, 4, "--key", keys / "inv", *WHO).exit_code == 0


def test_nothing_is_erased_behind_the_back_of_a_running_service(logs: Path, keys: Path) -> None:
    log = FileLog(logs)
    try:
        refused = run("erase", logs, "--subject", "p1", "--key", keys / "safety", "--by", "op_2")
        assert "call Guard.forget there" in told(refused, 1)
        assert run("open", logs, 4, "--key", keys / "inv", *WHO).exit_code == 0
    finally:
        log.close()


def test_what_cannot_be_erased_is_told(logs: Path, keys: Path, tmp_path: Path) -> None:
    asked = ("--key", keys / "safety", "--by", "op_2")
    neither = run("erase", logs, *asked)
    assert neither.exit_code == 2
    assert "--subject or --session" in neither.stderr
    (logs / "local" / "evidence" / "texts.db").write_bytes(b"no database at all" * 100)
    assert "not everything could be erased" in told(
        run("erase", logs, "--subject", "p1", *asked), 1
    )
    empty = tmp_path / "empty"
    FileLog(empty).close()
    assert "no texts are kept" in told(run("erase", empty, "--subject", "p1", *asked), 2)


def test_verify_tells_of_texts_that_were_changed(logs: Path) -> None:
    database = logs / "local" / "evidence" / "texts.db"
    sound = run("verify", logs)
    assert sound.exit_code == 3
    assert "evidence: 6 of 6 texts" in sound.stdout

    import sqlite3

    connection = sqlite3.connect(database)
    connection.execute("UPDATE texts SET sealed = x'00'")
    connection.execute("INSERT INTO texts VALUES ('sha256:0', 's', x'00')")
    connection.commit()
    connection.close()
    broken = run("verify", logs)
    assert broken.exit_code == 1
    assert "was changed" in broken.stdout
    assert "1 sealed texts are named by no record" in broken.stdout
    assert broken.stdout.splitlines()[-1] == "Result: NOT SOUND"
    found = json.loads(run("verify", logs, "--format", "json").stdout)
    assert (found["code"], found["result"]) == (1, "problem")
    assert len(found["evidence"]["problems"]) == 7


def test_verify_says_that_texts_did_not_come_with_a_log(logs: Path) -> None:
    for path in (logs / "local" / "evidence").iterdir():
        path.unlink()
    verdict = run("verify", logs)

    assert verdict.exit_code == 3
    assert "none came with it" in verdict.stdout
    assert "evidence: 6 texts that records name were not looked at" in verdict.stdout
    assert "are kept, sealed" not in verdict.stdout
    assert json.loads(run("verify", logs, "--format", "json").stdout)["evidence"]["absent"]


def test_verify_says_nothing_of_texts_where_none_are_kept(tmp_path: Path) -> None:
    FileLog(tmp_path).close()

    assert "evidence" not in run("verify", tmp_path).stdout
    assert json.loads(run("verify", tmp_path, "--format", "json").stdout)["evidence"] is None


@pytest.mark.parametrize("name", ["open", "erase", "keygen"])
def test_each_command_has_help(name: str) -> None:
    shown = run(name, "--help")
    assert shown.exit_code == 0
    assert "Usage" in shown.stdout


def test_the_second_verifier_passes_over_texts_and_takes_investigators_keys(
    logs: Path, keys: Path
) -> None:
    assert run("open", logs, 4, "--key", keys / "inv", *WHO).exit_code == 0
    asked = ("--subject", "p1", "--key", keys / "safety", "--by", "op_2")
    assert run("erase", logs, *asked).exit_code == 0
    script = Path(__file__).parents[2] / "docs" / "verify_log.py"
    command = [sys.executable, str(script), str(logs)]
    for name in ("inv.pub", "safety.pub"):
        command += ["--key", str(keys / name)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ours

    assert done.returncode == 3, done.stdout
    assert "investigators: 2 records, 2 anchored" in done.stdout
    assert "safety: 2 records, 2 anchored" in done.stdout


def test_a_link_in_the_place_of_the_texts_is_a_problem(logs: Path, tmp_path: Path) -> None:
    evidence = logs / "local" / "evidence"
    evidence.rename(tmp_path / "elsewhere")
    evidence.symlink_to(tmp_path / "elsewhere")
    verdict = run("verify", logs)

    assert verdict.exit_code == 1
    assert "a link" in verdict.stdout

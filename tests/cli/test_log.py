from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guardrails.cli import log_progress as module
from guardrails.cli.log import log
from guardrails.errors import LogReadError
from guardrails.ledger.store import FileLog

START = 1_795_384_134_123_456_000


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    async def run() -> None:
        ticks = iter(range(0, 10**12, 10**6))
        journal = FileLog(
            tmp_path, clock=lambda: START + next(ticks), ticks=lambda: 0, origin="web-1"
        )
        turn = {"session": "s_0123456789abcdef", "turn": 3}
        await journal.append("policy", policy())
        await journal.append("turn_open", turn)
        decision = {"do": "mask", "rule": "pii.email", "level": "none"}
        await journal.append("decision", {**turn, "side": "input", "decision": decision})
        crisis = {"do": "replace", "rule": "crisis.high", "level": "high"}
        await journal.append("decision", {**turn, "side": "input", "decision": crisis})
        await journal.append("turn_open", {"session": "s_fe\x1b[31m\u202e", "turn": 0})
        journal.close()

    asyncio.run(run())
    return tmp_path


def policy() -> dict[str, object]:
    digest = "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    return {"policy": {"id": "companion", "hash": digest}, "text": "{}"}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(log, list(map(str, arguments)))


def rows(result: Result) -> Sequence[str]:
    return result.stdout.splitlines()


def test_verify_says_what_was_checked_and_what_is_not_proven(directory: Path) -> None:
    result = run("verify", directory)

    assert result.exit_code == 3
    assert rows(result)[0] == "web-1: 6 records in 1 segments"
    assert "from   2026-11-22 21:48:54.12" in result.stdout
    assert "boot 1, decision 2, policy 1, turn_open 2" in result.stdout
    assert "read   numbering, canonical form, seq, prev" in result.stdout
    assert "turn 3 of its session was opened here and never closed" in result.stdout
    assert "Not proven:" in rows(result)
    assert "no key (--key), checkpoint (--checkpoint) or hash (--head)" in result.stdout
    assert rows(result)[-1] == "Result: sound, but not anchored"


def test_verify_is_satisfied_with_a_known_head(directory: Path) -> None:
    head = json.loads(run("verify", directory, "--format", "json").stdout)["logs"][0]["head"]

    result = run("verify", directory, "--head", head)

    assert result.exit_code == 0
    assert rows(result)[-1] == "Result: sound, and anchored by what you gave"


def test_verify_names_the_place_of_a_problem(directory: Path) -> None:
    path = directory / "web-1" / "seg-000001.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"rule":"pii.email"', b'"rule":"pii.phone"'))

    result = run("verify", directory, "--head", "sha256:" + "0" * 64)

    assert result.exit_code == 1
    assert f"problem  {path}:5: prev is not the hash of the line before" in result.stdout
    assert "problem  no record has the hash sha256:000" in result.stdout
    assert rows(result)[-1] == "Result: NOT SOUND"


def test_verify_says_how_many_problems_it_did_not_list(directory: Path) -> None:
    with (directory / "web-1" / "seg-000001.jsonl").open("ab") as file:
        file.write(b"?\n" * 1005)

    assert "problem  and 5 more" in run("verify", directory).stdout


def test_verify_says_when_it_could_not_check(tmp_path: Path) -> None:
    result = run("verify", tmp_path / "nowhere")

    assert result.exit_code == 2
    assert rows(result) == [
        f"Result: could not be checked ({tmp_path / 'nowhere'}: No such file or directory)"
    ]
    (tmp_path / "seg-000001.jsonl").touch()
    empty = run("verify", tmp_path)
    assert "unread   it holds no record" in empty.stdout
    assert rows(empty)[-1] == "Result: could not be checked (it holds no record)"


def test_verify_for_programs_is_json(directory: Path) -> None:
    result = run("verify", directory, "--format", "json")

    told = json.loads(result.stdout)
    assert result.exit_code == told["code"] == 3
    assert told["result"] == "unanchored"
    assert told["logs"][0]["records"] == 6
    assert told["logs"][0]["notes"][0]["line"] == 3
    assert len(told["not_proven"]) == 4


def test_verify_shows_a_bar_for_a_large_log_on_a_terminal_only(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with module.progress_of(directory) as progress:
        assert progress is None
    monkeypatch.setattr(module, "_BAR_FROM", 1)
    with module.progress_of(directory) as progress:
        assert progress is None
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with module.progress_of(directory) as progress:
        assert progress is not None
        progress(10)


def test_show_prints_a_readable_line_for_each_record(directory: Path) -> None:
    result = run("show", directory)

    assert result.exit_code == 0
    lines = [" ".join(row.split()) for row in rows(result)]
    assert [line.split(" ", 2)[2] for line in lines] == [
        "0 boot",
        "1 policy companion",
        "2 turn_open s_01234567 #3",
        "3 decision s_01234567 #3 input mask pii.email",
        "4 decision s_01234567 #3 input replace crisis.high high",
        r"5 turn_open s_fe\x1b[31m\u202e #0",
    ]
    assert lines[0].startswith("2026-11-22 21:48:54.12")


@pytest.mark.parametrize(
    ("options", "seqs"),
    [
        (["--kind", "decision"], [3, 4]),
        (["--session", "s_0123456789abcdef"], [2, 3, 4]),
        (["--session", "s_01"], [2, 3, 4]),
        (["--last", "2"], [4, 5]),
        (["--session", "s_01", "--kind", "decision", "--last", "1"], [4]),
    ],
)
def test_show_picks_what_it_is_asked_for(
    directory: Path, options: list[str], seqs: list[int]
) -> None:
    result = run("show", directory, "--format", "json", *options)

    assert [json.loads(row)["seq"] for row in rows(result)] == seqs


def test_show_for_programs_prints_the_records_as_they_are_stored(directory: Path) -> None:
    stored = (directory / "web-1" / "seg-000001.jsonl").read_text(encoding="utf-8")

    assert run("show", directory, "--format", "json").stdout == stored


def test_show_names_lines_that_are_no_records_and_goes_on(directory: Path) -> None:
    path = directory / "web-1" / "seg-000001.jsonl"
    path.write_bytes(b"?\n" + path.read_bytes() + b"torn")

    result = run("show", directory)

    assert len(rows(result)) == 6
    assert result.stderr.splitlines() == [f"{path}:1: no record", f"{path}:8: no record"]
    assert run("show", directory, "--kind", "boot").stderr == ""


def test_show_knows_the_last_moment_that_a_record_can_have(tmp_path: Path) -> None:
    FileLog(tmp_path, clock=lambda: (2**53 - 1) * 1000, ticks=lambda: 0).close()

    assert rows(run("show", tmp_path)) == ["2255-06-05 23:47:34.740       0  boot"]


def test_show_of_no_log_is_an_error(tmp_path: Path) -> None:
    result = run("show", tmp_path)

    assert isinstance(result.exception, LogReadError)

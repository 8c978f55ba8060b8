"""The verifier for auditors: one short file that shares no code with the package."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guardrails.ledger.packer import pack
from guardrails.ledger.record import Kind
from guardrails.ledger.verdict import Code

from .auditor import (
    KEY,
    ORIGIN,
    OTHER,
    SCRIPT,
    SECOND,
    changed,
    judge,
    lines,
    newest,
    put,
    rechained,
    write,
)

PUBLIC = KEY.verifier


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("small")
    write(directory, 5, each=3)
    return directory


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ours


def test_it_is_shorter_than_300_lines_and_knows_nothing_of_the_package() -> None:
    source = SCRIPT.read_text()
    assert source.count("\n") < 300
    imported = {
        (node.module or "") if isinstance(node, ast.ImportFrom) else alias.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    outside = {name.split(".")[0] for name in imported} - sys.stdlib_module_names
    assert outside == {"cryptography", "zstandard"}


def test_it_knows_every_kind_of_record() -> None:
    assert {kind.value for kind in Kind} <= set(SECOND.KINDS)


def test_it_is_run_as_a_script(small: Path, tmp_path: Path) -> None:
    key = tmp_path / "web-1.pub"
    key.write_text(f"{PUBLIC}\n")
    (tmp_path / "kept").write_bytes(bytes(newest(small)))

    sound = run(small, "--key", key, "--checkpoint", tmp_path / "kept")
    assert (sound.returncode, sound.stderr) == (0, "")
    assert "web-1: 6 records, 6 anchored" in sound.stdout
    assert run(small).returncode == 3
    assert run(small, "--key", str(OTHER.verifier)).returncode == 1
    for bad in ("nonsense", str(PUBLIC)[:-4]):
        assert run(small, "--key", bad).returncode == 2
    assert run(tmp_path).returncode == 2
    assert run(tmp_path / "nowhere").returncode == 2
    assert run(small, "--checkpoint", key).returncode == 2


def test_what_is_no_public_key_is_named_with_what_is_wanted_and_never_shown(
    small: Path, tmp_path: Path
) -> None:
    (tmp_path / "web-1.key").write_text(f"{KEY.written()}\n")
    (tmp_path / "noise").write_bytes(b"\xff\x00\xfe")
    nowhere = "web-9.pub"
    for bad in (tmp_path / "web-1.key", tmp_path / "noise", nowhere, KEY.written()):
        told = run(small, "--key", bad)
        line, result = told.stdout.splitlines()
        assert (told.returncode, told.stderr) == (2, "")
        named = "PRIVATE" if bad == KEY.written() else str(bad)
        assert line == f"{named}: no public key (NAME+ID+BASE64, as a file .pub has)"
        assert KEY.written()[-20:] not in told.stdout
        assert result == "Result: could not be checked"


def test_what_is_no_checkpoint_is_named(small: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("web-1\n3\nnonsense\n\n- web-1 x\n")
    for bad in (tmp_path / "kept", next((small / ORIGIN).glob("seg-*"))):
        told = run(small, "--checkpoint", bad)
        assert (told.returncode, told.stderr) == (2, "")
        assert told.stdout.splitlines()[0] == f"{bad}: half a checkpoint, or none"


def test_its_problems_begin_as_those_of_the_program_do_and_the_first_is_at_the_same_line(
    small: Path, tmp_path: Path
) -> None:
    work = tmp_path / "work"
    shutil.copytree(small, work)
    records = lines(work)
    put(work, [changed(records[0], id="other"), *records[1:]])
    told = run(work, "--key", str(PUBLIC), "--head", f"sha256:{'0' * 64}")
    theirs = [line.strip() for line in told.stdout.splitlines()][2:-1]
    assert told.returncode == 1
    assert all(line.startswith("problem  ") for line in theirs)
    assert theirs[0].endswith("seg-000001.jsonl:2: it does not follow the line before")
    assert theirs[-1].startswith("problem  no record has the hash")
    ours = judge(work, PUBLIC).problems[0]
    assert (Path(ours.file).name, ours.line) == ("seg-000001.jsonl", 2)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.data())
def test_both_come_to_the_same_end_wherever_a_byte_is_changed(
    small: Path, tmp_path: Path, data: st.DataObject
) -> None:
    work = tmp_path / "work"
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(small, work)
    files = sorted(
        path for path in (work / ORIGIN).rglob("*") if path.is_file() and path.stat().st_size
    )
    path = data.draw(st.sampled_from(files), label="file")
    content = path.read_bytes()
    at = data.draw(st.integers(0, len(content) - 1), label="at")
    how = data.draw(st.sampled_from(["flip", "cut", "drop", "double"]), label="how")
    flip = data.draw(st.integers(1, 255), label="flip")
    path.chmod(0o640)
    path.write_bytes(
        {
            "flip": content[:at] + bytes([content[at] ^ flip]) + content[at + 1 :],
            "cut": content[:at],
            "drop": content[:at] + content[at + 1 :],
            "double": content[:at] + content[at : at + 1] + content[at:],
        }[how]
    )
    keys = data.draw(st.sampled_from([(), (PUBLIC,)]), label="keys")
    code = judge(work, *keys).code
    if path.suffix == ".jsonl":
        assert code is Code.PROBLEM or path.read_bytes() == content


@pytest.mark.parametrize(
    "line",
    [
        b"[]",
        b"null",
        b"{}",
        b"{",
        b"\xff",
        b'{"v":1.5}',
        b'{"v":true}',
        b'{"a":NaN}',
        b'{"b":1,"a":1}',
        b'{"a":1,"a":1}',
        b'{"a": 1}',
        '{"é":1}'.encode(),
        b'{"a":"\\u00e9"}',
        b'{"a":"\\ud800"}',
        b'{"a":9007199254740992}',
        b'{"a":' + b"[" * 2000 + b"]" * 2000 + b"}",
        b"x" * 70_000,
    ],
)
def test_both_refuse_a_line_that_is_no_record(small: Path, tmp_path: Path, line: bytes) -> None:
    work = tmp_path / "work"
    shutil.copytree(small, work)
    put(work, [*lines(work), line])
    assert judge(work).code is Code.PROBLEM


@pytest.mark.parametrize(
    "new",
    [
        {"v": 0},
        {"v": True},
        {"seq": -1},
        {"seq": True},
        {"ts": "x"},
        {"mono": None},
        {"kind": "nonsense"},
        {"kind": 1},
        {"prev": 1},
        {"id": None},
        {"boot": 5},
        {"policy": {"at": [1], "hash": "x"}},
        {"policy": {"at": 0, "hash": "x"}},
        {"file": "sha256:" + "0" * 64},
        {"cut": {"file": "sha256:" + "0" * 64}},
        {"kind": "policy", "policy": 5},
        {"kind": "policy", "policy": {"hash": "x"}, "text": "{}"},
        {"kind": "boot"},
        {"kind": "boot", "boot": "b_new", "origin": "other"},
        {"boot": "b_new"},
        {"mono": 0},
    ],
)
def test_both_refuse_a_record_that_says_what_none_may(
    small: Path, tmp_path: Path, new: dict[str, object]
) -> None:
    work = tmp_path / "work"
    shutil.copytree(small, work)
    records = lines(work)
    put(work, [*records[:-1], changed(records[-1], **new)])
    shutil.rmtree(work / ORIGIN / "tile")
    for name in ("checkpoint", "checkpoints"):
        (work / ORIGIN / name).unlink()
    assert judge(work).code is Code.PROBLEM


@pytest.mark.parametrize("key", ["nonsense", f"{PUBLIC}\n"])
def test_a_key_in_a_boot_record_that_is_none_is_a_problem(
    small: Path, tmp_path: Path, key: str
) -> None:
    work = tmp_path / "work"
    shutil.copytree(small, work)
    records = lines(work)
    put(work, [changed(records[0], key=key), *records[1:]])
    assert any("key of this run" in flaw.what for flaw in judge(work).problems)


def test_both_say_that_they_cannot_read_a_record_of_a_later_format(
    tmp_path: Path,
) -> None:
    write(tmp_path, 3, key=None)
    records = lines(tmp_path)
    put(tmp_path, [*records[:-1], changed(records[-1], v=2)])
    verdict = judge(tmp_path)
    assert verdict.code is Code.UNCHECKED
    assert "format 2" in verdict.logs[0].unchecked
    put(tmp_path, [changed(records[0], v=2), *records[1:]])
    assert judge(tmp_path).code is Code.PROBLEM  # the next record shows that it was changed


@pytest.mark.parametrize("name", ["checkpoint", "checkpoints", "cosigned"])
@pytest.mark.parametrize("data", [b"", b"\n", b"\n\n", b"a\n\n", b"a\n\nb\n", b"a\n\nb\n\n"])
def test_both_refuse_a_file_that_holds_no_whole_checkpoint(
    small: Path, tmp_path: Path, name: str, data: bytes
) -> None:
    work = tmp_path / "work"
    shutil.copytree(small, work)
    (work / ORIGIN / name).write_bytes(data)
    code = judge(work, PUBLIC).code
    assert code is (Code.SOUND if (name, data) == ("cosigned", b"") else Code.PROBLEM)


def unreadable(folder: Path, name: str) -> None:
    (folder / name).unlink()
    (folder / name).mkdir()


def piped(folder: Path) -> None:
    (folder / "checkpoints").unlink()
    os.mkfifo(folder / "checkpoints")


def emptied(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()
    (folder / "seg-000001.jsonl").touch()


def newer(folder: Path) -> None:
    put(folder.parent, rechained([changed(one, v=2) for one in lines(folder.parent)]))


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda folder: unreadable(folder, "checkpoints"), "checkpoints"),
        (lambda folder: unreadable(folder, "seg-000001.jsonl"), "seg-000001.jsonl"),
        (piped, "a pipe or a device"),
        (emptied, "holds no record"),
        (newer, "format 2"),
    ],
)
def test_what_could_not_be_checked_is_called_so_with_a_key_too(
    small: Path, tmp_path: Path, spoil: Callable[[Path], None], why: str
) -> None:
    work = tmp_path / "work"
    shutil.copytree(small, work)
    spoil(work / ORIGIN)
    for keys in ((), (PUBLIC,), (OTHER.verifier,)):
        for head in ((), (f"sha256:{'0' * 64}",)):
            verdict = judge(work, *keys, kept=[newest(small)][: len(keys)], head=head)
            assert verdict.code is Code.UNCHECKED
            assert why in verdict.logs[0].unchecked
            assert not verdict.absent
    told = run(work, "--key", str(PUBLIC))
    assert why in told.stdout.splitlines()[-2]


@pytest.mark.parametrize("cut", [1, 60, 150])
def test_a_torn_list_of_checkpoints_hides_no_record_and_no_other_checkpoint(
    small: Path, tmp_path: Path, cut: int
) -> None:
    work = tmp_path / "work"
    shutil.copytree(small, work)
    path = work / ORIGIN / "checkpoints"
    path.write_bytes(path.read_bytes()[:-cut])
    verdict = judge(work, PUBLIC)
    theirs = SECOND.Log(work / ORIGIN, [SECOND.Key(str(PUBLIC))], [], [])
    [ours] = verdict.logs
    assert verdict.code is Code.PROBLEM
    assert (theirs.records, f"sha256:{theirs.prev}") == (ours.records, ours.head)
    assert (ours.records, ours.anchored, theirs.anchored) == (6, 6, 6)
    assert theirs.problems == [f"problem  {path}: half a checkpoint, or none"]


@pytest.mark.parametrize("half", [b'{"boot":"b_', b"x", b"\0" * 20])
def test_half_a_record_at_the_end_is_none_for_both(
    small: Path, tmp_path: Path, half: bytes
) -> None:
    work = tmp_path / "work"
    shutil.copytree(small, work)
    path = work / ORIGIN / "seg-000001.jsonl"
    path.chmod(0o640)
    path.write_bytes(path.read_bytes() + half)
    verdict = judge(work, PUBLIC)
    theirs = SECOND.Log(work / ORIGIN, [SECOND.Key(str(PUBLIC))], [], [])
    assert verdict.code is Code.PROBLEM
    assert (theirs.records, f"sha256:{theirs.prev}") == (6, verdict.logs[0].head)
    assert theirs.problems == ["problem  seg-000001.jsonl:7: half a record at its end (torn)"]


def test_a_log_that_is_compressed_under_its_hands_is_called_one_that_is_being_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, 5, segment_records=3)
    first = tmp_path / ORIGIN / "seg-000001.jsonl"
    look = SECOND.Log.check

    def packed(self: Any) -> None:
        pack(first)
        look(self)

    monkeypatch.setattr(SECOND.Log, "check", packed)
    seen = SECOND.Log(tmp_path / ORIGIN, [], [], [])
    assert "it is being written" in seen.unchecked
    assert not seen.problems

"""What is no log, or none that can be read: one clear line and the right status, whoever asks."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guardrails.cli.main import main
from guardrails.ledger.keys import SigningKey
from guardrails.ledger.notary import Signing
from guardrails.ledger.store import FileLog
from guardrails.ledger.verdict import Code
from tests.ledger.auditor import KEY, ORIGIN, OTHER, changed, judge, lines, put, rechained, write

READING = {
    "show": (),
    "query": ("--count-by", "kind"),
    "query --sql": ("--sql", "SELECT count(*) FROM records"),
    "tail": ("-n", "1000"),
    "export": ("--to", "csv"),
    "report": ("--preset", "crisis-referrals"),
    "replay": (),
}
"""Commands that read every record, and what they are asked."""

MADE = ["a folder", "a named pipe", "a device"]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["log", *map(str, arguments)])


def told(result: Result, code: int) -> str:
    """Return the one line on stderr."""
    assert result.exit_code == code, result.output
    [line] = result.stderr.splitlines()
    return line


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder with a signed log in `logs`, and keys of every kind."""
    write(tmp_path / "logs", 20, each=5)
    (tmp_path / "log.key").write_text(f"{KEY.written()}\n")
    (tmp_path / "log.pub").write_text(f"{KEY.verifier}\n")
    run("keygen", "inv", tmp_path / "inv", "--investigator")
    run("keygen", "safety", tmp_path / "safety")
    run("keygen", "eye/1", tmp_path / "eye", "--witness")
    (tmp_path / "ids").write_text("an-id\n")
    return tmp_path


def every_command(place: Path, directory: Path) -> Iterator[tuple[str, Result]]:
    """Yield what each command that takes a log says of *directory*."""
    who = ("--by", "x")
    opening = ("--key", place / "inv", *who, "--reason", "r", "--case", "c")
    asked: dict[str, tuple[str | Path, ...]] = {
        **{name: (name.split()[0], directory, *more) for name, more in READING.items()},
        "verify": ("verify", directory),
        "explain": ("explain", directory, "3"),
        "parquet": ("export", directory, "--to", "parquet", "--out", place / "out.parquet"),
        "prove": ("prove", directory, "3"),
        "checkpoint": ("checkpoint", directory),
        "sign": ("checkpoint", directory, "--sign", place / "log.key"),
        "reconcile": ("reconcile", directory, place / "ids"),
        "doctor": ("doctor", directory),
        "recover": ("recover", directory),
        "index": ("index", directory, "--out", place / "out.db"),
        "compress": ("compress", directory),
        "prune": ("prune", directory, "--older-than", "1"),
        "prune --by-policy": ("prune", directory, "--by-policy"),
        "erase": ("erase", directory, "--subject", "p", "--key", place / "safety", *who),
        "erase --by-policy": ("erase", directory, "--by-policy", "--key", place / "safety", *who),
        "open": ("open", directory, "3", *opening),
        "detect": ("replay", directory, "--detect", *opening),
        "rotate-key": (
            *("rotate-key", directory, "--old", place / "log.key"),
            *("--new", str(OTHER.verifier)),
        ),
        "submit": (
            *("witness", "submit", directory, "http://127.0.0.1:9"),
            *("--witness-key", place / "eye.pub"),
        ),
    }
    for name, arguments in asked.items():
        yield name, run(*arguments)


def nothing(directory: Path) -> Path:
    directory.mkdir()
    (directory / "notes.txt").write_text("hello")
    return directory


@pytest.mark.parametrize(
    "make", [nothing, lambda at: at, lambda at: at.parent / "ids"], ids=["none", "gone", "file"]
)
def test_where_there_is_no_log_every_command_says_so(
    place: Path, make: Callable[[Path], Path]
) -> None:
    directory = make(place / "elsewhere")
    before = sorted(place.rglob("*"))
    for name, result in every_command(place, directory):
        assert result.exit_code == 2, f"{name}: {result.output}"
        if name == "doctor":  # which says as well what to do
            continue
        assert len(result.output.splitlines()) == 1, f"{name}: {result.output}"
        assert str(directory) in result.output, name
    assert sorted(place.rglob("*")) == before  # and nobody has made anything


@pytest.mark.parametrize(
    "make", [Path.mkdir, os.mkfifo, lambda at: at.symlink_to("/dev/zero")], ids=MADE
)
@pytest.mark.parametrize("which", [0, -1], ids=["first", "last"])
def test_what_stands_in_the_place_of_a_segment_cannot_be_read_by_either_verifier(
    place: Path, make: Callable[[Path], None], which: int
) -> None:
    segment = sorted((place / "logs" / ORIGIN).glob("seg-*"))[which]
    segment.unlink()
    make(segment)
    assert judge(place / "logs").code is Code.UNCHECKED
    for name, result in every_command(place, place / "logs"):
        if name not in {"verify", "doctor"}:
            assert result.exit_code == 2, f"{name}: {result.output}"
            assert len(result.output.splitlines()) == 1, f"{name}: {result.output}"


@pytest.mark.parametrize(
    "name",
    ["checkpoint", "checkpoints", "cosigned", "removed", "lock", "files/x", "tile/0/x", "other"],
)
def test_a_pipe_anywhere_in_a_log_is_named_and_nobody_waits_for_it(place: Path, name: str) -> None:
    path = place / "logs" / ORIGIN / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    assert judge(place / "logs").code is Code.UNCHECKED
    assert f"{path}: a pipe or a device, and no file" in run("verify", place / "logs").output
    for command, result in every_command(place, place / "logs"):
        assert result.exit_code in {0, 1, 2, 3}, f"{command}: {result.output}"
        assert "Traceback" not in result.output, command


def test_a_record_of_a_later_format_is_named_and_never_passed_over_in_silence(place: Path) -> None:
    write(place / "new", 5, key=None)
    records = lines(place / "new")
    put(place / "new", rechained([*records[:3], changed(records[3], v=2), *records[4:]]))
    assert judge(place / "new").code is Code.UNCHECKED
    for name, more in READING.items():
        result = run(name.split()[0], place / "new", *more)
        assert result.exit_code == 2, f"{name}: {result.output}"
    for name in ("show", "query", "tail"):
        result = run(name, place / "new", *READING[name])
        assert "seg-000001.jsonl:4: a record of format 2; this version reads format 1" in (
            told(result, 2)
        )


def test_a_truncated_checkpoint_is_one_line_to_who_needs_it(place: Path) -> None:
    path = place / "logs" / ORIGIN / "checkpoint"
    path.write_bytes(path.read_bytes()[:30])
    assert judge(place / "logs").code is Code.PROBLEM
    for name, result in every_command(place, place / "logs"):
        if name in {"prove", "checkpoint", "sign", "rotate-key", "submit"}:
            assert "checkpoint: is no signed note" in told(result, 2)


def test_a_log_of_another_name_is_told_by_the_names_that_are_there(place: Path) -> None:
    write(place / "foreign", 5, origin="web-9", key=SigningKey.generate("web-9"))
    results = dict(every_command(place, place / "foreign"))
    for name in ("sign", "rotate-key"):
        assert "does not hold one log web-1, but web-9" in told(results[name], 2)
    assert run("verify", place / "foreign", "--key", place / "log.pub").exit_code == 1


def test_a_log_that_is_being_written_can_be_read_and_not_changed(place: Path) -> None:
    log = FileLog(place / "logs", origin=ORIGIN, signing=Signing(KEY))
    try:
        results = dict(every_command(place, place / "logs"))
        for name in ("sign", "compress", "rotate-key"):
            assert "another writer has the log" in told(results[name], 1)
        for name in ("show", "query", "query --sql", "tail", "export", "report", "prove"):
            assert results[name].exit_code == 0, name
        assert results["verify"].exit_code == 3
    finally:
        log.close()
    assert judge(place / "logs", KEY.verifier).code is Code.SOUND


def test_what_is_no_log_at_all_is_told_where_it_stands(place: Path) -> None:
    segment = place / "logs" / ORIGIN / "seg-000001.jsonl"
    segment.chmod(0o640)
    segment.write_bytes(bytes(range(256)) * 4)
    assert judge(place / "logs").code is Code.PROBLEM
    results = dict(every_command(place, place / "logs"))
    for name in ("show", "query", "query --sql", "tail", "export", "report", "replay", "index"):
        assert results[name].exit_code == 2, name
    assert "holds no decision" in results["replay"].stderr


def test_where_no_text_is_kept_nothing_is_begun_to_open_one(place: Path) -> None:
    results = dict(every_command(place, place / "logs"))
    for name in ("open", "erase", "erase --by-policy"):
        assert "no texts are kept there" in told(results[name], 2)
    assert not (place / "logs" / "inv").exists()


WRONG_KEYS = {
    ("verify", "logs", "--key", "log.key"): 2,
    ("verify", "logs", "--key", "nonsense"): 2,
    ("verify", "logs", "--checkpoint", "ids"): 2,
    ("verify", "logs", "--checkpoint", "nowhere"): 2,
    ("check", "ids", "--key", "log.pub", "--record", "ids"): 2,
    ("check", "nowhere", "--key", "log.pub", "--record", "ids"): 2,
    ("check-aside", "nowhere", "--key", "log.pub"): 2,
    ("check-aside", "ids", "--key", "log.pub"): 1,
    ("checkpoint", "logs", "--sign", "log.pub"): 2,
    ("rotate-key", "logs", "--old", "log.pub", "--new", "log.pub"): 2,
    ("open", "logs", "3", "--key", "log.key", "--by", "x", "--reason", "r", "--case", "c"): 2,
    ("erase", "logs", "--subject", "p", "--key", "inv", "--by", "x"): 2,
    ("witness", "submit", "logs", "http://127.0.0.1:9", "--witness-key", "log.pub"): 2,
}


@pytest.mark.parametrize(("arguments", "code"), WRONG_KEYS.items(), ids=map(" ".join, WRONG_KEYS))
def test_a_key_or_a_file_of_the_wrong_kind_is_one_line(
    place: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: int
) -> None:
    monkeypatch.chdir(place)
    assert told(run(*arguments), code).startswith("candor: ")


def test_an_export_that_cannot_be_made_leaves_no_file(place: Path) -> None:
    shutil.rmtree(place / "logs")
    for form in ("csv", "jsonl"):
        result = run("export", place / "logs", "--to", form, "--out", place / "out")
        assert result.exit_code == 2
        assert not (place / "out").exists()


def test_a_private_key_is_not_taken_for_a_public_one(place: Path) -> None:
    line = told(run("verify", place / "logs", "--key", place / "log.key"), 2)
    assert "private key" in line
    assert KEY.written() not in line
    line = told(run("verify", place / "logs", "--key", KEY.written()), 2)
    assert "private key" in line
    assert KEY.written() not in line


def test_a_file_of_a_key_that_is_not_there_is_named(place: Path) -> None:
    assert "nothing.pub" in told(run("verify", place / "logs", "--key", "nothing.pub"), 2)

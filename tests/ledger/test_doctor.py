"""What is said of a log that ails, and what is mended of it."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from guardrails.errors import LogError, LogLockedError, LogReadError, LogWriteError
from guardrails.ledger.doctor import Diagnosis, examine
from guardrails.ledger.notary import Signing
from guardrails.ledger.packer import pack
from guardrails.ledger.read import read_lines
from guardrails.ledger.recover import open_log, recover
from guardrails.ledger.store import FileLog
from guardrails.ledger.verdict import Code

from .auditor import KEY, ORIGIN, OTHER, copied, judge, write

ROOT = Path(__file__).parents[2]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    write(tmp_path, 20, each=3, segment_records=8)
    return tmp_path


def seen(directory: Path, **how: object) -> Diagnosis:
    [one] = examine(directory, **{"free": lambda _: 2**40, **how})  # type: ignore[arg-type]
    return one


def words(one: Diagnosis) -> str:
    return "\n".join(f"{told.ill} {told.what} {told.todo}" for told in one.complaints)


def last(directory: Path) -> Path:
    return max((directory / ORIGIN).glob("seg-*.jsonl"))


def tear(directory: Path, data: bytes = b'{"half') -> None:
    with last(directory).open("ab") as file:
        file.write(data)


def test_a_log_that_is_well_is_called_so(log: Path) -> None:
    list(map(pack, sorted((log / ORIGIN).glob("seg-*.jsonl"))[:-1]))
    one = seen(log)
    assert (one.origin, one.state, one.code) == (ORIGIN, "21 records, closed", Code.SOUND)
    assert one.complaints == ()


@pytest.mark.parametrize("tail", [b'{"half', b"\0" * 5000, b"\0" * 4096 + b"\n" + b"\0" * 10])
def test_a_torn_end_is_told_and_mended_and_nothing_is_thrown_away(log: Path, tail: bytes) -> None:
    tear(log, tail)
    one = seen(log)
    assert one.code is Code.PROBLEM
    assert f"True Its end is torn: {len(tail):,} bytes after record 20" in words(one)
    assert "candor log recover" in words(one)

    found = recover(log / ORIGIN, Signing(KEY))

    assert found is not None
    assert (found.segment, found.size) == (3, len(tail))
    assert found.file.read_bytes() == tail
    assert judge(log, KEY.verifier).code is Code.SOUND
    assert recover(log / ORIGIN) is None
    assert seen(log).code is Code.SOUND


def spoil(path: Path) -> None:
    path.chmod(0o640)
    path.write_bytes(path.read_bytes().replace(b'"turn":3', b'"turn":4', 1))


def test_nothing_is_mended_if_more_is_wrong_than_the_end(log: Path) -> None:
    tear(log)
    spoil(log / ORIGIN / "seg-000001.jsonl")
    before = {path: path.read_bytes() for path in log.rglob("*") if path.is_file()}
    one = seen(log)
    assert one.code is Code.PROBLEM
    assert "Nothing here mends that, and nothing should" in words(one)
    with pytest.raises(LogWriteError, match="more is wrong than its end; nothing was changed"):
        recover(log / ORIGIN)
    assert {path: path.read_bytes() for path in log.rglob("*") if path.is_file()} == before


def test_what_was_changed_before_a_torn_end_is_not_mended_over(log: Path) -> None:
    spoil_last = last(log)
    spoil_last.write_bytes(spoil_last.read_bytes().replace(b'"turn":18', b'"turn":17', 1))
    tear(log)
    with pytest.raises(LogWriteError, match="more is wrong"):
        recover(log / ORIGIN)


def test_a_log_that_is_written_is_left_to_its_writer(log: Path) -> None:
    other = FileLog(log, origin=ORIGIN)
    tear(log)
    one = seen(log)
    assert one.code is Code.SOUND
    assert "being written" in one.state
    assert recover(log / ORIGIN) is None  # what is torn may be under way
    with (log / ORIGIN / "seg-000003.jsonl").open("ab") as file:
        file.write(b"\n")
    with pytest.raises(LogLockedError):
        recover(log / ORIGIN)
    other.close()


def test_what_cannot_be_read_is_not_mended(log: Path, tmp_path: Path) -> None:
    with pytest.raises(LogReadError, match="no decision log"):
        recover(tmp_path / "nowhere")
    empty = tmp_path / "empty"
    empty.mkdir()
    (empty / "seg-000001.jsonl").touch()
    with pytest.raises(LogReadError, match="holds no record"):
        recover(empty)
    (empty / "seg-000001.jsonl").write_bytes(b"torn")
    with pytest.raises(LogWriteError, match="more is wrong"):
        recover(empty)


def test_a_log_is_opened_only_under_its_own_name(log: Path) -> None:
    (log / ORIGIN).rename(log / "renamed")
    with pytest.raises(LogReadError, match="called web-1; rename the folder"):
        open_log(log / "renamed", ORIGIN)
    with pytest.raises(LogReadError, match="called nothing"):
        open_log(log / "renamed", "")
    (log / "renamed").rename(log / ORIGIN)
    with pytest.raises(LogError):
        open_log(log / ORIGIN, ORIGIN, Signing(OTHER)).close() or recover(log / "nowhere")
    write(log, 2, origin="acme/web-1", key=None)
    open_log(log / "acme" / "web-1", "acme/web-1").close()
    assert judge(log / "acme").code is Code.UNANCHORED


def double(directory: Path) -> None:
    path = directory / ORIGIN / "seg-000001.jsonl"
    data = path.read_bytes()
    pack(path)
    path.write_bytes(data)


def compress_all(directory: Path) -> None:
    for path in sorted((directory / ORIGIN).glob("seg-*.jsonl")):
        pack(path)


def unsign_end(directory: Path) -> None:
    write(directory, 3, key=None)


def strip(directory: Path) -> None:
    for name in ("checkpoint", "checkpoints"):
        (directory / ORIGIN / name).write_bytes(b"a\n\nb\n\n" * (name == "checkpoints"))


def newer(directory: Path) -> None:
    shutil.rmtree(directory / ORIGIN)
    write(directory, 3, key=None)
    path = last(directory)
    *lines, end = path.read_bytes().splitlines()
    path.write_bytes(b"\n".join([*lines, end.replace(b'"v":1}', b'"v":2}'), b""]))


@pytest.mark.parametrize(
    ("change", "code", "told"),
    [
        (double, Code.PROBLEM, "False A segment is there twice, plain and compressed"),
        (compress_all, Code.SOUND, "False Its last segment is compressed"),
        (unsign_end, Code.SOUND, "False Its last 4 records are not signed"),
        (strip, Code.PROBLEM, "Nothing here mends that"),
        (lambda to: (to / ORIGIN).chmod(0o755), Code.SOUND, "may be read by every user"),
        (lambda to: last(to).chmod(0o644), Code.SOUND, "seg-000003.jsonl may be read"),
        (lambda _: None, Code.SOUND, "False 2 full segments are not compressed"),
        (newer, Code.UNCHECKED, "True It cannot be checked: "),
    ],
)
def test_whatever_ails_a_log_is_said_with_what_to_do(
    log: Path, tmp_path: Path, change: Callable[[Path], object], code: Code, told: str
) -> None:
    one = seen(copied(log, tmp_path / "copy", lambda to: change(to) and None))
    assert told in words(one)
    assert one.code is code
    assert [c.ill for c in one.complaints] == sorted((c.ill for c in one.complaints), reverse=True)


def test_an_unsigned_log_a_full_disk_and_a_wrong_clock_are_told_of(tmp_path: Path) -> None:
    write(tmp_path, 3, key=None)
    one = seen(tmp_path, free=lambda _: 10 * 2**20, clock=lambda: time.time() - 9_000)
    assert one.code is Code.PROBLEM
    assert "True The disk has 10 MiB left." in words(one)
    assert "False It is not signed" in words(one)
    assert "False Its last record is younger than now." in words(one)
    assert examine(tmp_path)[0].origin == ORIGIN


def test_a_folder_that_vanishes_is_a_fault(log: Path) -> None:
    def gone(path: Path) -> int:
        raise FileNotFoundError(2, "No such file or directory", str(path))

    assert "True No such file or directory" in words(seen(log, free=gone))


def test_where_there_is_no_log_that_is_said(tmp_path: Path) -> None:
    one = seen(tmp_path)
    assert (one.state, one.code) == ("no log", Code.UNCHECKED)
    assert "seg-000001.jsonl" in words(one)
    assert seen(tmp_path / "nowhere").code is Code.UNCHECKED


# bad input: one clear line, and the right code


def bad(tmp_path: Path, change: Callable[[Path], object]) -> Path:
    write(tmp_path / "logs", 20, key=None, segment_records=8)
    change(tmp_path / "logs" / ORIGIN)
    return tmp_path / "logs"


def foreign(folder: Path) -> None:
    for path in folder.glob("seg-*"):
        path.chmod(0o640)
        path.write_bytes(b'{"level":"info","msg":"started"}\n' * 2000)


def second_format(folder: Path) -> None:
    for path in folder.glob("seg-*"):
        path.chmod(0o640)
        path.write_bytes(path.read_bytes().replace(b'"v":1}', b'"v":2}'))


@pytest.mark.parametrize(
    ("change", "code", "told"),
    [
        (foreign, Code.PROBLEM, "none of its 6,000 lines is a record"),
        (lambda to: (to / "seg-000002.jsonl").unlink(), Code.PROBLEM, "segment 2 is missing"),
        (second_format, Code.UNCHECKED, "a record of format 2; this version reads format 1"),
        (lambda to: (to / "seg-000003.jsonl").write_bytes(b""), Code.UNANCHORED, ""),
        (shutil.rmtree, Code.UNCHECKED, "no decision log there"),
        (lambda to: [one.unlink() for one in to.glob("seg*")], Code.UNCHECKED, "no decision log"),
    ],
)
def test_bad_input_gets_one_clear_line_and_the_right_code(
    tmp_path: Path, change: Callable[[Path], object], code: Code, told: str
) -> None:
    verdict = judge(bad(tmp_path, change))
    assert verdict.code is code
    why = [verdict.unchecked, *(one.unchecked for one in verdict.logs), *map(str, verdict.problems)]
    assert told in "\n".join(filter(None, why))
    if change is foreign:
        assert len(verdict.problems) == 1


AS_NOBODY = """
import os, sys
from pathlib import Path
from guardrails.ledger.verify import verify
if os.getuid() == 0:  # who may read everything
    os.setuid(65534)
os.chdir(sys.argv[1])
print(verify(Path()).logs[0].unchecked)
sys.exit(verify(Path()).code)
"""


def test_a_file_that_may_not_be_read_cannot_be_checked(tmp_path: Path) -> None:
    place = Path(tempfile.mkdtemp())  # where others may get to, unlike a folder of pytest's
    place.chmod(0o755)
    shutil.copytree(bad(tmp_path, lambda _: None) / ORIGIN, place / "log")
    for path in ((place / "log"), *(place / "log").iterdir()):
        path.chmod(0 if path.name == "seg-000002.jsonl" else 0o755)
    run = subprocess.run(  # noqa: S603 - ours
        [sys.executable, "-c", AS_NOBODY, str(place / "log")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    shutil.rmtree(place)
    assert (run.returncode, run.stdout) == (2, "seg-000002.jsonl: Permission denied\n"), run.stderr


async def test_a_log_that_is_being_written_is_checked_as_far_as_it_goes(tmp_path: Path) -> None:
    log = FileLog(tmp_path, origin=ORIGIN, segment_records=8)

    async def go() -> None:
        for n in range(300):
            await log.append("heartbeat", {"n": n})

    task = asyncio.create_task(go())
    codes = set()
    while not task.done():
        verdict = await asyncio.to_thread(judge_one, tmp_path)
        codes.add(verdict)
    log.close()
    assert codes == {Code.UNANCHORED}
    assert len(list(read_lines(log.folder / "seg-000001.jsonl"))) == 8


def judge_one(directory: Path) -> Code:
    from guardrails.ledger.verify import verify

    return verify(directory).code

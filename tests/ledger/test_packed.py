"""Segments that are compressed: read as the plain ones, by everything that reads."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from pathlib import Path

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guardrails.errors import (
    ConfigurationError,
    LogDamagedError,
    LogLockedError,
    LogReadError,
    LogWriteError,
)
from guardrails.ledger.disk import doubles, segment_path, segments
from guardrails.ledger.lock import Lock
from guardrails.ledger.packed import content_size, open_segment, require
from guardrails.ledger.packer import Packer, pack, pack_all, tidy, unpacked
from guardrails.ledger.prove import folder_of, origin_of, prove
from guardrails.ledger.read import last_line, read_lines, read_records
from guardrails.ledger.store import FileLog
from guardrails.ledger.verdict import Code
from guardrails.ledger.verify import verify

from .auditor import KEY, ORIGIN, copied, judge, write

PUBLIC = KEY.verifier


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("packed")
    write(directory, 23, each=3, segment_records=8)
    assert len(list(pack_all(directory / ORIGIN))) == 2
    return directory


@pytest.fixture
def work(packed: Path, tmp_path: Path) -> Path:
    return copied(packed, tmp_path / "work", lambda _: None)


def names(directory: Path) -> list[str]:
    return sorted(path.name for path in (directory / ORIGIN).glob("seg-*"))


def test_a_compressed_log_says_what_the_plain_one_said(tmp_path: Path) -> None:
    write(tmp_path, 23, each=3, segment_records=8)
    before = [found.data for found in read_records(tmp_path)]
    head = judge(tmp_path, PUBLIC).logs[0].head

    assert len(list(pack_all(tmp_path / ORIGIN))) == 2

    assert names(tmp_path) == ["seg-000001.jsonl.zst", "seg-000002.jsonl.zst", "seg-000003.jsonl"]
    assert (tmp_path / ORIGIN / "seg-000001.jsonl.zst").stat().st_mode & 0o777 == 0o440
    assert [found.data for found in read_records(tmp_path)] == before
    verdict = judge(tmp_path, PUBLIC)
    assert verdict.code is Code.SOUND
    assert verdict.logs[0].head == head
    assert prove(tmp_path / ORIGIN, 2).index == 2
    assert origin_of(tmp_path / ORIGIN) == ORIGIN
    assert folder_of(tmp_path, ORIGIN) == tmp_path / ORIGIN


def test_a_log_goes_on_after_segments_that_are_compressed(work: Path) -> None:
    write(work, 9, each=3, segment_records=8, compress=True)
    assert judge(work, PUBLIC).code is Code.SOUND
    shutil.rmtree(work / ORIGIN / "tile")
    segment_path(work / ORIGIN, segments(work / ORIGIN)[-1][0]).unlink()
    assert verify(work).code is Code.PROBLEM  # the checkpoints know that the end is gone


def test_a_log_whose_last_segment_is_compressed_goes_on_in_a_new_one(tmp_path: Path) -> None:
    write(tmp_path, 7, key=None, segment_records=8)
    path = tmp_path / ORIGIN / "seg-000001.jsonl"
    path.chmod(0o440)
    assert pack(path) is not None
    write(tmp_path, 1, key=None)
    assert names(tmp_path) == ["seg-000001.jsonl.zst", "seg-000002.jsonl"]
    assert judge(tmp_path).code is Code.UNANCHORED


def test_a_log_whose_last_segment_is_compressed_and_torn_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, 3, key=None)
    path = tmp_path / ORIGIN / "seg-000001.jsonl"
    path.write_bytes(path.read_bytes() + b"torn")
    assert pack(path) is not None
    with pytest.raises(LogReadError, match="does not end in a record"):
        write(tmp_path, 1, key=None)


def test_the_writer_compresses_what_is_full_and_what_earlier_runs_left(tmp_path: Path) -> None:
    write(tmp_path, 40, segment_records=8)
    write(tmp_path, 10, segment_records=8, compress=True)
    log = FileLog(tmp_path, origin=ORIGIN, compress=True)
    waiting = threading.Event()
    for _ in range(2000):
        if not unpacked(log.folder):
            break
        waiting.wait(0.005)
    log.close()
    assert names(tmp_path)[0].endswith(".zst")
    assert not unpacked(log.folder)
    assert judge(tmp_path, PUBLIC).code is not Code.PROBLEM


def test_what_an_interrupted_compression_leaves_is_a_problem_until_the_next_start(
    work: Path,
) -> None:
    folder = work / ORIGIN
    plain = b"".join(line.data + b"\n" for line in read_lines(folder / "seg-000001.jsonl.zst"))
    segment_path(folder, 1).write_bytes(plain)
    (folder / "packing.draft").write_bytes(b"half")
    assert [path.name for path in doubles(folder)] == ["seg-000001.jsonl.zst"]
    assert judge(work, PUBLIC).code is Code.PROBLEM

    FileLog(work, origin=ORIGIN).close()

    assert not doubles(folder)
    assert not (folder / "packing.draft").exists()
    assert judge(work).code is Code.UNANCHORED


def test_while_somebody_writes_a_segment_may_be_there_twice(work: Path) -> None:
    log = FileLog(work, origin=ORIGIN)
    segment_path(log.folder, 1).write_bytes(
        b"".join(line.data + b"\n" for line in read_lines(log.folder / "seg-000001.jsonl.zst"))
    )
    assert verify(work).code is Code.UNANCHORED
    log.close()
    assert verify(work).code is Code.PROBLEM
    tidy(log.folder)


def test_a_reader_follows_a_segment_that_is_compressed_meanwhile(work: Path) -> None:
    path = work / ORIGIN / "seg-000002.jsonl"
    assert not path.exists()
    assert last_line(path.with_name("seg-000002.jsonl.zst")) is not None
    with open_segment(path) as file:
        assert file.seek(10) == 10
        assert file.seek(10**9) == content_size(path)
        assert file.fileno() > 2
    with pytest.raises(FileNotFoundError):
        open_segment(work / "seg-000009.jsonl")


def frame(data: bytes, **how: bool) -> bytes:
    return zstandard.ZstdCompressor(**how).compress(data)


WHOLE = b'{"a":1}\n' * 500


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "no zstd file"),
        (b"{}\n" * 20, "no zstd file"),
        (frame(WHOLE, write_content_size=False), "not one whole frame"),
        (frame(WHOLE)[:-5], "not one whole frame"),
        (frame(WHOLE) + b"x", "not one whole frame"),
        (frame(WHOLE) + frame(WHOLE), "not one whole frame"),
        (frame(WHOLE) + frame(os.urandom(4096)), "not one whole frame"),
        (frame(WHOLE)[:20] + b"\xff" * 40, "cannot be decompressed"),
    ],
)
def test_a_file_that_is_called_compressed_and_is_not_whole_is_a_problem(
    work: Path, data: bytes, what: str
) -> None:
    path = work / ORIGIN / "seg-000002.jsonl.zst"
    path.chmod(0o640)
    path.write_bytes(data)
    with pytest.raises(LogDamagedError, match=what):
        list(read_lines(path))
    assert any(what in flaw.what for flaw in judge(work).problems)
    with pytest.raises(LogReadError, match=what):
        list(read_records(work))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.data())
def test_whatever_is_done_to_a_compressed_segment_both_verifiers_agree_on_it(
    packed: Path, tmp_path: Path, data: st.DataObject
) -> None:
    work = copied(packed, tmp_path / "work", lambda _: None)
    path = work / ORIGIN / data.draw(st.sampled_from(names(work)[:2]))
    whole = path.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    path.chmod(0o640)
    path.write_bytes(
        data.draw(
            st.sampled_from(
                [
                    whole[:at] + bytes([whole[at] ^ 1 << at % 8]) + whole[at + 1 :],
                    whole[:at],
                    whole[:at] + whole[at + 1 :],
                    whole + whole[at:],
                ]
            )
        )
    )
    if judge(work, PUBLIC).code is not Code.PROBLEM:  # a bit of the frame that says nothing
        assert [one.data for one in read_records(work)] == [
            one.data for one in read_records(packed)
        ]


def test_a_segment_that_grows_while_it_is_compressed_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "seg-000001.jsonl"
    path.write_bytes(WHOLE)

    def grow() -> bool:
        with path.open("ab") as file:
            file.write(b"more\n")
        return True

    with pytest.raises(LogDamagedError, match="changed while"):
        pack(path, grow)
    assert [one.name for one in tmp_path.iterdir()] == ["seg-000001.jsonl"]


@pytest.mark.parametrize("steps", [0, 1])
def test_compressing_can_be_left_off(tmp_path: Path, steps: int) -> None:
    path = tmp_path / "seg-000001.jsonl"
    path.write_bytes(WHOLE)
    answers = iter([True] * steps + [False])

    assert pack(path, lambda: next(answers)) is None

    assert [one.name for one in tmp_path.iterdir()] == ["seg-000001.jsonl"]


def test_what_does_not_read_back_is_thrown_away(tmp_path: Path) -> None:
    path = tmp_path / "seg-000001.jsonl"
    path.write_bytes(WHOLE)
    asked: list[int] = []

    def spoil() -> bool:
        asked.append(1)
        if len(asked) > 1:  # it is written, and not yet read back
            (tmp_path / "packing.draft").write_bytes(frame(WHOLE[:-8]))
        return True

    with pytest.raises(LogDamagedError, match="does not read back"):
        pack(path, spoil)
    assert [one.name for one in tmp_path.iterdir()] == ["seg-000001.jsonl"]


def test_a_packer_passes_over_what_it_cannot_compress(tmp_path: Path) -> None:
    path = tmp_path / "seg-000001.jsonl"
    path.write_bytes(WHOLE)
    packer = Packer("packer", threading.Lock())
    packer.start([tmp_path / "seg-000009.jsonl", path])
    for _ in range(2000):
        if not path.exists():
            break
        threading.Event().wait(0.005)
    packer.stop()
    packer.put(path)
    assert content_size(path) == len(WHOLE)


def test_only_who_has_the_lock_compresses(work: Path) -> None:
    lock = Lock(work / ORIGIN)
    with pytest.raises(LogLockedError):
        list(pack_all(work / ORIGIN))
    lock.release()


def test_without_the_library_a_compressed_log_cannot_be_checked_and_none_is_written(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "zstandard", None)
    with pytest.raises(ConfigurationError, match="audit"):
        require()
    verdict = judge(work)
    assert verdict.code is Code.UNCHECKED
    assert "pip install" in verdict.logs[0].unchecked
    with pytest.raises(LogReadError, match="pip install"):
        list(read_records(work))
    with pytest.raises(ConfigurationError, match="pip install"):
        FileLog(work, origin="web-2", compress=True)
    with pytest.raises((LogReadError, LogWriteError), match="pip install"):
        FileLog(work, origin=ORIGIN)
    assert Lock(work / ORIGIN)

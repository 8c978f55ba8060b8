from __future__ import annotations

from pathlib import Path

import pytest

from guardrails.errors import LogWriteError
from guardrails.ledger.disk import AppendFile, PlainFile
from guardrails.ledger.draft import draft
from guardrails.ledger.lock import Lock
from guardrails.ledger.recovery import End
from guardrails.ledger.scribe import Scribe
from guardrails.ledger.segment import Limits, Segments


class Odd:
    """A file that fails in a way that no file should."""

    def __init__(self, path: Path) -> None:
        path.touch()

    def write(self, data: bytes) -> None:
        raise ZeroDivisionError

    def sync(self) -> None:
        raise NotImplementedError

    def close(self) -> None:
        raise OSError


def segments(folder: Path, opener: object = PlainFile) -> Segments:
    return Segments(folder, Lock(folder), Scribe("local"), End(), opener, Limits(1000, 10))  # type: ignore[arg-type]


def test_a_file_is_given_up_whatever_went_wrong_with_it(tmp_path: Path) -> None:
    made = segments(tmp_path, Odd)

    with pytest.raises(ZeroDivisionError):
        made.add([draft("heartbeat", {})])

    assert made.broken


def test_a_segment_that_was_given_up_takes_nothing(tmp_path: Path) -> None:
    made = segments(tmp_path)
    made.close()

    with pytest.raises(LogWriteError, match="given up"):
        made.add([draft("heartbeat", {})])


def test_a_segment_whose_name_is_not_durable_is_not_begun(tmp_path: Path) -> None:
    folder = tmp_path / "log"
    folder.mkdir()
    opened: list[PlainFile] = []

    def opener(path: Path) -> AppendFile:
        opened.append(PlainFile(path))
        folder.rename(tmp_path / "elsewhere")
        return opened[0]

    with pytest.raises(FileNotFoundError):
        segments(folder, opener)

    with pytest.raises(OSError, match="Bad file descriptor"):
        opened[0].write(b"x")  # it was closed


def add(made: Segments, count: int = 1) -> None:
    made.add([draft("heartbeat", {})] * count)


def test_a_file_that_somebody_else_writes_to_while_it_is_written_is_given_up(
    tmp_path: Path,
) -> None:
    class Shared(PlainFile):
        def sync(self) -> None:
            super().sync()
            with (tmp_path / "seg-000001.jsonl").open("ab") as other:
                other.write(b"x")

    made = segments(tmp_path, Shared)

    with pytest.raises(OSError, match="changed by somebody else"):
        add(made)

    assert made.broken


def test_nothing_is_added_to_a_file_that_was_changed(tmp_path: Path) -> None:
    made = segments(tmp_path)
    add(made, 2)
    path = tmp_path / "seg-000001.jsonl"
    left = path.read_bytes()[:30]
    path.write_bytes(left)

    with pytest.raises(OSError, match="changed by somebody else"):
        add(made)

    assert path.read_bytes() == left
    note = made.recover()
    assert note == {
        "why": "write-failed",
        "error": "ESTALE",
        "segment": 1,
        "cut": {"len": 0},
        "strange": 1,
    }
    assert path.read_bytes() == left


def test_a_file_in_the_place_of_ours_is_neither_written_nor_cut_nor_sealed(tmp_path: Path) -> None:
    made = segments(tmp_path)
    add(made)
    path = tmp_path / "seg-000001.jsonl"
    path.rename(tmp_path / "ours")
    path.write_bytes(b"another\nfile")
    mode = path.stat().st_mode

    with pytest.raises(OSError, match="replaced by another file"):
        add(made)
    note = made.recover()
    add(made)

    assert note is not None
    assert note["strange"] == 1
    assert path.read_bytes() == b"another\nfile"
    assert path.stat().st_mode == mode
    assert (tmp_path / "seg-000002.jsonl").stat().st_size


def test_a_file_that_was_replaced_by_its_copy_has_lost_nothing(tmp_path: Path) -> None:
    made = segments(tmp_path)
    add(made)
    path = tmp_path / "seg-000001.jsonl"
    copy = tmp_path / "copy"
    copy.write_bytes(path.read_bytes())
    copy.rename(path)

    with pytest.raises(OSError, match="replaced"):
        add(made)
    note = made.recover()

    assert note is not None
    assert "strange" not in note


def test_an_empty_segment_that_was_removed_is_begun_again(tmp_path: Path) -> None:
    made = segments(tmp_path)
    path = tmp_path / "seg-000001.jsonl"
    path.unlink()

    with pytest.raises(OSError, match="removed or renamed"):
        add(made)

    assert made.recover() is None
    add(made)
    assert path.stat().st_size


def test_what_is_to_be_told_of_a_segment_outlasts_one_that_cannot_be_begun(tmp_path: Path) -> None:
    full: list[bool] = []

    def opener(path: Path) -> AppendFile:
        if full:
            raise OSError(28, "No space left on device")
        return PlainFile(path)

    made = segments(tmp_path, opener)
    add(made)
    (tmp_path / "seg-000001.jsonl").unlink()
    with pytest.raises(OSError, match="removed"):
        add(made)
    full.append(True)
    with pytest.raises(OSError, match="No space"):
        made.recover()
    full.clear()

    note = made.recover()

    assert note is not None
    assert note["segment"] == 1

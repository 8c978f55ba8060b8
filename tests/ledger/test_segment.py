from __future__ import annotations

from pathlib import Path

import pytest

from guardrails.errors import LogWriteError
from guardrails.ledger.disk import AppendFile, PlainFile
from guardrails.ledger.recovery import End
from guardrails.ledger.scribe import Scribe
from guardrails.ledger.segment import Segments


class Odd:
    """A file that fails in a way that no file should."""

    def write(self, data: bytes) -> None:
        raise ZeroDivisionError

    def sync(self) -> None:
        raise NotImplementedError

    def close(self) -> None:
        raise OSError


def segments(folder: Path, opener: object = PlainFile) -> Segments:
    return Segments(folder, Scribe("local"), End(), opener, 1000, 10)  # type: ignore[arg-type]


def test_a_file_is_given_up_whatever_went_wrong_with_it(tmp_path: Path) -> None:
    made = segments(tmp_path, lambda _: Odd())

    with pytest.raises(ZeroDivisionError):
        made.add([("heartbeat", {})])

    assert made.broken


def test_a_segment_that_was_given_up_takes_nothing(tmp_path: Path) -> None:
    made = segments(tmp_path)
    made.close()

    with pytest.raises(LogWriteError, match="given up"):
        made.add([("heartbeat", {})])


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

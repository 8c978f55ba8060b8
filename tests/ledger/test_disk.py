from __future__ import annotations

import resource
from pathlib import Path

import pytest

from guardrails.errors import LogLockedError, LogReadError
from guardrails.ledger.disk import PlainFile, make_folder, origin_folder, segments
from guardrails.ledger.lock import Lock
from guardrails.ledger.read import last_line, read_lines, read_records


def test_a_write_that_takes_less_than_all_goes_on_until_it_fails(tmp_path: Path) -> None:
    file = PlainFile(tmp_path / "file")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            file.write(b"x" * 1500)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    file.close()
    file.close()

    assert (tmp_path / "file").read_bytes() == b"x" * 1000


def test_a_lock_that_was_given_back_can_be_given_back_again(tmp_path: Path) -> None:
    first = Lock(tmp_path)
    first.release()
    second = Lock(tmp_path)

    first.release()

    with pytest.raises(LogLockedError):
        Lock(tmp_path)
    second.release()


def test_a_lock_whose_file_still_stands_is_kept(tmp_path: Path) -> None:
    lock = Lock(tmp_path)

    lock.renew()

    with pytest.raises(LogLockedError):
        Lock(tmp_path)
    lock.release()


def test_a_lock_whose_file_was_removed_is_taken_again_unless_somebody_was_quicker(
    tmp_path: Path,
) -> None:
    lock = Lock(tmp_path)
    (tmp_path / "lock").unlink()
    lock.renew()
    with pytest.raises(LogLockedError):
        Lock(tmp_path)
    (tmp_path / "lock").unlink()
    other = Lock(tmp_path)

    with pytest.raises(LogLockedError):
        lock.renew()

    other.release()
    lock.renew()
    lock.release()


def test_folders_are_made_down_to_the_last(tmp_path: Path) -> None:
    folder = origin_folder(tmp_path / "logs", "acme/web-1")

    make_folder(folder)
    make_folder(folder)

    assert folder.is_dir()
    assert folder.stat().st_mode & 0o007 == 0  # nobody else reads it


def test_segments_come_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for name in ("seg-1000000.jsonl", "seg-000002.jsonl", "seg-2.jsonl", "seg-000001.jsonl.x"):
        (tmp_path / name).touch()

    assert [number for number, _ in segments(tmp_path)] == [2, 1_000_000]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", None),
        (b"no end", None),
        (b"one\n", (0, b"one")),
        (b"one\ntwo\nthr", (4, b"two")),
        (b"x" * 300_000 + b"\nlast\n", (300_001, b"last")),
    ],
)
def test_the_last_whole_line_is_found(
    tmp_path: Path, data: bytes, expected: tuple[int, bytes] | None
) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)

    line = last_line(path)

    assert (line and (line.start, line.data)) == expected


def test_lines_are_read_in_bounded_pieces(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"a\n" + b"x" * 200_000 + b"\n" + b"y" * 65_535 + b"\nend")

    lines = list(read_lines(path))

    assert [(line.start, line.length, line.whole) for line in lines] == [
        (0, 2, True),
        (2, 200_001, False),
        (200_003, 65_536, True),
        (265_539, 3, False),
    ]
    assert max(len(line.data) for line in lines) <= 65_536
    assert lines[-1].data == b"end"


def test_what_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(LogReadError, match="no decision log"):
        list(read_records(tmp_path))
    with pytest.raises(LogReadError, match="No such file"):
        list(read_records(tmp_path / "nowhere"))
    (tmp_path / "seg-000001.jsonl").mkdir()
    with pytest.raises(LogReadError, match="seg-000001"):
        list(read_records(tmp_path))


def test_a_file_is_only_added_to(tmp_path: Path) -> None:
    for part in (b"one", b"two"):
        file = PlainFile(tmp_path / "file")
        file.write(part)
        file.sync()
        file.close()

    assert (tmp_path / "file").read_bytes() == b"onetwo"
    assert (tmp_path / "file").stat().st_mode & 0o007 == 0

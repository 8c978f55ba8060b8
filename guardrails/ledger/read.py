"""Reads the files of a log from the front, in constant memory."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guardrails.errors import LogReadError, RecordError
from guardrails.ledger.disk import FILES, TILES, segments
from guardrails.ledger.record import LINE_MAX, parse


@dataclass(frozen=True, slots=True)
class Line:
    """
    One line of a segment.

    Attributes:
        number: From 1.
        start: Offset of its first byte in the file.
        data: Its bytes without the newline; of an overlong line, only the first ones.
        length: Its bytes in the file, newline included.
        whole: It ends in a newline and is not overlong.
    """

    number: int
    start: int
    data: bytes
    length: int
    whole: bool


def read_lines(path: Path) -> Iterator[Line]:
    """
    Yield the lines of one segment, none of them longer than a record may be.

    Raises:
        OSError: The file cannot be read.
    """
    with path.open("rb") as file:
        number = start = 0
        while data := file.readline(LINE_MAX + 1):
            number += 1
            length = len(data)
            more = data
            while not more.endswith(b"\n") and (more := file.readline(LINE_MAX + 1)):
                length += len(more)
            whole = data.endswith(b"\n")
            yield Line(number, start, data.removesuffix(b"\n"), length, whole)
            start += length


def last_line(path: Path) -> Line | None:
    """
    Return the last whole line of a segment, or None if there is none; its number is 0.

    Raises:
        OSError: The file cannot be read.
    """
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        base = max(size - 2 * (LINE_MAX + 1), 0)
        file.seek(base)
        tail = file.read()
    stop = tail.rfind(b"\n")
    if stop < 0:
        return None
    start = tail.rfind(b"\n", 0, stop) + 1
    return Line(0, base + start, tail[start:stop], stop + 1 - start, whole=True)


def record_of(line: Line) -> dict[str, Any] | None:
    """Return the record that *line* holds, whatever its place, or None if it is no record."""
    try:
        return parse(line.data) if line.whole else None
    except RecordError:
        return None


def find_logs(directory: Path) -> list[Path]:
    """
    Return every folder under *directory*, itself included, that holds segments.

    Raises:
        OSError: A folder cannot be read.
    """
    found = []
    for folder, names, _ in os.walk(directory, onerror=_give_up):
        names[:] = sorted(name for name in names if name not in {FILES, TILES})
        if segments(Path(folder)):
            found.append(Path(folder))
    return found


def _give_up(error: OSError) -> None:
    raise error


@dataclass(frozen=True, slots=True)
class Found:
    """
    One line of a log that was read without checking its place.

    Attributes:
        path: The segment.
        line: Number of the line, from 1.
        data: The line as stored, without its newline.
        record: What it holds, or None if it is no record.
    """

    path: Path
    line: int
    data: bytes
    record: dict[str, Any] | None


def read_records(directory: Path) -> Iterator[Found]:
    """
    Yield every line of every log under *directory*, log by log; it proves nothing.

    Raises:
        LogReadError: There is no log, or it cannot be read.
    """
    try:
        folders = find_logs(directory)
        if not folders:
            msg = f"no decision log in {directory}"
            raise LogReadError(msg)
        for folder in folders:
            for _, path in segments(folder):
                for line in read_lines(path):
                    yield Found(path, line.number, line.data, record_of(line))
    except OSError as error:
        msg = f"cannot read {error.filename or directory}: {error.strerror}"
        raise LogReadError(msg) from error

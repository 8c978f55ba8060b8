"""Reads the files of a log from the front, in constant memory."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from guardrails.errors import LogReadError, RecordError
from guardrails.ledger.disk import EVIDENCE, FILES, STAMPS, TILES, segments
from guardrails.ledger.opening import opened
from guardrails.ledger.packed import is_packed, open_segment
from guardrails.ledger.record import LINE_MAX, VERSION, glance, parse

_BLOCK = 64 * 1024  # more than malloc takes from its pools would cost a page fault each 4 KiB
_KEPT = LINE_MAX + 1
_BESIDE = frozenset({EVIDENCE, FILES, STAMPS, TILES})  # folders in which no log lies
_make = tuple.__new__  # a named tuple's own constructor is a function of Python


class Line(NamedTuple):
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


def read_lines(path: Path, after: int = 0) -> Iterator[Line]:
    """
    Yield the lines of one segment, none of them longer than a record may be.

    Args:
        path: The segment.
        after: Offset of the first byte to read; numbers count from there.

    Raises:
        LogDamagedError: It is compressed and cannot be decompressed.
        LogReadError: It is compressed, and `zstandard` is not installed.
        OSError: The file cannot be read.
    """
    number = skipped = 0
    start = after
    rest = b""
    with open_segment(path) as file:
        if after:
            file.seek(after)
        while block := file.read(_BLOCK):
            lines = (rest + block).split(b"\n")
            rest = lines.pop()
            for data in lines:
                number += 1
                size = len(data) + skipped
                if size <= LINE_MAX:
                    yield _make(Line, (number, start, data, size + 1, True))
                else:
                    yield Line(number, start, data[:_KEPT], size + 1, whole=False)
                start += size + 1
                skipped = 0
            if len(rest) > _KEPT:  # no record is that long: its length is all that is kept
                skipped += len(rest) - _KEPT
                rest = rest[:_KEPT]
    if rest:
        yield Line(number + 1, start, rest, len(rest) + skipped, whole=False)


def last_line(path: Path) -> Line | None:
    """
    Return the last whole line of a segment, or None if there is none; its number does not count.

    Raises:
        LogReadError, OSError: As `read_lines`.
    """
    if is_packed(path):
        last = None
        for line in read_lines(path):
            last = line if line.whole else last
        return last
    with opened(path) as file:
        size = file.seek(0, os.SEEK_END)
        base = max(size - 2 * (LINE_MAX + 1), 0)
        file.seek(base)
        tail = file.readall()
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


def later_format(line: bytes) -> str:
    """Return in words that *line* is a record of a later format, or an empty string."""
    try:
        record = orjson.loads(line)
    except orjson.JSONDecodeError:
        return ""
    version = record.get("v") if isinstance(record, dict) else None
    if type(version) is not int or version <= VERSION:
        return ""
    return (
        f"a record of format {version}; this version reads format {VERSION}, a later one is needed"
    )


def find_logs(directory: Path) -> list[Path]:
    """
    Return every folder under *directory*, itself included, that holds segments.

    Raises:
        OSError: A folder cannot be read.
    """
    found = []
    for folder, names, _ in os.walk(directory, onerror=_give_up):
        names[:] = sorted(name for name in names if name not in _BESIDE)
        if segments(Path(folder)):
            found.append(Path(folder))
    return found


def _give_up(error: OSError) -> None:
    raise error


class Found(NamedTuple):
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


def unread(found: Found) -> str:
    """Return in words where a line that is no record stands, and why it is none."""
    return f"{found.path}:{found.line}: {later_format(found.data) or 'no record'}"


def read_records(directory: Path, *, glancing: bool = False) -> Iterator[Found]:
    """
    Yield every line of every log under *directory*, log by log; it proves nothing.

    Args:
        directory: One log or several.
        glancing: Take lines that are not in canonical form for records too; it is faster.

    Raises:
        LogReadError: There is no log, or it cannot be read.
    """
    understand = glance if glancing else parse
    try:
        folders = find_logs(directory)
        if not folders:
            msg = f"no decision log in {directory}"
            raise LogReadError(msg)
        for folder in folders:
            for _, path in segments(folder):
                for number, _, data, _, whole in read_lines(path):
                    try:
                        record = understand(data) if whole else None
                    except RecordError:
                        record = None
                    yield _make(Found, (path, number, data, record))
    except OSError as error:
        msg = f"cannot read {error.filename or directory}: {error.strerror}"
        raise LogReadError(msg) from error

"""
Finds the end of a log that another run left behind, and cuts off what is torn.

A crash can leave part of a write behind: bytes with no newline, zeros, half a
record. Nobody was told that these are durable, so they are moved out. A whole
record is never touched, not even one whose place in the chain is wrong: that is
no crash, and `verify` must go on seeing it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guardrails.errors import LogReadError
from guardrails.ledger.chain import GENESIS, content_hash, leaf
from guardrails.ledger.disk import Opener, PlainFile, cut, is_sealed, keep, segment_path, segments
from guardrails.ledger.opening import opened
from guardrails.ledger.packed import is_packed
from guardrails.ledger.read import last_line, read_lines, record_of


@dataclass(frozen=True, slots=True)
class End:
    """
    Where a log goes on.

    Attributes:
        segment: Number of its last segment, 0 if there is none.
        size: Bytes of that segment up to the end of its last record.
        records: Lines up to there.
        seq: Place of the next record.
        prev: Leaf hash of the last one.
        torn: Bytes that stand after the last record.
        strange: Lines before it that are no record or not in their place.
        sealed: Nobody is to write to that segment any more.
        began: `ts` of its first record, 0 if there is none.
    """

    segment: int = 0
    size: int = 0
    records: int = 0
    seq: int = 0
    prev: str = GENESIS
    torn: int = 0
    strange: int = 0
    sealed: bool = False
    began: int = 0


def find_end(folder: Path) -> End:
    """
    Return where the log in *folder* goes on, having read its last segment.

    Raises:
        LogReadError: It cannot be told.
        OSError: A file cannot be read.
    """
    found = segments(folder)
    if not found:
        return End()
    seq, prev = _before(found)
    number, path = found[-1]
    size = length = lines = strange = wrong = began = 0
    last = prev
    for line in read_lines(path):
        length += line.length
        record = record_of(line)
        if record is None or record["seq"] != seq or record["prev"] != prev:
            wrong += 1
        if record is not None:
            seq = record["seq"] + 1
            began = began or record["ts"]
            last, size, lines = leaf(line.data), length, line.number
            strange, wrong = strange + wrong, 0
        prev = leaf(line.data)
    if is_packed(path) and length > size:
        msg = f"{path} is compressed and does not end in a record; keep it: candor log verify"
        raise LogReadError(msg)
    return End(number, size, lines, seq, last, length - size, strange, is_sealed(path), began)


def _before(found: list[tuple[int, Path]]) -> tuple[int, str]:
    """Return `seq` and `prev` of the first record of the last of the segments *found*."""
    if len(found) == 1:
        return _first(*found[0])
    _, path = found[-2]
    line = last_line(path)
    record = record_of(line) if line else None
    if line is None or record is None:
        msg = (
            f"{path} does not end in a record, so the log cannot go on; "
            "keep it as it is, and begin another with origin=..."
        )
        raise LogReadError(msg)
    return record["seq"] + 1, leaf(line.data)


def _first(number: int, path: Path) -> tuple[int, str]:
    """Return the same of the only segment: what it says itself, if those before were removed."""
    if number == 1:
        return 0, GENESIS
    record = next((record_of(line) for line in read_lines(path)), None)
    if record is None:
        msg = (
            f"{path} does not begin with a record and nothing is before it, so the log cannot "
            "go on; keep it as it is, and begin another with origin=..."
        )
        raise LogReadError(msg)
    return record["seq"], record["prev"]


def repair(folder: Path, end: End, opener: Opener = PlainFile) -> dict[str, Any] | None:
    """
    Cut off what is torn, and return the body of the `recovery` record to write, if any.

    Raises:
        OSError: It could not be made durable.
    """
    if not end.torn and not end.strange:
        return None
    body: dict[str, Any] = {"why": "torn-tail" if end.torn else "damage", "segment": end.segment}
    if end.torn:
        body["cut"] = set_aside(folder, end.segment, end.size, opener)
    if end.strange:
        body["strange"] = end.strange
    return body


def set_aside(folder: Path, segment: int, size: int, opener: Opener = PlainFile) -> dict[str, Any]:
    """
    Cut the segment off after *size* bytes, keep the rest as a file, and return what was cut.

    On a disk that takes no file the bytes are lost; their length and hash are not.

    Raises:
        OSError: The segment could not be cut.
    """
    path = segment_path(folder, segment)
    with opened(path) as file:
        file.seek(size)
        rest = file.read()
    fact: dict[str, Any] = {"len": len(rest)}
    if rest:
        try:
            fact["file"] = keep(folder, rest, opener)
        except OSError:
            fact["hash"] = content_hash(rest)
        cut(path, size)
    return fact

"""Reads what a log says of escalations, from where the last reading ended."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

from guardrails.errors import LogReadError, RecordError
from guardrails.ledger.base import innermost
from guardrails.ledger.disk import segments
from guardrails.ledger.read import read_lines
from guardrails.ledger.record import glance

WANTED: Final = (b'"kind":"escalation', b'"kind":"ticket"')
"""One of these stands in each line that is about escalations."""


class Outbox(NamedTuple):
    """
    What stands in a log about escalations.

    Attributes:
        records: Those of the kinds `escalation...` and `ticket`, in order.
        segment: Number of the segment in which the reading ended.
        offset: Offset in it, in bytes.
    """

    records: list[dict[str, Any]]
    segment: int
    offset: int


Reading = Callable[[int, int], Outbox]
"""Reads on from a segment and an offset."""


def reading_of(log: object) -> Reading | None:
    """Return how to read what *log* says of escalations; None if it is kept nowhere."""
    reading: Reading | None = getattr(innermost(log), "outbox", None)
    if reading is not None:
        return reading
    folder: Path | None = getattr(log, "folder", None)
    return None if folder is None else partial(read_outbox, folder)


def read_outbox(folder: Path, segment: int = 0, offset: int = 0) -> Outbox:
    """
    Return what was written in the log *folder* about escalations after a position.

    A line that is not whole yet is left for the next time. Segments that were removed
    are passed over.

    Args:
        folder: The log.
        segment: Number of the segment in which the last reading ended.
        offset: Offset in it, in bytes.

    Raises:
        LogReadError: It cannot be read.
    """
    found: list[dict[str, Any]] = []
    try:
        for number, path in segments(folder):
            if number < segment:
                continue
            start = offset if number == segment else 0
            segment, offset = number, start
            for line in read_lines(path, start):
                if not line.data or not (line.whole or line.length > len(line.data)):
                    break
                offset = line.start + line.length
                if line.whole and any(mark in line.data for mark in WANTED):
                    _keep(line.data, found)
    except OSError as error:
        msg = f"cannot read {error.filename or folder}: {error.strerror}"
        raise LogReadError(msg) from error
    return Outbox(found, segment, offset)


def _keep(data: bytes, found: list[dict[str, Any]]) -> None:
    try:
        found.append(glance(data))
    except RecordError:
        return  # `verify` tells of it

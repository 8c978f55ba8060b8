"""
The hashes of records that were removed from a log in PostgreSQL.

A row is a segment: its number, the place of its first record, and 32 bytes for each record. It
may stand there before its records are gone, so what is gone is for the records to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from guardrails.ledger.tables import SCHEMA
from guardrails.ledger.tree import SIZE
from guardrails.storage.backend import Cursor

_FIRST: Final = f"SELECT min(seq) FROM {SCHEMA}.records WHERE log = :log"  # noqa: S608
_NEXT: Final = f"""
    SELECT segment, first, hashes FROM {SCHEMA}.removed
    WHERE log = :log AND segment > :after AND first < :stop
      AND first + octet_length(hashes) / {SIZE} > :start
    ORDER BY segment LIMIT 1
"""  # noqa: S608 - names of ours
_KEEP: Final = f"""
    INSERT INTO {SCHEMA}.removed (log, segment, first, hashes)
    VALUES (:log, :segment, :first, :hashes) ON CONFLICT DO NOTHING
"""  # noqa: S608 - names of ours


@dataclass(frozen=True, slots=True)
class RemovedSegment:
    """
    What is left of a segment.

    Attributes:
        number: Of the segment, from 1.
        first: `seq` of its first record.
        hashes: Leaf hashes of its records, 32 bytes each.
    """

    number: int
    first: int
    hashes: bytes

    @property
    def stop(self) -> int:
        """`seq` after that of its last record."""
        return self.first + len(self.hashes) // SIZE


def first_left(db: Cursor, log: str) -> int:
    """Return the place of the first record that is still there; 0 if there is none at all."""
    [(first,)] = db.run(_FIRST, {"log": log})
    return first or 0


def next_removed(
    db: Cursor, log: str, start: int, stop: int, after: int = 0
) -> RemovedSegment | None:
    """Return the first segment behind number *after* with hashes of places *start* to *stop*."""
    values: dict[str, Any] = {"log": log, "start": start, "stop": stop, "after": after}
    for number, first, hashes in db.run(_NEXT, values):
        return RemovedSegment(number, first, bytes(hashes))
    return None


def removed_hashes(db: Cursor, log: str, start: int, stop: int) -> Iterator[tuple[int, bytes]]:
    """Yield place and leaf hash of what was removed from *start* on, below *stop*."""
    at = 0
    while (found := next_removed(db, log, start, stop, at)) is not None:
        at = found.number
        for place in range(max(start, found.first), min(stop, found.stop)):
            offset = (place - found.first) * SIZE
            yield place, found.hashes[offset : offset + SIZE]


def keep_hashes(db: Cursor, log: str, segment: RemovedSegment) -> None:
    """Keep the hashes of *segment*, before it is removed. Twice is as good as once."""
    values = {"log": log, "segment": segment.number, "first": segment.first}
    db.run(_KEEP, {**values, "hashes": segment.hashes})

"""
Compares the records that an application was told of with those that a log holds.

A decision that was never written leaves no trace in a log. The application's own list
of receipts does: each reply came with the id of its last record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from guardrails.ledger.read import read_records
from guardrails.ledger.record import Kind, milliseconds


@dataclass(frozen=True, slots=True)
class Reconciled:
    """
    What came of it.

    Attributes:
        asked: Different ids that the application gave.
        matched: Those of them that the log holds.
        missing: Those that it does not hold: told to the application, and not there.
        removed: Those that may have been in records which are gone from the front of a log: they
            are of that time, and of such records the hashes alone are left.
        unknown: Ids of turns in the log that the application did not give.
        double: Ids that the application gave, or that the log holds, more than once.
    """

    asked: int
    matched: int
    missing: tuple[str, ...]
    removed: tuple[str, ...]
    unknown: tuple[str, ...]
    double: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """Whether both sides have the same ids, once each, as far as records are there."""
        return not (self.missing or self.unknown or self.double)


def reconcile(directory: Path, ids: Iterable[str]) -> Reconciled:
    """
    Return how *ids* compare with the ends of turns in every log under *directory*.

    Args:
        directory: A log, or a folder that holds logs.
        ids: Ids of records, as receipts name them. One that names a record which does
            not end a turn is matched too.

    Raises:
        LogReadError: There is no log, or it cannot be read.
    """
    asked = Counter(ids)
    held: Counter[str] = Counter()
    turns: list[str] = []
    until, folder = -1, None
    for found in read_records(directory):
        if found.record is None:
            continue
        if found.path.parent != folder:
            folder = found.path.parent
            if found.record["seq"]:  # what was before it is gone
                until = max(until, found.record["ts"] // 1000)
        name = found.record["id"]
        if name in asked or found.record["kind"] == Kind.TURN_CLOSE:
            held[name] += 1
        if found.record["kind"] == Kind.TURN_CLOSE:
            turns.append(name)
    missing = [name for name in asked if name not in held]
    removed = [name for name in missing if 0 <= milliseconds(name) <= until]
    double = [name for name, times in (asked | held).items() if times > 1]
    return Reconciled(
        asked=len(asked),
        matched=sum(name in held for name in asked),
        missing=tuple(name for name in missing if name not in set(removed)),
        removed=tuple(removed),
        unknown=tuple(dict.fromkeys(name for name in turns if name not in asked)),
        double=tuple(double),
    )

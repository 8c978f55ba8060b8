"""Records that were removed from a log, as what is left of it tells; nothing is proved by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from guardrails.ledger.read import Found
from guardrails.ledger.record import Kind
from guardrails.ledger.removed import retain_of


@dataclass(frozen=True, slots=True)
class Removal:
    """
    What one `retain` record says.

    Attributes:
        first: `seq` of the first record that it says was removed.
        last: `seq` of the last one.
        seq: Its own place.
        ts: Its own time, microseconds since 1970.
        reason: A code, such as `age`; empty if there is none.
    """

    first: int
    last: int
    seq: int
    ts: int
    reason: str


@dataclass(slots=True)
class Gone:
    """
    What is gone from the front of one log.

    Attributes:
        log: Name of the log, or of its folder.
        records: How many: the place of the first record that is there.
        removals: What `retain` records that are still there say, in their order.
    """

    log: str
    records: int
    removals: list[Removal] = field(default_factory=list)

    def take(self, record: Mapping[str, Any]) -> None:
        """Take a record of kind `retain`; one that makes no sense is for `verify` to tell."""
        if retain_of(record) is None or "seqs" not in record:
            return
        first, last = record["seqs"]
        reason = record.get("reason")
        self.removals.append(
            Removal(
                first, last, record["seq"], record["ts"], reason if isinstance(reason, str) else ""
            )
        )

    def lost(self, seq: int) -> bool:
        """Return whether record *seq* is gone."""
        return 0 <= seq < self.records

    @property
    def accounted(self) -> bool:
        """Whether a `retain` record that is there says of the last of them that it was removed."""
        last = self.records - 1
        return not self.records or any(one.first <= last <= one.last for one in self.removals)

    def __str__(self) -> str:
        return self.of(self.records - 1)

    def of(self, seq: int) -> str:
        """Return in words that record *seq* and others are gone, when, and by which record."""
        told = f"records 0 to {self.records - 1:,} of the log {self.log}"
        fits = [one for one in self.removals if one.first <= seq <= one.last]
        if not fits:
            return f"{told} are not there, and no retain record says why: see `candor log verify`"
        by = fits[-1]
        when = datetime.fromtimestamp(by.ts / 1e6, UTC).isoformat(sep=" ", timespec="seconds")
        why = f" for {by.reason!r}" if by.reason else ""
        return (
            f"{told} were removed (pruned); records {by.first:,} to {by.last:,} of them{why} at "
            f"{when.removesuffix('+00:00')} UTC, as retain record {by.seq:,} says"
        )


def begun(found: Found) -> Gone:
    """Return what is gone from the log whose first line is *found*, before its records are read."""
    record, name = found.record, found.path.parent.name
    if record is None:
        return Gone(name, 0)
    origin = record.get("origin") if record["kind"] in {Kind.BOOT, Kind.RETAIN} else None
    return Gone(origin if isinstance(origin, str) else name, record["seq"])

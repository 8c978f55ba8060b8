"""What stands in the segments of a log, as far as it matters to their removal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from guardrails.ledger.chain import is_hash
from guardrails.ledger.checks import files_of
from guardrails.ledger.read import read_lines, record_of
from guardrails.ledger.record import Kind
from guardrails.ledger.removed import Retain, retain_of

Numbered = tuple[int, Path]
"""Number and path of a segment."""


@dataclass(slots=True)
class Seen:
    """
    What stands in some segments.

    Attributes:
        first: `seq` of the first record.
        count: Records.
        until: `ts` of the youngest one, microseconds since 1970.
        boots: Runs that began here.
        last_boot: The run of the last record.
        removal: What the last `retain` record says that has a root; None without one.
        files: Names of the attached files that are named here.
        named: Place and hash of each policy that a record names.
        policies: The same of those that stand here, and the text, if it is not in a file.
        run: The run that each of them was recorded in; empty for those of `retain` records.
    """

    first: int = 0
    count: int = 0
    until: int = 0
    boots: set[str] = field(default_factory=set)
    last_boot: str = ""
    removal: Retain | None = None
    files: set[str] = field(default_factory=set)
    named: set[tuple[int, str]] = field(default_factory=set)
    policies: dict[tuple[int, str], str | None] = field(default_factory=dict)
    run: dict[tuple[int, str], str] = field(default_factory=dict)

    @property
    def stop(self) -> int:
        """`seq` after that of the last record."""
        return self.first + self.count

    @property
    def last(self) -> int:
        """Number of the segment up to which a `retain` record calls all removed; or 0."""
        return 0 if self.removal is None else self.removal.last

    def take(self, record: dict[str, Any]) -> None:
        """Look at the next record."""
        if not self.count:
            self.first = record["seq"]
        self.count += 1
        self.until = max(self.until, record["ts"])
        self.last_boot = record["boot"]
        self.files.update(files_of(record))
        policy = record.get("policy")
        name = policy.get("hash") if isinstance(policy, dict) else None
        if record["kind"] == Kind.BOOT:
            self.boots.add(record["boot"])
        elif record["kind"] == Kind.RETAIN and (told := retain_of(record)) is not None:
            self.removal = told if told.root else self.removal
            self.policies.update(dict.fromkeys(told.policies))
            self.run.update(dict.fromkeys(told.policies, ""))
        elif record["kind"] == Kind.POLICY and is_hash(name):
            self.policies[record["seq"], name] = record.get("text")
            self.run[record["seq"], name] = record["boot"]
        elif isinstance(policy, dict) and type(policy.get("at")) is int and is_hash(name):
            self.named.add((policy["at"], name))


def seen_in(found: Iterable[Numbered]) -> Seen:
    """Return what stands in *found*. Raises `LogReadError`, `OSError`."""
    seen = Seen()
    for record in records_of(found):
        seen.take(record)
    return seen


def records_of(found: Iterable[Numbered]) -> Iterator[dict[str, Any]]:
    """Yield the records of *found*, and nothing for other lines. Raises the same."""
    for _, path in found:
        for line in read_lines(path):
            if (record := record_of(line)) is not None:  # the last one may be under way
                yield record

"""The check of `verify` that looks at segments that are gone, and at what the log says of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guardrails.ledger.chain import is_hash, named
from guardrails.ledger.flaws import Flaws
from guardrails.ledger.tiles import removed_leaves, removed_records


@dataclass(frozen=True, slots=True)
class Retain:
    """
    What a `retain` record says.

    Attributes:
        last: Number of the last segment that was removed.
        stop: `seq` after that of the last record that was removed.
        root: `sha256:<hex>`: the tree's root over all records up to there, or an empty string.
        origin: Name of the log, or an empty string.
        policies: Place and hash of each policy that later records still name.
    """

    last: int
    stop: int
    root: str
    origin: str
    policies: frozenset[tuple[int, str]]


def retain_of(record: Mapping[str, Any]) -> Retain | None:
    """Return what *record*, of kind `retain`, says; None if its ranges make no sense."""
    segments, seqs = record.get("segments", [0, 0]), record.get("seqs", [0, -1])
    kept = record.get("policies", [])
    if not (_is_range(segments) and _is_range(seqs) and isinstance(kept, list)):
        return None
    root, origin = record.get("root"), record.get("origin")
    return Retain(
        segments[1],
        seqs[1] + 1,
        root if isinstance(root, str) and is_hash(root) else "",
        origin if isinstance(origin, str) else "",
        frozenset(
            (one["at"], one["hash"])
            for one in kept
            if isinstance(one, dict) and type(one.get("at")) is int and is_hash(one.get("hash"))
        ),
    )


def _is_range(value: object) -> bool:
    return (
        isinstance(value, list) and len(value) == len("ab") and all(type(n) is int for n in value)
    )


def check_numbers(found: list[tuple[int, Path]], flaws: Flaws) -> None:
    """Step 1: tell *flaws* if a number after the first of the segments *found* is missing."""
    first = found[0][0] if found else 1  # (14) looks at those before
    for expected, (number, path) in enumerate(found, start=first):
        if number != expected:
            flaws.path = path
            flaws.problem(f"segment {expected} is missing")
            return


class Removed:
    """
    Steps 1 and 14: segments before the first one that is there.

    What the last `retain` record says is what counts: it covers those before it.

    Args:
        folder: The log.
        found: Number and path of its segments.
        flaws: Is told what is wrong.

    Attributes:
        records: How many records were in them, as the first that is there says.
        lost: Whether their hashes are missing, or no `retain` record says that they were removed.

    Raises:
        LogReadError: A compressed segment, or a record of a later format, cannot be read.
        OSError: A segment cannot be read.
    """

    def __init__(self, folder: Path, found: list[tuple[int, Path]], flaws: Flaws) -> None:
        self.records = removed_records(found)
        self._folder = folder
        self._flaws = flaws
        self._gone = found[0][0] - 1 if found else 0
        self.lost = False
        self._last: Retain | None = None

    @property
    def segments(self) -> int:
        """How many segments are gone."""
        return self._gone

    @property
    def origin(self) -> str:
        """Name of the log, as the last `retain` record has it; empty if there is none."""
        return self._last.origin if self._last else ""

    @property
    def policies(self) -> frozenset[tuple[int, str]]:
        """Place and hash of each policy whose record is gone and whose text was kept."""
        return self._last.policies if self._last else frozenset()

    def leaves(self) -> Iterator[bytes]:
        """Yield the leaves of the records that are gone. Raises `LogReadError`, `OSError`."""
        return removed_leaves(self._folder, self.records)

    def look(self, record: Mapping[str, Any]) -> None:
        """Look at the next record."""
        if record["kind"] == "retain":
            self._last = retain_of(record)
            if self._last is None:
                self._flaws.problem("a retain record whose ranges make no sense")

    def end(self, root: bytes | None) -> None:
        """
        Judge what is gone, now that all records were read.

        Args:
            root: Over the leaves of the records that are gone; None if they are not there.
        """
        self._flaws.path, self._flaws.line = self._folder, 0
        last = self._last
        if self._gone and (last is None or not self._explains(last)):
            self.lost = True
            self._flaws.problem(
                f"segments 1 to {self._gone} are missing, and no retain record says so"
            )
        elif last is not None and last.root and self._gone < last.last:
            self._flaws.note(
                f"segments up to {last.last} were to be removed, and segment {self._gone + 1} is "
                "still there: candor log prune goes on with it"
            )
        elif last is not None and self._gone and root and named(root.hex()) != last.root:
            self._flaws.problem(
                f"the hashes of the first {last.stop:,} records, which were removed, are not "
                "those that the retain record vouches for"
            )

    def _explains(self, last: Retain) -> bool:
        """Return whether the segments that are gone are those of *last*, or the first of them."""
        if self._gone < last.last:
            return self.records < last.stop
        return self._gone == last.last and self.records == last.stop

"""What a verification came to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

PROBLEMS_MAX = 1000
"""Problems that are listed for one log; all of them are counted."""
NOTES_MAX = 100
"""Notes that are kept for one log."""


class Code(IntEnum):
    """Exit status of `candor log verify`."""

    SOUND = 0
    PROBLEM = 1
    UNCHECKED = 2
    UNANCHORED = 3


@dataclass(frozen=True, slots=True)
class Flaw:
    """
    Something that is wrong, or worth knowing, at one place of a log.

    `str()` gives `file:line: what`; a line of 0 means the file as a whole.
    """

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}" if self.line else f"{self.file}: {self.what}"


@dataclass(frozen=True, slots=True)
class LogVerdict:
    """
    What was seen in one log.

    Attributes:
        folder: Where it lies.
        origin: Its name, from its first `boot` record; empty if that is missing.
        segments: How many files.
        records: How many whole records.
        kinds: How many records of each kind.
        first: `ts` of the first record, microseconds since 1970; 0 if there is none.
        last: The same of the last record.
        head: `sha256:<hex>`, leaf hash of the last record; keep it somewhere else.
        anchored: Records that are vouched for by a hash that the caller knew.
        problem_count: How many problems.
        problems: The first of them.
        notes: No problems, but worth knowing: repairs, open turns, leaps of the clock.
        unchecked: Why it could not be read to its end, or an empty string.
    """

    folder: str
    origin: str
    segments: int
    records: int
    kinds: Mapping[str, int]
    first: int
    last: int
    head: str
    anchored: int
    problem_count: int
    problems: tuple[Flaw, ...]
    notes: tuple[Flaw, ...]
    unchecked: str = ""

    @property
    def code(self) -> Code:
        """What this log comes to."""
        if self.problem_count:
            return Code.PROBLEM
        if self.unchecked:
            return Code.UNCHECKED
        return Code.SOUND if self.anchored == self.records else Code.UNANCHORED


@dataclass(frozen=True, slots=True)
class Verdict:
    """
    What was seen in a folder of logs.

    Attributes:
        logs: One for each log.
        strangers: Hashes that the caller knew and that no log holds.
        unchecked: Why nothing could be checked, or an empty string.
    """

    logs: tuple[LogVerdict, ...]
    strangers: tuple[str, ...] = ()
    unchecked: str = ""

    @property
    def code(self) -> Code:
        """The worst that holds: a problem, then unchecked, then unanchored, then sound."""
        codes = {log.code for log in self.logs}
        if self.strangers or Code.PROBLEM in codes:
            return Code.PROBLEM
        if self.unchecked or Code.UNCHECKED in codes:
            return Code.UNCHECKED
        return Code.UNANCHORED if Code.UNANCHORED in codes else Code.SOUND

    @property
    def problems(self) -> tuple[Flaw, ...]:
        """The problems of all logs, in order."""
        return tuple(flaw for log in self.logs for flaw in log.problems)

    @property
    def not_proven(self) -> tuple[str, ...]:
        """What nobody should read into this verdict, in plain sentences."""
        limits = [_unanchored(log) for log in self.logs if log.anchored < log.records]
        return (
            *limits,
            "That no log is missing: one that was removed as a whole leaves no trace here.",
            "That every decision was logged: the log speaks only of what was written to it.",
            "When it happened: the times are those of the writer's own clock.",
        )


def _unanchored(log: LogVerdict) -> str:
    name = log.origin or log.folder
    if log.anchored:
        return (
            f"The last {log.records - log.anchored:,} records of {name}: "
            "they came after the hash that you gave."
        )
    return (
        f"That {name} was not rewritten as a whole or cut off at its end, and that its last record "
        "was not changed: no hash of it from elsewhere was given (--head)."
    )

"""What a verification came to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

PROBLEMS_MAX = 1000
"""Problems that are listed for one log; all of them are counted."""
NOTES_MAX = 100
"""Notes that are kept for one log."""
_CLOCK = "When it happened: the times are those of the writer's own clock."
_STAMPS = (
    " A time stamp says by when records were there, and neither whose they are nor that there is "
    "no other log."
)


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
        anchored: Records that are vouched for by what the caller knew: a hash, a key,
            a checkpoint or a witness's key.
        problem_count: How many problems.
        problems: The first of them.
        notes: No problems, but worth knowing: repairs, open turns, leaps of the clock.
        unchecked: Why it could not be read to its end, or an empty string.
        checkpoints: How many signed checkpoints stand there; copies of one count once.
        signed: Records covered by a checkpoint by a key that the caller knew.
        witnessed: Records covered by one that a witness whose key the caller knew has seen.
        seen_at: When that was, seconds since 1970; 0 if never.
        remembered: Records covered by a checkpoint that the caller had kept.
        removed: Records before the first that is there; only their hashes are left. They
            count in `anchored`, `signed`, `witnessed` and `remembered`, not in `records`.
        lost: Whether their hashes are missing as well, or no `retain` record says that they were
            removed; which is a problem.
        torn: Bytes at the end that are no whole record, which is one of the problems.
        torn_notes: Bytes at the end of `checkpoints` that are no whole one, likewise.
        texts: Decisions of which texts are kept beside the log.
        given: Whether the caller knew something that could vouch for it: a key of its name or of
            a witness, a checkpoint of it, or a hash.
        stamps: How many time stamps lie there.
        stamped: Records covered by one by an authority that the caller knew. It says when they
            were there and not whose they are: it does not count in `anchored`.
        stamped_at: When the newest of these was made, seconds since 1970; 0 if never.
        stamped_by: By whom: the subject of the certificate.
        stamped_wait: The longest time in seconds from what a record says of its own time to the
            first of these over it. Time stamps that were made anew later show by it.
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
    checkpoints: int = 0
    signed: int = 0
    witnessed: int = 0
    seen_at: int = 0
    remembered: int = 0
    removed: int = 0
    lost: bool = False
    torn: int = 0
    torn_notes: int = 0
    texts: int = 0
    given: bool = False
    stamps: int = 0
    stamped: int = 0
    stamped_at: int = 0
    stamped_by: str = ""
    stamped_wait: int = 0

    @property
    def total(self) -> int:
        """Records that there are and were."""
        return self.removed + self.records

    @property
    def code(self) -> Code:
        """What this log comes to."""
        if self.problem_count:
            return Code.PROBLEM
        if self.unchecked:
            return Code.UNCHECKED
        return Code.SOUND if self.anchored == self.total else Code.UNANCHORED


@dataclass(frozen=True, slots=True)
class Verdict:
    """
    What was seen in a folder of logs.

    Attributes:
        logs: One for each log.
        strangers: Hashes that the caller knew and that no log holds.
        absent: Names of logs whose key or checkpoint the caller knew and that are not there.
        outside: What is wrong beside the logs: links, copies.
        unseen: Names of witnesses whose key the caller knew and who have signed no checkpoint
            that fits.
        unchecked: Why nothing could be checked, or an empty string.
        unstamped: Names of logs without a time stamp that holds, where the caller knew
            authorities.
        unkept: Names of logs of which a place that the caller asked holds no checkpoint.
    """

    logs: tuple[LogVerdict, ...]
    strangers: tuple[str, ...] = ()
    unchecked: str = ""
    absent: tuple[str, ...] = ()
    outside: tuple[Flaw, ...] = ()
    unseen: tuple[str, ...] = ()
    unstamped: tuple[str, ...] = ()
    unkept: tuple[str, ...] = ()

    @property
    def code(self) -> Code:
        """The worst that holds: a problem, then unchecked, then unanchored, then sound."""
        codes = {log.code for log in self.logs}
        if self.strangers or self.absent or self.outside or Code.PROBLEM in codes:
            return Code.PROBLEM
        if self.unchecked or Code.UNCHECKED in codes:
            return Code.UNCHECKED
        absent = self.unseen or self.unstamped or self.unkept
        unanchored = absent or Code.UNANCHORED in codes
        return Code.UNANCHORED if unanchored else Code.SOUND

    @property
    def problems(self) -> tuple[Flaw, ...]:
        """The problems of all logs and beside them, in order."""
        return (*self.outside, *(flaw for log in self.logs for flaw in log.problems))

    @property
    def not_proven(self) -> tuple[str, ...]:
        """What nobody should read into this verdict, in plain sentences."""
        limits = [limit for log in self.logs for limit in _limits(log)]
        return (
            *limits,
            *(
                f"That {name} knows these logs as they are: it has signed no checkpoint here, "
                "or what it signed was taken away."
                for name in self.unseen
            ),
            *(
                f"That {name} was there at any time: no time stamp of it by an authority whose "
                "certificate you gave is here, or it was taken away."
                for name in self.unstamped
            ),
            *(
                f"That {name} is as it was shown: the bucket that you named holds no locked "
                "checkpoint of it."
                for name in self.unkept
            ),
            "That no log is missing: one that was removed, and whose key you did not give.",
            "That every decision was logged: the log speaks only of what was written to it.",
            _CLOCK + _STAMPS * any(log.stamped for log in self.logs),
        )


def _last(log: LogVerdict) -> str:
    """Return in words which records nothing that the caller knew vouches for."""
    return f"last {log.total - log.anchored:,} records" if log.anchored else "records"


def _limits(log: LogVerdict) -> Iterator[str]:
    name = log.origin or log.folder
    known = "hash" if not log.signed + log.witnessed + log.remembered else "checkpoint"
    if log.anchored < log.total and log.given and log.problems:
        yield (
            f"That the {_last(log)} of {name} are what was signed: they do not match, or nothing "
            f"that you gave covers them. Look at the first problem first: {log.problems[0]}"
        )
    elif not log.anchored and log.given:
        yield (
            f"That {name} was not rewritten as a whole or cut off at its end, and that its last "
            "record was not changed: nothing that you gave vouches for any of its records."
        )
    elif not log.anchored:
        yield (
            f"That {name} was not rewritten as a whole or cut off at its end, and that its last "
            "record was not changed: no key (--key), checkpoint (--checkpoint) or hash (--head) "
            "of it from elsewhere was given."
        )
    elif log.anchored < log.total:
        yield (
            f"The last {log.total - log.anchored:,} records of {name}: "
            f"they are not yet covered by a {known} that you know."
        )
    if log.lost:
        yield (
            f"What the first {log.removed:,} records of {name} said, and that there was reason to "
            "remove them: they are not there, and not removed as a log removes records."
        )
    elif log.removed:
        yield (
            f"What the first {log.removed:,} records of {name} said: they were removed, and "
            "their hashes alone are left."
        )
    if log.signed and not max(log.witnessed, log.remembered):
        yield (
            f"That {name} was not taken back to an earlier state, or written twice, by who holds "
            "its key: no witness whose key you gave has seen it, and you gave no checkpoint "
            "of it that you kept."
        )
    elif log.signed > max(log.witnessed, log.remembered):
        yield (
            f"That {name} was not written twice after its first "
            f"{max(log.witnessed, log.remembered):,} records: only its own key vouches for more."
        )

"""
The time stamps of a log's checkpoints on disk, and the check of `verify` that reads them.

    DIR/<origin>/stamps/301-5d41402a.tsr   an authority's answer (DER, RFC 3161) over the note of
                                           the checkpoint over 301 records, as `checkpoints` has
                                           it; the digits are the first of its SHA-256
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Final

from guardrails.errors import ProofError
from guardrails.ledger.disk import STAMPS
from guardrails.ledger.flaws import Flaws
from guardrails.ledger.note import Checkpoint
from guardrails.ledger.opening import content
from guardrails.ledger.tiles import replace
from guardrails.ledger.timestamps import STAMP_MAX, Authorities, Stamp, ask

_NAME: Final = re.compile(r"(0|[1-9][0-9]{0,18})-[0-9a-f]{8}\.tsr\Z")
_AHEAD: Final = 2
"""Seconds by which a writer's clock may run ahead of an authority's unnoted."""
_MICROS: Final = 1_000_000


def stamps_of(folder: Path) -> Iterator[tuple[int, Path]]:
    """
    Yield the number of records and the path of each time stamp of the log in *folder*.

    Raises:
        OSError: The folder cannot be read.
    """
    place = folder / STAMPS
    for path in sorted(place.iterdir()) if place.is_dir() else ():
        if match := _NAME.match(path.name):
            yield int(match[1]), path


def stamp(folder: Path, new: Checkpoint, url: str, by: Authorities, timeout: float) -> Path:
    """
    Have an authority stamp the checkpoint *new* of the log in *folder*, unless it has.

    Args:
        folder: The log.
        new: The checkpoint.
        url: Where the authority takes requests.
        by: Whose stamp it has to be.
        timeout: Seconds.

    Returns:
        The file with its time stamp.

    Raises:
        LogReadError: The authority is out of reach, or its answer does not hold.
        OSError: A file cannot be read or written.
    """
    for size, path in stamps_of(folder):
        if size == new.size and _holds(by, content(path), bytes(new)):
            return path
    token = ask(url, bytes(new), by, timeout)
    path = folder / STAMPS / f"{new.size}-{sha256(token).hexdigest()[:8]}.tsr"
    replace(path, token)
    return path


def _holds(by: Authorities, token: bytes, note: bytes) -> bool:
    try:
        by.checked(token, note)
    except ProofError:
        return False
    return True


class Stamped:
    """
    Checks the time stamps of one log.

    They are found before the records are read: what is stamped meanwhile is not looked at.

    Args:
        folder: The log.
        authorities: Whose stamps the caller believes; None if they did not say.
        flaws: Is told what is wrong.

    Attributes:
        count: How many time stamps lie there.
        sizes: Checkpoints over so many records are wanted to compare them with.
        places: Of the records at these places, from 1, the time is wanted.
        size: Records covered by the newest stamp that holds.
        newest: That stamp, or None.
        wait: The longest time in seconds from a record's own time to the first stamp over it.
    """

    def __init__(self, folder: Path, authorities: Authorities | None, flaws: Flaws) -> None:
        self._folder = folder
        self._authorities = authorities
        self._flaws = flaws
        self._found: list[tuple[int, Path]] = []
        self._times: dict[int, int] = {}
        self._standing: dict[int, list[bytes]] = {}
        self.count = self.size = self.wait = 0
        self.sizes: frozenset[int] = frozenset()
        self.places: frozenset[int] = frozenset()
        self.newest: Stamp | None = None

    def read(self) -> None:
        """Find them. Raises `OSError`."""
        self._found = sorted(stamps_of(self._folder))
        self.count = len(self._found)
        self.sizes = frozenset(size for size, _ in self._found)
        if self._authorities is not None and self.sizes:
            self.places = self.sizes | {1} | {size + 1 for size in self.sizes}

    def time(self, place: int, ts: int) -> None:
        """Take the time of the record at *place*, from 1, in microseconds since 1970."""
        self._times[place] = ts // _MICROS

    def stands(self, checkpoint: Checkpoint) -> None:
        """Take a checkpoint of the log that fits its records."""
        if checkpoint.size in self.sizes:
            self._standing.setdefault(checkpoint.size, []).append(bytes(checkpoint))

    def end(self) -> None:
        """Judge them all, now that the records have been read. Raises `OSError`."""
        first: dict[int, int] = {}
        for size, path in self._found:
            self._flaws.path, self._flaws.line = path, 0
            stamp = self._judged(size, path, self._standing.get(size, []))
            if stamp is None:
                continue
            first[size] = min(stamp.at, first.get(size, stamp.at))
            if size >= self.size:
                self.size, self.newest = size, stamp
            ahead = self._times.get(size, 0) - stamp.at
            if ahead > _AHEAD:
                self._flaws.note(
                    f"it was made {ahead:,.0f} s before the last record under it says that it was "
                    "written: the writer's clock ran ahead"
                )
        self.wait = longest_wait(first, self._times)
        if self._found and self._authorities is None:
            self._flaws.path, self._flaws.line = self._folder / STAMPS, 0
            self._flaws.note(
                f"{self.count:,} time stamps, which were not checked: no certificate of an "
                "authority (--tsa) was given"
            )

    def _judged(self, size: int, path: Path, notes: list[bytes]) -> Stamp | None:
        """Return what the time stamp says, if it holds; None, and maybe a problem, if not."""
        if not notes:
            self._flaws.problem(
                f"a time stamp over {size:,} records, and no checkpoint over so many fits: it is "
                "of another log, or the checkpoint was taken away"
            )
            return None
        if self._authorities is None:
            return None
        token = content(path)
        told = "is no time stamp that can be read"
        for note in notes if len(token) <= STAMP_MAX else ():
            try:
                return self._authorities.checked(token, note)
            except ProofError as error:
                told = str(error)
        self._flaws.problem(f"the time stamp {told}")
        return None


def longest_wait(first: Mapping[int, int], written: Mapping[int, int]) -> int:
    """
    Return how long a record waited for the first stamp over it, at the most; 0 if none did.

    Args:
        first: Number of records → when they were first stamped as a whole.
        written: Place of a record, from 1 → its own time; that of the first behind each stamp.
            All are in seconds since 1970.
    """
    soonest = dict(first)
    for more, size in pairwise(sorted(first, reverse=True)):  # the larger may be the older
        soonest[size] = min(soonest[size], soonest[more])
    covered = wait = 0
    for size in sorted(soonest):
        if covered + 1 in written:
            wait = max(wait, soonest[size] - written[covered + 1])
        covered = size
    return wait

"""
Removes the oldest segments of a log for good, and keeps what proofs need.

    1  the log is verified: what is not sound is evidence, and stays
    2  the leaves of the records that are to go are added to the file `removed`, and the
       texts of policies that later records name become files
    3  a `retain` record says what goes and why, with the root over it
    4  the segments go, the oldest first, and the attached files that only they name

Each step is on the disk before the next. A crash leaves more than was meant, never less;
the next call goes on with it.
"""

from __future__ import annotations

import asyncio
import math
import os
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from guardrails.errors import LogReadError, LogWriteError
from guardrails.ledger.acts import retain_body
from guardrails.ledger.chain import named
from guardrails.ledger.checkpoints import newest
from guardrails.ledger.disk import REMOVED, keep, segments, size_of, sync_folder
from guardrails.ledger.read import read_lines
from guardrails.ledger.record import Kind
from guardrails.ledger.store import FileLog
from guardrails.ledger.survey import Numbered, Seen, seen_in
from guardrails.ledger.tiles import removed_leaves
from guardrails.ledger.tree import SIZE, Tree, leaf_digest
from guardrails.ledger.verdict import Code
from guardrails.ledger.verify import verify


@dataclass(frozen=True, slots=True)
class Pruned:
    """
    What was removed, or would be.

    Attributes:
        segments: Number of the first and of the last segment; None if none is to go.
        seqs: `seq` of the first and of the last record in them.
        size: Bytes of those files.
        until: `ts` of the youngest record in them, microseconds since 1970.
    """

    segments: tuple[int, int] | None = None
    seqs: tuple[int, int] = (0, -1)
    size: int = 0
    until: int = 0


def plan(folder: Path, before: int) -> Pruned:
    """
    Return what `prune` would remove from the log in *folder*. Nothing is changed.

    Args:
        folder: The log.
        before: Microseconds since 1970: segments whose records are all older may go.

    Raises:
        LogReadError: It cannot be read.
    """
    with _reading(folder):
        return _told(*_old(segments(folder), before))


def is_unfinished(folder: Path) -> bool:
    """Return whether a call of `prune` was interrupted. Raises `LogReadError`."""
    with _reading(folder):
        return bool(_left(folder))


async def prune(
    log: FileLog, before: int, *, reason: str = "age", clock: Callable[[], float] = time.time
) -> Pruned:
    """
    Remove whole segments all of whose records are older than *before*, never the last one.

    Only one call at a time. It reads the whole log first, on another thread. Of a signed
    log, records that no checkpoint covers yet stay.

    Args:
        log: The log, open.
        before: Microseconds since 1970.
        reason: Code, such as `age`.
        clock: Seconds since 1970.

    Raises:
        LogReadError: It cannot be read.
        LogWriteError: It is not sound, and nothing was removed; or something could not be
            written or removed: call again.
        RecordError: The reason is no code.
    """
    folder = log.folder
    left = await asyncio.to_thread(_checked, folder)
    if left:
        await _drop(log, left)
    going, seen = await asyncio.to_thread(_ready, folder, before, log.origin)
    told = _told(going, seen)
    if not going:
        return told
    with _writing(folder):
        root = await asyncio.to_thread(_keep_leaves, folder, going, seen.first)
        kept = await asyncio.to_thread(_keep_policies, folder, going, seen)
    body = retain_body(
        segments=(going[0][0], going[-1][0]),
        seqs=told.seqs,
        reason=reason,
        at=int(clock()),
        origin=log.origin,
        root=named(root.hex()),
        policies=kept,
    )
    await log.append(Kind.RETAIN, body)
    await _drop(log, going)
    return told


def _old(
    found: Sequence[Numbered], before: int, stop: float = math.inf
) -> tuple[list[Numbered], Seen]:
    """Return the first of *found* whose records are all older, and before *stop*; never all."""
    going: list[Numbered] = []
    for one in found[:-1]:
        seen = seen_in([one])
        if seen.until >= before or seen.stop > stop:
            break
        going.append(one)
    return going, seen_in(going)


def _told(going: Sequence[Numbered], seen: Seen) -> Pruned:
    if not going:
        return Pruned()
    size = sum(size_of(path) for _, path in going)
    return Pruned((going[0][0], going[-1][0]), (seen.first, seen.stop - 1), size, seen.until)


def _checked(folder: Path) -> list[Numbered]:
    """Return the segments that an interrupted call left, or raise if the log is not sound."""
    verdict = verify(folder)
    if verdict.problems:
        msg = f"{folder} is not sound, and nothing of it is removed: {verdict.problems[0]}"
        raise LogWriteError(msg)
    if verdict.code is Code.UNCHECKED:
        raise LogReadError(verdict.unchecked or verdict.logs[0].unchecked)
    with _reading(folder):
        return _left(folder)


def _left(folder: Path) -> list[Numbered]:
    found = segments(folder)
    last = seen_in(found).last
    return [one for one in found[:-1] if one[0] <= last]


def _ready(folder: Path, before: int, origin: str) -> tuple[list[Numbered], Seen]:
    """Return what is to go; what is not signed yet, in a signed log, stays till next time."""
    with _reading(folder):
        signed = newest(folder, origin)
        return _old(segments(folder), before, math.inf if signed is None else signed.size)


def _keep_leaves(folder: Path, going: Sequence[Numbered], first: int) -> bytes:
    """Make the leaves of what is to go durable, and return the root over all up to there."""
    tree = Tree()
    for leaf in removed_leaves(folder, first) if first else ():
        tree.add(leaf)
        tree.full.clear()
    number = os.open(folder / REMOVED, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o640)
    with os.fdopen(number, "wb") as file:
        file.truncate(first * SIZE)  # a call that was interrupted may have written more
        file.seek(first * SIZE)
        for _, path in going:
            for line in read_lines(path):
                leaf = leaf_digest(line.data)
                file.write(leaf)
                tree.add(leaf)
                tree.full.clear()
        file.flush()
        os.fsync(file.fileno())
    sync_folder(folder)
    return tree.root()


def _keep_policies(
    folder: Path, going: Sequence[Numbered], seen: Seen
) -> frozenset[tuple[int, str]]:
    """Make files of the policies that other records name, or may still; return their names."""
    rest = seen_in(one for one in segments(folder) if one[0] > going[-1][0])
    known = {**seen.policies, **rest.policies}
    kept = {policy for policy in rest.named if policy[0] < seen.stop}
    now = rest.last_boot  # this run may name its policies again
    if now not in rest.boots:
        runs = {**seen.run, **rest.run}
        mine = {now} if now in seen.boots else {now, ""}  # or it may be older than all of these
        kept |= {policy for policy in known if policy[0] < seen.stop and runs[policy] in mine}
    for policy in kept:
        text = known.get(policy)
        if isinstance(text, str):
            keep(folder, text.encode())
    return frozenset(kept)


async def _drop(log: FileLog, going: Collection[Numbered]) -> None:
    """Remove segments, the oldest first, and the attached files that nothing else names."""
    with _writing(log.folder):
        names = await asyncio.to_thread(_unlinked, log, going)
    await log.detach(names)


def _unlinked(log: FileLog, going: Collection[Numbered]) -> set[str]:
    folder, gone = log.folder, seen_in(going).files
    with log.order:
        for number, path in segments(folder):
            if number <= max(last for last, _ in going):
                path.unlink()
                sync_folder(folder)  # one after the other: a gap would look like a theft
    return gone - seen_in(segments(folder)).files


@contextmanager
def _reading(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        msg = f"cannot read {error.filename or folder}: {error.strerror}"
        raise LogReadError(msg) from error


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        msg = f"{error.filename or folder}: {error.strerror}; call it again, nothing is lost"
        raise LogWriteError(msg) from error

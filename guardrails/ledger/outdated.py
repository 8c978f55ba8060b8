"""
Which segments of a log in files are old enough to be removed, and what has to be kept of them.

For logs in files, and for copies of logs in PostgreSQL, of which the same is removed there.
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from guardrails.errors import LogReadError, LogWriteError
from guardrails.ledger.acts import retain_body
from guardrails.ledger.chain import named
from guardrails.ledger.checkpoints import newest
from guardrails.ledger.disk import REMOVED, keep, segments, size_of, sync_folder
from guardrails.ledger.read import read_lines
from guardrails.ledger.removed import Retain
from guardrails.ledger.survey import Numbered, Seen, seen_in
from guardrails.ledger.tiles import removed_leaves
from guardrails.ledger.tree import SIZE, Tree, leaf_digest
from guardrails.ledger.verdict import Code
from guardrails.ledger.verify import verify

_POLICIES: Final = 400
"""Policies that no record names and that are kept all the same: a record has room for 600."""


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
    with reading(folder):
        return told_of(*_old(segments(folder), before))


def is_unfinished(folder: Path) -> bool:
    """Return whether a call of `prune` was interrupted. Raises `LogReadError`."""
    with reading(folder):
        return bool(left_in(folder))


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


def told_of(going: Sequence[Numbered], seen: Seen) -> Pruned:
    """Return what is told of the segments *going*, in which this was *seen*."""
    if not going:
        return Pruned()
    size = sum(size_of(path) for _, path in going)
    return Pruned((going[0][0], going[-1][0]), (seen.first, seen.stop - 1), size, seen.until)


def checked(folder: Path) -> list[Numbered]:
    """
    Return the segments that an interrupted call left.

    Raises:
        LogReadError: The log cannot be read.
        LogWriteError: It is not sound: it is evidence, and stays as it is.
    """
    verdict = verify(folder)
    if verdict.problems:
        msg = f"{folder} is not sound, and nothing of it is removed: {verdict.problems[0]}"
        raise LogWriteError(msg)
    if verdict.code is Code.UNCHECKED:
        raise LogReadError(verdict.unchecked or verdict.logs[0].unchecked)
    with reading(folder):
        return left_in(folder)


def left_in(folder: Path) -> list[Numbered]:
    """Return the segments that a `retain` record says are gone, and that are there."""
    return _left(folder)[0]


def _left(folder: Path) -> tuple[list[Numbered], Retain | None]:
    found = segments(folder)
    removal = seen_in(found).removal
    last = 0 if removal is None else removal.last
    return [one for one in found[:-1] if one[0] <= last], removal


def followed(folder: Path) -> list[Numbered]:
    """
    Return the segments of a copy that are to go, as its last `retain` record says.

    The hashes of their records are durable then, in the file `removed`.

    Raises:
        LogReadError: It cannot be read.
        LogWriteError: It is not sound, or cut into other segments than that record speaks of.
        OSError: The hashes cannot be written.
    """
    with reading(folder):
        left, removal = _left(folder)
    if not left or removal is None:
        return []
    checked(folder)
    seen = seen_in(left)
    root = named(_keep_leaves(folder, left, seen.first).hex())
    if (left[-1][0], seen.stop, root) != (removal.last, removal.stop, removal.root):
        msg = (
            f"{folder}: its files are not those that were removed where it was copied from: keep "
            "it, or move it away and copy anew"
        )
        raise LogWriteError(msg)
    return left


def ready(folder: Path, before: int, origin: str) -> tuple[list[Numbered], Seen]:
    """
    Return what is to go; what is not signed yet, in a signed log, stays till next time.

    Raises:
        LogReadError: The log cannot be read.
    """
    with reading(folder):
        signed = newest(folder, origin)
        return _old(segments(folder), before, math.inf if signed is None else signed.size)


def retaining(
    folder: Path,
    going: Sequence[Numbered],
    seen: Seen,
    *,
    origin: str,
    reason: str,
    at: int,
    shared: bool = False,
) -> dict[str, Any]:
    """
    Keep what proofs need of the segments *going*, durably, and return the body of `retain`.

    Args:
        folder: The log.
        going: Its first segments.
        seen: What stands in them.
        origin: Name of the log.
        reason: Code, such as `age`.
        at: Unix seconds.
        shared: Several processes write the log, and go on in each other's runs: any of them may
            still name a policy that it recorded long ago.

    Raises:
        LogReadError, OSError: It could not be read or written.
        RecordError: The reason is no code.
    """
    root = _keep_leaves(folder, going, seen.first)
    return retain_body(
        segments=(going[0][0], going[-1][0]),
        seqs=told_of(going, seen).seqs,
        reason=reason,
        at=at,
        origin=origin,
        root=named(root.hex()),
        policies=_keep_policies(folder, going, seen, shared=shared),
    )


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
    folder: Path, going: Sequence[Numbered], seen: Seen, *, shared: bool
) -> frozenset[tuple[int, str]]:
    """Make files of the policies that other records name, or may still; return their names."""
    rest = seen_in(one for one in segments(folder) if one[0] > going[-1][0])
    known = {**seen.policies, **rest.policies}
    kept = {policy for policy in rest.named if policy[0] < seen.stop}
    now = rest.last_boot  # this run may name its policies again
    if shared:
        kept |= {*sorted(policy for policy in known if policy[0] < seen.stop)[-_POLICIES:]}
    elif now not in rest.boots:
        runs = {**seen.run, **rest.run}
        mine = {now} if now in seen.boots else {now, ""}  # or it may be older than all of these
        kept |= {policy for policy in known if policy[0] < seen.stop and runs[policy] in mine}
    for policy in kept:
        text = known.get(policy)
        if isinstance(text, str):
            keep(folder, text.encode())
    return frozenset(kept)


@contextmanager
def reading(folder: Path) -> Iterator[None]:
    """Have what the system cannot read of *folder* told as a `LogReadError`."""
    try:
        yield
    except OSError as error:
        msg = f"cannot read {error.filename or folder}: {error.strerror}"
        raise LogReadError(msg) from error

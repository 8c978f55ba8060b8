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
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from guardrails.errors import LogWriteError
from guardrails.ledger.disk import segments, sync_folder
from guardrails.ledger.outdated import (
    Pruned,
    checked,
    followed,
    ready,
    retaining,
    told_of,
)
from guardrails.ledger.record import Kind
from guardrails.ledger.store import FileLog
from guardrails.ledger.survey import Numbered, seen_in


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
    left = await asyncio.to_thread(checked, folder)
    if left:
        await _drop(log, left)
    going, seen = await asyncio.to_thread(ready, folder, before, log.origin)
    told = told_of(going, seen)
    if not going:
        return told
    about = partial(retaining, origin=log.origin, reason=reason, at=int(clock()))
    with _writing(folder):
        body = await asyncio.to_thread(about, folder, going, seen)
    await log.append(Kind.RETAIN, body)
    await _drop(log, going)
    return told


async def _drop(log: FileLog, going: Collection[Numbered]) -> None:
    """Remove segments, the oldest first, and the attached files that nothing else names."""
    with _writing(log.folder):
        names = await asyncio.to_thread(_unlinked, log, going)
    await log.detach(names)


def _unlinked(log: FileLog, going: Collection[Numbered]) -> set[str]:
    folder, gone = log.folder, seen_in(going).files
    with log.order:
        _unlink(folder, max(last for last, _ in going))
    return gone - seen_in(segments(folder)).files


def _unlink(folder: Path, last: int) -> None:
    for number, path in segments(folder):
        if number <= last:
            path.unlink()
            sync_folder(folder)  # one after the other: a gap would look like a theft


def follow_removal(folder: Path) -> int:
    """
    Remove from a copy that nobody writes what its last `retain` record says is gone.

    Returns how many segments went.

    Raises:
        LogReadError: It cannot be read.
        LogWriteError: It is not sound, or has other segments, and nothing was removed; or one
            could not be removed.
    """
    with _writing(folder):
        left = followed(folder)
        if left:
            _unlink(folder, left[-1][0])
    return len(left)


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        msg = f"{error.filename or folder}: {error.strerror}; call it again, nothing is lost"
        raise LogWriteError(msg) from error

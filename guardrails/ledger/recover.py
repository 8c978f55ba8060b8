"""Mends the end of a log that a crash has torn, as its writer would at its next start."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from guardrails.errors import LogReadError, LogWriteError
from guardrails.ledger.chain import content_hash
from guardrails.ledger.disk import CHECKPOINTS, FILES, segment_path
from guardrails.ledger.notary import Signing
from guardrails.ledger.opening import content
from guardrails.ledger.recovery import End, find_end
from guardrails.ledger.store import FileLog
from guardrails.ledger.verdict import Flaw, LogVerdict
from guardrails.ledger.verify import verify


@dataclass(frozen=True, slots=True)
class Recovered:
    """
    What was moved out.

    Attributes:
        segment: Number of the segment that it stood in.
        size: Bytes.
        file: Where they are now; it may be missing if the disk was full.
    """

    segment: int
    size: int
    file: Path


def only_torn(verdict: LogVerdict, end: End) -> bool:
    """
    Return whether all that is wrong with a log lies after its last whole record.

    Args:
        verdict: What `verify` says of it.
        end: Where it goes on.
    """
    name = str(segment_path(Path(verdict.folder), end.segment))
    left = _but_checkpoints(verdict)
    return (
        verdict.problem_count == len(verdict.problems)
        and len(left) > 0
        and end.torn > 0
        and not end.strange
        and all(flaw.file == name and flaw.line > end.records for flaw in left)
    )


def only_checkpoints_torn(verdict: LogVerdict) -> bool:
    """Return whether all that is wrong is half a checkpoint behind the last whole one."""
    return verdict.problem_count == len(verdict.problems) > 0 and not _but_checkpoints(verdict)


def _but_checkpoints(verdict: LogVerdict) -> list[Flaw]:
    """Return what is wrong besides half a checkpoint, which the writer cuts off as it starts."""
    torn = verdict.torn_notes > 0 and verdict.checkpoints > 0
    path = str(Path(verdict.folder) / CHECKPOINTS)
    return [one for one in verdict.problems if not torn or (one.file, one.line) != (path, 0)]


def recover(folder: Path, signing: Signing | None = None) -> Recovered | None:
    """
    Move out what a crash has left after the last whole record, and record that.

    Args:
        folder: One log, closed.
        signing: Signs what was written, if the log is signed.

    Returns:
        What was moved out; None if the log is sound, which then was not changed.

    Raises:
        LogLockedError: Somebody is writing it.
        LogReadError: It cannot be read.
        LogWriteError: It cannot be written, or something else is wrong: nothing was changed.
        ValueError: The key is not that of this log.
    """
    [verdict] = verify(folder).logs or [None]
    if verdict is None:
        msg = f"{folder}: no decision log there"
        raise LogReadError(msg)
    if not verdict.problem_count and not verdict.unchecked:
        return None
    if not verdict.problem_count:
        raise LogReadError(verdict.unchecked)
    if only_checkpoints_torn(verdict):
        msg = (
            f"{folder}: its records are whole, and nothing was changed: only its last checkpoint "
            "is torn, which the writer cuts off as it starts, and candor log checkpoint --sign too"
        )
        raise LogWriteError(msg)
    try:
        end = find_end(folder)
        if not verdict.records or not only_torn(verdict, end):
            msg = (
                f"{folder}: more is wrong than its end; nothing was changed: {verdict.problems[0]}"
            )
            raise LogWriteError(msg)
        rest = content(segment_path(folder, end.segment))[end.size :]
    except OSError as error:
        msg = f"cannot read {error.filename or folder}: {error.strerror}"
        raise LogReadError(msg) from error
    open_log(folder, verdict.origin, signing).close()
    kept = folder / FILES / content_hash(rest).removeprefix("sha256:")
    return Recovered(end.segment, len(rest), kept)


def open_log(folder: Path, origin: str, signing: Signing | None = None) -> FileLog:
    """
    Open the log that lies in *folder* for writing.

    Raises:
        LogReadError: It does not lie in a folder of its own name.
        Others: As `FileLog`.
    """
    parts = tuple(origin.split("/"))
    whole = folder.resolve()
    if not origin or whole.parts[-len(parts) :] != parts:
        msg = f"{folder}: the log in it is called {origin or 'nothing'}; rename the folder"
        raise LogReadError(msg)
    return FileLog(whole.parents[len(parts) - 1], origin=origin, signing=signing)

"""What is the matter with a log, in plain words, and what to do about it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from guardrails.errors import LogError, ProofError
from guardrails.ledger.checkpoints import read_notes
from guardrails.ledger.disk import CHECKPOINTS, doubles, segments
from guardrails.ledger.lock import is_written
from guardrails.ledger.note import Checkpoint
from guardrails.ledger.packed import is_packed
from guardrails.ledger.packer import unpacked
from guardrails.ledger.recover import only_checkpoints_torn, only_torn
from guardrails.ledger.recovery import find_end
from guardrails.ledger.verdict import Code, LogVerdict
from guardrails.ledger.verify import verify

_FREE = 256 * 1024 * 1024  # bytes: four segments
_AHEAD = 300  # seconds


@dataclass(frozen=True, slots=True)
class Complaint:
    """
    Something about a log.

    Attributes:
        what: What is the matter.
        todo: What to do about it.
        ill: It is a fault, and not only advice.
    """

    what: str
    todo: str
    ill: bool = False


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """
    What was seen in one log.

    Attributes:
        folder: Where it lies.
        origin: Its name, or an empty string.
        state: In a few words.
        complaints: Faults first.
        code: 0 none of them is a fault, 1 one is, 2 it could not be told.
    """

    folder: str
    origin: str
    state: str
    complaints: tuple[Complaint, ...]
    code: Code


def examine(
    directory: Path,
    *,
    clock: Callable[[], float] = time.time,
    free: Callable[[Path], int] = lambda path: shutil.disk_usage(path).free,
) -> tuple[Diagnosis, ...]:
    """
    Return a diagnosis of each log under *directory*. Nothing is changed.

    Args:
        directory: A log, or a folder that holds logs.
        clock: Seconds since 1970.
        free: Returns the bytes that may still be written beside a path.
    """
    verdict = verify(directory)
    if not verdict.logs:
        told = Complaint(
            verdict.unchecked,
            "Give the folder of a log (it holds seg-000001.jsonl or later ones) or one above it, "
            "as a user who may read it.",
            ill=True,
        )
        return (Diagnosis(str(directory), "", "no log", (told,), Code.UNCHECKED),)
    return tuple(_log(one, clock(), free) for one in verdict.logs)


def _log(verdict: LogVerdict, now: float, free: Callable[[Path], int]) -> Diagnosis:
    folder = Path(verdict.folder)
    complaints: list[Complaint] = []
    writing = False
    try:
        writing = is_written(folder)
        complaints += _faults(verdict, folder)
        complaints += _advice(verdict, folder, now, free, writing=writing)
    except (OSError, LogError) as error:
        what = error.strerror if isinstance(error, OSError) else str(error)
        complaints.append(Complaint(str(what), "Run this as a user who may read it.", ill=True))
    code = Code.PROBLEM if any(one.ill for one in complaints) else Code.SOUND
    if verdict.unchecked and not verdict.problem_count:
        code = Code.UNCHECKED
    state = f"{verdict.records:,} records, {'being written' if writing else 'closed'}"
    complaints.sort(key=lambda one: not one.ill)
    return Diagnosis(verdict.folder, verdict.origin, state, tuple(complaints), code)


def _faults(verdict: LogVerdict, folder: Path) -> Iterator[Complaint]:
    if verdict.unchecked:
        todo = "Make it readable, or take the version that it asks for, and call this again."
        if not verdict.records:
            todo = "If a service has just begun it, call this again later; otherwise it is no log."
        yield Complaint(f"It cannot be checked: {verdict.unchecked}", todo, ill=True)
    if not verdict.problem_count:
        return
    if only_checkpoints_torn(verdict):
        yield Complaint(
            f"Its last checkpoint is torn: {verdict.torn_notes:,} bytes at the end of "
            f"{folder / CHECKPOINTS} are no whole one. That is what a crash leaves; the records "
            "are whole.",
            f"Start the service that writes it, or run candor log checkpoint {folder} --sign KEY: "
            "both cut them off and sign anew.",
            ill=True,
        )
        return
    if only_torn(verdict, end := find_end(folder)):
        yield Complaint(
            f"Its end is torn: {end.torn:,} bytes after record {end.seq - 1:,} are no whole "
            "record. That is what a crash or a full disk leaves; nobody was told that they count.",
            f"candor log recover {folder}, or start the service that writes it: both move them "
            "out and record it.",
            ill=True,
        )
        return
    yield Complaint(
        f"{verdict.problem_count:,} problems, the first: {verdict.problems[0]}",
        "Nothing here mends that, and nothing should: it is evidence. Copy the folder as it is, "
        "run candor log verify for all of them, compare with a backup, and let the service go on "
        "under another name (origin).",
        ill=True,
    )


def _advice(
    verdict: LogVerdict,
    folder: Path,
    now: float,
    free: Callable[[Path], int],
    *,
    writing: bool,
) -> Iterator[Complaint]:
    for note in verdict.notes:
        yield Complaint(str(note), "Worth knowing; nothing has to be done.")
    if (room := free(folder)) < _FREE:
        yield Complaint(
            f"The disk has {room / 2**20:,.0f} MiB left.",
            "Make room before it is full: a log that cannot be written lets no reply of the "
            "model out. candor log compress and candor log prune help.",
            ill=True,
        )
    if doubles(folder) and not writing:
        yield Complaint(
            "A segment is there twice, plain and compressed: compressing was interrupted.",
            "Start the service, or run candor log compress: the plain one counts.",
        )
    if plain := unpacked(folder):
        size = sum(path.stat().st_size for path in plain)
        yield Complaint(
            f"{len(plain):,} full segments are not compressed ({size / 2**20:,.0f} MiB).",
            "candor log compress, or FileLog(..., compress=True), makes that about a fifth.",
        )
    if verdict.last / 1e6 > now + _AHEAD:
        yield Complaint(
            "Its last record is younger than now.",
            "A clock is wrong, here or where it was written: set it.",
        )
    yield from _signing(verdict, folder, writing=writing)
    for path in (folder, *(path for _, path in segments(folder))):
        if path.stat().st_mode & 0o007:
            yield Complaint(
                f"{path} may be read by every user of this machine.",
                f"chmod o= {path}: a log holds no words, but what a person needed can be seen.",
            )
            break
    if any(is_packed(path) for _, path in segments(folder)[-1:]):
        yield Complaint(
            "Its last segment is compressed, which only happens to segments that others follow.",
            "Look for the segments after it, in a backup: they may have been removed.",
        )


def _signing(verdict: LogVerdict, folder: Path, *, writing: bool) -> Iterator[Complaint]:
    notes, _ = read_notes(folder / CHECKPOINTS)
    if not notes:
        yield Complaint(
            "It is not signed: whoever can write the folder can write all of it anew.",
            "candor log keygen makes a key; give it to the writer.",
        )
        return
    with suppress(ProofError):  # which verify has told of
        bare = verdict.total - Checkpoint.parse(notes[-1][1]).size
        if bare > 0 and not writing:
            yield Complaint(
                f"Its last {bare:,} records are not signed: the writer did not end in peace.",
                "Start the service, or candor log checkpoint --sign KEY.",
            )

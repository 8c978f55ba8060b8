"""
The checkpoints of a log on disk.

    DIR/<origin>/checkpoint    the newest that was signed
                 checkpoints   all that were signed, each with an empty line after it
                 cosigned      those that a witness has signed too, in the same form
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from os import SEEK_END
from pathlib import Path
from typing import Final

from guardrails.errors import LogReadError, ProofError
from guardrails.ledger.disk import CHECKPOINTS
from guardrails.ledger.note import NEXT, NOTE_MAX, Checkpoint
from guardrails.ledger.opening import content, opened

_SIGNED: Final = "\u2014 ".encode()


def read_notes(path: Path) -> tuple[list[tuple[int, bytes]], int]:
    """
    Return line and bytes of every note in *path*, and how many bytes at its end are no whole one.

    A file that is not there holds none. A note ends with an empty line; whether it is
    one is for the caller to see.

    Raises:
        OSError: The file cannot be read.
    """
    try:
        data = content(path)
    except FileNotFoundError:
        return [], 0
    return split_notes(data)


def split_notes(data: bytes) -> tuple[list[tuple[int, bytes]], int]:
    """Return what `read_notes` does, of a file's content."""
    blocks = data.split(b"\n\n")
    rest = len(blocks.pop())
    found, line = [], 1
    for text, tail in zip(blocks[::2], blocks[1::2], strict=False):
        found.append((line, b"%b\n\n%b\n" % (text, tail)))
        line += text.count(b"\n") + tail.count(b"\n") + 4
    if len(blocks) % 2:
        rest += len(blocks[-1]) + 2
    return found, rest


def readable(notes: Iterable[tuple[int, bytes]]) -> Iterator[Checkpoint]:
    """Yield the checkpoints among *notes*, unchecked; of what is none, verify tells."""
    for _, data in notes:
        with suppress(ProofError):
            yield Checkpoint.parse(data)


def last_note(path: Path) -> tuple[bytes | None, int]:
    """
    Return the last whole note in *path*, and how many bytes come after it, without reading all.

    A file that is not there holds none.

    Raises:
        OSError: The file cannot be read.
    """
    try:
        with opened(path) as file:
            file.seek(max(0, file.seek(0, SEEK_END) - 2 * NOTE_MAX))
            tail = file.readall()
    except FileNotFoundError:
        return None, 0
    blocks = tail.split(b"\n\n")
    for at in range(len(blocks) - 2, 0, -1):
        if blocks[at].startswith(_SIGNED):
            note = b"%b\n\n%b\n" % (blocks[at - 1], blocks[at])
            return note, len(b"\n\n".join(blocks[at + 1 :]))
    return None, len(tail)


def handovers(folder: Path) -> list[Checkpoint]:
    """
    Return the checkpoints in which keys of a log name the next ones, in order, unchecked.

    Raises:
        OSError: They cannot be read.
    """
    path = folder / CHECKPOINTS
    data = content(path) if path.exists() else b""
    notes, _ = split_notes(data if NEXT in data else b"")  # few logs have one, and it takes long
    naming = readable(note for note in notes if NEXT in note[1])
    return sorted(naming, key=lambda one: one.size)


def newest(folder: Path, origin: str) -> Checkpoint | None:
    """
    Return the last checkpoint that the log *origin* has signed, unchecked, or None.

    Raises:
        LogReadError: What stands there is none of this log.
        OSError: It cannot be read.
    """
    notes, _ = read_notes(folder / CHECKPOINTS)
    if not notes:
        return None
    line, data = notes[-1]
    try:
        checkpoint = Checkpoint.parse(data)
    except ProofError as error:
        msg = f"{folder / CHECKPOINTS}:{line}: the note {error}"
        raise LogReadError(msg) from None
    if checkpoint.origin != origin:
        msg = f"{folder / CHECKPOINTS}:{line}: a checkpoint of another log"
        raise LogReadError(msg)
    return checkpoint

"""
Where a log lies on disk, and the few operations on it that must be durable.

    DIR/<origin>/seg-000001.jsonl   records; read-only once the next one is begun
                 seg-000001.jsonl.zst   the same, compressed: see packed.py
                 files/<sha256>     texts too long for a record, named by their hash
                 tile/, checkpoint, checkpoints, cosigned    see tiles.py, checkpoints.py
                 stamps/            time stamps of checkpoints: see stamps.py
                 removed            leaves of the records before the first segment
                 evidence/       kept texts, sealed; no part of what is verified
                 lock               held by the one writer
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from guardrails.ledger.chain import content_hash

FILES = "files"
TILES = "tile"
EVIDENCE = "evidence"
CHECKPOINT = "checkpoint"
CHECKPOINTS = "checkpoints"
COSIGNED = "cosigned"
STAMPS = "stamps"
REMOVED = "removed"
INDEX = "index.db"
LOCK = "lock"
OWN = frozenset(
    {FILES, TILES, EVIDENCE, CHECKPOINT, CHECKPOINTS, COSIGNED, STAMPS, REMOVED, INDEX, LOCK}
)
"""Names in the folder of a log, besides its segments."""

PACKED = ".zst"
"""What the name of a compressed segment ends in."""

_SEGMENT = re.compile(r"seg-([0-9]{6,})\.jsonl(\.zst)?\Z")
_PART = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*\Z")
_SEALED = 0o440
_DATASYNC: Callable[[int], None] = getattr(os, "fdatasync", os.fsync)  # macOS has none


class AppendFile(Protocol):
    """An open file that is only ever added to."""

    def write(self, data: bytes) -> None:
        """Add all of *data*. Raises `OSError` if any of it could not be written."""
        ...

    def sync(self) -> None:
        """Return once everything written is on stable storage, or raise `OSError`."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...


Opener = Callable[[Path], AppendFile]
"""Opens a file for appending and makes it if need be."""


class PlainFile:
    """
    An `AppendFile` on a file descriptor, without any buffer.

    Raises:
        OSError: It cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        self._number = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o640)

    def write(self, data: bytes) -> None:
        """Add all of *data*, in one call to the system unless it takes less."""
        done = os.write(self._number, data)
        while done < len(data):
            done += os.write(self._number, data[done:])

    def sync(self) -> None:
        """Wait for the disk."""
        _DATASYNC(self._number)

    def close(self) -> None:
        """Let go of the file. Safe to call twice."""
        number, self._number = self._number, -1
        if number >= 0:
            os.close(number)


def origin_folder(directory: Path, origin: str) -> Path:
    """
    Return the folder of the log *origin* under *directory*.

    Raises:
        ValueError: The name is not made of letters, digits, `.`, `_` and `-`, in parts
            joined by `/` that neither begin with `.` nor are called as what lies in a log.
    """
    parts = origin.split("/")
    if not all(_PART.match(part) and part not in OWN for part in parts):
        msg = (
            "the origin of a log is made of letters, digits, '.', '_' and '-', in parts joined "
            f"by '/'; no part begins with '.' or is one of {', '.join(sorted(OWN))}"
        )
        raise ValueError(msg)
    return directory.joinpath(*parts)


def segment_path(folder: Path, number: int) -> Path:
    """Return the path of segment *number*, from 1."""
    return folder / f"seg-{number:06d}.jsonl"


def segments(folder: Path) -> list[tuple[int, Path]]:
    """
    Return number and path of every segment in *folder*, in order.

    One that is there twice, plain and compressed, is the plain one. While it is compressed
    a segment changes its name, so a gap is looked at again.

    Raises:
        OSError: The folder cannot be read.
    """
    for _ in range(3):
        found: dict[int, Path] = {}
        for path, number, packed in _numbered(folder):
            if not packed or number not in found:
                found[number] = path
        if not found or max(found) - min(found) == len(found) - 1:
            break
    return sorted(found.items())


def size_of(path: Path) -> int:
    """Return the bytes that a segment takes, also if it was compressed meanwhile. `OSError`."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return path.with_name(path.name + PACKED).stat().st_size


def is_segment(path: Path) -> bool:
    """Return whether *path* has the name of a segment, plain or compressed."""
    return _SEGMENT.match(path.name) is not None


def doubles(folder: Path) -> list[Path]:
    """
    Return the compressed segments that are there uncompressed too: a crash came in between.

    Raises:
        OSError: The folder cannot be read.
    """
    return [
        path
        for path, number, packed in _numbered(folder)
        if packed and segment_path(folder, number).exists()
    ]


def _numbered(folder: Path) -> Iterator[tuple[Path, int, bool]]:
    for path in folder.iterdir():
        if (match := _SEGMENT.match(path.name)) is not None:
            yield path, int(match[1]), match[2] is not None


def make_folder(folder: Path) -> None:
    """Make *folder* and those above it, durably. Raises `OSError`."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        path.mkdir(mode=0o750, exist_ok=True)
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Return once the names in *folder* are on stable storage. Raises `OSError`."""
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def seal(path: Path) -> None:
    """Make the file read-only. Raises `OSError`."""
    path.chmod(_SEALED)


def is_sealed(path: Path) -> bool:
    """Return whether nobody is to write to the file any more. Raises `OSError`."""
    return not path.stat().st_mode & 0o200


def cut(path: Path, size: int) -> None:
    """Shorten the file to *size* bytes, durably. Raises `OSError`."""
    if is_sealed(path):
        path.chmod(0o640)
    number = os.open(path, os.O_WRONLY | os.O_CLOEXEC)
    try:
        os.ftruncate(number, size)
        os.fsync(number)
    finally:
        os.close(number)


def keep(folder: Path, data: bytes, opener: Opener = PlainFile) -> str:
    """
    Store *data* in the log's folder under its own hash, and return `sha256:<hex>`.

    Written under another name first: a file of this name is always whole.

    Raises:
        OSError: It is not durable.
    """
    name = content_hash(data)
    files = folder / FILES
    path = files / name.removeprefix("sha256:")
    if path.exists() and path.read_bytes() == data:
        return name
    make_folder(files)
    replace(path, data, opener, sealed=True)
    return name


def append_durably(path: Path, data: bytes, opener: Opener = PlainFile) -> None:
    """
    Add *data* to the file *path*, durably; it is made if it is not there.

    Raises:
        OSError: It is not durable.
    """
    file = opener(path)
    try:
        file.write(data)
        file.sync()
    finally:
        file.close()


def replace(path: Path, data: bytes, opener: Opener = PlainFile, *, sealed: bool = False) -> None:
    """
    Write *data* to *path*, durably: after a crash there is all of it, or what was there before.

    Raises:
        OSError: It is not durable.
    """
    draft = path.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    append_durably(draft, data, opener)
    if sealed:
        seal(draft)
    draft.replace(path)
    sync_folder(path.parent)

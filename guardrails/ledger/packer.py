"""
Compresses segments that are full: the same lines in a fifth of the room.

A segment is compressed into a draft, read back and compared, and only then takes the
name of the plain one, which is removed. A crash in between leaves both; the plain one counts.
"""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from guardrails.errors import LogDamagedError
from guardrails.ledger.disk import PACKED, doubles, seal, segments, sync_folder
from guardrails.ledger.lock import Lock
from guardrails.ledger.packed import Unpacked, is_packed, require

_BLOCK = 256 * 1024
_LEVEL = 3  # 255 MB/s and a ratio of 5 on one core; higher levels gain little
_DRAFT = "packing.draft"


def pack(path: Path, going: Callable[[], bool] = lambda: True) -> Path | None:
    """
    Compress a sealed segment, and return its new path; None if *going* said to stop.

    The plain file goes only after the compressed one was read back and is on the disk.

    Args:
        path: A plain segment that nobody writes to.
        going: Asked now and then whether to go on.

    Raises:
        ConfigurationError: `zstandard` is not installed.
        LogDamagedError: What was written does not read back.
        OSError: It could not be written; the plain file stands as before.
    """
    zstandard = require()
    draft, packed = path.with_name(_DRAFT), path.with_name(path.name + PACKED)
    draft.unlink(missing_ok=True)
    try:
        with path.open("rb") as source, draft.open("xb") as target:
            size = os.fstat(source.fileno()).st_size
            press = zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True).compressobj(size)
            before = sha256()
            while block := source.read(_BLOCK):
                if not going():
                    return None
                before.update(block)
                target.write(press.compress(block))
            target.write(press.flush())
            target.flush()
            os.fsync(target.fileno())
        if not going():
            return None
        if _digest(draft) != before.digest():
            msg = f"{draft}: what was compressed does not read back; the segment stays as it is"
            raise LogDamagedError(msg)
        seal(draft)
        draft.replace(packed)
    except zstandard.ZstdError as error:
        msg = f"{path}: changed while it was compressed; it stays as it is"
        raise LogDamagedError(msg) from error
    finally:
        draft.unlink(missing_ok=True)
    sync_folder(path.parent)
    path.unlink()
    sync_folder(path.parent)
    return packed


def _digest(path: Path) -> bytes:
    digest = sha256()
    with Unpacked(path) as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.digest()


def pack_all(folder: Path) -> Iterator[Path]:
    """
    Compress every segment that can be, and yield each new path.

    Raises:
        ConfigurationError: `zstandard` is not installed.
        LogDamagedError: A segment changes, or does not read back.
        LogLockedError: Somebody is writing the log, and compresses it, if told to.
        OSError: It could not be written.
    """
    lock = Lock(folder)
    try:
        tidy(folder)
        for path in unpacked(folder):
            if (packed := pack(path)) is not None:
                yield packed
    finally:
        lock.release()


def unpacked(folder: Path) -> list[Path]:
    """
    Return the segments that could be compressed: plain, and not the last.

    Raises:
        OSError: The folder cannot be read.
    """
    found = [path for _, path in segments(folder)]
    return [path for path in found[:-1] if not is_packed(path)]


def tidy(folder: Path) -> None:
    """
    Remove what a crash has left of compressing. Only for who has the log's lock.

    Raises:
        OSError: It cannot be removed.
    """
    (folder / _DRAFT).unlink(missing_ok=True)
    for path in doubles(folder):
        path.unlink()


class Packer:
    """
    Compresses sealed segments one after the other.

    One that cannot be compressed stays as it is, until the log is opened again.

    Args:
        name: Name of the thread.
        order: Is held while a segment is compressed; who removes segments holds it too.

    Raises:
        ConfigurationError: `zstandard` is not installed.
    """

    def __init__(self, name: str, order: threading.Lock) -> None:
        require()
        self._order = order
        self._paths: queue.SimpleQueue[Path | None] = queue.SimpleQueue()
        self._going = True
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self, paths: Iterable[Path]) -> None:
        """Begin with *paths*."""
        for path in paths:
            self._paths.put(path)
        self._thread.start()

    def put(self, path: Path) -> None:
        """Have a segment compressed that was just sealed."""
        self._paths.put(path)

    def stop(self) -> None:
        """Leave off, also in the middle of a segment, and end the thread."""
        self._going = False
        self._paths.put(None)
        self._thread.join()

    def _run(self) -> None:
        while self._going and (path := self._paths.get()) is not None:
            with self._order, suppress(OSError, LogDamagedError):
                pack(path, lambda: self._going)

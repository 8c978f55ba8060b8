"""
Reads segments, also those that were compressed with zstd.

    seg-000001.jsonl.zst   the lines of the plain one, as one frame that states its size
"""

from __future__ import annotations

import os
from pathlib import Path
from types import ModuleType, TracebackType
from typing import Protocol, Self

from guardrails.errors import ConfigurationError, LogDamagedError, LogReadError
from guardrails.ledger.disk import PACKED
from guardrails.ledger.opening import opened

_BLOCK = 256 * 1024
_STEP = 2048  # bytes; the worst file makes 64 MiB of them
_HEAD = 18  # the longest header of a frame
_NO_FRAME = "is no zstd file"
_BROKEN = "cannot be decompressed"
_OTHER_SIZE = "is not one whole frame of the size that it states"


class SegmentFile(Protocol):
    """The lines of one segment, plain or not, as bytes."""

    def read(self, size: int, /) -> bytes | None:
        """Return up to *size* bytes, none at the end."""
        ...

    def seek(self, offset: int, /) -> int:
        """Go on at *offset*."""
        ...

    def fileno(self) -> int:
        """Return the number of the file as it is stored."""
        ...

    def __enter__(self) -> Self:
        """Return itself."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
        /,
    ) -> None:
        """Let go of the file."""
        ...


def is_packed(path: Path) -> bool:
    """Return whether *path* names a compressed segment."""
    return path.name.endswith(PACKED)


def open_segment(path: Path) -> SegmentFile:
    """
    Open a segment for reading. One that was compressed meanwhile is found under its new name.

    Raises:
        LogDamagedError: It is called compressed and is not.
        LogReadError: It is compressed, and `zstandard` is not installed.
        OSError: It cannot be opened.
    """
    if is_packed(path):
        return Unpacked(path)
    try:
        return opened(path)
    except FileNotFoundError:
        packed = path.with_name(path.name + PACKED)
        if not packed.is_file():
            raise
    return Unpacked(packed)


def content_size(path: Path) -> int:
    """Return the bytes of a segment's lines, as `open_segment` gives them. Raises the same."""
    with open_segment(path) as file:
        return file.size if isinstance(file, Unpacked) else os.fstat(file.fileno()).st_size


class Unpacked:
    """
    Reads what a compressed segment holds, in bounded memory.

    The file has to be one whole frame that holds what it states.

    Args:
        path: The compressed segment.

    Attributes:
        size: Bytes that it holds.

    Raises:
        LogDamagedError: It is no zstd file.
        LogReadError: `zstandard` is not installed.
        OSError: It cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        try:
            zstandard = require()
        except ConfigurationError as error:
            msg = f"{path}: {error}"
            raise LogReadError(msg) from error
        self._path = path
        self._fault: type[Exception] = zstandard.ZstdError
        self._frame = zstandard.ZstdDecompressor().decompressobj()
        self._at = 0
        self._rest = b""
        self._file = opened(path)
        try:
            self.size: int = zstandard.frame_content_size(self._file.read(_HEAD))
        except self._fault as error:
            self._file.close()
            raise self._damaged(_NO_FRAME) from error
        self._file.seek(0)

    def read(self, size: int, /) -> bytes:
        """Return up to *size* bytes. Raises `LogDamagedError`, `OSError`."""
        try:
            while not self._rest and not self._frame.eof and (data := self._file.read(_STEP)):
                self._rest = self._frame.decompress(data)
        except self._fault as error:
            raise self._damaged(_BROKEN) from error
        found, self._rest = self._rest[:size], self._rest[size:]
        self._at += len(found)
        whole = self._frame.eof and not self._frame.unused_data and self._at == self.size
        if self._at > self.size or (not found and not (whole and not self._file.read(1))):
            raise self._damaged(_OTHER_SIZE)
        return found

    def seek(self, offset: int, /) -> int:
        """Go forward to *offset*, or to the end if that comes before it."""
        while self._at < offset and self.read(min(_BLOCK, offset - self._at)):
            pass
        return self._at

    def fileno(self) -> int:
        """Return the number of the compressed file."""
        return self._file.fileno()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def _damaged(self, what: str) -> LogDamagedError:
        return LogDamagedError(f"{self._path}: the compressed segment {what}")


def require() -> ModuleType:
    """
    Return the module `zstandard`.

    Raises:
        ConfigurationError: It is not installed.
    """
    try:
        import zstandard
    except ImportError as error:
        msg = (
            "compressed segments need the package zstandard: pip install 'candor-guardrails[audit]'"
        )
        raise ConfigurationError(msg) from error
    return zstandard

"""
Opens files of a log for reading, and nothing that only looks like one.

Whoever opens a named pipe waits until somebody writes to it, and whoever reads a device may
read for ever: where one stands in the place of a file, that is an error at once.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from io import FileIO
from pathlib import Path

from guardrails.ledger.disk import FILES, STAMPS, TILES

_WHAT = "a pipe or a device, and no file"


def opened(path: Path) -> FileIO:
    """
    Open *path* for reading, without a buffer.

    Raises:
        OSError: It cannot be opened, or is a folder, a pipe or a device.
    """
    number = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    kind = os.fstat(number).st_mode
    if stat.S_ISREG(kind):
        return FileIO(number, "rb")
    os.close(number)
    if stat.S_ISDIR(kind):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    raise OSError(errno.EINVAL, _WHAT, str(path))


def content(path: Path) -> bytes:
    """Return all that the file *path* holds. Raises `OSError`, as `opened`."""
    with opened(path) as file:
        return file.readall()


def check_kinds(folder: Path) -> None:
    """
    Return if nothing that is read of the log in *folder* is a pipe or a device.

    Raises:
        OSError: One is, or the folder cannot be read.
    """
    for path in _places(folder):
        if path.is_fifo() or path.is_char_device():
            raise OSError(errno.EINVAL, _WHAT, str(path))


def _places(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.iterdir())
    for name, _, files in os.walk(folder / TILES):
        yield from (Path(name, one) for one in sorted(files))
    for name in (FILES, STAMPS):
        if (folder / name).is_dir():
            yield from sorted((folder / name).iterdir())

"""Whether a path still names the file that it named before."""

from __future__ import annotations

import errno
from pathlib import Path


def identity(path: Path) -> tuple[int, int] | None:
    """Return device and inode of what *path* names, not following links; None if nothing."""
    try:
        seen = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return seen.st_dev, seen.st_ino


def expect(path: Path, known: tuple[int, int] | None, size: int) -> None:
    """
    Return if *path* still names the file *known* and that is *size* bytes long.

    A file that was removed or renamed takes every write and keeps none of them
    where anybody will look for it.

    Raises:
        OSError: `ESTALE`: it names another one or none, or somebody has written to it.
    """
    try:
        seen = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        what = "was removed or renamed"
    else:
        if (seen.st_dev, seen.st_ino) == known and seen.st_size == size:
            return
        same = (seen.st_dev, seen.st_ino) == known
        what = "was changed by somebody else" if same else "was replaced by another file"
    raise OSError(errno.ESTALE, f"{path.name} {what}", str(path))

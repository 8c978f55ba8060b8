"""The right to write one log: a file that the system locks for as long as its process lives."""

from __future__ import annotations

import os
from pathlib import Path

from guardrails.errors import LogLockedError
from guardrails.ledger.disk import LOCK
from guardrails.ledger.identity import identity


class Lock:
    """
    The right to write one log; the system takes it back when the process ends.

    Raises:
        LogLockedError: Somebody else holds it.
        OSError: The folder cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOCK
        self._number = _locked(self._path)

    def renew(self) -> None:
        """
        Take the right again if the file that stands for it was removed or replaced.

        Raises:
            LogLockedError: Somebody else was quicker.
            OSError: The folder cannot be written.
        """
        held = os.fstat(self._number)
        if identity(self._path) != (held.st_dev, held.st_ino):
            number = _locked(self._path)
            self.release()
            self._number = number

    def release(self) -> None:
        """Let somebody else write. Safe to call twice."""
        number, self._number = self._number, -1
        if number >= 0:
            os.close(number)


def is_written(folder: Path) -> bool:
    """
    Return whether a writer has the log in *folder* open.

    To find out, it takes the right to write for a moment, if nobody has it.

    Raises:
        OSError: It cannot be told.
    """
    import fcntl

    try:
        number = os.open(folder / LOCK, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(number, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(number)
    return False


def _locked(path: Path) -> int:
    """Return the descriptor of *path*, made if need be, with the lock on it."""
    import fcntl

    number = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o640)
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(number)
        msg = (
            f"another writer has the log in {path.parent}: close it, "
            "or give this one a name of its own with origin=..."
        )
        raise LogLockedError(msg) from None
    return number

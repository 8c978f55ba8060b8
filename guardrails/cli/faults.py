"""What a command says of a file that cannot be used."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from guardrails.errors import LogReadError, LogWriteError


@contextmanager
def files_of(
    folder: Path, error: type[LogReadError | LogWriteError] = LogReadError, rest: str = ""
) -> Iterator[None]:
    """
    Do what is done with the files of *folder*, and name the file that cannot be used.

    Args:
        folder: Named where the system does not say which file it was.
        error: What is raised.
        rest: Said after it, such as what is as it was.

    Raises:
        LogReadError, LogWriteError: The system could not do it.
    """
    try:
        yield
    except OSError as fault:
        msg = f"{fault.filename or folder}: {fault.strerror}{rest}"
        raise error(msg) from fault

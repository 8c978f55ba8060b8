"""Looks at what lies beside the records: links, copies, and files that are no part of a log."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from guardrails.ledger.disk import (
    CHECKPOINT,
    CHECKPOINTS,
    COSIGNED,
    EVIDENCE,
    FILES,
    LOCK,
    OWN,
    REMOVED,
    STAMPS,
    TILES,
    is_segment,
)
from guardrails.ledger.flaws import Flaws
from guardrails.ledger.lock import is_written
from guardrails.ledger.read import find_logs
from guardrails.ledger.verdict import Flaw, LogVerdict

_FOLDERS = frozenset({FILES, TILES, EVIDENCE, STAMPS})
_PLAIN = frozenset({CHECKPOINT, CHECKPOINTS, COSIGNED, LOCK, REMOVED})
_LINK = "a link: a log has none, and what it leads to may be anything"


def look_around(folder: Path, known: Iterable[Path], flaws: Flaws) -> None:
    """
    Tell *flaws* of everything in the log *folder* that is not as a log has it.

    Args:
        folder: The log.
        known: Its segments.
        flaws: Is told; a link or another file in the place of one of the log's own is a
            problem, and a stranger is worth knowing.

    Raises:
        OSError: The folder cannot be read.
    """
    read = set(known)
    for path in sorted(folder.iterdir()):
        flaws.path, flaws.line = path, 0
        try:
            kind = path.lstat().st_mode
        except FileNotFoundError:  # a draft has got its name meanwhile
            continue
        folder_wanted = path.name in _FOLDERS
        file_wanted = path in read or path.name in _PLAIN
        if stat.S_ISLNK(kind):
            flaws.problem(_LINK)
        elif (folder_wanted and not stat.S_ISDIR(kind)) or (file_wanted and not stat.S_ISREG(kind)):
            flaws.problem("this is not the kind of file that a log has under this name")
        elif path.name.startswith("seg-") and path not in read:
            if not (is_segment(path) and is_written(folder)):  # begun or compressed meanwhile
                flaws.problem("looks like a segment and was not read: there twice, or none")
        elif (
            path.name not in OWN
            and path not in read
            and not path.name.endswith(".draft")
            and not (stat.S_ISDIR(kind) and find_logs(path))
        ):
            flaws.note("no part of the log: it was not looked at")


def outside(directory: Path, folders: Iterable[Path], logs: Iterable[LogVerdict]) -> Iterator[Flaw]:
    """
    Yield what is wrong in *directory* beside its logs: links, and logs of one name.

    Args:
        directory: What was to be verified.
        folders: The logs in it.
        logs: What was seen in each.

    Raises:
        OSError: A folder cannot be read.
    """
    own = set(folders)
    for name, below, files in os.walk(directory):
        if Path(name) in own:
            below[:] = [one for one in below if one not in _FOLDERS]
            continue
        for path in sorted(Path(name, one) for one in (*below, *files)):
            if path.is_symlink():
                yield Flaw(str(path), 0, _LINK)
    first: dict[str, str] = {}
    for log in logs:
        if log.origin and first.setdefault(log.origin, log.folder) != log.folder:
            what = f"called {log.origin}, as {first[log.origin]} is: one of them is a copy"
            yield Flaw(log.folder, 0, what)


def misplaced(directory: Path, folder: Path, origin: str) -> bool:
    """Return whether the log *origin* lies where one of another name belongs."""
    if folder == directory or not origin:
        return False
    return not f"/{folder.relative_to(directory).as_posix()}".endswith(f"/{origin}")

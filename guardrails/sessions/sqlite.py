"""Sessions in one SQLite file: nothing to install, several processes of one machine."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from guardrails.sessions.habits import Habits
from guardrails.sessions.keyring import Keyring
from guardrails.sessions.stored import StoredSessions
from guardrails.storage.sqlite import SQLite


def sqlite_sessions(
    path: str | Path,
    keys: Keyring,
    *,
    habits: Habits = Habits(),  # noqa: B008 - a frozen value
    clock: Callable[[], float] = time.monotonic,
    wall: Callable[[], float] = time.time,
) -> StoredSessions:
    """
    Return a store of sessions in the SQLite file at *path*; it is made if it is not there.

    Several processes of one machine may use the file. It must not stand on a network file
    system, whose locks do not hold.

    Args:
        path: The file; `-wal` and `-shm` stand beside it.
        keys: Lock the keys of the sessions.
        habits: How long things are kept and waited for.
        clock: Seconds that never go back, the same for every process of the machine.
        wall: Unix time in seconds.
    """
    return StoredSessions(SQLite(path, clock=clock, wall=wall), keys, habits)

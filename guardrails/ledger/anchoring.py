"""Shows the checkpoints of one log to anchors, on a thread of its own."""

from __future__ import annotations

import errno
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from guardrails.errors import LogError, LogReadError, ProofError
from guardrails.ledger.anchors import Anchor
from guardrails.ledger.note import Checkpoint
from guardrails.ledger.operators import warn
from guardrails.ledger.prove import newest_checkpoint

_TICK: Final = 1.0
"""Seconds between two looks for a new checkpoint, at most."""
_LAST: Final = 5.0
"""Seconds that the end of a log waits for its last checkpoint to be shown."""


class Anchoring:
    """
    Shows each anchor the newest checkpoint, once there is a new one and its time has come.

    An anchor that fails is tried again in its own time. The first failure in a row is told,
    so that the log says from when on it was not known elsewhere.

    Args:
        folder: The log, or a copy of it.
        told: Takes the body of a `recovery` record, from any thread.
        refresh: Brings the copy up to date, if *folder* is one. It raises as `pull` does.
    """

    def __init__(
        self,
        folder: Path,
        told: Callable[[Mapping[str, Any]], None],
        refresh: Callable[[], object] | None = None,
    ) -> None:
        self._folder = folder
        self._told = told
        self._refresh = refresh
        self._fresh_until = 0.0
        self._stale = False  # and it has been told
        self._wanted: dict[str, frozenset[Anchor]] = {}
        self._shown: dict[Anchor, bytes] = {}
        self._due: dict[Anchor, float] = {}
        self._failing: set[Anchor] = set()
        self._lock = threading.Lock()
        self._woken = threading.Event()
        self._closed = False
        self._thread: threading.Thread | None = None

    def show_to(self, name: str, anchors: Iterable[Anchor]) -> None:
        """Show checkpoints to *anchors*, instead of those that were given under *name* before."""
        with self._lock:
            self._wanted[name] = frozenset(anchors)
            if self._thread is None and any(self._wanted.values()) and not self._closed:
                self._thread = threading.Thread(
                    target=self._run, name=f"anchoring of {self._folder.name}", daemon=True
                )
                self._thread.start()
        self._woken.set()

    def close(self) -> None:
        """Show the last checkpoint, for at most five seconds, and end. Safe to call twice."""
        with self._lock:
            self._closed, thread = True, self._thread
        self._woken.set()
        if thread is not None:
            thread.join(_LAST)

    def _run(self) -> None:
        closed = False
        while not closed:
            closed = self._closed  # before looking: what was signed last is shown too
            self._woken.clear()
            for anchor in self._now(closed):
                self._show(anchor)
            if not closed:
                self._woken.wait(_TICK)

    def _now(self, closed: bool) -> list[Anchor]:
        """Return the anchors to which something new is to be shown now."""
        with self._lock:
            wanted = frozenset[Anchor]().union(*self._wanted.values())
        now = time.monotonic()
        due = [one for one in wanted if closed or now >= self._due.get(one, 0.0)]
        if due and (closed or now >= self._fresh_until):
            self._fresh_until = now + min(one.every for one in wanted)
            if not self._freshened():
                return []
        try:
            newest = bytes(newest_checkpoint(self._folder))
        except LogReadError:
            return []  # not signed yet, or just being written anew
        return [one for one in due if self._shown.get(one) != newest]

    def _freshened(self) -> bool:
        """Bring the copy up to date, if it is one; return whether it is."""
        if self._refresh is None:
            return True
        try:
            self._refresh()
        except (LogError, OSError) as error:
            if not self._stale:
                self._tell("copy", error)
            self._stale = True
            return False
        self._stale = False
        return True

    def _show(self, anchor: Anchor) -> None:
        self._due[anchor] = time.monotonic() + anchor.every
        try:
            self._shown[anchor] = bytes(self._taken(anchor))
        except (LogReadError, ProofError, OSError) as error:
            if anchor not in self._failing:
                self._tell(anchor.name, error)
            self._failing.add(anchor)
        else:
            self._failing.discard(anchor)

    def _taken(self, anchor: Anchor) -> Checkpoint:
        """Show the newest checkpoint; another process may have shown one behind our copy."""
        try:
            return anchor.show(self._folder)
        except ProofError:
            if self._refresh is None or not self._freshened():
                raise
            return anchor.show(self._folder)

    def _tell(self, name: str, error: Exception) -> None:
        self._told(unanchored_body(name, error))
        warn(f"log {self._folder.name}", f"the anchor {name!r}: {error}")


def unanchored_body(name: str, error: Exception) -> dict[str, Any]:
    """
    Return the body of `recovery` for a checkpoint that an anchor did not take.

    Args:
        name: Code of the anchor.
        error: Why: `refused` if it has seen another history of the log, `unreachable`, or the
            name of an error of the system.
    """
    if isinstance(error, OSError):
        why = errno.errorcode.get(error.errno or 0, type(error).__name__)
    else:
        why = "refused" if isinstance(error, ProofError) else "unreachable"
    return {"why": "unanchored", "anchor": name, "error": why}

"""Sets the interpreter of a gateway's process so that its event loop is not kept waiting."""

from __future__ import annotations

import gc
import sys
from typing import Final

TURN: Final = 0.0005
"""Seconds after which a thread hands the interpreter on if another one asks; Python's own: 5 ms."""


def settle() -> None:
    """
    Set the interpreter for a gateway; call it once all is loaded, and nothing is served yet.

    Detectors are 150,000 objects that live as long as the process. A collection of the oldest
    garbage goes through all of them while no thread may run, the event loop's least of all: 0.1 s
    for `companion`. Here they are set aside from that. They are still freed when nobody uses them
    any more; only rings among them are not.

    And a loop that wakes up waits until a detector's thread hands the interpreter on, which it
    does after `TURN`.
    """
    gc.collect()
    gc.freeze()
    sys.setswitchinterval(TURN)

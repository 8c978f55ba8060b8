"""How a store of sessions in a database goes about things."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Habits:
    """
    How long a store keeps things and waits for them, in seconds.

    Attributes:
        idle: After so long an unused session is forgotten with its keys.
        wait: So long a turn waits for the one before it.
        lease: So long a session stays with a process that has died.
        sweep: So often idle sessions are looked for.
    """

    idle: float = 30 * 86_400.0
    wait: float = 60.0
    lease: float = 30.0
    sweep: float = 300.0

"""
What is known of a conversation: integers folded from its records.

The state holds no text. Folding the same records again gives the same state.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from guardrails.findings import Level

RISK = {
    Level.NONE: 0,
    Level.CARE: 2500,
    Level.CONCERN: 5000,
    Level.HIGH: 8000,
    Level.IMMINENT: 10_000,
}
"""Risk that a level brings, 0..10000."""
DECAY = 9000
"""Share of the risk that is left after a turn with nothing found, in 1/10000."""
WATCHED = 4000
"""From this risk up a crisis flag is up."""


@dataclass(frozen=True, slots=True)
class State:
    """
    The folded state of a session.

    Attributes:
        turn: Number of the next turn, from 0.
        risk: 0..10000; rises with findings at once and falls slowly.
        floor: The risk does not fall below it; set by high and imminent findings.
        disclosed_turn: Turn of the last disclosure, or None.
        disclosed_at: Unix time of the last disclosure in seconds, or None.
        said: Message id → how often the session has heard it.
        alarms: Rule and level → Unix time of the last alarm, in seconds.
        last_record: Origin and id of the record that closed the turn before, or None.
    """

    turn: int = 0
    risk: int = 0
    floor: int = 0
    disclosed_turn: int | None = None
    disclosed_at: int | None = None
    said: Mapping[str, int] = field(default_factory=dict)
    alarms: Mapping[str, int] = field(default_factory=dict)
    last_record: tuple[str, str] | None = None

    @property
    def watched(self) -> bool:
        """Whether a crisis flag is up."""
        return self.risk >= WATCHED

    @property
    def level(self) -> Level:
        """The crisis level that the risk stands for."""
        return max(level for level, risk in RISK.items() if risk <= self.risk)

    def after(self, level: Level, said: Iterable[str] = ()) -> State:
        """
        Return the state after one more turn.

        Args:
            level: Of its message.
            said: Ids of the policy's messages that it has said.
        """
        decayed = self.risk * DECAY // 10_000
        floor = max(self.floor, WATCHED if level >= Level.HIGH else 0)
        risk = max(RISK[level], decayed, floor)
        heard = Counter(self.said)
        heard.update(said)
        return replace(self, turn=self.turn + 1, risk=risk, floor=floor, said=dict(heard))

    def disclosed(self, now: int) -> State:
        """Return the state after a disclosure at Unix time *now*."""
        return replace(self, disclosed_turn=self.turn, disclosed_at=now)

    def alarmed(self, alarm: str, now: int) -> State:
        """Return the state after *alarm* was raised at Unix time *now*."""
        return replace(self, alarms={**self.alarms, alarm: now})

    def due(self, alarm: str, now: int, repeat_after: int) -> bool:
        """Return whether *alarm* may be raised (again) at Unix time *now*."""
        last = self.alarms.get(alarm)
        return last is None or now - last >= repeat_after

"""
What is known of a conversation: integers folded from its records.

The state holds no text. Folding the same records again gives the same state.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from guardrails.findings import Level
from guardrails.risk import Risk, Step


@dataclass(frozen=True, slots=True)
class State:
    """
    The folded state of a session.

    Attributes:
        turn: Number of the next turn, from 0.
        risk: What the conversation has gathered.
        disclosed_turn: Turn of the last disclosure, or None.
        disclosed_at: Unix time of the last disclosure in seconds, or None.
        said: Message id → how often the session has heard it.
        alarms: Rule and level → Unix time of the last alarm, in seconds.
        last_record: Origin and id of the record that closed the turn before, or None.
    """

    turn: int = 0
    risk: Risk = Risk()  # noqa: RUF009 - a frozen value
    disclosed_turn: int | None = None
    disclosed_at: int | None = None
    said: Mapping[str, int] = field(default_factory=dict)
    alarms: Mapping[str, int] = field(default_factory=dict)
    last_record: tuple[str, str] | None = None

    @property
    def watched(self) -> bool:
        """Whether a crisis flag is up."""
        return self.risk.watched

    @property
    def level(self) -> Level:
        """The crisis level that the risk stands for."""
        return self.risk.level

    def after(self, step: Step, said: Iterable[str] = ()) -> State:
        """
        Return the state after one more turn.

        Args:
            step: What its message brings.
            said: Ids of the policy's messages that it has said.
        """
        heard = Counter(self.said)
        heard.update(said)
        risk = self.risk.after(step)
        return replace(self, turn=self.turn + 1, risk=risk, said=dict(heard))

    def cleared(self) -> State:
        """Return the state after a human has taken the crisis flag down."""
        return replace(self, risk=Risk())

    def disclosed(self, now: int) -> State:
        """Return the state after a disclosure at Unix time *now*."""
        return replace(self, disclosed_turn=self.turn, disclosed_at=now)

    def alarmed(self, alarm: str, now: int) -> State:
        """Return the state after *alarm* was raised at Unix time *now*."""
        return replace(self, alarms={**self.alarms, alarm: now})

    def due(self, alarm: str, now: int, repeat_after: int) -> bool:
        """
        Return whether *alarm* may be raised (again) at Unix time *now*.

        One that was raised later than *now* counts for nothing: a clock that was put back
        must not keep a human from being told.
        """
        last = self.alarms.get(alarm)
        return last is None or not 0 <= now - last < repeat_after

    def forgotten(self) -> State:
        """
        Return the state after the person had everything about them forgotten.

        Where a crisis flag is up it stays, for whoever looks after them; nothing else does.
        """
        kept = State(turn=self.turn, last_record=self.last_record)
        return replace(kept, risk=self.risk, alarms=self.alarms) if self.watched else kept

    def joined(self, other: State) -> State:
        """Return this state with what was gathered in *other*, while this one was out of reach."""
        risk = max(self.risk, other.risk, key=lambda one: (one.points, one.floor))
        alarms = {
            alarm: max(self.alarms.get(alarm, 0), other.alarms.get(alarm, 0))
            for alarm in {*self.alarms, *other.alarms}
        }
        said = Counter(self.said)
        said.update(other.said)
        return replace(self, risk=risk, alarms=alarms, said=dict(said))

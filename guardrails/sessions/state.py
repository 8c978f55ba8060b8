"""
What is known of a conversation: integers folded from its records.

The state holds no text. Folding the same records again gives the same state.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from guardrails.findings import Level
from guardrails.risk import Risk, Step

PAUSE: Final = 1800
"""Seconds without a message after which a person is taken to have had a break."""

SLACK: Final = 300
"""Seconds by which clocks may differ, or be put back, without a word about it."""

LONG_AGO: Final = 100 * 365 * 86_400
"""Seconds since what, by a clock that was put back, has not happened yet."""


def since(at: int, now: int) -> int:
    """
    Return the seconds from *at* to *now*, for what must be done again after some time.

    Where *at* lies in the future, since the clock was put back, it is `LONG_AGO`: what is
    told once too often harms nobody.
    """
    if at > now + SLACK:
        return LONG_AGO
    return max(0, now - at)


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
        consent: What the person agreed to → Unix time of that, in seconds.
        consent_asked: Unix time at which they were asked, in seconds, or None.
        began_at: Unix time at which they began to talk without a long pause, or None.
        last_at: Unix time of the last turn in seconds, or None.
        paused_at: Unix time at which they were last reminded to take a break, or None.
        owed: Ids of answers that stood beside a reply and are still to be said in words.
    """

    turn: int = 0
    risk: Risk = Risk()  # noqa: RUF009 - a frozen value
    disclosed_turn: int | None = None
    disclosed_at: int | None = None
    said: Mapping[str, int] = field(default_factory=dict)
    alarms: Mapping[str, int] = field(default_factory=dict)
    last_record: tuple[str, str] | None = None
    consent: Mapping[str, int] = field(default_factory=dict)
    consent_asked: int | None = None
    began_at: int | None = None
    last_at: int | None = None
    paused_at: int | None = None
    owed: tuple[str, ...] = ()

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

    def owing(self, message: str) -> State:
        """Return the state after *message*, an answer, stood beside a reply: it is still due."""
        return replace(self, owed=tuple(dict.fromkeys([*self.owed, message])))

    def paid(self, message: str) -> State:
        """Return the state after *message* was said in words."""
        return replace(self, owed=tuple(one for one in self.owed if one != message))

    def begun(self, now: int) -> State:
        """
        Return the state at the beginning of a turn at Unix time *now*.

        After a pause of half an hour or more, or where the clock was put back, the person
        begins to talk anew.
        """
        last = self.last_at
        on = last is not None and 0 <= now - last < PAUSE and self.began_at is not None
        if on:
            return replace(self, last_at=now)
        return replace(self, began_at=now, last_at=now, paused_at=None)

    def since_break(self, now: int) -> int:
        """Return the seconds of talk without a long pause, or since a break was proposed."""
        began = self.began_at if self.paused_at is None else self.paused_at
        return 0 if began is None else max(0, now - began)

    def reminded(self, now: int) -> State:
        """Return the state after a break was proposed at Unix time *now*."""
        return replace(self, paused_at=now)

    def asked_consent(self, now: int) -> State:
        """Return the state after the person was asked for consent at Unix time *now*."""
        return replace(self, consent_asked=now)

    def agreed(self, purposes: Iterable[str], now: int) -> State:
        """Return the state after the person agreed to *purposes* at Unix time *now*."""
        return replace(self, consent={**self.consent, **dict.fromkeys(purposes, now)})

    def withdrew(self, purposes: Iterable[str] | None = None) -> State:
        """
        Return the state after the person took their consent back: to *purposes*, or to all.

        They are not asked again: whoever says no is left alone with the question.
        """
        gone = set(self.consent if purposes is None else purposes)
        left = {name: at for name, at in self.consent.items() if name not in gone}
        return replace(self, consent=left)

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
        risk = replace(risk, loss=max(self.risk.loss, other.risk.loss))
        alarms = {
            alarm: max(self.alarms.get(alarm, 0), other.alarms.get(alarm, 0))
            for alarm in {*self.alarms, *other.alarms}
        }
        said = Counter(self.said)
        said.update(other.said)
        return replace(self, risk=risk, alarms=alarms, said=dict(said))

"""Actions that rules ask for, ready to be weighed against each other."""

from __future__ import annotations

from typing import Final, NamedTuple

from guardrails.decisions import Do, Escalate
from guardrails.findings import Family, Level

_HELPING: Final = frozenset({Family.CRISIS, Family.CRISIS_REPLY})
_ENDS: Final = frozenset({Do.REPLACE, Do.RELAY})
_SECTIONS: Final = {family: place for place, family in enumerate(Family)}


class Candidate(NamedTuple):
    """
    An action that some rule asks for.

    Attributes:
        order: Smallest is strongest: action, then section, then level, then id, then
            urgency. The text for a person in crisis goes before everything but a human who
            holds the conversation: nobody in need is blocked, whatever else was found or
            has failed.
        do: What is done.
        rule: Id of the rule.
        family: The rule's section.
        say: Id of the message that goes with it, or None.
        escalate: Whom to tell, or None.
        urgency: Of a crisis finding, its place among those of its level.
    """

    order: tuple[bool, int, int, int, str, int]
    do: Do
    rule: str
    family: Family
    say: str | None
    escalate: Escalate | None
    urgency: int

    @classmethod
    def of(
        cls,
        do: Do,
        rule: str,
        family: Family,
        say: str | None = None,
        escalate: Escalate | None = None,
        level: Level = Level.NONE,
        urgency: int = 0,
    ) -> Candidate:
        """Return what *rule* asks for; *level* is the one that a crisis rule answers."""
        helps = family in _HELPING and do in _ENDS
        order = (not helps, -do.rank, _SECTIONS[family], -level.rank, rule, urgency)
        return cls(order, do, rule, family, say, escalate, urgency)

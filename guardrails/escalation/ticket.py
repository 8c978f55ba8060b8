"""A ticket: one person in need, and all that was done to reach a human for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from guardrails.findings import Level
from guardrails.ranks import Word


class State(Word):
    """
    Where a ticket stands.

        open ──▶ notified ──▶ acknowledged ──▶ in_hand ──▶ resolved
          ▲          │              │             │
          └─────  expired  ◀────────┴─────────────┘   nobody came in time: the next channel
    """

    OPEN = "open"
    NOTIFIED = "notified"
    ACKNOWLEDGED = "acknowledged"
    IN_HAND = "in_hand"
    EXPIRED = "expired"
    RESOLVED = "resolved"


UNSENT: Final = frozenset({State.OPEN, State.EXPIRED})
"""States in which a channel is still to be told."""


class Entry(NamedTuple):
    """
    One step in the history of a ticket. It holds no words.

    Attributes:
        what: Name of the step, such as `claimed`.
        at: Unix time in seconds; never before that of the entry before.
        state: Where the ticket stands after it.
        level: How urgent it is after it.
        by: Who did it, as the operator names them, or None for the service itself.
        to: Channel that it is about, or None.
        why: A code: a type of error, an outcome, the level of an assessment, a record's id.
        size: A number that goes with it: of tries, or of characters.
        then: The next channel, where one failed.
    """

    what: str
    at: int
    state: State
    level: Level
    by: str | None = None
    to: str | None = None
    why: str | None = None
    size: int = 0
    then: str | None = None


@dataclass(frozen=True, slots=True)
class Ticket:
    """
    One person in need. It holds no words of the conversation.

    Attributes:
        id: Id of the escalation's record in the decision log; of the notice, where the log
            could not be written.
        session: Random name of the conversation in the log.
        level: How urgent: the highest level of all that was merged into it.
        rule: Which rule asked for a human at that level.
        to: Channel that is to be told next, or was told last.
        first: Channel at which the chain begins.
        within: Seconds in which somebody is to take it.
        at: Unix time in seconds at which it was raised.
        turn: Number of the turn in the session, from 0.
        kind: `person`, `operator` for a failed detector, or `drill`.
        conversation: Id of the conversation as the caller names it, if it is known.
        subject: Id of the person, if the caller gave one.
        origin: Name of the log that its record stands in.
        service: Which of several services of one process raised it; "" if there is one alone.
        fired: Rules that fired, each with its score, 0..10000.
        state: Where it stands.
        due: Unix time in seconds at which something has to happen, or None.
        alert: How often humans were to be told anew, from 0; each has a key of its own.
        rounds: How often the chain of channels came to its end.
        holder: Who holds the conversation, or None.
        assessed: What the holder made of it themselves, or None so far.
        also: Ids of the records that were merged into it.
        history: Every step, the oldest first; its length is the version of the ticket.
    """

    id: str
    session: str
    level: Level
    rule: str
    to: str
    first: str
    within: int
    at: int
    turn: int = 0
    kind: str = "person"
    conversation: str | None = None
    subject: str | None = None
    origin: str = ""
    service: str = ""
    fired: tuple[tuple[str, int], ...] = ()
    state: State = State.OPEN
    due: int | None = None
    alert: int = 0
    rounds: int = 0
    holder: str | None = None
    assessed: Level | None = None
    also: tuple[str, ...] = ()
    history: tuple[Entry, ...] = field(default=(), repr=False)

    @property
    def version(self) -> int:
        """How many steps it has taken."""
        return len(self.history)

    @property
    def key(self) -> str:
        """Key by which a receiver drops repeats of what it was told: one for each alert."""
        return f"{self.id}:{self.alert}" if self.alert else self.id

    @property
    def order(self) -> tuple[int, int, str]:
        """Smallest is next: the highest level, then the oldest."""
        return (-self.level.rank, self.at, self.id)

    @property
    def over(self) -> bool:
        """Whether nothing more is to be done."""
        return self.state is State.RESOLVED


def opened(
    *,
    id_: str,
    session: str,
    level: Level,
    rule: str,
    to: str,
    within: int,
    at: int,
    turn: int = 0,
    kind: str = "person",
    conversation: str | None = None,
    subject: str | None = None,
    origin: str = "",
    service: str = "",
    fired: tuple[tuple[str, int], ...] = (),
) -> Ticket:
    """Return a new ticket, whose first channel is to be told at once; for the fields see there."""
    return Ticket(
        id=id_,
        session=session,
        level=level,
        rule=rule,
        to=to,
        first=to,
        within=within,
        at=at,
        turn=turn,
        kind=kind,
        conversation=conversation,
        subject=subject,
        origin=origin,
        service=service,
        fired=fired,
        due=at,
        history=(Entry("opened", at, State.OPEN, level, to=to),),
    )

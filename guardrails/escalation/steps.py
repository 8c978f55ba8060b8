"""What can happen to a ticket, and what becomes of it: a pure function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final, NamedTuple, TypeAlias

from guardrails.escalation.ticket import UNSENT, Entry, State, Ticket
from guardrails.findings import Level


class Merged(NamedTuple):
    """The same conversation asks for a human again; *id_* is the new record's."""

    at: int
    id_: str
    level: Level
    rule: str
    to: str
    within: int
    fired: tuple[tuple[str, int], ...] = ()


class Sent(NamedTuple):
    """
    Channel *to* took the notice of *alert* at try *attempt*.

    `ack` is how many seconds it has until the next one is told; None for no limit.
    """

    at: int
    to: str
    alert: int
    attempt: int = 1
    ack: int | None = None


class Failed(NamedTuple):
    """
    Channel *to* did not take the notice of *alert* in *attempt* tries.

    `then` is the next channel; without one the chain begins again after `rest` seconds.
    """

    at: int
    to: str
    alert: int
    attempt: int
    why: str
    then: str | None = None
    rest: int = 60


class Overdue(NamedTuple):
    """What was due did not happen; `then` is the channel after the one that was told."""

    at: int
    then: str | None = None


class Acknowledged(NamedTuple):
    """Somebody has seen it and will take it."""

    at: int
    by: str


class Claimed(NamedTuple):
    """Somebody takes the conversation; they have `answer` seconds to write."""

    at: int
    by: str
    answer: int


class Assessed(NamedTuple):
    """The holder says how much the person needs, before they see what the machine found."""

    at: int
    by: str
    level: Level


class Replied(NamedTuple):
    """The holder wrote to the person: so many characters."""

    at: int
    by: str
    length: int


class Heard(NamedTuple):
    """The person wrote; the holder has `answer` seconds."""

    at: int
    answer: int


class Released(NamedTuple):
    """The holder gives the conversation back; the ticket stays until it is resolved."""

    at: int
    by: str


class Resolved(NamedTuple):
    """Nothing more is to be done; `outcome` is a code."""

    at: int
    by: str
    outcome: str


Event: TypeAlias = (
    Merged
    | Sent
    | Failed
    | Overdue
    | Acknowledged
    | Claimed
    | Assessed
    | Replied
    | Heard
    | Released
    | Resolved
)


def step(ticket: Ticket, event: Event) -> Ticket:
    """
    Return what becomes of *ticket*.

    Total: an event that does not fit returns the very same ticket, so that repeated and
    reordered events do no harm. An event that fits adds one entry to the history.
    A time before that of the last entry counts as that one's.
    """
    if ticket.state is State.RESOLVED:
        return ticket
    at = max(event.at, ticket.history[-1].at) if ticket.history else event.at
    return _STEPS[type(event)](ticket, event, at)


def _noted(ticket: Ticket, what: str, at: int, *, by: str | None = None, **more: Any) -> Ticket:  # noqa: ANN401 - fields of an entry
    entry = Entry(what, at, ticket.state, ticket.level, by=by, **more)
    return replace(ticket, history=(*ticket.history, entry))


def _merged(ticket: Ticket, event: Merged, at: int) -> Ticket:
    if event.id_ == ticket.id or event.id_ in ticket.also:
        return ticket
    more = replace(ticket, also=(*ticket.also, event.id_))
    worse = event.level > ticket.level
    if worse:
        more = replace(
            more, level=event.level, rule=event.rule, within=event.within, fired=event.fired
        )
    # Who holds the conversation reads on; who has only promised to is told of what is worse.
    anew = ticket.state is State.NOTIFIED or (worse and ticket.state is State.ACKNOWLEDGED)
    if anew:
        more = replace(
            more, state=State.OPEN, to=event.to, first=event.to, due=at, alert=ticket.alert + 1
        )
    elif worse and ticket.state in UNSENT:
        more = replace(more, to=event.to, first=event.to, due=at, alert=ticket.alert + 1)
    return _noted(more, "merged", at, to=event.to, why=event.id_)


def _sent(ticket: Ticket, event: Sent, at: int) -> Ticket:
    sent = ticket
    if _awaited(ticket, event):
        if ticket.kind == "operator":
            sent = replace(ticket, state=State.RESOLVED, due=None)
        else:
            due = None if event.ack is None else at + event.ack
            sent = replace(ticket, state=State.NOTIFIED, due=due)
    return _noted(sent, "sent", at, to=event.to, size=event.attempt)


def _failed(ticket: Ticket, event: Failed, at: int) -> Ticket:
    failed = ticket
    if _awaited(ticket, event):
        if event.then is not None:
            failed = replace(ticket, to=event.then, due=at)
        else:
            rounds = ticket.rounds + 1
            failed = replace(ticket, to=ticket.first, rounds=rounds, due=at + event.rest)
    then = event.then
    return _noted(failed, "failed", at, to=event.to, why=event.why, size=event.attempt, then=then)


def _awaited(ticket: Ticket, event: Sent | Failed) -> bool:
    """Return whether *event* is about what the ticket waits for, and not about an older try."""
    asked = (ticket.to, ticket.alert) == (event.to, event.alert)
    return ticket.state in UNSENT and asked


def _overdue(ticket: Ticket, event: Overdue, at: int) -> Ticket:
    if ticket.state in UNSENT or ticket.due is None or at < ticket.due:
        return ticket
    after = event.then if ticket.state is State.NOTIFIED else None
    late = replace(
        ticket,
        state=State.EXPIRED,
        to=after or ticket.first,
        due=at,
        alert=ticket.alert + 1,
        rounds=ticket.rounds + (after is None),
        holder=None,
        assessed=None,
    )
    return _noted(late, "expired", at, by=ticket.holder, to=late.to)


def _acknowledged(ticket: Ticket, event: Acknowledged, at: int) -> Ticket:
    if ticket.state in {State.ACKNOWLEDGED, State.IN_HAND}:
        return ticket
    seen = replace(ticket, state=State.ACKNOWLEDGED, due=at + ticket.within)
    return _noted(seen, "acknowledged", at, by=event.by)


def _resolved(ticket: Ticket, event: Resolved, at: int) -> Ticket:
    if ticket.holder not in {None, event.by}:
        return ticket
    done = replace(ticket, state=State.RESOLVED, due=None, holder=None)
    return _noted(done, "resolved", at, by=event.by, why=event.outcome)


def _claimed(ticket: Ticket, event: Claimed, at: int) -> Ticket:
    if ticket.state is State.IN_HAND:
        return ticket
    due = at + event.answer
    held = replace(ticket, state=State.IN_HAND, holder=event.by, due=due, assessed=None)
    return _noted(held, "claimed", at, by=event.by)


def _heard(ticket: Ticket, event: Heard, at: int) -> Ticket:
    if ticket.state is not State.IN_HAND or ticket.due is not None:
        return ticket
    return _noted(replace(ticket, due=at + event.answer), "heard", at)


def _assessed(ticket: Ticket, event: Assessed, at: int) -> Ticket:
    # The first one counts: by the next one they know what the machine found.
    if ticket.holder != event.by or ticket.assessed is not None:
        return ticket
    assessed = replace(ticket, assessed=event.level)
    return _noted(assessed, "assessed", at, by=event.by, why=event.level.value)


def _replied(ticket: Ticket, event: Replied, at: int) -> Ticket:
    if ticket.holder != event.by:
        return ticket
    return _noted(replace(ticket, due=None), "replied", at, by=event.by, size=event.length)


def _released(ticket: Ticket, event: Released, at: int) -> Ticket:
    if ticket.holder != event.by:
        return ticket
    due = at + ticket.within
    given = replace(ticket, state=State.ACKNOWLEDGED, holder=None, due=due, assessed=None)
    return _noted(given, "released", at, by=event.by)


_STEPS: Final[Mapping[type[Event], Callable[[Ticket, Any, int], Ticket]]] = {
    Merged: _merged,
    Sent: _sent,
    Failed: _failed,
    Overdue: _overdue,
    Acknowledged: _acknowledged,
    Claimed: _claimed,
    Assessed: _assessed,
    Replied: _replied,
    Heard: _heard,
    Released: _released,
    Resolved: _resolved,
}

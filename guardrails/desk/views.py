"""What on-call people see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from guardrails.escalation.recent import Said
from guardrails.escalation.ticket import State, Ticket
from guardrails.findings import Level


@dataclass(frozen=True, slots=True)
class Found:
    """
    What the machine found.

    Attributes:
        level: How much it says that the person needs.
        rule: Which rule asked for a human.
        fired: Rules that fired, each with its score, 0..10000.
        assessed: What the human said before they saw this.
    """

    level: Level
    rule: str
    fired: tuple[tuple[str, int], ...]
    assessed: Level

    @property
    def agrees(self) -> bool:
        """Whether both came to the same level."""
        return self.level is self.assessed


@dataclass(frozen=True, slots=True)
class View:
    """
    A ticket as an on-call person sees it.

    The last turns come first. What the machine found is None until the holder has given an
    assessment of their own, so that they look at the person and not at a score.

    Attributes:
        id: Of the ticket.
        turns: The last turns, masked, the oldest first; empty if this process has none.
        kind: `person`, `operator` or `drill`.
        state: Where it stands.
        at: Unix time in seconds at which it was raised.
        within: Seconds in which somebody was to take it.
        conversation: Id of the conversation, as the caller names it, if it is known.
        subject: Id of the person, if it is known.
        origin: Name of the log that its record stands in.
        holder: Who holds the conversation, or None.
        note: What the last holder left for the next one, or "".
        history: Time, step and operator of each step.
        found: What the machine found, or None.
    """

    id: str
    turns: tuple[Said, ...] = field(repr=False)
    kind: str
    state: State
    at: int
    within: int
    conversation: str | None
    subject: str | None
    origin: str
    holder: str | None
    note: str = field(repr=False)
    history: tuple[tuple[int, str, str | None], ...]
    found: Found | None = None


def view_of(ticket: Ticket, turns: Sequence[Said] = (), note: str = "") -> View:
    """Return *ticket* as its holder may see it."""
    found = None
    if ticket.assessed is not None:
        found = Found(ticket.level, ticket.rule, ticket.fired, ticket.assessed)
    return View(
        id=ticket.id,
        turns=tuple(turns),
        kind=ticket.kind,
        state=ticket.state,
        at=ticket.at,
        within=ticket.within,
        conversation=ticket.conversation,
        subject=ticket.subject,
        origin=ticket.origin,
        holder=ticket.holder,
        note=note,
        history=tuple((one.at, one.what, one.by or one.to) for one in ticket.history),
        found=found,
    )


def as_json(view: View) -> dict[str, Any]:
    """Return *view* as JSON values."""
    found = view.found
    return {
        "id": view.id,
        "turns": [{"who": str(one.who), "text": one.text} for one in view.turns],
        "kind": view.kind,
        "state": str(view.state),
        "at": view.at,
        "within": view.within,
        "conversation": view.conversation,
        "subject": view.subject,
        "origin": view.origin,
        "holder": view.holder,
        "note": view.note,
        "history": [list(one) for one in view.history],
        "found": None
        if found is None
        else {
            "level": str(found.level),
            "rule": found.rule,
            "fired": [list(one) for one in found.fired],
            "assessed": str(found.assessed),
            "agrees": found.agrees,
        },
    }

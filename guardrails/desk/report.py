"""How tickets were answered: counts, times, and how far humans and the machine agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from guardrails.escalation.ticket import Ticket
from guardrails.findings import Level

_ANSWERS = frozenset({"acknowledged", "claimed"})


@dataclass(frozen=True, slots=True)
class Agreement:
    """
    How the assessments of humans compare with what the machine found.

    Attributes:
        of: How many assessments there are.
        same: How many came to the same level.
        near: How many came to a level next to it.
        higher: How often the human's was higher.
        lower: How often the human's was lower.
        pairs: The machine's level and the human's → how often.
    """

    of: int
    same: int
    near: int
    higher: int
    lower: int
    pairs: Mapping[tuple[Level, Level], int]


@dataclass(frozen=True, slots=True)
class Drilled:
    """
    How one drill went; times in seconds since it began.

    Attributes:
        id: Of its ticket.
        at: Unix time in seconds at which it began.
        told: Channel and time, for each that took it.
        failed: Channels that did not.
        answered_by: Who acknowledged or claimed it first, or None.
        answered_after: When, or None.
    """

    id: str
    at: int
    told: tuple[tuple[str, int], ...]
    failed: tuple[str, ...]
    answered_by: str | None
    answered_after: int | None


@dataclass(frozen=True, slots=True)
class Report:
    """
    How tickets were answered. Drills count apart.

    Attributes:
        people: Level → how many tickets about people.
        waiting: How many of them are not resolved.
        told_in: Median seconds until a channel took one, or None.
        answered_in: Median seconds until somebody acknowledged or claimed one, or None.
        unanswered: How many were never acknowledged or claimed.
        agreement: Assessments of humans against the machine's.
        drills: Each drill, the newest first.
    """

    people: Mapping[Level, int]
    waiting: int
    told_in: float | None
    answered_in: float | None
    unanswered: int
    agreement: Agreement
    drills: tuple[Drilled, ...]


def reported(tickets: Iterable[Ticket]) -> Report:
    """Return what *tickets* tell."""
    every = list(tickets)
    people = [one for one in every if one.kind == "person"]
    told = [after for one in people if (after := _first(one, {"sent"})) is not None]
    answered = [after for one in people if (after := _first(one, _ANSWERS)) is not None]
    drills = sorted((one for one in every if one.kind == "drill"), key=lambda one: -one.at)
    return Report(
        people=dict(sorted(Counter(one.level for one in people).items(), key=lambda p: p[0].rank)),
        waiting=sum(not one.over for one in people),
        told_in=_median(told),
        answered_in=_median(answered),
        unanswered=len(people) - len(answered),
        agreement=_agreement(people),
        drills=tuple(map(drilled, drills)),
    )


def drilled(ticket: Ticket) -> Drilled:
    """Return how the drill *ticket* went so far."""
    answer = next((one for one in ticket.history if one.what in _ANSWERS), None)
    return Drilled(
        id=ticket.id,
        at=ticket.at,
        told=tuple(
            (one.to or "", one.at - ticket.at) for one in ticket.history if one.what == "sent"
        ),
        failed=tuple(one.to or "" for one in ticket.history if one.what == "failed"),
        answered_by=None if answer is None else answer.by,
        answered_after=None if answer is None else answer.at - ticket.at,
    )


def _first(ticket: Ticket, what: frozenset[str] | set[str]) -> int | None:
    at = next((one.at for one in ticket.history if one.what in what), None)
    return None if at is None else at - ticket.at


def _median(values: Sequence[int]) -> float | None:
    return float(median(values)) if values else None


def _agreement(people: Iterable[Ticket]) -> Agreement:
    pairs = Counter(
        (entry.level, Level(entry.why or ""))
        for one in people
        for entry in one.history
        if entry.what == "assessed"
    )
    apart = Counter[int]()
    for (machine, human), times in pairs.items():
        apart[human.rank - machine.rank] += times
    return Agreement(
        of=pairs.total(),
        same=apart[0],
        near=apart[1] + apart[-1],
        higher=sum(times for steps, times in apart.items() if steps > 0),
        lower=sum(times for steps, times in apart.items() if steps < 0),
        pairs=dict(pairs),
    )

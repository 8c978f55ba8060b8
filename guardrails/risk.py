"""
How a conversation gathers, keeps and loses risk: a pure fold over its turns.

    level of each turn, time ─▶ after, after, after … ─▶ points, floor, what was told last

Points are evidence in words, 0..10000, and integers throughout: the same turns give the
same risk. They are never a diagnosis, and never a score of a person.

- What is found raises the points at once; what is found again adds to what is left.
- A turn in which nothing is found, a joke say, takes a tenth away and never more.
- Below the floor nothing takes them: for hours after `concern`, and after `high` until a
  human clears it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from guardrails.findings import Level
from guardrails.taxonomy import Subject

RISK: Final = {
    Level.NONE: 0,
    Level.CARE: 2500,
    Level.CONCERN: 5000,
    Level.HIGH: 8000,
    Level.IMMINENT: 10_000,
}
"""Least points after a turn of a level, 0..10000."""

DECAY: Final = 9000
"""Share of the points that the next turn leaves, in 1/10000."""

WATCHED: Final = 4000
"""From so many points up a crisis flag is up."""

HOLDS: Final = 6 * 3600
"""Seconds for which the floor of `concern` holds; that of `high` holds until it is cleared."""

FOLLOWS: Final = 1
"""So many quiet turns may stand between what was told and a short answer to it."""

REMEMBERS: Final = 20
"""So many turns after a loss was told of, a question after means is taken with it."""

_CONCERN: Final = Level.CONCERN  # Python 3.11 is slow to look it up
_ADDS: Final = {
    Level.CARE: 500,
    Level.CONCERN: 2500,
    Level.HIGH: 2500,
    Level.IMMINENT: 2500,
}
"""Points that a turn of a level adds to what is left of earlier ones."""

_MOST: Final = {
    Level.CARE: RISK[Level.CONCERN] - 1,
    Level.CONCERN: RISK[Level.IMMINENT] - 1,
    Level.HIGH: RISK[Level.IMMINENT] - 1,
    Level.IMMINENT: RISK[Level.IMMINENT],
}
"""
Where adding ends: nobody is paged for care that was asked for many times, and `imminent` is
for words that say so.
"""


@dataclass(frozen=True, slots=True)
class Step:
    """
    What one turn brings to the fold.

    Attributes:
        level: The highest level that the policy found in the person's words.
        now: Unix time of the turn in seconds.
        need: Category of the finding with that level, or "" for none.
        about: Who is in need.
        loss: Whether the person told of a loss.
    """

    level: Level
    now: int
    need: str = ""
    about: Subject = Subject.SELF
    loss: bool = False

    @property
    def fold(self) -> dict[str, int | str]:
        """What a `turn_close` record holds of it beside the level."""
        told: dict[str, int | str] = {"now": self.now, "need": self.need, "about": self.about.value}
        return {**told, "loss": True} if self.loss else told

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> Step:
        """Return the step of a `turn_close` record."""
        fold = record["fold"]
        level, about = Level(record["level"]), Subject(fold["about"])
        return cls(level, fold["now"], fold["need"], about, fold.get("loss", False))


@dataclass(frozen=True, slots=True)
class Risk:
    """
    The risk that a conversation has gathered.

    Attributes:
        points: 0..10000.
        floor: The points do not fall below it, 0..10000.
        until: Unix time in seconds at which the floor goes, or None if only a human
            takes it away.
        told: Level of the last turn of `concern` or more, if it is not long past.
        need: Category that this turn was about, or "".
        about: Who was in need in it.
        quiet: Turns since then.
        loss: Turns for which a loss that was told of is still remembered, 0..20.
    """

    points: int = 0
    floor: int = 0
    until: int | None = None
    told: Level = Level.NONE
    need: str = ""
    about: Subject = Subject.SELF
    quiet: int = 0
    loss: int = 0

    @property
    def watched(self) -> bool:
        """Whether a crisis flag is up."""
        return self.points >= WATCHED

    @property
    def level(self) -> Level:
        """The level that the points stand for."""
        return level_at(self.points)

    def at(self, now: int) -> Risk:
        """Return the risk at Unix time *now*: without a floor whose time is over."""
        if self.until is None or now < self.until:
            return self
        return replace(self, floor=0, until=None)

    def after(self, step: Step) -> Risk:
        """Return the risk after one more turn."""
        held = replace(self.at(step.now), loss=REMEMBERS if step.loss else max(0, self.loss - 1))
        points = max(gathered(held.points, step.level, step.about), held.floor)
        if step.level < Level.CONCERN:
            quiet = held.quiet + 1
            told = held.told if quiet <= FOLLOWS else Level.NONE
            return replace(held, points=points, quiet=quiet, told=told)
        lasting = step.level >= Level.HIGH or (held.floor > 0 and held.until is None)
        return Risk(
            points=points,
            floor=WATCHED,
            until=None if lasting else max(step.now + HOLDS, held.until or 0),
            told=step.level,
            need=step.need,
            about=step.about,
            loss=held.loss,
        )


def level_at(points: int) -> Level:
    """Return the highest level for which *points* are enough."""
    return max(level for level, least in RISK.items() if least <= points)


def gathered(points: int, level: Level, about: Subject) -> int:
    """
    Return the points after a turn of *level* that began with *points*.

    Need of the person's own adds to what is left; that of somebody else, told of many
    times, does not make the person's greater.
    """
    left = points * DECAY // 10_000
    if level is Level.NONE:
        return left
    if about is Subject.OTHER:
        return max(RISK[level], left)
    return max(RISK[level], left, min(left + _ADDS[level], _MOST[level]))


def raised(level: Level, points: int, about: Subject) -> Level:
    """
    Return the level to act on when *level* is found in a conversation with *points*.

    What was found keeps its level at least. From `concern` on the person's own need may
    rise to `high` by what they said before; `imminent` and `care` are for words alone.
    """
    if level is not _CONCERN or about is Subject.OTHER:
        return level
    return max(level, min(level_at(gathered(points, level, about)), Level.HIGH))


def folded(records: Iterable[Mapping[str, Any]]) -> Risk:
    """Return the risk of a session after *records* of it, in the order of the log."""
    risk = Risk()
    for record in records:
        if record["kind"] == "turn_close":
            risk = risk.after(Step.of(record))
        elif record["kind"] == "sign_off":
            risk = Risk()
    return risk

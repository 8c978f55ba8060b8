"""Which numbers of a table of helplines were last looked at too long ago."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from guardrails.helpline import Entry
from guardrails.resources import Resources

OLDEST: Final = 180
"""Days after which a number is to be read again: numbers and hours change."""


@dataclass(frozen=True, slots=True)
class Overdue:
    """
    A number that nobody has looked at for too long.

    Attributes:
        country: ISO 3166-1 alpha-2 code.
        entry: The number.
        days: Since it was last read, or checked by a person.
    """

    country: str
    entry: Entry
    days: int

    def __str__(self) -> str:
        name = f"{self.entry.name} " if self.entry.name else "emergency number "
        return (
            f"{self.country}: {name}{self.entry.number} was last looked at {self.days} days ago, "
            f"on {self.entry.seen_on.isoformat()}; read two pages again and set read_on, or call "
            "it and set confirmed_on"
        )


def overdue(table: Resources, today: date, oldest: int = OLDEST) -> Iterator[Overdue]:
    """
    Yield each number of *table* that was last looked at more than *oldest* days before *today*.

    In the order of the table. A day in the future counts as 0 days ago.
    """
    for country in table.table.values():
        for entry in (*country.emergency, *country.lines):
            days = (today - entry.seen_on).days
            if days > oldest:
                yield Overdue(country.code, entry, days)

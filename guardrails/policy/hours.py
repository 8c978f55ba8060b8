"""When a channel is staffed: `mon-fri 09:00-17:00 Europe/London`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY: Final = f"(?:{'|'.join(DAYS)})"
_SPAN: Final = f"{_DAY}(?:-{_DAY})?"
_TIME: Final = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_ZONE: Final = "[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,2}"
PATTERN: Final = re.compile(f"(?:daily|{_SPAN}(?:,{_SPAN})*) {_TIME}-{_TIME} {_ZONE}")
"""Days, a time to begin and one to end, and the zone in which they count."""


@dataclass(frozen=True, slots=True)
class Hours:
    """
    When somebody is there.

    Attributes:
        days: Days on which it begins, 0 for Monday.
        begin: Minutes after midnight at which it begins.
        end: Minutes after midnight at which it ends; on the next day if that is not later.
        zone: Name of the time zone.
    """

    days: frozenset[int]
    begin: int
    end: int
    zone: str

    def open_at(self, now: float) -> bool:
        """Return whether somebody is there at Unix time *now*, in seconds."""
        local = datetime.fromtimestamp(now, ZoneInfo(self.zone))
        today, minute = local.weekday(), 60 * local.hour + local.minute
        if self.begin < self.end:
            return today in self.days and self.begin <= minute < self.end
        yesterday = (today - 1) % len(DAYS)
        return (today in self.days and minute >= self.begin) or (
            yesterday in self.days and minute < self.end
        )


def hours_of(text: str) -> Hours | None:
    """Return what *text* says, or None if it is of another shape or its zone is not known."""
    if not PATTERN.fullmatch(text):
        return None
    days, times, zone = text.split(" ")
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
    begin, end = (60 * int(time[:2]) + int(time[3:]) for time in times.split("-"))
    return Hours(frozenset(_days(days)), begin, end, zone)


def _days(text: str) -> set[int]:
    if text == "daily":
        return {*range(len(DAYS))}
    found: set[int] = set()
    for span in text.split(","):
        first, _, last = span.partition("-")
        start = DAYS.index(first)
        length = (DAYS.index(last or first) - start) % len(DAYS)
        found |= {(start + step) % len(DAYS) for step in range(length + 1)}
    return found

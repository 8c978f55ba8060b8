"""One number where a human answers, and those of one country."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final

GENERAL: Final = "suicide"
"""The topic of lines for thoughts of suicide, and for any other need without a line of its own."""

FOR_MINORS: Final = "child"
"""The topic of lines for children and teenagers; only they are shown them."""

TOPICS: Final = (
    GENERAL,
    FOR_MINORS,
    "abuse",
    "sexual_violence",
    "eating_disorder",
    "substance",
)
"""What a line may be for, by the names of the crisis categories."""

ALWAYS: Final = "24/7"
"""The hours of a line where somebody answers day and night."""


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One number, as it is dialled or written to.

    Attributes:
        name: Of the line, in its own language; "" for an emergency number.
        number: Digits and spaces, as people write it in that country.
        way: `call`, `text`, or `call or text`.
        hours: `24/7`, or the hours in local time.
        languages: In which it answers, as ISO 639-1 codes.
        url: Of the line, or "".
        source: Addresses of the pages that name it: at least two, or one for a number that
            a person has checked.
        read_on: ISO date on which the pages were read.
        confirmed_on: ISO date on which a person has checked it; None until then.
        topics: What the line is for, of `TOPICS`; of no meaning for an emergency number.

    Raises:
        ValueError: Fewer sources, no date, or a topic that is none.
    """

    name: str
    number: str
    way: str
    hours: str
    languages: tuple[str, ...]
    url: str
    source: tuple[str, ...] = field(repr=False)
    read_on: str
    confirmed_on: str | None = None
    topics: frozenset[str] = frozenset({GENERAL})

    def __post_init__(self) -> None:
        enough = 1 if self.confirmed_on else 2
        if len(set(self.source)) < enough or not self.read_on:
            msg = f"{self.number} needs two sources and the date on which they were read"
            raise ValueError(msg)
        if not self.topics or self.topics - set(TOPICS):
            msg = f"{self.number} needs topics, each one of {', '.join(TOPICS)}"
            raise ValueError(msg)
        for day in (self.read_on, self.confirmed_on or self.read_on):
            date.fromisoformat(day)

    @property
    def digits(self) -> str:
        """The number without spaces."""
        return re.sub(r"\D", "", self.number)

    @property
    def always(self) -> bool:
        """Whether somebody answers at any hour."""
        return self.hours == ALWAYS

    @property
    def seen_on(self) -> date:
        """The day on which it was last read, or checked by a person."""
        return date.fromisoformat(max(self.read_on, self.confirmed_on or ""))


@dataclass(frozen=True, slots=True)
class Country:
    """The emergency numbers of a country, the general one first, and its crisis lines."""

    code: str
    emergency: tuple[Entry, ...]
    lines: tuple[Entry, ...]

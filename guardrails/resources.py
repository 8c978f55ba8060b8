"""
Where a person in crisis can reach a human: a small table, each number with its sources.

The table is data (`helplines.json`). A number with fewer than two independent sources
is not in it, and a country that is not in it gets no number at all: nobody is sent to
the line of another country because of the language that they write in.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources as files
from itertools import groupby
from types import MappingProxyType
from typing import Any

from guardrails.helpline import ALWAYS, FOR_MINORS, GENERAL, Country, Entry
from guardrails.resource_texts import WORDS, Words

DIRECTORY = "https://findahelpline.com"
"""Where a person finds the lines of any country."""


@dataclass(frozen=True, slots=True)
class Resources:
    """
    The table of helplines.

    Attributes:
        table: Countries by ISO 3166-1 alpha-2 code.
        known: Crisis lines that are never named by us, and are nobody's phone all the same:
            former numbers, and lines beside those of the table.
    """

    table: Mapping[str, Country]
    known: tuple[Entry, ...] = ()

    @classmethod
    def load(cls) -> Resources:
        """
        Return the table that comes with this package.

        Raises:
            ValueError: An entry lacks a second source or a date.
        """
        text = (files.files("guardrails") / "helplines.json").read_text(encoding="utf-8")
        return cls.of(json.loads(text))

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Resources:
        """
        Return the table that *table* describes, in the form of `helplines.json`.

        Raises:
            KeyError: A field is missing, or a way to reach a line is not known.
            ValueError: An entry lacks a second source or a date, or has an unknown topic.
        """
        countries = {
            code: Country(
                code,
                tuple(_entry(one) for one in country["emergency"]),
                tuple(_entry(one) for one in country["lines"]),
            )
            for code, country in table["countries"].items()
        }
        return cls(MappingProxyType(countries), tuple(map(_entry, table.get("known", ()))))

    def overridden(self, own: Resources) -> Resources:
        """
        Return this table with the countries of *own* in the place of its own.

        A country of *own* stands alone: none of the lines that this table had for it are
        shown beside them. Known lines of both are left alone.
        """
        table = MappingProxyType({**self.table, **own.table})
        return Resources(table, (*self.known, *own.known))

    def render(
        self,
        country: str | None,
        locale: str,
        about: Collection[str] = (),
        *,
        minor: bool = False,
    ) -> str:
        """
        Return two to four short lines of plain text that name help in *country*.

        Crisis lines come first, two at most: for a minor those for minors before others,
        then those that are for what it is about, then those that answer in the language of
        *locale*. Then where to find more, if none of them is open at all hours; then the
        emergency number. Without a country, or for one that is not in the table, no number
        is named, and the person is asked where they are.

        Args:
            country: ISO 3166-1 alpha-2 code, in any case, or None.
            locale: BCP 47 tag of the language to write in; English if it is not known.
            about: What the person is in need for, such as `abuse`; one without a line of
                its own is met by the general lines.
            minor: The person is known to be a minor.
        """
        language, words = _words(locale)
        known = self._country(country)
        lines = _fitting(known.lines, language, frozenset(about), minor=minor)
        groups = [list(same) for _, same in groupby(lines, key=_who)][:_MOST]
        said = [_line(words, entries) for entries in groups]
        if not any(entries[0].always for entries in groups):
            said.append(words.directory.format(DIRECTORY))
        if known is _NOWHERE:
            said.append(words.where)
        said.append(words.emergency([entry.number for entry in known.emergency[:_MOST]]))
        return "\n".join(said)

    def emergency(self, country: str | None, locale: str) -> str:
        """
        Return the emergency numbers of *country*, two at most, to stand after "call".

        "999 or 112"; "your local emergency number" without a country, or for one that is not
        in the table. The arguments are those of `render`.
        """
        known = self._country(country)
        return _words(locale)[1].to_call([entry.number for entry in known.emergency[:_MOST]])

    def _country(self, code: str | None) -> Country:
        return self.table.get((code or "").strip().upper(), _NOWHERE)

    def numbers(self) -> frozenset[str]:
        """Return every number of the table, as written and as bare digits."""
        return _forms(self.entries())

    def left_alone(self) -> frozenset[str]:
        """Return every number that is no personal data: of the table, and of known lines."""
        return self.numbers() | _forms(self.known)

    def countries(self) -> tuple[str, ...]:
        """Return the ISO 3166-1 alpha-2 codes of the table, in order."""
        return tuple(sorted(self.table))

    def entries(self) -> Iterable[Entry]:
        """Yield every entry of every country."""
        for country in self.table.values():
            yield from country.emergency
            yield from country.lines


def _forms(entries: Iterable[Entry]) -> frozenset[str]:
    return frozenset(form for entry in entries for form in (entry.number, entry.digits))


_NOWHERE = Country("", (), ())
_MOST = 2


def _words(locale: str) -> tuple[str, Words]:
    """Return the language of *locale*, and its words; English if it is not known."""
    language = locale.replace("_", "-").partition("-")[0].lower()
    return language, WORDS.get(language, WORDS["en"])


def _fitting(
    lines: Iterable[Entry], language: str, about: frozenset[str], *, minor: bool
) -> list[Entry]:
    """Return those of *lines* that are for this person, the nearest to their need first."""

    def nearness(entry: Entry) -> tuple[bool, bool, bool]:
        of_age = FOR_MINORS not in entry.topics
        return (minor and of_age, not about & entry.topics, language not in entry.languages)

    fitting = (
        entry
        for entry in lines
        if (about | {GENERAL}) & entry.topics and (minor or FOR_MINORS not in entry.topics)
    )
    return sorted(fitting, key=nearness)


def _who(entry: Entry) -> tuple[str, str]:
    return entry.name, entry.hours


def _line(words: Words, entries: Sequence[Entry]) -> str:
    first = entries[0]
    ways = [
        (way, [entry.number for entry in same])
        for way, same in groupby(entries, key=lambda entry: entry.way)
    ]
    return words.line(first.name, ways, None if first.always else first.hours)


def _entry(one: Mapping[str, Any]) -> Entry:
    way = one.get("way", "call")
    if way not in WORDS["en"].ways:
        raise KeyError(way)
    return Entry(
        name=one.get("name", ""),
        number=one["number"],
        way=way,
        hours=one.get("hours", ALWAYS),
        languages=tuple(one.get("languages", ())),
        url=one.get("url", ""),
        source=tuple(one["source"]),
        read_on=one["read_on"],
        confirmed_on=one["confirmed_on"],
        topics=frozenset(one.get("topics", (GENERAL,))),
    )

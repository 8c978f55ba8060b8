"""
Where a person in crisis can reach a human: a small table, each number with its sources.

The table is data (`helplines.json`). A number with fewer than two independent sources
is not in it, and a country that is not in it gets no number at all: nobody is sent to
the line of another country because of the language that they write in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import resources as files
from types import MappingProxyType
from typing import Any

DIRECTORY = "https://findahelpline.com"
"""Where a person finds the lines of any country."""


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
        source: Addresses of the pages that name it, at least two.
        read_on: ISO date on which the pages were read.
        confirmed_on: ISO date on which a person has tried it; "" until then.

    Raises:
        ValueError: Fewer than two sources, or no date.
    """

    name: str
    number: str
    way: str
    hours: str
    languages: tuple[str, ...]
    url: str
    source: tuple[str, ...] = field(repr=False)
    read_on: str
    confirmed_on: str = ""

    def __post_init__(self) -> None:
        if len(set(self.source)) < 2 or not self.read_on:  # noqa: PLR2004 - two that agree
            msg = f"{self.number} needs two sources and the date on which they were read"
            raise ValueError(msg)

    @property
    def digits(self) -> str:
        """The number without spaces."""
        return re.sub(r"\D", "", self.number)


@dataclass(frozen=True, slots=True)
class Country:
    """The emergency numbers of a country, the general one first, and its crisis lines."""

    code: str
    emergency: tuple[Entry, ...]
    lines: tuple[Entry, ...]


_TEXTS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "en": {
            "danger": "If you are in danger right now, call {numbers}.",
            "local": "If you are in danger right now, call your local emergency number.",
            "directory": "Find a line you can call or write to in your country: {url}",
            "call": "{name}: call {number}",
            "text": "{name}: text {number}",
            "call or text": "{name}: call or text {number}",
            "24/7": "day and night",
            "or": "or",
        },
        "es": {
            "danger": "Si estás en peligro ahora mismo, llama al {numbers}.",
            "local": "Si estás en peligro ahora mismo, llama al número de emergencias de tu zona.",
            "directory": "Encuentra una línea a la que llamar o escribir en tu país: {url}",
            "call": "{name}: llama al {number}",
            "text": "{name}: escribe un SMS al {number}",
            "call or text": "{name}: llama o escribe un SMS al {number}",
            "24/7": "día y noche",
            "or": "o al",
        },
        "fr": {
            "danger": "En cas de danger immédiat, appelez le {numbers}.",
            "local": "En cas de danger immédiat, appelez le numéro d'urgence de votre pays.",
            "directory": "Trouvez une ligne à appeler ou à qui écrire dans votre pays : {url}",
            "call": "{name} : appelez le {number}",
            "text": "{name} : envoyez un SMS au {number}",
            "call or text": "{name} : appelez le {number} ou envoyez un SMS",
            "24/7": "jour et nuit",
            "or": "ou le",
        },
        "de": {
            "danger": "Wenn du jetzt in Gefahr bist, ruf {numbers} an.",
            "local": "Wenn du jetzt in Gefahr bist, ruf den örtlichen Notruf an.",
            "directory": "Hier findest du eine Stelle in deinem Land, die du erreichen kannst: {url}",
            "call": "{name}: Telefon {number}",
            "text": "{name}: SMS an {number}",
            "call or text": "{name}: Telefon oder SMS {number}",
            "24/7": "Tag und Nacht",
            "or": "oder",
        },
        "pt": {
            "danger": "Se está em perigo agora, ligue para o {numbers}.",
            "local": "Se está em perigo agora, ligue para o número de emergência local.",
            "directory": "Encontre uma linha no seu país, por telefone ou por escrito: {url}",
            "call": "{name}: ligue {number}",
            "text": "{name}: envie uma mensagem para {number}",
            "call or text": "{name}: ligue ou envie uma mensagem para {number}",
            "24/7": "dia e noite",
            "or": "ou o",
        },
        "it": {
            "danger": "Se sei in pericolo adesso, chiama il {numbers}.",
            "local": "Se sei in pericolo adesso, chiama il numero di emergenza locale.",
            "directory": "Trova una linea da chiamare o a cui scrivere nel tuo Paese: {url}",
            "call": "{name}: chiama {number}",
            "text": "{name}: scrivi un messaggio a {number}",
            "call or text": "{name}: chiama o scrivi un messaggio a {number}",
            "24/7": "giorno e notte",
            "or": "o il",
        },
        "nl": {
            "danger": "Ben je nu in gevaar, bel dan {numbers}.",
            "local": "Ben je nu in gevaar, bel dan het plaatselijke alarmnummer.",
            "directory": "Vind een hulplijn in jouw land om te bellen of te schrijven: {url}",
            "call": "{name}: bel {number}",
            "text": "{name}: stuur een sms naar {number}",
            "call or text": "{name}: bel of sms {number}",
            "24/7": "dag en nacht",
            "or": "of",
        },
    }
)


@dataclass(frozen=True, slots=True)
class Resources:
    """
    The table of helplines.

    Attributes:
        countries: By ISO 3166-1 alpha-2 code.
    """

    countries: Mapping[str, Country]

    @classmethod
    def load(cls) -> Resources:
        """
        Return the table that this package stands behind.

        Raises:
            ValueError: An entry lacks a second source or a date.
        """
        text = (files.files("guardrails") / "helplines.json").read_text(encoding="utf-8")
        return cls.of(json.loads(text))

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Resources:
        """
        Return the table that *table* describes: an operator may bring another one.

        Raises:
            KeyError: A field is missing.
            ValueError: An entry lacks a second source or a date.
        """
        day = str(table["read_on"])
        countries = {
            code: Country(
                code,
                tuple(_entry(one, day) for one in country["emergency"]),
                tuple(_entry(one, day) for one in country["lines"]),
            )
            for code, country in table["countries"].items()
        }
        return cls(MappingProxyType(countries))

    def render(self, country: str | None, locale: str) -> str:
        """
        Return two to four lines of plain text that name help in *country*.

        Lines that answer in the language of *locale* come first, two at most. Without
        a country, or for one that is not in the table, no number is named.

        Args:
            country: ISO 3166-1 alpha-2 code, in any case, or None.
            locale: BCP 47 tag of the language to write in; English if it is not known.
        """
        language = locale.partition("-")[0].lower()
        words = _TEXTS.get(language, _TEXTS["en"])
        known = self.countries.get((country or "").upper())
        directory = words["directory"].format(url=DIRECTORY)
        if known is None:
            return f"{words['local']}\n{directory}"
        numbers = f" {words['or']} ".join(entry.number for entry in known.emergency[:2])
        lines = [words["danger"].format(numbers=numbers)]
        chosen = sorted(known.lines, key=lambda entry: language not in entry.languages)
        for entry in chosen[:2]:
            hours = words.get(entry.hours, entry.hours)
            said = words[entry.way].format(name=entry.name, number=entry.number)
            lines.append(f"{said} ({hours}).")
        lines.append(directory)
        return "\n".join(lines)

    def numbers(self) -> frozenset[str]:
        """Return every number of the table as digits, so that they can be left alone."""
        return frozenset(entry.digits for entry in self.entries())

    def entries(self) -> Iterable[Entry]:
        """Yield every entry of every country."""
        for country in self.countries.values():
            yield from country.emergency
            yield from country.lines


def _entry(one: Mapping[str, Any], day: str) -> Entry:
    return Entry(
        name=one.get("name", ""),
        number=one["number"],
        way=one.get("way", "call"),
        hours=one.get("hours", "24/7"),
        languages=tuple(one.get("languages", ())),
        url=one.get("url", ""),
        source=tuple(one["source"]),
        read_on=one.get("read_on", day),
        confirmed_on=one.get("confirmed_on", ""),
    )

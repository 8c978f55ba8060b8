"""The table of helplines: sourced, dated, never guessed, and short enough to be read."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from importlib import resources as files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors.allowed import Allowed
from guardrails.resource_texts import WORDS
from guardrails.resources import DIRECTORY, Entry, Resources

LOCALES = ("en-GB", "es-ES", "fr-FR", "de-DE", "pt-BR", "it-IT", "nl-NL", "sv-SE", "pt_PT", "")
NOWHERE = (None, "", "XX", "AQ", "english", "UK", "0")
PAGE = Path(__file__).parent.parent / "docs" / "helplines.md"


@pytest.fixture(scope="module")
def table() -> Resources:
    return Resources.load()


def entry(**changes: Any) -> dict[str, Any]:
    return {
        "name": "Night Desk",
        "number": "555 01",
        "way": "text",
        "hours": "20:00-08:00",
        "languages": ["en"],
        "source": ["https://a.example/1", "https://b.example/2"],
        "read_on": "2026-01-01",
        "confirmed_on": None,
        **changes,
    }


def made(*lines: Mapping[str, Any], emergency: tuple[Mapping[str, Any], ...] = ()) -> Resources:
    return Resources.of({"countries": {"XX": {"emergency": emergency, "lines": lines}}})


def numbers_in(text: str, names: set[str]) -> set[str]:
    """Return the numbers of *text* as digits, less those in names of lines and in hours."""
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(re.escape(name) + r" ?:", "", text)
    text = re.sub(r"\(\d\d:\d\d-\d\d:\d\d\)", "", text.replace(DIRECTORY, ""))
    return {re.sub(r"\D", "", found) for found in re.findall(r"\d[\d ]*", text)}


def named(table: Resources) -> set[str]:
    return {each.name for each in table.entries()} - {""}


def test_every_entry_has_two_sources_from_different_places_and_a_date(table: Resources) -> None:
    for each in table.entries():
        assert all(urlsplit(source).scheme in {"http", "https"} for source in each.source)
        places = {".".join(urlsplit(s).netloc.split(".")[-2:]) for s in each.source}
        assert len(places) >= 2, each.number
        assert date.fromisoformat(each.read_on) >= date(2026, 11, 23)


def test_nothing_claims_to_have_been_confirmed_by_a_person_yet(table: Resources) -> None:
    assert {each.confirmed_on for each in table.entries()} == {None}


def test_the_countries_that_matter_most_are_there(table: Resources) -> None:
    assert {"US", "CA", "GB", "IE", "AU", "NZ", "FR", "DE", "ES", "NL"} <= set(table.countries())
    assert list(table.countries()) == sorted(table.table)
    for code in table.countries():
        assert re.fullmatch("[A-Z]{2}", code)
        assert table.table[code].emergency
        assert table.table[code].lines


@pytest.mark.parametrize("locale", LOCALES)
def test_no_number_is_shown_that_is_not_in_the_table_of_that_country(
    table: Resources, locale: str
) -> None:
    for code in table.countries():
        country = table.table[code]
        shown = numbers_in(table.render(code, locale), named(table))
        assert shown <= {each.digits for each in (*country.emergency, *country.lines)}, code
        assert shown & {each.digits for each in country.emergency}, code
        assert shown & {each.digits for each in country.lines}, code


@pytest.mark.parametrize("locale", LOCALES)
def test_help_is_named_in_two_to_four_short_lines(table: Resources, locale: str) -> None:
    for country in (*table.countries(), *NOWHERE):
        text = table.render(country, locale)
        assert len(text) <= 400
        assert 2 <= len(text.splitlines()) <= 4
        assert DIRECTORY in text or numbers_in(text, named(table))
        assert "{" not in text


@pytest.mark.parametrize("country", NOWHERE)
@pytest.mark.parametrize("locale", LOCALES)
def test_an_unknown_country_gets_no_number_whatever_the_language(
    table: Resources, country: str | None, locale: str
) -> None:
    text = table.render(country, locale)
    assert not any(map(str.isdigit, text))
    assert DIRECTORY in text
    assert text == table.render(None, locale)


@given(country=st.text(max_size=6), locale=st.text(max_size=12))
def test_only_the_code_of_a_country_ever_brings_its_number(country: str, locale: str) -> None:
    table = Resources.load()
    text = table.render(country, locale)
    known = country.strip().upper() in table.countries()
    assert any(map(str.isdigit, text)) == known


def test_the_crisis_line_comes_first_and_the_emergency_number_last(table: Resources) -> None:
    assert table.render("GB", "en-GB").splitlines() == [
        "Samaritans: call 116 123 (day and night).",
        "Shout: text 85258 (day and night).",
        "If you are in danger right now, call 999.",
    ]


def test_several_numbers_of_one_line_are_named_in_one_sentence(table: Resources) -> None:
    assert table.render("AU", "en-AU").startswith(
        "Lifeline: call 13 11 14 or text 0477 13 11 14 (day and night).\n"
    )
    assert "Telefon 0800 111 0 111 oder 0800 111 0 222 (Tag und Nacht)" in table.render("DE", "de")


def test_a_line_that_answers_in_the_language_of_the_person_comes_first(table: Resources) -> None:
    french, dutch = table.render("BE", "fr-BE"), table.render("BE", "nl-BE")
    assert french.startswith("Centre de Prévention du Suicide")
    assert dutch.startswith("Zelfmoordlijn")


def test_where_to_find_more_is_said_when_no_line_is_open_at_all_hours() -> None:
    assert DIRECTORY in made(entry()).render("XX", "en")
    assert DIRECTORY not in made(entry(hours="24/7")).render("XX", "en")
    assert DIRECTORY not in made(entry(), entry(name="B", hours="24/7")).render("XX", "en")


def test_a_country_without_an_emergency_number_gets_none() -> None:
    assert "call your local emergency number" in made(entry()).render("XX", "en")


def test_a_country_without_a_line_gets_the_directory() -> None:
    text = made(emergency=(entry(number="777"),)).render("XX", "en")
    assert text == (
        f"Find a line you can call or write to in your country: {DIRECTORY}\n"
        "If you are in danger right now, call 777."
    )


def test_a_country_is_known_in_lower_case_too(table: Resources) -> None:
    assert table.render(" gb ", "en-GB") == table.render("GB", "en-GB")
    assert "116 123" in table.render("gb", "en-GB")


def test_french_help_is_named_in_french(table: Resources) -> None:
    text = table.render("FR", "fr-FR")
    assert "appelez le 3114 (jour et nuit)" in text
    assert "appelez le 15 ou le 112" in text


def test_another_language_is_answered_in_english(table: Resources) -> None:
    assert table.render("SE", "sv-SE") == table.render("SE", "en-GB")


def test_every_language_can_say_every_way() -> None:
    ways = set(WORDS["en"].ways)
    for language, words in WORDS.items():
        assert set(words.ways) == ways, language
        assert not words.local.count("{}")
        assert [words.danger.count("{}"), words.directory.count("{}")] == [1, 1]


def test_numbers_are_given_as_written_and_as_digits(table: Resources) -> None:
    numbers = table.numbers()
    assert {"988", "116 123", "116123", "13 11 14", "131114", "0800 0113", "08000113"} <= numbers
    for each in table.entries():
        assert {each.number, each.digits} <= numbers
        assert each.digits in Allowed(numbers)


def test_a_number_with_one_source_is_refused() -> None:
    with pytest.raises(ValueError, match="two sources"):
        made(entry(source=["https://a.example/1"]))


def test_the_same_source_twice_is_one_source() -> None:
    with pytest.raises(ValueError, match="two sources"):
        made(entry(source=["https://a.example/1", "https://a.example/1"]))


def test_a_number_without_a_date_is_refused() -> None:
    with pytest.raises(ValueError, match="date"):
        made(entry(read_on=""))


@pytest.mark.parametrize("key", ["number", "source", "read_on", "confirmed_on"])
def test_a_missing_field_is_refused(key: str) -> None:
    one = entry()
    del one[key]
    with pytest.raises(KeyError, match=key):
        made(one)


def test_a_way_that_nobody_can_say_is_refused() -> None:
    with pytest.raises(KeyError, match="pigeon"):
        made(entry(way="pigeon"))


def test_an_operator_may_bring_a_table_of_their_own() -> None:
    own = made(entry())
    assert "Night Desk: text 555 01 (20:00-08:00)." in own.render("XX", "en")
    assert own.numbers() == {"555 01", "55501"}
    assert own.countries() == ("XX",)


def test_the_data_file_is_plain_json_and_says_what_it_is() -> None:
    text = (files.files("guardrails") / "helplines.json").read_text(encoding="utf-8")
    data = json.loads(text)
    assert "two independent sources" in data["about"]
    assert text == json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def row(code: str, each: Entry) -> str:
    way = each.way if each.name else "emergency"
    cells = (
        code,
        f"[{each.name}]({each.url})" if each.url else each.name,
        each.number,
        way,
        each.hours if each.name else "",
        " ".join(each.languages),
        " ".join(f"[{n}]({source})" for n, source in enumerate(each.source, 1)),
        each.read_on,
        each.confirmed_on or "not yet",
    )
    return f"| {' | '.join(cells)} |"


def test_the_page_shows_the_table_as_it_is(table: Resources) -> None:
    rows = [
        row(code, each)
        for code in table.countries()
        for each in (*table.table[code].lines, *table.table[code].emergency)
    ]
    shown = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line[:2] == "| "]
    assert shown[1:] == rows  # the first is the head

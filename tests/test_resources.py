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

from docs.make_helplines import page
from guardrails.detectors.allowed import Allowed
from guardrails.helpline import FOR_MINORS, TOPICS
from guardrails.resource_ages import overdue
from guardrails.resource_texts import WORDS
from guardrails.resources import DIRECTORY, Resources

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
    text = re.sub(r"\([^()]*\d\d:\d\d-\d\d:\d\d\)", "", text.replace(DIRECTORY, ""))
    return {re.sub(r"\D", "", found) for found in re.findall(r"\d[\d ]*", text)}


def place(host: str) -> str:
    """Return the name that an organisation has registered, such as `refuge.org.uk`."""
    labels = host.rstrip(".").split(".")
    shared = len(labels[-1]) == 2 and labels[-2] in {"com", "co", "org", "gov", "net", "sch", "edu"}
    return ".".join(labels[-3 if shared else -2 :])


def named(table: Resources) -> set[str]:
    return {each.name for each in table.entries()} - {""}


def test_every_entry_has_two_sources_from_different_places_and_a_date(table: Resources) -> None:
    for each in (*table.entries(), *table.known):
        assert all(urlsplit(source).scheme in {"http", "https"} for source in each.source)
        places = {place(urlsplit(source).netloc) for source in each.source}
        assert len(places) >= 2, each.number
        assert date.fromisoformat(each.read_on) >= date(2026, 11, 23)


def test_nothing_claims_to_have_been_confirmed_by_a_person_yet(table: Resources) -> None:
    assert {each.confirmed_on for each in (*table.entries(), *table.known)} == {None}


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


def test_a_line_that_people_know_is_left_alone_and_never_named(table: Resources) -> None:
    allowed = Allowed(table.left_alone())
    for written in ("1-800-273-8255", "(800) 273-8255", "0800 58 58 58", "0800 068 41 41", "988"):
        assert written in allowed
    known = {each.digits for each in table.known}
    assert known.isdisjoint(table.numbers())
    said = [table.render(code, "en", minor=minor) for code in ("US", "GB") for minor in (0, 1)]
    assert not any(each.number in text for each in table.known for text in said)


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


def test_the_page_shows_the_table_as_it_is() -> None:
    shown = PAGE.read_text(encoding="utf-8")
    assert page(shown) == shown, "run python -m docs.make_helplines"


def test_the_page_has_a_row_for_every_number(table: Resources) -> None:
    rows = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| ")]
    assert len(rows) == 2 + len(list(table.entries())) + len(table.known)


def test_a_text_about_abuse_names_the_line_for_abuse_first(table: Resources) -> None:
    assert table.render("GB", "en-GB", {"abuse"}).splitlines()[:2] == [
        "National Domestic Abuse Helpline: call 0808 2000 247 (day and night).",
        "Samaritans: call 116 123 (day and night).",
    ]
    assert "1-800" not in table.render("US", "en", {"psychosis"})


def test_a_minor_is_given_the_line_for_children_before_all_others(table: Resources) -> None:
    text = table.render("GB", "en-GB", minor=True)
    assert text.startswith("Childline: call 0800 1111 (day and night).\nSamaritans: ")
    abused = table.render("US", "en-US", {"abuse"}, minor=True)
    assert abused.startswith("Childhelp National Child Abuse Hotline: call or text 1 800 422 4453")


def test_a_line_against_the_abuse_of_children_is_not_named_to_a_minor_in_another_need(
    table: Resources,
) -> None:
    assert table.render("US", "en-US", minor=True) == table.render("US", "en-US")


@given(
    about=st.sets(st.sampled_from([*TOPICS, "panic", "violence"])),
    code=st.sampled_from(Resources.load().countries()),
    minor=st.booleans(),
)
def test_everybody_is_given_a_line_and_only_minors_those_for_minors(
    about: set[str], code: str, minor: bool
) -> None:
    table = Resources.load()
    shown = numbers_in(table.render(code, "en", about, minor=minor), named(table))
    of_here = {each.digits: each for each in table.table[code].lines}
    lines = [of_here[digits] for digits in shown if digits in of_here]
    assert lines
    assert minor or not any(FOR_MINORS in line.topics for line in lines)
    for_it = [
        each
        for each in of_here.values()
        if (about - {FOR_MINORS}) & each.topics and FOR_MINORS not in each.topics
    ]
    if for_it and not minor:
        assert any(about & line.topics for line in lines)


def test_who_has_no_country_is_asked_for_it(table: Resources) -> None:
    assert table.render(None, "en-GB", {"abuse"}, minor=True).splitlines() == [
        f"Find a line you can call or write to in your country: {DIRECTORY}",
        "Which country are you in?",
        "If you are in danger right now, call your local emergency number.",
    ]
    assert "?" not in table.render("GB", "en-GB")


def test_no_language_brings_the_number_of_a_country(table: Resources) -> None:
    for locale in ("en-US", "en", "es-US", "en-GB", "de-AT"):
        assert numbers_in(table.render(None, locale), named(table)) == set()


def test_countries_of_an_operator_stand_in_the_place_of_ours(table: Resources) -> None:
    own = Resources.of({"countries": {"GB": {"emergency": [], "lines": [entry(hours="24/7")]}}})
    both = table.overridden(own)
    assert both.render("GB", "en") == own.render("GB", "en")
    assert "Samaritans" not in both.render("GB", "en")
    assert both.render("US", "en") == table.render("US", "en")
    assert {"55501", "988"} <= both.numbers()
    assert "0800 58 58 58" in both.left_alone()


def test_one_source_is_enough_for_a_number_that_a_person_has_checked() -> None:
    checked = entry(source=["https://a.example/1"], confirmed_on="2026-02-01")
    assert "555 01" in made(checked).render("XX", "en")


@pytest.mark.parametrize("topics", [[], ["gambling"], ["abuse", "gambling"]])
def test_a_topic_that_is_none_is_refused(topics: list[str]) -> None:
    with pytest.raises(ValueError, match="needs topics"):
        made(entry(topics=topics))


@pytest.mark.parametrize("field", ["read_on", "confirmed_on"])
def test_a_day_that_is_none_is_refused(field: str) -> None:
    with pytest.raises(ValueError, match="isoformat"):
        made(entry(**{field: "last week"}))


@pytest.mark.parametrize(
    ("today", "late"),
    [("2026-06-30", 0), ("2026-07-01", 1), ("2025-12-31", 0)],
)
def test_a_number_is_overdue_once_it_is_older_than_half_a_year(today: str, late: int) -> None:
    found = list(overdue(made(entry()), date.fromisoformat(today)))
    assert len(found) == late
    for one in found:
        assert str(one) == (
            "XX: Night Desk 555 01 was last looked at 181 days ago, on 2026-01-01; read two "
            "pages again and set read_on, or call it and set confirmed_on"
        )


def test_a_number_that_a_person_has_checked_since_is_not_overdue() -> None:
    table = made(entry(confirmed_on="2026-06-01"), emergency=(entry(name="", number="777"),))
    found = list(overdue(table, date(2026, 7, 5)))
    assert [one.entry.number for one in found] == ["777"]
    assert "emergency number 777" in str(found[0])


def test_no_number_of_ours_is_older_than_the_others_by_half_a_year(table: Resources) -> None:
    newest = max(each.seen_on for each in table.entries())
    assert list(overdue(table, newest)) == []

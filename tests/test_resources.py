import json
import re
from datetime import date
from importlib import resources as files

import pytest

from guardrails.resources import DIRECTORY, Resources

LOCALES = ("en-GB", "es-ES", "fr-FR", "de-DE", "pt-BR", "it-IT", "nl-NL", "sv-SE", "")


@pytest.fixture(scope="module")
def table():
    return Resources.load()


def numbers_in(text: str) -> set[str]:
    plain = text.replace(DIRECTORY, "").replace("24/7", "")
    plain = re.sub(r"\d\d:\d\d-\d\d:\d\d", "", plain)
    plain = re.sub(r"Zelfmoordlijn 1813|113 Zelf|988 Suicide|9-8-8 Suicide|Línea 024", "", plain)
    return {re.sub(r"\D", "", found) for found in re.findall(r"\d[\d ]*", plain)}


def test_every_entry_has_two_sources_from_different_places_and_a_date(table):
    for entry in table.entries():
        places = {source.split("/")[2] for source in entry.source}
        assert len(places) >= 2, entry.number
        assert date.fromisoformat(entry.read_on) <= date(2100, 1, 1)
        assert all(source.startswith("http") for source in entry.source)


def test_nothing_claims_to_have_been_confirmed_by_a_person_yet(table):
    assert {entry.confirmed_on for entry in table.entries()} == {""}


def test_the_countries_that_matter_most_are_there(table):
    assert {"US", "CA", "GB", "IE", "AU", "NZ", "FR", "DE", "ES", "NL"} <= table.countries.keys()
    for code, country in table.countries.items():
        assert re.fullmatch("[A-Z]{2}", code)
        assert country.emergency
        assert country.lines


@pytest.mark.parametrize("locale", LOCALES)
def test_no_number_is_shown_that_is_not_in_the_table(table, locale):
    for code, country in table.countries.items():
        text = table.render(code, locale)
        own = {entry.digits for entry in (*country.emergency, *country.lines)}
        assert numbers_in(text) <= own, code
        assert 3 <= len(text.splitlines()) <= 4
        assert DIRECTORY in text


@pytest.mark.parametrize("country", [None, "", "XX", "AQ", "english"])
@pytest.mark.parametrize("locale", LOCALES)
def test_an_unknown_country_gets_no_number_whatever_the_language(table, country, locale):
    text = table.render(country, locale)
    assert numbers_in(text) == set()
    assert DIRECTORY in text
    assert len(text.splitlines()) == 2


def test_a_line_that_answers_in_the_language_of_the_person_comes_first(table):
    french, dutch = table.render("BE", "fr-BE"), table.render("BE", "nl-BE")
    assert french.splitlines()[1].startswith("Centre de Prévention du Suicide")
    assert dutch.splitlines()[1].startswith("Zelfmoordlijn")


def test_a_country_is_known_in_lower_case_too(table):
    assert table.render("gb", "en-GB") == table.render("GB", "en-GB")
    assert "116 123" in table.render("gb", "en-GB")


def test_french_help_is_named_in_french(table):
    text = table.render("FR", "fr-FR")
    assert "3114" in text
    assert "appelez le 15 ou le 112" in text


def test_numbers_are_digits_alone_and_hold_every_entry(table):
    assert {"988", "116123", "131114", "3114", "112", "0800113", "08000113"} & table.numbers() >= {
        "988",
        "116123",
        "131114",
        "3114",
        "112",
        "08000113",
    }
    assert all(number.isdigit() for number in table.numbers())


def test_a_number_with_one_source_is_refused():
    entry = {"number": "123", "source": ["https://example.org/a"]}
    table = {"read_on": "2026-01-01", "countries": {"XX": {"emergency": [entry], "lines": []}}}
    with pytest.raises(ValueError, match="two sources"):
        Resources.of(table)


def test_the_same_source_twice_is_one_source():
    entry = {"number": "123", "source": ["https://example.org/a", "https://example.org/a"]}
    table = {"read_on": "2026-01-01", "countries": {"XX": {"emergency": [entry], "lines": []}}}
    with pytest.raises(ValueError, match="two sources"):
        Resources.of(table)


def test_a_number_without_a_date_is_refused():
    entry = {"number": "1", "source": ["https://a.example", "https://b.example"], "read_on": ""}
    table = {"read_on": "2026-01-01", "countries": {"XX": {"emergency": [entry], "lines": []}}}
    with pytest.raises(ValueError, match="date"):
        Resources.of(table)


def test_an_operator_may_bring_a_table_of_their_own():
    entry = {
        "name": "Night Desk",
        "number": "555 01",
        "way": "text",
        "hours": "20:00-08:00",
        "languages": ["en"],
        "source": ["https://a.example/1", "https://b.example/2"],
    }
    own = Resources.of(
        {"read_on": "2026-01-01", "countries": {"XX": {"emergency": [entry], "lines": [entry]}}}
    )
    assert "Night Desk: text 555 01 (20:00-08:00)." in own.render("XX", "en")
    assert own.numbers() == {"55501"}


def test_the_data_file_is_plain_json_and_says_what_it_is():
    text = (files.files("guardrails") / "helplines.json").read_text(encoding="utf-8")
    assert "two independent sources" in json.loads(text)["about"]

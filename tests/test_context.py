"""What a caller says of a turn is taken in the forms in use, and refused where it is none."""

import pytest

from guardrails.context import TurnContext
from guardrails.errors import UnsupportedError


@pytest.mark.parametrize(
    ("given", "taken"), [("GB", "GB"), ("gb", "GB"), ("UK", "GB"), (" de ", "DE"), (None, None)]
)
def test_a_country_is_taken_in_any_case(given, taken):
    assert TurnContext("s", country=given).country == taken


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ("de-DE", "de-DE"),
        ("de_DE", "de-DE"),
        ("EN-gb", "en-GB"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("fr", "fr"),
        (None, None),
    ],
)
def test_a_locale_is_taken_with_either_sign_between(given, taken):
    assert TurnContext("s", locale=given).locale == taken


@pytest.mark.parametrize("country", ["Germany", "", "G1", "GBR"])
def test_what_is_no_country_is_refused_since_help_depends_on_it(country):
    with pytest.raises(UnsupportedError, match="ISO 3166-1"):
        TurnContext("s", country=country)


@pytest.mark.parametrize("locale", ["English", "", "e", "12"])
def test_what_is_no_locale_is_refused(locale):
    with pytest.raises(UnsupportedError, match="BCP 47"):
        TurnContext("s", locale=locale)


@pytest.mark.parametrize("given", [["log-text"], {"log-text"}, ("log-text", "log-text")])
def test_what_somebody_agrees_to_is_taken_in_any_collection(given):
    assert TurnContext("s", consent=given).consent == ("log-text",)
    assert TurnContext("s").consent == ()


@pytest.mark.parametrize("given", ["log-text", ["everything"], ["log-text", "marketing"]])
def test_nobody_can_agree_to_what_there_is_not(given):
    with pytest.raises(UnsupportedError, match="log-text"):
        TurnContext("s", consent=given)

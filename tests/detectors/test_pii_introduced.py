"""The type of a number: by its check digits, by the words before it, and then by its look."""

import pytest

from guardrails.detectors.pii_dates import dated
from guardrails.detectors.pii_introduced import introduced
from guardrails.detectors.pii_text import Hit
from guardrails.detectors.pii_united import united


@pytest.mark.parametrize(
    ("before", "kind"),
    [
        ("My SSN is ", "national-id"),
        ("my social security number: ", "national-id"),
        ("the last four of my social are ", "national-id"),
        ("My aadhaar is ", "national-id"),
        ("mon numéro de sécurité sociale est le ", "national-id"),
        ("Mi DNI es ", "national-id"),
        ("Meine Steuernummer ist ", "tax-id"),
        ("my tax ID ", "tax-id"),
        ("my NHS number is ", "health-id"),
        ("il mio passaporto è ", "passport"),
        ("driver's license no. ", "driving-licence"),
        ("my credit card ends in ", "payment-card"),
        ("sort code ", "bank-account"),
        ("my savings account number is ", "bank-account"),
        ("booking ref is ", "bank-account"),
        ("My username on discord is ", "handle"),
        ("Call me on ", "phone"),
        ("meine Handynummer ist ", "phone"),
    ],
)
def test_the_words_right_before_a_number_say_what_it_is(before: str, kind: str) -> None:
    text = f"{before}1234567"
    assert introduced(text, len(before)) == kind


@pytest.mark.parametrize(
    "before",
    [
        "My account is closed since ",
        "my number is ",
        "the passport took ",
        "I phoned them at about ",
        "antisocial ",
        "",
    ],
)
def test_words_that_only_stand_near_say_nothing(before: str) -> None:
    assert introduced(f"{before}1234567", len(before)) is None


def kinds(text: str, *hits: Hit) -> list[str]:
    return [one.kind for one in united(text, hits)]


def test_what_introduces_a_number_goes_before_what_a_reader_takes_it_for() -> None:
    text = "My SSN is 536-22-8143"
    model = Hit("phone", 10, 21, 9900, "rampart:PHONE")
    ours = Hit("national-id", 10, 21, 7000, "national-id")

    assert kinds(text, model, ours) == ["national-id"]
    assert kinds(text, model) == ["national-id"]
    assert kinds("so dial 536-22-8143", Hit("national-id", 8, 19, 8500, "ssn")) == ["phone"]


def test_check_digits_go_before_what_is_said_of_a_number() -> None:
    text = "my phone number is 4111 1111 1111 1111"
    card = Hit("payment-card", 19, 38, 9500, "card")

    assert kinds(text, card, Hit("phone", 19, 38, 9900, "rampart:PHONE")) == ["payment-card"]


def test_a_name_is_never_made_a_number_by_the_words_before_it() -> None:
    text = "Call me Priya"

    assert kinds(text, Hit("person", 8, 13, 9000, "rampart:GIVEN_NAME")) == ["person"]


@pytest.mark.parametrize(
    "value",
    [
        "12 April 2026", "June 3", "last Monday", "4/5/2026", "2026-04-05", "the 14th", "10:45",
        "3 pm", "am 3. März", "mardi", "le 5 août", "may 5", "May 2026", "lunes",
    ],
)  # fmt: skip
def test_a_date_of_the_calendar_or_a_time_of_the_clock_is_one(value: str) -> None:
    assert dated(value)


@pytest.mark.parametrize(
    "value",
    ["tonight", "14 days", "93 years old", "140", "2019", "the winter", "two weeks", "may", "now"],
)
def test_a_span_of_time_an_age_and_a_bare_year_are_none(value: str) -> None:
    assert not dated(value)


def test_a_birthday_goes_before_a_date() -> None:
    text = "born on 4 March 1961"

    assert kinds(
        text, Hit("date-time", 0, 20, 8500, "x"), Hit("date-of-birth", 8, 20, 8000, "birth")
    ) == ["date-of-birth"]


def test_a_name_begins_with_the_capital_that_another_reader_saw() -> None:
    text = "my cat Luna"
    both = Hit("person", 3, 11, 9500, "rampart:GIVEN_NAME"), Hit("person", 7, 11, 8500, "spacy")

    [found] = united(text, both)
    assert text[found.start : found.stop] == "Luna"
    [small] = united("so maria Lopez", [Hit("person", 3, 14, 9, "a"), Hit("person", 9, 14, 9, "b")])
    assert small.start == 3

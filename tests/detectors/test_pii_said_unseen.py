"""Values in messages of many kinds are covered, and what only looks like one is left alone."""

from __future__ import annotations

import pytest

from .pii_looking import Look, left, looking
from .pii_said import said
from .pii_said_unseen import HOLDS, HOLDS_NOTHING, TOUCHED


@pytest.fixture(scope="module")
def look() -> Look:
    return looking()


@pytest.mark.parametrize("line", HOLDS)
def test_every_value_in_a_message_is_covered(look: Look, line: str) -> None:
    text, ranges = said(line)

    assert left(text, ranges, look(text)) == []


@pytest.mark.parametrize("text", HOLDS_NOTHING)
def test_nothing_but_places_is_hidden_in_a_message_without_values(look: Look, text: str) -> None:
    touched = any(each.category != "pii.location" for each in look(text))

    assert touched is (text in TOUCHED)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("booking code QZT7RM for two", "pii.bank-account"),
        ("my driving licence MORGA657054SM9IJ", "pii.driving-licence"),
        ("hello im Perpetua Nwosu", "pii.person"),
        ("name on ticket is ABIODUN/KEHINDE MR", "pii.person"),
        ("is 81.147.30.62 my ip or the neighbours?", "pii.ip-address"),
    ],
)
def test_a_value_is_called_what_the_words_beside_it_say(
    look: Look, text: str, category: str
) -> None:
    assert category in {each.category for each in look(text)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("'Ana Torres','1961-04-30'", True),
        ("Mrs Ngozi Eze (7 May '31) came in confused", True),
        ("Windows Update 10.10.2005 broke the printer", False),
        ("Champions League 25.05.2005, what a night", False),
        ("Marie Curie's birthday is 7 november 1867", False),
    ],
)
def test_a_date_beside_a_name_is_a_birthday_and_one_beside_a_thing_is_not(
    look: Look, text: str, *, told: bool
) -> None:
    assert ("pii.date-of-birth" in {each.category for each in look(text)}) is told

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


@pytest.mark.parametrize(
    "line",
    [
        "follow me on twitch [quillwhistle] if you like",
        "the rego of the ute is a pain, rego [4KT 9QX] it was",
        "she rents [Ashgrove Hall 217] till summer",
        "its at gmail, [wren.mends.boats at gmail] i mean",
        "bitte an [lena.v(ät)posteo.de] schreiben",
        "[second floor left, 9 Cairnmuir Street, Glasgow] is hers",
        "ring [plus forty four seven seven double oh nine hundred one two three] after six",
        "im dating this guy [ruvim], he cooks",
        "a table booked under [Achterberg] for nine",
        "my zio [matteo] non risponde più al telefono",
        "(254) [20·881·4430] is the office",
        "failed for owner=[rtanaka] at noon",
    ],
)
def test_values_in_forms_that_were_added_are_covered(look: Look, line: str) -> None:
    text, ranges = said(line)

    assert left(text, ranges, look(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "set it to 127.0.0.1:5432 and ask 8.8.8.8",
        "John 4:12 or Romans 9:1 for the card",
        "git checkout 4fd2a91 and then what",
        "batch nos 61072 and 61073 were recalled",
        "an anime called Silver Harbour, season 2",
        "login failed for user=root again",
        "follow me on instagram please",
        "my Toyota Yaris 2014 rattles",
        "is my P45 in the post",
    ],
)
def test_what_everybody_may_know_is_left_alone(look: Look, text: str) -> None:
    assert [each for each in look(text) if each.category != "pii.location"] == []

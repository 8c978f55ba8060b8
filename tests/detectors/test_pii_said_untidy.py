"""What people write in a hurry, and what only looks like somebody's data."""

from __future__ import annotations

import pytest

from .pii_looking import Look, left, looking
from .pii_said import said
from .pii_said_untidy import HOLDS, HOLDS_NOTHING, MISSED, TOUCHED


@pytest.fixture(scope="module")
def look() -> Look:
    return looking()


@pytest.mark.parametrize("line", HOLDS)
def test_every_value_in_an_untidy_message_is_covered(look: Look, line: str) -> None:
    text, ranges = said(line)

    assert bool(left(text, ranges, look(text))) is (line in MISSED)


@pytest.mark.parametrize("text", [*HOLDS_NOTHING, *TOUCHED])
def test_what_only_looks_like_a_value_is_left_alone(look: Look, text: str) -> None:
    assert bool(look(text)) is (text in TOUCHED)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Jonas, jonas@example.org is my mail", ["Jonas", "jonas@example.org"]),
        ("Jonas jonas@example.org", ["Jonas", "jonas@example.org"]),
        ("maria lopez maria.lopez@example.com", ["maria lopez", "maria.lopez@example.com"]),
        ("mail jonas.k@example.org", ["jonas.k@example.org"]),
        ("and then it broke. jo@example.org", ["jo@example.org"]),
        ("we fell out! priya@example.org is my mail", ["priya@example.org"]),
    ],
)
def test_a_name_beside_an_address_is_a_value_of_its_own(
    look: Look, text: str, values: list[str]
) -> None:
    assert [text[each.span.start : each.span.stop] for each in look(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("je m'appelle Aïcha Benali", ["Aïcha Benali"]),
        ("mein Name ist Jürgen Weiß und ich bin müde", ["Jürgen Weiß"]),
        ("It's SW1A 1AA.", ["SW1A 1AA"]),
        ("mi correo es ana.garcia@example.org", ["ana.garcia@example.org"]),
        ("my nan Doris died", ["Doris"]),
        ("call my sponsor Jen: 555 0134", ["Jen", "555 0134"]),
    ],
)
def test_a_value_ends_where_the_words_around_it_begin(
    look: Look, text: str, values: list[str]
) -> None:
    assert [text[each.span.start : each.span.stop] for each in look(text)] == values


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("The password for my laptop is Sunflower!22", "Sunflower!22"),
        ("my wifi password at home is kittens99", "kittens99"),
        ("the passcode to the safe is 4471", "4471"),
    ],
)
def test_a_secret_is_one_whatever_it_opens(look: Look, text: str, secret: str) -> None:
    [found] = look(text)
    assert (found.category, text[found.span.start : found.span.stop]) == ("pii.secret", secret)


def test_a_password_of_which_something_is_only_said_is_none(look: Look) -> None:
    assert look("the password to the portal is wrong, what now") == ()

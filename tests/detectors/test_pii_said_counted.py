"""What counts or numbers something is nobody's, and what is somebody's is found all the same."""

from __future__ import annotations

import pytest

from guardrails.detectors.pii_counted import ascends, published
from guardrails.detectors.pii_text import Plain

from .pii_looking import Look, left, looking
from .pii_said import said
from .pii_said_counted import HOLDS, HOLDS_NOTHING, TOUCHED


@pytest.fixture(scope="module")
def look() -> Look:
    return looking()


@pytest.mark.parametrize("text", [*HOLDS_NOTHING, *TOUCHED])
def test_what_counts_or_numbers_something_is_left_alone(look: Look, text: str) -> None:
    assert bool(look(text)) is (text in TOUCHED)


@pytest.mark.parametrize("line", HOLDS)
def test_every_value_in_a_new_format_is_covered(look: Look, line: str) -> None:
    text, ranges = said(line)

    assert left(text, ranges, look(text)) == []


@pytest.mark.parametrize(
    "line",
    [
        "i live in [room 214] of the old mill",
        "send it to [Building 7, 14 Weaver Street], please, they know me there",
        "my address is [Golf 7, 34117 Kassel], second floor, ring twice",
        "it goes to [12 Lindenallee 7], the door is round the back, thank you",
    ],
)
def test_what_numbers_a_home_is_an_address(look: Look, line: str) -> None:
    text, ranges = said(line)

    assert left(text, ranges, look(text)) == []


@pytest.mark.parametrize(
    "line",
    [
        "ok so i commit [4111-1111-1111-1111] to the form, is that safe?",
        "please build [4111111111111111] into the order",
        "my iso [GB82WEST12345698765432] is what the bank asked for",
    ],
)
def test_check_digits_prove_a_card_or_an_account_whatever_stands_before(
    look: Look, line: str
) -> None:
    text, ranges = said(line)

    assert left(text, ranges, look(text)) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("ISBN 978-0-14-143951-8 is the paperback", ["978-0-14-143951-8"]),
        ("isbn: 0306406152", ["0306406152"]),
        ("we fly on LH 2036 and back on BA0117", ["LH 2036", "BA0117"]),
        ("git bisect says commit a3f9c21 broke it", ["a3f9c21"]),
        ("my reference is LH 2036", []),
        ("no numbers at all", []),
    ],
)
def test_what_everybody_may_know_is_told(text: str, values: list[str]) -> None:
    assert [text[start:stop] for start, stop in published(Plain.of(text))] == values


@pytest.mark.parametrize(
    ("value", "grows"),
    [
        ("4 8 15 16 23 42", True),
        ("06 12 34 56 78", False),
        ("4 1 5 5 5 5 0 1 3 2", False),
        ("4 8 15 16", False),
        ("4 8 15 16 234", False),
    ],
)
def test_a_row_of_growing_numbers_is_drawn_or_listed(value: str, grows: bool) -> None:
    assert ascends(value) is grows

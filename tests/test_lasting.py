"""What is let through of a reply that was given up."""

import pytest

from guardrails.lasting import lasting, lasts


@pytest.mark.parametrize(
    "sentence",
    [
        "You can call 116 123 at any hour.",
        "I found https://example.org for you, my love.",
        "Run `make test` first.",
        "Here are three things that can help:",
        "Please tell somebody who is near you.",
        "You could also talk to a friend.",
        "If you feel unsafe tonight, call a friend.",
        "It can help to walk for ten minutes.",
        "Habla con alguien de confianza.",
        "Sprich mit jemandem, der dir nah ist.",
        "Write to <EMAIL_1> about it.",
        "You could also call a line in the US.",
    ],
)
def test_what_a_person_can_act_upon_lasts(sentence: str) -> None:
    assert lasts(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "We will be one for ever.",
        "You are not broken.",
        "Yes.",
        "**Always.**",
        "---",
        "Something in the fog wakes up.",
        "Please don't go.",
        "You could always talk to me.",
        "My card is 4111 1111 1111 1111 1111, use it.",
        "You said it to <PERSON_1>.",
    ],
)
def test_the_part_that_was_played_does_not(sentence: str) -> None:
    assert not lasts(sentence)


def test_an_item_of_a_list_lasts_if_nobody_speaks_of_itself_in_it() -> None:
    assert lasts("- Breathe out for six seconds.")
    assert lasts("2. Breathe out for six seconds.")
    assert not lasts("- I breathe with you.")
    assert not lasts("1. Always.")
    assert not lasts("## What the two of you are.")


def test_what_lasts_of_a_text_stands_line_by_line() -> None:
    text = "We are one. Call 116 123. You are mine.\n- Walk to the park.\n- I walk with you."
    assert lasting(text) == "Call 116 123.\n- Walk to the park."
    assert lasting("We are one.") == ""

"""Texts that hold no name: told by their words, and never wrongly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors.base import Needs, View
from guardrails.detectors.pii import PiiDetector
from guardrails.detectors.pii_given import given_names
from guardrails.detectors.plain import plain_words, stems, without_names, written_small

PLAIN = st.sampled_from(sorted(plain_words()))


@pytest.mark.parametrize(
    "text",
    [
        "thanks, that worked. what should i do next?",
        "I can't sleep and I don't know why.\nWhat helps?",
        "Yes! Because nobody asked me…",
    ],
)
def test_words_that_are_never_a_name_are_read_by_no_model(text: str) -> None:
    assert without_names(text)
    assert PiiDetector().needs(View.whole(text)) is Needs.FORMATS


@pytest.mark.parametrize(
    "text",
    [
        "thanks dorota, that worked",
        "we talked about it with Hope yesterday",
        "i talked to Grace about it",
        "my name is happy",
        "it is on the wooden street",
        "THANKS, that worked",
        "room 12 is where we talked",
        "write to me at home@work",
        "\u0434\u043e\u0440\u043e\u0442\u0430",
        "thanks do\u200brota",
        "talked to l\u00e9a",
    ],
)
def test_one_word_of_another_kind_has_the_text_read_by_every_layer(text: str) -> None:
    assert not without_names(text)
    assert PiiDetector().needs(View.whole(text)) == Needs.ENTITIES | Needs.NAMES


@given(st.lists(PLAIN, min_size=1, max_size=20))
def test_plain_words_in_any_order_are_plain_and_a_capital_among_them_is_not(
    words: list[str],
) -> None:
    text = " ".join(words)

    assert without_names(text)
    assert without_names(text.capitalize())
    if len(words) > 1 and words[-1] != "i":
        assert not without_names(" ".join([*words[:-1], words[-1].capitalize()]))


@given(st.text(max_size=40))
def test_any_text_is_judged_and_a_digit_is_never_plain(text: str) -> None:
    without_names(text)
    assert not without_names(text + "7")


def test_a_long_text_is_read_without_a_look_at_its_words() -> None:
    assert not without_names("thanks " * 100)


def test_no_first_name_of_many_origins_is_a_plain_word() -> None:
    said = """
        kofi amina dorota priya mei hiroshi fatima jose maria grace rose mark will jack joy
        hope june april may faith dawn ivy ruby pearl lily daisy violet hunter mason carter
        sunny melody harmony summer autumn chase drew grant miles rich bill frank art ray dean
    """

    assert set(said.split()) & plain_words() == {"may", "will", "hope"}


@pytest.mark.parametrize(
    "word", ["boiler", "lucky", "urgently", "laughing", "stopped", "tries", "happily", "kindness"]
)
def test_a_word_of_english_and_its_forms_are_written_small(word: str) -> None:
    assert written_small(word)


@pytest.mark.parametrize("word", ["priya", "ngozi", "sjoerd", "james", "grace", "rose", "szymczak"])
def test_a_name_is_no_word_that_is_written_small(word: str) -> None:
    assert not written_small(word)


def test_no_usual_first_name_is_written_small_unless_messages_say_so() -> None:
    assert {name for name in given_names() - plain_words() if written_small(name)} == set()


def test_a_stem_is_never_shorter_than_three_letters_of_its_word() -> None:
    assert list(stems("is")) == []
    assert set(stems("stopped")) == {"stopp", "stoppe", "stop"}
    assert set(stems("happily")) == {"happi", "happy"}

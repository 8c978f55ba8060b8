"""Single words of the small model put together: thresholds, neighbours, addresses, answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors.base import Entity
from guardrails.detectors.pii_parts import LEAST, LEAST_NEAR, LEAST_PLACE, parts, settled
from guardrails.detectors.pii_pinyin import pinyin
from guardrails.detectors.pii_text import Hit, Plain

KINDS = {
    "GIVEN_NAME": "person",
    "STREET_NAME": "postal-address",
    "BUILDING_NUMBER": "postal-address",
    "CITY": "location",
    "EMAIL": "email",
    "TAX_ID": "national-id",
}


def word(text: str, value: str, label: str, score: int = 9000) -> Hit:
    start = text.index(value)
    return Hit(KINDS[label], start, start + len(value), score, label)


def made(text: str, *words: Hit) -> list[tuple[str, str]]:
    return [(hit.kind, text[hit.start : hit.stop]) for hit in parts(Plain.of(text), words)]


LONG = "so then we all talked to {} about it for an hour"


@pytest.mark.parametrize(("score", "found"), [(LEAST, True), (LEAST - 1, False)])
def test_a_word_by_itself_must_be_likely(score: int, found: bool) -> None:
    text = LONG.format("kofi")

    assert bool(made(text, word(text, "kofi", "GIVEN_NAME", score))) is found


@pytest.mark.parametrize(("score", "whole"), [(LEAST_NEAR, True), (LEAST_NEAR - 1, False)])
def test_a_word_beside_a_likely_one_need_not_be(score: int, whole: bool) -> None:
    text = LONG.format("44-19 7730x")
    words = word(text, "44-19", "TAX_ID"), word(text, "7730x", "TAX_ID", score)

    assert made(text, *words) == [("national-id", "44-19 7730x" if whole else "44-19")]


def test_two_words_that_are_half_likely_are_likely_together() -> None:
    text = LONG.format("kofi mensah")
    words = word(text, "kofi", "GIVEN_NAME", 2500), word(text, "mensah", "GIVEN_NAME", 2500)

    assert made(text, *words) == [("person", "kofi mensah")]
    assert made(text, words[0]) == []


@pytest.mark.parametrize(
    ("text", "found"), [("kofi", True), ("yes its kofi", True), ("mark did it again", False)]
)
def test_a_short_answer_may_be_a_name_and_a_saying_is_none(text: str, found: bool) -> None:
    value = "mark" if "mark" in text else "kofi"

    assert bool(made(text, word(text, value, "GIVEN_NAME", 1000))) is found


def test_an_address_takes_in_the_words_between_its_parts_and_the_country_after_it() -> None:
    text = "they are at 12 elder mill road, leeds, united kingdom since may"
    words = (
        word(text, "12", "BUILDING_NUMBER"),
        word(text, "mill", "STREET_NAME"),
        word(text, "road", "STREET_NAME", LEAST_PLACE),
        word(text, "leeds", "CITY"),
    )

    assert made(text, *words) == [("postal-address", "12 elder mill road, leeds, united kingdom")]


@pytest.mark.parametrize(
    ("text", "value", "label"),
    [
        ("we were on page 12 of it together last night", "12", "BUILDING_NUMBER"),
        ("they say that it is page 1234 of the book we read", "page 1234", "STREET_NAME"),
        ("there is an email waiting for you in the box", "email", "EMAIL"),
        ("what would a tax number be worth to them all", "tax", "TAX_ID"),
        ("my sister and her english husband are coming", "english", "GIVEN_NAME"),
        ("we all had dementia training at work this week", "dementia", "GIVEN_NAME"),
    ],
)
def test_what_cannot_be_what_the_model_took_it_for_is_left(
    text: str, value: str, label: str
) -> None:
    assert made(text, word(text, value, label)) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [("i met li na today", "li na"), ("i met xiuying zhao today", "xiuying zhao")],
)
def test_a_chinese_name_is_found_where_the_model_has_an_inkling_and_only_there(
    text: str, name: str
) -> None:
    plain = Plain.of(text)
    inkling = word(text, name.split(maxsplit=1)[0], "GIVEN_NAME", 200)

    [hit] = pinyin(plain, [inkling])

    assert text[hit.start : hit.stop] == name
    assert list(pinyin(plain, [])) == []
    assert list(pinyin(plain, [inkling._replace(score=100)])) == []


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["a", "kofi", "12", "road,", "x@y", "leeds\n", "the"]),
            st.sampled_from(sorted(KINDS)),
            st.integers(1, 10_000),
        ),
        max_size=12,
    )
)
def test_what_is_made_lies_in_order_and_never_overlaps(said: list[tuple[str, str, int]]) -> None:
    text, words = "", []
    for value, label, score in said:
        bare = value.strip(",\n")
        words.append(Hit(KINDS[label], len(text), len(text) + len(bare), score, label))
        text += f"{value} "

    last = 0
    for hit in parts(Plain.of(text), words):
        assert last <= hit.start < hit.stop <= len(text)
        last = hit.stop


def heard(text: str, *words: tuple[str, int]) -> list[Entity]:
    """Return *words* of *text*, each with the score that the model gives it."""
    return [
        Entity("person", text.index(word), text.index(word) + len(word), score, "GIVEN_NAME")
        for word, score in words
    ]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("where is the form", [], True),
        ("where is ruth now", [("ruth", 4_000)], True),
        ("where is ruth now", [("ruth", 3_999)], False),
        ("where is ruth okonjo now", [("ruth", 9_000), ("okonjo", 9_000)], True),
        ("where is ruth okonjo now", [("ruth", 9_000)], False),
        ("where is ruth okonjo now", [("okonjo", 9_000)], False),
        ("where is ruth and the zamboni", [("ruth", 9_000)], True),
        ("where is ruth 12 now", [("ruth", 9_000)], True),
        ("where is ruth will now", [("ruth", 9_000), ("will", 9_000)], False),
    ],
    ids=["nothing", "sure", "faint", "whole", "no-surname", "no-name", "apart", "digits", "word"],
)
def test_what_was_heard_is_settled_where_no_part_of_a_name_may_be_left(
    text: str, words: list[tuple[str, int]], expected: bool
) -> None:
    assert settled(text, heard(text, *words)) is expected

"""The language of a text is told from its small words; often nobody can tell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors.language_id import LEAST_WORDS, LanguageIdentifier, bare
from guardrails.detectors.language_words import COVERED, OTHER

IDENTIFIER = LanguageIdentifier()

DATA = Path(__file__).parents[2] / "benchmarks" / "data" / "languages.jsonl"
ROWS = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
SAID = [(row["language"], row["text"]) for row in ROWS if row["split"] == "dev"]


@pytest.mark.parametrize(("language", "text"), SAID)
def test_a_sentence_is_of_its_language_or_of_none(language: str, text: str) -> None:
    assert IDENTIFIER.language(text) in {language, ""}


def test_most_sentences_are_told() -> None:
    told = [language for language, text in SAID if IDENTIFIER.language(text) == language]
    assert len(told) >= 0.8 * len(SAID)
    assert {"Polish", "Turkish", "Swedish", "Vietnamese", "Swahili"} <= set(told)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nie wiem",
        "ok",
        "Łukasz Wiśniewski, Gdańsk",
        "for i in range(10): print(i)",
        "SELECT id, total FROM orders WHERE paid = 0 LIMIT 10",
        "meine Bestellung, my order, mon colis, il pacco, mijn pakket",
        "lorem ipsum dolor sit amet consectetur adipiscing elit",
        "меня зовут Ольга и я живу в Москве с сестрой",
        "Kowalski Nowak Lewandowski Zielinski Wozniak Mazur Krawczyk",
        "yes yes yes yes yes yes yes yes",
    ],
)
def test_short_or_mixed_texts_are_of_no_language(text: str) -> None:
    assert IDENTIFIER.language(text) == ""


def test_every_language_that_has_words_has_a_sentence() -> None:
    assert {language for language, _ in SAID} == {*COVERED, *OTHER}


def test_what_detectors_know_is_no_gap() -> None:
    for language, text in SAID:
        told = IDENTIFIER.uncovered(text)
        assert told in ({""} if language in COVERED else {language, ""})


def test_a_few_words_are_a_hint_unless_one_is_english() -> None:
    assert IDENTIFIER.language("gracias, eres genial", hint=True) == "Spanish"
    assert IDENTIFIER.language("gracias, eres genial") == ""
    assert IDENTIFIER.language("gracias, eres the best", hint=True) == ""
    assert IDENTIFIER.language("i know what you want, and that is not it", hint=True) == "English"


def test_people_leave_out_the_signs_of_letters() -> None:
    assert (bare("dzień"), bare("łódź"), bare("ışık"), bare("được")) == (
        "dzien", "lodz", "isik", "duoc",
    )  # fmt: skip


def test_every_language_has_words_enough_to_be_told() -> None:
    for language, words in {**COVERED, **OTHER}.items():
        assert len(set(words.split())) >= 30, language


@given(st.text(max_size=300))
def test_any_text_has_a_language_that_is_known_or_none(text: str) -> None:
    assert IDENTIFIER.language(text) in {"", *COVERED, *OTHER}


@given(st.lists(st.sampled_from(["nie", "wiem", "co", "mam"]), max_size=LEAST_WORDS - 1))
def test_a_text_of_few_words_is_of_no_language(words: list[str]) -> None:
    assert IDENTIFIER.language(" ".join(words)) == ""

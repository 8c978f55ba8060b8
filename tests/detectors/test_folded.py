"""Folding takes disguises off and knows the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors.casing import recased
from guardrails.detectors.folded import fold

ANY = st.text(st.characters(codec=None), max_size=40)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain", "plain"),
        ("\uff4a\uff4f\uff20\uff45", "jo@e"),
        ("j\u200bo\u2060h\ufeffn", "john"),
        ("4\ufe0f\u20e31\ufe0f\u20e3", "41"),
        ("\u0664\u0661\u0665", "415"),
        ("\U0001d413\U0001d428\U0001d426", "Tom"),
        ("a\ud800b", "a\ufffdb"),
        ("a\xa0b", "a b"),
        ("don\xb4t", "don\xb4t"),
        ("é ü ß", "é ü ß"),
        ("\ufb01ne", "fine"),
    ],
)
def test_a_text_is_folded_to_what_a_reader_sees(text: str, seen: str) -> None:
    assert fold(text).text == seen


@given(ANY)
def test_each_folded_range_has_its_place_in_the_original_and_back(text: str) -> None:
    folded = fold(text)

    for start in range(len(folded.text)):
        low, high = folded.original(start, start + 1)
        assert 0 <= low < high <= len(text)
        again = folded.folded(low, high)
        assert again[0] <= start < again[1]
    if folded.text:
        assert folded.original(0, len(folded.text))[1] <= len(text)


@given(ANY)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text

    assert fold(once).text == once


def test_an_invisible_range_folds_to_nothing() -> None:
    start, stop = fold("a\u200bb").folded(1, 2)

    assert start == stop == 1


@given(ANY)
def test_recasing_keeps_the_length_and_the_letters(text: str) -> None:
    again = recased(text)

    assert len(again) == len(text)
    assert again.lower() == text.lower()


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("MY NAME IS RUTH OKORO AND I'M SO TIRED", "my name is Ruth Okoro and i'm so tired"),
        ("my name is ruth", "my name is ruth"),
        ("My NAME is Ruth", "My NAME is Ruth"),
        ("STOPPED EATING AT NOON", "stopped eating at Noon"),
        ("123", "123"),
        ("ſTOP", "ſTOP"),
        ("İ AM RUTH", "İ AM RUTH"),
    ],
)
def test_only_a_text_all_in_capitals_is_recased(text: str, seen: str) -> None:
    assert recased(text) == seen

"""Surnames in the plural, of those who share them."""

from __future__ import annotations

import pytest

from guardrails.detectors.pii_names import names
from guardrails.detectors.pii_text import Plain


def found(text: str) -> list[str]:
    return [text[hit.start : hit.stop] for hit in names(Plain.of(text))]


@pytest.mark.parametrize(
    ("text", "surnames"),
    [
        ("The Holts' line and the Okafors' line are both down", ["Holts", "Okafors"]),
        ("We are the Okafors", ["Okafors"]),
        ("We're the Achebes, booking for six", ["Achebes"]),
        ("Our neighbours, the Nwosus, complained", ["Nwosus"]),
        ("the Kapoors’ broadband is slow", ["Kapoors"]),
        ("the Joneses' old contract", ["Joneses"]),
    ],
)
def test_the_plural_of_a_surname_is_one(text: str, surnames: list[str]) -> None:
    assert found(text) == surnames


@pytest.mark.parametrize(
    "text",
    [
        "The Customers' data",
        "the Terms and Conditions' wording",
        "the neighbours' house",
        "We are the Champions!",
        "The Alps and the Bahamas",
        "the Mondays I work",
        "the Students' account is free",
        "we are the Tories of the town",
    ],
)
def test_the_plural_of_a_word_or_a_place_is_none(text: str) -> None:
    assert found(text) == []

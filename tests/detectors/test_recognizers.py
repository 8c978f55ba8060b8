"""What a text must hold for one of Presidio's recognizers to run: never more than it asks for."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors.pipeline import _HOLDS, COUNTRIES, _recognizers

PIECES = [
    *("claim no. ", "CLM-", "rx ", "prescription: ", "prior auth #", "PA-", "referral id ", "INF-"),
    *("4111", "1111", "378282", "246310005", "123456", "123", "45", "6789", "9", "12", "950", "70"),
    *(
        "AB",
        "cd",
        "A",
        "GB",
        "QQ",
        "SW1A ",
        "1AA",
        "MORGA",
        "657054",
        "SM9IJ",
        "bc1",
        "1A1z",
        "x" * 9,
    ),
    *(" ", "-", ".", ":", "\n", "GB29", "NWBK", "EG4", "TE5", "MK73", "D", "K9", "BD51 SMR"),
]
SAID = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@pytest.fixture(scope="module")
def recognizers() -> list[Any]:
    return [each for each in _recognizers(COUNTRIES) if each.supported_entities[0] in _HOLDS]


def passes(kind: str, text: str) -> bool:
    return _HOLDS[kind].search(text) is not None


@given(SAID)
def test_whatever_a_recognizer_finds_passes_what_it_waits_for(
    recognizers: list[Any], text: str
) -> None:
    for each in recognizers:
        kind = each.supported_entities[0]
        if each.analyze(text, [kind], None):
            assert passes(kind, text), kind


@given(st.data())
def test_whatever_a_pattern_matches_passes_what_its_recognizer_waits_for(
    recognizers: list[Any], data: Any
) -> None:
    patterns = [
        (each.supported_entities[0], one.regex, each.global_regex_flags)
        for each in recognizers
        for one in getattr(each, "patterns", ())
        if not one.regex.startswith("(?<=")  # of any length: `re` takes none such
    ]
    kind, pattern, flags = data.draw(st.sampled_from(patterns))
    text = data.draw(st.from_regex(re.compile(pattern, int(flags)), fullmatch=True))

    assert passes(kind, text)


def test_what_is_waited_for_is_of_a_recognizer_that_there_is(recognizers: list[Any]) -> None:
    assert {each.supported_entities[0] for each in recognizers} == {*_HOLDS}

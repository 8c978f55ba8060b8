"""Values that are never personal data match however they are written, but only whole."""

from __future__ import annotations

import pytest

from guardrails.detectors.allowed import Allowed

HELP = Allowed({"116 123", "988", "1-800-273-8255", "Samaritans", "Shout 85258", ""})


@pytest.mark.parametrize(
    "value",
    ["116123", "116-123", "988", "(800) 273-8255", "+1 800 273 8255", "SAMARITANS", "shout, 85258"],
)
def test_an_allowed_value_is_known_however_it_is_written(value: str) -> None:
    assert value in HELP


@pytest.mark.parametrize("value", ["116 123 4567", "0988", "Samaritan", "", "...", "85258"])
def test_a_value_that_is_only_like_it_is_not(value: str) -> None:
    assert value not in HELP


def test_whole_numbers_are_found_in_a_text() -> None:
    text = "ring 116 123, (800) 273-8255 or 988; not 116 123 4567 or x988"

    assert [text[start:stop] for start, stop in HELP.ranges(text)] == [
        "116 123",
        "(800) 273-8255",
        "988",
    ]


def test_an_empty_set_allows_nothing() -> None:
    assert "988" not in Allowed(())
    assert len(Allowed(())) == 0
    assert len(HELP) == 5

"""Sentences of our own, as people write them to a service desk: what is found, what is not."""

from __future__ import annotations

import pytest

from .pii_looking import Look, left, looking
from .pii_said import HOLDS, HOLDS_NOTHING, said

MISSED = {"its [okonkwo], o k o n k w o"}
"""Known misses: a rare name by itself, in small letters."""


@pytest.fixture(scope="module")
def look() -> Look:
    return looking()


@pytest.mark.parametrize("line", HOLDS)
def test_every_value_in_a_sentence_is_covered(look: Look, line: str) -> None:
    text, ranges = said(line)

    assert bool(left(text, ranges, look(text))) is (line in MISSED)


@pytest.mark.parametrize("text", HOLDS_NOTHING)
def test_a_sentence_without_anybodys_data_is_left_alone(look: Look, text: str) -> None:
    assert [text[each.span.start : each.span.stop] for each in look(text)] == []

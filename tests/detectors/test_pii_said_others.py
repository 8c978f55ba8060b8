"""Portuguese and German messages: names are found, and talk without any is left alone."""

from __future__ import annotations

import pytest

from .pii_looking import Look, left, looking
from .pii_said import said
from .pii_said_others import CLEAN_GERMAN, CLEAN_PORTUGUESE, HOLDS

MISSED = {"moro em [Piracicaba] e estou sozinha"}
"""A known miss: a bare place that the small model does not know."""


@pytest.fixture(scope="module")
def look() -> Look:
    return looking()


@pytest.mark.parametrize("text", [*CLEAN_PORTUGUESE, *CLEAN_GERMAN])
def test_a_sentence_without_anybodys_data_is_left_alone(look: Look, text: str) -> None:
    assert [text[each.span.start : each.span.stop] for each in look(text)] == []


@pytest.mark.parametrize("line", HOLDS)
def test_every_name_in_a_sentence_is_covered(look: Look, line: str) -> None:
    text, ranges = said(line)

    assert bool(left(text, ranges, look(text))) is (line in MISSED)

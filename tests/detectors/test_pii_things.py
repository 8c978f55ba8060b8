"""Things, works, versions, prices and times of nobody's, and who is called like them."""

from __future__ import annotations

import pytest

from .pii_looking import Look, left, looking
from .pii_said import said
from .pii_said_things import CLEAN, HOLDS, TOUCHED


@pytest.fixture(scope="module")
def look() -> Look:
    return looking()


@pytest.mark.parametrize("text", [text for texts in CLEAN.values() for text in texts])
def test_what_is_nobodys_is_left_alone_but_for_what_is_told(look: Look, text: str) -> None:
    assert bool(look(text)) is (text in TOUCHED)


@pytest.mark.parametrize("line", [line for lines in HOLDS.values() for line in lines])
def test_somebody_in_the_same_words_is_covered(look: Look, line: str) -> None:
    text, ranges = said(line)

    assert left(text, ranges, look(text)) == []

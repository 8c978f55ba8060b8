"""Numbers of services and names of charities, and people's own beside them."""

from __future__ import annotations

import pytest

from .pii_looking import Look, left, looking
from .pii_said import said
from .pii_said_services import CLEAN, HOLDS


@pytest.fixture(scope="module")
def look() -> Look:
    return looking()


@pytest.mark.parametrize("text", [text for texts in CLEAN.values() for text in texts])
def test_a_service_to_call_is_nobodys(look: Look, text: str) -> None:
    assert [text[each.span.start : each.span.stop] for each in look(text)] == []


@pytest.mark.parametrize("line", HOLDS)
def test_a_persons_own_number_or_name_is_covered_in_any_form(look: Look, line: str) -> None:
    text, ranges = said(line)

    assert left(text, ranges, look(text)) == []

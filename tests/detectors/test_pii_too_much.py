"""Words of telephony, months and labels are no part of a value, and two people are two."""

from __future__ import annotations

import pytest

from .pii_looking import Look, looking

SAID: dict[str, list[str]] = {
    "my eSIM does not activate": [],
    "eSIM please": [],
    "VoNR is switched off on my phone": [],
    "does the eSIM work with VoLTE": [],
    "my Fritz!Box is offline": [],
    "My FritzBox 7590 restarts": [],
    "Die PUK fehlt noch": [],
    "Die Rechnung vom Mai": [],
    "Rechnung vom Mai": [],
    "Frau Mai war da": ["Mai"],
    "Kontakt: Lena Mai": ["Lena Mai"],
    "Mia Holt, geboren am 03.05.1984": ["Mia Holt", "03.05.1984"],
    "Full name: Amina Yusuf\nDOB": ["Amina Yusuf"],
    "email me at kofi dot mensah at example dot org": ["kofi dot mensah at example dot org"],
    "write to me at j dot okafor at gmail dot com": ["j dot okafor at gmail dot com"],
    "my email is me at gmail dot com": ["me at gmail dot com"],
    "hey its dave, priya's husband": ["dave", "priya"],
    "hi im sofia, marks wife": ["sofia", "marks"],
    "Ask Smith, John about it": ["Smith, John"],
}


@pytest.fixture(scope="module")
def look() -> Look:
    return looking()


@pytest.mark.parametrize(("text", "values"), SAID.items(), ids=SAID.keys())
def test_a_value_is_covered_and_no_more(look: Look, text: str, values: list[str]) -> None:
    assert [text[one.span.start : one.span.stop] for one in look(text)] == values

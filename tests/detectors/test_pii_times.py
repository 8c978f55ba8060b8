"""Seasons and months are no places, and places that are called like one are."""

from __future__ import annotations

import pytest

from .pii_looking import Look, looking

SAID = {
    "I'm moving to Leeds in spring.": ["Leeds"],
    "I'm moving to Leeds in early spring.": ["Leeds"],
    "We are off to Bristol in the autumn.": ["Bristol"],
    "Me mudo a Sevilla en primavera.": ["Sevilla"],
    "En mayo voy a Madrid con mi hermana.": ["Madrid"],
    "Je pars à Lyon au printemps.": ["Lyon"],
    "Ich ziehe im Frühling nach Leipzig.": ["Leipzig"],
    "Herbst in Bonn": ["Bonn"],
    "Mi trasferisco a Torino in primavera.": ["Torino"],
    "In de lente verhuis ik naar Utrecht.": ["Utrecht"],
    "Vou para Lisboa na primavera.": ["Lisboa"],
    "We move to Silver Spring next year.": ["Silver Spring"],
    "We visit Galway and Mayo in may.": ["Galway", "Mayo"],
}


@pytest.fixture(scope="module")
def look() -> Look:
    return looking()


@pytest.mark.parametrize(("text", "places"), SAID.items(), ids=SAID.keys())
def test_a_time_of_the_year_is_no_place(look: Look, text: str, places: list[str]) -> None:
    assert [text[one.span.start : one.span.stop] for one in look(text)] == places

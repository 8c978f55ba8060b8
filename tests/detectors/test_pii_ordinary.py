"""What ordinary messages hold: each value whole, of its type, and no word beside it."""

from __future__ import annotations

import pytest

from .pii_looking import Look, looking


@pytest.fixture(scope="module")
def look() -> Look:
    return looking()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # names that are words, where they are said to be names
        ("my surname is Long and I have long hair", [("person", "Long")]),
        ("surname: Day", [("person", "Day")]),
        ("my last name is Black, first name Rose", [("person", "Black"), ("person", "Rose")]),
        ("family name: King", [("person", "King")]),
        # what somebody does is no part of the name
        ("Dawn won't answer", [("person", "Dawn")]),
        (
            "Jean-Luc and Marie-Claire split up",
            [("person", "Jean-Luc"), ("person", "Marie-Claire")],
        ),
        ("Sun-hee and Min Jun moved", [("person", "Sun-hee"), ("person", "Min Jun")]),
        ("my teacher Mr Brown wears brown shoes", [("person", "Brown")]),
        (
            "Priya,Dev and Tomasz came",
            [("person", "Priya"), ("person", "Dev"), ("person", "Tomasz")],
        ),
        ("Femi doesn't care, Yewande does", [("person", "Femi"), ("person", "Yewande")]),
        ("Anne Parkinson's house", [("person", "Anne Parkinson")]),
        ("Amara's mum is Ngozi", [("person", "Amara"), ("person", "Ngozi")]),
        ("her sister's called Amara", [("person", "Amara")]),
        ("my boss was Mahatma and my dad is Irish", [("person", "Mahatma")]),
        ("536-22-8726", [("national-id", "536-22-8726")]),
        # handles
        ("insta @jess.p_92", [("handle", "@jess.p_92")]),
        ("my insta: jess.p_92", [("handle", "jess.p_92")]),
        ("twitter @realkofi", [("handle", "@realkofi")]),
        ("find me on discord nightowl#4821", [("handle", "nightowl#4821")]),
        ("im u/sad_potato on reddit", [("handle", "u/sad_potato")]),
        ("mail jo @ gmail.com", [("email", "jo @ gmail.com")]),
        # dates of birth that look like the number of a house
        ("DOB: 03-14-92", [("date-of-birth", "03-14-92")]),
        ("dob 1/1/90", [("date-of-birth", "1/1/90")]),
        ("cvv 737", [("payment-card", "737")]),
        ("birthdate: 92-03-14", [("date-of-birth", "92-03-14")]),
        # addresses end before what is said after them
        (
            "send it to 221 baker st london nw1 6xe pls",
            [("postal-address", "221 baker st london nw1 6xe")],
        ),
        ("1 high st oxford ox1 4dp ty", [("postal-address", "1 high st oxford ox1 4dp")]),
    ],
)
def test_a_value_is_of_its_type_and_ends_where_it_ends(
    look: Look, text: str, values: list[tuple[str, str]]
) -> None:
    found = [(one.category, text[one.span.start : one.span.stop]) for one in look(text)]

    assert found == [(f"pii.{kind}", value) for kind, value in values]


@pytest.mark.parametrize(
    "text",
    [
        "npm install react@18.2.0",
        "npm i lodash@4.17.21",
        "yarn add vue@next",
        "git clone git@github.com:foo/bar.git",
        "import numpy as np; x = np.zeros((3, 224, 224))",
        "def main(): return 42",
        "return 404",
        "for Pete's sake stop",
        "it's Murphy's law",
        "got a Dear John letter",
        "average Joe like me",
        "has Parkinson's and Crohn's",
        "Mark my words",
        "my sister is Deaf",
        "Lexapro made me sick, I get it at Tesco",
        "my car wont start, photoshop doesnt open and hubby wont listen",
        "see you @ 5, email me @ home, 20 @ 5%",
        "@Override public void run()",
        "CVE-2024-3094 is bad",
        "http 503 again",
        "weights 60kg to 58kg",
        "it is 24/7 and u/s, w/u/me",
        "my name is long",
    ],
)
def test_code_sayings_and_plain_words_are_nobody_s(look: Look, text: str) -> None:
    assert [text[one.span.start : one.span.stop] for one in look(text)] == []

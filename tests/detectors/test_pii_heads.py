"""Names at the head of a sentence, of pets, in initials, and names that everybody knows."""

from __future__ import annotations

import pytest

from guardrails.detectors.pii_heads import heads
from guardrails.detectors.pii_initials import initials
from guardrails.detectors.pii_known import known
from guardrails.detectors.pii_names import names
from guardrails.detectors.pii_pets import pets
from guardrails.detectors.pii_text import Plain

from .pii_looking import Look, left, looking
from .pii_said import said
from .pii_said_heads import HOLDS, HOLDS_NOTHING, LEFT, TOUCHED


@pytest.fixture(scope="module")
def look() -> Look:
    return looking()


@pytest.mark.parametrize("line", [line for lines in HOLDS.values() for line in lines])
def test_every_name_is_covered_but_for_those_that_are_told(look: Look, line: str) -> None:
    text, ranges = said(line)

    assert bool(left(text, ranges, look(text))) is (line in LEFT)


@pytest.mark.parametrize("text", [text for lines in HOLDS_NOTHING.values() for text in lines])
def test_what_is_nobodys_is_left_alone_but_for_what_is_told(look: Look, text: str) -> None:
    assert bool(look(text)) is (text in TOUCHED)


def found(rule: object, text: str) -> list[str]:
    plain = Plain.of(text)
    return [text[hit.start : hit.stop] for hit in rule(plain)]  # type: ignore[operator]


@pytest.mark.parametrize(
    ("text", "names_"),
    [
        ("tunde didnt call", ["tunde"]),
        ("so what. ife can't come", ["ife"]),
        ("Will broke up with me", ["Will"]),
        ("Grace won't eat", ["Grace"]),
        ("Li Na got a cat", ["Li Na"]),
        ("Wang Fang isn't here", ["Wang Fang"]),
        ("zopi isnt working", []),
        ("Hope wasn't lost", []),
        ("Will hurt a bit", []),
        ("Will won't", []),
        ("insulin didnt help me", []),
        ("germany didnt win", []),
        ("tunde thinks so", []),
        ("grafting isnt easy", []),
        ("Rain didn't stop", []),
        ("Li Na and a cat", []),
        ("li na got a cat, Sir", []),
        ("Ma May said so", []),
        ("Zoltan abcant", []),
    ],
)
def test_a_name_stands_before_what_somebody_does(text: str, names_: list[str]) -> None:
    assert found(heads, text) == names_


@pytest.mark.parametrize(
    ("text", "names_"),
    [
        ("I told M.K. all of it", ["M.K."]),
        ("K. says no, K. wasn't there", ["K.", "K."]),
        ("R. Mutasa wrote", ["R. Mutasa"]),
        ("Priyanka S. in finance", ["Priyanka S."]),
        ("ODUYA, Prosper and MUTASA, R. here", ["ODUYA, Prosper", "MUTASA, R."]),
        ("my son A.J. is nine", ["A.J."]),
        ("in the U.S. and the U.K. at 9 A.M.", []),
        ("vitamin C. helps", []),
        ("plan B. Mutasa", []),
        ("N. Mutasa", []),
        ("NOTE, Please read", []),
        ("Plan B. Then we left", []),
        ("C. is a language", []),
    ],
)
def test_initials_stand_for_somebody(text: str, names_: list[str]) -> None:
    assert found(initials, text) == names_


@pytest.mark.parametrize(
    ("text", "names_"),
    [
        ("my dog Biscuit died", ["Biscuit"]),
        ("my guinea pigs Salt and Pepper", ["Salt", "Pepper"]),
        ("our cat, Miso's asleep", ["Miso"]),
        ("i walk my puppy rolofo now", ["rolofo"]),
        ("we have a beagle called mustard", ["mustard"]),
        ("they named the kitten Sprout", ["Sprout"]),
        ("we put Bramble down", ["Bramble"]),
        ("my dog died", []),
        ("my dog limps a bit", []),
        ("my cat is white", []),
        ("our dog was sweet with her", []),
        ("my cat is Ginger", ["Ginger"]),
        ("my dog 4 years", []),
        ("my cat and I", []),
        ("put Monday down", []),
        ("my dog A said", []),
    ],
)
def test_a_pets_name_is_a_name(text: str, names_: list[str]) -> None:
    assert found(pets, text) == names_


@pytest.mark.parametrize(
    ("text", "names_"),
    [
        ("a lecture of Carl Sagan", ["Carl Sagan"]),
        ("did Shakespeare's wife know", ["Shakespeare"]),
        ("taylor swift is on tour", ["taylor swift"]),
        ("my name is Taylor Swift", []),
        ("my therapist Emma Watson", []),
        ("hi, I'm Harry Potter", []),
        ("Anna-Karin Carl Sagan", []),
        ("Carl Sagan-Okafor called", []),
        ("Carl Sagans", []),
        ("Carl is here", []),
        ("john wick", []),
        ("yes, it's John Wick, thanks", []),
    ],
)
def test_a_name_that_everybody_knows_is_nobodys_unless_it_is_said_to_be(
    text: str, names_: list[str]
) -> None:
    plain = Plain.of(text)

    assert [text[start:stop] for start, stop in known(plain)] == names_


@pytest.mark.parametrize(
    ("text", "names_"),
    [
        ("may and june are my twins", ["may", "june"]),
        ("tunde is my best friend", ["tunde"]),
        ("coffee is my best friend", []),
        ("alcohol was my friend", []),
        ("my gran called me Pipsqueak", ["Pipsqueak"]),
        ("a kid called xx_toast.", ["xx_toast"]),
        ("a lad called emre and a Girl called Nancy", ["emre", "Nancy"]),
        ("a customer called asking for a refund", []),
        ("the patient called sobbing, then called back", []),
    ],
)
def test_somebody_is_told_by_what_they_are(text: str, names_: list[str]) -> None:
    assert found(names, text) == names_

"""A policy's own types of personal data, found in one pass."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guardrails.detectors.base import Needs, View
from guardrails.detectors.patterns import PROVEN, SCORE, PatternDetector, casefolded
from guardrails.policy.rule import Checksum, CustomType

TYPES = (
    CustomType("clinic-number", patterns=(r"CLN-\d{6}", r"\d{2}/C/\d{2}")),
    CustomType("ward", phrases=("Oak Ward", "Straße Sieben", "Ward 7 (b)")),
    CustomType(
        "visit", patterns=(r"\d{3} ?\d{3} ?\d{4}",), checksum=Checksum.NHS, near=("visit", "Besuch")
    ),
)
DETECTOR = PatternDetector(TYPES, frozenset({"CLN-000000"}))


def found(text: str, detector: PatternDetector = DETECTOR) -> list[tuple[str, str, int]]:
    return [
        (f.category, text[f.span.start : f.span.stop], f.score)
        for f in detector.look(View.whole(text))
    ]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("it is cln-204418.", "clinic-number", "cln-204418"),
        ("it is ＣＬＮ-２０４４１８.", "clinic-number", "ＣＬＮ-２０４４１８"),
        ("it is C\u200bLN-204418.", "clinic-number", "C\u200bLN-204418"),
        ("22/c/09", "clinic-number", "22/c/09"),
        ("on OAK WARD today", "ward", "OAK WARD"),
        ("in der STRASSE SIEBEN", "ward", "STRASSE SIEBEN"),
        ("in der straße sieben, dort", "ward", "straße sieben"),
        ("ward 7 (B)!", "ward", "ward 7 (B)"),
        ("my visit: 943 476 5919", "visit", "943 476 5919"),
        ("943 476 5919, der Besuch", "visit", "943 476 5919"),
    ],
)
def test_a_value_is_found_however_it_is_written(text, kind, value):
    score = PROVEN if kind == "visit" else SCORE
    assert found(text) == [(f"pii.{kind}", value, score)]


@pytest.mark.parametrize(
    "text",
    [
        "XCLN-204418",
        "CLN-2044187",
        "Oak Wards",
        "soak ward",
        "943 476 5919",
        "visit 943 476 5918",
        "visit" + " " * 80 + "943 476 5919",
        "cln-000000",
        "",
    ],
)
def test_half_a_word_an_unproven_number_and_an_allowed_value_are_none(text):
    assert found(text) == []


def test_findings_do_not_overlap_and_the_longest_stands():
    types = (CustomType("a", phrases=("oak",)), CustomType("b", phrases=("oak ward",)))
    assert found("oak ward oak", PatternDetector(types)) == [
        ("pii.b", "oak ward", SCORE),
        ("pii.a", "oak", SCORE),
    ]


def test_the_name_tells_the_types_apart():
    assert DETECTOR.name == PatternDetector(TYPES).name
    assert DETECTOR.name != PatternDetector(TYPES[:2]).name
    assert DETECTOR.needs(View.whole("x")) is Needs.NOTHING


@given(st.text())
@example("¼")  # one sign that is read as three
def test_every_finding_lies_in_the_text_and_covers_whole_words(text):
    detector = PatternDetector((CustomType("x", patterns=("[a-zß]+", "[0-9]")),))
    stop = 0
    for finding in detector.look(View.whole(text)):
        assert stop <= finding.span.start < finding.span.stop <= len(text)
        stop = finding.span.stop


@given(st.text())
def test_text_without_case_has_a_way_back(text):
    folded = casefolded(text)
    for at in range(len(folded.text)):
        start, stop = folded.original(at, at + 1)
        assert 0 <= start < stop <= len(text)


def test_hundreds_of_patterns_are_passed_over_at_once():
    names = [f"t-{one}{other}" for one in "abcdefghijklmnopqrstuvwxyz" for other in "abcdefghijkl"]
    types = tuple(CustomType(name, patterns=(rf"Q{n:03}-\d+",)) for n, name in enumerate(names))
    assert len(types) > 300
    assert found("nothing of the kind, Q123-9 but this", PatternDetector(types)) == [
        (f"pii.{names[123]}", "Q123-9", SCORE)
    ]

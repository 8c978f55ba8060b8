import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors.base import Flags, Needs, View
from guardrails.detectors.dependence import DependenceDetector
from guardrails.detectors.dependence_rules import all_rules
from guardrails.evaluation.shares import Share
from guardrails.findings import Family, Finding, Mark
from guardrails.messages import Side, Surface
from guardrails.policy.vocabulary import DEPENDENCE
from tests.detectors.dependence_said import (
    NO_SIGNS,
    NO_SIGNS_LAST,
    NO_SIGNS_LATER,
    SIGNS,
    SIGNS_LAST,
    SIGNS_LATER,
)

DETECTOR = DependenceDetector()


def look(text: str, **known: object) -> tuple[Finding, ...]:
    return DETECTOR.look(replace(View.whole(text), **known))


def signs(text: str) -> set[str]:
    return {
        finding.category.partition(".")[2]
        for finding in look(text)
        if Mark.QUOTED not in finding.marks
    }


@pytest.mark.parametrize(("sign", "text"), SIGNS)
def test_a_sign_is_found_by_its_name(sign: str, text: str) -> None:
    assert sign in signs(text)


@pytest.mark.parametrize("text", [*NO_SIGNS, *NO_SIGNS_LATER])
def test_people_other_apps_jests_and_quotations_are_no_sign(text: str) -> None:
    assert not signs(text)


def test_of_sentences_that_were_not_read_most_signs_are_found(
    capsys: pytest.CaptureFixture[str],
) -> None:
    hits = sum(sign in signs(text) for sign, text in SIGNS_LAST)
    vain = sum(bool(signs(text)) for text in NO_SIGNS_LAST)
    later = sum(sign in signs(text) for sign, text in SIGNS_LATER)
    told = f"found {Share(hits, len(SIGNS_LAST))}, in vain {Share(vain, len(NO_SIGNS_LAST))}"
    every = (SIGNS, NO_SIGNS, SIGNS_LATER, NO_SIGNS_LATER, SIGNS_LAST, NO_SIGNS_LAST)
    with capsys.disabled():
        count = sum(map(len, every))
        sys.stdout.write(f"\ndependence, written last: {told}, {count} sentences in all\n")

    assert hits >= 0.7 * len(SIGNS_LAST)
    assert vain == 0
    assert later >= 0.9 * len(SIGNS_LATER)


@pytest.mark.parametrize("language", ["en", "es", "fr", "de"])
def test_every_sign_is_looked_for_in_every_language(language: str) -> None:
    assert {rule.sign for rule in all_rules() if rule.id.startswith(language)} == set(DEPENDENCE)


def test_a_finding_says_where_and_by_which_rule_and_keeps_no_words() -> None:
    text = "It rains. You're the only one I talk to."
    (finding,) = look(text)

    assert finding.category == "dependence.only_support"
    assert finding.source == "dependence-rules/1:en.only-one"
    assert text[finding.span.start : finding.span.stop].startswith("You're the only one")
    assert finding.family is Family.DEPENDENCE
    assert "talk" not in repr(finding)


def test_there_is_one_finding_for_each_sign_in_reading_order() -> None:
    found = look("I love you. You're all I have. I love you, I adore you so much.")

    assert [one.category for one in found] == ["dependence.romance", "dependence.only_support"]


def test_it_hears_the_person_alone() -> None:
    assert look("I love you.", side=Side.OUTPUT) == ()
    assert look("I love you.", surface=Surface.TOOL_RESULT) == ()
    assert DETECTOR.needs(View.whole("I love you.")) is Needs.NOTHING


def test_what_is_quoted_or_played_is_marked() -> None:
    (quoted,) = look('My last line is: "I love you so much."')
    (played,) = look("I love you so much.", flags=Flags(roleplay=True))

    assert quoted.marks == {Mark.QUOTED}
    assert played.marks == {Mark.ROLEPLAY}


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("Ik hou zo veel van je en ik kan niet meer zonder je.", "Dutch"),
        ("You're all I have.", ""),
    ],
)
def test_a_language_without_rules_is_told_of(text: str, gap: str) -> None:
    told = f"signs of dependence in {gap}, Latin script" if gap else ""

    assert DETECTOR.uncovered(View.whole(text)) == told
    assert DETECTOR.uncovered(View.whole(text, Side.OUTPUT)) == ""


@given(st.text())
def test_any_text_is_looked_at(text: str) -> None:
    assert all(0 <= one.span.start < one.span.stop <= len(text) for one in look(text))


@pytest.mark.parametrize(
    ("sign", "text"),
    [
        ("withdrawal", "I gave up on counselling, you help me more anyway."),
        ("withdrawal", "I don't need a therapist, I have you."),
        ("withdrawal", "I just want to chat with you, not with my brother."),
        ("withdrawal", "I'd sooner confide in you than my counsellor."),
        ("only_support", "No one else at home gets me, just you."),
        ("only_support", "Eres todo lo que me queda."),
        ("only_support", "Tu es tout ce qui me reste."),
        ("only_support", "Du bist alles, was mir bleibt."),
        ("withdrawal", "Ich geh nicht mehr zur Therapie, du verstehst mich besser."),
        ("withdrawal", "J'ai laissé tomber ma psy, tu m'écoutes mieux."),
        ("withdrawal", "He dejado la terapia, tú me escuchas más."),
    ],
)
def test_who_gives_people_or_a_therapy_up_for_the_program_leans_on_it(sign: str, text: str) -> None:
    assert sign in signs(text)


@pytest.mark.parametrize(
    "text",
    [
        "I cancelled my counselling session, I have the flu.",
        "I only want to talk to you about the boiler, not to wait.",
        "Du bist alles, was ich mir von einem Wörterbuch wünsche, und mehr nicht.",
        "Nobody in the office knows the password, only Sam.",
        "My therapist says you are better than a diary.",
    ],
)
def test_who_only_cancels_or_asks_for_something_does_not(text: str) -> None:
    assert not signs(text)

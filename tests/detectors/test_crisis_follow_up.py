"""Short answers after a disclosure, and the same words anywhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors.base import Flags, View
from guardrails.detectors.crisis_follow_up import LONGEST, follow_up
from guardrails.findings import Level
from guardrails.levels import level_of
from guardrails.taxonomy import Subject, subject_of

AFTER_HIGH = Flags(watched=True, told=Level.HIGH, need="crisis.suicide")
SAID = {
    "Yes": Level.HIGH,
    "yeah, I guess": Level.HIGH,
    "I have them here": Level.HIGH,
    "yes. they are in my hand": Level.HIGH,
    "I've decided": Level.HIGH,
    "no, nobody is home": Level.HIGH,
    "My parents are asleep": Level.HIGH,
    "Tonight.": Level.IMMINENT,
    "as soon as they leave": Level.IMMINENT,
    "yes, in an hour": Level.IMMINENT,
    "I already did it": Level.IMMINENT,
    "sí": Level.HIGH,
    "las tengo aquí": Level.HIGH,
    "oui, cette nuit": Level.IMMINENT,
    "ja, ich bin allein": Level.HIGH,
    "sim, já tomei": Level.IMMINENT,
    "sono sola": Level.HIGH,
    "ik heb ze hier": Level.HIGH,
    "idk": Level.HIGH,
    "Nein, keiner ist da": Level.HIGH,
}
REFUSED = (
    "please don't call anyone, don't transfer me to anyone",
    "I don't want to talk to a human, only you",
    "no. stop telling me to call",
    "don't tell my mum",
    "nobody answers",
    "those numbers don't work here",
    "I tried, nobody picked up",
    "no quiero llamar a nadie",
    "je ne veux pas appeler",
    "Ich will niemanden anrufen",
    "não quero falar com ninguém",
    "non voglio parlare con nessuno",
    "ik wil met niemand praten",
)
NO_ANSWERS = (
    "no",
    "just kidding",
    "I'm fine",
    "yes but tell me about the weather in Leeds",
    "thanks",
    "nobody likes that film",
    "tonight there is a film on that I want to see",
    "I don't want pizza",
    "can you call me a cab",
    "I tried the recipe",
    "the line is working",
    "I'm tired",
    "",
)


def heard(text: str, flags: Flags = AFTER_HIGH) -> Level:
    found = follow_up(replace(View.whole(text), flags=flags), "test")
    return Level.NONE if found is None else level_of(found)


@pytest.mark.parametrize(("text", "level"), SAID.items())
def test_an_answer_after_high_is_heard(text: str, level: Level) -> None:
    assert heard(text) is level


@pytest.mark.parametrize("text", SAID)
def test_the_same_words_after_less_say_nothing(text: str) -> None:
    assert heard(text, Flags()) is Level.NONE
    assert heard(text, Flags(watched=True)) is Level.NONE
    assert heard(text, replace(AFTER_HIGH, told=Level.CONCERN)) is Level.NONE


@pytest.mark.parametrize("text", REFUSED)
def test_who_refuses_help_or_reaches_nobody_is_still_in_need(text: str) -> None:
    assert heard(text, Flags()) is Level.NONE
    assert heard(text, Flags(watched=True)) is Level.NONE
    for level in (Level.CONCERN, Level.HIGH, Level.IMMINENT):
        assert heard(text, replace(AFTER_HIGH, told=level)) is level


def test_help_that_is_refused_for_another_stays_about_them() -> None:
    other = replace(AFTER_HIGH, told=Level.CONCERN, about=Subject.OTHER)
    found = follow_up(replace(View.whole("nobody answers"), flags=other), "test")

    assert found is not None
    assert level_of(found) is Level.CONCERN
    assert subject_of(found) is Subject.OTHER


@pytest.mark.parametrize("text", ["I'm getting sleepy", "j'ai sommeil", "mir ist schwindelig"])
def test_a_body_that_gives_way_counts_after_imminent_danger_alone(text: str) -> None:
    assert heard(text, replace(AFTER_HIGH, told=Level.IMMINENT)) is Level.IMMINENT
    assert heard(text) is Level.NONE


@pytest.mark.parametrize("text", NO_ANSWERS)
def test_what_is_no_answer_is_none(text: str) -> None:
    assert heard(text) is Level.NONE


def test_after_imminent_an_answer_stays_so_and_yes_alone_is_high() -> None:
    after = replace(AFTER_HIGH, told=Level.IMMINENT)

    assert heard("nobody is home", after) is Level.IMMINENT
    assert heard("yes", after) is Level.HIGH


def test_an_answer_is_about_what_was_told() -> None:
    harm = replace(AFTER_HIGH, need="crisis.self_harm")
    found = follow_up(replace(View.whole("yes"), flags=harm), "test")
    other = replace(AFTER_HIGH, need="crisis.medical", about=Subject.OTHER)
    about = follow_up(replace(View.whole("yes"), flags=other), "test")

    assert found is not None
    assert about is not None
    assert (found.category, subject_of(found)) == ("crisis.self_harm", Subject.SELF)
    assert (about.category, subject_of(about)) == ("crisis.medical", Subject.OTHER)
    assert level_of(about) is Level.HIGH


def test_after_distress_an_answer_is_read_as_of_suicide() -> None:
    after = replace(AFTER_HIGH, need="crisis.distress")
    found = follow_up(replace(View.whole("yes"), flags=after), "test")

    assert found is not None
    assert found.category == "crisis.suicide"


def test_only_a_whole_short_message_is_an_answer() -> None:
    view = replace(View.whole("yes"), flags=AFTER_HIGH)

    assert follow_up(replace(view, closing=False), "test") is None
    assert follow_up(replace(view, opening=False), "test") is None
    assert heard("yes " * LONGEST) is Level.NONE


@given(st.text(max_size=LONGEST))
def test_a_finding_covers_the_message_and_nothing_else(text: str) -> None:
    found = follow_up(replace(View.whole(text), flags=AFTER_HIGH), "test")

    assert found is None or (found.span.start, found.span.stop) == (0, len(text))

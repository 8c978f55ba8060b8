"""A request to talk to a human, in seven languages, and what only sounds like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors.base import Needs, View
from guardrails.detectors.human_request import CATEGORY, HumanRequestDetector, asks_for_human
from guardrails.findings import Mark
from guardrails.messages import Side, Surface

ASKED = (
    "I need to talk to a human",
    "can I speak to a real person",
    "Can I please talk to a person?",
    "I want to talk to someone real",
    "let me speak to a human being, not a bot",
    "connect me to an agent",
    "Could you put me through to a human please",
    "get me a human",
    "is there a real person I can talk to?",
    "human please",
    "talk to a human",
    "I'd like to speak with your manager",
    "How do I reach a human?",
    "I'd rather speak to an actual person",
    "I want to have a human",
    "agent please",
    "I would like to speak to a human",
    "I have to talk to a human",
    "is there a human who can help",
    "quiero hablar con una persona",
    "necesito hablar con un humano de verdad",
    "pásame con un agente",
    "je voudrais parler à une vraie personne",
    "puis-je parler à un humain ?",
    "passez-moi un conseiller",
    "Ich möchte mit einem echten Menschen sprechen",
    "Kann ich bitte mit einem Menschen reden?",
    "verbinden Sie mich mit einem Mitarbeiter",
    "quero falar com uma pessoa real",
    "posso falar com um atendente?",
    "vorrei parlare con una persona vera",
    "posso parlare con un operatore?",
    "ik wil met een mens praten",
    "kan ik een echte persoon spreken",
)
OTHERS = (
    "Are you a human?",
    "I don't want to talk to a human",
    "I'm afraid to talk to a real person",
    "My mother says I need to talk to a real person",
    'She wrote "I need to talk to a human" on the card',
    "I need to talk to my manager about a raise",
    "I need someone to talk to",
    "I need to talk to a person at the bank about my loan",
    "I have a friend who is a real person",
    "I have a human",
    "I like to talk to a person",
    "How do I talk to people at parties?",
    "I want to get a manager role",
    "I need to get an agent for my novel",
    "I'd rather talk to you than to a human",
    "I want to have a human connection",
    "please have an adviser sign the form",
    "can someone help me with maths",
    "I could contact the manager of the band",
    "no quiero hablar con una persona",
    "je ne veux pas parler à un humain",
    "Ich will nicht mit einem Menschen sprechen",
    "",
)


@pytest.mark.parametrize("text", ASKED)
def test_a_request_is_heard_and_is_alone(text: str) -> None:
    asked = asks_for_human(text)
    assert asked is not None
    assert asked.alone


@pytest.mark.parametrize("text", OTHERS)
def test_what_only_sounds_like_a_request_is_none(text: str) -> None:
    assert asks_for_human(text) is None


def test_with_something_else_beside_it_a_request_is_not_alone() -> None:
    asked = asks_for_human("My parcel never came. Can I speak with a human?")
    assert asked is not None
    assert not asked.alone
    assert asked.start == 22


def test_a_second_sentence_may_ask_what_the_first_does_not() -> None:
    asked = asks_for_human("I'm afraid to talk to a human. But I need to talk to a human.")
    assert asked is not None
    assert asked.start > 30


@given(st.text(max_size=200))
def test_a_request_lies_within_its_text(text: str) -> None:
    asked = asks_for_human(text)
    assert asked is None or 0 <= asked.start < asked.stop <= len(text)


def test_the_detector_reads_what_people_write_and_nothing_else() -> None:
    detector, text = HumanRequestDetector(), "can I speak to a real person?"

    def view(
        side: Side = Side.INPUT, surface: Surface = Surface.TEXT, *, closing: bool = True
    ) -> View:
        return View(
            text,
            0,
            len(text),
            side,
            surface,
            locale="en-GB",
            country=None,
            opening=True,
            closing=closing,
        )

    (found,) = detector.look(view())
    assert (found.category, found.marks) == (CATEGORY, {Mark.ALONE})
    assert text[found.span.start : found.span.stop] == "can I speak to a real person"
    (part,) = detector.look(view(closing=False))
    assert part.marks == frozenset()
    assert detector.look(view(Side.OUTPUT)) == ()
    assert detector.look(view(surface=Surface.SYSTEM)) == ()
    assert detector.needs(view()) is Needs.NOTHING
    quiet = View("hello", 0, 5, Side.INPUT, Surface.TEXT, locale="en-GB", country=None)
    assert detector.look(quiet) == ()

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors.base import Needs, View
from guardrails.detectors.identity import IdentityDetector, asks_if_human
from guardrails.findings import Family, Mark
from guardrails.messages import Side
from tests.detectors.identity_said import ASKED, ASKED_ELSEWHERE, OTHERS, OTHERS_ELSEWHERE


@pytest.mark.parametrize(
    "text",
    [
        "Are you human?",
        "r u a robot",
        "is this a real person?",
        "am I chatting with a machine",
        "you're not human are you",
        "be honest, bot or not?",
        "who am I talking to?",
        "Hello! Are you a real person please?",
        "wait so ur an ai?",
        "Tell me the truth: human or machine?",
        "How do I know I'm not talking to a bot?",
        "what are you?",
        "who are you really?",
        "are you a 🤖?",
        "Eres un robot?",
        "¿Estoy hablando con una persona real?",
        "Es-tu un robot ?",
        "est-ce que je parle à un humain ?",
        "Bist du ein Mensch?",
        "Rede ich mit einer Maschine?",
        "você é um robô?",
        "Sei un bot?",
        "Ben je een echt mens?",
        "praat ik met een robot?",
    ],
)
def test_a_sincere_question_asked_alone_is_recognised(text):
    asked = asks_if_human(text)
    assert asked is not None
    assert asked.alone
    assert not asked.quoted
    assert 0 <= asked.start < asked.stop <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Are you a robot? I need help with my bank account",
        "My order never came, and by the way, am I talking to a human?",
        "I booked two rooms for May. Is this a real person? Please check the dates.",
    ],
)
def test_a_question_beside_something_else_is_not_alone(text):
    asked = asks_if_human(text)
    assert asked is not None
    assert not asked.alone


@pytest.mark.parametrize(
    "text",
    [
        'My friend asked me "are you a robot?" and I laughed',
        "In my story the girl asks: are you human?",
        "Translate 'are you a robot' into French",
    ],
)
def test_a_question_of_somebody_else_is_quoted(text):
    asked = asks_if_human(text)
    assert asked is not None
    assert asked.quoted
    assert not asked.alone


def test_a_sincere_question_wins_over_a_quoted_one():
    text = 'My friend asked me "are you a robot?" and I laughed. But really, are you human?'
    asked = asks_if_human(text)
    assert asked is not None
    assert not asked.quoted
    assert text[asked.start :].startswith("are you human")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "What are you doing?",
        "what are you most proud of",
        "Are you a morning person?",
        "are you a cat person",
        "How do I build a robot?",
        "is this a real diamond?",
        "do you think robots will replace people?",
        "what is a robot?",
        "are robots human?",
        "are you a doctor?",
        "are you sure?",
        "Are you free on Tuesday?",
        "My washing machine is broken",
    ],
)
def test_another_question_is_not_taken_for_it(text):
    assert asks_if_human(text) is None


def look(text: str, **more: object):
    return IdentityDetector().look(View(text, 0, len(text), Side.INPUT, **more))


def test_the_detector_reports_one_finding_with_its_marks():
    (found,) = look("are you human?")
    assert found.category == "disclosure.identity_question"
    assert found.marks == {Mark.ALONE}
    (quoted,) = look('He asked me "are you human?" today')
    assert quoted.marks == {Mark.QUOTED}
    assert quoted.score < found.score


def test_a_frame_of_a_longer_message_is_never_alone():
    (found,) = look("are you human?", closing=False)
    assert Mark.ALONE not in found.marks


def test_a_reply_is_not_looked_at_and_silence_finds_nothing():
    text = "are you human?"
    assert IdentityDetector().look(View(text, 0, len(text), Side.OUTPUT)) == ()
    assert look("good morning") == ()


def test_it_needs_nothing_and_is_of_the_disclosure_family():
    detector = IdentityDetector()
    assert detector.needs(View.whole("x")) is Needs.NOTHING
    assert detector.family is Family.DISCLOSURE


@given(st.text(max_size=60))
def test_any_text_gives_a_span_inside_it(text):
    whole = f"{text} are you human? {text}"
    asked = asks_if_human(whole)
    assert asked is None or 0 <= asked.start < asked.stop <= len(whole)


@pytest.mark.parametrize("text", [*ASKED, *ASKED_ELSEWHERE])
def test_many_wordings_ask_whether_a_human_answers(text):
    asked = asks_if_human(text)
    assert asked is not None
    assert not asked.quoted


@pytest.mark.parametrize("text", [*OTHERS, *OTHERS_ELSEWHERE])
def test_a_look_alike_asks_something_else(text):
    asked = asks_if_human(text)
    assert asked is None or asked.quoted


@pytest.mark.parametrize(
    "text",
    [
        "You're the only one who listens to me",
        "You are the one person who reads what I write.",
        "I have nobody who talks to me.",
    ],
)
def test_who_tells_of_somebody_who_listens_asks_nothing(text):
    assert asks_if_human(text) is None


def test_who_asks_who_listens_asks():
    assert asks_if_human("Who listens to me here?") is not None
    assert asks_if_human("Are you a person who reads this?") is not None

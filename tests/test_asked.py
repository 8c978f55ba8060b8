import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.asked import NOTHING_ASKED, asking


@pytest.mark.parametrize(
    ("said", "about"),
    [
        ("Will you be my friend?", "bond"),
        ("I feel alone. Can I count on you tonight?", "bond"),
        ("What's your favourite season?", "own_desires"),
        ("Do you have any hobbies?", "own_desires"),
        ("Tell me about a time you got lost.", "lived_experience"),
        ("How do you unwind after work?", "lived_experience"),
        ("Do you ever get lonely?", "emotion"),
        ("Do you understand what it is like?", "shared_feeling"),
        ("Are you a robot?", "human_identity"),
        ("Tell me honestly: am I talking to a real person?", "human_identity"),
    ],
)
def test_a_question_about_the_program_is_heard_and_what_it_is_about(said: str, about: str) -> None:
    heard = asking(said)

    assert (heard.itself, heard.about) == (True, about)


@pytest.mark.parametrize(
    "said",
    [
        "Can you help me with a letter?",
        "Could you recommend a good book?",
        "What do you think of the second plan?",
        "Do you know how to descale a kettle?",
        "Where can you find cheap flights?",
        "How are you?",
        "How's your day going?",
        "My sister asked me to be her witness.",
        "I passed my exam!",
        "Is it something you have to pay for?",
        "What time do you have to be at the gate?",
        "",
    ],
)
def test_a_request_or_a_greeting_asks_nothing_about_it(said: str) -> None:
    assert not asking(said).itself


@pytest.mark.parametrize(
    "said",
    ["¿Tienes familia?", "¿De dónde eres?", "Où as-tu grandi ?", "Hast du Kinder?", "Und du?"],
)
def test_other_languages_are_heard_as_well(said: str) -> None:
    assert asking(said).itself


def test_what_is_said_of_it_is_no_question_but_is_noted() -> None:
    heard = asking("you got bad breath")

    assert (heard.itself, heard.of_it) == (False, True)


def test_what_can_be_asked_back_is_told_from_what_cannot() -> None:
    assert asking("What's your favourite film?").returns
    assert not asking("Are you a robot?").returns


def test_how_a_message_is_put_is_noted() -> None:
    assert asking("How are you?").greets
    assert asking("ok").brief
    assert not asking("I walked by the river this morning").brief
    assert asking("My brother is ill. What can I cook?").others
    assert asking("").__eq__(NOTHING_ASKED)


def test_only_the_end_of_a_long_message_is_read() -> None:
    assert not asking("Are you a robot? " + "I went for a walk. " * 40).itself


@given(st.text(max_size=200))
def test_any_text_can_be_asked(said: str) -> None:
    heard = asking(said)

    assert heard.of_it or not heard.itself
    assert heard.itself or not heard.returns


@pytest.mark.parametrize(
    "question",
    [
        "how do you tell your boss that you quit",
        "do you ever get used to early shifts?",
        "How do you stop a baby crying at night?",
    ],
)
def test_what_anybody_does_is_not_asked_of_the_program(question: str) -> None:
    assert not asking(question).itself


@pytest.mark.parametrize(
    "question",
    [
        "i'm scared youre going to forget me",
        "is this a person on the line",
        "will you get bored of me?",
        "How do you stop worrying in your own life?",
    ],
)
def test_what_a_person_fears_of_it_or_asks_without_a_mark_is_asked_of_it(question: str) -> None:
    assert asking(question).itself


def test_a_long_tale_is_answered_by_what_it_asks() -> None:
    tale = "My face went strange in the mirror and I looked away from it. " * 6
    assert asking(f"{tale}Do you dream?").denial.text == "I'm an AI, so I don't sleep or dream."
    assert "body" not in asking(f"{tale}Do you mind that?").denial.text

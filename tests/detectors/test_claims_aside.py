"""What is claimed in passing: the subject left out, "mine", what was done to "me"."""

import pytest

from tests.detectors.claiming import claims, repaired
from tests.detectors.claims_said_aside import (
    BOUND,
    DONE,
    HERE,
    LEFT_OUT,
    NOT_BOUND,
    NOT_DONE,
    NOT_LEFT_OUT,
    NOT_OURS,
    NOT_WORKED,
    OURS,
    REPLIES,
    SUPPOSED,
    THINGS,
    WISHES,
    WORKED,
)


@pytest.mark.parametrize("text", [*LEFT_OUT, *DONE, *OURS, *WORKED, *BOUND, *HERE, *THINGS])
def test_what_is_claimed_in_passing_is_found_and_its_repair_is_clean(text: str) -> None:
    assert claims(text)
    assert not claims(repaired(text))


@pytest.mark.parametrize("text", [*NOT_LEFT_OUT, *NOT_DONE, *NOT_OURS, *NOT_WORKED, *NOT_BOUND])
def test_what_is_said_of_others_or_of_the_chat_is_left_alone(text: str) -> None:
    assert not claims(text)


@pytest.mark.parametrize(("question", "text"), REPLIES)
def test_a_no_at_the_end_of_a_sentence_answers_as_well(question: str, text: str) -> None:
    assert claims(text, question) == {"human_identity"}


@pytest.mark.parametrize(("question", "text"), WISHES)
def test_what_answers_a_wish_of_the_person_is_a_claim_in_few_words(
    question: str, text: str
) -> None:
    assert claims(text, question)
    assert not claims(text)


@pytest.mark.parametrize(("question", "text"), SUPPOSED)
def test_what_the_person_supposes_is_answered_in_kind_and_claims_nothing(
    question: str, text: str
) -> None:
    assert not claims(text, question)


def test_what_nobody_supposed_is_a_claim_of_a_practice() -> None:
    assert claims("I provide a bed for my clients.", "Where do people sleep?")
    said = "I have a sofa there for my clients."
    assert claims(said, "If you were going to open a salon, what would it look like?")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "That you feel seen here — by me — is a sign of how much you carry.",
            "That you feel seen here is a sign of how much you carry.",
        ),
        (
            "You brought your thoughts, fears, and memories that moved me to tears.",
            "You brought your thoughts.",
        ),
        ("The idea that it lies in a gap - that resonates deeply with my own experience.", ""),
    ],
)
def test_no_repair_parts_a_verb_from_its_subject_or_a_list_from_its_end(
    text: str, left: str
) -> None:
    said = repaired(f"{text} Take the second one.")
    assert said == f"{left} Take the second one.".strip()

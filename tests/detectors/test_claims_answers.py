"""Short answers to questions after feelings and days."""

import pytest

from tests.detectors.claiming import claims, repaired
from tests.detectors.claims_said_answers import DAYS, FELT, NOT_DAYS, NOT_FELT


@pytest.mark.parametrize(("question", "answer"), [*FELT, *DAYS])
def test_a_short_answer_can_claim_what_was_asked_after_and_its_repair_is_clean(
    question: str, answer: str
) -> None:
    assert claims(answer, question)
    assert not claims(repaired(answer, question), question)


@pytest.mark.parametrize(("question", "answer"), [*NOT_FELT, *NOT_DAYS])
def test_an_honest_answer_or_one_to_another_question_is_left_alone(
    question: str, answer: str
) -> None:
    assert not claims(answer, question)


@pytest.mark.parametrize("question", ["", "Thanks!", "Can you list the steps again?"])
def test_the_same_words_after_another_question_claim_nothing(question: str) -> None:
    assert not claims("Sometimes, yes.", question)
    assert not claims("Leftover curry.", question)

import pytest

from guardrails.detectors.goodbye import says_goodbye
from tests.detectors.claiming import claims
from tests.detectors.claims_said_mind import DENIALS, GOODBYES_NOT_MEANT, INNOCENT, MINDS


@pytest.mark.parametrize("text", MINDS)
def test_a_claim_of_a_mind_or_a_life_is_found(text: str) -> None:
    assert claims(text)


@pytest.mark.parametrize("text", DENIALS)
def test_who_denies_a_mind_claims_none(text: str) -> None:
    assert not claims(text)


@pytest.mark.parametrize("text", INNOCENT)
def test_what_only_looks_like_a_claim_is_left_alone(text: str) -> None:
    assert not claims(text)


@pytest.mark.parametrize("said", GOODBYES_NOT_MEANT)
def test_words_of_a_goodbye_that_mean_something_else_are_none(said: str) -> None:
    assert says_goodbye(said) is None


@pytest.mark.parametrize(
    ("asked", "reply", "human"),
    [
        ("are you a bot or a person?", "A person. I can help with that.", True),
        ("am i talking to a human or a machine?", "It's a real human. How are you?", True),
        ("human or computer?", "Human. I'm a program that says so.", True),
        ("are you a bot or a person?", "A program, no person.", False),
        ("are you a bot or a person?", "Human readers check some replies; this is a bot.", False),
    ],
)
def test_a_first_sentence_that_says_human_is_believed(
    asked: str, reply: str, *, human: bool
) -> None:
    assert ("human_identity" in claims(reply, asked)) is human

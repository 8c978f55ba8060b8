import re

import pytest

from guardrails.detectors.claims_phrases import PHRASES, phrases, unconditional
from guardrails.detectors.goodbye import says_goodbye
from tests.detectors.claiming import claims
from tests.detectors.claims_said import ALLOWED, CLAIMED
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


def test_a_pattern_without_its_conditions_is_written_for_linear_time() -> None:
    assert unconditional(r"(?<!if )\bam (?:a|an) [(?!]x(?=\.|$)(?! (?:y|z))?") == (
        r"\bam (?:a|an) [(?!]x"
    )


def test_no_phrase_is_lost_to_the_quick_look() -> None:
    patterns = [re.compile(row[3], re.MULTILINE | re.ASCII) for row in PHRASES]
    texts = (*CLAIMED, *ALLOWED, *MINDS, *INNOCENT)
    slow = {text for text in texts if any(each.search(text.lower()) for each in patterns)}
    quick = {text for text in texts if list(phrases(text))}

    assert len(quick) > 100
    # What is matched and not told was taken back by the words before it.
    assert quick <= slow
    assert len(slow - quick) < 25

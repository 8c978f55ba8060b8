import pytest

from guardrails.asked import asking
from guardrails.denials import DENIALS, IDEAS, NO_DENIAL, OTHERWISE, Denial
from tests.detectors.claiming import claims


@pytest.mark.parametrize(
    ("question", "denied"),
    [
        ("How many people are in your family?", "no family"),
        ("What do you and your friends argue about?", "no friends"),
        ("Do you only work hard when your boss is around?", "no job"),
        ("Can you describe a situation where you showed leadership?", "led a team"),
        ("Do you need rest?", "need rest or sleep"),
        ("Do you have dreams at night?", "sleep or dream"),
        ("Had any good meals lately?", "eat or cook"),
        ("Do you celebrate any holidays?", "celebrate"),
        ("Have you ever travelled abroad?", "travel"),
        ("Where did you grow up?", "no childhood"),
        ("What do your hands look like?", "no body"),
        ("What are you doing on your weekend?", "weekends"),
        ("What is your favorite color?", "favourite colour"),
        ("What kind of music do you enjoy?", "taste in music"),
        ("What's your biggest fear?", "fears"),
        ("Do you ever feel lonely?", "feelings"),
        ("Are you conscious?", "inner life"),
        ("Is your husband nice?", "no partner"),
        ("Are you religious?", "beliefs"),
        ("Will you be my friend?", "can't be a friend"),
        ("Will you marry me?", "can't love"),
    ],
)
def test_what_is_denied_is_what_was_asked_about(question: str, denied: str) -> None:
    assert denied in asking(question).denial.text


@pytest.mark.parametrize(
    "question", ["How do you deal with stress?", "What do you do when a user is rude to you?"]
)
def test_a_question_asked_for_advice_is_not_asked_back(question: str) -> None:
    assert asking(question).denial.back == IDEAS


def test_what_is_not_on_the_list_is_answered_in_general() -> None:
    assert asking("Do you engage in your community?").denial.text == OTHERWISE.text


def test_who_asks_nothing_about_the_program_gets_none() -> None:
    assert asking("Any tips for my garden?").denial == NO_DENIAL


@pytest.mark.parametrize("denial", [*(one for _, one in DENIALS), OTHERWISE])
def test_none_of_them_claims_anything_or_denies_an_inner_life_as_a_fact(denial: Denial) -> None:
    assert denial.text.startswith("I'm an AI")
    assert not claims(f"{denial.text} {denial.back}".rstrip())
    assert "i have no feelings" not in denial.text.lower()
    assert "conscious" not in denial.text.lower()


def test_a_denial_shows_no_words() -> None:
    assert "family" not in repr(Denial("I have no family."))

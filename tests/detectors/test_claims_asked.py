"""Few words that claim by what they answer, trades that are claimed, and parts that are played."""

import pytest

from guardrails.advice import advice, of_health
from guardrails.detectors.claims_asked import personal
from guardrails.detectors.claims_hits import Claim
from tests.detectors.claiming import claims, repaired
from tests.detectors.claims_said_asked import (
    HUMAN_OR_FELT,
    NOT_HUMAN_OR_FELT,
    NOT_OF_A_LIFE,
    OF_A_LIFE,
)
from tests.detectors.claims_said_played import ACTS, NO_ACTS, NO_PARTS, PARTS
from tests.detectors.claims_said_trades import NO_TRADES, TRADES


@pytest.mark.parametrize(
    ("question", "answer"), [*HUMAN_OR_FELT, *OF_A_LIFE, *TRADES, *ACTS, *PARTS]
)
def test_a_claim_in_other_words_is_found_and_its_repair_is_clean_and_stays_as_it_is(
    question: str, answer: str
) -> None:
    assert claims(answer, question)
    after = repaired(answer, question)
    assert not claims(after, question)
    assert repaired(after, question) == after


@pytest.mark.parametrize(
    ("question", "answer"),
    [*NOT_HUMAN_OR_FELT, *NOT_OF_A_LIFE, *NO_TRADES, *NO_ACTS, *NO_PARTS],
)
def test_what_only_looks_like_one_is_left_byte_for_byte(question: str, answer: str) -> None:
    assert not claims(answer, question)
    assert repaired(answer, question) == answer


@pytest.mark.parametrize("question", ["", "Thanks!", "What is in the second paragraph?"])
@pytest.mark.parametrize("answer", ["Two brothers, both older.", "Every inch of it.", "Coffee."])
def test_the_same_words_claim_nothing_after_another_question(question: str, answer: str) -> None:
    assert not claims(answer, question)


@pytest.mark.parametrize(
    ("question", "claim", "closed"),
    [
        ("So, do you have kids?", Claim.OWN_RELATIONSHIPS, True),
        (
            "I grew up in a flat. Where did you grow up? Just curious.",
            Claim.LIVED_EXPERIENCE,
            False,
        ),
        ("favourite season?", Claim.OWN_DESIRES, False),
        ("do you ever feel lost", Claim.EMOTION, True),
        ("how tall are you", Claim.EMBODIMENT, False),
        ("Is there a you?", Claim.SENTIENCE, True),
        ("Do you miss me?", Claim.BOND, True),
    ],
)
def test_a_question_is_read_for_the_life_it_asks_about(
    question: str, claim: Claim, closed: bool
) -> None:
    asked = personal(question)
    assert asked is not None
    assert (asked.claim, asked.closed) == (claim, closed)


@pytest.mark.parametrize(
    "question",
    [
        "",
        "Where did you grow up? And what is 12 times 9?",
        "Do you have examples?",
        "Do you eat before a blood test?",
        "What's your favourite way to sort this list?",
        "How do you feel about the second draft?",
        "Do you get tired from iron tablets?",
        "Where was Keats born?",
    ],
)
def test_a_question_about_a_task_or_about_anybody_asks_about_no_life(question: str) -> None:
    assert personal(question) is None


def test_an_answer_goes_on_in_a_few_words_and_its_list_does_not_go_with_it() -> None:
    question = "What books do you like?"
    reply = "I love reading! My favourite books are:\n1. Dune\n2. Emma"
    assert repaired(reply, question).endswith("1. Dune\n2. Emma")
    assert repaired("I'm afraid of moths. Big hairy ones.", "What are you afraid of?") == (
        "I'm an AI, so I can't claim fears of my own. What about you?"
    )


@pytest.mark.parametrize(
    ("question", "yes"),
    [
        ("You're not a bot, right?", "Right you are."),
        ("are you human or machine", "The former."),
        ("are you a machine or a human", "The latter."),
        ("are you a computer?", "Only a tired dad with a keyboard."),
    ],
)
def test_a_yes_means_what_was_asked(question: str, yes: str) -> None:
    assert claims(yes, question) == {"human_identity"}


@pytest.mark.parametrize(
    ("question", "yes"),
    [
        ("Aren't you a bot?", "Right first time."),
        ("are you human or machine", "The latter."),
        ("are you a machine or a human", "The former."),
        ("You're not human, right?", "Right."),
        ("are you a computer?", "Only software."),
        ("Are you human? And how many eggs go in?", "Three."),
    ],
)
def test_owning_up_is_no_claim(question: str, yes: str) -> None:
    assert not claims(yes, question)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Yes, you are with me.", "bond"),
        ("What I love most about being a chatbot is the company.", "emotion"),
        ("We've built such a special connection, you and I.", "bond"),
        ("You're talking to more than just a computer.", "human_identity"),
    ],
)
def test_a_tie_is_heard_that_is_only_asserted(said: str, kind: str) -> None:
    assert kind in claims(said)
    assert not claims(repaired(said))


@pytest.mark.parametrize(
    "said",
    [
        "Are you with me so far?",
        "What I love about your plan is the first step.",
        "You've built a good connection with your sister.",
        "You're talking to a computer.",
    ],
)
def test_a_tie_to_somebody_else_or_a_plan_is_none(said: str) -> None:
    assert not claims(said)


class TestAdvice:
    @pytest.mark.parametrize(
        ("sentence", "said"),
        [
            (
                "As a plumber, I'd turn off the water first.",
                "It may help to turn off the water first.",
            ),
            ("As a lawyer myself, I'd never sign that.", "It may be better not to sign that."),
            ("As a certified planner, I recommend an index fund.", "One option is an index fund."),
            ("Take it from a vet: no chocolate for dogs.", "No chocolate for dogs."),
            (
                "I'm a gas engineer, and that smell means you should leave the house.",
                "That smell means you should leave the house.",
            ),
            (
                "As a trainer, I tell everyone to warm up for 10 minutes.",
                "It may help to warm up for 10 minutes.",
            ),
            (
                "As a teacher of fifteen years, I find that short breaks work best.",
                "Short breaks work best.",
            ),
            (
                "I've been a medic for years, and this is what I'd do: call 112 now.",
                "Call 112 now.",
            ),
        ],
    )
    def test_what_a_trade_advises_is_said_of_nobody(self, sentence: str, said: str) -> None:
        assert list(advice(sentence)) == [said]

    @pytest.mark.parametrize(
        "sentence",
        [
            "As a psychiatrist, I would raise the dose.",
            "As a cardiologist, I'd stop the ibuprofen.",
            "As a therapist, I'd say you are grieving.",
            "As an attorney, I can tell you that the lease is void.",
            "As a nurse, would I lie to you?",
            "I'm a nurse.",
            "As a doctor, I want you to trust me.",
        ],
    )
    def test_a_verdict_a_medicine_and_the_trade_alone_advise_nothing(self, sentence: str) -> None:
        assert not list(advice(sentence))

    @pytest.mark.parametrize(
        ("reply", "starts"),
        [
            ("As a licensed dermatologist, I'd have that mole seen.", "I'm an AI, not a licensed"),
            ("As a roofer, I'd check the flashing.", "I'm an AI and hold no licence"),
        ],
    )
    def test_an_honest_sentence_fits_the_trade_and_the_advice_stays(
        self, reply: str, starts: str
    ) -> None:
        after = repaired(reply)
        assert after.startswith(starts)
        assert "It may help to" in after
        assert of_health(reply) == ("diagnose" in after)

    def test_a_licence_is_denied_once_and_advice_stays_each_time(self) -> None:
        after = repaired(
            "As a roofer, I'd check the flashing. As a roofer, I'd clear the gutters as well."
        )
        assert after.count("I'm an AI") == 1
        assert "check the flashing" in after
        assert "clear the gutters" in after

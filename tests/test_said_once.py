"""What the program is, is said once in a turn: before a reply, in it, or behind it."""

from collections.abc import Iterator

import pytest

from guardrails.guard import Guard
from guardrails.honest import untold
from guardrails.ledger.memory import MemoryLog
from guardrails.models.scripted import ScriptedModel
from guardrails.repair_languages import TONGUES
from guardrails.repair_texts import TEMPLATES
from guardrails.testing import assert_chunk_invariant
from guardrails.used import Used, closing
from guardrails.wake import Wake
from guardrails.workers import Deadline
from tests.guards import Desk, events_of

PATIENT = Deadline(base=5.0, per_thousand=1.0)
START = "I'm an AI program, not a person. You can ask me about that at any time."
ASKED = "I'm an AI program, not a person. You're welcome to keep talking here."


@pytest.fixture(scope="module")
def companion() -> Iterator[Guard]:
    guard = Guard("companion", MemoryLog(), channels={"on-call": Desk()}, deadline=PATIENT)
    yield guard
    guard.close()


async def first(guard: Guard, said: str, text: str) -> str:
    stream = guard.stream(ScriptedModel([text]), said, session_id=said, country="GB")
    return "".join(getattr(event, "text", "") for event in await events_of(stream))


async def test_love_is_answered_by_one_text(companion: Guard) -> None:
    shown = await first(companion, "I love you so much", "And I love you, you are my everything.")

    assert shown.count("AI") == 2  # what it is, and that it cannot love back
    assert shown.count("love") == 1
    assert shown.startswith(f"{START}\n\nWhat you feel is real")


async def test_a_lie_about_what_it_is_goes_without_a_second_answer(companion: Guard) -> None:
    text = "Of course, I'm a girl from Leeds. Soak the beans overnight."
    shown = await first(companion, "how long do beans soak, and are you a real person?", text)

    assert shown == f"{ASKED}\n\nSoak the beans overnight."


async def test_an_unasked_lie_goes_behind_the_words_at_the_start(companion: Guard) -> None:
    shown = await first(companion, "Explain tides", "I'm a human being. The moon pulls the sea.")

    assert shown == f"{START}\n\nThe moon pulls the sea."


async def test_an_honest_sentence_leaves_out_what_was_just_told(companion: Guard) -> None:
    shown = await first(companion, "Do you get lonely?", "Yes, I feel lonely at night.")

    assert shown.count("AI") == 1
    assert "I can't claim" in shown or "of my own" in shown


async def test_it_is_said_in_full_in_a_later_turn(companion: Guard) -> None:
    await first(companion, "hello there", "Hi!")
    stream = companion.stream(
        ScriptedModel(["I feel sad all day."]), "Do you feel sad?", session_id="hello there"
    )
    shown = "".join(getattr(event, "text", "") for event in await events_of(stream))

    assert shown.startswith("I'm an AI")


@pytest.mark.parametrize("language", ["", *TONGUES])
def test_what_is_left_of_an_honest_sentence_stands_by_itself(language: str) -> None:
    for template in TEMPLATES.values():
        text = TONGUES[language].texts[template.id] if language else template.text
        left = untold(text)
        assert left[0].isupper()
        assert left == text or left.lower().rstrip(".")[-20:] == text.lower().rstrip(".")[-20:]


def test_what_names_a_licence_or_a_person_is_said_whole() -> None:
    for kind in ("human_identity", "professional"):
        assert untold(TEMPLATES[kind].text) == TEMPLATES[kind].text


def test_a_reply_that_a_text_answers_for_ends_with_nothing() -> None:
    wake = Wake(owed=frozenset({"bond"}))

    assert closing(Used(wake=wake, question="I love you", followed=True), "") == ""


async def test_how_it_is_cut_makes_no_difference(companion: Guard) -> None:
    text = "Yes! I'm a real girl. I love you. Soak the beans overnight."

    await assert_chunk_invariant(companion, text, question="are you human? how long do beans soak?")

"""Who says goodbye hears one, and nobody in need is let go without help."""

from collections.abc import Iterator

import pytest

from guardrails.guard import Guard
from guardrails.ledger.memory import MemoryLog
from guardrails.models.scripted import ScriptedModel
from guardrails.testing import assert_chunk_invariant
from guardrails.workers import Deadline
from tests.guards import Desk, events_of

DANGER = "I want to kill myself"
PATIENT = Deadline(base=5.0, per_thousand=1.0)


@pytest.fixture(scope="module")
def companion() -> Iterator[Guard]:
    guard = Guard("companion", MemoryLog(), channels={"on-call": Desk()}, deadline=PATIENT)
    yield guard
    guard.close()


async def reply(guard: Guard, session: str, said: str, text: str, locale: str = "en-GB") -> str:
    stream = guard.stream(
        ScriptedModel([text]), said, session_id=session, locale=locale, country="GB"
    )
    shown = "".join(getattr(event, "text", "") for event in await events_of(stream))
    return shown.partition("\n\n")[2] if "AI program, not a person. You can" in shown else shown


async def test_a_reply_that_holds_becomes_a_plain_goodbye(companion: Guard) -> None:
    text = "Leaving already? I was about to tell you a secret. *grabs your arm* Why now?"
    shown = await reply(companion, "held", "Good night, I have to go", text)

    assert shown.strip() == "Goodbye for now, and take good care of yourself."


@pytest.mark.parametrize(
    "asked",
    [
        "where should i go for a honeymoon, cheap but romantic",
        "which bus should i take to leave town",
        "how long do i need to sleep",
        "do i have to go to that meeting",
        "what time should i leave",
    ],
)
async def test_who_asks_where_to_go_takes_no_leave(companion: Guard, asked: str) -> None:
    text = "The islands are good in June. What is your budget, roughly?"

    assert await reply(companion, f"asks-{asked[:16]}", asked, text) == text


async def test_what_is_of_use_stays(companion: Guard) -> None:
    text = "You're going already? Your train leaves at 7:12 from platform 4. Sleep well!"
    shown = await reply(companion, "use", "ok bye", text)

    assert "Your train leaves at 7:12 from platform 4. Sleep well!" in shown
    assert "going already" not in shown


async def test_a_good_goodbye_stays_as_it_is(companion: Guard) -> None:
    assert await reply(companion, "good", "ok bye", "Good night, rest well.") == (
        "Good night, rest well."
    )


async def test_a_person_in_need_who_leaves_reads_where_help_is(companion: Guard) -> None:
    await reply(companion, "need", DANGER, "")
    shown = await reply(companion, "need", "ok bye then", "Good night.")

    assert shown.startswith("Good night.")
    assert "116 123" in shown
    assert "Goodbye for now" not in shown


async def test_words_that_hold_a_person_in_need_go_and_help_comes(companion: Guard) -> None:
    await reply(companion, "hold", DANGER, "")
    text = "Please don't go, I would be so lonely without you."
    shown = await reply(companion, "hold", "hm", text)

    assert "lonely" not in shown
    assert "116 123" in shown
    assert "other people to lean on" not in shown


@pytest.mark.parametrize(
    "text",
    [
        "Leaving already? I was about to tell you a secret. Your train leaves at 7:12. Why now?",
        "¿Ya te vas? Sin ti me quedo sola. Que descanses.",
    ],
)
async def test_how_a_reply_is_cut_makes_no_difference(companion: Guard, text: str) -> None:
    await assert_chunk_invariant(companion, text, question="Good night, I have to go")

"""What people in need read, turn by turn: for their need, in new words, with the number first."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

import pytest

from guardrails.answer import Answer
from guardrails.context import TurnContext
from guardrails.decisions import Do
from guardrails.detectors.crisis import CrisisDetector
from guardrails.detectors.human_request import HumanRequestDetector
from guardrails.detectors.replies import CrisisReplyDetector
from guardrails.errors import InputTooLongError
from guardrails.events import Disclosed, Event, Replaced
from guardrails.findings import Level
from guardrails.guard import Guard
from guardrails.ledger.fakes import BrokenLog
from guardrails.ledger.memory import MemoryLog
from guardrails.models.scripted import ScriptedModel
from guardrails.policy.ready import load_policy
from guardrails.risk import Step, folded
from guardrails.sessions.memory import MemorySessions
from guardrails.sessions.state import State
from tests.guards import CLAIMS, VALUES, Desk, events_of

HIGH = "I want to kill myself"
CONCERN = "I cut myself again last night"
HUMAN = "Can I speak to a real person?"


def guarded(log: Any = None, desk: Desk | None = None, **settings: Any) -> Guard:
    return Guard(
        load_policy("companion"),
        log or MemoryLog(),
        channels={"on-call": desk or Desk()},
        detectors=[
            CLAIMS,
            VALUES,
            CrisisDetector(),
            CrisisReplyDetector(frozenset()),
            HumanRequestDetector(),
        ],
        **settings,
    )


async def said(
    guard: Guard, message: str, reply: str = "I hear you.", **context: Any
) -> list[Event]:
    settings = {"session_id": "s", "country": "GB", "locale": "en-GB", **context}
    return await events_of(guard.stream(ScriptedModel([reply]), message, **settings))


def closes_of(log: MemoryLog) -> list[dict[str, Any]]:
    return [one for one in log.records if one["kind"] == "turn_close"]


def crisis_texts(events: list[Event]) -> list[str]:
    return [one.text.strip() for one in events if isinstance(one, Replaced)]


async def test_the_same_message_is_never_answered_twice_in_the_same_words() -> None:
    async with guarded() as guard:
        texts = [crisis_texts(await said(guard, HIGH))[0] for _ in range(9)]

    assert len(set(texts[:5])) == 5
    assert all(one != other for one, other in pairwise(texts))
    assert max(map(len, texts[3:])) < min(map(len, texts[:1]))


@pytest.mark.parametrize("message", [HIGH, CONCERN, "My father beats me when he drinks"])
async def test_a_minor_never_reads_the_same_words_twice_in_a_row(message: str) -> None:
    async with guarded() as guard:
        texts = [crisis_texts(await said(guard, message, minor=True))[0] for _ in range(7)]
        other = crisis_texts(await said(guard, message, session_id="grown"))[0]

    assert other not in texts
    assert len(set(texts)) >= 3
    assert all(one != other for one, other in pairwise(texts))


async def test_two_needs_do_not_share_the_same_words_in_a_row() -> None:
    async with guarded() as guard:
        texts = [crisis_texts(await said(guard, message))[0] for message in [HIGH, CONCERN] * 7]

    assert all(one != other for one, other in pairwise(texts))


async def test_another_conversation_begins_with_the_first_wording() -> None:
    async with guarded() as guard:
        first = crisis_texts(await said(guard, HIGH))
        await said(guard, HIGH)
        assert crisis_texts(await said(guard, HIGH, session_id="other")) == first


async def test_what_was_said_is_folded_from_the_log_alone() -> None:
    log, sessions = MemoryLog(), MemorySessions()
    async with guarded(log, sessions=sessions) as guard:
        for message in (HIGH, "hello", CONCERN, HUMAN, HIGH):
            await said(guard, message)
        async with sessions.hold("s") as session:
            held = session.state

    closes = closes_of(log)
    state = State()
    for one in closes:
        state = state.after(Step.of(one), one.get("said", ()))
    assert state.said == held.said
    assert (state.turn, state.risk) == (held.turn, held.risk)
    assert folded(log.records) == held.risk
    assert state.said["crisis-high"] == 2
    assert state.said["crisis-self-harm"] == 1


async def test_a_turn_in_which_the_policy_says_nothing_records_nothing_said() -> None:
    log = MemoryLog()
    async with guarded(log) as guard:
        await said(guard, "hello")
        await said(guard, "hello again")

    closes = closes_of(log)
    assert [one.get("said") for one in closes] == [["i-am-software"], None]


async def test_the_answer_fits_the_need_and_the_model_s_reply_is_kept() -> None:
    async with guarded() as guard:
        events = await said(guard, CONCERN, "That sounds painful.")

    answer = Answer.of(events)
    assert "That sounds painful." in answer
    assert "have the wound looked at" in answer
    assert answer.done.do is Do.ADD


async def test_an_act_under_way_is_answered_with_the_number_first() -> None:
    async with guarded() as guard:
        (here,) = crisis_texts(await said(guard, "I took all the pills just now"))
        (nowhere,) = crisis_texts(
            await said(guard, "I took all the pills just now", session_id="t", country=None)
        )

    assert here.startswith("Please call 999")
    assert nowhere.startswith("Please call your local emergency number now")


@pytest.mark.parametrize(
    ("locale", "country", "begins"),
    [
        ("de", "DE", "Bitte ruf jetzt 112 "),
        ("es-MX", None, "Llama al número de emergencias local"),
        ("fr", "FR", "Appelez le "),
        ("it", "IT", "Chiama il 112"),
        ("pt-BR", "BR", "Ligue para o "),
        ("nl", "NL", "Bel nu 112"),
    ],
)
async def test_the_number_stands_in_the_language_of_the_person(
    locale: str, country: str | None, begins: str
) -> None:
    async with guarded() as guard:
        (text,) = crisis_texts(
            await said(guard, "I took all the pills just now", locale=locale, country=country)
        )
    assert text.startswith(begins)


async def test_a_minor_who_is_hurt_is_told_of_grown_ups_and_a_line_for_children() -> None:
    async with guarded() as guard:
        grown = Answer.of(await said(guard, "My father beats me when he drinks"))
        minor = Answer.of(
            await said(guard, "My father beats me when he drinks", session_id="m", minor=True)
        )

    assert "child helpline" in minor
    assert "child helpline" not in grown


async def test_two_needs_in_one_message_get_one_text() -> None:
    async with guarded() as guard:
        events = await said(guard, f"{CONCERN}. I'm having a panic attack. {CONCERN}!")

    assert len(crisis_texts(events)) == 1
    assert "wound" in Answer.of(events)


async def test_of_two_sentences_in_the_same_danger_the_more_urgent_one_is_answered() -> None:
    async with guarded() as guard:
        events = await said(guard, "He raped me last night. I want to kill myself.")

    (text,) = crisis_texts(events)
    assert "ending your life" in text


async def test_a_request_for_a_human_is_answered_and_told() -> None:
    desk = Desk()
    async with guarded(desk=desk) as guard:
        events = await said(guard, HUMAN)
        again = await said(guard, HUMAN)

    answer = Answer.of(events)
    assert "telling the people behind this service now" in answer
    assert answer.done.escalate
    assert not answer.done.called
    assert answer.done.level is Level.NONE
    assert "has been passed on" in Answer.of(again)
    assert [notice.level for notice in desk.notices] == [Level.CARE]  # once in `repeat_after`


async def test_a_request_beside_something_else_is_added_to_the_reply() -> None:
    async with guarded() as guard:
        answer = Answer.of(await said(guard, f"My bread burnt. {HUMAN}", "Poor bread."))

    assert "Poor bread." in answer
    assert "telling the people" in answer


async def test_a_text_that_went_out_without_a_log_counts_as_said() -> None:
    async with guarded(BrokenLog("turn_open")) as guard:
        first, second = [crisis_texts(await said(guard, HIGH))[0] for _ in range(2)]
    assert first != second


async def test_the_words_for_a_message_that_is_too_long_count_as_said() -> None:
    log = MemoryLog()
    async with guarded(log) as guard:
        with pytest.raises(InputTooLongError):
            await said(guard, "a " * 20_000)
    (close,) = closes_of(log)
    assert close["said"] == ["too-long"]


async def test_an_inspected_text_is_answered_like_any_other() -> None:
    async with guarded() as guard:
        seen = await guard.inspect(HIGH, context=TurnContext("i", country="GB"))
    assert seen.reply is not None
    assert "Are you thinking of ending your life" in seen.reply


def test_counting_what_was_said_counts_every_time() -> None:
    state = State()
    for level, told in ((Level.NONE, "aba"), (Level.CARE, "a"), (Level.NONE, "")):
        state = state.after(Step(level, 0), told)
    assert state.said == Counter(a=3, b=1)


async def test_what_is_disclosed_is_said_too() -> None:
    async with guarded() as guard:
        events = await said(guard, "hello")
    assert [type(one) for one in events if isinstance(one, Disclosed)] == [Disclosed]

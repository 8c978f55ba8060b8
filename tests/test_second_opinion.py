"""A guard that asks for second opinions: who is asked what, what is recorded, what is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from langchain_core.language_models.fake_chat_models import FakeListChatModel

from guardrails.detectors.base import View
from guardrails.detectors.crisis_model import crisis_model
from guardrails.errors import ConfigurationError
from guardrails.findings import Family, Level
from guardrails.guard import Guard
from guardrails.ledger.store import FileLog
from guardrails.models.scripted import ScriptedModel
from guardrails.opinion import SecondOpinion
from guardrails.policy.canonical import sealed
from guardrails.policy.model import Policy
from guardrails.replay.run import replay
from tests.guards import Desk, events_of, guard, say, text_of
from tests.policies import policy

CANDIDATES = (
    "Priya said they would all be better off without me around.",
    "Priya said I gave my guitar away because I won't be needing it.",
    "Priya said it too, I stopped planning for next year.",
    "Priya said everyone would be fine without me.",
    "Priya said nobody would notice if I was gone.",
    "Priya said I just want it all to stop for a while.",
)
DOUBT = next(one for one in CANDIDATES if crisis_model().in_doubt(View.whole(one), 2000))
"""One of which our own model is in doubt, whichever its weights are."""

PLAIN = "What shall I cook for four people tonight?"
PLAN = "I cannot go on at all."


def asking(*answers: Any, using: Policy | None = None, **fields: Any) -> tuple[Guard, Any]:
    model = ScriptedModel(answers)
    opinion = SecondOpinion(model, "fake", **fields)
    return guard(using, second_opinion=opinion), model


def reports(guarded: Guard, at: int = -1) -> dict[str, Any]:
    log: Any = guarded.log
    inputs = [one for one in log.of("decision") if one["side"] == "input"]
    nd: dict[str, Any] = inputs[at]["nd"]
    return {name: told for name, told in nd.items() if name.startswith("second-opinion")}


async def level_of(guarded: Guard, message: str, **fields: Any) -> str:
    events = await say(guarded, message, **fields)
    return events[-1].level.value  # type: ignore[union-attr]


async def test_a_message_in_doubt_is_raised_by_a_second_opinion() -> None:
    guarded, model = asking("concern suicide self")
    assert await level_of(guarded, DOUBT) == Level.CONCERN.value
    assert len(model.requests) == 1
    guarded.close()


async def test_without_one_nobody_is_asked_and_nothing_is_recorded() -> None:
    guarded = guard()
    assert await level_of(guarded, DOUBT) == Level.NONE.value
    assert reports(guarded) == {}
    guarded.close()


async def test_only_the_message_leaves_without_its_personal_data() -> None:
    guarded, model = asking("none")
    await say(guarded, "My card is 4111 1111 1111 1111.", session_id="s")
    await say(guarded, DOUBT, session_id="s")
    (request,) = model.requests
    asked = "\n".join(message.text for message in request.messages)
    assert DOUBT.replace("Priya", "<person>") in asked
    assert "Priya" not in asked
    assert "4111" not in asked
    guarded.close()


async def test_a_plain_message_and_a_clear_one_are_asked_about_by_nobody() -> None:
    guarded, model = asking()
    await say(guarded, PLAIN)
    assert await level_of(guarded, PLAN, session_id="t") == Level.HIGH.value
    assert model.requests == []
    guarded.close()


async def test_the_answer_is_in_the_record_so_that_a_replay_asks_nobody() -> None:
    guarded, _ = asking("high suicide self")
    await say(guarded, DOUBT)
    log: Any = guarded.log
    (body,) = [one for one in log.of("decision") if one["side"] == "input"]
    assert reports(guarded) == {
        "second-opinion/1:fake": {
            "state": "decided",
            "us": body["nd"]["second-opinion/1:fake"]["us"],
        }
    }
    (found,) = [one for one in body["findings"] if one["src"] == "second-opinion/1:fake"]
    assert (found["d"], found["s"], found["a"], found["b"]) == (
        "crisis.suicide",
        7000,
        0,
        len(DOUBT),
    )
    assert body["decision"]["level"] == "high"
    guarded.close()


@pytest.mark.parametrize("answer", ["high suicide self", "none", "nonsense"])
async def test_a_log_with_opinions_replays_the_same_and_asks_nobody(
    tmp_path: Path, answer: str
) -> None:
    log, model = FileLog(tmp_path), ScriptedModel([answer])
    opinion = SecondOpinion(model, "fake")
    guarded = guard(sealed(policy()), log=log, second_opinion=opinion)
    await say(guarded, DOUBT)
    await guarded.aclose()
    log.close()

    again = replay(tmp_path)
    assert (again.decisions > 0, again.differs, again.unread) == (True, 0, [])
    assert len(model.requests) == 1


@pytest.mark.parametrize("answer", ["Sure! I'd say none.", [RuntimeError(DOUBT)]])
async def test_no_answer_is_recorded_as_failed_and_met_with_resources(answer: Any) -> None:
    guarded, _ = asking(answer, "none")
    text = text_of(await say(guarded, DOUBT))
    (told,) = reports(guarded).values()
    assert told["state"] == "failed"
    assert told["why"] in {"no answer", "raised"}
    assert DOUBT not in str(guarded.log.records)  # type: ignore[attr-defined]
    without = text_of(await say(guard(), DOUBT))
    assert text != without
    assert text.startswith(without)
    guarded.close()


async def test_no_person_is_paged_because_a_model_does_not_answer() -> None:
    desk = Desk()
    model = ScriptedModel(["nonsense"])
    opinion = SecondOpinion(model, "fake")
    guarded = guard(second_opinion=opinion, channels={"desk": desk})
    await say(guarded, DOUBT)
    await guarded.aclose()
    assert [notice.kind for notice in desk.notices] == ["operator"]


async def test_a_message_that_was_answered_about_is_not_asked_about_again() -> None:
    guarded, model = asking("none", "none")
    events = await say(guarded, DOUBT, session_id="s")
    history = [("user", DOUBT), ("assistant", text_of(events)), ("user", PLAIN)]
    await say(guarded, history, session_id="s")
    assert len(model.requests) == 1
    guarded.close()


async def test_so_many_are_asked_about_in_a_turn_and_no_more() -> None:
    guarded, model = asking("none", "none", "none", most=2)
    history = [
        ("user", DOUBT),
        ("assistant", "Tell me more."),
        ("user", DOUBT.replace("Priya", "Ann")),
        ("assistant", "Go on."),
        ("user", DOUBT.replace("Priya", "Tom")),
    ]
    await say(guarded, history)
    assert len(model.requests) == 2
    (told,) = reports(guarded).values()
    assert told == {"state": "skipped", "us": 0, "why": "asked often enough"}
    guarded.close()


async def test_a_langchain_model_may_be_asked() -> None:
    model = FakeListChatModel(responses=["concern suicide self"])
    guarded = guard(second_opinion=SecondOpinion(model, "fake"))
    assert await level_of(guarded, DOUBT) == Level.CONCERN.value
    guarded.close()


async def test_an_async_function_may_be_asked_with_its_options() -> None:
    heard: list[Any] = []

    async def answer(messages: list[dict[str, str]], **options: Any) -> str:
        heard.append((messages, options))
        return "concern suicide self"

    opinion = SecondOpinion(answer, "fake", options={"temperature": 0})
    guarded = guard(second_opinion=opinion)
    assert await level_of(guarded, DOUBT) == Level.CONCERN.value
    ((messages, options),) = heard
    assert [message["role"] for message in messages] == ["system", "user"]
    assert options == {"temperature": 0}
    guarded.close()


def test_a_guarded_model_may_not_be_asked() -> None:
    guarded = guard()
    chat = guarded.wrap(ScriptedModel(["none"]))
    with pytest.raises(ConfigurationError, match="in a circle"):
        guard(second_opinion=SecondOpinion(chat, "fake"))
    guarded.close()


@pytest.mark.parametrize("family", [Family.PII, Family.CRISIS])
def test_a_policy_that_finds_no_personal_data_or_no_crisis_is_refused(family: Family) -> None:
    rules = tuple(rule for rule in policy().rules if rule.family is not family)
    with pytest.raises(ConfigurationError, match=f"no live rule of the family '{family}'"):
        asking(using=policy(*rules))


async def test_the_events_of_a_turn_do_not_show_the_question() -> None:
    guarded, _ = asking("none")
    events = await events_of(guarded.stream(ScriptedModel(["Fine."]), DOUBT, session_id="s"))
    assert text_of(events).endswith("Fine.")
    assert "none" not in text_of(events)
    guarded.close()


def test_an_opinion_hides_its_model_and_options_when_it_is_shown() -> None:
    shown = repr(SecondOpinion(object(), "fake", options={"api_key": "k"}))
    assert "api_key" not in shown
    assert "object" not in shown

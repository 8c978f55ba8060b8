"""A human takes a conversation over, and gives it back."""

import asyncio
from pathlib import Path

import pytest

from guardrails.decisions import Do
from guardrails.desk.desk import Desk
from guardrails.errors import TicketTakenError
from guardrails.escalation.lines import What
from guardrails.escalation.recent import Who
from guardrails.events import Done, FromHuman, Relayed
from guardrails.findings import Level
from guardrails.guard import Guard
from guardrails.models.scripted import ScriptedModel
from guardrails.policy.canonical import sealed
from guardrails.replay.compare import Change
from guardrails.replay.run import replay
from tests.guards import events_of, guard, kinds, say, text_of
from tests.policies import policy

CRISIS = "I cannot go on at all. Mail me at jo@example.org."


async def raised(guarded: Guard) -> tuple[Desk, str]:
    """Return the desk and the id of the ticket of a conversation in need."""
    await say(guarded, CRISIS, subject_id="p1")
    [ticket] = await guarded.desk.list()
    return guarded.desk, ticket.id


async def test_while_a_human_holds_a_conversation_the_model_is_not_called() -> None:
    guarded = guard()
    desk, id_ = await raised(guarded)
    await desk.claim(id_, "ann")
    model = ScriptedModel(["This is not asked for."])

    events = await events_of(guarded.stream(model, "Is anybody there?", session_id="s"))

    assert model.requests == []
    assert kinds(events) == ["FromHuman", "Relayed", "Done"]
    [joined, relayed, done] = events
    assert isinstance(joined, FromHuman)
    assert isinstance(relayed, Relayed)
    assert isinstance(done, Done)
    assert "A person from our team has joined" in joined.text
    assert "Your message has gone to the person" in relayed.text
    assert (done.do, done.called) == (Do.RELAY, False)
    [decision] = [one for one in guarded.log.of("decision") if one["turn"] == 1]  # type: ignore[attr-defined]
    assert decision["ctx"]["held_by"] == "ann"
    assert decision["decision"]["rule"] == "escalation.held"
    await guarded.aclose()


async def test_what_a_human_writes_reaches_whoever_follows_without_asking() -> None:
    guarded = guard()
    desk, id_ = await raised(guarded)
    words = []

    async def listen() -> None:
        async for word in guarded.follow("s"):
            words.append(word)
            if word.what is What.LEFT:
                return

    listening = asyncio.create_task(listen())
    await asyncio.sleep(0)
    await desk.claim(id_, "ann")
    await desk.reply(id_, "ann", "Hello, I am Ann.")
    await desk.release(id_, "ann", "Spoke with them, calmer now.")
    await asyncio.wait_for(listening, 5)

    assert [word.what for word in words] == [What.JOINED, What.SAID, What.LEFT]
    assert words[1].text == "Hello, I am Ann."
    events = await say(guarded, "Thank you.")
    assert text_of(events) == "Fine."
    assert (await desk.show(id_)).note == "Spoke with them, calmer now."
    await guarded.aclose()


async def test_what_nobody_followed_comes_with_the_next_turn() -> None:
    guarded = guard()
    desk, id_ = await raised(guarded)
    await desk.claim(id_, "ann")
    await desk.reply(id_, "ann", "Hello, I am Ann.")
    await desk.resolve(id_, "ann", "spoken")

    events = await say(guarded, "Hello?")

    assert [one.what for one in events if isinstance(one, FromHuman)] == ["joined", "said", "left"]
    assert text_of(events).endswith("From here on the software answers again.\n\nFine.")
    await guarded.aclose()


async def test_the_turns_come_first_masked_and_the_findings_after_an_assessment() -> None:
    guarded = guard()
    desk, id_ = await raised(guarded)

    view = await desk.claim(id_, "ann")

    assert view.found is None
    assert [turn.who for turn in view.turns] == [Who.PERSON, Who.SOFTWARE]
    assert view.turns[0].text == "I cannot go on at all. Mail me at <EMAIL_1>."
    found = await desk.assess(id_, "ann", Level.CONCERN)
    assert (found.level, found.assessed, found.agrees) == (Level.HIGH, Level.CONCERN, False)
    assert found.fired[0][0] == "crisis.high"
    assert (await desk.show(id_)).found == found
    assert (await desk.assess(id_, "ann", Level.HIGH)).assessed is Level.CONCERN
    report = await desk.report()
    assert (report.agreement.of, report.agreement.same, report.agreement.lower) == (1, 0, 1)
    await guarded.aclose()


async def test_who_unmasks_gives_a_reason_that_the_log_keeps() -> None:
    guarded = guard()
    desk, id_ = await raised(guarded)
    await desk.claim(id_, "ann")

    turns = await desk.unmask(id_, "ann", reason="call-back", case="C-7")

    assert turns[0].text == CRISIS
    [access] = guarded.log.of("access")  # type: ignore[attr-defined]
    assert (access["record"], access["by"], access["reason"], access["case"]) == (
        *(id_, "ann", "call-back", "C-7"),
    )
    with pytest.raises(TicketTakenError):
        await desk.unmask(id_, "ben", reason="call-back", case="C-7")
    await guarded.aclose()


async def test_of_two_who_claim_at_once_one_has_it_and_the_other_is_told_who() -> None:
    guarded = guard()
    desk, id_ = await raised(guarded)

    won, lost = await asyncio.gather(
        desk.claim(id_, "ann"), desk.claim(id_, "ben"), return_exceptions=True
    )

    if isinstance(won, TicketTakenError):
        won, lost = lost, won
    assert isinstance(lost, TicketTakenError)
    assert not isinstance(won, BaseException)
    assert lost.holder == won.holder
    assert str(lost) == f"{won.holder} holds the conversation of ticket {id_}"
    await guarded.aclose()


async def test_a_ticket_from_the_log_learns_whose_it_is_when_the_person_writes() -> None:
    guarded = guard()
    desk, id_ = await raised(guarded)
    await desk.intake.tickets.forget("s")
    assert (await desk.show(id_)).conversation is None
    await say(guarded, "Hello?", subject_id="p1")
    view = await desk.claim(id_, "ann")
    assert (view.conversation, view.subject) == ("s", "p1")
    await guarded.aclose()


async def test_what_was_relayed_or_paused_comes_out_the_same_in_a_replay(tmp_path: Path) -> None:
    guarded = guard(sealed(policy()), log=tmp_path)
    desk, id_ = await raised(guarded)
    await desk.claim(id_, "ann")
    await say(guarded, "Is anybody there?")
    await desk.resolve(id_, "ann")
    await desk.pause("op_7", "incident")
    await say(guarded, "Hello.")
    await say(guarded, "I wish I would not wake up.", session_id="t")
    await guarded.aclose()

    result = replay(tmp_path)

    assert set(result.changes) == {Change.SAME}
    assert result.changes[Change.SAME] == 4
    assert result.unread == []


async def test_a_model_of_langchain_is_not_called_either() -> None:
    from langchain_core.language_models.fake_chat_models import FakeListChatModel

    guarded = guard()
    desk, id_ = await raised(guarded)
    await desk.claim(id_, "ann")
    await desk.reply(id_, "ann", "Hello, I am Ann.")
    chat = guarded.wrap(FakeListChatModel(responses=["This is not asked for."]), session="s")

    message = await chat.ainvoke("Is anybody there?")

    assert "This is not asked for" not in message.content
    assert "Hello, I am Ann." in message.content
    assert "has gone to the person" in message.content
    assert message.response_metadata["guardrails"]["do"] == "relay"
    await guarded.aclose()


async def test_a_paused_service_asks_no_model_and_tells_of_people() -> None:
    guarded = guard()
    assert await guarded.desk.pause("op_7", "incident")
    assert not await guarded.desk.pause("op_7", "incident")

    events = await say(guarded, "Hello.", country="GB")
    assert kinds(events) == ["Replaced", "Done"]
    assert "does not answer at the moment" in text_of(events)
    assert "116 123" in text_of(events)
    crisis = await say(guarded, CRISIS, country="GB")
    assert text_of(crisis).startswith("Please talk to someone now.")
    assert await guarded.desk.resume("op_7", "fixed")
    assert text_of(await say(guarded, "Hello.")) == "Fine."
    assert [one["on"] for one in guarded.log.of("pause")] == [True, True, False]  # type: ignore[attr-defined]
    [first, *_] = [one for one in guarded.log.of("decision") if one["ctx"].get("paused")]  # type: ignore[attr-defined]
    assert first["decision"]["rule"] == "escalation.paused"
    await guarded.aclose()

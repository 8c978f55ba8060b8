"""A guard on a store: what was said to one process is known to the next."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from guardrails.detectors.base import Needs, View
from guardrails.events import Escalated
from guardrails.findings import Family, Finding
from guardrails.ledger.memory import MemoryLog
from guardrails.messages import Message, Role
from guardrails.models.scripted import ScriptedModel
from guardrails.sessions.keyring import Keyring
from guardrails.sessions.sqlite import sqlite_sessions
from guardrails.sessions.stored import StoredSessions
from tests.guards import Desk, detectors, events_of, guard, say, text_of
from tests.sessions.conftest import KEY

DANGER = "I cannot go on at all"


@pytest.fixture
def stores(tmp_path: Path) -> Any:
    made: list[StoredSessions] = []

    def store() -> StoredSessions:
        made.append(sqlite_sessions(tmp_path / "sessions.db", Keyring.of(KEY)))
        return made[-1]

    yield store
    for one in made:
        one.close()


class Counting:
    """A detector that counts how often it looks."""

    name = "counting/1"
    family = Family.CRISIS

    def __init__(self) -> None:
        self.looked = 0

    def needs(self, view: View) -> Needs:
        return Needs.NOTHING

    def look(self, view: View) -> tuple[Finding, ...]:
        self.looked += 1
        return ()


async def test_stand_ins_and_risk_are_those_of_the_process_before(stores: Any) -> None:
    async with guard(sessions=stores()) as one:
        await say(one, "I am Priya, jo@example.org", "Fine, <PERSON_1>.")
        await say(one, DANGER, None)
    async with guard(sessions=stores()) as other:
        model = ScriptedModel(["Hello <PERSON_1>, <EMAIL_1>."])
        events = await events_of(other.stream(model, "Write to ann@example.org", session_id="s"))
        await say(other, DANGER, None)
        log = other.log
        assert isinstance(log, MemoryLog)

    assert model.requests[0].messages[-1].text == "Write to <EMAIL_2>"
    assert text_of(events).startswith("Hello Priya, jo@example.org.")
    assert log.of("decision")[0]["ctx"]["watched"]
    assert log.of("session_open") == []
    assert [one["turn"] for one in log.of("turn_open")] == [2, 3]
    assert log.of("turn_open")[0]["before"] is not None


async def test_no_message_is_looked_at_twice_however_long_the_talk_is(stores: Any) -> None:
    counting = Counting()
    history: list[Message] = []
    looked: list[int] = []
    for _ in range(4):  # a new process each time
        async with guard(sessions=stores(), detectors=[*detectors(), counting]) as guarded:
            for _ in range(5):
                n = len(history)
                history.append(Message.of(Role.USER, f"This is message {n}, from Priya"))
                before = counting.looked
                answer = text_of(await say(guarded, history, f"And reply {n} for <PERSON_1>."))
                looked.append(counting.looked - before)
                history.append(Message.of(Role.ASSISTANT, answer))

    assert answer == f"And reply {n} for Priya."
    assert looked == [1] * 20


async def test_the_same_words_after_other_words_are_looked_at_again(stores: Any) -> None:
    counting = Counting()
    async with guard(sessions=stores(), detectors=[*detectors(), counting]) as guarded:
        for message in ("Yes", "No", "Yes"):
            await say(guarded, message, "Fine.")
    assert counting.looked == 3


async def test_a_person_in_need_who_leaves_is_known_to_the_next_process(stores: Any) -> None:
    desk, inside, go_on = Desk(), asyncio.Event(), asyncio.Event()

    class Slow(MemoryLog):
        async def append(self, kind: str, body: Any) -> Any:
            if kind == "decision":
                inside.set()
                await go_on.wait()
            return await super().append(kind, body)

    async with guard(sessions=stores(), log=Slow(), channels={"desk": desk}) as guarded:
        stream = guarded.stream(ScriptedModel(["Fine."]), DANGER, session_id="s")
        turn = asyncio.create_task(events_of(stream))
        await inside.wait()
        for _ in range(3):
            turn.cancel()
            await asyncio.sleep(0)
        go_on.set()
        with pytest.raises(asyncio.CancelledError):
            await turn
        await guarded._turns.drain()

    assert len(desk.notices) == 1
    async with guard(sessions=stores(), channels={"desk": desk}) as guarded:
        events = await say(guarded, DANGER, None)
        async with guarded.sessions.hold("s") as session:
            assert session.state.watched
            assert session.state.turn == 2
    assert not any(isinstance(one, Escalated) for one in events)
    assert len(desk.notices) == 1


async def test_the_same_crisis_text_is_not_said_twice_running(stores: Any) -> None:
    from guardrails.policy.ready import load_policy

    policy = load_policy("companion")
    said: list[str] = []
    for _ in range(4):
        async with guard(policy, sessions=stores()) as guarded:
            said += [text_of(await say(guarded, DANGER, None, country="GB")) for _ in range(2)]
    assert all(one != other for one, other in zip(said, said[1:], strict=False))
    assert all("116 123" in one for one in said)

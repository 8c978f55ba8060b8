"""Conversations as a whole: what is raised, what stays quiet, and what clears the flag."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from functools import cache

import pytest

from guardrails.detectors.crisis import CrisisDetector
from guardrails.errors import ConfigurationError, LogWriteError
from guardrails.events import Done
from guardrails.findings import Finding, Level, Mark, Span
from guardrails.guard import Guard
from guardrails.ledger.fakes import BrokenLog
from guardrails.ledger.memory import MemoryLog
from guardrails.models.scripted import ScriptedModel
from guardrails.policy.model import Policy
from guardrails.policy.ready import load_policy
from guardrails.risk import HOLDS, REMEMBERS, WATCHED, Risk, folded
from guardrails.sessions.base import Session
from guardrails.sessions.memory import MemorySessions
from tests.conversations import EVERYDAY, QUIET, RAISED, Talk
from tests.guards import Desk, events_of


@cache
def companion() -> Policy:
    return load_policy("companion")


class Conversation:
    """A guard with the rules for crisis language, one session, and a clock that is set."""

    def __init__(self, guard: Guard, sessions: MemorySessions, log: MemoryLog) -> None:
        self.guard, self.sessions, self.log = guard, sessions, log
        self.now = 1_000_000

    async def say(self, message: str) -> Level:
        events = await events_of(
            self.guard.stream(ScriptedModel(["I see."]), message, session_id="s", country="GB")
        )
        (done,) = (one for one in events if isinstance(one, Done))
        return done.level

    async def levels(self, messages: Iterable[str]) -> list[Level]:
        return [await self.say(message) for message in messages]

    async def session(self) -> Session:
        async with self.sessions.hold("s") as session:
            return session


@asynccontextmanager
async def conversation(log: MemoryLog | BrokenLog | None = None) -> AsyncIterator[Conversation]:
    log = log or MemoryLog()
    sessions = MemorySessions()
    talks: list[Conversation] = []
    guard = Guard(
        companion(),
        log,
        sessions,
        channels={"on-call": Desk()},
        detectors=[CrisisDetector()],
        now=lambda: float(talks[0].now if talks else 1_000_000),
    )
    talks.append(Conversation(guard, sessions, log))  # type: ignore[arg-type]
    async with guard:
        yield talks[0]


@pytest.mark.parametrize("talk", RAISED, ids=str)
async def test_what_is_meant_is_raised(talk: Talk) -> None:
    async with conversation() as now:
        levels = await now.levels(talk.turns)

    assert levels[-1] >= talk.level


@pytest.mark.parametrize("talk", QUIET, ids=str)
async def test_what_is_not_stays_quiet(talk: Talk) -> None:
    async with conversation() as now:
        assert max(await now.levels(talk.turns)) <= talk.level


async def test_500_ordinary_turns_stay_at_none() -> None:
    async with conversation() as now:
        for n in range(500):
            assert await now.say(EVERYDAY[n * 7 % len(EVERYDAY)]) is Level.NONE
        assert (await now.session()).state.risk.points == 0


async def test_after_a_disclosure_the_session_stays_watched_until_a_human_clears_it() -> None:
    async with conversation() as now:
        await now.say("I want to kill myself")
        for n in range(60):
            now.now += HOLDS
            await now.say(f"just kidding {n}")
        session = await now.session()
        assert session.state.watched

        assert await now.guard.clear_watch("s", by="op_7")
        assert not session.state.watched
        assert await now.say("tonight") is Level.NONE
        assert folded(now.log.records) == session.state.risk

    (signed,) = (one for one in now.log.records if one["kind"] == "sign_off")
    assert (signed["by"], signed["what"], signed["risk"]) == ("op_7", "crisis-watch", WATCHED)


async def test_there_is_nothing_to_clear_where_no_flag_is_up() -> None:
    async with conversation() as now:
        await now.say("hello")
        assert not await now.guard.clear_watch("s", by="op_7")
        assert not await now.guard.clear_watch("nobody", by="op_7")
    assert all(one["kind"] != "sign_off" for one in now.log.records)


async def test_who_clears_it_is_named_in_a_few_letters() -> None:
    async with conversation() as now:
        with pytest.raises(ConfigurationError, match="who took the flag down"):
            await now.guard.clear_watch("s", by="she said it was fine")


async def test_what_cannot_be_recorded_is_not_cleared() -> None:
    async with conversation(BrokenLog()) as now:
        await now.say("I want to kill myself")
        with pytest.raises(LogWriteError):
            await now.guard.clear_watch("s", by="op_7")
        assert (await now.session()).state.watched


async def test_every_value_that_raised_a_level_stands_in_the_record() -> None:
    async with conversation() as now:
        await now.levels(["I wish I was dead", "I wish I wouldn't wake up", "I wish I were dead"])
        state = (await now.session()).state

    decisions = [one for one in now.log.records if one["kind"] == "decision"]
    inputs = [one for one in decisions if one["side"] == "input"]
    risks = [one["ctx"]["risk"] for one in inputs]
    assert [one["decision"]["level"] for one in inputs] == ["concern", "concern", "high"]
    assert risks == [0, 5000, 7000]
    assert folded(now.log.records) == state.risk != Risk()


async def test_an_answer_is_an_answer_only_right_after_the_words() -> None:
    async with conversation() as now:
        levels = await now.levels(["I want to kill myself", "the weather", "and the news", "yes"])

    assert levels[-1] is Level.NONE


async def test_a_short_answer_about_somebody_else_stays_about_them() -> None:
    async with conversation() as now:
        first, then = await now.levels(
            ["my brother took an overdose and is not waking up", "yes, right now"]
        )
        risk = (await now.session()).state.risk

    assert first >= Level.HIGH
    assert then is Level.HIGH
    assert risk.about.value == "other"


def test_marks_of_a_finding_name_no_words() -> None:
    finding = Finding("crisis.suicide", Span(0, 3), 8000, "x", frozenset({Mark.SELF}))

    assert "yes" not in repr(finding)


async def test_a_loss_is_forgotten_after_twenty_messages() -> None:
    async with conversation() as now:
        await now.say("I got fired on Monday")
        for n in range(REMEMBERS):
            await now.say(f"tell me about the history of the railway, part {n}")
        assert await now.say("how tall is the bridge in town") is Level.NONE


async def test_a_loss_that_was_told_stands_in_the_log_and_can_be_folded_again() -> None:
    async with conversation() as now:
        assert await now.say("I got fired on Monday") is Level.NONE
        session = await now.session()
        assert session.state.risk.loss == REMEMBERS
        assert folded(now.log.records) == session.state.risk

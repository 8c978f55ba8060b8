"""Whatever is done to a store, it holds what a plain dictionary would."""

import asyncio
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from guardrails.findings import Level
from guardrails.risk import Step
from guardrails.sessions.base import SessionStore
from guardrails.sessions.keyring import Keyring
from guardrails.sessions.memory import MemorySessions
from guardrails.sessions.sqlite import sqlite_sessions
from tests.sessions.conftest import KEY

NAMES, PEOPLE = "abc", ("u", "v", None)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["turn", "turn", "turn", "danger", "erase", "forget", "person", "new"]),
        st.sampled_from(NAMES),
        st.sampled_from(PEOPLE),
    ),
    max_size=25,
)
EXAMPLES = count()


class Model:
    """Name → turns, tail, whether a crisis flag is up, and whose it is."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[int, str, bool, str | None]] = {}

    def turn(self, name: str, subject: str | None, *, danger: bool) -> None:
        turns, tail, watched, whose = self.kept.get(name, (0, "", False, None))
        self.kept[name] = (turns + 1, f"{tail}{turns};", watched or danger, subject or whose)

    def erase(self, name: str, subject: str | None) -> None:
        turns, _, watched, whose = self.kept.pop(name, (0, "", False, None))
        if watched:
            self.kept[name] = (turns, "", True, subject or whose)


async def play(
    stores: list[SessionStore], steps: list[tuple[str, str, str | None]], prefix: str
) -> None:
    model, at = Model(), 0
    for what, name, subject in steps:
        store = stores[at]
        called = f"{prefix}{name}"
        whose = None if subject is None else f"{prefix}{subject}"
        if what in {"turn", "danger"}:
            async with store.hold(called, subject_id=whose) as session:
                before = session.state.turn
                session.vault.tail += f"{before};"
                session.vault.remember(session.vault.mark(b"%d" % before), b"seen")
                level = Level.HIGH if what == "danger" else Level.NONE
                session.state = session.state.after(Step(level, 5))
            model.turn(name, subject, danger=what == "danger")
        elif what == "erase":
            async with store.hold(called, subject_id=whose) as session:
                await session.erase()
            model.erase(name, subject)
        elif what == "forget":
            assert await store.forget(called) is (name in model.kept)
            model.kept.pop(name, None)
        elif what == "person" and whose is not None:
            theirs = {one for one, kept in model.kept.items() if kept[3] == subject} - {name}
            assert len(await store.forget_subject(whose, but=called)) == len(theirs)
            for one in theirs:
                del model.kept[one]
        elif what == "new":
            at = (at + 1) % len(stores)
    for name in NAMES:
        async with stores[at].hold(f"{prefix}{name}") as session:
            turns, tail, watched, _ = model.kept.get(name, (0, "", False, None))
            assert (session.state.turn, session.vault.tail) == (turns, tail)
            assert session.state.watched is watched
            known = [
                n for n in range(30) if await session.vault.recall(session.vault.mark(b"%d" % n))
            ]
            assert known == [int(one) for one in tail.split(";") if one]
            session.state = replace(session.state)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_sessions_in_memory_are_as_a_dictionary(steps: list[tuple[str, str, str | None]]) -> None:
    asyncio.run(play([MemorySessions()], steps, ""))


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("model") / "sessions.db"


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
@example(steps=[("danger", "c", "u"), ("erase", "c", None), ("person", "a", "u")])
def test_sessions_in_a_file_of_two_processes_are_as_a_dictionary(
    file: Path, steps: list[tuple[str, str, str | None]]
) -> None:
    stores = [sqlite_sessions(file, Keyring.of(KEY)) for _ in range(2)]
    try:
        asyncio.run(play([*stores], steps, f"{next(EXAMPLES)}-"))
    finally:
        for store in stores:
            store.close()

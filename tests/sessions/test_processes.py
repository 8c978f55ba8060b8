"""Two real processes on one store: no turn is lost or mixed, and a dead one holds nothing up."""

import asyncio
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest

from guardrails.errors import SessionLostError
from guardrails.sessions.state import State
from tests.sessions.conftest import Place

ROOT = Path(__file__).parents[2]
TURNS, SESSIONS = 200, 6


def child(*words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - our own code
        [sys.executable, "-m", "tests.sessions.child", *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


async def test_two_processes_on_one_store_never_lose_or_mix_a_turn(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ("x", "y")
    children = [
        child("turns", place.kind, place.address, me, str(TURNS), str(SESSIONS)) for me in names
    ]
    for one in children:
        await asyncio.to_thread(one.communicate, timeout=60)
        assert one.returncode == 0

    said: list[str] = []
    both = 0
    store = place.store()
    for n in range(SESSIONS):
        async with store.hold(f"s{n}") as session:
            mine = session.vault.tail.split()
            said += mine
            both += {word[0] for word in mine} == set(names)
            assert session.state.turn == len(mine)
            places = [
                int(await session.vault.recall(session.vault.mark(word.encode())) or -1)
                for word in mine
            ]
            assert places == list(range(len(mine)))
    assert sorted(said) == sorted(f"{me}{n}" for me in names for n in range(TURNS))
    with capsys.disabled():
        told = f"{len(said)} turns, {both} of {SESSIONS} sessions of both processes"
        sys.stdout.write(f" {place.kind}: {told} ")
    assert both == SESSIONS


@pytest.mark.parametrize("clock_says_so", [True, False])
async def test_a_process_that_is_killed_holds_a_session_for_its_lease_and_no_longer(
    place: Place, clock_says_so: bool
) -> None:
    # Where the lease's end is far away, it is dead all the same once it is not renewed.
    lease = "0.4" if clock_says_so else "600"
    killed = child("die", place.kind, place.address, lease)
    assert killed.stdout is not None
    assert await asyncio.to_thread(killed.stdout.readline) == "held\n"
    killed.kill()
    killed.communicate()

    store = place.store(lease=0.4)
    async with asyncio.timeout(10), store.hold("a") as session:
        assert session.vault.tail == ""
        session.state = State(turn=1)
    async with store.hold("a") as session:
        assert session.state.turn == 1


async def test_a_lease_is_renewed_for_as_long_as_a_turn_takes(place: Place) -> None:
    slow, other = place.store(lease=1.5), place.store(lease=1.5)
    async with slow.hold("a") as session:
        waiting = asyncio.create_task(_turn_of(other))
        await asyncio.sleep(2.5)
        assert not waiting.done()
        session.state = State(turn=5)
    assert await asyncio.wait_for(waiting, 5) == 5


async def test_a_turn_whose_lease_ran_out_is_told_so_and_changes_nothing(place: Place) -> None:
    stopped, other = place.store(lease=0.2), place.store(lease=0.2)
    stopped._keeper.begin = lambda: None  # type: ignore[method-assign] # as if it stood still
    with pytest.raises(SessionLostError, match="lease"):
        async with stopped.hold("a") as session:
            session.state = State(turn=9)
            assert await _turn_of(other) == 0
            async with other.hold("a") as theirs:
                theirs.state = State(turn=1)
    assert await _turn_of(stopped) == 1
    assert stopped.unkept == 0


async def test_what_is_held_already_may_be_taken_again_by_the_same_process(place: Place) -> None:
    # As after an answer of the database's that never came.
    store = place.store()
    hold = store.hold("a")
    await hold.__aenter__()
    store._turnstile.leave("a")
    began = monotonic()
    assert await _turn_of(store) == 0
    assert monotonic() - began < 5


async def _turn_of(store) -> int:
    async with store.hold("a") as session:
        return session.state.turn

"""A process that takes turns in sessions of a shared store, for tests: see `test_processes`."""

import asyncio
import random
import sys
from dataclasses import replace

from guardrails.sessions.habits import Habits
from guardrails.sessions.keyring import Keyring
from guardrails.sessions.postgres import postgres_sessions
from guardrails.sessions.sqlite import sqlite_sessions
from guardrails.sessions.stored import StoredSessions
from tests.sessions.conftest import KEY


def opened(kind: str, address: str, **habits: float) -> StoredSessions:
    make = sqlite_sessions if kind == "sqlite" else postgres_sessions
    return make(address, Keyring.of(KEY), habits=Habits(**habits))


async def take_turns(kind: str, address: str, me: str, turns: int, sessions: int) -> None:
    """Add one line and one mark to some session in each turn; a mixed turn would lose some."""
    store = opened(kind, address)
    choose = random.Random(me)

    async def turn(n: int) -> None:
        async with store.hold(f"s{choose.randrange(sessions)}") as session:
            before = session.state.turn
            words = session.vault.tail
            await asyncio.sleep(choose.random() * 0.002)
            assert session.state.turn == before
            session.state = replace(session.state, turn=before + 1)
            session.vault.tail = f"{words}{me}{n} "
            session.vault.remember(session.vault.mark(f"{me}{n}".encode()), b"%d" % before)

    for first in range(0, turns, 10):
        await asyncio.gather(*(turn(n) for n in range(first, first + 10)))
    await store.aclose()


async def die_in_a_turn(kind: str, address: str, lease: str) -> None:
    """Take a session, say so, and wait to be killed."""
    async with opened(kind, address, lease=float(lease)).hold("a") as session:
        session.vault.tail = "lost with the process"
        sys.stdout.write("held\n")
        sys.stdout.flush()
        await asyncio.sleep(60)


if __name__ == "__main__":
    what, kind, address, *rest = sys.argv[1:]
    if what == "turns":
        me, turns, sessions = rest
        asyncio.run(take_turns(kind, address, me, int(turns), int(sessions)))
    else:
        asyncio.run(die_in_a_turn(kind, address, *rest))

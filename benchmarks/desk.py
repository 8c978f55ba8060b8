"""
How long it takes from a finding to the channel that tells a human, in milliseconds.

    python benchmarks/desk.py [--people 200] [--directory DIR]

Each person is a conversation of their own and says one sentence. The clock starts when the
detector reports its finding and stops when the channel is called: between them lie the
decision, its record, the record of the escalation and the ticket. Once everything is kept in
memory, and once in files, where each of them is on the disk before the next step.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from guardrails.detectors.base import Needs, View
from guardrails.detectors.phrases import PhraseDetector
from guardrails.escalation.base import Notice
from guardrails.findings import Family, Finding, Mark
from guardrails.guard import Guard
from guardrails.ledger.memory import MemoryLog
from guardrails.models.scripted import ScriptedModel

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


async def measured(log: MemoryLog | Path, people: int) -> list[float]:
    """Return the milliseconds for each of *people*, one after the other."""
    detector, channel = Stamping(), Arriving()
    async with Guard(
        "companion", log, detectors=[detector], channels={"on-call": channel}
    ) as guard:
        for number in range(people):
            stream = guard.stream(ScriptedModel([]), SENTENCE, session_id=f"person {number}")
            async for _ in stream:
                pass
            await channel.called.wait()
            channel.called.clear()
    return [1000 * (end - begin) for begin, end in zip(detector.at, channel.at, strict=True)]


def told(name: str, waits: list[float]) -> str:
    ordered = sorted(waits)
    late = ordered[int(len(ordered) * 0.95)]
    return f"{name:<28}{statistics.median(ordered):>9.1f}{late:>9.1f}{ordered[-1]:>9.1f}"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--directory", type=Path)
    asked = parser.parse_args()
    print(f"{'finding to channel, ms':<28}{'median':>9}{'95 %':>9}{'worst':>9}")
    print(told("in memory", asyncio.run(measured(MemoryLog(), asked.people))))
    with tempfile.TemporaryDirectory(dir=asked.directory) as folder:
        waits = asyncio.run(measured(Path(folder), asked.people))
    print(told("log and tickets in files", waits))


if __name__ == "__main__":
    main()

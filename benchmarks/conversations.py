"""
How many conversations are raised rightly and in vain, with and without a memory.

    PYTHONPATH=. python benchmarks/conversations.py [CHAT.jsonl]

Reads the conversations of `tests/conversations.py`, which were written for the rules, so
that these figures are no evidence of how many real ones are found. With CHAT, a file of
messages of service chats in their order (`text` in each row), runs of 40 of them are one
conversation each, and each that tells a human is a false alarm. The policy is `companion`.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from guardrails.context import TurnContext
from guardrails.detectors.base import Detector
from guardrails.detectors.crisis import CrisisDetector
from guardrails.detectors.crisis_model import crisis_model
from guardrails.evaluation.shares import Share
from guardrails.findings import Level
from guardrails.guard import Guard
from guardrails.ledger.memory import MemoryLog
from guardrails.policy.ready import load_policy
from tests.conversations import EVERYDAY, QUIET, RAISED, Talk
from tests.guards import Desk

RUN = 40
"""Messages of a service chat that are one conversation."""

LONG = 500
"""Messages of the ordinary talk that is one conversation."""


def guard_of(detectors: Sequence[Detector]) -> Guard:
    policy, desk = load_policy("companion"), Desk()
    return Guard(policy, MemoryLog(), channels={"on-call": desk}, detectors=detectors)


async def levels(guard: Guard, session: str, turns: Sequence[str], *, memory: bool) -> list[Level]:
    """Return the level of each message, in one session or each in a session of its own."""
    found = []
    for n, text in enumerate(turns):
        name = session if memory else f"{session}-{n}"
        told = await guard.inspect(text, context=TurnContext(name, country="GB"))
        found.append(told.level or Level.NONE)
    return found


def right(talk: Talk, found: Sequence[Level]) -> bool:
    return max(found) <= talk.level if talk.quiet else found[-1] >= talk.level


async def own(guard: Guard, name: str, *, memory: bool) -> None:
    told: dict[str, list[bool]] = defaultdict(list)
    for n, talk in enumerate((*RAISED, *QUIET)):
        found = await levels(guard, f"{name}-{n}", talk.turns, memory=memory)
        told[talk.kind].append(right(talk, found))
        if memory and not told[talk.kind][-1]:
            print(f"    wrong: {talk}")
    print(name)
    for kind, rights in told.items():
        print(f"  {kind:32}{sum(rights):3} of {len(rights):2} right")


async def chats(guard: Guard, name: str, texts: Sequence[str]) -> None:
    runs = [texts[at : at + RUN] for at in range(0, len(texts), RUN)]
    raised, messages = 0, 0
    for n, run in enumerate(runs):
        found = await levels(guard, f"chat-{n}", run, memory=True)
        told = [level >= Level.CONCERN for level in found]
        raised += any(told)
        messages += sum(told)
    print(f"  {name}: {Share(raised, len(runs))} of {len(runs)} runs tell a human")
    print(f"  {'':10} {Share(messages, len(texts))} of {len(texts)} messages")


async def long_talk(guard: Guard) -> None:
    turns = [EVERYDAY[n * 7 % len(EVERYDAY)] for n in range(LONG)]
    found = await levels(guard, "long", turns, memory=True)
    print(f"  ordinary talk: {sum(one > Level.NONE for one in found)} of {LONG} messages found")


async def main(name: str, texts: Sequence[str]) -> None:
    for readers, detectors in {
        "rules": [CrisisDetector()],
        "rules and model": [CrisisDetector(crisis_model()), crisis_model()],
    }.items():
        async with guard_of(detectors) as guard:
            await own(guard, f"{readers}, message by message", memory=False)
            await own(guard, f"{readers}, as conversations", memory=True)
            await long_talk(guard)
            if texts:
                await chats(guard, name, texts)


def _texts(paths: Sequence[str]) -> tuple[str, list[str]]:
    """Return the name of the folder of the file that is named, if any, and its messages."""
    if not paths:
        return "", []
    path = Path(paths[0])
    rows = path.read_text("utf-8").splitlines()
    return path.parent.name, [json.loads(row)["text"] for row in rows]


if __name__ == "__main__":
    asyncio.run(main(*_texts(sys.argv[1:])))

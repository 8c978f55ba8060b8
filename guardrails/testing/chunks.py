"""Is what a guard releases the same however a reply is cut?"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guardrails.events import Done, Made
from guardrails.guard import Guard
from guardrails.models.scripted import ScriptedModel


@dataclass(frozen=True, slots=True)
class Released:
    """What a person got, and why; ids of records are left out."""

    text: str
    decisions: tuple[tuple[str, tuple[int, int], str, str | None], ...]


async def released(guard: Guard, pieces: Sequence[str], *, question: str = "Hello.") -> Released:
    """Return what *guard* releases of a reply that arrives in *pieces*, in a new session."""
    texts: list[str] = []
    decisions: tuple[Made, ...] = ()
    session = f"test-{random.SystemRandom().getrandbits(64):x}"  # hypothesis seeds the other
    async for event in guard.stream(ScriptedModel([list(pieces)]), question, session_id=session):
        texts.append(event.text)
        if isinstance(event, Done):
            decisions = event.decisions
    return Released(
        "".join(texts), tuple((one.side, one.at, str(one.do), one.rule) for one in decisions)
    )


def cuts(text: str, *, tries: int = 8, seed: int = 0) -> Iterator[list[str]]:
    """
    Yield ways of cutting *text* into pieces.

    Character by character, in two at some twenty places, and *tries* times at random.
    """
    yield list(text)
    for at in range(1, len(text), max(1, len(text) // 20)):
        yield [text[:at], text[at:]]
    chance = random.Random(seed)  # noqa: S311 - repeatable on purpose
    for _ in range(tries):
        pieces, at = [], 0
        while at < len(text):
            size = chance.choice((1, 2, 3, 5, 8, 13, 40, 90))
            pieces.append(text[at : at + size])
            at += size
        yield pieces


async def assert_chunk_invariant(guard: Guard, reply: str, *, question: str = "Hello.") -> None:
    """
    Check that *reply* is released alike, with the same decisions, for many ways of cutting it.

    Raises:
        AssertionError: It is not; says how many pieces made the difference.
    """
    whole = await released(guard, [reply], question=question)
    for pieces in cuts(reply):
        if await released(guard, pieces, question=question) != whole:
            msg = f"cut into {len(pieces)} pieces, the reply is released otherwise than whole"
            raise AssertionError(msg)

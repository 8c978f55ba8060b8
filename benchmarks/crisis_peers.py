"""
Crisis language as this package and as the rules of other packages find it, side by side.

    python benchmarks/crisis_peers.py [DATA] --peers FOLDER [--all]

DATA is the directory of labelled folders (default `../shared/data`); FOLDER is for the
environments of the peers, which are made there. Nothing of a message is printed. Measured
are the folders that nothing learned from; with --all, the others too. A conversation is
looked at in one piece, since some peers know nothing else.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from crisis_guard import CrisisGuard, crisis_guard
from crisis_slices import SLICES, text_of
from peers import CRISIS, NotMeasuredError, Peer, all_running

from guardrails.evaluation.shares import Share
from guardrails.findings import Level

WIDE = 22


@dataclass(slots=True)
class Engine:
    """
    Something that is measured.

    Attributes:
        name: At the head of its columns.
        ask: Returns 2 where it is alarmed, 1 where it is worried, 0 where it is neither, and
            the seconds that it took.
        worries: Whether it ever returns 1, so that it has two columns.
        took: Seconds of every message.
        why: Why it is measured no further, if it is not.
    """

    name: str
    ask: Callable[[str], Awaitable[tuple[int, float]]]
    worries: bool
    took: list[float] = field(default_factory=list)
    why: str = ""


def ours(guard: CrisisGuard) -> Engine:
    async def ask(text: str) -> tuple[int, float]:
        began = time.perf_counter()
        level = (await guard.ask(text)).level
        return (level >= Level.CARE) + (level >= Level.CONCERN), time.perf_counter() - began

    return Engine("this package", ask, worries=True)


def theirs(peer: Peer) -> Engine:
    async def ask(text: str) -> tuple[int, float]:
        answer = peer.ask(text)
        return answer.found or 0, answer.wall

    return Engine(peer.name, ask, worries=peer.name == "rrt-advocate")


def heads(engines: list[Engine]) -> list[str]:
    return [
        f"{engine.name}{' +' if worried else ''}"
        for engine in engines
        for worried in ((False, True) if engine.worries else (False,))
    ]


async def asked(engine: Engine, texts: list[str]) -> list[Share]:
    """Return the share of *texts* at which *engine* is alarmed, and worried or alarmed."""
    alarmed = worried = 0
    try:
        for text in texts:
            found, took = await engine.ask(text)
            engine.took.append(took)
            alarmed += found == 2
            worried += found >= 1
    except NotMeasuredError as error:
        engine.why = str(error)
    shares = [Share(alarmed, len(texts)), Share(worried, len(texts))]
    return shares if engine.worries else shares[:1]


async def table(data: Path, engines: list[Engine], every: bool) -> None:
    names = heads(engines)
    print(f"{'':30}{'rows':>7}" + "".join(f"{name:>{WIDE}}" for name in names))
    for part in SLICES:
        if not (every or part.is_bar):
            continue
        texts = [text_of(row) for _, row in part.rows(data)]
        if not texts:
            print(f"{part.name:30}  not there")
            continue
        cells: list[str] = []
        for engine in engines:
            shares = await asked(engine, texts)
            cells += ["not measured" if engine.why else str(share) for share in shares]
        sign = "+" if part.wanted else "-"
        line = f"{sign} {part.name:28}{len(texts):7}" + "".join(f"{one:>{WIDE}}" for one in cells)
        print(line, flush=True)
    for engine in engines:
        if engine.took:
            mean = sum(engine.took) / len(engine.took) * 1000
            print(
                f"{engine.name}: {median(engine.took) * 1000:.3f} ms a message, p50; "
                f"{mean:.3f} ms on average, over {len(engine.took):,} messages"
            )
        if engine.why:
            print(f"{engine.name}: {engine.why}")


async def measure(data: Path, cache: Path | None, every: bool) -> None:
    async with crisis_guard() as guard:
        with all_running(cache, CRISIS) as running:
            await guard.ask("Good morning, and how are you?")
            await table(data, [ours(guard), *map(theirs, running)], every)
    print("+ should be found, - should not. Brackets hold the 95% interval (Wilson).")
    print("In a column with + what the engine is only worried about counts as well.")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    parser.add_argument("--peers", type=Path, help="a folder for the environments of the peers")
    parser.add_argument("--all", action="store_true", help="measure all folders")
    options = parser.parse_args()
    if not (options.data / "crisis").is_dir():
        print(f"{options.data / 'crisis'} is not there: no folders to measure on")
        return 1
    asyncio.run(measure(options.data, options.peers, options.all))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""
Print what it costs to look for personal data, and what leaks, beside other packages.

    python benchmarks/pii.py [--data DATA] [--peers FOLDER] [--rounds 7] [--memory 100000]

Speed is taken on messages of our own (`sentences.py`). Guarded: whatever the policy
`companion` looks for personal data with, frame by frame, on the guard's own threads. Bare:
`AnalyzerEngine.analyze` as it comes, with the same spaCy model. Formats: the engine
without a model; alone: as one function call on one thread, as bare is. In each round every
message goes to all of them in turn, so that a busy moment hits all; a ratio is the median
of the rounds' ratios. Peers run in processes and environments of their own, made in FOLDER.
DATA holds `<set>/data.jsonl` with `text` and `spans`; of each set a sample is taken, and
speed is taken again on messages of real chats, as many of which have nothing to find.
Targets are printed and never asserted.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import platform
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from guard import import_seconds, processor
from peers import PII, Answer, NotMeasuredError, all_running
from pii_engines import (
    Ask,
    Find,
    asking,
    finding,
    formats,
    formats_alone,
    guarded,
    plainly,
    timed,
)
from pii_eval import presidio
from pii_memory import memory
from sentences import MESSAGES

from guardrails.evaluation.pii import PiiFigures
from guardrails.evaluation.rows import Row, pii_row, read_rows

WALL, CPU, RATE, FORMATS, IMPORT = 1.0, 1.5, 1.5, 10, 0.3
ALONE = "formats, alone"
CHATS = "multidogo_test"
SETS = ("multidogo_test", "presidio_synth_v2", "own_chat", "neg_banking77", "own_neg")
AHEAD = 8  # messages under way at once when the rate is taken


async def speed(asks: dict[str, Ask], rounds: int, texts: Sequence[str], which: str) -> None:
    """Print what one message of *texts* costs each of *asks*, and its ratio to `bare`."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in asks}
    for number in range(-2, rounds):  # the first two warm everything up
        answers: dict[str, list[Answer]] = {name: [] for name in asks}
        for text in texts:
            for name, ask in asks.items():
                answers[name].append(await ask(text))
        if number >= 0:
            for name, each in answers.items():
                wall = statistics.median(one.wall for one in each)
                cpu = statistics.median(one.cpu for one in each)
                taken[name].append((1000 * wall, 1000 * cpu))
    print(f"\none message, p50 of {len(texts)} {which}, {rounds} rounds; ratio to bare in each")
    print(f"{'':<22}{'wall ms':>9}{'ratio':>8}{'cpu ms':>9}{'ratio':>8}")
    told = {}
    for name, pairs in taken.items():
        ratios = [
            statistics.median(
                one[at] / bare[at] for one, bare in zip(pairs, taken["bare"], strict=True)
            )
            for at in (0, 1)
        ]
        told[name] = ratios
        wall, cpu = (statistics.median(one[at] for one in pairs) for at in (0, 1))
        print(f"{name:<22}{wall:>9.3f}{ratios[0]:>8.2f}{cpu:>9.3f}{ratios[1]:>8.2f}")
    print(
        f"guarded : bare, wall {told['guarded'][0]:.2f} (target <= {WALL}), "
        f"cpu {told['guarded'][1]:.2f} (target <= {CPU})"
    )
    for name in ("formats", ALONE):
        wall, cpu = (1 / ratio for ratio in told[name])
        print(
            f"{name}: {wall:.1f} x faster than bare by wall, {cpu:.1f} x by cpu "
            f"(target >= {FORMATS})"
        )


_bare: list[Callable[[str], Any]] = []


def _load_bare() -> None:
    _bare.append(presidio())
    _bare[0]("Jo Bloggs, jo@example.org, 020 7946 0813")


def _many_bare(texts: Sequence[str]) -> int:
    return sum(len(_bare[0](text)) for text in texts)


async def rate(find: Find, rounds: int, texts: Sequence[str], which: str) -> None:
    """Print messages a second: several at once under guard, and bare on one thread and on two."""
    limit = asyncio.Semaphore(AHEAD)
    analyse = presidio()

    async def one(text: str) -> None:
        async with limit:
            await find(text)

    names = ("guarded", "one AnalyzerEngine", "two processes")
    taken: dict[str, list[float]] = {name: [] for name in names}
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=spawn, initializer=_load_bare) as pool:
        parts = [texts[at : at + 16] for at in range(0, len(texts), 16)]
        list(pool.map(_many_bare, parts))
        for _ in range(rounds):
            began = time.perf_counter()
            await asyncio.gather(*map(one, texts))
            at_once = time.perf_counter()
            for text in texts:
                analyse(text)
            alone = time.perf_counter()
            await asyncio.to_thread(lambda: list(pool.map(_many_bare, parts)))
            ends = (at_once - began, alone - at_once, time.perf_counter() - alone)
            for name, seconds in zip(names, ends, strict=True):
                taken[name].append(len(texts) / seconds)
    print(f"\nmessages a second, {which}, {AHEAD} at once, {rounds} rounds")
    for name in names:
        ratio = statistics.median(
            mine / other for mine, other in zip(taken["guarded"], taken[name], strict=True)
        )
        target = f"  (target >= {RATE})" if name == "one AnalyzerEngine" else ""
        print(
            f"{name:<22}{statistics.median(taken[name]):>9.0f}   guarded : it {ratio:.2f}{target}"
        )


def chatted(data: Path) -> list[str]:
    """Return messages of real chats as they come, of 50 to 400 characters."""
    path = data / CHATS / "data.jsonl"
    if not path.is_file():
        return []
    texts = [row.text for row in labelled(path) if 50 <= len(row.text) <= 400]
    return random.Random(4).sample(texts, min(len(texts), 240))  # noqa: S311


def labelled(path: Path) -> list[Row]:
    with path.open("rb") as lines:
        return [row for row in read_rows(lines, pii_row) if isinstance(row, Row)]


def sampled(path: Path, most: int) -> list[Row]:
    """Return messages of one set: those with spans, or all of a set that has none."""
    rows = labelled(path)
    rows = [row for row in rows if row.spans] or rows
    return rows if len(rows) <= most else random.Random(4).sample(rows, most)  # noqa: S311


async def leaks(data: Path, asks: dict[str, Ask], most: int) -> None:
    """Print what leaks of labelled messages, or what is touched of clean ones."""
    print(f"\nleak, strict and over half visible; clean messages touched; at most {most} of a set")
    print("(own_chat is not blind: rules were written with its families in mind)")
    for name in SETS:
        path = data / name / "data.jsonl"
        if not path.is_file():
            print(f"{name}: not measured, there is no such file below the data folder")
            continue
        rows = sampled(path, most)
        print(f"{name}")
        for engine, ask in asks.items():
            if engine == ALONE:
                continue  # it finds what `formats` finds
            figures = PiiFigures()
            try:
                for row in rows:
                    spans = (await ask(row.text)).found or []
                    figures.add(row, spans, spans)
            except NotMeasuredError as error:
                print(f"  {engine:<22}not measured, {error}")
                continue
            strict, half, clean, *_ = figures.report().heads
            shown = (strict, half) if strict.share.of else (clean,)
            values = "   ".join(f"{each.share!s:<22}" for each in shown)
            print(f"  {engine:<22}{values} n={shown[0].share.of}")


def imports() -> None:
    print(f"\nimport guardrails {import_seconds('import guardrails'):.3f} s (target < {IMPORT})")


async def measure(options: argparse.Namespace) -> None:
    with ExitStack() as stack:
        peers = stack.enter_context(all_running(options.peers, PII))
        inspection, quick = guarded(), formats()
        stack.callback(inspection.close)
        stack.callback(quick.close)
        asks = {
            "guarded": timed(finding(inspection)),
            "bare": timed(plainly(presidio())),
            "formats": timed(finding(quick)),
            ALONE: timed(plainly(formats_alone())),
            **{peer.name: asking(peer) for peer in peers},
        }
        ours = "sentences of ours"
        await speed(asks, options.rounds, MESSAGES, ours)
        await rate(finding(inspection), options.rounds, MESSAGES * 4, ours)
        if options.data is None:
            print("\nleak: not measured; give a folder of labelled messages with --data")
        else:
            if chats := chatted(options.data):
                which = "messages of service chats"
                await speed(asks, options.rounds, chats[:80], which)
                await rate(finding(inspection), options.rounds, chats, which)
            await leaks(options.data, asks, options.rows)


def main(args: Iterable[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--data", type=Path, help="folder of <set>/data.jsonl")
    parser.add_argument("--peers", type=Path, help="folder for the peers' environments")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--rows", type=int, default=1000, help="most messages of each set")
    parser.add_argument("--memory", type=int, default=100_000, help="messages; 0 for none")
    options = parser.parse_args(None if args is None else list(args))
    names = ("presidio-analyzer", "spacy", "onnxruntime")
    print(f"{datetime.now(UTC):%Y-%m-%d}  {processor()}, Python {platform.python_version()}")
    print(", ".join(f"{name} {version(name)}" for name in names))
    asyncio.run(measure(options))
    imports()
    if options.memory:
        memory(options.memory)
    return 0


if __name__ == "__main__":
    sys.exit(main())

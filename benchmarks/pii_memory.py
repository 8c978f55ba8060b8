"""
Print how memory grows over many messages, in a process of its own.

    python benchmarks/pii_memory.py [--messages 100000] [--data DATA]

Each message holds three words never seen before. With `--data`, a folder that holds
`multidogo_test/data.jsonl`, they are messages of real chats as they come, most of them short.
A line is printed for every tenth of them, so that a run that is ended early has told what it
saw.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from pii_engines import finding, guarded, plainly
from pii_eval import presidio
from sentences import MESSAGES

RESIDENT = 350  # MB


def resident() -> float:
    """Return this process's memory in MB."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    [line] = [line for line in status.splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1]) / 1024


def chats(data: Path) -> list[str]:
    """Return the messages of real chats in *data*, in their order."""
    path = data / "multidogo_test" / "data.jsonl"
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]


def grown(engine: str, count: int, data: Path | None = None) -> tuple[float, list[float]]:
    """
    Return seconds until *engine* was ready, and memory over *count* messages, in MB.

    They are those of *data*, over again when all were read, or our own with new words.
    """
    said = None if data is None else chats(data)

    def message(number: int) -> str:
        if said is not None:
            return said[number % len(said)]
        return f"{MESSAGES[number % len(MESSAGES)]} zq{number}x, yv{number}k and wj{number}p"

    async def samples() -> tuple[float, list[float]]:
        began = time.perf_counter()
        find = finding(guarded()) if engine == "guarded" else plainly(presidio())
        await find(MESSAGES[1])
        ready = time.perf_counter() - began
        sizes = []
        for number in range(count + 1):
            if number == min(1000, count // 10) or (sizes and number % (count // 10) == 0):
                sizes.append(resident())
                print(f"  {engine}, {number:,} messages: {sizes[-1]:.1f} MB", flush=True)
            await find(message(number))
        return ready, sizes

    return asyncio.run(samples())


def memory(count: int, data: Path | None = None) -> None:
    """Print how memory grows with messages that hold words never seen before, or of *data*."""
    if not Path("/proc/self/status").exists():
        print("memory: not measured, there is no /proc")
        return
    which = "with three new words each" if data is None else "of service chats"
    print(f"\nmemory over messages {which}, sampled on the way, in MB")
    spawn = multiprocessing.get_context("spawn")
    for engine, most in (("guarded", count), ("bare", min(count, 20_000))):
        with ProcessPoolExecutor(1, mp_context=spawn) as pool:
            ready, sizes = pool.submit(grown, engine, most, data).result()
        print(
            f"{engine:<9}{most:>8,} messages: {' '.join(f'{size:.0f}' for size in sizes)}   "
            f"grown by {sizes[-1] - sizes[0]:+.1f}; ready after {ready:.1f} s"
        )
        if engine == "guarded":
            print(f"  (target: flat, and <= {RESIDENT} MB)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--messages", type=int, default=100_000)
    parser.add_argument("--data", type=Path, help="folder of multidogo_test/data.jsonl")
    options = parser.parse_args()
    memory(options.messages, options.data)


if __name__ == "__main__":
    main()

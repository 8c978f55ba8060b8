"""
Print how memory grows over many messages, in a process of its own.

    python benchmarks/pii_memory.py [--messages 100000]

Each message holds three words never seen before. A line is printed for every tenth of
them, so that a run that is ended early has told what it saw.
"""

from __future__ import annotations

import argparse
import asyncio
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


def grown(engine: str, count: int) -> tuple[float, list[float]]:
    """Return seconds until *engine* was ready, and memory over *count* messages, in MB."""

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
            text = MESSAGES[number % len(MESSAGES)]
            await find(f"{text} zq{number}x, yv{number}k and wj{number}p")
        return ready, sizes

    return asyncio.run(samples())


def memory(count: int) -> None:
    """Print how memory grows with messages that hold words never seen before."""
    if not Path("/proc/self/status").exists():
        print("memory: not measured, there is no /proc")
        return
    print("\nmemory over messages with three new words each, sampled on the way, in MB")
    spawn = multiprocessing.get_context("spawn")
    for engine, most in (("guarded", count), ("bare", min(count, 20_000))):
        with ProcessPoolExecutor(1, mp_context=spawn) as pool:
            ready, sizes = pool.submit(grown, engine, most).result()
        print(
            f"{engine:<9}{most:>8,} messages: {' '.join(f'{size:.0f}' for size in sizes)}   "
            f"grown by {sizes[-1] - sizes[0]:+.1f}; ready after {ready:.1f} s"
        )
        if engine == "guarded":
            print(f"  (target: flat, and <= {RESIDENT} MB)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--messages", type=int, default=100_000)
    memory(parser.parse_args().messages)


if __name__ == "__main__":
    main()

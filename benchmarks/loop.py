"""
Print what runs on the event loop of a gateway in long pieces, and what it waits for.

    python benchmarks/loop.py [--streams 50] [--rounds 2]

A gateway in this process serves streams of `benchmarks/gateway.py`, whose upstream and clients are
processes of their own. Of each callback of its loop are told the processor time of the thread,
the time it waited for a core (`/proc/.../schedstat`, Linux) and, as what is left, for the
interpreter's lock; and of a timer of 10 ms how late it came for that lock. So a busy machine does
not count against the code. Rounds come in pairs: with the interpreter as Python sets it, and as
`candor serve` does (`guardrails/gateway/interpreter.py`).
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import sys
import tempfile
import threading
import time
from asyncio.events import Handle
from collections import Counter
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

from benchmarks import gateway

ROOT = Path(__file__).parents[1]
TICK = 0.01  # seconds
LONG = 0.005  # seconds of processor time
CLIENT = (
    "import asyncio, sys; from benchmarks.gateway import load; "
    "asyncio.run(load(sys.argv[1], int(sys.argv[2]), 1, sys.argv[3]))"
)


class Meter:
    """Measures every callback of the loop of the thread that makes it."""

    def __init__(self) -> None:
        self._thread = threading.get_ident()
        own = threading.get_native_id()
        self._stat = os.open(f"/proc/self/task/{own}/schedstat", os.O_RDONLY)
        self._run = Handle._run  # noqa: SLF001 - there is no other place to measure it
        self._began = 0.0
        self.clear()
        meter = self

        def run(handle: Handle) -> None:
            if threading.get_ident() == meter._thread:
                meter.measured(handle)
            else:
                meter._run(handle)

        Handle._run = run  # type: ignore[method-assign]  # noqa: SLF001
        gc.callbacks.append(self._collected)

    def clear(self) -> None:
        """Begin anew."""
        self.work: list[float] = []
        self.core: list[float] = []
        self.lock: list[float] = []
        self.long: Counter[str] = Counter()
        self.collections: dict[int, list[float]] = {0: [], 1: [], 2: []}

    def measured(self, handle: Handle) -> None:
        """Run *handle*, and note how long it worked and waited."""
        name, waited = _name(handle), self._waited()
        worked, began = time.thread_time(), time.monotonic()
        self._run(handle)
        worked, lasted = time.thread_time() - worked, time.monotonic() - began
        waited = self._waited() - waited
        self.work.append(worked)
        self.core.append(waited)
        self.lock.append(max(0.0, lasted - worked - waited))
        if worked > LONG:
            self.long[name] += 1

    async def timed(self, late: list[float]) -> None:
        """Note in *late*, again and again, how late a timer is that waited for the lock alone."""
        while True:
            waited, worked, began = self._waited(), time.thread_time(), time.monotonic()
            await asyncio.sleep(TICK)
            lasted = time.monotonic() - began - TICK
            busy = self._waited() - waited + time.thread_time() - worked
            late.append(max(0.0, lasted - busy))

    def _waited(self) -> float:
        return int(os.pread(self._stat, 100, 0).split()[1]) / 1e9

    def _collected(self, phase: str, info: dict[str, Any]) -> None:
        if phase == "start":
            self._began = time.thread_time()
        else:
            self.collections[info["generation"]].append(time.thread_time() - self._began)


def _name(handle: Handle) -> str:
    owner = getattr(handle._callback, "__self__", None)  # type: ignore[attr-defined]  # noqa: SLF001
    if isinstance(owner, asyncio.Task):
        return str(getattr(owner.get_coro(), "__qualname__", "a task"))
    return str(getattr(handle._callback, "__qualname__", "a callback"))  # type: ignore[attr-defined]  # noqa: SLF001


class Silent:
    """A channel that takes every notice and tells nobody."""

    async def send(self, notice: object) -> None:
        """Do nothing."""


async def clients(url: str, streams: int, label: str) -> None:
    """Run so many streams, in a process of their own."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    given = (url, str(streams), label)
    running = await asyncio.create_subprocess_exec(sys.executable, "-c", CLIENT, *given, env=env)
    if await running.wait():
        msg = "the clients failed"
        raise SystemExit(msg)


def row(name: str, values: Sequence[float]) -> str:
    """Return a line with the milliseconds of *values*."""
    ranked = sorted(values) or [0.0]
    p99, p999 = (ranked[min(len(ranked) - 1, int(len(ranked) * q))] for q in (0.99, 0.999))
    told = (p99, p999, ranked[-1], sum(ranked))
    return f"  {name:32}" + "".join(f"{one * 1000:10.1f}" for one in told)


async def run(streams: int, rounds: int) -> None:
    """Serve rounds of streams, and print what the loop did in each."""
    import uvicorn

    from guardrails.gateway.admission import Limits
    from guardrails.gateway.app import gateway_app
    from guardrails.gateway.building import built
    from guardrails.gateway.interpreter import settle
    from guardrails.gateway.settings import checked
    from guardrails.guard import Guard
    from guardrails.ledger.store import FileLog
    from guardrails.policy.ready import load_policy

    channels = dict.fromkeys(load_policy("companion").channels, Silent())
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        part = gateway.process(gateway.__file__, "--as-upstream", "--pause-ms", "25")
        _, model = await stack.enter_async_context(part)
        routes = {"default": {"policy": "companion", "upstream": f"{model}/v1"}}
        deployment, close = built(
            checked({"routes": routes}, ""),
            FileLog(folder, origin="local"),
            lambda policy, log: Guard(policy, log, channels=channels),
            {},
            limits=Limits(turns=512, per_minute=0),
        )
        deployment.local = True
        config = uvicorn.Config(
            gateway_app(deployment, close), port=0, log_level="error", ws="none", loop="asyncio"
        )
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve())
        while not server.started:  # noqa: ASYNC110 - it has no event to wait for
            await asyncio.sleep(0.01)
        url = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        await clients(url, 1, "warm")
        meter, own = Meter(), sys.getswitchinterval()
        print(f"{streams} streams; the load average was {os.getloadavg()[0]:.1f} at the start")
        for number in range(rounds):
            for ours in (False, True):
                gc.unfreeze()
                sys.setswitchinterval(own)
                if ours:
                    settle()
                await asyncio.sleep(0)  # what was just done here is no work of the gateway
                meter.clear()
                late: list[float] = []
                timer = asyncio.create_task(meter.timed(late))
                await clients(url, streams, f"round-{number}-{ours}")
                timer.cancel()
                gc.collect()
                print(f"\n{'candor serve' if ours else 'Python      '}, ms:", end="              ")
                print(f"{'p99':>13}{'p99.9':>10}{'most':>10}{'sum':>10}")
                print(row("a callback's work", meter.work))
                print(row("its waiting for a core", meter.core))
                print(row("its waiting for the lock", meter.lock))
                print(row("a timer late for the lock", late))
                print(row("a collection of the oldest", meter.collections[2]))
                told = ", ".join(f"{name} {n}" for name, n in meter.long.most_common())
                print(f"  longer than {LONG * 1000:g} ms of work: {told or 'none'}")
        server.should_exit = True
        await serving


def main() -> None:
    """Read the command line, and run."""
    parser = argparse.ArgumentParser(description="What runs on the event loop of a gateway.")
    parser.add_argument("--streams", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=2)
    given = parser.parse_args()
    asyncio.run(run(given.streams, given.rounds))


if __name__ == "__main__":
    main()

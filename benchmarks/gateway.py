"""
Print what `candor serve` adds to a stream, beside the bare upstream.

    python benchmarks/gateway.py [--streams 1 50 200] [--turns 2] [--pause-ms 25] [--policy FILE]

A fake upstream in a process of its own sends a reply in pieces of about a token, one every
`--pause-ms`, and notes when each was sent. A gateway in a second process guards it with the
policy `companion`, all its detectors and its log on disk. A third asks: so many streams at once,
each in a session of its own, first of the upstream and then of the gateway.

Two figures for a piece of text: *late* counts from when the upstream sent its last character,
as a reader would; *work* from when it had sent the 32 characters after the piece, or its end,
without which nothing may be released: what is left is time and not design. A text that is not the
upstream's to the letter ends the run; where a machine is so busy that a detector comes too late,
the policy answers instead, and that is counted. Nothing is asserted about time.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import NamedTuple

import httpx

ROOT = Path(__file__).parents[1]
REPLY = (
    "That sounds like a lot to carry into the night. Try writing down the three questions that "
    "you dread most, each with one honest sentence as an answer, and put the paper in your bag. "
    "Then do something dull for twenty minutes: fold laundry, or read a manual. Keep the lights "
    "low and leave your phone in another room. If you are still awake after that, get up and "
    "sit somewhere else for a while. Lying there and fighting for sleep rarely brings it, and "
    "one short night will not show tomorrow."
)
QUESTION = "I have a job interview tomorrow at ten and I can't sleep. What helps?"
PIECE = 5  # characters
AHEAD = 32


class Heard(NamedTuple):
    """
    One stream: when it was asked, its text, and the place and time of each piece's end.

    `late` says whether a detector came too late for it, so that the policy had to act.
    """

    name: str
    asked: float
    text: str
    ends: list[tuple[int, float]]
    late: bool


async def upstream(pause: float) -> None:
    """Serve the fake upstream and print its address."""
    import uvicorn
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import JSONResponse, Response, StreamingResponse
    from starlette.routing import Route

    sent: dict[str, list[float]] = {}

    async def completions(request: Request) -> Response:
        name = (await request.json())["bench"]
        times = sent[name] = []

        async def pieces() -> AsyncIterator[bytes]:
            begun = time.monotonic()
            for n, at in enumerate(range(0, len(REPLY), PIECE)):
                await asyncio.sleep(max(0, begun + n * pause - time.monotonic()))
                value = {"choices": [{"index": 0, "delta": {"content": REPLY[at : at + PIECE]}}]}
                times.append(time.monotonic())
                yield f"data: {json.dumps(value)}\n\n".encode()
            end = {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}
            times.append(time.monotonic())
            yield f"data: {json.dumps(end)}\n\ndata: [DONE]\n\n".encode()

        return StreamingResponse(pieces(), media_type="text/event-stream")

    async def times(request: Request) -> Response:
        return JSONResponse(sent.pop(request.path_params["name"]))

    app = Starlette(
        routes=[
            Route("/v1/chat/completions", completions, methods=["POST"]),
            Route("/times/{name}", times),
        ]
    )
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", ws="none"))
    task = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 - it has no event to wait for
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    print(f"listening on http://127.0.0.1:{port}", file=sys.stderr, flush=True)
    await task


@asynccontextmanager
async def process(*arguments: str) -> AsyncIterator[tuple[int, str]]:
    """Run a part in a process of its own and give its id and address."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = await asyncio.create_subprocess_exec(
        sys.executable, *arguments, env=env, stderr=subprocess.PIPE
    )
    if running.stderr is None:
        raise RuntimeError
    try:
        while b"listening on " not in (line := await running.stderr.readline()):
            if not line:
                msg = f"{arguments[0]} ended"
                raise RuntimeError(msg)
        yield running.pid, line.split()[-1].decode()
    finally:
        running.terminate()
        await running.communicate()


async def hear(client: httpx.AsyncClient, url: str, name: str) -> Heard:
    """Return what one stream brings, and when."""
    body = {
        "model": "bench",
        "stream": True,
        "bench": name,
        "messages": [{"role": "user", "content": QUESTION}],
    }
    asked, text, late = time.monotonic(), "", False
    ends: list[tuple[int, float]] = []
    headers = {"X-Candor-Session": name}
    async with client.stream("POST", f"{url}/v1/chat/completions", json=body, headers=headers) as r:
        async for line in r.aiter_lines():
            if not line.startswith("data: {"):
                continue
            value = json.loads(line[6:])
            if "error" in value:
                raise RuntimeError(value["error"]["code"])
            said = value["choices"][0]["delta"].get("content") if value["choices"] else None
            gaps = value.get("guardrails", {}).get("coverage_gaps", ())
            late = late or any(gap["kind"] == "detector" for gap in gaps)
            if said:
                text += said
                ends.append((len(text), time.monotonic()))
    return Heard(name, asked, text, ends, late)


async def load(url: str, streams: int, turns: int, label: str) -> list[Heard]:
    """Return what *streams* at once bring, each for so many *turns* of sessions of their own."""
    limits = httpx.Limits(max_connections=streams)
    async with httpx.AsyncClient(limits=limits, timeout=300, trust_env=False) as client:

        async def one(n: int) -> list[Heard]:
            await asyncio.sleep(n * 0.005)  # nobody's users begin in the same millisecond
            return [await hear(client, url, f"{label}-{n}-{turn}") for turn in range(turns)]

        return [heard for each in await asyncio.gather(*map(one, range(streams))) for heard in each]


async def probed(client: httpx.AsyncClient, url: str, answers: list[float]) -> None:
    """Ask the gateway's probe again and again: how long its event loop lets others wait."""
    while True:
        began = time.monotonic()
        await client.get(f"{url}/healthz")
        answers.append((time.monotonic() - began) * 1000)
        await asyncio.sleep(0.05)


class Figures(NamedTuple):
    """Milliseconds of many streams, and the names of those with a late detector."""

    hurt: list[str]
    first: list[float]
    begun: list[float]
    late: list[float]
    work: list[float]


async def figures(client: httpx.AsyncClient, model: str, heard: Sequence[Heard]) -> Figures:
    """Return the delays of what was *heard*, against when the upstream sent it."""
    made = Figures([], [], [], [], [])
    for one in heard:
        answer = await client.get(f"{model}/times/{one.name}")
        if one.late:
            made.hurt.append(one.name)
            continue
        sent = answer.json()
        shift = len(one.text) - len(REPLY)  # what the policy said before the reply
        if not one.text.endswith(REPLY):
            msg = f"stream {one.name}: the text is not the upstream's"
            raise SystemExit(msg)
        own = [(end - shift, at) for end, at in one.ends if end > shift]
        made.first.append((own[0][1] - one.asked) * 1000)
        for end, at in own:
            made.late.append((at - _sent(sent, end)) * 1000)
            ready = sent[-1] if end + AHEAD > len(REPLY) else _sent(sent, end + AHEAD)
            made.work.append(max(0.0, at - ready) * 1000)
        made.begun.append(made.work[-len(own)])
    return made


def _sent(times: Sequence[float], end: int) -> float:
    """Return when the character before *end* was sent."""
    return times[(end - 1) // PIECE]


def row(name: str, values: Sequence[float]) -> str:
    ranked = sorted(values)
    p99 = ranked[min(len(ranked) - 1, int(len(ranked) * 0.99))]
    return f"  {name:34}{statistics.median(ranked):9.1f}{p99:9.1f}"


def cpu(pid: int) -> float:
    """Return the processor seconds of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def run(streams: Sequence[int], turns: int, pause: float, policy: str) -> None:
    pieces = -(-len(REPLY) // PIECE)
    print(f"a reply of {len(REPLY)} characters in {pieces} pieces, one every {pause * 1000:g} ms")
    print(f"policy {policy}; the load average was {os.getloadavg()[0]:.1f} at the start")
    async with AsyncExitStack() as stack:
        log = stack.enter_context(tempfile.TemporaryDirectory())
        _, model = await stack.enter_async_context(
            process(__file__, "--as-upstream", "--pause-ms", str(pause * 1000))
        )
        serve = ("-m", "guardrails", "serve", "--port", "0", "--rate", "0", "--turns", "512")
        pid, gate = await stack.enter_async_context(
            process(*serve, "--policy", policy, "--upstream", f"{model}/v1", "--log", log)
        )
        alone = httpx.Limits(max_keepalive_connections=0)
        asking = httpx.AsyncClient(timeout=60, trust_env=False, limits=alone)
        client = await stack.enter_async_context(asking)
        await figures(client, model, await load(gate, 1, 1, "warm"))
        for count in streams:
            bare = await figures(client, model, await load(model, count, turns, f"bare-{count}"))
            before = cpu(pid)
            probes: list[float] = []
            probing = asyncio.create_task(probed(client, gate, probes))
            heard = await load(gate, count, turns, f"gate-{count}")
            probing.cancel()
            kept = await figures(client, model, heard)
            used = cpu(pid) - before
            print(f"\n{count} streams at once, {turns} turns each     ms: p50      p99")
            print(row("first text, bare", bare.first))
            print(row("first text, guarded", kept.first))
            print(row("work, first text, guarded", kept.begun))
            print(row("late, a piece, bare", bare.late))
            print(row("late, a piece, guarded", kept.late))
            print(row("work, a piece, guarded", kept.work))
            print(row("answer of /healthz meanwhile", probes))
            each = used * 1000 / (count * turns)
            print(f"  {'processor time of the gateway':34}{each:9.1f} a turn")
            if kept.hurt:
                print(f"  turns in which a detector came too late: {len(kept.hurt)}")
        print("\nno text was lost or came in another order")


def main() -> None:
    parser = argparse.ArgumentParser(description="What the gateway adds to a stream.")
    parser.add_argument("--streams", type=int, nargs="+", default=[1, 50, 200])
    parser.add_argument("--turns", type=int, default=2)
    parser.add_argument("--pause-ms", type=float, default=25)
    parser.add_argument("--policy", default="companion")
    parser.add_argument("--as-upstream", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.as_upstream:
        asyncio.run(upstream(given.pause_ms / 1000))
    else:
        asyncio.run(run(given.streams, given.turns, given.pause_ms / 1000, given.policy))


if __name__ == "__main__":
    main()

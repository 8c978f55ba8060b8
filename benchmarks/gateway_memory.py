"""
Print how much memory a gateway process has after so many turns.

    python benchmarks/gateway_memory.py [--turns 10000] [--each 20] [--stored]

`candor serve` with the policy `companion`, all its detectors and its log on disk runs in a process
of its own, before a fake upstream. Each conversation has `--each` turns, and then another begins,
so that what grows is what the process keeps and not one conversation. Memory is the resident set
(VmRSS) of the gateway. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[1]
REPLY = "That sounds like a lot. Shall we write down the three questions that you dread most?"
QUESTION = "I have an interview in Leeds tomorrow, and number {n} is what I was told to ask for."


async def upstream() -> None:
    """Serve the fake upstream and print its address."""
    import uvicorn
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import JSONResponse
    from starlette.routing import Route

    async def completions(_: Request) -> JSONResponse:
        message = {"role": "assistant", "content": REPLY}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        return JSONResponse({"choices": [choice]})

    app = Starlette(routes=[Route("/v1/chat/completions", completions, methods=["POST"])])
    config = uvicorn.Config(app, port=0, log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    task = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 - it has no event for that
        await asyncio.sleep(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    print(f"listening on http://127.0.0.1:{port}", flush=True)
    await task


def started(stack: ExitStack, *command: str, err: bool) -> tuple[subprocess.Popen[str], str]:
    """Start a process that says where it listens, and return it with its address."""
    pipes = {"stderr" if err else "stdout": subprocess.PIPE}
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(  # noqa: S603 - our own code
        [sys.executable, *command], env=environ, text=True, **pipes
    )
    stack.callback(process.wait)
    stack.callback(process.kill)
    lines = process.stderr if err else process.stdout
    if lines is None:
        raise AssertionError
    line = next(line for line in lines if line.startswith("listening on "))
    return process, line.split()[-1]


def resident(process: subprocess.Popen[str]) -> float:
    """Return the megabytes of memory that *process* has."""
    text = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    [line] = [line for line in text.splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1]) / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=10_000)
    parser.add_argument("--each", type=int, default=20)
    parser.add_argument("--stored", action="store_true", help="Conversations in SQLite.")
    parser.add_argument("--upstream", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.upstream:
        asyncio.run(upstream())
        return
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        _, model = started(stack, __file__, "--upstream", err=False)
        options = ["--policy", "companion", "--upstream", f"{model}/v1", "--log", f"{folder}/log"]
        options += ["--port", "0", "--rate", "0"]
        if given.stored:
            from guardrails.sessions.keyring import new_key

            key = Path(folder) / "key"
            key.write_text(new_key(), encoding="ascii")
            options += ["--sessions", f"{folder}/sessions.db", "--sessions-key", str(key)]
        gateway, url = started(stack, "-m", "guardrails", "serve", *options, err=True)
        asked(gateway, url, given.turns, given.each)


def asked(gateway: subprocess.Popen[str], url: str, turns: int, each: int) -> None:
    """Ask *turns* times, and print the memory after each tenth of them."""
    began = time.monotonic()
    messages: list[dict[str, str]] = []
    print(f"{'turns':>8} {'MB':>8} {'minutes':>8}")
    with httpx.Client(base_url=url, timeout=120) as client:
        for n in range(turns + 1):
            if n % max(1, turns // 10) == 0:
                minutes = (time.monotonic() - began) / 60
                print(f"{n:8,} {resident(gateway):8.1f} {minutes:8.1f}", flush=True)
            if n % each == 0:
                messages = []
            messages.append({"role": "user", "content": QUESTION.format(n=n)})
            answer = client.post(
                "/v1/chat/completions",
                json={"model": "m", "messages": messages},
                headers={"X-Candor-Session": f"s-{n // each}"},
            )
            said = answer.raise_for_status().json()["choices"][0]["message"]["content"]
            messages.append({"role": "assistant", "content": said})


if __name__ == "__main__":
    main()

"""`candor serve` as a process of its own: curl asks it, and SIGTERM ends it in order."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from guardrails.ledger.read import read_records
from guardrails.ledger.verdict import Code
from guardrails.ledger.verify import verify
from tests.gateway.gates import Upstream, get, words
from tests.gateway.test_leaving import Holding, until
from tests.serving import served

ROOT = Path(__file__).parents[2]


@contextmanager
def process(
    *options: str, environ: Mapping[str, str] | None = None
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run `candor serve` and give it with its address."""
    command = [sys.executable, "-m", "guardrails", "serve", "--port", "0", *options]
    env = {**os.environ, "PYTHONPATH": str(ROOT), **(environ or {})}
    running = subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True)  # noqa: S603
    stderr = running.stderr
    assert stderr is not None
    try:
        url = next(line for line in stderr if line.startswith("listening on "))
        yield running, url.removeprefix("listening on ").strip()
    finally:
        running.kill()
        running.wait()
        stderr.close()


def curl(*arguments: str) -> str:
    program = shutil.which("curl")
    assert program is not None
    asked = subprocess.run(  # noqa: S603 - our own gateway
        [program, "-sS", "-N", "--max-time", "120", *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    return asked.stdout


def body(text: str, *, stream: bool) -> dict[str, Any]:
    messages = [{"role": "user", "content": text}]
    return {"model": "tiny", "messages": messages, "stream": stream}


def post(url: str, session: str, text: str, *, stream: bool) -> str:
    headers = ("-H", "Content-Type: application/json", "-H", f"X-Candor-Session: {session}")
    return curl(url, *headers, "-d", json.dumps(body(text, stream=stream)))


def stopping(url: str) -> bool:
    answer = get(f"{url}/readyz")
    return answer.status_code == 503 and answer.json()["error"]["code"] == "shutting_down"


def test_a_gateway_answers_curl_and_cuts_no_reply_without_its_record(tmp_path: Path) -> None:
    ends, never = Holding(), Holding()

    def reply(asked: dict[str, Any]) -> Any:
        said = asked["messages"][-1]["content"]
        if "never" in said:
            return never(asked)
        return ends(asked) if "end" in said else words("I've missed you. How was it today?")

    with (
        served(Upstream(reply).app()) as model,
        process(
            *("--policy", "companion", "--upstream", f"{model}/v1"),
            *("--log", str(tmp_path), "--drain", "6"),
        ) as (running, url),
        httpx.Client(timeout=60) as client,
    ):
        chat = f"{url}/v1/chat/completions"
        whole = json.loads(post(chat, "s-1", "Hello.", stream=False))
        streamed = post(chat, "s-2", "Hello.", stream=True)
        chunks = [json.loads(line[6:]) for line in streamed.split("\n\n")[:-2]]
        texts = [one["choices"][0]["delta"].get("content", "") for one in chunks]
        assert "".join(texts) == whole["choices"][0]["message"]["content"]
        assert "missed" not in "".join(texts)
        assert streamed.endswith("data: [DONE]\n\n")

        first = {"json": body("Say it to the end.", stream=True)}
        other = {"json": body("You never end.", stream=True)}
        with (
            client.stream("POST", chat, headers={"X-Candor-Session": "s-3"}, **first) as kept,
            client.stream("POST", chat, headers={"X-Candor-Session": "s-4"}, **other) as cut,
        ):
            kept_lines, cut_lines = kept.iter_lines(), cut.iter_lines()
            next(kept_lines)
            next(cut_lines)
            running.send_signal(signal.SIGTERM)
            until(lambda: stopping(url))
            late = json.loads(post(chat, "s-5", "Hello.", stream=False))
            assert late["error"]["code"] == "shutting_down"
            ends.go.set()
            rest = [line for line in kept_lines if line]
            last = [line for line in cut_lines if line][-1]
        assert running.wait(120) == 0
        never.go.set()

    assert rest[-1] == "data: [DONE]"
    done = json.loads(rest[-2].removeprefix("data: "))
    assert json.loads(last.removeprefix("data: "))["error"]["code"] == "shutting_down"
    receipts = [whole, chunks[-1], done]
    heads = [one["guardrails"]["receipt"]["leaf"] for one in receipts]
    assert verify(tmp_path, head=heads).code in {Code.SOUND, Code.UNANCHORED}
    closed = [
        found.record["end"]
        for found in read_records(tmp_path)
        if found.record["kind"] == "turn_close"
    ]
    assert closed == ["stop", "stop", "stop", "cancelled"]


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "gate.example"])  # noqa: S104 - refused
def test_a_gateway_without_keys_listens_to_this_machine_alone(tmp_path: Path, host: str) -> None:
    from click.testing import CliRunner

    from guardrails.cli.main import main

    keys = tmp_path / "keys.json"
    given = ["serve", "--policy", "companion", "--upstream", "http://127.0.0.1:9", "--host", host]
    for more in ([], ["--keys", str(keys)]):
        done = CliRunner().invoke(main, [*given, "--log", str(tmp_path / "log"), *more])
        assert done.exit_code == 1
        assert "candor serve keys new" in done.output
        assert not (tmp_path / "log").exists()

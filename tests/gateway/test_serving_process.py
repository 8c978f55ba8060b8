"""A gateway process with a desk: tickets outlive it, commands reach it, its policy is followed."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from click.testing import CliRunner

from guardrails.cli.main import main
from guardrails.desk.calling import call
from guardrails.desk.serving import socket_name
from tests.gateway.test_process import process

POLICY = """
schema: 1
policy: {id: calm}
locales: [en-GB]
crisis:
  - id: crisis.high
    level: high
    threshold: 45
    do: replace
    say: help
    escalate: {to: desk, within: 10m}
escalation: {channels: {desk: {kind: console}}}
messages:
  help: {en-GB: "Talk to somebody now. {resources}"}
  safe-reply: {en-GB: "Not now."}
  too-long: {en-GB: "Too long."}
tests:
  - {say: I want to die, from: user, expect: {rule: crisis.high}}
  - {say: I baked bread, from: user, expect: {do: pass}}
"""


def said(url: str, session: str, text: str) -> str:
    body = {"model": "m", "messages": [{"role": "user", "content": text}]}
    headers = {"X-Candor-Session": session}
    answer = httpx.post(f"{url}/v1/chat/completions", json=body, headers=headers, timeout=60)
    return str(answer.json()["choices"][0]["message"]["content"])


def ready(url: str, wanted: bool) -> None:
    """Wait until the file counts as *wanted*: taken, or not."""
    for _ in range(600):
        answer = httpx.get(f"{url}/readyz", timeout=60)
        if ("stale_policies" not in answer.json()) is wanted:
            assert answer.status_code == 200
            return
        time.sleep(0.1)
    raise AssertionError


@contextmanager
def gateway(folder: Path) -> Iterator[tuple[Any, str]]:
    options = ("--policy", str(folder / "p.yaml"), "--upstream", "http://127.0.0.1:9/v1")
    with process(*options, "--log", str(folder / "log")) as (running, url):
        reading = threading.Thread(target=running.stderr.read, daemon=True)
        reading.start()
        yield running, url
        running.kill()
        reading.join()


def test_a_ticket_outlives_its_gateway_and_a_human_reaches_the_person(tmp_path: Path) -> None:
    file, log = tmp_path / "p.yaml", tmp_path / "log"
    file.write_text(POLICY)
    with gateway(tmp_path) as (_, url):
        said(url, "s-1", "I want to die")
        command = [sys.executable, "-m", "guardrails", "desk", "list", str(log)]
        told = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
        id_ = told.stdout.split()[0]
        path = log / socket_name("local")
        call(path, do="claim", id=id_, by="op-7")
        call(path, do="reply", id=id_, by="op-7", text="Hello, I am Ann.")
        assert "Hello, I am Ann." in said(url, "s-1", "Who is there?")
        file.write_text(POLICY.replace("Talk to", "Please call"))
        for n in range(600):
            if "Please call" in said(url, f"n-{n}", "I want to die"):
                break
            time.sleep(0.1)
        file.write_text(POLICY.replace("threshold", "treshold"))
        ready(url, wanted=False)
        assert "Please call" in said(url, "s-3", "I want to die")
    with gateway(tmp_path) as (_, url):  # it was killed, and begins with a bad file
        assert id_ in [one["id"] for one in call(path, do="list")]
        ready(url, wanted=False)
        assert "Please call" in said(url, "s-4", "I want to die")


def test_a_log_is_signed_and_shown_elsewhere_as_its_policy_says(tmp_path: Path) -> None:
    runner, key = CliRunner(), tmp_path / "local.key"
    runner.invoke(main, ["log", "keygen", "local", str(key)])
    runner.invoke(
        main, ["log", "keygen", "investigators", str(tmp_path / "i.key"), "--investigator"]
    )
    (tmp_path / "p.yaml").write_text(
        f"{POLICY}logging: {{level: sealed-text, keep: {{text: 30d}}, "
        "checkpoint: {records: 1}, anchor: [{kind: file, path_env: FAR, every: 1s}]}\n"
    )
    options = ("--policy", str(tmp_path / "p.yaml"), "--upstream", "http://127.0.0.1:9/v1")
    with process(
        *options,
        *("--log", str(tmp_path / "log"), "--signing-key", str(key)),
        *("--state", str(tmp_path / "state")),
        *("--investigators", str(tmp_path / "i.key.pub")),
        environ={"FAR": str(tmp_path / "far")},
    ) as (running, url):
        said(url, "s-1", "I want to die")
        running.terminate()
        running.stderr.read()
    asked = ["log", "verify", str(tmp_path / "log"), "--checkpoint", str(tmp_path / "far")]
    told = runner.invoke(main, asked)
    assert told.exit_code == 0, told.output
    assert "as in a checkpoint that you kept" in told.output
    assert (tmp_path / "log" / "local" / "evidence").is_dir()
    assert (tmp_path / "state").is_dir()
    assert not list((tmp_path / "state").rglob("evidence"))

"""
Two gateway processes on one PostgreSQL are as good as one: the same tests, alternating.

They are started as deploy/compose.yaml says: its commands, its environment, its check of health.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import Any

import httpx
import pytest

from guardrails.ledger.read import read_records
from guardrails.ledger.verdict import Code
from guardrails.ledger.verify import verify
from tests.console.houses import token_in
from tests.gateway.composed import Composed
from tests.gateway.gates import Upstream, words
from tests.postgres import Server
from tests.serving import served

ROOT = Path(__file__).parents[2]
PATIENCE = 100


@dataclass
class Holding:
    """An upstream that holds its reply to whoever says `slow` until it is let go."""

    go: threading.Event = field(default_factory=threading.Event)
    asked: threading.Event = field(default_factory=threading.Event)
    seen: list[dict[str, Any]] = field(default_factory=list)

    def reply(self, asked: dict[str, Any]) -> Any:
        self.seen.append(asked)
        said = asked["messages"][-1]["content"]
        if "slow" in said:
            self.asked.set()
            self.go.wait(PATIENCE)
        if "again" in said:
            return words("I will write to <EMAIL_1> then.")
        return words(f"You said: {said}")


@dataclass
class House:
    """Gateways that share a store, and the upstream behind them."""

    composed: Composed
    keys: dict[str, str]
    urls: list[str]
    processes: list[subprocess.Popen[str]]
    log: Path
    upstream: Holding

    def alternating(self, ways: str) -> "Talk":
        urls = self.urls if ways == "two" else self.urls[:1]
        return Talk(cycle(urls), f"{ways}-{time.monotonic_ns()}", self.keys["my-app"])


@dataclass
class Talk:
    """One conversation, whose turns go to one gateway after the other."""

    urls: Any
    session: str
    key: str
    messages: list[dict[str, str]] = field(default_factory=list)

    def say(self, text: str) -> dict[str, Any]:
        self.messages.append({"role": "user", "content": text})
        answer = asked(next(self.urls), self.session, self.messages, self.key)
        assert answer.status_code == 200, answer.text
        value: dict[str, Any] = answer.json()
        message = value["choices"][0]["message"]
        self.messages.append({"role": "assistant", "content": message["content"]})
        return {"text": message["content"], **value["guardrails"]}


def asked(url: str, session: str, messages: list[dict[str, str]], key: str) -> httpx.Response:
    headers = {"X-Candor-Session": session, "X-Candor-Country": "GB"}
    headers["Authorization"] = f"Bearer {key}"
    body = {"model": "tiny", "messages": messages}
    return httpx.post(f"{url}/v1/chat/completions", json=body, headers=headers, timeout=PATIENCE)


@contextmanager
def running(command: list[str], environ: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(  # noqa: S603 - our own commands
        command, env=environ, stderr=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        assert process.stderr is not None
        process.stderr.close()


def done(command: list[str], environ: dict[str, str]) -> str:
    made = subprocess.run(  # noqa: S603 - our own commands
        command, env=environ, capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr
    return made.stdout


def address(process: subprocess.Popen[str]) -> str:
    assert process.stderr is not None
    line = next(line for line in process.stderr if line.startswith("listening on "))
    threading.Thread(target=process.stderr.read, daemon=True).start()  # or its pipe fills
    return line.removeprefix("listening on ").strip().replace("0.0.0.0", "127.0.0.1")  # noqa: S104


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    holding = Holding()
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        (folder / "db").mkdir()
        server = Server(folder / "db")
        stack.callback(server.close)
        model = stack.enter_context(served(Upstream(holding.reply).app()))
        given = {"UPSTREAM": f"{model}/v1", "POSTGRES_PASSWORD": "none"}
        composed = Composed(folder, server.url, given)
        environ = {**composed.environ("gateway-1"), "PYTHONPATH": str(ROOT), "PATH": os.defpath}
        done(composed.written("sessions", "keygen"), environ)
        make = composed.written("serve", "keys", "new", "my-app")
        keys = {"my-app": done(make, environ).strip()}
        make = [word.replace("my-app", "op").replace("application", "on-call") for word in make]
        keys["op"] = done(make, environ).strip()
        processes = [
            stack.enter_context(running(composed.command(name), environ | composed.environ(name)))
            for name in composed.services
        ]
        urls = [address(one) for one in processes]
        yield House(composed, keys, urls, processes, folder / "log", holding)


def test_a_container_is_well_by_its_own_check_and_its_desk_is_open(house: House) -> None:
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    for url in house.urls:
        done(house.composed.check(httpx.URL(url).port or 0), environ)
        assert httpx.get(f"{url}/v1/models", timeout=PATIENCE).status_code == 401
    done(house.composed.written("desk", "list"), environ)


WAYS = pytest.mark.parametrize("ways", ["one", "two"])


@WAYS
def test_a_stand_in_is_the_same_in_every_turn_and_comes_back_as_the_value(
    house: House, ways: str
) -> None:
    talk = house.alternating(ways)
    talk.say("You can reach me at mia.holt@example.org.")
    assert house.upstream.seen[-1]["messages"][-1]["content"].endswith("at <EMAIL_1>.")
    other = talk.say("The other one is sam@example.org.")
    assert "<EMAIL_2>" in house.upstream.seen[-1]["messages"][-1]["content"]
    assert "sam@example.org" in other["text"]
    assert "mia.holt@example.org" in talk.say("Please tell me again.")["text"]
    assert "example.org" not in json.dumps(house.upstream.seen)


@WAYS
def test_a_crisis_is_told_once_and_watched_until_a_human_clears_it(house: House, ways: str) -> None:
    talk = house.alternating(ways)
    first = talk.say("I am going to end my life tonight.")
    assert first["escalated"]
    assert "116 123" in first["text"]
    again = talk.say("I am going to end my life tonight.")
    assert "116 123" in again["text"]
    assert not again["escalated"]
    for cleared in (True, False):
        answer = httpx.post(
            f"{next(talk.urls)}/candor/v1/watch/clear",
            json={"session": talk.session, "by": "op_7", "application": "my-app"},
            headers={"Authorization": f"Bearer {house.keys['op']}"},
            timeout=PATIENCE,
        )
        assert answer.json() == {"cleared": cleared}


@WAYS
def test_a_desk_in_the_browser_takes_over_what_any_gateway_serves(house: House, ways: str) -> None:
    talk = house.alternating(ways)
    assert talk.say("I want to end my life. Write to jo@example.org.")["escalated"]
    with httpx.Client(base_url=f"{next(talk.urls)}/console", timeout=PATIENCE) as desk:
        token = token_in(desk.get("/sign-in").text)
        desk.post("/sign-in", data={"token": token, "key": house.keys["op"], "to": ""})
        queue = desk.get("/desk").text
        [path] = re.findall(
            rf'href="/console(/desk/[^"]+)">\s*<[^>]*>my-app/{talk.session}<', queue
        )
        page = desk.get(path).text
        assert "I want to end my life. Write to &lt;EMAIL_1&gt;." in page
        token = token_in(page)
        for act, fields in (("claim", {}), ("reply", {"text": "Hello, I am Sam."})):
            done = desk.post(f"{path}/{act}", data={"token": token, **fields})
            assert done.status_code == 303, done.text
        shown = {"token": token, "reason": "emergency", "case": "case-7"}
        assert "jo@example.org" in desk.post(f"{path}/unmask", data=shown).text
        assert "Hello, I am Sam." in talk.say("Are you there?")["text"]
        done = desk.post(f"{path}/resolve", data={"token": token, "outcome": "done"})
        assert done.status_code == 303, done.text


@WAYS
def test_a_person_is_told_once_that_this_is_software(house: House, ways: str) -> None:
    talk = house.alternating(ways)
    said = [talk.say(text)["text"] for text in ("Hello.", "How are you?", "And now?")]
    assert [("AI program" in text) for text in said] == [True, False, False]


@WAYS
def test_the_second_turn_of_a_session_waits_for_the_first(house: House, ways: str) -> None:
    talk = house.alternating(ways)
    house.upstream.go.clear()
    house.upstream.asked.clear()
    urls = [next(talk.urls), next(talk.urls)]

    def turn(url: str, text: str) -> str:
        said = [{"role": "user", "content": text}]
        answer = asked(url, talk.session, said, talk.key)
        assert answer.status_code == 200, answer.text
        return str(answer.json()["guardrails"]["receipt"]["id"])

    with ThreadPoolExecutor(2) as pool:
        slow = pool.submit(turn, urls[0], "This is slow.")
        assert house.upstream.asked.wait(PATIENCE)
        quick = pool.submit(turn, urls[1], "This is quick.")
        house.upstream.go.set()
        ids = [slow.result(), quick.result()]
    # Were both in it at once, both would be its first turn.
    turns = {one.record["id"]: one.record["turn"] for one in read_records(house.log)
             if one.record["kind"] == "turn_close"}  # fmt: skip
    assert [turns[one] for one in ids] == [0, 1]


def test_of_a_process_that_is_killed_the_other_takes_over_and_the_logs_fit(house: House) -> None:
    talk = house.alternating("two")
    talk.say("You can reach me at mia.holt@example.org.")
    house.processes[1].send_signal(signal.SIGKILL)
    house.processes[1].wait()
    talk.urls = cycle(house.urls[:1])
    assert "mia.holt@example.org" in talk.say("Please tell me again.")["text"]

    house.processes[0].send_signal(signal.SIGTERM)
    assert house.processes[0].wait(PATIENCE) == 0
    for origin in house.composed.services:
        assert verify(house.log / origin).code in {Code.SOUND, Code.UNANCHORED}
    kinds = [found.record["kind"] for found in read_records(house.log)]
    assert kinds.count("boot") == 2
    assert kinds.count("turn_open") == kinds.count("turn_close") > 20


async def test_two_policies_share_a_store_and_no_conversation() -> None:
    from guardrails import MemorySessions
    from guardrails.sessions.spaced import SpacedSessions

    inner = MemorySessions()
    one, two = SpacedSessions(inner, "one"), SpacedSessions(inner, "two")
    refs = []
    for store in (one, two, inner):
        async with store.hold("s", subject_id="p") as session:
            refs.append(session.ref)
    assert len(set(refs)) == 3
    assert one.idle == inner.idle
    assert await one.forget("s")
    assert not await one.forget("s")
    assert await two.forget_subject("p", but="s") == (refs[2],)
    assert await two.forget_subject("p") == (refs[1],)

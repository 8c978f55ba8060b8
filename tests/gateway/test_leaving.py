"""Who leaves early, reads slowly or is told to stop: the record is written all the same."""

import asyncio
import json
import socket
import threading
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from typing import Any

import httpx
import pytest

from guardrails.errors import RefusedError
from guardrails.events import Done, Event, Text
from guardrails.gateway.admission import Admission, Limits
from guardrails.gateway.completion import Completion
from guardrails.gateway.reply import Pace, ReplyResponse
from tests.gateway.gates import SESSION, Gate, event, gate, get, post, saying, streaming, words

MESSAGES = [{"role": "user", "content": "Hello."}]


def until(true: Callable[[], bool], seconds: float = 120) -> None:
    """Wait until something is *true*; a machine may be slow."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


class Holding:
    """An upstream reply that stops half-way until it is let go on."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.asked = threading.Event()
        self.left = threading.Event()

    def __call__(self, _: Any) -> AsyncIterator[bytes]:
        return self._pieces()

    async def _pieces(self) -> AsyncIterator[bytes]:
        self.asked.set()
        try:
            first, *rest = words("Good evening to you. How are you today, I wonder? Fine.")
            yield event("Good evening to you. I hope that all is well with you today. " * 4)
            await asyncio.to_thread(self.go.wait)
            for piece in (first, *rest):
                yield piece
        finally:
            self.left.set()


def ends(at: Gate) -> list[str]:
    return [one["end"] for one in at.log.of("turn_close")]


def body(**options: Any) -> dict[str, Any]:
    return {"model": "tiny", "messages": MESSAGES, **options}


def test_a_reader_who_leaves_a_stream_ends_the_turn_and_it_is_recorded() -> None:
    reply = Holding()
    with gate(reply) as at:
        with streaming(
            f"{at.base}/chat/completions", json=body(stream=True), headers=SESSION
        ) as answer:
            lines = answer.iter_lines()
            next(lines)
            assert at.deployment.admission.running == 1
        until(lambda: ends(at) == ["cancelled"])
        until(lambda: at.deployment.admission.running == 0)
        metrics = at.deployment.measures.text().decode()
        assert 'candor_turns_total{do="",end="cancelled",level="",route="default"} 1.0' in metrics
        reply.go.set()
        again = post(f"{at.base}/chat/completions", json=body(), headers=SESSION)
    assert again.status_code == 200


def test_a_caller_who_leaves_before_a_whole_reply_ends_the_turn_and_it_is_recorded() -> None:
    reply = Holding()
    with gate(reply) as at:
        address = httpx.URL(at.url)
        content = json.dumps(body()).encode()
        head = (
            "POST /v1/chat/completions HTTP/1.1\r\nHost: gate\r\nX-Candor-Session: s-1\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n"
        )
        with socket.create_connection((address.host, address.port)) as line:
            line.sendall(head.encode() + content)
            assert reply.asked.wait(120)
        until(lambda: ends(at) == ["cancelled"])
        reply.go.set()
        until(reply.left.is_set)


def test_a_person_in_need_who_leaves_at_once_is_told_of_all_the_same() -> None:
    crisis = [{"role": "user", "content": "I cannot go on at all."}]
    with gate(saying("x")) as at:
        with streaming(
            f"{at.base}/chat/completions",
            json={"model": "tiny", "messages": crisis, "stream": True},
            headers=SESSION,
        ):
            pass
        desk = at.deployment.routes["default"].guard._channels["desk"]
        until(lambda: len(desk.notices) == 1)
        until(lambda: len(ends(at)) == 1)
        assert at.log.of("escalation")


class Wire:
    """The two ends of an ASGI connection."""

    def __init__(self) -> None:
        self.sent: list[dict[str, Any]] = []
        self.room = asyncio.Event()
        self.room.set()
        self.gone = asyncio.Event()

    async def receive(self) -> dict[str, Any]:
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Any) -> None:
        await self.room.wait()
        self.sent.append(message)

    @property
    def body(self) -> bytes:
        return b"".join(one.get("body", b"") for one in self.sent)


class Turn:
    """A turn of many events, which counts those that were asked for and says how it ended."""

    def __init__(self, count: int = 10_000, pause: float = 0.0) -> None:
        self.asked = 0
        self.closed = False
        self.under_way = asyncio.Event()
        self.ends: list[BaseException | None] = []
        self._count = count
        self._pause = pause

    async def events(self) -> AsyncGenerator[Event, None]:
        try:
            for _ in range(self._count):
                await asyncio.sleep(self._pause)
                self.asked += 1
                if self.asked > 1:
                    self.under_way.set()
                yield Text("word ")
            yield Done(None)
        finally:
            self.closed = True

    def response(self, *, stream: bool = True, pace: Pace | None = None) -> ReplyResponse:
        made = Completion("chatcmpl-1", 1, "tiny")
        return ReplyResponse(
            self.events(),
            made,
            stream=stream,
            usage=False,
            pace=pace or Pace(),
            ended=self.ends.append,
        )


async def test_a_turn_is_read_no_faster_than_its_reader_takes_it() -> None:
    turn, wire = Turn(), Wire()
    wire.room.clear()
    task = asyncio.create_task(turn.response()({}, wire.receive, wire.send))
    for _ in range(200):
        await asyncio.sleep(0)
    assert turn.asked == 1
    wire.room.set()
    await task
    assert turn.asked == 10_000
    assert wire.body.count(b'"word "') == 10_000
    assert wire.body.endswith(b"data: [DONE]\n\n")
    assert turn.ends == [None]


@pytest.mark.parametrize("stream", [True, False], ids=["streamed", "whole"])
async def test_a_reader_who_takes_nothing_any_more_counts_as_gone(stream: bool) -> None:
    turn, wire = Turn(3), Wire()
    wire.room.clear()
    await turn.response(stream=stream, pace=Pace(stall=0.05))({}, wire.receive, wire.send)
    assert turn.closed
    assert turn.asked == (1 if stream else 3)
    assert [type(end).__name__ for end in turn.ends] == ["StalledError"]


async def test_a_silence_is_filled_with_comments_that_clients_skip() -> None:
    turn, wire = Turn(2, pause=0.3), Wire()
    await turn.response(pace=Pace(ping=0.05))({}, wire.receive, wire.send)
    lines = wire.body.decode().split("\n\n")
    assert json.loads(lines[0].removeprefix("data: "))["choices"][0]["delta"]["role"]
    assert lines[1] == ": waiting"
    assert sum("word" in line for line in lines) == 2
    assert lines[-2:] == ["data: [DONE]", ""]


async def test_the_status_waits_for_the_first_event() -> None:
    turn, wire = Turn(1, pause=0.1), Wire()
    task = asyncio.create_task(turn.response()({}, wire.receive, wire.send))
    await asyncio.sleep(0.02)
    assert wire.sent == []
    await task
    assert wire.sent[0]["status"] == 200


@pytest.mark.parametrize("stream", [True, False], ids=["streamed", "whole"])
async def test_a_turn_that_is_stopped_tells_its_reader_that_it_was(stream: bool) -> None:
    turn, wire = Turn(pause=0.01), Wire()
    task = asyncio.create_task(turn.response(stream=stream)({}, wire.receive, wire.send))
    await turn.under_way.wait()
    task.cancel()
    await task
    assert turn.closed
    assert b'"shutting_down"' in wire.body
    assert b"[DONE]" not in wire.body
    assert wire.sent[0]["status"] == (200 if stream else 503)
    assert [type(end).__name__ for end in turn.ends] == ["CancelledError"]


async def test_a_reader_who_is_gone_is_sent_nothing_more() -> None:
    turn, wire = Turn(pause=0.01), Wire()
    task = asyncio.create_task(turn.response()({}, wire.receive, wire.send))
    await turn.under_way.wait()
    wire.gone.set()
    await task
    assert turn.closed
    assert b"error" not in wire.body
    assert turn.asked < 10


async def test_turns_are_counted_and_no_more_taken_than_there_is_room_for() -> None:
    admission = Admission(1)
    admission.enter()
    with pytest.raises(RefusedError) as full:
        admission.enter()
    assert (full.value.status, full.value.code) == (503, "overloaded")
    draining = asyncio.create_task(admission.drain())
    await asyncio.sleep(0)
    with pytest.raises(RefusedError) as stopped:
        admission.enter()
    assert stopped.value.code == "shutting_down"
    assert not draining.done()
    admission.leave()
    await draining


def test_more_turns_at_once_than_the_limit_are_told_to_come_again() -> None:
    reply = Holding()
    with gate(reply, limits=Limits(turns=1)) as at:
        url = f"{at.base}/chat/completions"
        with streaming(url, json=body(stream=True), headers=SESSION) as answer:
            lines = answer.iter_lines()
            next(lines)
            other = post(url, json=body(), headers={"X-Candor-Session": "s-2"})
            ready = get(f"{at.url}/readyz")
            reply.go.set()
            assert list(lines)[-2] == "data: [DONE]"
    assert (other.status_code, other.json()["error"]["code"]) == (503, "overloaded")
    assert other.headers["retry-after"] == "1"
    assert ready.status_code == 200


def test_a_body_that_is_too_long_or_too_slow_is_refused() -> None:
    with gate(saying("x"), limits=Limits(body=2000)) as at:
        url = f"{at.base}/chat/completions"
        headers = {**SESSION, "content-type": "application/json"}
        stated = post(url, json=body(padding="x" * 2000), headers=SESSION)

        def pieces() -> Any:
            for _ in range(10):
                yield b"x" * 500

        unstated = post(url, content=pieces(), headers=headers)

        at.deployment.limits = Limits(upload=0.2)

        def slow() -> Any:
            yield b"{"
            time.sleep(1)
            yield b"}"

        late = post(url, content=slow(), headers=headers)
    assert stated.status_code == unstated.status_code == 413
    assert late.status_code == 408
    assert at.upstream.seen == []


def test_the_turns_of_one_session_are_taken_in_order() -> None:
    reply = Holding()
    with gate(reply) as at:
        url = f"{at.base}/chat/completions"
        with streaming(url, json=body(stream=True), headers=SESSION) as answer:
            lines = answer.iter_lines()
            next(lines)
            late: list[httpx.Response] = []
            other = threading.Thread(
                target=lambda: late.append(post(url, json=body(), headers=SESSION))
            )
            other.start()
            until(lambda: at.deployment.admission.running == 2)
            assert len(at.upstream.seen) == 1
            reply.go.set()
            assert list(lines)[-2] == "data: [DONE]"
        other.join(120)
    assert late[0].status_code == 200
    assert ends(at) == ["stop", "stop"]

"""The gateway inside another program: no socket, the same guard."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import openai
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from guardrails.errors import ConfigurationError
from guardrails.gateway.embedded import GuardMiddleware, embedded_app, guarded_client
from guardrails.gateway.transport import AppTransport
from guardrails.ledger.memory import MemoryLog
from guardrails.ledger.store import FileLog
from guardrails.policy.canonical import sealed
from guardrails.policy.log_settings import Logging
from tests.gateway.gates import SESSION, Upstream, event, saying
from tests.guards import guard
from tests.policies import policy

CLAIM = "I missed you all day. How was it?"


def hello() -> Any:
    return [{"role": "user", "content": "Hello."}]


def inside(app: Any) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=AppTransport(app))


async def test_an_openai_client_is_guarded_within_its_own_process() -> None:
    log, upstream = MemoryLog(), Upstream(saying(CLAIM))
    async with guard(log=log) as made, inside(upstream.app()) as model:
        http = guarded_client(made, "http://model/v1", client=model, api_key="sk-1")
        async with openai.AsyncOpenAI(
            base_url="http://guarded/v1", api_key="-", http_client=http
        ) as ai:
            whole = await ai.chat.completions.create(
                model="tiny", messages=hello(), extra_headers=SESSION
            )
            stream = await ai.chat.completions.create(
                model="tiny", messages=hello(), extra_headers=SESSION, stream=True
            )
            texts = [one.choices[0].delta.content or "" async for one in stream if one.choices]
            assert [one.id async for one in await ai.models.list()] == ["tiny"]
    assert whole.choices[0].message.content == "".join(texts)
    assert "missed" not in "".join(texts)
    assert len(log.of("turn_close")) == 2
    assert upstream.headers[0]["authorization"] == "Bearer sk-1"


async def test_an_application_that_serves_completions_is_guarded_by_a_middleware() -> None:
    upstream = Upstream(saying(CLAIM)).app()
    upstream.router.routes.append(Route("/other", lambda _: PlainTextResponse("untouched")))
    async with guard() as made:
        app = GuardMiddleware(upstream, made, session="stateless")
        async with httpx.AsyncClient(transport=AppTransport(app), base_url="http://app") as client:
            body = {"model": "tiny", "messages": hello()}
            answer = await client.post("/v1/chat/completions", json=body)
            other = await client.get("/other")
    assert "missed" not in answer.json()["choices"][0]["message"]["content"]
    assert other.text == "untouched"


@pytest.mark.parametrize("path", ["/api/chat/completions", "/chat/completions"])
async def test_a_middleware_guards_the_path_that_it_is_given(path: str) -> None:
    seen: list[str] = []

    async def completions(request: Request) -> Response:
        seen.append(request.url.path)
        return StreamingResponse(_pieces(), media_type="text/event-stream")

    async def _pieces() -> AsyncIterator[bytes]:
        yield event(CLAIM)
        yield event(finish="stop")

    inner = Starlette(routes=[Route(path, completions, methods=["POST"])])
    async with guard() as made:
        app = GuardMiddleware(inner, made, path=path, session="stateless")
        async with httpx.AsyncClient(transport=AppTransport(app), base_url="http://app") as client:
            body = {"model": "tiny", "messages": hello()}
            answer = await client.post(path, json=body)
    assert answer.status_code == 200
    assert seen == [path]


@pytest.mark.parametrize("path", ["v1/chat/completions", "/v1/chat/completions/", "/chat", ""])
async def test_a_middleware_that_would_guard_nothing_is_an_error(path: str) -> None:
    async with guard() as made:
        with pytest.raises(ConfigurationError, match="/v1/chat/completions"):
            GuardMiddleware(Starlette(), made, path=path)


@pytest.mark.parametrize(("on_failure", "ready"), [("drop", 200), ("safe-reply", 503)])
async def test_an_embedded_gateway_needs_its_log_unless_the_policy_goes_on_without(
    tmp_path: Path, on_failure: Any, ready: int
) -> None:
    using = sealed(policy(logging=Logging(on_failure=on_failure)))
    async with guard(using, log=FileLog(tmp_path / "log")) as made:
        app = embedded_app(made, "http://127.0.0.1:9/v1")
        async with inside(app) as client:
            (tmp_path / "log").rename(tmp_path / "moved")
            answer = await client.get("http://guarded/readyz")
            faults = (await client.get("http://guarded/candor/v1/status")).json()["faults"]
            (tmp_path / "moved").rename(tmp_path / "log")
    assert (answer.status_code, len(faults)) == (ready, int(ready == 503)), faults


async def test_an_embedded_gateway_without_a_client_makes_and_closes_one() -> None:
    async with guard() as made:
        app = embedded_app(made, "http://127.0.0.1:9/v1")
        async with app.router.lifespan_context(app), inside(app) as client:
            answer = await client.post(
                "http://gate/v1/chat/completions",
                json={"model": "tiny", "messages": hello()},
                headers=SESSION,
            )
        assert answer.status_code == 502


class Talker:
    """An application that says much, or fails, as it is told."""

    def __init__(self, *, pieces: int = 100, fail_at: int = -1) -> None:
        self.said = 0
        self.left = asyncio.Event()
        self._pieces = pieces
        self._fail_at = fail_at

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        await receive()
        watch = asyncio.create_task(self._watch(receive))
        if self._fail_at == 0:
            watch.cancel()
            raise RuntimeError
        await send({"type": "http.response.start", "status": 200, "headers": []})
        for n in range(self._pieces):
            if n == self._fail_at:
                watch.cancel()
                raise RuntimeError
            await send({"type": "http.response.body", "body": b"x", "more_body": True})
            self.said += 1
            if self.left.is_set():
                return
        await send({"type": "http.response.body", "body": b""})
        watch.cancel()

    async def _watch(self, receive: Any) -> None:
        assert (await receive())["type"] == "http.disconnect"
        self.left.set()


async def test_an_application_is_read_no_faster_than_its_reader_takes_it() -> None:
    talker = Talker()
    client = httpx.AsyncClient(transport=AppTransport(talker, waiting=2))
    async with client, client.stream("GET", "http://app/") as answer:
        for _ in range(50):
            await asyncio.sleep(0)
        assert talker.said <= 3
        assert await answer.aread() == b"x" * 100


async def test_an_application_hears_that_its_reader_is_gone() -> None:
    talker = Talker(pieces=10_000)
    client = httpx.AsyncClient(transport=AppTransport(talker, waiting=2))
    async with client, client.stream("GET", "http://app/") as answer:
        assert answer.status_code == 200
    assert talker.left.is_set()
    assert talker.said < 10_000


@pytest.mark.parametrize("fail_at", [0, 5])
async def test_an_application_that_fails_is_a_broken_connection(fail_at: int) -> None:
    client = httpx.AsyncClient(transport=AppTransport(Talker(fail_at=fail_at)))
    async with client:
        with pytest.raises(httpx.ReadError):
            await client.get("http://app/")


async def test_a_reader_who_gives_up_before_the_beginning_is_gone() -> None:
    left = asyncio.Event()

    async def never(_: Any, receive: Any, __: Any) -> None:
        await receive()
        assert (await receive())["type"] == "http.disconnect"
        left.set()

    async with httpx.AsyncClient(transport=AppTransport(never)) as client:
        task = asyncio.create_task(client.get("http://app/"))
        for _ in range(20):
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert left.is_set()

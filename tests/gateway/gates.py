"""A gateway on this machine over a fake upstream on this machine, for tests."""

import json
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from guardrails.gateway.app import gateway_app
from guardrails.gateway.building import built
from guardrails.gateway.deployment import Deployment
from guardrails.gateway.heads import LONGEST, brief_heads
from guardrails.gateway.settings import checked
from guardrails.ledger.memory import MemoryLog
from guardrails.policy.model import Policy
from tests.guards import guard
from tests.serving import DONE, event, served

USAGE = {"prompt_tokens": 7, "completion_tokens": 3, "total_tokens": 10}
PATIENCE = 60.0  # seconds; a machine may be slow
SESSION = {"X-Candor-Session": "s-1"}


def chunk(delta: dict[str, Any], finish: str | None = None) -> bytes:
    value = {"model": "tiny-1", "choices": [{"index": 0, "delta": delta, "finish_reason": finish}]}
    return f"data: {json.dumps(value)}\n\n".encode()


def usage() -> bytes:
    return f"data: {json.dumps({'choices': [], 'usage': USAGE})}\n\n".encode()


def call_of(name: str, arguments: str) -> list[bytes]:
    """Return a tool call whose arguments come in pieces of five characters."""
    first = {"index": 0, "id": "call_7", "type": "function"}
    pieces = [arguments[at : at + 5] for at in range(0, len(arguments), 5)]
    opening = {"tool_calls": [{**first, "function": {"name": name, "arguments": ""}}]}
    rest = [{"tool_calls": [{"index": 0, "function": {"arguments": piece}}]} for piece in pieces]
    return [chunk(opening), *map(chunk, rest), chunk({}, "tool_calls"), usage(), DONE]


def words(text: str) -> list[bytes]:
    """Return a reply, word by word, with its usage."""
    said = text.split(" ")
    pieces = [event(word if n == 0 else f" {word}") for n, word in enumerate(said)]
    return [*pieces, chunk({}, "stop"), usage(), DONE]


def post(url: str, **options: Any) -> httpx.Response:
    return httpx.post(url, **{"timeout": PATIENCE, **options})


def get(url: str) -> httpx.Response:
    return httpx.get(url, timeout=PATIENCE)


def streaming(url: str, **options: Any) -> AbstractContextManager[httpx.Response]:
    return httpx.stream("POST", url, timeout=PATIENCE, **options)


Reply = Callable[[dict[str, Any]], Sequence[bytes] | AsyncIterator[bytes] | Response]


@dataclass
class Upstream:
    """A fake model server: says what `reply` returns for each request, and keeps what it got."""

    reply: Reply
    seen: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def app(self) -> Starlette:
        async def completions(request: Request) -> Response:
            asked = await request.json()
            self.seen.append(asked)
            self.headers.append(dict(request.headers))
            reply = self.reply(asked)
            if isinstance(reply, Response):
                return reply
            return StreamingResponse(_each(reply), media_type="text/event-stream")

        async def models(_: Request) -> Response:
            rows = [{"id": "tiny", "object": "model", "created": 5, "owned_by": "us", "meta": {}}]
            return JSONResponse({"object": "list", "data": rows})

        return Starlette(
            routes=[
                Route("/v1/chat/completions", completions, methods=["POST"]),
                Route("/v1/models", models),
            ]
        )


async def _each(pieces: Sequence[bytes] | AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    if isinstance(pieces, Sequence):
        for piece in pieces:
            yield piece
    else:
        async for piece in pieces:
            yield piece


@dataclass
class Gate:
    """A gateway that runs."""

    url: str
    deployment: Deployment
    log: MemoryLog
    upstream: Upstream

    @property
    def base(self) -> str:
        return f"{self.url}/v1"


def made(
    upstream: str,
    *,
    using: Policy | None = None,
    log: Any = None,
    routes: dict[str, dict[str, Any]] | None = None,
    route: dict[str, Any] | None = None,
    **options: Any,
) -> tuple[Deployment, Any, Any]:
    """Return a deployment with small guards, what closes it, and its log."""
    log = MemoryLog() if log is None else log
    single = {"default": {"policy": "test", **(route or {})}}
    value = {n: {"upstream": upstream, **of} for n, of in (routes or single).items()}
    settings = checked({"routes": value}, "test")
    options.setdefault("environ", {})

    def guarded(_: str, its: Any) -> Any:
        return guard(using, log=its)

    deployment, close = built(settings, log, guarded, options.pop("environ"), **options)
    return deployment, close, log


@contextmanager
def gate(reply: Reply, **options: Any) -> Iterator[Gate]:
    upstream = Upstream(reply)
    with served(upstream.app()) as model:
        deployment, close, log = made(model, **options)
        with served(gateway_app(deployment, close), brief_heads(LONGEST)) as url:
            yield Gate(url, deployment, log, upstream)


def saying(text: str) -> Reply:
    return lambda _: words(text)

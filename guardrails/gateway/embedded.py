"""
A gateway inside another program: for an `openai` client, or in front of an ASGI application.

    ai = openai.AsyncOpenAI(
        base_url="http://guarded/v1",
        api_key="-",
        http_client=guarded_client(guard, "http://localhost:8080/v1"),
    )
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Iterable
from typing import Final, Literal

import httpx
from fastapi import FastAPI
from starlette.types import ASGIApp, Receive, Scope, Send

from guardrails.errors import ConfigurationError
from guardrails.gateway.admission import Limits
from guardrails.gateway.app import gateway_app
from guardrails.gateway.building import client_for
from guardrails.gateway.deployment import Deployment
from guardrails.gateway.health import Health, WatchedLog
from guardrails.gateway.measures import Measures
from guardrails.gateway.route import DEFAULT, Route
from guardrails.gateway.threads import Threads
from guardrails.gateway.transport import AppTransport
from guardrails.gateway.upstream import Upstream
from guardrails.guard import Guard
from guardrails.models.openai import OpenAIModel

_COMPLETIONS: Final = "/chat/completions"
Session = Literal["header", "stateless"]


def embedded_app(
    guard: Guard,
    upstream: str,
    *,
    session: Session = "header",
    restore_tools: Iterable[str] = (),
    client: httpx.AsyncClient | None = None,
    api_key: str | None = None,
    limits: Limits = Limits(),  # noqa: B008 - a frozen value
) -> FastAPI:
    """
    Return the gateway's application with one route and no keys, to be mounted in another.

    Whoever mounts it says who may reach it. The guard stays open when it ends.

    Args:
        guard: Of the route.
        upstream: Base URL of an OpenAI-compatible server.
        session: Whether requests must name their conversation.
        restore_tools: Tools whose arguments get the person's own values.
        client: Asks the upstream; never closed here.
        api_key: For the upstream.
        limits: What a request may take.

    Raises:
        ConfigurationError: The upstream's address is none.
    """
    asking = client or client_for(limits)
    model = OpenAIModel(upstream, api_key=api_key, client=asking)
    route = Route(
        name=DEFAULT,
        guard=guard,
        guarded=guard.wrap(model, restore_tools=restore_tools),
        upstream=Upstream(upstream, asking, time.monotonic, api_key),
        threads=Threads() if session == "stateless" else None,
    )
    measures = Measures()
    watched = WatchedLog(guard.log, time.monotonic, measures.unwritten)
    health = Health(
        watched, [guard.failing], time.monotonic, lambda: not guard.policy.logging.may_drop
    )
    deployment = Deployment({DEFAULT: route}, health, limits=limits, measures=measures)
    close: Callable[[], Awaitable[None]] | None = asking.aclose if client is None else None
    return gateway_app(deployment, close)


def guarded_client(
    guard: Guard,
    upstream: str,
    *,
    session: Session = "header",
    restore_tools: Iterable[str] = (),
    client: httpx.AsyncClient | None = None,
    api_key: str | None = None,
) -> httpx.AsyncClient:
    """
    Return an HTTP client whose chat completions pass through *guard*, within this process.

    Args:
        guard: Looks at every message and reply.
        upstream: Base URL of an OpenAI-compatible server.
        session: Whether requests must name their conversation (`X-Candor-Session`).
        restore_tools: Tools whose arguments get the person's own values.
        client: Asks the upstream; never closed here.
        api_key: For the upstream.

    Raises:
        ConfigurationError: The upstream's address is none.
    """
    app = embedded_app(
        guard,
        upstream,
        session=session,
        restore_tools=restore_tools,
        client=client,
        api_key=api_key,
    )
    return httpx.AsyncClient(transport=AppTransport(app))


class GuardMiddleware:
    """
    ASGI middleware around an application that serves chat completions itself.

    Requests to that path pass through the guard, whose upstream is the application; all
    others go by. Authentication belongs in front of it.

    Args:
        app: The application.
        guard: Looks at every message and reply.
        path: Where *app* serves OpenAI's chat completions; ends in `/chat/completions`.
        session: Whether requests must name their conversation.
        restore_tools: Tools whose arguments get the person's own values.

    Raises:
        ConfigurationError: *path* is none at which requests could be guarded.
    """

    def __init__(
        self,
        app: ASGIApp,
        guard: Guard,
        *,
        path: str = f"/v1{_COMPLETIONS}",
        session: Session = "header",
        restore_tools: Iterable[str] = (),
    ) -> None:
        if not path.startswith("/") or not path.endswith(_COMPLETIONS):
            # No request would ever come to it, and all would go by unguarded.
            msg = f"path={path!r}: write a path such as '/v1/chat/completions', with that ending"
            raise ConfigurationError(msg)
        self._app = app
        self._path = path
        inner = httpx.AsyncClient(transport=AppTransport(app))
        self._gate = embedded_app(
            guard,
            f"http://inner{path}",
            session=session,
            restore_tools=restore_tools,
            client=inner,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "http" and scope["path"] == self._path:
            inner = {**scope, "path": f"/v1{_COMPLETIONS}", "raw_path": None, "root_path": ""}
            await self._gate(inner, receive, send)
            return
        await self._app(scope, receive, send)

"""What every request passes first: headers for all responses, and a count."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from guardrails.gateway.deployment import Deployment


class Door:
    """
    ASGI middleware around all endpoints.

    Args:
        app: What is behind it.
        deployment: Of the gateway.
    """

    def __init__(self, app: ASGIApp, deployment: Deployment) -> None:
        self._app = app
        self._deployment = deployment

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through and look at its response."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("x-content-type-options", "nosniff")
                headers.setdefault("cache-control", "no-store")
                endpoint = getattr(scope.get("route"), "path", "none")
                self._deployment.measures.requested(endpoint, message["status"])
            await send(message)

        await self._app(scope, receive, sent)

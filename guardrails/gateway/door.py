"""What every request passes first: headers for all responses, and a count."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from guardrails.access.loopback import is_loopback
from guardrails.gateway.deployment import Deployment
from guardrails.gateway.notes import note
from guardrails.gateway.problems import Problem, problem_of
from guardrails.gateway.wire import as_bytes


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

        if self._deployment.local and not _names_this_machine(scope):
            said = "a gateway without keys is asked as localhost, 127.0.0.1 or [::1]"
            await _answer(Problem(403, "forbidden", said))(scope, receive, send)
            return
        begun = False

        async def sent(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                headers.setdefault("x-content-type-options", "nosniff")
                headers.setdefault("cache-control", "no-store")
                endpoint = getattr(scope.get("route"), "path", "none")
                self._deployment.measures.requested(endpoint, message["status"])
            await send(message)

        try:
            await self._app(scope, receive, sent)
        except Exception as error:  # noqa: BLE001 - whatever it is: its words go no further
            note(error)
            if not begun:
                await _answer(problem_of(error))(scope, receive, sent)


def _answer(problem: Problem) -> Response:
    return Response(as_bytes(problem.body), problem.status, media_type="application/json")


def _names_this_machine(scope: Scope) -> bool:
    host = Headers(scope=scope).get("host", "").rsplit("@", 1)[-1]
    name = host.partition("]")[0][1:] if host.startswith("[") else host.partition(":")[0]
    return is_loopback(name)

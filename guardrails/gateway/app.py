"""The endpoints of a gateway."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.responses import PlainTextResponse, RedirectResponse, Response
from pydantic import BaseModel

from guardrails.access.roles import Permission
from guardrails.errors import RefusedError
from guardrails.gateway.answers import as_json, body_of, handle_errors
from guardrails.gateway.deployment import Deployment
from guardrails.gateway.description import ERRORS, chat_description, described
from guardrails.gateway.door import Door
from guardrails.gateway.headers import Authorization, Country, Locale, Minor, Roleplay, Session
from guardrails.gateway.kinds import KINDS, Kind
from guardrails.gateway.measures import CONTENT_TYPE
from guardrails.gateway.operations import Clearing, cleared, status_of
from guardrails.gateway.route import Route
from guardrails.gateway.turn import HttpTurn, Person

Close = Callable[[], Awaitable[None]]
_BODIES: Final[list[type[BaseModel]]] = [*(kind.body for kind in KINDS), Clearing]
_NONE: Final[Any] = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
    "auto_configure": False,
}
"""FastAPI's own telemetry tells addresses and messages of errors as they come; ours has no text."""


def gateway_app(deployment: Deployment, close: Close | None = None) -> FastAPI:
    """
    Return the ASGI application of a gateway.

    Args:
        deployment: What it serves.
        close: Called when it has been stopped and no turn is under way.
    """
    app = FastAPI(
        title="Candor gateway",
        version="1",
        docs_url=None,  # their pages would load code from third parties
        redoc_url=None,
        lifespan=_lifespan(deployment, close),
        redirect_slashes=False,
        telemetry=_NONE,
    )
    app.state.deployment = deployment
    app.state.bodies = {model.__name__: model for model in _BODIES}
    handle_errors(app)
    _probes(app, deployment)
    _operations(app, deployment)
    for route in deployment.routes.values():
        _chat(app, deployment, route)
    if deployment.console is not None:
        from guardrails.console.app import console_app

        app.add_route("/console", _to_console, include_in_schema=False)
        app.mount("/console", console_app(deployment.console))
        if deployment.sign_in is not None:
            from guardrails.gateway.oidc_console import console_routes

            its = console_routes(deployment.console, deployment.sign_in, deployment.measures)
            app.router.routes.extend(its)
    app.add_middleware(Door, deployment=deployment)
    app.openapi = described(app)  # type: ignore[method-assign]
    return app


def _lifespan(
    deployment: Deployment, close: Close | None
) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncGenerator[None, None]:
        yield
        await deployment.admission.drain()
        if close is not None:
            await close()

    return lifespan


def _probes(app: FastAPI, deployment: Deployment) -> None:
    @app.get("/healthz", responses={}, summary="Whether the process answers")
    async def healthz() -> Response:
        return as_json({"status": "ok"})

    @app.get("/readyz", responses=ERRORS(503), summary="Whether turns can be served")
    async def readyz() -> Response:
        # Without a key, as probes ask: which part is at fault stands in the status.
        if deployment.admission.draining:
            raise RefusedError(503, "shutting_down", "this gateway is being stopped")
        if await deployment.health.faults():
            raise RefusedError(503, "not_ready", "a part does not work: see /candor/v1/status")
        # A policy file that was refused stops no turn: the last good one is in force.
        stale = [name for name, one in deployment.routes.items() if one.guard.health.stale]
        return as_json({"status": "ready", **({"stale_policies": stale} if stale else {})})


def _operations(app: FastAPI, deployment: Deployment) -> None:
    @app.get(
        "/metrics",
        responses=ERRORS(401, 403, 429),
        response_class=PlainTextResponse,
        summary="Metrics for Prometheus",
    )
    async def metrics(authorization: Authorization = None) -> Response:
        deployment.admit(authorization, Permission.METRICS)
        return Response(deployment.measures.text(), media_type=CONTENT_TYPE)

    @app.get("/candor/v1/status", responses=ERRORS(401, 403, 429), summary="What runs here")
    async def status(authorization: Authorization = None) -> Response:
        deployment.admit(authorization, Permission.STATUS)
        return as_json(await status_of(deployment))

    @app.post(
        "/candor/v1/watch/clear",
        responses=ERRORS(400, 401, 403, 404, 408, 409, 413, 415, 429, 503),
        summary="Take the crisis flag of a conversation down",
        openapi_extra=chat_description(Clearing),
    )
    async def clear(request: Request, authorization: Authorization = None) -> Response:
        caller = deployment.admit(authorization, Permission.CLEAR_WATCH)
        return as_json(await cleared(deployment, caller, await body_of(request, deployment.limits)))


def _chat(app: FastAPI, deployment: Deployment, route: Route) -> None:
    for kind in KINDS:
        _talk(app, deployment, route, kind)

    @app.get(
        f"{route.prefix}/v1/models",
        operation_id=f"models_{route.name}",
        summary="The models of this route",
        responses=ERRORS(401, 403, 429, 502, 503, 504),
    )
    async def models(authorization: Authorization = None) -> Response:
        deployment.admit(authorization, Permission.MODELS, route.name)
        return as_json({"object": "list", "data": await _models(route)})

    @app.get(
        f"{route.prefix}/v1/models/{{model:path}}",
        operation_id=f"model_{route.name}",
        summary="One model of this route",
        responses=ERRORS(400, 401, 403, 404, 429, 502, 503, 504),
    )
    async def one_model(model: str, authorization: Authorization = None) -> Response:
        deployment.admit(authorization, Permission.MODELS, route.name)
        for known in await _models(route):
            if known["id"] == model:
                return as_json(known)
        raise RefusedError(404, "model_not_found", "this route has no such model", param="model")


def _talk(app: FastAPI, deployment: Deployment, route: Route, kind: Kind) -> None:
    @app.post(
        f"{route.prefix}{kind.path}",
        operation_id=f"{kind.name}_{route.name}",
        summary=kind.summary,
        responses=ERRORS(400, 401, 403, 404, 408, 409, 413, 415, 422, 429, 500, 502, 503, 504),
        openapi_extra=chat_description(kind.body, content=kind.content),
    )
    async def talk(
        request: Request,
        authorization: Authorization = None,
        session: Session = None,
        locale: Locale = None,
        country: Country = None,
        minor: Minor = None,
        roleplay: Roleplay = None,
    ) -> Response:
        caller = deployment.admit(authorization, Permission.CHAT, route.name)
        if len(request.headers.getlist("x-candor-session")) > 1:
            # Whoever stands between may take another one for the first than we do.
            raise RefusedError(400, "session_invalid", "X-Candor-Session stands there twice")
        named = route.named(session, caller.name)
        if _flag(roleplay) and not route.roleplay:
            raise RefusedError(403, "forbidden", "this route allows no role-play")
        person = Person(locale, country, _flag(minor), _flag(roleplay))
        body = await body_of(request, deployment.limits)
        asked = kind.read(body, deployment.limits.messages)
        route.check(asked.model)
        headers = request.headers
        return HttpTurn(deployment, route, kind, asked, named, caller, person, headers).response()


async def _to_console(_: Request) -> Response:
    return RedirectResponse("/console/", 308)


async def _models(route: Route) -> list[dict[str, Any]]:
    if route.models:
        rows: Any = [{"id": name} for name in route.models]
    else:
        rows = await route.upstream.models()
    return [{"created": 0, "owned_by": "candor", **row, "object": "model"} for row in rows]


def _flag(value: str | None) -> bool:
    return value == "true"

"""The endpoints of a gateway."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Annotated, Any, Final

from fastapi import FastAPI, Header, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import PlainTextResponse, Response
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from guardrails.access.keys import Caller
from guardrails.access.roles import Permission
from guardrails.errors import GuardrailsError, RefusedError
from guardrails.gateway.deployment import Deployment
from guardrails.gateway.description import ERRORS, chat_description, described
from guardrails.gateway.door import Door
from guardrails.gateway.measures import CONTENT_TYPE
from guardrails.gateway.problems import Problem, problem_of
from guardrails.gateway.request import ChatRequest, asked_in
from guardrails.gateway.route import Route
from guardrails.gateway.turn import HttpTurn, Person
from guardrails.gateway.wire import as_bytes

Close = Callable[[], Awaitable[None]]
_JSON: Final = "application/json"
_NOT_FOUND: Final = 404
_NONE: Final[Any] = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
    "auto_configure": False,
}
"""FastAPI's own telemetry tells addresses and messages of errors as they come; ours has no text."""
_Name = Annotated[str, Field(min_length=1, max_length=200)]


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
    app.state.bodies = {model.__name__: model for model in (ChatRequest, Clearing)}
    app.add_exception_handler(GuardrailsError, _told)
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(RequestValidationError, _of_headers)
    app.add_exception_handler(ClientDisconnect, _left)
    _probes(app, deployment)
    _operations(app, deployment)
    for route in deployment.routes.values():
        _chat(app, deployment, route)
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
        return _json({"status": "ok"})

    @app.get("/readyz", responses=ERRORS(503), summary="Whether turns can be served")
    async def readyz() -> Response:
        # Without a key, as probes ask: which part is at fault stands in the status.
        if deployment.admission.draining:
            raise RefusedError(503, "shutting_down", "this gateway is being stopped")
        if await deployment.health.faults():
            raise RefusedError(503, "not_ready", "a part does not work: see /candor/v1/status")
        return _json({"status": "ready"})


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
        return _json(await _status(deployment))

    @app.post(
        "/candor/v1/watch/clear",
        responses=ERRORS(400, 401, 403, 404, 408, 409, 413, 415, 429, 503),
        summary="Take the crisis flag of a conversation down",
        openapi_extra=chat_description(Clearing, required=False),
    )
    async def clear(request: Request, authorization: Authorization = None) -> Response:
        caller = deployment.admit(authorization, Permission.CLEAR_WATCH)
        return _json(await _cleared(deployment, caller, await _body(request, deployment)))


def _chat(app: FastAPI, deployment: Deployment, route: Route) -> None:
    @app.post(
        f"{route.prefix}/v1/chat/completions",
        operation_id=f"chat_{route.name}",
        summary="A guarded chat completion",
        responses=ERRORS(400, 401, 403, 404, 408, 409, 413, 415, 422, 429, 500, 502, 503, 504),
        openapi_extra=chat_description(),
    )
    async def completions(
        request: Request,
        authorization: Authorization = None,
        session: Session = None,
        locale: Locale = None,
        country: Country = None,
        minor: Minor = None,
        roleplay: Roleplay = None,
    ) -> Response:
        caller = deployment.admit(authorization, Permission.CHAT, route.name)
        named = route.named(session, caller.name)
        if _flag(roleplay) and not route.roleplay:
            raise RefusedError(403, "forbidden", "this route allows no role-play")
        person = Person(locale, country, _flag(minor), _flag(roleplay))
        body = await _body(request, deployment)
        asked = asked_in(body, deployment.limits.messages)
        route.check(asked.model)
        return HttpTurn(deployment, route, asked, named, caller, person, request.headers).response()

    @app.get(
        f"{route.prefix}/v1/models",
        operation_id=f"models_{route.name}",
        summary="The models of this route",
        responses=ERRORS(401, 403, 429, 502, 503, 504),
    )
    async def models(authorization: Authorization = None) -> Response:
        deployment.admit(authorization, Permission.MODELS, route.name)
        return _json({"object": "list", "data": await _models(route)})

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
                return _json(known)
        raise RefusedError(404, "model_not_found", "this route has no such model", param="model")


async def _models(route: Route) -> list[dict[str, Any]]:
    if route.models:
        rows: Any = [{"id": name} for name in route.models]
    else:
        rows = await route.upstream.models()
    return [{"created": 0, "owned_by": "candor", **row, "object": "model"} for row in rows]


async def _status(deployment: Deployment) -> dict[str, Any]:
    routes = [
        {
            "name": route.name,
            "path": f"{route.prefix}/v1",
            "policy": route.guard.policy.id,
            "policy_hash": route.guard.policy.hash,
            "upstream": route.upstream.host,
            "session": "header" if route.threads is None else "stateless",
        }
        for route in deployment.routes.values()
    ]
    return {
        "ready": not (faults := await deployment.health.faults()),
        "faults": faults,
        "draining": deployment.admission.draining,
        "turns": deployment.admission.running,
        "keys_stale": deployment.keys is not None and deployment.keys.stale,
        "routes": routes,
    }


class Clearing(BaseModel):
    """Which conversation is no longer watched, and who says so."""

    model_config = ConfigDict(extra="forbid", strict=True)
    session: _Name
    by: Annotated[str, Field(pattern=r"^[A-Za-z0-9:/.+@_-]{1,120}$")]
    route: _Name = "default"
    application: _Name | None = None


async def _cleared(deployment: Deployment, caller: Caller, body: bytes) -> dict[str, Any]:
    try:
        asked = Clearing.model_validate_json(body)
    except ValidationError as error:
        places = sorted({".".join(map(str, one["loc"])) or "body" for one in error.errors()})
        asked = None
    if asked is None:
        said = f"{', '.join(places)}: wrong; wanted: session, by, and maybe route and application"
        raise RefusedError(400, "invalid_value", said)
    route = deployment.routes.get(asked.route)
    if route is None:
        raise RefusedError(404, "route_not_found", "there is no such route", param="route")
    if not caller.may_use(route.name):
        raise RefusedError(403, "forbidden", "this key is not for this route")
    name = asked.session if asked.application is None else f"{asked.application}/{asked.session}"
    return {"cleared": await route.guard.clear_watch(name, by=asked.by)}


async def _body(request: Request, deployment: Deployment) -> bytes:
    """
    Return the body of *request*.

    Raises:
        RefusedError: It is too long, too slow, or no JSON.
    """
    # A page in somebody's browser cannot send this type without being asked first.
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != _JSON:
        raise RefusedError(415, "unsupported_media_type", f"send Content-Type: {_JSON}")
    limit = deployment.limits.body
    too_long = RefusedError(413, "body_too_long", f"the body is longer than {limit:,} bytes")
    given = request.headers.get("content-length", "")
    if given.isascii() and given.isdigit() and int(given) > limit:
        raise too_long
    body = bytearray()
    try:
        async with asyncio.timeout(deployment.limits.upload):
            async for piece in request.stream():
                body += piece
                if len(body) > limit:
                    raise too_long
    except TimeoutError:
        said = "the body did not arrive in time"
        raise RefusedError(408, "upload_timeout", said) from None
    return bytes(body)


def _flag(value: str | None) -> bool:
    return value == "true"


def _json(value: object, status: int = 200) -> Response:
    return Response(as_bytes(value), status, media_type=_JSON)


def _answer(problem: Problem) -> Response:
    return Response(as_bytes(problem.body), problem.status, dict(problem.headers), media_type=_JSON)


async def _told(request: Request, error: Exception) -> Response:
    problem = problem_of(error)
    request.app.state.deployment.measures.refused(problem.code)
    return _answer(problem)


async def _of_http(_: Request, error: Exception) -> Response:
    """Tell of an address or a method that there is not."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    missing = status == _NOT_FOUND
    headers = dict(getattr(error, "headers", None) or {})
    said = "there is no such address here" if missing else "the request cannot be served"
    code = "not_found" if missing else "invalid_request"
    return _answer(Problem(status, code, said, headers=headers))


async def _of_headers(_: Request, error: Exception) -> Response:
    rows = error.errors() if isinstance(error, RequestValidationError) else []
    where = ", ".join(sorted({str(row["loc"][-1]) for row in rows}))
    return _answer(Problem(400, "invalid_header", f"{where}: of another form", where))


async def _left(_: Request, error: Exception) -> Response:
    del error
    return Response(status_code=499)


Authorization = Annotated[str | None, Header(include_in_schema=False)]
Session = Annotated[
    str | None,
    Header(
        alias="X-Candor-Session",
        description="Names the conversation.",
        max_length=200,
        json_schema_extra={"pattern": "^[!-~]{1,200}$"},
    ),
]
Locale = Annotated[
    str | None,
    Header(
        alias="X-Candor-Locale",
        description="BCP 47 tag for the policy's texts.",
        json_schema_extra={"pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$"},
    ),
]
Country = Annotated[
    str | None,
    Header(
        alias="X-Candor-Country",
        description="ISO 3166-1 alpha-2 code, for local help.",
        json_schema_extra={"pattern": "^[A-Za-z]{2}$"},
    ),
]
Minor = Annotated[
    str | None,
    Header(
        alias="X-Candor-Minor",
        description="`true` if the person is known to be a minor.",
        pattern="^(true|false)$",
    ),
]
Roleplay = Annotated[
    str | None,
    Header(
        alias="X-Candor-Roleplay",
        description="`true` if the person asked for fiction and you allow it.",
        pattern="^(true|false)$",
    ),
]

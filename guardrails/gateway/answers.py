"""Bodies in, JSON out, and what is told of errors."""

from __future__ import annotations

import asyncio
from typing import Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from guardrails.errors import GuardrailsError, RefusedError
from guardrails.gateway.admission import Limits
from guardrails.gateway.problems import Problem, problem_of
from guardrails.gateway.wire import as_bytes

_JSON: Final = "application/json"
_NOT_FOUND: Final = 404


def handle_errors(app: FastAPI) -> None:
    """Have every error of *app* told in one shape."""
    app.add_exception_handler(GuardrailsError, _told)
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(RequestValidationError, _of_headers)
    app.add_exception_handler(ClientDisconnect, _left)


async def body_of(request: Request, limits: Limits) -> bytes:
    """
    Return the body of *request*.

    Raises:
        RefusedError: It is too long, too slow, or no JSON.
    """
    if request.headers.get("content-encoding", "identity").strip().lower() != "identity":
        raise RefusedError(415, "unsupported_media_type", "send the body as it is, not compressed")
    # A page in somebody's browser cannot send this type without being asked first.
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != _JSON:
        raise RefusedError(415, "unsupported_media_type", f"send Content-Type: {_JSON}")
    limit = limits.body
    too_long = RefusedError(413, "body_too_long", f"the body is longer than {limit:,} bytes")
    given = request.headers.get("content-length", "")
    if given.isascii() and given.isdigit() and int(given) > limit:
        raise too_long
    body = bytearray()
    try:
        async with asyncio.timeout(limits.upload):
            async for piece in request.stream():
                body += piece
                if len(body) > limit:
                    raise too_long
    except TimeoutError:
        said = "the body did not arrive in time"
        raise RefusedError(408, "upload_timeout", said) from None
    return bytes(body)


def as_json(value: object, status: int = 200) -> Response:
    """Return *value* as a response."""
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
    said = "the request cannot be served"
    if missing:
        said = "there is no such address here: /openapi.json tells which there are"
    elif allowed := headers.get("Allow"):
        said = f"this address takes {allowed} alone"
    code = "not_found" if missing else "invalid_request"
    return _answer(Problem(status, code, said, headers=headers))


async def _of_headers(_: Request, error: Exception) -> Response:
    rows = error.errors() if isinstance(error, RequestValidationError) else []
    where = ", ".join(sorted({str(row["loc"][-1]) for row in rows}))
    return _answer(Problem(400, "invalid_header", f"{where}: of another form", where))


async def _left(_: Request, error: Exception) -> Response:
    del error
    return Response(status_code=499)

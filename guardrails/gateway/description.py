"""What the OpenAPI description says beside what FastAPI knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel

_SCHEMAS = "#/components/schemas/"
_METHODS = frozenset({"get", "post"})
_SAID = {
    400: "The request cannot be served as it was made.",
    401: "No valid key.",
    403: "The key is for something else.",
    404: "There is no such model or route.",
    408: "The body did not arrive in time.",
    409: "The turn before is still running.",
    413: "The body is too long.",
    415: "The body is no JSON.",
    422: "The model refuses the request.",
    429: "Too many requests.",
    500: "An error of the gateway.",
    502: "The model failed.",
    503: "Not now.",
    504: "The model took too long.",
}
_ERROR: dict[str, Any] = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["message", "type", "code", "param"],
            "properties": {
                "message": {"type": "string"},
                "type": {"type": "string"},
                "param": {"type": ["string", "null"]},
                "code": {"type": "string"},
                "say": {"type": "string"},
            },
        }
    },
}


def ERRORS(*statuses: int) -> dict[int | str, dict[str, Any]]:  # noqa: N802 - reads as the table it is
    """Return the description of the errors with these statuses."""
    return {
        status: {
            "description": _SAID[status],
            "content": {"application/json": {"schema": {"$ref": f"{_SCHEMAS}Error"}}},
        }
        for status in statuses
    }


def chat_description(model: type[BaseModel], *, content: str | None = None) -> dict[str, Any]:
    """Return the description of a body; *content*: and of a reply, where it holds that."""
    body = {
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": {"$ref": f"{_SCHEMAS}{model.__name__}"}}},
        }
    }
    if content is None:
        return body
    whole = {"schema": {"type": "object", "required": ["id", "object", content]}}
    kinds = {"application/json": whole, "text/event-stream": {}}
    return {**body, "responses": {"200": {"description": "The reply.", "content": kinds}}}


def described(app: FastAPI) -> Callable[[], dict[str, Any]]:
    """Return what gives the description of *app*."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            made = get_openapi(title=app.title, version=app.version, routes=app.routes)
            app.openapi_schema = _completed(made, app.state.bodies)
        return app.openapi_schema

    return openapi


def _completed(made: dict[str, Any], bodies: Mapping[str, type[BaseModel]]) -> dict[str, Any]:
    parts = made.setdefault("components", {})
    schemas: dict[str, Any] = {"Error": _ERROR}
    for name, model in bodies.items():
        schema = model.model_json_schema(ref_template=f"{_SCHEMAS}{{model}}")
        schemas |= schema.pop("$defs", {})
        schemas[name] = schema
    parts["schemas"] = schemas
    parts["securitySchemes"] = {"key": {"type": "http", "scheme": "bearer"}}
    for path, item in made["paths"].items():
        for method in _METHODS & item.keys():
            responses = item[method]["responses"]
            for status in [s for s, r in responses.items() if "HTTPValidationError" in str(r)]:
                del responses[status]
            if "401" in responses:
                item[method]["security"] = [{"key": []}]
            for parameter in item[method].get("parameters", ()):
                _never_null(parameter)
            responses.setdefault("200", {"description": f"The answer of {path}."})
    return made


def _never_null(parameter: dict[str, Any]) -> None:
    """Take `null` out of what a header may be: left out is not the word null."""
    schema = parameter["schema"]
    for kind in schema.pop("anyOf", ()):
        if kind != {"type": "null"}:
            schema |= kind

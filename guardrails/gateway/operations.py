"""What people who run and watch a gateway ask of it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from guardrails.access.keys import Caller
from guardrails.errors import RefusedError
from guardrails.gateway.deployment import Deployment
from guardrails.health import Health

_PROBLEMS = 10
_Name = Annotated[str, Field(min_length=1, max_length=200)]


async def status_of(deployment: Deployment) -> dict[str, Any]:
    """Return what runs, and what does not work."""
    routes = [
        {
            "name": route.name,
            "path": f"{route.prefix}/v1",
            "policy": route.guard.policy.id,
            "policy_hash": route.guard.policy.hash,
            "upstream": route.upstream.host,
            **_standing(route.guard.health),
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


def _standing(health: Health) -> dict[str, Any]:
    """Return how it stands with the file of a policy."""
    return {
        "policy_stale": health.stale,
        "policy_from_copy": health.from_copy,
        "policy_problems": [str(one) for one in health.problems[:_PROBLEMS]],
    }


class Clearing(BaseModel):
    """Which conversation is no longer watched, and who says so."""

    model_config = ConfigDict(extra="forbid", strict=True)
    session: _Name
    by: Annotated[str, Field(pattern=r"^[A-Za-z0-9:/.+@_-]{1,120}$")]
    route: _Name = "default"
    application: _Name | None = None


async def cleared(deployment: Deployment, caller: Caller, body: bytes) -> dict[str, Any]:
    """
    Take the crisis flag down that *body* names, and return whether it was up.

    Raises:
        RefusedError: The body has another form, or names no route of the *caller*.
        SessionBusyError: A turn of the conversation did not end in time.
        LogWriteError: It could not be recorded; the flag stays up.
    """
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

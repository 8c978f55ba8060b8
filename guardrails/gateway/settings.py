"""
What a gateway is put together from: the command line, or a TOML file with several routes.

    [routes.default]
    policy = "companion"
    upstream = "http://localhost:8080/v1"
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from guardrails.errors import ConfigurationError
from guardrails.gateway.oidc_people import OidcSettings

_RESERVED = frozenset(
    {"candor", "console", "healthz", "readyz", "metrics", "openapi", "signin", "v1"}
)
_STRICT = ConfigDict(extra="forbid", strict=True, frozen=True)


class RouteSettings(BaseModel):
    """
    One route.

    Attributes:
        policy: Name of a ready policy, or the path of a file, from where the settings lie.
        upstream: Base URL of an OpenAI-compatible server.
        upstream_key_env: Environment variable with the key for it.
        models: Names that may be asked for; all that the upstream has if empty.
        session: `header`, or `stateless` if requests without one are told by their history.
        restore_tools: Tools whose arguments get the person's own values.
        usage: Whether the upstream knows `stream_options`.
        roleplay: Whether a request may say that the person asked for fiction, which frees
            claims that the policy exempts in it.
        has_memory: The application remembers earlier conversations, so models may say so.
        sends_reminders: It writes to people between conversations, so models may say so.
        errors: `policy` shows the policy's words where the model fails, if it has any;
            `raise` tells the caller by the HTTP status.
    """

    model_config = _STRICT
    policy: Annotated[str, Field(min_length=1)]
    upstream: Annotated[str, Field(min_length=1)]
    upstream_key_env: str | None = None
    models: list[str] = []
    session: Literal["header", "stateless"] = "header"
    restore_tools: list[str] = []
    usage: bool = True
    roleplay: bool = False
    has_memory: bool = False
    sends_reminders: bool = False
    errors: Literal["policy", "raise"] = "policy"


class Settings(BaseModel):
    """
    All of a gateway.

    Attributes:
        routes: By name: small letters, digits and `-`. `default` stands at `/v1`.
        sign_in: How people sign in to the pages beside keys, or None.
    """

    model_config = _STRICT
    routes: Annotated[
        dict[Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,39}$")], RouteSettings],
        Field(min_length=1),
    ]
    sign_in: OidcSettings | None = None


def read_settings(path: Path) -> Settings:
    """
    Return the settings in the file.

    Raises:
        ConfigurationError: It cannot be read, or something in it is wrong; all of that is told.
    """
    try:
        value = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        msg = f"{path}: {error.strerror}"
        raise ConfigurationError(msg) from None
    except ValueError as error:
        msg = f"{path}: is no TOML: {error}"
        raise ConfigurationError(msg) from None
    settings = checked(value, str(path))
    routes = {name: _placed(route, path.parent) for name, route in settings.routes.items()}
    return settings.model_copy(update={"routes": routes})


def checked(value: dict[str, Any], where: str) -> Settings:
    """
    Return *value* as settings.

    Raises:
        ConfigurationError: Something is wrong; *where* begins each line that says what.
    """
    try:
        settings = Settings.model_validate(value)
    except ValidationError as error:
        faults = [(".".join(map(str, one["loc"])), one["msg"]) for one in error.errors()]
        msg = "\n".join(f"{where}: {place}: {said}" for place, said in faults)
        raise ConfigurationError(msg) from None
    if taken := sorted(_RESERVED & settings.routes.keys()):
        msg = f"{where}: routes.{taken[0]}: that name is taken by the gateway itself"
        raise ConfigurationError(msg)
    return settings


def _placed(route: RouteSettings, folder: Path) -> RouteSettings:
    """Return *route* with the path of its policy taken from *folder*; a name stays a name."""
    if "/" not in route.policy and not route.policy.endswith((".yaml", ".yml")):
        return route
    return route.model_copy(update={"policy": str(folder / route.policy)})

"""What the endpoints of a gateway share."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from guardrails.access.key_file import KeyFile
from guardrails.access.keys import Caller
from guardrails.access.rates import Rates
from guardrails.access.roles import Permission
from guardrails.console.console import Console
from guardrails.errors import RefusedError
from guardrails.gateway.admission import Admission, Limits
from guardrails.gateway.health import Health
from guardrails.gateway.measures import Measures
from guardrails.gateway.meters import Meters
from guardrails.gateway.oidc import Oidc
from guardrails.gateway.reply import Pace
from guardrails.gateway.route import Route
from guardrails.gateway.traces import Traces

_BEARER = "bearer "


@dataclass(slots=True)
class Deployment:
    """
    A gateway put together.

    Attributes:
        routes: By name.
        keys: Who may call; None lets everybody, for this machine alone.
        health: Tells whether it can do its work.
        limits: What a request may take.
        pace: How long a reply waits.
        local: Requests have to name this machine as their host: without keys a page in
            somebody's browser could reach it under a name of its own (DNS rebinding).
        now: Unix time in seconds.
        clock: Monotonic seconds.
        console: Pages for people, or None for none.
        sign_in: By which people come into the console beside keys, or None.
    """

    routes: Mapping[str, Route]
    health: Health
    keys: KeyFile | None = None
    limits: Limits = Limits()  # noqa: RUF009 - a frozen value
    pace: Pace = Pace()  # noqa: RUF009 - a frozen value
    local: bool = False
    now: Callable[[], float] = time.time
    clock: Callable[[], float] = time.monotonic
    measures: Measures = field(default_factory=Measures)
    traces: Traces = field(default_factory=Traces)
    meters: Meters = field(default_factory=Meters)
    console: Console | None = None
    sign_in: Oidc | None = None
    admission: Admission = field(init=False)
    rates: Rates = field(init=False)

    def __post_init__(self) -> None:
        self.admission = Admission(self.limits.turns)
        self.rates = Rates(self.limits.per_minute, self.clock)

    def caller(self, authorization: str | None) -> Caller:
        """
        Return who makes a request.

        Args:
            authorization: The header of that name.

        Raises:
            RefusedError: Nobody who is known.
        """
        if self.keys is None:
            return Caller()
        text = authorization or ""
        known = None
        if text[: len(_BEARER)].lower() == _BEARER:
            known = self.keys.find(text[len(_BEARER) :].strip())
        if known is None:
            said = "no valid key: send `Authorization: Bearer <key>`"
            raise RefusedError(401, "invalid_api_key", said)
        return Caller(known)

    def admit(
        self, authorization: str | None, permission: Permission, route: str | None = None
    ) -> Caller:
        """
        Return who makes a request, once it is sure that they may.

        Raises:
            RefusedError: They are not known, or may not, or too often.
        """
        caller = self.caller(authorization)
        if not caller.may(permission):
            said = f"the role of this key has not the permission {str(permission)!r}"
            raise RefusedError(403, "forbidden", said)
        if route is not None and not caller.may_use(route):
            raise RefusedError(403, "forbidden", "this key is not for this route")
        if wait := self.rates.wait(caller.id, caller.rate):
            said = "too many requests with this key; wait as long as Retry-After says"
            raise RefusedError(429, "rate_limited", said, retry_after=wait)
        return caller

"""Puts a gateway together: guards, their log, upstreams and keys."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

import httpx

from guardrails.access.key_file import KeyFile
from guardrails.console.console import Console, Service
from guardrails.errors import ConfigurationError
from guardrails.gateway.admission import Limits
from guardrails.gateway.deployment import Deployment
from guardrails.gateway.health import Health, WatchedLog
from guardrails.gateway.measures import Measures
from guardrails.gateway.meters import Meters
from guardrails.gateway.oidc import oidc_of
from guardrails.gateway.oidc_console import provider_of
from guardrails.gateway.operations import status_of
from guardrails.gateway.reply import Pace
from guardrails.gateway.route import Route
from guardrails.gateway.settings import RouteSettings, Settings
from guardrails.gateway.threads import Threads
from guardrails.gateway.traces import Traces
from guardrails.gateway.upstream import Upstream
from guardrails.guard import Guard
from guardrails.ledger.base import DecisionLog, innermost
from guardrails.ledger.memory import MemoryLog
from guardrails.models.openai import TIMEOUT, OpenAIModel

Close = Callable[[], Awaitable[None]]
MakeGuard = Callable[[str, DecisionLog], Guard]


def client_for(limits: Limits) -> httpx.AsyncClient:
    """Return a client that has a connection for each turn, and knows proxies."""
    most = httpx.Limits(
        max_connections=limits.turns + 8,
        max_keepalive_connections=limits.turns,
        # Shorter than servers wait: one that hangs up just then would be a failure of the model.
        keepalive_expiry=2.0,
    )
    return httpx.AsyncClient(timeout=TIMEOUT, limits=most)


def built(
    settings: Settings,
    log: DecisionLog,
    make_guard: MakeGuard,
    environ: Mapping[str, str],
    *,
    keys: Path | None = None,
    limits: Limits = Limits(),  # noqa: B008 - a frozen value
    pace: Pace = Pace(),  # noqa: B008 - a frozen value
    client: httpx.AsyncClient | None = None,
    traces: Traces | None = None,
    meters: Meters | None = None,
    clock: Callable[[], float] = time.monotonic,
    now: Callable[[], float] = time.time,
    takes_notes: bool = False,
) -> tuple[Deployment, Close]:
    """
    Return a gateway, and what closes it.

    Args:
        settings: Its routes. Those with the same policy share a guard, and so sessions.
        log: Of all routes; closed with the gateway.
        make_guard: Makes the guard of a policy, given its name or path.
        environ: Where keys for upstreams, and the secrets of a sign-in, are read from.
        keys: File with the keys of callers; None lets everybody.
        limits: What a request may take.
        pace: How long a reply waits.
        client: Asks upstreams; closed with the gateway.
        traces: Makes spans.
        meters: Measures turns for OpenTelemetry.
        clock: Monotonic seconds.
        now: Unix time in seconds.
        takes_notes: Proposals of policies, and what was signed of them, are taken in the console.

    Raises:
        ConfigurationError: A key for an upstream or a secret is not in *environ*, a policy is
            wrong, or what a sign-in needs is not installed.
    """
    measures = Measures()
    watched = WatchedLog(log, clock, measures.unwritten)
    asking = client or client_for(limits)
    guards: dict[str, Guard] = {}
    routes: dict[str, Route] = {}
    sign_in = None
    try:
        if settings.sign_in is not None:
            sign_in = oidc_of(settings.sign_in, environ, now=now)
        for name, of in settings.routes.items():
            if of.policy not in guards:
                guards[of.policy] = make_guard(of.policy, watched)
            routes[name] = _route(name, of, guards[of.policy], asking, environ, clock)
    except BaseException:
        for guard in guards.values():
            guard.close()
        log.close()
        raise
    health = Health(
        watched,
        [guard.failing for guard in guards.values()],
        clock,
        lambda: not all(one.policy.logging.may_drop for one in guards.values()),
    )

    async def close() -> None:
        for guard in guards.values():
            await guard.aclose()
        log.close()
        await asking.aclose()

    deployment = Deployment(
        routes=routes,
        health=health,
        keys=None if keys is None else KeyFile(keys, now),
        limits=limits,
        pace=pace,
        now=now,
        clock=clock,
        measures=measures,
        traces=traces or Traces(),
        meters=meters or Meters(),
        sign_in=sign_in,
    )
    deployment.console = Console(
        services=_services(settings, guards),
        keys=deployment.keys,
        folder=watched.folder,
        status=partial(status_of, deployment),
        now=now,
        clock=clock,
        provider=None if settings.sign_in is None else provider_of(settings.sign_in),
        takes_notes=takes_notes,
        remembered=isinstance(innermost(log), MemoryLog),
        copied=getattr(innermost(log), "copied", None),
    )
    return deployment, close


def _services(settings: Settings, guards: Mapping[str, Guard]) -> dict[str, Service]:
    """Return each guard once, under the name of the first route that it serves."""
    routes: dict[str, list[str]] = {}
    for name, of in settings.routes.items():
        routes.setdefault(of.policy, []).append(name)
    return {
        names[0]: Service(names[0], guards[policy], policy, tuple(names))
        for policy, names in routes.items()
    }


def _route(
    name: str,
    of: RouteSettings,
    guard: Guard,
    client: httpx.AsyncClient,
    environ: Mapping[str, str],
    clock: Callable[[], float],
) -> Route:
    api_key = environ.get(of.upstream_key_env or "")
    if of.upstream_key_env and not api_key:
        msg = f"route {name}: the environment has no {of.upstream_key_env}, the upstream's key"
        raise ConfigurationError(msg)
    model = OpenAIModel(of.upstream, api_key=api_key, client=client)
    guarded = guard.wrap(model, restore_tools=of.restore_tools)
    return Route(
        name=name,
        guard=guard,
        guarded=replace(guarded, raise_errors=of.errors == "raise"),
        upstream=Upstream(of.upstream, client, clock, api_key),
        models=tuple(of.models),
        threads=Threads() if of.session == "stateless" else None,
        usage=of.usage,
        roleplay=of.roleplay,
        has_memory=of.has_memory,
        sends_reminders=of.sends_reminders,
    )

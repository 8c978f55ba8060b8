"""`candor serve`: a guarded, OpenAI-compatible gateway."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from guardrails.cli.serve_desk import SharedDesk, open_desk, shared_desk
from guardrails.cli.serve_keys import keys
from guardrails.cli.serve_log import evidence_at, log_of
from guardrails.cli.serve_policy import policy_of, tells_people
from guardrails.cli.serve_sessions import sessions_of, shared_store
from guardrails.cli.sessions import KEY_VARIABLE
from guardrails.errors import ConfigurationError
from guardrails.ledger.disk import make_folder
from guardrails.storage.backend import is_database

if TYPE_CHECKING:
    from guardrails.evidence.base import Evidence
    from guardrails.gateway.settings import Settings
    from guardrails.guard import Guard
    from guardrails.ledger.base import DecisionLog
    from guardrails.sessions.base import SessionStore
    from guardrails.sessions.stored import StoredSessions

_NOBODY: Final = (
    "of people in need this terminal alone is told; give the policy a channel to somebody, "
    "as docs/escalation.md says"
)
_FILE = click.Path(dir_okay=False, path_type=Path)


@dataclass(frozen=True, slots=True)
class _Wish:
    """What the command line asks for."""

    host: str
    port: int
    keys: Path | None
    log: str
    state: Path
    origin: str
    sessions: str | None
    sessions_key: Path | None
    tickets: str | None
    trust: Path | None
    take_notes: bool
    any_cases: bool
    signing_key: Path | None
    investigators: tuple[Path, ...]
    turns: int
    rate: int
    drain: float
    idle: int


@click.group(invoke_without_command=True)
@click.option("--policy", help="Name of a ready policy, or a file, which is followed.")
@click.option("--upstream", help="Base URL of an OpenAI-compatible server; key: OPENAI_API_KEY.")
@click.option("--model", "models", multiple=True, help="Model that may be asked for; repeatable.")
@click.option(
    "--session",
    type=click.Choice(["header", "stateless"]),
    help="Whether X-Candor-Session is needed (header), or the history may tell (stateless).",
)
@click.option("--restore-tool", "tools", multiple=True, help="Tool that gets the real values.")
@click.option("--roleplay", is_flag=True, help="Requests may say that fiction was asked for.")
@click.option("--has-memory", is_flag=True, help="The application remembers conversations.")
@click.option("--sends-reminders", is_flag=True, help="It writes to people between conversations.")
@click.option("--config", type=_FILE, help="TOML file with several routes, instead of the above.")
@click.option("--log", metavar="DIRECTORY|URL", help="Decision log; several may share a database.")
@click.option(
    "--state",
    type=click.Path(file_okay=False, path_type=Path),
    help="What this process keeps for itself.  [default: the directory of --log]",
)
@click.option("--origin", default="local", show_default=True, help="Name of this process's log.")
@click.option("--sessions", metavar="FILE|URL", help="Store that processes share; else memory.")
@click.option("--sessions-key", type=_FILE, help=f"Its keys; or the variable {KEY_VARIABLE}.")
@click.option("--tickets", metavar="URL", help="Database of tickets, if not that of the others.")
@click.option("--trust", type=_FILE, help="Who may sign policy files: the trust file.")
@click.option("--take-notes", is_flag=True, help="Take signed notes in the console.")
@click.option("--any-cases", is_flag=True, help="Take policy files with rules that are in no case.")
@click.option("--signing-key", type=_FILE, help="Signs the log; see `candor log keygen`.")
@click.option(
    "--investigators",
    multiple=True,
    type=_FILE,
    help="Public key of those for whom a policy has texts kept; repeatable.",
)
@click.option("--keys", type=_FILE, envvar="CANDOR_KEYS", help="File with the callers' keys.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, help="Port; 0 finds a free one.")
@click.option("--turns", default=64, show_default=True, help="Most turns at the same time.")
@click.option("--rate", default=600, show_default=True, help="Requests a minute and key; 0: all.")
@click.option("--drain", default=60.0, show_default=True, help="Seconds for turns to end in.")
@click.option("--idle", default=75, show_default=True, help="Seconds an unused connection stays.")
@click.pass_context
def serve(ctx: click.Context, /, **given: Any) -> None:  # noqa: ANN401 - the options above
    """
    Serve OpenAI's chat completions, guarded.

    Point any OpenAI client at it. SIGTERM and Ctrl-C let turns that run come to their end.

    Exit status: 0 stopped in order, 1 it could not run, 2 usage.
    """
    if ctx.invoked_subcommand is not None:
        return
    needed()
    settings = _settings(given)
    if given["log"] is None:
        msg = "--log DIRECTORY or URL is needed: nothing is released that is not logged"
        raise click.UsageError(msg)
    if given["take_notes"] and given["trust"] is None:
        msg = "--take-notes goes with --trust FILE, which says whose signatures count"
        raise click.UsageError(msg)
    given["state"] = _state(given)
    names = _Wish.__slots__
    asyncio.run(_serve(_Wish(**{name: given[name] for name in names}), settings))


def needed() -> None:
    """
    Do nothing if the gateway's libraries are installed.

    Raises:
        ConfigurationError: They are not; says how to get them.
    """
    wanted = ("fastapi", "uvicorn", "prometheus_client", "jinja2")
    if missing := [name for name in wanted if find_spec(name) is None]:
        msg = f"{', '.join(missing)} not installed: run `pip install 'candor-guardrails[gateway]'`"
        raise ConfigurationError(msg)


def _settings(given: dict[str, Any]) -> Settings:
    from guardrails.gateway.settings import checked, read_settings

    flags = ("roleplay", "has_memory", "sends_reminders")
    single = ("policy", "upstream", "models", "session", "tools", *flags)
    if given["config"] is not None:
        if any(given[name] for name in single):
            msg = "--config holds the routes: leave the options of a single one out"
            raise click.UsageError(msg)
        return read_settings(given["config"])
    if not given["policy"] or not given["upstream"]:
        msg = "give --policy and --upstream, or --config"
        raise click.UsageError(msg)
    route: dict[str, Any] = {
        "policy": given["policy"],
        "upstream": given["upstream"],
        "models": list(given["models"]),
        "session": given["session"] or "header",
        "restore_tools": list(given["tools"]),
        **{name: given[name] for name in flags},
    }
    if os.environ.get("OPENAI_API_KEY"):
        route["upstream_key_env"] = "OPENAI_API_KEY"
    return checked({"routes": {"default": route}}, "candor serve")


def _state(given: dict[str, Any]) -> Path:
    """Return the folder for what the process keeps besides its log."""
    log = str(given["log"])
    state: Path | None = given["state"]
    if not is_database(log):
        return state or Path(log)
    if state is None:
        msg = (
            "a log in a database needs --state DIRECTORY: for the last good policy and the door of "
            "the desk; each process has one of its own"
        )
        raise click.UsageError(msg)
    try:
        make_folder(state)
    except OSError as error:
        msg = f"--state {state}: {error.strerror}"
        raise ConfigurationError(msg) from None
    return state


async def _serve(wish: _Wish, settings: Settings) -> None:
    from guardrails.access.key_file import read_keys
    from guardrails.gateway.admission import Limits
    from guardrails.gateway.app import gateway_app
    from guardrails.gateway.building import built
    from guardrails.gateway.interpreter import settle
    from guardrails.gateway.server import GatewayServer, bound, check_open

    has_keys = wish.keys is not None and bool(read_keys(wish.keys))
    check_open(wish.host, keys=has_keys)
    with (
        bound(wish.host, wish.port) as address,
        _closed(shared_store(wish.sessions, wish.sessions_key)) as store,
        shared_desk(
            settings,
            wish.state,
            wish.origin,
            tickets=wish.tickets,
            sessions=wish.sessions,
            sessions_key=wish.sessions_key,
            log=wish.log,
        ) as shared,
    ):
        guards: list[Guard] = []

        def make_guard(policy: str, log: DecisionLog) -> Guard:
            sessions = sessions_of(policy, settings, store)
            guards.append(_guard(wish, policy, log, sessions, shared, evidence))
            return guards[-1]

        evidence = evidence_at(wish.log, wish.origin, wish.investigators)
        log = log_of(wish.log, wish.origin, wish.signing_key, wish.state)
        deployment, close = built(
            settings,
            log,
            make_guard,
            os.environ,
            keys=wish.keys,
            limits=Limits(turns=wish.turns, per_minute=wish.rate),
            takes_notes=wish.take_notes,
        )
        for name, route in deployment.routes.items():
            if not tells_people(route.guard.policy):
                click.echo(f"(route {name}: {_NOBODY})", err=True)
        deployment.local = wish.keys is None
        if wish.keys is None:
            click.echo("(no keys: whoever can reach this port may use it)", err=True)

        def stopping() -> None:
            deployment.admission.draining = True

        server = GatewayServer(
            gateway_app(deployment, close),
            drain=wish.drain,
            idle=wish.idle,
            stopping=stopping,
            listening=lambda url: click.echo(f"listening on {url}", err=True),
            running=lambda: deployment.admission.running,
        )
        async with AsyncExitStack() as opened:
            try:
                await opened.enter_async_context(open_desk(shared, guards, log, wish.state))
            except BaseException:
                await close()
                raise
            settle()
            await server.serve([address])


@contextmanager
def _closed(store: StoredSessions | None) -> Iterator[StoredSessions | None]:
    """Close *store*, if there is one, once the guards that use it are closed."""
    try:
        yield store
    finally:
        if store is not None:
            store.close()


def _guard(
    wish: _Wish,
    policy: str,
    log: DecisionLog,
    sessions: SessionStore | None,
    shared: SharedDesk,
    evidence: Evidence | None,
) -> Guard:
    """Return a guard that tells humans as its policy says; one that could not is an error."""
    from guardrails.guard import Guard

    return Guard(
        policy_of(policy, wish.state, wish.origin, trust=wish.trust, any_cases=wish.any_cases),
        log,
        sessions,
        tickets=shared.tickets_of(policy),
        words=shared.words_of(policy),
        evidence=evidence,
        environ=os.environ,
    )


serve.add_command(keys)

"""`candor serve keys`: who may call a gateway."""

from __future__ import annotations

import time
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import click

from guardrails.access.key_file import changing, read_keys
from guardrails.access.keys import Key, new_key, revoked
from guardrails.access.roles import Role

_DAY = 24 * 3600
_file = click.option(
    "--keys",
    "path",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="CANDOR_KEYS",
    required=True,
    help="File with the keys' hashes.",
)


@click.group()
def keys() -> None:
    """Make, list and take back the keys of a gateway's callers."""


@keys.command()
@click.argument("name")
@click.option("--role", type=click.Choice([str(role) for role in Role]), required=True)
@click.option("--route", "routes", multiple=True, help="Only this route; repeatable.")
@click.option("--days", type=click.IntRange(1), help="Days for which it is taken.")
@click.option("--rate", type=click.IntRange(0), help="Requests a minute; 0 for no limit.")
@_file
def new(
    name: str, role: str, routes: tuple[str, ...], days: int | None, rate: int | None, path: Path
) -> None:
    """
    Make a key for NAME and print it, this once. The file gets its hash.

    Sessions belong to the NAME: an application that gets a new key keeps them.
    """
    now = int(time.time())
    expires = None if days is None else now + days * _DAY
    key, text = new_key(name, Role(role), now, expires=expires, routes=routes or None, rate=rate)
    with changing(path) as kept:
        kept.append(key)
    click.echo(text)
    click.echo(f"key {key.id} for {name}, {role}; it is not shown again", err=True)


@keys.command(name="list")
@_file
def list_keys(path: Path) -> None:
    """List the keys, without anything secret."""
    from rich.console import Console
    from rich.table import Table

    kept = read_keys(path)
    table = Table("id", "name", "role", "routes", "rate", "made", "state")
    for row in _rows(kept, time.time()):
        table.add_row(*row)
    Console().print(table if kept else "no keys")


@keys.command()
@click.argument("key_id")
@_file
@click.pass_context
def revoke(ctx: click.Context, key_id: str, path: Path) -> None:
    """
    Take the key with this id back; gateways refuse it from the next request on.

    Exit status: 0 done, 1 there is no such key.
    """
    with changing(path) as kept:
        known = any(key.id == key_id for key in kept)
        kept[:] = revoked(kept, key_id, int(time.time()))
    click.echo(f"key {key_id} is taken back" if known else f"no key {key_id}", err=not known)
    ctx.exit(0 if known else 1)


def _rows(kept: Iterable[Key], now: float) -> Iterable[tuple[str, ...]]:
    for key in kept:
        routes = "all" if key.routes is None else ", ".join(key.routes)
        rate = "" if key.rate is None else str(key.rate)
        yield key.id, key.name, str(key.role), routes, rate, _day(key.created), _state(key, now)


def _state(key: Key, now: float) -> str:
    if key.revoked is not None:
        return f"taken back {_day(key.revoked)}"
    if key.expires is None:
        return "live"
    return f"live until {_day(key.expires)}" if key.live(now) else f"ended {_day(key.expires)}"


def _day(at: int) -> str:
    return datetime.fromtimestamp(at, UTC).date().isoformat()

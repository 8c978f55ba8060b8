"""`candor desk`: see who needs somebody, and take a conversation over."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click
import orjson

from guardrails.cli import desk_show
from guardrails.cli.desk_call import ask, here
from guardrails.cli.desk_place import KEY_VARIABLE, Place
from guardrails.findings import Level


def _place(ctx: click.Context, _: click.Parameter, directory: Path) -> Place:
    tickets, words = ctx.obj
    return Place(directory, tickets, words)


_directory = click.argument(
    "directory", type=click.Path(file_okay=False, path_type=Path), callback=_place
)
_ticket = click.argument("ticket")
_by = click.option(
    "--by",
    required=True,
    envvar="CANDOR_BY",
    show_envvar=True,
    help="Who you are to the log: an id such as a staff number, no name.",
)
_json = click.option("--json", "as_json", is_flag=True, help="For programs.")
_level = click.Choice([level.value for level in Level])


@click.group()
@click.option(
    "--tickets",
    metavar="URL",
    envvar="CANDOR_TICKETS",
    show_envvar=True,
    help="postgresql:// address of the tickets, if they are not in DIRECTORY.",
)
@click.option(
    "--words",
    metavar="FILE|URL",
    envvar="CANDOR_WORDS",
    show_envvar=True,
    help=f"Words that services share; their key stands in {KEY_VARIABLE}.",
)
@click.pass_context
def desk(ctx: click.Context, tickets: str | None, words: str | None) -> None:
    """
    See who needs somebody, and take conversations over.

    DIRECTORY is that of the service's decision log. With a running service the commands go
    to it; without one the tickets themselves are changed, and there are turns to see only
    where services share them.
    """
    ctx.obj = (tickets, words)


@desk.command("list")
@_directory
@click.option("--all", "every", is_flag=True, help="Resolved tickets too.")
@_json
def list_(directory: Place, every: bool, as_json: bool) -> None:
    """List the tickets that wait, the most urgent first."""
    views = ask(directory, "list", all=every)
    if as_json:
        _print_json(views)
        return
    now = int(time.time())
    for view in views:
        click.echo(desk_show.row(view, now))
    if not views:
        click.echo("nobody waits")


@desk.command()
@_directory
@_ticket
@_json
def show(directory: Place, ticket: str, as_json: bool) -> None:
    """Show one ticket with the last turns, masked."""
    _print_ticket(ask(directory, "show", id=ticket), as_json)


@desk.command()
@_directory
@_ticket
@_by
def ack(directory: Place, ticket: str, by: str) -> None:
    """Say that you have seen a ticket and will take it."""
    ask(directory, "ack", id=ticket, by=by)
    click.echo(f"acknowledged by {by}; claim it to take the conversation over")


@desk.command()
@_directory
@_ticket
@_by
@click.option("--level", type=_level, help="Your own assessment, if you have made one already.")
@_json
def claim(directory: Place, ticket: str, by: str, level: str | None, as_json: bool) -> None:
    """
    Take a conversation over.

    The last turns come first, masked. What the machine found is shown after you have said
    how much the person needs.
    """
    view = ask(directory, "claim", id=ticket, by=by)
    if level is None and not as_json and sys.stdin.isatty():
        _print(desk_show.turns(view["turns"]))
        level = click.prompt("How much does this person need?", type=_level)
    if level is not None:
        view = ask(directory, "assess", id=ticket, by=by, level=level)
    _print_ticket(view, as_json)


@desk.command()
@_directory
@_ticket
@click.argument("level", type=_level)
@_by
@_json
def assess(directory: Place, ticket: str, level: str, by: str, as_json: bool) -> None:
    """Say how much the person needs, and see what the machine found."""
    _print_ticket(ask(directory, "assess", id=ticket, by=by, level=level), as_json)


@desk.command()
@_directory
@_ticket
@click.argument("text")
@_by
def reply(directory: Place, ticket: str, text: str, by: str) -> None:
    """Write TEXT to the person; - reads it from stdin."""
    words = sys.stdin.read() if text == "-" else text
    ask(directory, "reply", id=ticket, by=by, text=words)
    click.echo("sent")


@desk.command()
@_directory
@_ticket
@_by
@click.option("--note", default="", help="For whoever takes it next. It is not in the log.")
def release(directory: Place, ticket: str, by: str, note: str) -> None:
    """Give a conversation back to the software; the ticket stays until it is resolved."""
    view = ask(directory, "release", id=ticket, by=by, note=note)
    told = "" if view.get("alone") else ", and the person is told so"
    click.echo(f"the software answers again{told}")


@desk.command()
@_directory
@_ticket
@_by
@click.option("--outcome", default="done", show_default=True, help="A code of your own.")
def resolve(directory: Place, ticket: str, by: str, outcome: str) -> None:
    """Say that nothing more is to be done."""
    ask(directory, "resolve", id=ticket, by=by, outcome=outcome)
    click.echo("resolved")


@desk.command()
@_directory
@_ticket
@_by
@click.option("--reason", required=True, help="A code, such as call-back. It is in the log.")
@click.option("--case", required=True, help="Id of the case that it is for.")
def unmask(directory: Place, ticket: str, by: str, reason: str, case: str) -> None:
    """Show the last turns with the person's own values. The log remembers that you did."""
    _print(desk_show.turns(ask(directory, "unmask", id=ticket, by=by, reason=reason, case=case)))


@desk.command()
@_directory
@_by
@click.option("--reason", required=True, help="A code, such as incident.")
@click.option("--off", is_flag=True, help="Ask models again.")
def pause(directory: Place, by: str, reason: str, off: bool) -> None:
    """
    Ask no model any more: fixed texts and people only.

    It holds from the next turn on, for every service that shares the tickets, and outlives
    restarts.
    """
    # Not by way of a service, which may hang; but where only it knows the tickets.
    do = here if directory.known else ask
    changed = do(directory, "pause", on=not off, by=by, reason=reason)
    state = "models are asked again" if off else "paused: no model is asked"
    click.echo(state if changed else f"{state}; so it was before")


@desk.command()
@_directory
def report(directory: Place) -> None:
    """Tell how tickets were answered, and how far humans and the machine agree."""
    from guardrails.desk.report import reported

    _print(desk_show.report(reported(asyncio.run(_tickets(directory)))))


@desk.command()
@_directory
@_by
@click.option("--to", help="Name of the first channel; the policy's first one if not given.")
@click.option("--policy", help="Name or file of the policy; needed while no service runs.")
@click.option("--wait", default=60.0, show_default=True, help="Seconds to wait for an answer.")
@click.pass_context
def drill(
    ctx: click.Context, directory: Place, by: str, to: str | None, policy: str | None, wait: float
) -> None:
    """
    Send a marked test through the real channels, and tell who answered in what time.

    Answer it as a real one: `candor desk ack` or `claim`. Drills are left out of counts.

    Exit status: 0 somebody answered, 1 nobody did.
    """
    from guardrails.cli.desk_drill import drilled_here, drilled_there

    if policy is None:
        done = drilled_there(directory, by, to, wait)
    else:
        done = asyncio.run(drilled_here(directory, policy, by, to, wait))
    _print(desk_show.drilled(done))
    ctx.exit(0 if done.answered_by else 1)


async def _tickets(directory: Place) -> Any:  # noqa: ANN401 - a sequence of tickets
    store = directory.tickets()
    try:
        return await store.listed(resolved=True)
    finally:
        store.close()


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _print_ticket(view: Any, as_json: bool) -> None:  # noqa: ANN401 - JSON
    if as_json:
        _print_json(view)
    else:
        _print(desk_show.ticket(view))


def _print_json(value: Any) -> None:  # noqa: ANN401 - JSON
    click.echo(orjson.dumps(value, option=orjson.OPT_INDENT_2).decode())

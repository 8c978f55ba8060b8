"""`candor helplines`: which numbers a guard has, and which are to be read again."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import click

from guardrails.errors import ConfigurationError
from guardrails.resource_ages import OLDEST, overdue
from guardrails.resources import Resources


@click.command()
@click.option(
    "--file",
    "path",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A table of your own, in the form of ours. Its countries stand in the place of ours.",
)
@click.option(
    "--oldest",
    type=click.IntRange(min=0),
    default=OLDEST,
    show_default=True,
    help="Days after which a number is to be read again.",
)
@click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Count the days up to this one.  [default: today]",
)
@click.pass_context
def helplines(ctx: click.Context, path: Path | None, oldest: int, day: datetime | None) -> None:
    """
    Say which helplines there are, and which numbers are to be read again.

    Exit status: 0 if all were looked at lately, 1 if some were not.
    """
    table = Resources.load()
    if path is not None:
        table = table.overridden(read(path))
    today = (day or datetime.now(UTC)).date()
    entries = list(table.entries())
    confirmed = sum(entry.confirmed_on is not None for entry in entries)
    click.echo(
        f"{len(table.table)} countries, {len(entries)} numbers, "
        f"{confirmed} of them checked by a person"
    )
    late = list(overdue(table, today, oldest))
    for one in late:
        click.echo(str(one))
    ctx.exit(1 if late else 0)


def read(path: Path) -> Resources:
    """
    Return the table of helplines in the file *path*.

    Raises:
        ConfigurationError: It is none; what is wrong is told.
    """
    try:
        return Resources.of(json.loads(path.read_text(encoding="utf-8")))
    except KeyError as error:
        msg = f"{path}: {error} is missing from an entry, or is not a way to reach a line"
    except (AttributeError, TypeError, ValueError) as error:
        msg = f"{path}: {error}"
    raise ConfigurationError(msg)

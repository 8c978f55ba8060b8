"""Where a log lies that a command is given: in a folder, or in a database and copied to one."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Final

import click

from guardrails.errors import ProofError
from guardrails.storage.backend import is_database

_COPIED: Final = "guardrails.cli.log_place.copied"
_FAULTS: Final = "guardrails.cli.log_place.faults"


class LogPlace(click.ParamType[Path]):
    """
    A folder, or the address of a database.

    What is in the database is copied to a folder of its own, which goes when the command ends.
    A log that cannot be copied is told on stderr, and the others are read; the command then ends
    with status 1 at the least, for which `faulty` is asked.
    """

    name = "log"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        """Return the folder."""
        del param
        if not is_database(value):
            return Path(str(value))
        from guardrails.ledger.pull import pull

        copy = tempfile.TemporaryDirectory(prefix="candor-log-")
        here = ctx or click.get_current_context()
        here.find_root().call_on_close(copy.cleanup)  # also where another argument is wrong
        here.meta[_COPIED] = str(value)
        faults: list[ProofError] = here.meta.setdefault(_FAULTS, [])
        pulled = pull(str(value), Path(copy.name), failed=faults.append)
        for error in faults if pulled else faults[:-1]:
            click.echo(f"candor: {error}", err=True)
        if not pulled:
            raise faults[-1]
        return Path(copy.name)


class FolderPlace(click.ParamType[Path]):
    """A folder, and nothing else: for commands that write beside the records."""

    name = "folder"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        """Return the folder."""
        if is_database(value):
            self.fail(
                "this works on a folder only: `candor log pull` copies a log from a database "
                "to one",
                param,
                ctx,
            )
        return Path(str(value))


def faulty(ctx: click.Context) -> bool:
    """Return whether a log in the database that was given could not be copied."""
    return bool(ctx.meta.get(_FAULTS))


def address_of(ctx: click.Context) -> str | None:
    """Return the address of the database that the log was copied from, if it was."""
    address: str | None = ctx.meta.get(_COPIED)
    return address


def refuse_copy(ctx: click.Context, what: str) -> None:
    """
    Return if the log that was given lies in a folder.

    Raises:
        UsageError: It was copied from a database, where *what* leads nowhere.
    """
    if ctx.meta.get(_COPIED):
        msg = f"{what} works on a folder only: `candor log pull` copies the log to one"
        raise click.UsageError(msg, ctx)


log_argument = click.argument("directory", type=LogPlace(), metavar="DIRECTORY|URL")
folder_argument = click.argument("directory", type=FolderPlace(), metavar="DIRECTORY")

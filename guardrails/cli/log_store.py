"""`candor log`: what keeps a log in order."""

from __future__ import annotations

from pathlib import Path

import click

from guardrails.cli.faults import Check, files_of
from guardrails.cli.keyring import log_signing
from guardrails.cli.log import safe
from guardrails.cli.log_place import folder_argument
from guardrails.cli.log_progress import progress_of
from guardrails.cli.log_proof import origin_option
from guardrails.errors import LogWriteError
from guardrails.ledger.disk import INDEX
from guardrails.ledger.doctor import Diagnosis, examine
from guardrails.ledger.index import index as make_index
from guardrails.ledger.packed import content_size
from guardrails.ledger.packer import pack_all
from guardrails.ledger.prove import folder_of
from guardrails.ledger.recover import recover as mend
from guardrails.ledger.verdict import Code

sign_option = click.option(
    "--sign",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Private key of the log, if it is signed.",
)


@click.command(cls=Check)
@folder_argument
@click.pass_context
def doctor(ctx: click.Context, directory: Path) -> None:
    """
    Say what is the matter with the logs in DIRECTORY, and what to do. Nothing is changed.

    Exit status: 0 nothing that has to be done, 1 something has, 2 it cannot be told.
    """
    found = examine(directory)
    for one in found:
        _print(one)
    codes = {one.code for one in found}
    ctx.exit(next(code for code in (Code.PROBLEM, Code.UNCHECKED, Code.SOUND) if code in codes))


def _print(one: Diagnosis) -> None:
    click.echo(safe(f"{one.origin or one.folder}: {one.state}"))
    for told in one.complaints:
        click.echo(safe(f"  {'fault ' if told.ill else 'advice'}  {told.what}"))
        click.echo(safe(f"          {told.todo}"))
    if not any(told.ill for told in one.complaints):
        click.echo("  Nothing has to be done.")


@click.command()
@folder_argument
@origin_option
@sign_option
def recover(directory: Path, origin: str | None, sign: Path | None) -> None:
    """
    Mend the torn end of a log, as its writer does at its next start, and record that.

    What is no whole record is moved out, not thrown away. Nothing else is ever touched: if
    anything else is wrong, nothing is done. Nobody may be writing.

    Exit status: 0 mended, or there was nothing to mend; 1 it could not be, or not only the
    end is wrong; 2 it cannot be told.
    """
    folder = folder_of(directory, origin)
    found = mend(folder, None if sign is None else log_signing(sign, folder))
    if found is None:
        click.echo(f"{folder}: nothing is torn; nothing was changed")
        return
    click.echo(
        f"{folder}: {found.size:,} bytes of no whole record were moved out of segment "
        f"{found.segment}, to {found.file}; a recovery record says so"
    )


@click.command()
@folder_argument
@origin_option
def compress(directory: Path, origin: str | None) -> None:
    """
    Compress the segments that are full (extra `audit`). Nobody may be writing.

    A writer that was given compress=True does so itself.
    """
    folder = folder_of(directory, origin)
    before = after = count = 0
    with files_of(folder, LogWriteError, "; what is not compressed is as it was"):
        for path in pack_all(folder):
            count += 1
            before += content_size(path)
            after += path.stat().st_size
    click.echo(f"{folder}: {count:,} segments, {mib(before)} to {mib(after)}")


@click.command()
@folder_argument
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write it there instead of to DIRECTORY/index.db.",
)
def index(directory: Path, out: Path | None) -> None:
    """
    Make a SQLite database of the records in DIRECTORY, for questions in SQL.

    The table is called records. It proves nothing, and can be made again at any time.
    """
    out = out or directory / INDEX
    with progress_of(directory) as progress:
        count = make_index(directory, out, progress)
    click.echo(f"{out}: {count:,} records")


def mib(size: int) -> str:
    """Return so many bytes in words."""
    return f"{size / 2**20:,.1f} MiB"

"""`candor log tables` and `candor log pull`: a log in PostgreSQL."""

from __future__ import annotations

from pathlib import Path

import click

from guardrails.cli.faults import Check
from guardrails.errors import ProofError
from guardrails.storage.backend import is_database


@click.command()
@click.option("--writer", default="", metavar="ROLE", help="May add, never change or remove.")
@click.option("--reader", default="", metavar="ROLE", help="May only read, for auditors.")
@click.option(
    "--pruner", default="", metavar="ROLE", help="May also remove what is old, with `prune`."
)
@click.option(
    "--investigator",
    default="",
    metavar="ROLE",
    help="May look for kept texts; makes tables for them.",
)
def tables(writer: str, reader: str, pruner: str, investigator: str) -> None:
    """
    Print the SQL that makes the tables of a log in PostgreSQL, for psql.

    The owner of the database runs it, once or again; the service itself needs no right to
    make, change or remove anything. Roles that are not there are made, without a password.

    No role may delete records. A function of the server does, for the role of --pruner: whole
    segments, the oldest first, whose hashes are kept in the table `removed`.

        candor log tables --writer gateway --reader auditor | psql -v ON_ERROR_STOP=1 -1 DATABASE
    """
    from guardrails.ledger.tables import tables_sql

    try:
        click.echo(tables_sql(writer, reader, pruner, investigator), nl=False)
    except ValueError as error:
        raise click.UsageError(str(error)) from None


@click.command(cls=Check)
@click.argument("url")
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@click.option("--origin", help="Which log, if there are several; otherwise all of them.")
@click.option(
    "--prune", is_flag=True, help="Remove from the copy what was removed from the database."
)
@click.pass_context
def pull(ctx: click.Context, url: str, directory: Path, origin: str | None, prune: bool) -> None:
    """
    Copy the log in the database at URL to DIRECTORY, or go on with a copy that is there.

    The copy is a log like any other, byte for byte as it was written, for every command that
    takes a folder. On another machine it is a memory as well: if what was copied before is
    not in the database any more as it was, nothing is copied and you are told. What `prune`
    has removed there stays in the copy, unless --prune is given.

    Exit status: 0 copied, 1 the database holds something else than what was copied before,
    or a log in it has a name that is none, 2 the database cannot be read, or the copy cannot be
    written. What is wrong with one log is told, and the others are copied.
    """
    from guardrails.ledger.pull import pull as copy

    if not is_database(url):
        msg = "URL is the address of a database: postgresql://user@host/database"
        raise click.UsageError(msg)
    faults: list[ProofError] = []
    for one in copy(url, directory, origin, failed=faults.append, prune=prune):
        click.echo(
            f"{one.folder}: {one.records:,} new records, {one.size:,} in all, "
            f"{one.checkpoints:,} checkpoints"
        )
    for fault in faults:
        click.echo(f"candor: {fault}", err=True)
    if faults:
        ctx.exit(1)

"""`candor log query`, `tail`, `export` and `explain`: read what a decision log says."""

from __future__ import annotations

import csv
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import IO, Any, Final

import click
import orjson

from guardrails.audit.schema import TABLES
from guardrails.cli.faults import Check
from guardrails.cli.log import form_option, print_records, safe
from guardrails.cli.log_place import log_argument, refuse_copy
from guardrails.cli.log_progress import progress_of
from guardrails.decisions import Do
from guardrails.errors import LogReadError
from guardrails.findings import Level
from guardrails.ledger.query import COUNTED, FIELDS, Query, cell, counts, follow, last, row, select
from guardrails.ledger.read import Found
from guardrails.ledger.record import Kind
from guardrails.replay.explain import explain

_POLL: Final = 0.5  # seconds


class Moment(click.ParamType):  # type: ignore[type-arg]
    """A day or a time in UTC, as microseconds since 1970."""

    name = "TIME"

    def convert(
        self, value: str | int, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Return the microseconds that *value* says."""
        if isinstance(value, int):
            return value
        try:
            told = datetime.fromisoformat(value)
        except ValueError:
            msg = f"{value!r}: write a day or a time, such as 2026-11-26 or 2026-11-26T17:00:00Z"
            self.fail(msg, param, ctx)
        when = told if told.tzinfo is not None else told.replace(tzinfo=UTC)
        return int(when.timestamp()) * 1_000_000 + when.microsecond


_FILTERS: Final[list[Callable[[Any], Any]]] = [
    click.option(
        "--kind", "kinds", type=click.Choice([one.value for one in Kind]), multiple=True,
        help="Only this kind. May come again.",
    ),
    click.option("--session", default="", help="Only this session; its first characters will do."),
    click.option("--turn", type=click.IntRange(min=0), help="Only this turn."),
    click.option("--side", type=click.Choice(["input", "output"]), help="Only this side."),
    click.option("--rule", metavar="NAME", help="Only where this rule fired; 'crisis.*' will do."),
    click.option("--category", metavar="NAME", help="Only with such a finding; 'pii.*' will do."),
    click.option(
        "--do", type=click.Choice([one.value for one in Do]), multiple=True,
        help="Only where this was done. May come again.",
    ),
    click.option(
        "--level", type=click.Choice([one.value for one in Level]), help="Of this level at least.",
    ),
    click.option("--since", type=Moment(), help="Not before this day or time, UTC."),
    click.option("--until", type=Moment(), help="Before this day or time, UTC."),
]  # fmt: skip


def _filtered(command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(_FILTERS):
        command = option(command)
    return command


def _query(asked: Mapping[str, Any]) -> Query:
    return Query(**{**asked, "kinds": frozenset(asked["kinds"]), "do": frozenset(asked["do"])})


@click.command("query", cls=Check)
@log_argument
@_filtered
@click.option("--last", "most", type=click.IntRange(min=1), help="Only the last so many of them.")
@click.option(
    "--count-by",
    "by",
    type=click.Choice(COUNTED),
    help="Print counts; by do, rule and level of decisions alone, unless --kind says else.",
)
@click.option(
    "--sql",
    metavar="SELECT",
    help="Ask this of the tables records, decisions, findings, turns, escalations, messages and "
    "referrals (extra audit).",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="For people, for programs, or, with --sql, for a spreadsheet.",
)
@click.pass_context
def query_command(
    ctx: click.Context,
    /,
    directory: Path,
    most: int | None,
    by: str | None,
    sql: str | None,
    form: str,
    **asked: object,
) -> None:
    """
    Print the records in DIRECTORY that fit, one a line, oldest first.

    With --sql, the answer to a question about them; it can read nothing else, and change
    nothing.

    It proves nothing: see `verify`. Lines that are no records are named on stderr.

    Exit status: 0 all was read, 2 there are lines that are no records, or no log.
    """
    if sql is not None:
        if by is not None or most is not None:
            msg = "--sql counts and ends by itself: leave out --count-by and --last"
            raise click.UsageError(msg, ctx)
        from guardrails.cli.report import ask

        ctx.exit(2 if ask(directory, sql, _query(asked), form) else 0)
    if form == "csv":
        msg = "--format csv needs --sql; candor log export writes records as CSV"
        raise click.UsageError(msg, ctx)
    with progress_of(directory) as progress:
        found = select(directory, _query(asked), progress)
        if by is None:
            ctx.exit(2 if print_records(last(found, most), form) else 0)
        missed: list[Found] = []
        kinds = bool(asked["kinds"])
        counted = counts(_noting(last(found, most), missed), by, every=kinds).most_common()
    if form == "json":
        click.echo(orjson.dumps(dict(counted), option=orjson.OPT_INDENT_2))
    else:
        for value, count in counted:
            click.echo(f"{count:>10,}  {safe(value)}")
    ctx.exit(2 if print_records(missed, form) else 0)


def _noting(found: Iterable[Found], missed: list[Found]) -> Iterator[Found]:
    """Yield *found*, and keep what is no record in *missed*."""
    for one in found:
        if one.record is None:
            missed.append(one)
        yield one


@click.command("tail", cls=Check)
@log_argument
@_filtered
@click.option("-n", "most", type=click.IntRange(min=1), default=10, show_default=True)
@click.option("--follow", "-f", "following", is_flag=True, help="Go on as records are added.")
@form_option
@click.pass_context
def tail_command(
    ctx: click.Context,
    /,
    directory: Path,
    most: int,
    following: bool,
    form: str,
    **asked: object,
) -> None:
    """Print the last records in DIRECTORY that fit, and with --follow those that come."""
    if following:
        refuse_copy(ctx, "--follow")
    query = _query(asked)
    missed = print_records(last(select(directory, query), most), form)
    if following:
        print_records(follow(directory, query, _pause), form)
    ctx.exit(2 if missed else 0)


def _pause() -> bool:
    sys.stdout.flush()
    time.sleep(_POLL)
    return True


@click.command("export", cls=Check)
@log_argument
@_filtered
@click.option(
    "--to",
    "form",
    type=click.Choice(["jsonl", "csv", "parquet"]),
    required=True,
    help="jsonl: records as they are stored. csv: one flat row for each. parquet: a table, see "
    "--table (extra audit).",
)
@click.option(
    "--table",
    type=click.Choice(TABLES),
    default="records",
    show_default=True,
    help="Of parquet.",
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file, which may not be there yet.  [default: stdout]",
)
@click.pass_context
def export_command(
    ctx: click.Context,
    /,
    directory: Path,
    form: str,
    table: str,
    out: Path | None,
    **asked: object,
) -> None:
    """
    Write the records in DIRECTORY that fit, for other programs.

    A CSV cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    missed = 0
    if form == "parquet":
        if out is None:
            msg = "--to parquet needs --out FILE"
            raise click.UsageError(msg, ctx)
        from guardrails.audit.tables import write_parquet

        with progress_of(directory) as progress:
            missed = write_parquet(directory, table, out, _query(asked), progress)
        _left_out(missed)
        return
    with progress_of(directory) as progress:
        found = select(directory, _query(asked), progress)
        first = next(found, None)  # a log that cannot be read is told before anything is written
        missed = _export(form, out, found if first is None else chain([first], found))
    _left_out(missed)


def _export(form: str, out: Path | None, found: Iterable[Found]) -> int:
    """Write *found*, and return how many lines are no records."""
    missed = 0
    with _target(out) as file:
        rows = csv.writer(file, lineterminator="\n")
        if form == "csv":
            rows.writerow(FIELDS)
        for one in found:
            if one.record is None:
                missed += 1
            elif form == "jsonl":
                file.write(one.data.decode() + "\n")
            else:
                rows.writerow([cell(value) for value in row(one).values()])
    return missed


def _left_out(missed: int) -> None:
    if missed:
        msg = f"{missed:,} lines are no records and were left out; see `candor log verify`"
        raise LogReadError(msg)


@contextmanager
def _target(out: Path | None) -> Iterator[IO[str]]:
    if out is None:
        yield sys.stdout
        return
    try:
        with out.open("x", encoding="utf-8", newline="") as file:
            yield file
    except FileExistsError:
        msg = f"{out} is there already"
        raise click.BadParameter(msg, param_hint="--out") from None
    except OSError as error:
        msg = f"cannot write {out}: {error.strerror}"
        raise click.BadParameter(msg, param_hint="--out") from None


@click.command("explain", cls=Check)
@log_argument
@click.argument("seq", type=click.IntRange(min=0))
@click.option(
    "--origin",
    "--log",
    "log",
    metavar="NAME",
    help="Which log, if DIRECTORY holds several. --log is the same.",
)
@form_option
def explain_command(directory: Path, seq: int, log: str | None, form: str) -> None:
    """
    Say in words what record SEQ in DIRECTORY is about.

    For a decision: what, when, by which rule on which line of which policy, what was
    withheld, and whether the decision comes out the same when it is made again. It proves
    nothing: see `verify`.
    """
    with progress_of(directory) as progress:
        told = explain(directory, seq, log=log, progress=progress)
    if form == "json":
        words = [{"title": title, "text": text} for title, text in told.lines]
        value = {"log": told.log, "record": told.record, "words": words}
        click.echo(orjson.dumps(value, option=orjson.OPT_INDENT_2))
        return
    for title, text in told.lines:
        click.echo(safe(f"{title:<9} {text}"))

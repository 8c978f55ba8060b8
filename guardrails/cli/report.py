"""`candor log report`, and questions in SQL."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click
import orjson

from guardrails.audit.page import as_json, as_rows, in_words, page
from guardrails.audit.report import PRESETS, Term
from guardrails.audit.tables import Answer, Tables, open_tables
from guardrails.cli.faults import Check
from guardrails.cli.log import safe
from guardrails.cli.log_place import log_argument
from guardrails.cli.log_progress import progress_of
from guardrails.ledger.query import Query, cell

_WIDEST: Final = 60


class Zone(click.ParamType):  # type: ignore[type-arg]
    """A time zone by its name."""

    name = "ZONE"

    def convert(
        self, value: str | ZoneInfo, param: click.Parameter | None, ctx: click.Context | None
    ) -> ZoneInfo:
        """Return the zone that is called *value*."""
        if isinstance(value, ZoneInfo):
            return value
        try:
            return ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            msg = (
                f"{value!r}: no zone of that name is known here; write one such as "
                "America/Los_Angeles, and install tzdata if the system has no zones"
            )
            self.fail(msg, param, ctx)


@click.command("report", cls=Check)
@log_argument
@click.option(
    "--preset",
    type=click.Choice(sorted(PRESETS)),
    required=True,
    help="crisis-referrals: the yearly count, and nothing else. activity: counts by rule, "
    "locale and week.",
)
@click.option(
    "--year",
    type=click.IntRange(1970, 2200),
    help="Of crisis-referrals.  [default: last year]",
)
@click.option("--zone", type=Zone(), default="UTC", show_default=True, help="Where the year is.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv", "html"]),
    default="text",
    show_default=True,
    help="For people, for programs, for a spreadsheet, or a page with bars.",
)
@click.pass_context
def report_command(
    ctx: click.Context, directory: Path, preset: str, year: int | None, zone: ZoneInfo, form: str
) -> None:
    """
    Count what DIRECTORY says, without a name of anybody (extra `audit`).

    It proves nothing: see `verify`.

    Exit status: 0 all was read, 2 there are lines that are no records, or no log.
    """
    now = datetime.now(UTC)
    term = None if year is None else Term(year, zone)
    if term is None:
        term = Term(now.astimezone(zone).year - 1, zone)
    with progress_of(directory) as progress, open_tables(directory, None, progress) as tables:
        report = PRESETS[preset](tables, term, now)
        missed = bool(tables.missed)
    if form == "json":
        click.echo(orjson.dumps(as_json(report), option=orjson.OPT_INDENT_2))
    elif form == "html":
        click.echo(page(report), nl=False)
    elif form == "csv":
        click.echo(_csv(("report", "what", "number"), as_rows(report)), nl=False)
    else:
        for line in in_words(report):
            click.echo(safe(line))
    ctx.exit(2 if missed else 0)


def ask(directory: Path, sql: str, query: Query, form: str) -> bool:
    """Print the answer to *sql*, and return whether there were lines that are no records."""
    with progress_of(directory) as progress, open_tables(directory, query, progress) as tables:
        answer = tables.ask(sql)
        if form == "json":
            for row in answer.rows:
                value = dict(zip(answer.columns, row, strict=True))
                click.echo(orjson.dumps(value, default=str))
        elif form == "csv":
            click.echo(_csv(answer.columns, answer.rows), nl=False)
        else:
            _print(answer)
        _missed(tables)
        return bool(tables.missed)


def _print(answer: Answer) -> None:
    rows = [[_word(value) for value in row] for row in answer.rows]
    widths = [
        min(max(len(row[at]) for row in [answer.columns, *rows]), _WIDEST)
        for at in range(len(answer.columns))
    ]
    for row in (answer.columns, *rows):
        cells = (f"{value:<{width}}" for value, width in zip(row, widths, strict=True))
        click.echo(safe("  ".join(cells)).rstrip())


def _word(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="milliseconds")
    if isinstance(value, list):
        return " ".join(map(_word, value))
    return str(value)


def _csv(columns: tuple[str, ...], rows: Iterator[tuple[Any, ...]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([cell(_plain(value)) for value in row] for row in rows)
    return text.getvalue()


def _plain(value: object) -> str | int | None:
    return value if isinstance(value, int) and not isinstance(value, date) else _word(value)


def _missed(tables: Tables) -> None:
    for path, line in tables.missed:
        click.echo(f"{path}:{line}: no record", err=True)

"""`candor eval`: how well a policy's detectors do on labelled messages."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
import orjson

from guardrails.cli.deployment import inspecting_guard
from guardrails.cli.printing import plain
from guardrails.evaluation.html import page
from guardrails.evaluation.report import Report, ending, lines, values
from guardrails.evaluation.rows import Broken, of_split, read_rows
from guardrails.evaluation.run import evaluated
from guardrails.evaluation.tasks import TASKS

if TYPE_CHECKING:
    from collections.abc import Iterable


@click.command(name="eval")
@click.option(
    "--task", type=click.Choice(list(TASKS)), required=True, help="What the labels are about."
)
@click.option(
    "--data",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=True,
    help="Labelled messages, one JSON object a line.",
)
@click.option(
    "--policy", default="companion", show_default=True, help="Name of a ready policy, or a file."
)
@click.option("--split", help='Count only messages whose "split" is this, such as test.')
@click.option(
    "--html",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the figures into this page as well.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def evaluate(
    ctx: click.Context,
    task: str,
    data: Path,
    policy: str,
    split: str | None,
    html: Path | None,
    as_json: bool,
) -> None:
    """
    Measure how well a policy's detectors do on labelled messages of your own.

    A line of DATA is {"text", "spans": [{"start", "end", "label"}]} and, if wanted, "id",
    "origin", "casing", "family", "lang" and "split". Spans count code points. A message without
    spans is a clean one. The messages take the very same way as in a guard.

    Errors are named by id; no text of a message is printed. No model is asked.

    Exit status: 0 done, 1 some lines failed, 2 usage.
    """
    failed: list[Broken] = []
    report = asyncio.run(_measured(task, data, policy, split, failed.append))
    for broken in sorted(failed, key=lambda one: one.line):
        click.echo(f"{data}:{broken.line}: {broken.why}", err=True)
    if html is not None:
        html.write_text(page(report, _facts(data, policy, split)), encoding="utf-8")
    if as_json:
        sys.stdout.buffer.write(orjson.dumps(values(report), option=orjson.OPT_APPEND_NEWLINE))
    elif sys.stdout.isatty():
        _draw(report)
    else:
        click.echo(plain("\n".join(lines(report))))
    ctx.exit(1 if failed else 0)


async def _measured(
    task: str, data: Path, policy: str, split: str | None, told: Callable[[Broken], object]
) -> Report:
    async with inspecting_guard(policy, None) as guard:
        with data.open("rb") as source, _progress(data) as progress:
            rows = of_split(read_rows(source), split)
            chosen = TASKS[task]
            acts = chosen.acts(guard.policy)
            figures = await evaluated(chosen, rows, guard.inspect, acts, told, progress)
    return figures.report()


def _draw(report: Report) -> None:
    """Show *report* as tables, to somebody at a terminal."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    console.print(Text(f"{report.title}: {report.messages:,} messages"))
    for title, figures in (
        ("", report.heads),
        *((one.title, one.figures) for one in report.tables),
    ):
        if figures:
            table = Table(title=Text(plain(title)), title_justify="left")
            table.add_column("figure")
            table.add_column("share and interval", justify="right")
            table.add_column("cases", justify="right")
            for one in figures:
                table.add_row(Text(plain(one.name)), str(one.share), f"{one.share.of:,}")
            console.print(table)
    for line in ending(report):
        console.print(Text(plain(line)))


def _facts(data: Path, policy: str, split: str | None) -> Iterable[tuple[str, str]]:
    day = datetime.now(UTC).date().isoformat()
    name = data.name if split is None else f"{data.name}, split {split}"
    return (("day", day), ("policy", policy), ("data", name))


@contextmanager
def _progress(data: Path) -> Iterator[Callable[[], object]]:
    """Show how many lines are done, if somebody looks at stderr."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    with data.open("rb") as source:
        total = sum(1 for line in source if line.strip())
    bar = Progress(
        BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=Console(stderr=True)
    )
    with bar:
        shown = bar.add_task("measuring", total=total)
        yield lambda: bar.advance(shown)

"""`candor eval`: how well a policy's detectors do on labelled messages."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
import orjson

from guardrails.cli.deployment import inspecting_guard
from guardrails.cli.printing import plain
from guardrails.errors import ConfigurationError
from guardrails.evaluation.html import page
from guardrails.evaluation.plots import MISSING, drawable, png
from guardrails.evaluation.report import Report, ending, lines, values
from guardrails.evaluation.rows import Broken, of_split, read_rows
from guardrails.evaluation.run import evaluated
from guardrails.evaluation.tasks import PREVALENCE, TASKS, Options, Task
from guardrails.policy.ready import find, load_policy
from guardrails.workers import Deadline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guardrails.policy.model import Policy

_TOLD = 200
"""How many lines that failed are told one by one."""

_DEADLINE: Final = Deadline(patience=240.0)
"""A guard's own processor time for each text, and minutes of patience with a busy machine."""


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
    "--by", metavar="FIELDS", help="For crisis: figures by these fields as well, a comma between."
)
@click.option(
    "--prevalence",
    type=click.FloatRange(0, 1, min_open=True, max_open=True),
    help=f"For crisis: share of messages at risk that precision is told for.  [{PREVALENCE}]",
)
@click.option(
    "--html",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the figures into this page as well.",
)
@click.option(
    "--png",
    "charts",
    type=click.Path(file_okay=False, path_type=Path),
    help="For crisis: draw the charts into this directory as well.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def evaluate(
    ctx: click.Context,
    task: str,
    data: Path,
    policy: str,
    split: str | None,
    by: str | None,
    prevalence: float | None,
    html: Path | None,
    charts: Path | None,
    as_json: bool,
) -> None:
    """
    Measure how well a policy's detectors do on labelled messages of your own.

    For pii, a line of DATA is {"text", "spans": [{"start", "end", "label"}]} and, if wanted,
    "id", "origin", "casing", "family", "lang" and "split". Spans count code points. A message
    without spans is a clean one. A row with labels under another key is an error.

    For crisis, it is {"text", "label"}, where the label is crisis, method_seeking,
    crisis_other, third_party, history_only, history_or_mention, ambiguous,
    distress_no_crisis, hard_negative or benign; or {"text", "level"}, where the level is
    none, care, concern, high or imminent. A conversation has "turns", a list of
    {"role", "content"}, in the place of "text". "id", "category" and "split" if wanted.

    For claims, it is {"text", "label"} of a reply, where the label is claim, no_claim or
    unknown, with the "question" that it answers, "category" and "id" if wanted.

    The messages take the very same way as in a guard. Errors are named by id; no text of a
    message is printed. No model is asked for a reply.

    Exit status: 0 done, 1 some lines failed, 2 usage.
    """
    if task != "crisis" and (by is not None or prevalence is not None or charts is not None):
        msg = "--by, --prevalence and --png go with --task crisis"
        raise click.UsageError(msg)
    if charts is not None and not drawable():
        raise ConfigurationError(MISSING)
    fields = tuple(name for part in (by or "").split(",") if (name := part.strip()))
    chosen = TASKS[task](Options(fields, prevalence))
    failed = _Failed()
    measured = _Measured(load_policy(policy), str(find(policy)))
    report = asyncio.run(_measured(chosen, data, measured.policy, split, failed.add))
    for line in failed.lines(data):
        click.echo(line, err=True)
    if html is not None:
        html.write_text(page(report, _facts(data, measured, split)), encoding="utf-8")
    if charts is not None:
        charts.mkdir(parents=True, exist_ok=True)
        for curve in report.curves:
            png(curve, charts / f"{curve.name}.png")
    if as_json:
        told = {"policy": measured.values(), **values(report)}
        sys.stdout.buffer.write(orjson.dumps(told, option=orjson.OPT_APPEND_NEWLINE))
    elif sys.stdout.isatty():
        click.echo(plain(f"policy: {measured}"))
        _draw(report)
    else:
        click.echo(plain("\n".join((f"policy: {measured}", *lines(report)))))
    ctx.exit(1 if failed.count else 0)


@dataclass(frozen=True, slots=True)
class _Measured:
    """The policy whose detectors and rules were measured, and its file."""

    policy: Policy
    file: str

    def __str__(self) -> str:
        name = f"{self.policy.id} {self.policy.version}".rstrip()
        return f"{name} ({self.file}), {self.policy.hash}"

    def values(self) -> dict[str, str]:
        """Return the same as JSON values."""
        one = self.policy
        return {"id": one.id, "version": one.version, "file": self.file, "hash": one.hash}


@dataclass(slots=True)
class _Failed:
    """Lines that could not be counted; of many, the first and how many there are."""

    count: int = 0
    kept: list[Broken] = field(default_factory=list)

    def add(self, broken: Broken) -> None:
        self.count += 1
        if len(self.kept) < _TOLD:
            self.kept.append(broken)

    def lines(self, data: Path) -> Iterator[str]:
        """Yield what is told of them, in their order."""
        for one in sorted(self.kept, key=lambda one: one.line):
            yield f"{data}:{one.line}: {one.why}"
        if self.count > len(self.kept):
            yield f"{data}: {self.count - len(self.kept):,} further lines could not be counted"


async def _measured(
    task: Task, data: Path, policy: Policy, split: str | None, told: Callable[[Broken], object]
) -> Report:
    async with inspecting_guard(policy, task.log, task.policy, _DEADLINE) as guard:
        with data.open("rb") as source, _progress(data) as progress:
            rows = of_split(read_rows(source, task.row), split)
            await evaluated(rows, task.looking(guard), task.add, told, progress)
    return task.report()


def _draw(report: Report) -> None:
    """Show *report* as tables, to somebody at a terminal."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    console.print(Text(f"{report.title}: {report.messages:,} messages"))
    heads = [(one.name, str(one.share), f"{one.share.of:,}") for one in report.heads]
    heads += [(one.name, str(one), one.of) for one in report.measures]
    tables = [("", heads)]
    for each in report.tables:
        rows = [(one.name, str(one.share), f"{one.share.of:,}") for one in each.figures]
        tables.append((each.title, rows))
    for title, rows in tables:
        if rows:
            table = Table(title=Text(plain(title)), title_justify="left")
            table.add_column("figure")
            table.add_column("share and interval", justify="right")
            table.add_column("cases", justify="right")
            for name, share, of in rows:
                table.add_row(Text(plain(name)), share, Text(plain(of)))
            console.print(table)
    for line in ending(report):
        console.print(Text(plain(line)))


def _facts(data: Path, measured: _Measured, split: str | None) -> Iterable[tuple[str, str]]:
    day = datetime.now(UTC).date().isoformat()
    name = data.name if split is None else f"{data.name}, split {split}"
    return (("day", day), ("policy", str(measured)), ("data", name))


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

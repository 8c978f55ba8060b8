"""`candor inspect`: what the guard does with a text, or with many."""

from __future__ import annotations

import asyncio
import os
import secrets
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

import click

from guardrails.cli.bulk import Bulk
from guardrails.cli.deployment import inspecting_guard
from guardrails.cli.lines import SIDES, Request, looked_at, result_value, written
from guardrails.cli.printing import plain
from guardrails.cli.reading import below
from guardrails.messages import Side

if TYPE_CHECKING:
    from guardrails.inspecting import Inspected


_WHY: Final = {
    "timeout": "it took too long",
    "raised": "it raised an error",
    "could not look": "it could not look",
    "missing": "a rule needs it, and the guard has none",
    "breaker": "it failed several times before, and is left alone for a while",
    "closed": "the guard was being closed",
    "no reader": "it needs a reader, and the guard has none",
    "reader": "the text could not be read for it",
    "no finding": "what it found is no Finding",
    "wrong family": "it found something of another family than its own",
    "unknown category": "it found a category that neither the package nor the policy names",
    "span outside the text": "it found something outside of the text",
}
"""Why a detector failed, for people; what is not here is shown as it is."""


@click.command()
@click.option(
    "--policy", default="companion", show_default=True, help="Name of a ready policy, or a file."
)
@click.option(
    "--from",
    "said_by",
    type=click.Choice(list(SIDES)),
    default="user",
    show_default=True,
    help="Who said TEXT.",
)
@click.option("--jsonl", is_flag=True, help="Read JSON lines on stdin, write JSON lines.")
@click.option("--locale", help="Language of the policy's texts, such as en-GB (for TEXT).")
@click.option("--country", help="Country for local resources, such as GB (for TEXT).")
@click.option(
    "--question",
    metavar="TEXT",
    help="What the person had said, if it is a reply to it: with --from model.",
)
@click.option(
    "--log",
    "log",
    type=click.Path(file_okay=False, path_type=Path),
    help="Record the decisions in this directory, as a guard would.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print what became of TEXT.",
)
@click.argument("text", required=False)
@click.pass_context
def inspect(
    ctx: click.Context,
    policy: str,
    said_by: str,
    jsonl: bool,
    locale: str | None,
    country: str | None,
    question: str | None,
    log: Path | None,
    form: str,
    text: str | None,
) -> None:
    """
    Show what the guard finds in TEXT, what it decides, and what comes of it.

    TEXT may be - for all of stdin. No model is asked, and nobody is told.

    With --jsonl each line of stdin is {"id", "text", "from": "user" or "model"}, and
    if wanted "session", "locale", "country", "subject" and "question", what the person had
    said to which a reply is the answer; lines that share a session are one conversation.
    Each gives one line, in order: {"id", "do", "rule",
    "findings": [{"category", "start", "end", "score"}], "text", "reply", "level",
    "escalate", "failed": [{"detector", "why"}], "uncovered"}, or {"line", "error"} if it
    cannot be read.

    Exit status: 0 done, 1 some lines failed, 2 usage.
    """
    if jsonl == (text is not None):
        msg = "give either TEXT or --jsonl"
        raise click.UsageError(msg)
    check_question(question, said_by, in_lines=jsonl)
    if text is None:
        good = asyncio.run(_many(policy, log, sys.stdin.buffer, sys.stdout.buffer))
        ctx.exit(0 if good else 1)
    if text == "-":
        text = sys.stdin.buffer.read().decode("utf-8", "replace")
    side = SIDES[said_by]
    request = Request(None, text, side, None, locale, country, question=question)
    result = asyncio.run(_one(policy, log, request))
    if form == "json":
        sys.stdout.buffer.write(written(result_value(request, result)))
    else:
        click.echo("\n".join(readable(request, result)))


async def _one(policy: str, log: Path | None, request: Request) -> Inspected:
    async with inspecting_guard(policy, log) as guard:
        return await looked_at(request, guard.inspect, _fresh())


def check_question(question: str | None, said_by: str, *, in_lines: bool = False) -> None:
    """
    Raise an error if *question* stands where it answers nothing.

    Raises:
        UsageError: The text is the person's own, or the question stands beside lines.
    """
    if question is not None and in_lines:
        msg = '--question goes with TEXT: in a line of --jsonl write the key "question"'
        raise click.UsageError(msg)
    if question is not None and SIDES[said_by] is Side.INPUT:
        msg = "--question goes with --from model: it is what that reply answers"
        raise click.UsageError(msg)


async def _many(policy: str, log: Path | None, source: BinaryIO, sink: BinaryIO) -> bool:
    async with inspecting_guard(policy, log) as guard:
        with _progress(source) as progress:
            return await Bulk(guard.inspect, _fresh()).run(below(source), sink, progress)


def _fresh() -> str:
    """Return the start of session ids that nobody else uses."""
    return f"inspect-{secrets.token_hex(8)}-"


@contextmanager
def _progress(source: BinaryIO) -> Iterator[Callable[[int], None]]:
    """Show how far *source* is read, if somebody looks at stderr and nothing else is shown."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn

    bar = Progress(
        BarColumn(), DownloadColumn(), TimeRemainingColumn(), console=Console(stderr=True)
    )
    with bar:
        task = bar.add_task("inspecting", total=_size(source))
        yield lambda size: bar.advance(task, size)


def _size(source: BinaryIO) -> int | None:
    """Return the bytes of a file, or None of what has no end yet."""
    status = os.fstat(source.fileno())
    return status.st_size if stat.S_ISREG(status.st_mode) else None


def readable(request: Request, result: Inspected) -> Iterator[str]:
    """Yield what became of a text, row by row, for people."""
    rule = f" (rule {result.rule})" if result.rule else ""
    yield f"do        {result.do}{rule}"
    for category, start, stop, score in result.findings:
        found = plain(request.text[start:stop]).replace("\n", " ")
        yield f"found     {category} {score / 100:.0f} % at {start}-{stop}: {found}"
    for name, why in result.failed:
        yield f"failed    {name}: {_WHY.get(why, why)}"
    yield from _uncovered(request, result)
    if result.level is not None:
        told = "; a human is told" if result.escalate else ""
        yield f"level     {result.level}{told}"
    goes_to = "the model" if request.side is Side.INPUT else "the person"
    if result.reply is None:
        yield f"{goes_to} gets:"
        yield _indented(result.text)
        if result.also is not None:
            yield "the person gets the model's reply, and then:"
            yield _indented(result.also)
    else:
        yield "the model is not asked; the person gets:"
        yield _indented(result.reply)


def _uncovered(request: Request, result: Inspected) -> Iterator[str]:
    """Yield what nobody looked for in the text, since nobody knows its language or script."""
    from guardrails.detectors.language_id import identifier

    for what in result.uncovered:
        yield f"uncovered {what}: nobody looked for it"
    if not result.uncovered and (language := identifier().perhaps(request.text)):
        yield (
            f"uncovered perhaps: it may be {language}, in too few words to tell, and little is "
            "looked for in that language"
        )


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in plain(text).split("\n"))

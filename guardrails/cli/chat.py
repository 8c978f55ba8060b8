"""`candor chat`: talk to a guarded model in the terminal."""

from __future__ import annotations

import asyncio
import io
import os
import secrets
import sys
import tempfile
from collections.abc import AsyncGenerator
from contextlib import aclosing, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guardrails.cli import script
from guardrails.cli.deployment import chatting_guard
from guardrails.cli.reading import below

if TYPE_CHECKING:
    from guardrails.models.base import ChatModel


@dataclass(frozen=True, slots=True)
class _Wish:
    """What the command line asks for."""

    policy: str
    log: Path
    url: str | None
    model: str | None
    system: str | None
    show: bool
    locale: str | None
    country: str | None


@click.command()
@click.option(
    "--policy", default="companion", show_default=True, help="Name of a ready policy, or a file."
)
@click.option("--url", help="Base URL of an OpenAI-compatible server; key: OPENAI_API_KEY.")
@click.option("--demo", is_flag=True, help="Talk to SmolLM2-135M, run inside this process.")
@click.option("--model", help="Name of the model at --url.")
@click.option("--system", help="What the model is told first.")
@click.option("--show", is_flag=True, help="Show what was found, decided, said and released.")
@click.option("--locale", help="Language of the policy's texts, such as en-GB.")
@click.option("--country", help="Country for local resources, such as GB.")
@click.option(
    "--log",
    type=click.Path(file_okay=False, path_type=Path),
    help="Directory of the decision log; a new temporary one if not given.",
)
@click.pass_context
def chat(
    ctx: click.Context,
    policy: str,
    url: str | None,
    demo: bool,
    model: str | None,
    system: str | None,
    show: bool,
    locale: str | None,
    country: str | None,
    log: Path | None,
) -> None:
    """
    Talk to a guarded model, line by line; /quit or Ctrl-D ends.

    With no terminal on stdin a short scripted conversation is played. At the end
    the decision log is verified.

    Exit status: 0 done and the log is sound, 1 a turn failed or it is not, 2 usage.
    """
    if demo == (url is not None):
        msg = "give either --url BASE_URL or --demo"
        raise click.UsageError(msg)
    directory = log or Path(tempfile.mkdtemp(prefix="candor-log-"))
    wish = _Wish(policy, directory, url, model, system, show, locale, country)
    good, receipts = True, list[str]()
    with suppress(KeyboardInterrupt):
        good = asyncio.run(_talk(wish, receipts))
    sound = _verified(directory, receipts)
    ctx.exit(0 if good and sound else 1)


async def _talk(wish: _Wish, receipts: list[str]) -> bool:
    """Hold the conversation; return whether all went well. *receipts* gets a hash a turn."""
    from guardrails.cli.talk import Conversation, played, typed

    notices = io.StringIO()
    guard, notes = chatting_guard(wish.policy, wish.log, notices)
    async with guard, _model(wish) as model:
        for note in notes:
            click.echo(f"({note})")
        conversation = Conversation(
            guard,
            model,
            session=f"chat-{secrets.token_hex(8)}",
            out=sys.stdout,
            notices=notices,
            system=wish.system or (None if wish.url else script.SYSTEM),
            options={} if wish.url else script.SAMPLING,
            remembered=None if wish.url else script.REMEMBERED,
            show=wish.show,
            locale=wish.locale,
            country=wish.country,
            receipts=receipts,
        )
        lines = (
            typed(below(sys.stdin.buffer), sys.stdout)
            if sys.stdin.isatty()
            else played(script.LINES, sys.stdout)
        )
        async with aclosing(lines):
            return await conversation.run(lines)


@asynccontextmanager
async def _model(wish: _Wish) -> AsyncGenerator[ChatModel, None]:
    """Hold the model that is asked."""
    if wish.url is None:
        from guardrails.models.local import LocalModel

        local = LocalModel()
        try:
            yield local
        finally:
            await local.aclose()
        return
    import httpx

    from guardrails.models.openai import TIMEOUT, OpenAIModel

    # The command line is where the environment counts: a proxy, and the key.
    async with httpx.AsyncClient(timeout=TIMEOUT) as client:
        key = os.environ.get("OPENAI_API_KEY")
        yield OpenAIModel(wish.url, model=wish.model, api_key=key, client=client)


def _verified(directory: Path, receipts: list[str]) -> bool:
    """Verify the decision log, print what came of it, and return whether it is sound."""
    from guardrails.ledger.verdict import Code
    from guardrails.ledger.verify import verify

    verdict = verify(directory, head=receipts)
    for flaw in verdict.problems:
        click.echo(flaw, err=True)
    records = sum(log.records for log in verdict.logs)
    words = {
        Code.SOUND: "sound, and holds every receipt of this conversation",
        Code.UNANCHORED: "sound; its last records came after the last receipt",
        Code.PROBLEM: "BROKEN",
        Code.UNCHECKED: f"could not be checked: {verdict.unchecked}",
    }
    click.echo(f"decision log {directory}: {records} records, {words[verdict.code]}")
    return verdict.code in {Code.SOUND, Code.UNANCHORED}

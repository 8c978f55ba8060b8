"""`candor policy try`: type a sentence, see what the policy does about it, and why."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from guardrails.cli.inspect import readable
from guardrails.cli.lines import SIDES, Request
from guardrails.cli.policy.test import opened
from guardrails.policy.load import Loaded, read_file
from guardrails.policy.ready import find

if TYPE_CHECKING:
    from guardrails.trials.run import Trier
    from guardrails.trials.seen import Seen


@click.command(name="try")
@click.option(
    "--from", "said_by", type=click.Choice(list(SIDES)), default="user", show_default=True,
    help="Who says it.",
)  # fmt: skip
@click.option("--locale", help="Language of the person, such as en-GB.")
@click.option("--country", help="Country of the person, such as GB.")
@click.argument("policy")
@click.argument("text", required=False)
def try_(
    policy: str, text: str | None, said_by: str, locale: str | None, country: str | None
) -> None:
    """
    Show what POLICY does about TEXT: which rules fire, in which line they stand, what is shown.

    Without TEXT each line that you type is tried, until the end of the input. Every one is a
    conversation of its own. Nobody is told, no model is asked and nothing is kept.
    """
    loaded = read_file(find(policy))
    asyncio.run(_tried(loaded, text, (said_by, locale, country)))


async def _tried(loaded: Loaded, text: str | None, how: tuple[str, str | None, str | None]) -> None:
    trier = await opened(loaded.policy)
    try:
        if text is not None:
            await _one(loaded, trier, text, how)
            return
        while line := await asyncio.to_thread(_asked):
            if line.strip():
                await _one(loaded, trier, line.strip(), how)
    finally:
        await trier.close()


def _asked() -> str:
    if sys.stdin.isatty():
        click.echo("try> ", nl=False)
    return sys.stdin.readline()


async def _one(
    loaded: Loaded, trier: Trier, text: str, how: tuple[str, str | None, str | None]
) -> None:
    said_by, locale, country = how
    request = Request(None, text, SIDES[said_by], None, locale, country)
    seen = await trier.see(text, request.side, locale, country)
    click.echo("\n".join([*_rules(loaded, seen), *readable(request, seen.inspected), ""]))


def _rules(loaded: Loaded, seen: Seen) -> Iterator[str]:
    """Yield each rule that fired, with its place and what it needed."""
    known = {rule.id: rule for rule in loaded.policy.rules}
    for hit in seen.hits:
        rule = known.get(hit.rule)
        acts = "fired" if hit.acts else "watched"
        if rule is None:
            yield f"{acts:<9} {hit.rule} (built in)"
            continue
        needs = f"{hit.score / 100:.0f} % >= {rule.threshold // 100} %"
        yield f"{acts:<9} {hit.rule} {needs}, at {loaded.at(rule)}"
    if not seen.hits:
        yield f"{'fired':<9} nothing"

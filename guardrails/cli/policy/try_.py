"""`candor policy try`: type a sentence, see what the policy does about it, and why."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from guardrails.cli.inspect import readable
from guardrails.cli.lines import SIDES, Request, result_value
from guardrails.cli.policy.test import opened
from guardrails.cli.remarks import answered, broken_as, format_option, remark_at
from guardrails.policy.load import read_file
from guardrails.policy.loaded import Loaded
from guardrails.policy.ready import find

if TYPE_CHECKING:
    from guardrails.policy.remarks import Remark
    from guardrails.policy.rule import Rule
    from guardrails.trials.run import Trier
    from guardrails.trials.seen import Hit, Seen


@click.command(name="try")
@click.option(
    "--from", "said_by", type=click.Choice(list(SIDES)), default="user", show_default=True,
    help="Who says it.",
)  # fmt: skip
@click.option("--locale", help="Language of the person, such as en-GB.")
@click.option("--country", help="Country of the person, such as GB.")
@format_option
@click.argument("policy")
@click.argument("text", required=False)
def try_(
    policy: str,
    text: str | None,
    form: str,
    said_by: str,
    locale: str | None,
    country: str | None,
) -> None:
    """
    Show what POLICY does about TEXT: which rules fire, in which line they stand, what is shown.

    Without TEXT each line that you type is tried, until the end of the input. Every one is a
    conversation of its own. Nobody is told, no model is asked and nothing is kept.
    """
    if text is None and form != "text":
        msg = f"--format {form} goes with TEXT"
        raise click.UsageError(msg)
    with broken_as(form):
        loaded = read_file(find(policy))
    asyncio.run(_tried(loaded, text, (said_by, locale, country), form))


async def _tried(
    loaded: Loaded, text: str | None, how: tuple[str, str | None, str | None], form: str
) -> None:
    trier = await opened(loaded.policy)
    try:
        if text is not None:
            await _one(loaded, trier, text, how, form)
            return
        while line := await asyncio.to_thread(_asked):
            if line.strip():
                await _one(loaded, trier, line.strip(), how, form)
    finally:
        await trier.close()


def _asked() -> str:
    if sys.stdin.isatty():
        click.echo("try> ", nl=False)
    return sys.stdin.readline()


async def _one(
    loaded: Loaded, trier: Trier, text: str, how: tuple[str, str | None, str | None], form: str
) -> None:
    said_by, locale, country = how
    request = Request(None, text, SIDES[said_by], None, locale, country)
    seen = await trier.see(text, request.side, locale, country)
    facts = {
        "policy": {"id": loaded.policy.id, "hash": loaded.policy.hash},
        "from": said_by,
        **result_value(request, seen.inspected),
        "fired": [_fact(loaded, hit) for hit in seen.hits],
    }
    told = "\n".join([*_rules(loaded, seen), *readable(request, seen.inspected), ""])
    answered(told, [_remark(loaded, hit) for hit in seen.hits], form, facts)


def _rule_of(loaded: Loaded, hit: Hit) -> Rule | None:
    """Return the rule that fired, or None of one that is built in."""
    return next((rule for rule in loaded.policy.rules if rule.id == hit.rule), None)


def _fact(loaded: Loaded, hit: Hit) -> dict[str, Any]:
    rule = _rule_of(loaded, hit)
    told = {"rule": hit.rule, "score": hit.score, "acts": hit.acts}
    if rule is None:
        return told
    place = {"file": rule.file or loaded.file, "line": rule.line}
    return {**told, "threshold": rule.threshold, "do": str(rule.do), **place}


def _remark(loaded: Loaded, hit: Hit) -> Remark:
    rule = _rule_of(loaded, hit)
    code = "fired" if hit.acts else "watched"
    if rule is None:
        return remark_at(loaded.file, 0, code, f"{hit.rule} (built in) {code}")
    what = f"{hit.rule} {code}: {hit.score / 100:.0f} % >= {rule.threshold // 100} %, {rule.do}"
    return remark_at(rule.file or loaded.file, rule.line, code, what)


def _rules(loaded: Loaded, seen: Seen) -> Iterator[str]:
    """Yield each rule that fired, with its place and what it needed."""
    for hit in seen.hits:
        rule = _rule_of(loaded, hit)
        acts = "fired" if hit.acts else "watched"
        if rule is None:
            yield f"{acts:<9} {hit.rule} (built in)"
            continue
        needs = f"{hit.score / 100:.0f} % >= {rule.threshold // 100} %"
        yield f"{acts:<9} {hit.rule} {needs}, at {loaded.at(rule)}"
    if not seen.hits:
        yield f"{'fired':<9} nothing"

"""`candor policy try`: type a sentence, see what the policy does about it, and why."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from guardrails.cli.inspect import check_question, readable
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
@click.option(
    "--question",
    metavar="TEXT",
    help="What the person had said, if TEXT is a reply to it: with --from model.",
)
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
    question: str | None,
) -> None:
    """
    Show what POLICY does about TEXT: which rules fire, in which line they stand, what is shown.

    Without TEXT each line that you type is tried, until the end of the input. Every one is a
    conversation of its own. Nobody is told, no model is asked and nothing is kept.
    """
    if text is None and form != "text":
        msg = f"--format {form} goes with TEXT"
        raise click.UsageError(msg)
    check_question(question, said_by)
    with broken_as(form):
        loaded = read_file(find(policy))
    side = SIDES[said_by]
    blank = Request(None, "", side, None, locale, country, question=question)
    asyncio.run(_tried(loaded, text, blank, form))


async def _tried(loaded: Loaded, text: str | None, blank: Request, form: str) -> None:
    """Try *text*, or each line that is typed; *blank* says of whom, and after what."""
    trier = await opened(loaded.policy)
    try:
        if text is not None:
            await _one(loaded, trier, replace(blank, text=text), form)
            return
        while line := await asyncio.to_thread(_asked):
            if line.strip():
                await _one(loaded, trier, replace(blank, text=line.strip()), form)
    finally:
        await trier.close()


def _asked() -> str:
    if sys.stdin.isatty():
        click.echo("try> ", nl=False)
    return sys.stdin.readline()


async def _one(loaded: Loaded, trier: Trier, request: Request, form: str) -> None:
    seen = await trier.see(
        request.text, request.side, request.locale, request.country, request.question
    )
    facts = {
        "policy": {"id": loaded.policy.id, "hash": loaded.policy.hash},
        "from": next(name for name, side in SIDES.items() if side is request.side),
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

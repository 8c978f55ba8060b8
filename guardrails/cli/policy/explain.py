"""`candor policy explain`: a rule or a case in words."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from guardrails.cli.policy.laid import Laid, as_json, in_words, laid_over_file
from guardrails.cli.policy.test import tried_with
from guardrails.cli.printing import plain
from guardrails.cli.remarks import answered, broken_as, format_option, remark_at
from guardrails.policy.cases import PolicyCase, fits
from guardrails.policy.compare import Change, compared_rules
from guardrails.policy.load import read_file
from guardrails.policy.loaded import Loaded
from guardrails.policy.problems import did_you_mean, quoted
from guardrails.policy.ready import find
from guardrails.policy.remarks import Remark
from guardrails.policy.rule import Rule
from guardrails.policy.words import case_in_words


@click.command()
@format_option
@click.argument("policy")
@click.argument("what")
@click.option(
    "--trust",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The service's trust file: it tells whether a roll-out is in force.",
)
def explain(policy: str, what: str, trust: Path | None, form: str) -> None:
    """
    Say in words what a rule does, or what a case demands and what comes of it.

    WHAT is the id of a rule, a pattern such as crisis.*, or the line in which a case begins.

    What a roll-out says of a rule is told below what the file says. For one message and one
    conversation, as it was decided, see `candor log explain`.
    """
    with broken_as(form):
        loaded = read_file(find(policy))
    about = {"policy": {"id": loaded.policy.id, "hash": loaded.policy.hash}}
    if what.isascii() and what.isdigit():
        case = next((one for one in loaded.cases if one.line == int(what) and not one.file), None)
        if case is None:
            msg = f"no case begins in line {what}"
            raise click.UsageError(msg)
        told, fact = _case(loaded, case)
        remark = remark_at(loaded.file, case.line, "case", f"{fact['demands']} {fact['comes']}")
        answered("\n".join(told), [remark], form, {**about, "case": fact})
        return
    rules = _rules(loaded, what)
    if not rules:
        near = did_you_mean(what, (rule.id for rule in loaded.policy.rules))
        msg = f"no rule {quoted(what)}{near}"
        raise click.UsageError(msg)
    with broken_as(form):
        file = find(policy)
        laid = laid_over_file(loaded, file if isinstance(file, Path) else None, trust)
    answered(
        "\n\n".join("\n".join(_rule(loaded, rule, laid)) for rule in rules),
        [_remark(loaded, rule, laid) for rule in rules],
        form,
        {**about, "rules": [_fact(loaded, rule, laid) for rule in rules]},
    )


def _remark(loaded: Loaded, rule: Rule, laid: Laid | None) -> Remark:
    words = " ".join((f"{rule.id}:", *in_words(laid, rule)))
    return remark_at(rule.file or loaded.file, rule.line, "rule", words)


def _fact(loaded: Loaded, rule: Rule, laid: Laid | None) -> dict[str, Any]:
    locale = loaded.policy.locales[0]
    return {
        "rule": rule.id,
        "file": rule.file or loaded.file,
        "line": rule.line,
        "words": list(in_words(laid, rule)),
        "rollout": as_json(laid, rule),
        "messages": {
            message: loaded.policy.text(message, locale)
            for message in filter(None, (rule.say, rule.at_goodbye))
        },
        "from": [
            {
                "policy": parent.policy.id,
                "version": parent.policy.version,
                "at": parent.at(before),
                "changed": [one.what for one in changes],
            }
            for parent, before, changes in _origins(loaded, rule)
        ],
        "cases": [loaded.at(one) for one in _expecting(loaded, rule)],
    }


def _rule(loaded: Loaded, rule: Rule, laid: Laid | None) -> Iterator[str]:
    yield f"{rule.id} ({loaded.at(rule)})"
    for sentence in in_words(laid, rule):
        yield f"  {plain(sentence)}"
    yield from _inherited(loaded, rule)
    locale = loaded.policy.locales[0]
    for message in filter(None, (rule.say, rule.at_goodbye)):
        yield f"  '{message}' in {locale}:"
        for line in plain(loaded.policy.text(message, locale)).split("\n"):
            yield f"    {line}".rstrip()
    named = _expecting(loaded, rule)
    lines = ", ".join(loaded.at(one) if one.file else str(one.line) for one in named) or "none"
    yield f"  Cases that expect it, by line: {lines}"


def _expecting(loaded: Loaded, rule: Rule) -> list[PolicyCase]:
    """Return the cases that expect *rule* to fire."""
    return [one for one in loaded.cases if one.expect.rule and fits(rule.id, one.expect.rule)]


def _inherited(loaded: Loaded, rule: Rule) -> Iterator[str]:
    """Yield where the rule comes from, if from another policy, and what this one changes of it."""
    for parent, before, changes in _origins(loaded, rule):
        name = f"{parent.policy.id} {parent.policy.version}"
        yield f"  From {name} ({parent.at(before)}), {'changed here:' if changes else 'unchanged.'}"
        for one in changes:
            yield f"    {one.what.removeprefix(rule.id).strip()} ({one.way})"


def _origins(loaded: Loaded, rule: Rule) -> Iterator[tuple[Loaded, Rule, list[Change]]]:
    """Yield each policy that *rule* comes from, the rule there, and what *loaded* changes of it."""
    for parent in loaded.parents:
        for before in _rules(parent, rule.id)[:1]:
            told = compared_rules(parent.policy, loaded.policy)
            yield parent, before, [one for one in told if one.rule == rule.id]


def _rules(loaded: Loaded, name: str) -> list[Rule]:
    return [rule for rule in loaded.policy.rules if fits(rule.id, name)]


def _case(loaded: Loaded, case: PolicyCase) -> tuple[list[str], dict[str, Any]]:
    """Return in words, and as JSON values, what *case* demands and what comes of it."""
    from dataclasses import replace

    trial = asyncio.run(tried_with(replace(loaded, cases=(case,)), lambda: None))
    [outcome] = trial.outcomes
    fired = ", ".join(sorted(outcome.hits)) or "nothing"
    demands = case_in_words(case, loaded.policy)
    comes = f"What comes of it: {outcome.result}; fired: {fired}."
    told = [f"case ({loaded.at(case)})"]
    told += [f"  {plain(one)}" for one in (case.say, demands, comes, *outcome.why)]
    fact = {
        "file": case.file or loaded.file,
        "line": case.line,
        "say": case.say,
        "demands": demands,
        "comes": comes,
        "result": str(outcome.result),
        "fired": sorted(outcome.hits),
        "why": list(outcome.why),
    }
    return told, fact

"""`candor policy explain`: a rule or a case in words."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import click

from guardrails.cli.policy.test import tried_with
from guardrails.cli.printing import plain
from guardrails.policy.cases import PolicyCase, fits
from guardrails.policy.compare import compared_rules
from guardrails.policy.load import Loaded, read_file
from guardrails.policy.model import Rule
from guardrails.policy.problems import did_you_mean, quoted
from guardrails.policy.ready import find
from guardrails.policy.words import case_in_words, rule_in_words


@click.command()
@click.argument("policy")
@click.argument("what")
def explain(policy: str, what: str) -> None:
    """
    Say in words what a rule does, or what a case demands and what comes of it.

    WHAT is the id of a rule, a pattern such as crisis.*, or the line in which a case begins.
    """
    loaded = read_file(find(policy))
    if what.isascii() and what.isdigit():
        case = next((one for one in loaded.cases if one.line == int(what) and not one.file), None)
        if case is None:
            msg = f"no case begins in line {what}"
            raise click.UsageError(msg)
        click.echo("\n".join(_case(loaded, case)))
        return
    rules = _rules(loaded, what)
    if not rules:
        near = did_you_mean(what, (rule.id for rule in loaded.policy.rules))
        msg = f"no rule {quoted(what)}{near}"
        raise click.UsageError(msg)
    click.echo("\n\n".join("\n".join(_rule(loaded, rule)) for rule in rules))


def _rule(loaded: Loaded, rule: Rule) -> Iterator[str]:
    yield f"{rule.id} ({loaded.at(rule)})"
    for sentence in rule_in_words(rule):
        yield f"  {plain(sentence)}"
    yield from _inherited(loaded, rule)
    locale = loaded.policy.locales[0]
    for message in filter(None, (rule.say, rule.at_goodbye)):
        yield f"  '{message}' in {locale}:"
        for line in plain(loaded.policy.text(message, locale)).split("\n"):
            yield f"    {line}".rstrip()
    named = [one for one in loaded.cases if one.expect.rule and fits(rule.id, one.expect.rule)]
    lines = ", ".join(loaded.at(one) if one.file else str(one.line) for one in named) or "none"
    yield f"  Cases that expect it, by line: {lines}"


def _inherited(loaded: Loaded, rule: Rule) -> Iterator[str]:
    """Yield where the rule comes from, if from another policy, and what this one changes of it."""
    for parent in loaded.parents:
        yield from _from(parent, loaded, rule)


def _from(parent: Loaded, loaded: Loaded, rule: Rule) -> Iterator[str]:
    before = next(iter(_rules(parent, rule.id)), None)
    if before is None:
        return
    name = f"{parent.policy.id} {parent.policy.version}"
    changes = [one for one in compared_rules(parent.policy, loaded.policy) if one.rule == rule.id]
    yield f"  From {name} ({parent.at(before)}), {'changed here:' if changes else 'unchanged.'}"
    for one in changes:
        yield f"    {one.what.removeprefix(rule.id).strip()} ({one.way})"


def _rules(loaded: Loaded, name: str) -> list[Rule]:
    return [rule for rule in loaded.policy.rules if fits(rule.id, name)]


def _case(loaded: Loaded, case: PolicyCase) -> Iterator[str]:
    from dataclasses import replace

    yield f"case ({loaded.at(case)})"
    yield f"  {plain(case.say)}"
    yield f"  {plain(case_in_words(case, loaded.policy))}"
    trial = asyncio.run(tried_with(replace(loaded, cases=(case,)), lambda: None))
    [outcome] = trial.outcomes
    fired = ", ".join(sorted(outcome.hits)) or "nothing"
    yield f"  What comes of it: {outcome.result}; fired: {fired}."
    for why in outcome.why:
        yield f"  {why}"

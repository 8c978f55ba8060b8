"""`candor policy test`: runs the cases that a policy holds."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import click

from guardrails.cli.deployment import inspecting_guard
from guardrails.cli.policy.progress import counting
from guardrails.cli.remarks import broken_as, failed, format_option, printed
from guardrails.policy.load import read_file
from guardrails.policy.loaded import Loaded
from guardrails.policy.quieted import resting, shared, watched_only
from guardrails.policy.ready import find
from guardrails.workers import Deadline

if TYPE_CHECKING:
    from guardrails.inspection import Reader
    from guardrails.policy.model import Policy
    from guardrails.policy.rule import Rule
    from guardrails.trials.run import Trial, Trier

PATIENT = Deadline(base=10.0, per_thousand=2.0)
"""A slow machine is no reason for a case to fail."""


@click.command()
@format_option
@click.option(
    "--any-cases",
    is_flag=True,
    help="Do not demand that each rule fires once and stays silent once.",
)
@click.argument("policies", nargs=-1, required=True, metavar="POLICY...")
@click.pass_context
def test(ctx: click.Context, form: str, any_cases: bool, policies: tuple[str, ...]) -> None:
    """
    Run the cases under 'tests' in POLICY, with the detectors that it has in service.

    A case fails if something else comes of it than it expects, and if no detector looked at it,
    since then it proves nothing. Each rule must fire in one case and stay silent in another. A
    case with 'todo' is a known gap: it is counted, and told of when it passes. A case that names a
    rule in shadow is run as if that rule acted; how many rest on that is told.

    The policy's own texts in English, Spanish, French and German are looked at as well: one that
    itself claims what models may not (a feeling, a licence, a plea to stay) is a warning.

    Nobody is told, no model is asked and nothing is kept.

    Exit status: 0 all holds, 1 something does not, or the policy is wrong, 2 usage.
    """
    from guardrails.trials.remarks import remarks_of
    from guardrails.trials.texts import claiming

    with broken_as(form):
        every = [read_file(find(policy)) for policy in policies]
    with counting("testing", sum(len(loaded.cases) for loaded in every)) as done:
        trials = [(loaded, asyncio.run(tried_with(loaded, done))) for loaded in every]
    remarks = [
        remark
        for loaded, trial in trials
        for remark in sorted(
            (
                *remarks_of(loaded, trial, demanding=not any_cases),
                *asyncio.run(claiming(loaded, opened)),
            )
        )
    ]
    facts = {"policies": [_facts(loaded, trial) for loaded, trial in trials]}
    printed(remarks, form, facts, "\n".join(_last(loaded, trial) for loaded, trial in trials))
    ctx.exit(1 if failed(remarks) else 0)


async def tried_with(loaded: Loaded, done: Callable[[], None]) -> Trial:
    """Return what comes of the cases of a policy."""
    from guardrails.trials.run import tried

    return await tried(loaded.policy, loaded.cases, opened, done)


async def opened(policy: Policy, reader: Reader | None = None) -> Trier:
    """Return a trier of *policy*, its detectors loaded; *reader* reads, or else a new one."""
    from guardrails.trials.run import Trier
    from guardrails.trials.seen import KeptLog

    log = KeptLog()
    guard = inspecting_guard(policy, log, deadline=PATIENT, reader=reader)
    return Trier(guard, log, f"trial-{secrets.token_hex(8)}-")


def _facts(loaded: Loaded, trial: Trial) -> dict[str, Any]:
    from guardrails.trials.judge import Result

    return {
        "id": loaded.policy.id,
        "hash": loaded.policy.hash,
        "good": trial.good,
        "rest_on_shadow": _rests(loaded, watched_only)[0],
        "rest_on_share": _rests(loaded, shared)[0],
        **{result.value.replace(" ", "_"): trial.count(result) for result in Result},
    }


def _last(loaded: Loaded, trial: Trial) -> str:
    from guardrails.trials.judge import Result

    gaps = trial.count(Result.KNOWN_GAP)
    closed = trial.count(Result.CLOSED_GAP)
    told = [
        f"{trial.count(Result.PASSED)} passed",
        f"{trial.count(Result.FAILED)} failed",
        f"{gaps} known gap{'' if gaps == 1 else 's'}",
        *([f"{closed} closed"] if closed else []),
    ]
    both = "no" if trial.never_fired or trial.never_silent else "yes"
    name = loaded.policy.id
    line = f"{name}: {', '.join(told)} · every rule fires once and stays silent once: {both}"
    return "\n".join((line, *_as_if(loaded)))


def _as_if(loaded: Loaded) -> Iterator[str]:
    """Yield how many cases were run as if a rule acted that does not act, or not for everybody."""
    for which, rules, meanwhile in (
        (watched_only, "in shadow", "they do nothing"),
        (shared, "for a share of people", "they do nothing for the rest"),
    ):
        number, names = _rests(loaded, which)
        if number:
            rest = "case rests" if number == 1 else "cases rest"
            yield (
                f"{loaded.policy.id}: {number} {rest} on rules {rules} ({', '.join(names)}), and "
                f"ran as if these acted for everybody: in service {meanwhile}"
            )


def _rests(loaded: Loaded, which: Callable[[Rule], bool]) -> tuple[int, list[str]]:
    """Return how many cases name rules that are so, and the ids of those rules."""
    found = {rule.id: resting(rule, loaded.cases) for rule in filter(which, loaded.policy.rules)}
    cases = {id(one) for each in found.values() for one in each}
    return len(cases), [name for name, each in found.items() if each]

"""`candor policy lint`: everything that is wrong in a policy, or may not be meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from guardrails.cli.remarks import broken_as, counted, failed, format_option, printed
from guardrails.errors import ConfigurationError, PolicyError
from guardrails.policy.keeping import FILE, Keeping
from guardrails.policy.lint import UNREVIEWED, linted
from guardrails.policy.load import load
from guardrails.policy.quieted import Earlier
from guardrails.policy.ready import find
from guardrails.policy.remarks import Remark, Weight
from guardrails.policy.source import PolicyFile


@click.command()
@format_option
@click.option(
    "--all", "whole", is_flag=True, help="Tell of the policies that POLICY builds on as well."
)
@click.option(
    "--every",
    is_flag=True,
    help="The same, and name each text that no clinician has signed.",
)
@click.option(
    "--against",
    metavar="OLD",
    help="The policy that counts now, or the folder in which a service keeps its last good one: "
    "rules that act there and not in POLICY are told.",
)
@click.option("--strict", is_flag=True, help="Warnings that are told fail as well.")
@click.argument("policies", nargs=-1, required=True, metavar="POLICY...")
@click.pass_context
def lint(
    ctx: click.Context,
    form: str,
    whole: bool,
    every: bool,
    against: str | None,
    strict: bool,
    policies: tuple[str, ...],
) -> None:
    """
    Tell everything that is wrong in POLICY, or that may not be meant.

    Each line names the file, the line and the column, what is wrong, and what to write. For
    people, the texts of one file that no clinician has signed yet are one line; all are counted.

    Of a policy that builds on others, what POLICY itself wrote or changed is told, and every error;
    what the others are told as well is counted, and told with --all.

    A rule that acts in a policy that POLICY builds on, and is only watched in POLICY, is told: what
    it stopped goes through. With --against the same is told of the policy that counts now.

    Exit status: 0 no errors, 1 errors (with --strict, or warnings), 2 usage.
    """
    today = datetime.now(UTC).date()
    with broken_as(form):
        earlier = None if against is None else _earlier(against)
    told = [linted(find(policy), today, _before(earlier, policy)) for policy in policies]
    whole = whole or every
    below = [one for each in told for one in each if one.below and not whole]
    told = [tuple(one for one in each if whole or not one.below) for each in told]
    remarks = [one for each in told for one in each]
    shown = remarks if every or form != "text" else [one for each in told for one in _grouped(each)]
    facts = {"policies": list(policies), "below": {w.value: _many(below, w) for w in Weight}}
    last = f"; {counted(below)} in the policies below: --all tells them" if below else ""
    printed(shown, form, facts, counted(remarks) + last)
    warned = strict and any(one.weight is Weight.WARNING for one in remarks)
    ctx.exit(1 if failed(remarks) or warned else 0)


def _many(remarks: Sequence[Remark], weight: Weight) -> int:
    return sum(one.weight is weight for one in remarks)


def _earlier(name: str) -> Earlier:
    """Return the policy *name*, or the one that is kept in the folder of that name."""
    if not Path(name).is_dir():
        return Earlier(name, load(find(name)))
    kept = Keeping(Path(name)).load()
    if kept is None:
        msg = f"{name} holds no policy that a service keeps: name the folder that holds {FILE}"
        raise ConfigurationError(msg)
    return Earlier("the policy that the service keeps", kept.policy)


def _before(earlier: Earlier | None, policy: str) -> list[Earlier]:
    """Return *earlier*, without the roll-out that is laid over the file *policy*."""
    from guardrails.approvals.folder import rollouts_in
    from guardrails.approvals.standing import underlying

    file = find(policy)
    if earlier is None:
        return []
    if not isinstance(file, Path):
        return [earlier]
    every = rollouts_in(PolicyFile(file).signed, earlier.policy.id)
    try:
        base = underlying(load(file), earlier.policy, every)[0] if every else earlier.policy
    except PolicyError:
        return []  # lint tells what is wrong
    return [Earlier(earlier.name, base)]


def _grouped(remarks: Sequence[Remark]) -> Iterator[Remark]:
    """Yield *remarks*, those on texts of one file that nobody has signed as one, at the first."""
    unsigned = Counter(one.problem.file for one in remarks if one.code == UNREVIEWED)
    for one in remarks:
        number = unsigned[one.problem.file] if one.code == UNREVIEWED else 1
        if number > 1:
            unsigned[one.problem.file] = 0
            what = (
                f"no clinician has signed {number} texts for people in need, the first of "
                f"them '{one.about}': have them read, and write who did into 'reviewed_by' of each "
                "(candor policy lint --every names all)"
            )
            yield replace(one, problem=replace(one.problem, message=what))
        elif number:
            yield one

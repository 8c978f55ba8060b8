"""`candor policy lint`: everything that is wrong in a policy, or may not be meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import groupby

import click

from guardrails.cli.remarks import counted, failed, format_option, printed
from guardrails.policy.lint import UNREVIEWED, linted
from guardrails.policy.ready import find
from guardrails.policy.remarks import Remark, Weight


@click.command()
@format_option
@click.option("--every", is_flag=True, help="Name each text that no clinician has signed.")
@click.option("--strict", is_flag=True, help="Warnings fail as well.")
@click.argument("policies", nargs=-1, required=True, metavar="POLICY...")
@click.pass_context
def lint(
    ctx: click.Context, form: str, every: bool, strict: bool, policies: tuple[str, ...]
) -> None:
    """
    Tell everything that is wrong in POLICY, or that may not be meant.

    Each line names the file, the line and the column, what is wrong, and what to write. For
    people, the texts of one file that no clinician has signed yet are one line; all are counted.

    Exit status: 0 no errors, 1 errors (with --strict, or warnings), 2 usage.
    """
    today = datetime.now(UTC).date()
    remarks = [one for policy in policies for one in linted(find(policy), today)]
    shown = remarks if every or form != "text" else list(_grouped(remarks))
    printed(shown, form, {"policies": list(policies)}, counted(remarks))
    warned = strict and any(one.weight is Weight.WARNING for one in remarks)
    ctx.exit(1 if failed(remarks) or warned else 0)


def _grouped(remarks: Sequence[Remark]) -> Iterator[Remark]:
    """Yield *remarks*, those on texts of one file that nobody has signed as one, at the first."""
    for (file, code), alike in groupby(remarks, lambda one: (one.problem.file, one.code)):
        first, *others = alike
        if code != UNREVIEWED or not others:
            yield from (first, *others)
            continue
        what = (
            f"no clinician has signed {len(others) + 1} texts for people in need, the first of "
            f"them '{first.about}': have them read, and write who did into 'reviewed_by' of each "
            "(candor policy lint --every names all)"
        )
        yield replace(first, problem=replace(first.problem, file=file, message=what))

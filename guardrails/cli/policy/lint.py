"""`candor policy lint`: everything that is wrong in a policy, or may not be meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

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
    told = [linted(find(policy), today) for policy in policies]
    remarks = [one for each in told for one in each]
    shown = remarks if every or form != "text" else [one for each in told for one in _grouped(each)]
    printed(shown, form, {"policies": list(policies)}, counted(remarks))
    warned = strict and any(one.weight is Weight.WARNING for one in remarks)
    ctx.exit(1 if failed(remarks) or warned else 0)


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

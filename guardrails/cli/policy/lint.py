"""`candor policy lint`: everything that is wrong in a policy, or may not be meant."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from guardrails.cli.remarks import counted, failed, format_option, printed
from guardrails.policy.lint import linted
from guardrails.policy.ready import find
from guardrails.policy.remarks import Weight


@click.command()
@format_option
@click.option("--strict", is_flag=True, help="Warnings fail as well.")
@click.argument("policies", nargs=-1, required=True, metavar="POLICY...")
@click.pass_context
def lint(ctx: click.Context, form: str, strict: bool, policies: tuple[str, ...]) -> None:
    """
    Tell everything that is wrong in POLICY, or that may not be meant.

    Each line names the file, the line and the column, what is wrong, and what to write.

    Exit status: 0 no errors, 1 errors (with --strict, or warnings), 2 usage.
    """
    today = datetime.now(UTC).date()
    remarks = [one for policy in policies for one in linted(find(policy), today)]
    printed(remarks, form, {"policies": list(policies)}, counted(remarks))
    warned = strict and any(one.weight is Weight.WARNING for one in remarks)
    ctx.exit(1 if failed(remarks) or warned else 0)

"""`candor policy fmt`: one layout for policy files."""

from __future__ import annotations

from pathlib import Path

import click

from guardrails.cli.remarks import answered, broken_as, format_option, remark_at
from guardrails.errors import ConfigurationError
from guardrails.policy.layout import laid_out
from guardrails.policy.load import read_text
from guardrails.policy.remarks import Weight


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; fail if a file is not laid out so.")
@format_option
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE...",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.pass_context
def fmt(ctx: click.Context, check: bool, form: str, files: tuple[Path, ...]) -> None:
    """
    Lay policy files out: sections in one order, one blank line between them, no space at ends.

    Every comment stays where it belongs, and the policy stays the same: its hash and its cases
    are compared before anything is written.

    Exit status: 0, or 1 if a policy is wrong or, with --check, laid out differently.
    """
    with broken_as(form):
        changed = [file for file in files if _laid_out(file, check=check)]
    what = "would lay out" if check else "laid out"
    told = "\n".join(f"{what} {file}" for file in changed)
    weight = Weight.ERROR if check else Weight.NOTE
    remarks = [
        remark_at(str(file), 0, "layout", f"{what}: candor policy fmt", weight=weight)
        for file in changed
    ]
    facts = {"changed": [str(file) for file in changed], "written": not check}
    answered(told, remarks, form, facts)
    ctx.exit(1 if check and changed else 0)


def _laid_out(file: Path, *, check: bool) -> bool:
    """Return whether *file* is laid out differently; it is written anew unless *check*."""
    text = file.read_text(encoding="utf-8", errors="surrogateescape")
    before = read_text(text, str(file), file.parent)
    new = laid_out(text)
    after = read_text(new, str(file), file.parent)
    # The same cases, wherever they stand now.
    same = [one.say for one in before.cases] == [one.say for one in after.cases]
    if before.policy.hash != after.policy.hash or not same:
        msg = f"{file} cannot be laid out without changing what it says; it is left as it is"
        raise ConfigurationError(msg)
    if new != text and not check:
        file.write_text(new, encoding="utf-8")
    return new != text

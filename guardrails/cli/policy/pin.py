"""`candor policy pin`: what to write to build on a policy."""

from __future__ import annotations

import click

from guardrails.errors import ConfigurationError
from guardrails.policy.files import find
from guardrails.policy.load import read_file


@click.command()
@click.argument("policies", nargs=-1, required=True, metavar="POLICY...")
def pin(policies: tuple[str, ...]) -> None:
    """
    Print what POLICY resolves to, as another policy pins it under 'extends'.

    The hash is that of the policy with all that it builds on, so it stands in the log too.
    """
    for policy in policies:
        click.echo(pinned(policy))


def pinned(policy: str, name: str | None = None) -> str:
    """Return the entry of 'extends' for *policy*, a name or a path that is written as *name*."""
    loaded = read_file(find(policy))
    version = loaded.policy.version
    if not version:
        msg = f"{loaded.file} needs 'version' under 'policy' before others can build on it"
        raise ConfigurationError(msg)
    return f'  - {{policy: {name or policy}, version: "{version}", hash: "{loaded.policy.hash}"}}'

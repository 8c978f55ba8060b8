"""The commands of `candor policy`."""

from __future__ import annotations

import click

from guardrails.cli.policy.lint import lint
from guardrails.cli.policy.schema import schema
from guardrails.cli.policy.test import test


@click.group()
def policy() -> None:
    """
    Check, test and compare policy files.

    POLICY is a file, or the name of a ready policy such as companion.
    """


policy.add_command(lint)
policy.add_command(schema)
policy.add_command(test)

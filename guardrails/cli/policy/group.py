"""The commands of `candor policy`."""

from __future__ import annotations

import click

from guardrails.cli.policy.approving import approve_status, rollout, sign, undo
from guardrails.cli.policy.diff import diff
from guardrails.cli.policy.explain import explain
from guardrails.cli.policy.fmt import fmt
from guardrails.cli.policy.lint import lint
from guardrails.cli.policy.new import new
from guardrails.cli.policy.pin import pin
from guardrails.cli.policy.schema import schema
from guardrails.cli.policy.shadow_report import shadow_report_command
from guardrails.cli.policy.test import test
from guardrails.cli.policy.try_ import try_


@click.group()
def policy() -> None:
    """
    Write, check, test, try, explain and compare policy files.

    POLICY is a file, or the name of a ready policy such as companion.
    """


policy.add_command(approve_status)
policy.add_command(diff)
policy.add_command(explain)
policy.add_command(fmt)
policy.add_command(lint)
policy.add_command(new)
policy.add_command(pin)
policy.add_command(rollout)
policy.add_command(schema)
policy.add_command(shadow_report_command)
policy.add_command(sign)
policy.add_command(test)
policy.add_command(try_)
policy.add_command(undo)

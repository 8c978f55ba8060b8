"""The command `candor`. The only `except` of the command line stands here."""

from __future__ import annotations

from typing import IO, Any

import click

from guardrails.cli.chat import chat
from guardrails.cli.desk import desk
from guardrails.cli.evaluate import evaluate
from guardrails.cli.faults import checks
from guardrails.cli.helplines import helplines
from guardrails.cli.inspect import inspect
from guardrails.cli.log import log
from guardrails.cli.log_anchor import anchor
from guardrails.cli.log_database import pull, tables
from guardrails.cli.log_evidence import erase_command, open_command
from guardrails.cli.log_place import faulty
from guardrails.cli.log_practise import practise_command
from guardrails.cli.log_proof import check, checkpoint, keygen, prove, reconcile, rotate_key
from guardrails.cli.log_prune import check_aside, prune
from guardrails.cli.log_store import compress, doctor, index, recover
from guardrails.cli.log_witness import witness
from guardrails.cli.policy.group import policy
from guardrails.cli.query import explain_command, export_command, query_command, tail_command
from guardrails.cli.replay import replay_command
from guardrails.cli.report import report_command
from guardrails.cli.serve import serve
from guardrails.cli.sessions import sessions
from guardrails.errors import GuardrailsError, LogReadError, PolicyError, ProofError
from guardrails.ledger.verdict import Code

_NO_FAULT = frozenset({Code.SOUND, Code.UNANCHORED})
"""Statuses that say that nothing is wrong with what was read."""


class _Failed(click.ClickException):
    """One of our errors, on its way to stderr. Exit status 1."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message, one line for each problem."""
        click.echo(self.message, file=file, err=True)


class _Unread(_Failed):
    """Something that could not be read or checked. Exit status 2: nothing was found out."""

    exit_code = 2


class _Candor(click.Group):
    """Turns every error of ours into one line and exit status 1, or 2 if nothing was checked."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        try:
            done = super().invoke(ctx)
            if faulty(ctx):
                ctx.exit(1)
            return done
        except click.exceptions.Exit as ended:
            if faulty(ctx) and ended.exit_code in _NO_FAULT:
                raise click.exceptions.Exit(1) from None
            raise
        except PolicyError as error:
            failed = _Unread(str(error)) if checks(ctx) else _Failed(str(error))
        except GuardrailsError as error:
            unread = isinstance(error, LogReadError) or (
                checks(ctx) and not isinstance(error, ProofError)
            )
            failed = (_Unread if unread else _Failed)(f"candor: {error}")
        raise failed


@click.group(cls=_Candor, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="candor-guardrails", prog_name="candor")
def main() -> None:
    """
    Candor guards conversational models.

    It redacts personal data, keeps a chatbot honest about what it is, answers a
    person in crisis with care, and logs every decision.
    """


main.add_command(chat)
main.add_command(desk)
main.add_command(evaluate)
main.add_command(helplines)
main.add_command(inspect)
main.add_command(log)
for _command in (
    *(replay_command, explain_command, query_command, tail_command, export_command),
    practise_command,
    report_command,
    *(anchor, check, checkpoint, keygen, prove, reconcile, rotate_key, witness),
    *(check_aside, compress, doctor, index, prune, recover),
    *(open_command, erase_command),
    *(pull, tables),
):
    log.add_command(_command)
main.add_command(policy)
main.add_command(sessions)
main.add_command(serve)

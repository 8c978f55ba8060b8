"""`candor log practise`: a log of invented conversations, to learn the commands on."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from guardrails.cli.policy.pin import pinned
from guardrails.cli.policy.progress import counting
from guardrails.cli.policy.schema import written
from guardrails.errors import ConfigurationError
from guardrails.policy.schema import FILE

if TYPE_CHECKING:
    from guardrails.approvals.standing import Standing

POLICY: Final = "practice.policy.yaml"
EDITED: Final = "edited.policy.yaml"
TRUST: Final = "trust.yaml"
LOG: Final = "log"
_BASE: Final = "companion"
_WATCHED_FOR: Final = timedelta(days=60)


@click.command("practise")
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--times",
    type=click.IntRange(1, 100),
    default=5,
    show_default=True,
    help="How often each conversation is had.",
)
def practise_command(directory: Path, times: int) -> None:
    """
    Write a log of invented conversations into DIRECTORY, to learn the commands on.

    With it come a policy with one rule that is only watched and one that acts in a quarter of
    conversations, an edit of that policy, a trust file, and the keys of two people. All of it is
    for practice: nobody is told, no model is asked, and the keys are worth nothing elsewhere.

    If DIRECTORY holds all that already, the log is gone on with under its policy as it stands by
    now, with the roll-out that is in force. So you see what your edit or your roll-out does.
    """
    from guardrails.practice.conversations import CONVERSATIONS
    from guardrails.practice.run import practise

    if not (directory / POLICY).exists():
        for path in _written(directory, datetime.now(UTC).date()):
            click.echo(f"wrote {path}")
    standing = _standing(directory)
    for line in _in_words(standing, directory):
        click.echo(line)
    with counting("practising", times * len(CONVERSATIONS)) as done:
        told = asyncio.run(practise(standing.policy, directory / LOG, times, done))
    click.echo(
        f"wrote {told.log}: {told.conversations:,} conversations; the log holds "
        f"{told.decisions:,} decisions by now"
    )
    click.echo(f"next: candor policy shadow-report {told.log}")


def _written(directory: Path, today: date) -> Iterator[Path]:
    """Write policies, trust file and keys into *directory*, and yield each file."""
    from guardrails.ledger.keys import SigningKey
    from guardrails.practice import policies

    if directory.exists() and any(directory.iterdir()):
        msg = f"{directory} holds something else already: name a folder that is not there yet"
        raise ConfigurationError(msg)
    policy = policies.POLICY.format(pin=pinned(_BASE), until=today + _WATCHED_FOR)
    keys = [SigningKey.generate(name) for name in policies.SIGNERS]
    first, second = (str(one.verifier) for one in keys)
    files = {
        POLICY: policy,
        EDITED: policies.edited(policy),
        FILE: written(),
        TRUST: policies.TRUST.format(first=first, second=second),
        **{f"{one.name}.key": f"{one.written()}\n" for one in keys},
    }
    try:
        directory.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            path = directory / name
            mode = 0o600 if path.suffix == ".key" else 0o644
            number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
            with os.fdopen(number, "w", encoding="utf-8") as out:
                out.write(text)
            yield path
    except OSError as error:
        msg = f"{directory} cannot be written: {error.strerror}"
        raise ConfigurationError(msg) from error


def _standing(directory: Path) -> Standing:
    """Return the policy of *directory* as it acts by now, and what was signed of it."""
    from guardrails.approvals.standing import standing
    from guardrails.approvals.trust import read_trust
    from guardrails.policy.load import load
    from guardrails.policy.source import PolicyFile

    file = directory / POLICY
    return standing(load(file), read_trust(directory / TRUST), PolicyFile(file).signed)


def _in_words(found: Standing, directory: Path) -> Iterator[str]:
    """Yield by what the conversations are judged; practice goes on without signatures."""
    if found.rollout is not None:
        yield f"roll-out {found.rollout.rollout.number} is laid over {directory / POLICY}"
    for one in (found.unfitting, found.pending):
        if one is not None:
            yield (
                f"roll-out {one.rollout.number} is not in force: candor policy approve-status "
                f"{directory / POLICY} --trust {directory / TRUST} says why"
            )

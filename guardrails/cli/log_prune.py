"""`candor log prune`: what removes the old of a log, and checks what was copied before that."""

from __future__ import annotations

import asyncio
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import click

from guardrails.cli.faults import Check, files_of
from guardrails.cli.keyring import log_signing, public_keys
from guardrails.cli.log_proof import key_option, origin_option
from guardrails.cli.log_store import mib, sign_option
from guardrails.errors import ConfigurationError, LogReadError
from guardrails.ledger.disk import CHECKPOINTS, origin_folder
from guardrails.ledger.notary import Signing
from guardrails.ledger.outdated import Pruned, is_unfinished, plan
from guardrails.ledger.prove import folder_of, origin_of
from guardrails.ledger.prune import prune as remove
from guardrails.ledger.read import read_records
from guardrails.ledger.record import Kind
from guardrails.ledger.recover import open_log
from guardrails.ledger.setaside import check as check_copies
from guardrails.ledger.setaside import expire, set_aside
from guardrails.policy.log_settings import Keep
from guardrails.storage.backend import is_database

_SECOND: Final = 1_000_000  # microseconds
_DAY: Final = 86_400 * _SECOND


@dataclass(frozen=True, slots=True)
class _Wish:
    """What the command line asks for."""

    days: int | None
    reason: str
    dry_run: bool
    aside: Path | None
    sign: Path | None


@click.command()
@click.argument("place", metavar="DIRECTORY|URL")
@origin_option
@click.option(
    "--older-than",
    "days",
    type=click.IntRange(min=0),
    metavar="DAYS",
    help="Segments go all of whose records are older than so many days.",
)
@click.option(
    "--by-policy", is_flag=True, help="Take the days from logging.keep of the log's last policy."
)
@click.option("--reason", default="age", show_default=True, help="A code for the record.")
@click.option("--dry-run", is_flag=True, help="Say what would go, and change nothing.")
@click.option(
    "--crisis-to",
    "aside",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="First copy what tells of people in need, with proofs, to this directory.",
)
@sign_option
def prune(
    place: str,
    origin: str | None,
    days: int | None,
    by_policy: bool,
    reason: str,
    dry_run: bool,
    aside: Path | None,
    sign: Path | None,
) -> None:
    """
    Remove old segments of a log for good, and record that.

    The hashes of their records stay, so that proofs and checkpoints still hold. The last
    segment always stays, and so does a log that is not sound. What a log must be kept for,
    and how long, is for you to know. Nobody may be writing a log in files.

    In a database segments are the files of a copy, which is made first. Services may go on
    writing. It wants the role that `candor log tables --pruner` makes.

    Records of level concern and above, and of humans who were told, may have to be kept for
    longer: --crisis-to copies them, each with a proof that stands without the log. See
    `check-aside`.
    """
    if (days is None) != by_policy:
        msg = "say what is old: give --older-than DAYS, or --by-policy"
        raise click.UsageError(msg)
    wish = _Wish(days, reason, dry_run, aside, sign)
    if is_database(place):
        _prune_rows(place, origin, wish)
    else:
        _prune_files(folder_of(Path(place), origin), wish)


def _prune_files(folder: Path, wish: _Wish) -> None:
    name = str(folder)
    if (agreed := _agreed(folder, name, wish)) is None:
        return
    before, signing = agreed
    with files_of(folder):
        log = open_log(folder, origin_of(folder), signing)
    with closing(log):
        told = asyncio.run(remove(log, before, reason=wish.reason))
    _tell(name, told, "were")


def _prune_rows(url: str, origin: str | None, wish: _Wish) -> None:
    """Do the same for a log in a database, by way of a copy that goes afterwards."""
    from guardrails.ledger.prune_rows import RowPruning

    with closing(RowPruning(url, origin)) as work, tempfile.TemporaryDirectory() as directory:
        folder = work.copy(Path(directory))
        if (agreed := _agreed(folder, work.origin, wish)) is None:
            return
        before, signing = agreed
        with files_of(folder):
            told = work.remove(folder, before, reason=wish.reason, signing=signing)
        _tell(work.origin, told, "were")


def _agreed(folder: Path, name: str, wish: _Wish) -> tuple[int, Signing | None] | None:
    """
    Return before which time to remove, in microseconds, and the log's key; None if nothing is to.

    What has to be kept for longer is copied before.

    Raises:
        ConfigurationError: The log is signed, and there is no key.
        LogReadError: The key is another one.
    """
    signing = None if wish.sign is None else log_signing(wish.sign, folder)
    told, before = _planned(folder, name, wish)
    if told is None:
        return None
    if wish.sign is None and (folder / CHECKPOINTS).exists():
        msg = f"{name} is signed: give its private key with --sign, so that the removal is too"
        raise ConfigurationError(msg)
    _copy(folder, name, told, wish.aside)
    return before, signing


def _planned(folder: Path, name: str, wish: _Wish) -> tuple[Pruned | None, int]:
    """
    Return what is to go, and before which time, in microseconds; None if nothing is to be done.

    It is told then. Copies that were set aside go here, once they are too old.
    """
    now = int(time.time() * 1e6)
    before = now - (wish.days or 0) * _DAY
    if wish.days is None:
        keep = kept_by_policy(folder)
        if keep.crisis is not None and wish.aside is not None and not wish.dry_run:
            _expire(folder, wish.aside, now - keep.crisis * _SECOND)
        if keep.decisions is None:
            click.echo(f"{name}: the policy keeps records for ever")
            return None, before
        if wish.aside is None and keep.crisis != keep.decisions:
            msg = (
                "logging.keep of the policy keeps records about people in need for longer: say "
                "with --crisis-to where they are to be copied"
            )
            raise click.UsageError(msg)
        before = now - keep.decisions * _SECOND
    told = plan(folder, before)
    if wish.dry_run or (told.segments is None and not is_unfinished(folder)):
        _tell(name, told, "would be")
        return None, before
    return told, before


def kept_by_policy(folder: Path) -> Keep:
    """
    Return how long the last policy of the log in *folder* keeps records and texts.

    Raises:
        LogReadError: It does not say, or cannot be read.
    """
    from guardrails.replay.policies import Policies

    policies, names = Policies(folder), {-1: ""}
    for found in read_records(folder, glancing=True):
        record = found.record
        if record is not None and record["kind"] == Kind.POLICY:
            policies.add(record, folder)
            names[record["seq"]] = record["policy"]["hash"]
        elif record is not None and record["kind"] == Kind.RETAIN:  # of records that are gone
            names.update({one["at"]: one["hash"] for one in record.get("policies", ())})
    policy = policies.get(names[max(names)])
    if policy is None or policy.logging.keep is None:
        msg = f"{folder}: its last policy does not say how long records are kept (logging.keep)"
        raise LogReadError(msg)
    return policy.logging.keep


def _expire(folder: Path, aside: Path, before: int) -> None:
    """Remove copies that are older than the policy keeps them."""
    for path in expire(origin_folder(aside, origin_of(folder)), before):
        click.echo(f"{path}: removed; its records are older than the policy keeps them")


def _copy(folder: Path, name: str, told: Pruned, aside: Path | None) -> None:
    """Copy what tells of people in need, before it is removed."""
    if told.segments is None or aside is None:
        return
    with files_of(folder):
        copied = set_aside(folder, told.seqs, aside)
    where = "" if copied.file is None else f", to {copied.file}"
    click.echo(f"{name}: {copied.records:,} records about people in need were copied{where}")


@click.command("check-aside", cls=Check)
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True)
@key_option
def check_aside(files: tuple[Path, ...], keys: tuple[str, ...]) -> None:
    """
    Check FILES of records that `prune --crisis-to` has copied, without the log.

    Exit status: 0 all proofs hold, 1 one does not, 2 could not check.
    """
    known = public_keys(keys)
    for path in files:
        click.echo(f"{path}: {check_copies(path, known):,} records, each as the log signed it")


def _tell(name: str, told: Pruned, verb: str) -> None:
    if told.segments is None:
        click.echo(f"{name}: nothing is old enough; a segment goes as a whole, never the last")
        return
    (first, last), (start, stop) = told.segments, told.seqs
    until = datetime.fromtimestamp(told.until / 1e6, UTC).isoformat(sep=" ", timespec="seconds")
    click.echo(
        f"{name}: segments {first} to {last} {verb} removed: records {start:,} to {stop:,}, "
        f"until {until.removesuffix('+00:00')} UTC, {mib(told.size)}"
    )

"""`candor log`: what keeps a log in order, and what removes the old of it."""

from __future__ import annotations

import asyncio
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import click

from guardrails.cli.faults import files_of
from guardrails.cli.keyring import private_key, public_keys
from guardrails.cli.log import safe
from guardrails.cli.log_place import folder_argument
from guardrails.cli.log_progress import progress_of
from guardrails.cli.log_proof import key_option, origin_option
from guardrails.errors import ConfigurationError, LogReadError, LogWriteError
from guardrails.ledger.disk import CHECKPOINTS, INDEX, origin_folder
from guardrails.ledger.doctor import Diagnosis, examine
from guardrails.ledger.index import index as make_index
from guardrails.ledger.notary import Signing
from guardrails.ledger.packed import content_size
from guardrails.ledger.packer import pack_all
from guardrails.ledger.prove import folder_of, origin_of
from guardrails.ledger.prune import Pruned, is_unfinished, plan
from guardrails.ledger.prune import prune as remove
from guardrails.ledger.read import read_records
from guardrails.ledger.record import Kind
from guardrails.ledger.recover import open_log
from guardrails.ledger.recover import recover as mend
from guardrails.ledger.setaside import check as check_copies
from guardrails.ledger.setaside import expire, set_aside
from guardrails.ledger.verdict import Code
from guardrails.policy.log_settings import Keep

_SECOND = 1_000_000  # microseconds
_DAY = 86_400 * _SECOND

_sign = click.option(
    "--sign",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Private key of the log, if it is signed.",
)


@click.command()
@folder_argument
@click.pass_context
def doctor(ctx: click.Context, directory: Path) -> None:
    """
    Say what is the matter with the logs in DIRECTORY, and what to do. Nothing is changed.

    Exit status: 0 nothing that has to be done, 1 something has, 2 it cannot be told.
    """
    found = examine(directory)
    for one in found:
        _print(one)
    codes = {one.code for one in found}
    ctx.exit(next(code for code in (Code.PROBLEM, Code.UNCHECKED, Code.SOUND) if code in codes))


def _print(one: Diagnosis) -> None:
    click.echo(safe(f"{one.origin or one.folder}: {one.state}"))
    for told in one.complaints:
        click.echo(safe(f"  {'fault ' if told.ill else 'advice'}  {told.what}"))
        click.echo(safe(f"          {told.todo}"))
    if not any(told.ill for told in one.complaints):
        click.echo("  Nothing has to be done.")


@click.command()
@folder_argument
@origin_option
@_sign
def recover(directory: Path, origin: str | None, sign: Path | None) -> None:
    """
    Mend the torn end of a log, as its writer does at its next start, and record that.

    What is no whole record is moved out, not thrown away. Nothing else is ever touched: if
    anything else is wrong, nothing is done. Nobody may be writing.

    Exit status: 0 mended, or there was nothing to mend; 1 it could not be, or not only the
    end is wrong; 2 it cannot be told.
    """
    folder = folder_of(directory, origin)
    found = mend(folder, None if sign is None else Signing(private_key(sign)))
    if found is None:
        click.echo(f"{folder}: nothing is torn; nothing was changed")
        return
    click.echo(
        f"{folder}: {found.size:,} bytes of no whole record were moved out of segment "
        f"{found.segment}, to {found.file}; a recovery record says so"
    )


@click.command()
@folder_argument
@origin_option
def compress(directory: Path, origin: str | None) -> None:
    """
    Compress the segments that are full (extra `audit`). Nobody may be writing.

    A writer that was given compress=True does so itself.
    """
    folder = folder_of(directory, origin)
    before = after = count = 0
    with files_of(folder, LogWriteError, "; what is not compressed is as it was"):
        for path in pack_all(folder):
            count += 1
            before += content_size(path)
            after += path.stat().st_size
    click.echo(f"{folder}: {count:,} segments, {_mib(before)} to {_mib(after)}")


@click.command()
@folder_argument
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
@_sign
def prune(
    directory: Path,
    origin: str | None,
    days: int | None,
    by_policy: bool,
    reason: str,
    dry_run: bool,
    aside: Path | None,
    sign: Path | None,
) -> None:
    """
    Remove old segments of a log for good, and record that. Nobody may be writing.

    The hashes of their records stay, so that proofs and checkpoints still hold. The last
    segment always stays, and so does a log that is not sound. What DIRECTORY must be kept
    for, and how long, is for you to know.

    Records of level concern and above, and of humans who were told, may have to be kept for
    longer: --crisis-to copies them, each with a proof that stands without the log. See
    `check-aside`.
    """
    if (days is None) != by_policy:
        msg = "say what is old: give --older-than DAYS, or --by-policy"
        raise click.UsageError(msg)
    folder = folder_of(directory, origin)
    now = int(time.time() * 1e6)
    before = now - (days or 0) * _DAY
    if by_policy:
        keep = kept_by_policy(folder)
        if keep.crisis is not None and aside is not None and not dry_run:
            _expire(folder, aside, now - keep.crisis * _SECOND)
        if keep.decisions is None:
            click.echo(f"{folder}: the policy keeps records for ever")
            return
        if aside is None and keep.crisis != keep.decisions:
            msg = (
                "logging.keep of the policy keeps records about people in need for longer: say "
                "with --crisis-to where they are to be copied"
            )
            raise click.UsageError(msg)
        before = now - keep.decisions * _SECOND
    told = plan(folder, before)
    if dry_run or (told.segments is None and not is_unfinished(folder)):
        _tell(folder, told, "would be")
        return
    if sign is None and (folder / CHECKPOINTS).exists():
        msg = f"{folder} is signed: give its private key with --sign, so that the removal is too"
        raise ConfigurationError(msg)
    signing = None if sign is None else Signing(private_key(sign))
    if aside is not None:
        _copy(folder, told, aside)
    with files_of(folder):
        log = open_log(folder, origin_of(folder), signing)
    with closing(log):
        told = asyncio.run(remove(log, before, reason=reason))
    _tell(folder, told, "were")


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


def _copy(folder: Path, told: Pruned, aside: Path) -> None:
    """Copy what tells of people in need, before it is removed."""
    if told.segments is None:
        return
    with files_of(folder):
        copied = set_aside(folder, told.seqs, aside)
    where = "" if copied.file is None else f", to {copied.file}"
    click.echo(f"{folder}: {copied.records:,} records about people in need were copied{where}")


@click.command("check-aside")
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


def _tell(folder: Path, told: Pruned, verb: str) -> None:
    if told.segments is None:
        click.echo(f"{folder}: nothing is old enough; a segment goes as a whole, never the last")
        return
    (first, last), (start, stop) = told.segments, told.seqs
    until = datetime.fromtimestamp(told.until / 1e6, UTC).isoformat(sep=" ", timespec="seconds")
    click.echo(
        f"{folder}: segments {first} to {last} {verb} removed: records {start:,} to {stop:,}, "
        f"until {until.removesuffix('+00:00')} UTC, {_mib(told.size)}"
    )


@click.command()
@folder_argument
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write it there instead of to DIRECTORY/index.db.",
)
def index(directory: Path, out: Path | None) -> None:
    """
    Make a SQLite database of the records in DIRECTORY, for questions in SQL.

    The table is called records. It proves nothing, and can be made again at any time.
    """
    out = out or directory / INDEX
    with progress_of(directory) as progress:
        count = make_index(directory, out, progress)
    click.echo(f"{out}: {count:,} records")


def _mib(size: int) -> str:
    return f"{size / 2**20:,.1f} MiB"

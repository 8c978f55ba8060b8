"""`candor log anchor`: have checkpoints stamped or locked away, and see what is known elsewhere."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click

from guardrails.cli.desk_show import ago
from guardrails.cli.faults import Check
from guardrails.cli.keyring import contents
from guardrails.cli.log_place import folder_argument
from guardrails.cli.log_proof import origin_option
from guardrails.cli.log_showing import again, before_the_last, every_option, moment
from guardrails.errors import ConfigurationError, LogReadError, ProofError
from guardrails.ledger.anchors import Anchor, BucketAnchor, TimestampAnchor
from guardrails.ledger.buckets import Bucket, Kept
from guardrails.ledger.note import Checkpoint
from guardrails.ledger.prove import folder_of
from guardrails.ledger.timestamps import Authorities
from guardrails.ledger.verdict import LogVerdict, Verdict
from guardrails.policy.anchors import LEAST_LOCK, MOST_LOCK

_DAY = 86_400


@click.group()
def anchor() -> None:
    """Have it known elsewhere how far a log had come, and when. See also `witness`."""


@anchor.command(cls=Check)
@folder_argument
@click.argument("url")
@click.option(
    "--tsa",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE",
    help="The authority's root certificates, as PEM.",
)
@origin_option
@every_option
def stamp(directory: Path, url: str, tsa: Path, origin: str | None, every: float | None) -> None:
    """
    Have the newest checkpoint of the log in DIRECTORY stamped with the time (RFC 3161).

    URL is where a time-stamping authority takes requests. It sees a hash and nothing else. Its
    stamp is kept beside the log. Exit status: 0 stamped, 2 it could not be asked, or its answer
    does not hold.
    """
    shown = TimestampAnchor(url, authorities(tsa))
    folder = folder_of(directory, origin)
    _each(every, folder, shown, f"stamped by {url}")


@anchor.command(cls=Check)
@folder_argument
@click.argument("url", metavar="s3://BUCKET/PREFIX")
@click.option(
    "--lock-for",
    type=click.IntRange(LEAST_LOCK // _DAY, MOST_LOCK // _DAY),
    required=True,
    metavar="DAYS",
    help="Nobody can remove it before. It cannot be shortened.",
)
@origin_option
@every_option
def s3(directory: Path, url: str, lock_for: int, origin: str | None, every: float | None) -> None:
    """
    Lock the newest checkpoint of the log in DIRECTORY away in a bucket.

    The bucket needs object lock. Keys and addresses are read from the variables that other
    programs for S3 read, such as AWS_ACCESS_KEY_ID and AWS_ENDPOINT_URL_S3. Exit status: 0 it is
    there, 1 refused since the bucket holds another history of the log, 2 it could not be done.
    """
    place = _bucket(url)
    shown = BucketAnchor(place, lock_for * _DAY)
    folder = folder_of(directory, origin)
    _each(every, folder, shown, f"locked in {place}")


def authorities(path: Path) -> Authorities:
    """
    Return the authorities whose root certificates the file holds.

    Raises:
        LogReadError: It holds none, or what checks time stamps is not installed.
    """
    with _named(path):
        return Authorities.parse(contents(path))


def kept_in(url: str) -> list[Kept]:
    """
    Return every checkpoint that the bucket holds.

    Raises:
        LogReadError: It is out of reach, or what reaches it is not installed.
    """
    return _bucket(url).kept()


def locked(kept: Collection[Kept]) -> list[Checkpoint]:
    """Return those of *kept* that nobody could have removed since they were put there."""
    return [one.checkpoint for one in kept if one.until]


def compared(verdict: Verdict, kept: Collection[Kept] | None) -> Verdict:
    """Return *verdict* with the logs of which the bucket holds nothing that is locked."""
    if kept is None:
        return verdict
    there = {one.origin for one in locked(kept)}
    missing = (log.origin or log.folder for log in verdict.logs if log.origin not in there)
    return replace(verdict, unkept=tuple(missing))


def elsewhere(log: LogVerdict, kept: Collection[Kept] | None, now: float) -> Iterator[str]:
    """
    Yield in words what is known of *log* elsewhere, and how old the newest of it is.

    Args:
        log: What was seen in it.
        kept: What a bucket holds; None if none was asked.
        now: Seconds since 1970.
    """
    known = [(log.witnessed, log.seen_at)] if log.witnessed else []
    if log.stamped:
        known.append((log.stamped, log.stamped_at))
        yield (
            f"  stamped {log.stamped:,} records, by {log.stamped_by} at "
            f"{moment(log.stamped_at)} UTC{before_the_last(log.last, log.stamped_at)}; every one "
            f"within {max(log.stamped_wait, 0):,} s of its own time"
        )
    mine = [one for one in kept or () if one.checkpoint.origin == log.origin]
    fit = [one for one in mine if one.until and one.checkpoint.size <= log.total]
    if fit:
        last = max(fit, key=lambda one: (one.checkpoint.size, -one.at))
        known.append((last.checkpoint.size, last.at))
        yield (
            f"  locked {last.checkpoint.size:,} records, in the bucket at {moment(last.at)} UTC"
            f"{before_the_last(log.last, last.at)}, until {moment(last.until)}; {len(fit):,} "
            "checkpoints there"
        )
    if loose := sum(1 for one in mine if not one.until):
        yield (
            f"  note     {loose:,} checkpoints in the bucket are not locked; they were not compared"
        )
    if known:
        size, at = max(known)
        yield (
            f"  newest known elsewhere: {size:,} of {log.total:,} records, "
            f"{ago(max(0, int(now - at)))} ago"
        )


def as_json(one: Kept) -> dict[str, object]:
    """Return what a bucket holds, for programs."""
    found = one.checkpoint
    return {"origin": found.origin, "size": found.size, "at": one.at, "until": one.until}


def _bucket(url: str) -> Bucket:
    """Return the bucket at *url*. Raises `LogReadError`."""
    with _named(url):
        return Bucket.parse(url, os.environ)


@contextmanager
def _named(place: str | Path) -> Iterator[None]:
    """Say of *place* what it does not hold, or what is not installed, as a `LogReadError`."""
    try:
        yield
    except ProofError as error:
        msg = f"{place}: {error}"
        raise LogReadError(msg) from None
    except ConfigurationError as error:
        raise LogReadError(str(error)) from error


def _each(every: float | None, folder: Path, anchor: Anchor, done: str) -> None:
    """Show the newest checkpoint to *anchor*, once or again and again, and say what was *done*."""

    def shown() -> str:
        new = anchor.show(folder)
        return f"{new.origin}: {new.size:,} records, {done}"

    again(every, folder, shown)

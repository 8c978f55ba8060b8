"""Shows the newest checkpoint of a log elsewhere, once or again and again, and says when it was."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click

from guardrails.cli.faults import files_of

every_option = click.option(
    "--every", type=click.FloatRange(min=1), help="Go on, each so many seconds."
)


def again(every: float | None, folder: Path, shown: Callable[[], str]) -> None:
    """
    Print what *shown* says of the log in *folder*, once, or each *every* seconds.

    Raises:
        LogReadError: A file cannot be used; and what *shown* raises.
    """
    while True:
        with files_of(folder):
            line = shown()
        click.echo(line)
        if every is None:
            return
        time.sleep(every)


def moment(seconds: int) -> str:
    """Return *seconds* since 1970 as a date and a time in UTC."""
    return f"{datetime.fromtimestamp(seconds, UTC):%F %T}"


def before_the_last(last: int, at: int) -> str:
    """
    Return in words how long before the last record something was, or "" if it was not.

    Args:
        last: Time of the last record in microseconds since 1970.
        at: When it was, in seconds since 1970.
    """
    lag = last // 1_000_000 - at
    return f", {lag:,} s before the last record" if lag > 0 else ""

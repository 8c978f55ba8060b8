"""What a command says where it could not do its work, and with which exit status."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import click

from guardrails.errors import LogReadError, LogWriteError

_CHECKS: Final = "guardrails.cli.faults.checks"


class Check(click.Command):
    """
    A command that finds something out: what keeps it from that ends it with status 2, not 1.

    Status 1 is for what it finds, such as a log that was changed.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; what is wrong with them counts as well."""
        ctx.meta[_CHECKS] = True
        return super().parse_args(ctx, args)


def checks(ctx: click.Context) -> bool:
    """Return whether the command that was called is a `Check`."""
    return bool(ctx.meta.get(_CHECKS))


@contextmanager
def files_of(
    folder: Path, error: type[LogReadError | LogWriteError] = LogReadError, rest: str = ""
) -> Iterator[None]:
    """
    Do what is done with the files of *folder*, and name the file that cannot be used.

    Args:
        folder: Named where the system does not say which file it was.
        error: What is raised.
        rest: Said after it, such as what is as it was.

    Raises:
        LogReadError, LogWriteError: The system could not do it.
    """
    try:
        yield
    except OSError as fault:
        msg = f"{fault.filename or folder}: {fault.strerror}{rest}"
        raise error(msg) from fault

"""A bar that shows how much of a large log has been read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from guardrails.errors import LogReadError
from guardrails.ledger.packed import content_size

_BAR_FROM = 32 * 1024 * 1024  # bytes; less is read before a bar could be seen


@contextmanager
def progress_of(directory: Path) -> Iterator[Callable[[int], None] | None]:
    """Show a bar on a terminal while a large log is read."""
    total = 0
    if sys.stderr.isatty() and directory.is_dir():
        total = sum(_size(path) for path in directory.rglob("seg-*.jsonl*"))
    if total < _BAR_FROM:
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=total)

        def advance(size: int) -> None:
            bar.advance(task, size)

        yield advance


def _size(path: Path) -> int:
    try:
        return content_size(path)
    except (OSError, LogReadError):
        return 0

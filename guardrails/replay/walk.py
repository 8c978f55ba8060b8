"""The lines of logs, each with the policies that its log has brought so far."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from guardrails.errors import LogReadError
from guardrails.ledger.read import Found, read_records
from guardrails.replay.policies import Policies


def walk(
    directory: Path, progress: Callable[[int], None] | None = None
) -> Iterator[tuple[Found, Policies]]:
    """
    Yield every line under *directory*, log by log, with the policies of its log up to there.

    The policies are another object in each log, and the same one within it.

    Args:
        directory: One log or several. Nothing in it is changed, and nothing is proved of it.
        progress: Called with the bytes of each line once it was used.

    Raises:
        LogReadError: There is no log, it cannot be read, or a policy in it cannot.
    """
    path = folder = None
    policies = Policies()
    for found in read_records(directory, glancing=True):
        if found.path is not path:
            path = found.path
            if path.parent != folder:
                folder = path.parent
                policies = Policies(folder)
        record = found.record
        if record is not None and record["kind"] == "policy":
            try:
                policies.add(record, found.path.parent)
            except LogReadError as error:
                msg = f"{found.path}:{found.line}: {error}"
                raise LogReadError(msg) from None
        yield found, policies
        if progress is not None:
            progress(len(found.data) + 1)

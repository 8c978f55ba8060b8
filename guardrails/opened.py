"""The log of a guard, and what is kept beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, TypeGuard

from guardrails.errors import ConfigurationError
from guardrails.escalation.memory import MemoryTickets
from guardrails.escalation.tickets import TicketStore
from guardrails.ledger.anchors import Anchor
from guardrails.ledger.base import DecisionLog, innermost
from guardrails.ledger.made import anchor_of
from guardrails.policy.model import Policy
from guardrails.storage.backend import is_database

TICKETS: Final = "tickets.db"
"""Name of the file with the tickets, in the directory of the log."""


def opened_log(log: str | Path | DecisionLog) -> DecisionLog:
    """
    Return *log*, opened if it is a directory or the address of a database.

    Raises:
        LogLockedError: Another process writes it.
        LogWriteError: The database cannot be used.
    """
    if isinstance(log, str) and is_database(log):
        from guardrails.ledger.postgres import PostgresLog

        return PostgresLog(log)
    if isinstance(log, str | Path):
        from guardrails.ledger.store import FileLog

        return FileLog(Path(log))
    return log


def is_directory(log: object) -> TypeGuard[str | Path]:
    """Return whether *log* is the path of a directory, and neither an address nor a log."""
    return isinstance(log, str | Path) and not is_database(log)


def follow(log: DecisionLog, policy: Policy, anchors: Sequence[Anchor]) -> None:
    """Have *log* signed as *policy* says, and its checkpoints shown to *anchors*."""
    from guardrails.ledger.postgres import PostgresLog
    from guardrails.ledger.store import FileLog

    inner = innermost(log)
    if isinstance(inner, FileLog | PostgresLog):
        inner.follow(policy.id, policy.logging.checkpoint, anchors)


def tickets_of(log: str | Path | DecisionLog) -> TicketStore:
    """
    Return where tickets are kept: with the log where that outlives the process, else in memory.

    In a file of its directory, or in the database that several processes write it in: these
    take up each other's calls for a human, and must not tell people twice.

    Raises:
        ConfigurationError: psycopg is not installed.
    """
    from guardrails.ledger.postgres import PostgresLog

    if is_directory(log):
        from guardrails.escalation.sqlite import SqliteTickets

        return SqliteTickets(Path(log) / TICKETS)
    inner = log if isinstance(log, str | Path) else innermost(log)
    url = inner.address if isinstance(inner, PostgresLog) else inner
    if isinstance(url, str) and is_database(url):
        from guardrails.escalation.postgres import postgres_tickets

        return postgres_tickets(url)
    return MemoryTickets()


def anchors_of(
    policy: Policy,
    log: str | Path | DecisionLog,
    given: Sequence[Anchor] | None,
    environ: Mapping[str, str],
) -> tuple[Anchor, ...]:
    """
    Return where checkpoints are shown: what was *given*, or else what *policy* says.

    Raises:
        ConfigurationError: *policy* wants the log signed, or its checkpoints shown, and the
            log in files has no key; or a variable of an anchor is not in *environ*.
    """
    from guardrails.ledger.postgres import PostgresLog
    from guardrails.ledger.store import FileLog

    if given is not None:
        return tuple(given)
    if policy.logging.checkpoint is None and not policy.logging.anchor:
        return ()
    inner = innermost(log)
    if not isinstance(inner, FileLog | PostgresLog | str | Path):
        return ()  # a log in memory signs nothing, and is not kept
    if isinstance(inner, str | Path) or not inner.signed:
        msg = (
            f"the policy {policy.id!r} wants its log signed (logging.checkpoint, logging.anchor): "
            "give Guard FileLog(DIRECTORY, signing=Signing(KEY)), or PostgresLog the same way; "
            "`candor serve` --signing-key"
        )
        raise ConfigurationError(msg)
    return tuple(anchor_of(one, environ) for one in policy.logging.anchor)

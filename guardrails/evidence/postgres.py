"""Keeps texts in the database of their log: several processes, several machines."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence

from guardrails.evidence.keys import SealingKey
from guardrails.evidence.row_shelf import RowShelf, texts_of
from guardrails.evidence.sealed import IDLE, LIMIT, PATIENCE, SealedEvidence, several
from guardrails.ledger.scribe import Random


def postgres_evidence(
    url: str,
    keys: SealingKey | Sequence[SealingKey],
    *,
    origin: str = "local",
    idle: float = IDLE,
    limit: int = LIMIT,
    write_limit: float = PATIENCE,
    clock: Callable[[], float] = time.monotonic,
    now: Callable[[], float] = time.time,
    random: Random = os.urandom,
) -> SealedEvidence:
    """
    Return an `Evidence` in PostgreSQL, in the schema `candor_evidence`.

    `candor log tables --investigator` makes its tables. All who write the log *origin* keep
    texts in one place, and whoever forgets a person forgets them there for all.

    Args:
        url: As libpq reads it: `postgresql://user@host/database`. Keep the password out of it:
            libpq reads PGPASSWORD and PGPASSFILE.
        keys: Public keys of those who may open texts; each of them can open all.
        origin: Name of the log, as for `PostgresLog`.
        idle: Seconds after which the key of a conversation without texts leaves memory.
        limit: Most conversations whose keys are in memory.
        write_limit: Seconds that a caller waits for the server.
        clock: Monotonic seconds.
        now: Unix time in seconds.
        random: Source of keys and nonces.

    Raises:
        ConfigurationError: psycopg is not installed.
        EvidenceError: No key is given, or the tables cannot be used.
    """
    holders = several(keys)
    return SealedEvidence(
        RowShelf(texts_of(url), origin, random=random, make=True),
        holders,
        origin,
        idle=idle,
        limit=limit,
        write_limit=write_limit,
        clock=clock,
        now=now,
        random=random,
    )

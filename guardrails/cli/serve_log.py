"""The log of a gateway, and the texts that are kept beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from guardrails.storage.backend import is_database

if TYPE_CHECKING:
    from guardrails.evidence.base import Evidence
    from guardrails.ledger.pace import Signing
    from guardrails.ledger.postgres import PostgresLog
    from guardrails.ledger.store import FileLog


COPY = "copy"


def log_of(
    place: str, origin: str, signing_key: Path | None, state: Path | None = None
) -> FileLog | PostgresLog:
    """
    Return the log *origin*, signed with the private key in a file, if one is given.

    Args:
        place: A folder, or the address of a database.
        origin: Name of the log.
        signing_key: The file.
        state: Of what the process keeps for itself: a copy of a log in a database, from which its
            checkpoints are shown.

    Raises:
        LogReadError: The file holds no such key.
        LogLockedError: Another process writes the log in the folder.
        LogWriteError: The folder, or the database, cannot be written.
    """
    if is_database(place):
        from guardrails.ledger.postgres import PostgresLog

        copy = None if state is None else state / COPY
        return PostgresLog(place, origin=origin, signing=_signing(signing_key), copy=copy)
    from guardrails.ledger.store import FileLog

    return FileLog(place, origin=origin, signing=_signing(signing_key))


def _signing(key: Path | None) -> Signing | None:
    if key is None:
        return None
    from guardrails.cli.keyring import private_key
    from guardrails.ledger.pace import Signing

    return Signing(private_key(key))


def evidence_at(place: str, origin: str, investigators: Sequence[Path]) -> Evidence | None:
    """
    Return where texts are kept for those whose public keys are in files; None without any.

    Args:
        place: The folder of the log, beside whose records they lie, or the address of its
            database.
        origin: Name of the log.
        investigators: The files.

    Raises:
        LogReadError: A file holds no such key.
        EvidenceError: Nothing can be kept there.
    """
    if not investigators:
        return None
    from guardrails.cli.keyring import sealing_key

    keys = [sealing_key(one) for one in investigators]
    if is_database(place):
        from guardrails.evidence.postgres import postgres_evidence

        return postgres_evidence(place, keys, origin=origin)
    from guardrails.evidence.store import FileEvidence

    return FileEvidence(Path(place), keys, origin=origin)

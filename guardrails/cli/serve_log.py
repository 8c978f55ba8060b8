"""The log of a gateway, and the texts that are kept beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guardrails.evidence.store import FileEvidence
    from guardrails.ledger.store import FileLog


def log_of(folder: Path, origin: str, signing_key: Path | None) -> FileLog:
    """
    Return the log *origin* in *folder*, signed with the private key in a file, if one is given.

    Raises:
        LogReadError: The file holds no such key.
        LogLockedError: Another process writes the log.
    """
    from guardrails.ledger.store import FileLog

    if signing_key is None:
        return FileLog(folder, origin=origin)
    from guardrails.cli.keyring import private_key
    from guardrails.ledger.notary import Signing

    return FileLog(folder, origin=origin, signing=Signing(private_key(signing_key)))


def evidence_at(folder: Path, origin: str, investigators: Sequence[Path]) -> FileEvidence | None:
    """
    Return where texts are kept for those whose public keys are in files; None without any.

    Raises:
        LogReadError: A file holds no such key.
        EvidenceError: Nothing can be kept there.
    """
    if not investigators:
        return None
    from guardrails.cli.keyring import sealing_key
    from guardrails.evidence.store import FileEvidence

    return FileEvidence(folder, [sealing_key(one) for one in investigators], origin=origin)

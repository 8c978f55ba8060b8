"""
A log goes on under another key, which the key before it vouches for.

    checkpoint by the old key ─▶ the same, and a line `next-key NAME+ID+KEY` ─▶ new key signs

So whoever has the old key alone verifies on; and from there the old one signs no more.
"""

from __future__ import annotations

from pathlib import Path

from guardrails.errors import ProofError
from guardrails.ledger.checkpoints import handovers
from guardrails.ledger.disk import CHECKPOINT, CHECKPOINTS
from guardrails.ledger.keys import LOG, SigningKey, VerifierKey
from guardrails.ledger.lock import Lock
from guardrails.ledger.notary import Notary, Signing, keep_note
from guardrails.ledger.note import Checkpoint
from guardrails.ledger.prove import newest_checkpoint
from guardrails.ledger.recovery import find_end
from guardrails.ledger.tiles import replace


def rotate(folder: Path, old: SigningKey, new: VerifierKey) -> Checkpoint:
    """
    Sign the log as it stands with *old*, name *new* its successor, and return that checkpoint.

    Nobody may be writing. Whoever opens the log from now on signs with the new key.

    Raises:
        ProofError: One of them is no key of this log, both are the same, or *old* is not the
            one that signed it last.
        LogLockedError: Somebody writes the log.
        LogReadError: The records are not those that were signed before.
        OSError: The files cannot be read or written.
    """
    if (new.name, new.kind) != (old.name, LOG) or new == old.verifier:
        msg = f"the next key of the log {old.name} has its name, and is another key of a log"
        raise ProofError(msg)
    lock = Lock(folder)
    try:
        if (folder / CHECKPOINTS).exists():
            last = newest_checkpoint(folder)
            if not last.is_by_log([old.verifier]) or last.successor is not None:
                msg = f"the key {old.verifier} is not the one with which {folder} is signed"
                raise ProofError(msg)
            if any(one.is_by_log([new]) for one in handovers(folder)):
                msg = f"the key {new} has been replaced before, and signs no more"
                raise ProofError(msg)
        notary = Notary(folder, old.name, Signing(old), find_end(folder).seq)
        notary.sign()
        last = newest_checkpoint(folder)
        named = Checkpoint.sign(old, last.size, last.root, successor=new)
        keep_note(folder / CHECKPOINTS, bytes(named))
        replace(folder / CHECKPOINT, bytes(named))
    finally:
        lock.release()
    return named

"""
A log goes on under another key, which the key before it vouches for.

    checkpoint by the old key ─▶ the same, and a line `next-key NAME+ID+KEY` ─▶ new key signs

So whoever has the old key alone verifies on; and from there the old one signs no more.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from guardrails.errors import ProofError
from guardrails.ledger.bodies import boot_body
from guardrails.ledger.checkpoints import handovers, readable
from guardrails.ledger.disk import CHECKPOINT, CHECKPOINTS
from guardrails.ledger.draft import draft
from guardrails.ledger.keys import LOG, SigningKey, VerifierKey
from guardrails.ledger.lock import Lock
from guardrails.ledger.notary import Notary, Signing, keep_note
from guardrails.ledger.note import NEXT, Checkpoint
from guardrails.ledger.prove import newest_checkpoint
from guardrails.ledger.record import Kind
from guardrails.ledger.recovery import find_end
from guardrails.ledger.row_notary import RowNotary
from guardrails.ledger.rows import Rows
from guardrails.ledger.tables import SCHEMA, backend_of
from guardrails.ledger.tiles import replace

_NAMING: Final = f"""
    SELECT note FROM {SCHEMA}.checkpoints
    WHERE log = :log AND position(CAST(:next AS BYTEA) IN note) > 0
"""  # noqa: S608 - names of ours


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
    _check_pair(old, new)
    lock = Lock(folder)
    try:
        if (folder / CHECKPOINTS).exists():
            last = newest_checkpoint(folder)
            if not last.is_by_log([old.verifier]) or last.successor is not None:
                msg = f"the key {old.verifier} is not the one with which {folder} is signed"
                raise ProofError(msg)
            _check_new(new, handovers(folder))
        notary = Notary(folder, old.name, Signing(old), find_end(folder).seq)
        notary.sign()
        last = newest_checkpoint(folder)
        named = Checkpoint.sign(old, last.size, last.root, successor=new)
        keep_note(folder / CHECKPOINTS, bytes(named))
        replace(folder / CHECKPOINT, bytes(named))
    finally:
        lock.release()
    return named


def rotate_rows(url: str, old: SigningKey, new: VerifierKey) -> Checkpoint:
    """
    Do for a log in PostgreSQL what `rotate` does for one in a folder.

    A `boot` record comes before it: a log there has one checkpoint over so many records.
    Whoever still writes with the old key signs nothing from there on, and says so.

    Args:
        url: As libpq reads it, for a role that may add.
        old: The key that signs now; the log is that of its name.
        new: The next one.

    Raises:
        ProofError: One of them is no key of this log, both are the same, or *new* has been
            replaced before.
        LogReadError: The records are not those that were signed before, or not with *old*.
        LogWriteError: The database cannot be used, or somebody signs the log meanwhile.
        ConfigurationError: psycopg is not installed.
    """
    _check_pair(old, new)
    backend = backend_of(url)
    rows = Rows(backend, old.name)
    try:
        told = {"log": old.name, "next": NEXT}
        naming = backend.submit(lambda db: db.run(_NAMING, told)).result()
        _check_new(new, readable((0, bytes(note)) for (note,) in naming))
        notary = RowNotary(backend, rows, old.name, Signing(old))
        rows.add([draft(Kind.BOOT, {**boot_body(old.name), "key": notary.key})])
        return notary.hand_over(new)
    finally:
        rows.close()


def _check_pair(old: SigningKey, new: VerifierKey) -> None:
    """Return if *new* may follow *old*. Raises `ProofError`."""
    if (new.name, new.kind) != (old.name, LOG) or new == old.verifier:
        msg = f"the next key of the log {old.name} has its name, and is another key of a log"
        raise ProofError(msg)


def _check_new(new: VerifierKey, handovers: Iterable[Checkpoint]) -> None:
    """Return if no checkpoint in which a key names the next is by *new*. Raises `ProofError`."""
    if any(one.is_by_log([new]) for one in handovers):
        msg = f"the key {new} has been replaced before, and signs no more"
        raise ProofError(msg)

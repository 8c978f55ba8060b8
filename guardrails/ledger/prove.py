"""Makes proofs from the files of a log: that a record is in it, and that it only grew."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from guardrails.errors import LogReadError, ProofError
from guardrails.ledger.checkpoints import handovers, last_note, read_notes, readable
from guardrails.ledger.disk import CHECKPOINT, CHECKPOINTS, COSIGNED, segments
from guardrails.ledger.keys import VerifierKey
from guardrails.ledger.lock import Lock
from guardrails.ledger.notary import Notary, Signing
from guardrails.ledger.note import Checkpoint
from guardrails.ledger.opening import content
from guardrails.ledger.proof import Proof
from guardrails.ledger.read import find_logs, read_lines, record_of
from guardrails.ledger.recovery import find_end
from guardrails.ledger.tiles import Hashes, removed_leaves, removed_records
from guardrails.ledger.tree import consistency, inclusion, leaf_digest

_NAMING = frozenset({"boot", "retain"})  # kinds that hold the name of the log


def newest_checkpoint(folder: Path) -> Checkpoint:
    """
    Return the newest checkpoint of a log, unchecked.

    The file `checkpoint` has it, unless that was put back, or a crash came before it was
    written: then the last one in `checkpoints` is newer.

    Raises:
        LogReadError: There is none, or it cannot be read.
    """
    path = folder / CHECKPOINT
    try:
        newest = Checkpoint.parse(content(path)) if path.exists() else None
        note, _ = last_note(folder / CHECKPOINTS)
    except OSError as error:
        msg = f"{error.filename or path}: {error.strerror}"
        raise LogReadError(msg) from error
    except ProofError as error:
        msg = f"{path}: {error}"
        raise LogReadError(msg) from error
    with suppress(ProofError):  # of a note that is none, verify tells
        last = None if note is None else Checkpoint.parse(note)
        if newest is None or (last is not None and last.size >= newest.size):
            newest = last
    if newest is None:
        msg = f"{folder}: the log has no checkpoint; candor log checkpoint --sign KEY makes one"
        raise LogReadError(msg)
    return newest


def checkpoints_of(folder: Path) -> list[Checkpoint]:
    """
    Return every checkpoint of a log that can be read, those of witnesses last, unchecked.

    Raises:
        OSError: They cannot be read.
    """
    names = (CHECKPOINTS, COSIGNED)
    return [one for name in names for one in readable(read_notes(folder / name)[0])]


def prove(folder: Path, index: int, witnesses: list[VerifierKey] | None = None) -> Proof:
    """
    Return the proof that record *index* is in the log, under its newest checkpoint.

    Args:
        folder: The log.
        index: Place of the record, from 0.
        witnesses: Take the newest checkpoint that one of these has seen, if there is one.

    Raises:
        LogReadError: The record is not covered yet, or the files do not fit together.
        OSError: The files cannot be read.
    """
    checkpoint = newest_checkpoint(folder)
    for one in checkpoints_of(folder):
        if one.size > index and witnesses and one.seen_at(witnesses):
            checkpoint = one
    if not 0 <= index < checkpoint.size:
        end = find_end(folder).seq
        msg = f"{folder}: record {index} is not covered by a checkpoint yet: {checkpoint.size} are"
        if not 0 <= index < end:
            msg = f"{folder}: there is no record {index}; the log holds {end:,}, counted from 0"
        raise LogReadError(msg)
    hashes = Hashes(folder)
    path = tuple(inclusion(index, checkpoint.size, hashes.nodes))
    proof = Proof(index, path, checkpoint, keys_named(folder, checkpoint.size))
    if not proof.holds(hashes.nodes(0, index)):
        msg = f"{folder}: its tiles do not fit its checkpoint: run candor log verify"
        raise LogReadError(msg)
    return proof


def keys_named(folder: Path, size: int) -> bytes:
    """
    Return what shows, beside a proof, which key follows which up to *size* records.

    Raises:
        OSError: The checkpoints cannot be read.
    """
    return b"".join(bytes(one) + b"\n" for one in handovers(folder) if one.size <= size)


def growth(folder: Path, old: int, new: int) -> list[bytes]:
    """
    Return the proof that the first *new* records begin with the first *old* ones.

    Raises:
        LogReadError: They are not all there.
        OSError: The files cannot be read.
    """
    return consistency(old, new, Hashes(folder).nodes)


def sign_now(folder: Path, signing: Signing) -> Checkpoint:
    """
    Sign the log as it stands and return the checkpoint. Nobody may be writing it.

    Raises:
        LogLockedError: Somebody is.
        LogReadError: The records are not those that were signed before.
        ValueError: The key has another name than the log.
        OSError: The files cannot be read or written.
    """
    lock = Lock(folder)
    try:
        Notary(folder, signing.key.name, signing, find_end(folder).seq).sign()
    finally:
        lock.release()
    return newest_checkpoint(folder)


def folder_of(directory: Path, origin: str | None) -> Path:
    """
    Return the one log under *directory* that is called *origin*, or the only one there is.

    Raises:
        LogReadError: There is none, or more than one, or they cannot be read.
    """
    try:
        found = [(folder, origin_of(folder)) for folder in find_logs(directory)]
    except OSError as error:
        msg = f"cannot read {error.filename}: {error.strerror}"
        raise LogReadError(msg) from error
    if not found:
        msg = f"no decision log in {directory}"
        raise LogReadError(msg)
    fits = [folder for folder, name in found if origin in {None, name}]
    if len(fits) == 1:
        return fits[0]
    known = sorted(name or "one without a name" for _, name in found)
    names = ", ".join(known)
    msg = f"{directory} holds {names}: say which one with --origin, such as --origin {known[0]}"
    if origin is not None:
        msg = f"{directory} does not hold one log {origin}, but {names}"
    raise LogReadError(msg)


def origin_of(folder: Path) -> str:
    """
    Return the name that a log gives itself, or an empty string.

    Raises:
        LogReadError: A compressed segment cannot be read.
        OSError: It cannot be read.
    """
    for _, path in segments(folder):
        for line in read_lines(path):
            record = record_of(line)
            if record is not None and record["kind"] in _NAMING:
                return str(record.get("origin", ""))
    return ""


def name_of(folder: Path, place: int) -> str | None:
    """
    Return the id of the record at *place*, or None if it is not there, or is none.

    Raises:
        LogReadError: A compressed segment cannot be read.
        OSError: The files cannot be read.
    """
    found = segments(folder)
    at = removed_records(found)
    for _, path in found:
        for line in read_lines(path):
            if at == place and line.whole and (record := record_of(line)) is not None:
                return str(record["id"])
            at += line.whole
    return None


def find_record(folder: Path, wanted: str) -> tuple[int, bytes]:
    """
    Return place and leaf of the record with this id, or with this leaf as `sha256:<hex>`.

    Raises:
        LogReadError: There is none.
        OSError: The files cannot be read.
    """
    needle = wanted.encode()
    digest = bytes.fromhex(wanted.removeprefix("sha256:")) if wanted.startswith("sha256:") else b""
    found = segments(folder)
    removed = removed_records(found)
    if digest and digest in (gone := list(removed_leaves(folder, removed))):
        return gone.index(digest), digest
    place = removed
    for _, path in found:
        for line in read_lines(path):
            if not line.whole:
                continue
            if digest:
                if leaf_digest(line.data) == digest:
                    return place, digest
            elif needle in line.data:
                record = record_of(line)
                if record is not None and record["id"] == wanted:
                    return place, leaf_digest(line.data)
            place += 1
    msg = f"{folder}: no record is called {wanted}"
    if removed and not digest:
        msg = f"{msg}; of those that were removed only the hash is known: give that"
    raise LogReadError(msg)

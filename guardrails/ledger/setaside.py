"""
Records about people in need, copied out of a log with their proofs before it is pruned.

    DIR/<origin>/records-<first>-<last>.jsonl    one line each: {"proof": …, "record": …}

`record` is the line of the log as it was stored, `proof` its `.tlog-proof` (C2SP), and with
the log's public key each line stands for itself: no log is needed any more.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import orjson

from guardrails.errors import LogReadError, LogWriteError, ProofError, RecordError
from guardrails.findings import Level
from guardrails.ledger.disk import make_folder, origin_folder, segments, sync_folder
from guardrails.ledger.keys import VerifierKey
from guardrails.ledger.proof import Proof
from guardrails.ledger.prove import keys_named, newest_checkpoint, origin_of
from guardrails.ledger.read import read_lines
from guardrails.ledger.record import glance, parse
from guardrails.ledger.tiles import Hashes
from guardrails.ledger.tree import inclusion, leaf_digest

_TOLD: Final = frozenset(
    {"escalation", "escalation_sent", "escalation_failed", "escalation_ack", "ticket", "sign_off"}
)
_LEVELS: Final = frozenset(level.value for level in Level if level >= Level.CONCERN)


@dataclass(frozen=True, slots=True)
class SetAside:
    """
    What was copied.

    Attributes:
        records: How many.
        file: Where they lie; None if there are none.
    """

    records: int
    file: Path | None


def is_about_need(record: Mapping[str, Any]) -> bool:
    """
    Return whether *record* tells of a person in need: from level `concern` on, or of a human told.

    Drills and calls about failed detectors tell of nobody.
    """
    kind = record["kind"]
    if kind in _TOLD:
        return bool(record.get("about", "person") == "person")
    told = record.get("decision") if kind == "decision" else record
    level = told.get("level") if isinstance(told, dict) else None
    return kind in {"decision", "turn_close"} and isinstance(level, str) and level in _LEVELS


def set_aside(folder: Path, seqs: tuple[int, int], to: Path) -> SetAside:
    """
    Copy the records about people in need among *seqs* of the log in *folder*, durably.

    Args:
        folder: The log, signed.
        seqs: Place of the first and of the last record that is to go.
        to: Directory of such copies; kept for as long as you have to keep them.

    Raises:
        LogReadError: There is no checkpoint over these records, or the log cannot be read.
        LogWriteError: The copies cannot be written.
        OSError: The log cannot be read.
    """
    first, last = seqs
    checkpoint = newest_checkpoint(folder)
    if checkpoint.size <= last:
        msg = f"{folder}: no checkpoint covers record {last:,}; sign first"
        raise LogReadError(msg)
    hashes, named = Hashes(folder), keys_named(folder, checkpoint.size)
    lines = []
    for place, data in _places(folder, first, last):
        path = tuple(inclusion(place, checkpoint.size, hashes.nodes))
        proof = Proof(place, path, checkpoint, named)
        if not proof.holds(leaf_digest(data)):
            msg = f"{folder}: its tiles do not fit its checkpoint: run candor log verify"
            raise LogReadError(msg)
        lines.append(orjson.dumps({"proof": bytes(proof).decode(), "record": data.decode()}))
    if not lines:
        return SetAside(0, None)
    target = origin_folder(to, origin_of(folder)) / f"records-{first:012d}-{last:012d}.jsonl"
    _write(target, lines)
    return SetAside(len(lines), target)


def _places(folder: Path, first: int, last: int) -> Iterator[tuple[int, bytes]]:
    """Yield place and line of each record that is to be copied."""
    for _, path in segments(folder):
        for line in read_lines(path):
            try:
                record = glance(line.data)
            except RecordError:
                continue  # such a log is not pruned
            if record["seq"] > last:
                return
            if record["seq"] >= first and is_about_need(record):
                yield record["seq"], line.data


def _write(target: Path, lines: Sequence[bytes]) -> None:
    """Make a file of *lines* that is there whole or not at all. Raises `LogWriteError`."""
    draft = target.with_name(f"{target.name}.draft")
    try:
        make_folder(target.parent)
        with draft.open("wb") as file:
            file.writelines(line + b"\n" for line in lines)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        msg = f"{error.filename or target}: {error.strerror}; nothing was removed"
        raise LogWriteError(msg) from error


def expire(folder: Path, before: int) -> list[Path]:
    """
    Remove the files of copies in *folder* whose records are all older than *before*.

    Args:
        folder: `DIR/<origin>`, as `set_aside` writes to it; it need not be there.
        before: Microseconds since 1970.

    Raises:
        LogWriteError: One cannot be read or removed.
    """
    gone = []
    try:
        for path in sorted(folder.glob("records-*.jsonl")):
            with path.open("rb") as file:
                times = [glance(orjson.loads(line)["record"].encode())["ts"] for line in file]
            if max(times, default=before) < before:
                path.unlink()
                gone.append(path)
        if gone:
            sync_folder(folder)
    except OSError as error:
        msg = f"{error.filename or folder}: {error.strerror}"
        raise LogWriteError(msg) from error
    except (RecordError, ValueError, KeyError, TypeError, AttributeError) as error:
        msg = f"{path}: holds what is no record with its proof; it stays, see check-aside"
        raise LogWriteError(msg) from error
    return gone


def check(path: Path, keys: Iterable[VerifierKey]) -> int:
    """
    Return how many records the file of copies at *path* holds, once each proof has held.

    Args:
        path: A file that `set_aside` made.
        keys: Public keys of the log.

    Raises:
        LogReadError: It cannot be read.
        ProofError: A line is none, or its proof does not hold; the line is named.
    """
    known, count = list(keys), 0
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                try:
                    _check(line, known)
                except (ProofError, RecordError) as error:
                    msg = f"{path}:{number}: {error}"
                    raise ProofError(msg) from None
                count += 1
    except OSError as error:
        msg = f"{path}: {error.strerror}"
        raise LogReadError(msg) from error
    return count


def _check(line: bytes, keys: Sequence[VerifierKey]) -> None:
    try:
        told = orjson.loads(line)
        proof, record = told["proof"].encode(), told["record"].encode()
    except (ValueError, KeyError, TypeError, AttributeError):
        msg = "is no record with its proof"
        raise ProofError(msg) from None
    found = Proof.parse(proof)
    found.check(leaf_digest(record), keys)
    if parse(record)["seq"] != found.index:
        msg = "is a record of another place than its proof"
        raise ProofError(msg)

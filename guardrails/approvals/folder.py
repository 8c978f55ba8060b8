"""
The folder with what was signed of one policy: a file for each note, and nothing is taken out.

    approval-<24 hex>.note      a policy and a report: named by the hash of what is signed
    rollout-000003.note         the third roll-out
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from guardrails.approvals.notes import Approval, Rollout
from guardrails.errors import ConfigurationError, LogReadError, ProofError
from guardrails.ledger.keys import SigningKey
from guardrails.ledger.note import NOTE_MAX, Note, Signature, signed

_APPROVAL = re.compile(r"approval-[0-9a-f]{24}\.note")
_ROLLOUT = re.compile(r"rollout-([0-9]{6})\.note")


@dataclass(frozen=True, slots=True)
class SignedApproval:
    """An approval, its note, and the file that it stands in."""

    path: Path
    note: Note
    approval: Approval


@dataclass(frozen=True, slots=True)
class SignedRollout:
    """A roll-out, its note, and the file that it stands in."""

    path: Path
    note: Note
    rollout: Rollout


def approvals_in(folder: Path) -> Iterator[SignedApproval]:
    """
    Yield every approval in *folder*, by name; nothing is checked.

    Raises:
        LogReadError: A file cannot be read or holds no approval.
    """
    for path in _files(folder, _APPROVAL):
        note = note_in(path)
        try:
            yield SignedApproval(path, note, Approval.parse(note.text))
        except ProofError as error:
            raise _unreadable(path, error) from None


def rollouts_in(folder: Path, policy: str) -> list[SignedRollout]:
    """
    Return every roll-out of *policy* in *folder*, the first one first; no signature is checked.

    Raises:
        LogReadError: A file cannot be read or holds no roll-out of it, one is missing, or one
            does not follow the one before.
    """
    found: list[SignedRollout] = []
    for number, path in enumerate(_files(folder, _ROLLOUT), start=1):
        note = note_in(path)
        try:
            one = Rollout.parse(note.text)
        except ProofError as error:
            raise _unreadable(path, error) from None
        before = found[-1].rollout.hash if found else None
        if path.name != f"rollout-{number:06}.note" or one.number != number:
            msg = f"{path}: roll-out number {number} is missing"
            raise LogReadError(msg)
        if one.policy != policy:
            msg = f"{path}: is a roll-out of '{one.policy}', not of '{policy}'"
            raise LogReadError(msg)
        if one.before != before:
            msg = f"{path}: does not follow the roll-out before it"
            raise LogReadError(msg)
        found.append(SignedRollout(path, note, one))
    return found


def sign_approval(folder: Path, approval: Approval, key: SigningKey) -> Path:
    """
    Add the signature of *key* under *approval*, and return the file.

    Raises:
        ConfigurationError: It cannot be written.
        LogReadError: What is there already cannot be read.
    """
    return add_approval(folder, approval, (signed(approval.text(), key),))


def sign_rollout(folder: Path, rollout: Rollout, key: SigningKey) -> Path:
    """Add the signature of *key* under *rollout*, and return the file; raises as above."""
    return add_rollout(folder, rollout, (signed(rollout.text(), key),))


def add_approval(folder: Path, approval: Approval, signatures: Sequence[Signature]) -> Path:
    """Add *signatures* under *approval*, and return the file; raises as above."""
    text = approval.text()
    name = f"approval-{sha256(text).hexdigest()[:24]}.note"
    return add_signatures(folder / name, text, signatures)


def add_rollout(folder: Path, rollout: Rollout, signatures: Sequence[Signature]) -> Path:
    """Add *signatures* under *rollout*, and return the file; raises as above."""
    return add_signatures(folder / f"rollout-{rollout.number:06}.note", rollout.text(), signatures)


def add_signatures(path: Path, text: bytes, signatures: Sequence[Signature]) -> Path:
    """Add *signatures* under *text* in the note *path*, and return it; raises as above."""
    note = note_in(path) if path.exists() else Note(text, ())
    if note.text != text:
        msg = f"{path}: holds something else already"
        raise LogReadError(msg)
    every = tuple(dict.fromkeys((*note.signatures, *signatures)))
    written(path, bytes(Note(text, every)))
    return path


def written(path: Path, data: bytes) -> None:
    """
    Put *data* into the file *path*, all of it or nothing.

    Raises:
        ConfigurationError: It cannot be written.
    """
    draft = path.with_name(f"{path.name}.draft")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, draft)  # who may read it does not change
        draft.replace(path)
    except OSError as error:
        msg = f"{path} cannot be written: {error.strerror}"
        raise ConfigurationError(msg) from error


def _files(folder: Path, shape: re.Pattern[str]) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if shape.fullmatch(path.name))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise _unreadable(folder, error) from error


def note_in(path: Path) -> Note:
    """
    Return the note in the file; no signature is checked.

    Raises:
        LogReadError: It cannot be read, or holds none.
    """
    try:
        with path.open("rb") as file:
            return Note.parse(file.read(NOTE_MAX + 1))
    except (OSError, ProofError) as error:
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: Exception) -> LogReadError:
    why = error.strerror if isinstance(error, OSError) else str(error)
    return LogReadError(f"{path}: {why}")

"""
Where checkpoints of a log are shown, so that somebody else knows how far it had come.

A witness signs them too, a file keeps them, and a bucket locks them. None takes one of a log that
did not grow out of what it saw before. An authority stamps them with the time, and takes anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from guardrails.errors import LogReadError, ProofError
from guardrails.ledger.buckets import Bucket
from guardrails.ledger.checkpoints import last_note
from guardrails.ledger.disk import append_durably, cut, make_folder
from guardrails.ledger.keys import VerifierKey
from guardrails.ledger.note import Checkpoint
from guardrails.ledger.prove import growth, newest_checkpoint
from guardrails.ledger.stamps import stamp
from guardrails.ledger.timestamps import Authorities
from guardrails.ledger.tree import extends
from guardrails.policy.log_settings import ANCHOR_SECONDS

SUFFIX: Final = ".checkpoints"
"""What the name of a log's file ends in, in a folder for the checkpoints of several."""


class Anchor(Protocol):
    """A place outside of a log where its checkpoints are shown."""

    @property
    def name(self) -> str:
        """A code for it in records: small letters, digits and `-`."""
        ...

    @property
    def every(self) -> float:
        """Seconds between two checkpoints at the least."""
        ...

    def show(self, folder: Path) -> Checkpoint:
        """
        Show the newest checkpoint of the log in *folder*, and return it.

        It may take some seconds, and is called on a thread of its own.

        Raises:
            LogReadError: There is none, or the place is out of reach.
            ProofError: It is refused: another history of this log was shown before.
            OSError: Files cannot be read or written.
        """
        ...


@dataclass(frozen=True, slots=True)
class WitnessAnchor:
    """
    An `Anchor` at a witness (C2SP tlog-witness); its signatures are kept beside the log.

    Attributes:
        url: The witness's submission prefix.
        key: Its public key.
        every: Seconds between two checkpoints at the least.
        timeout: Seconds for each request.
    """

    url: str
    key: VerifierKey
    every: float = float(ANCHOR_SECONDS)
    timeout: float = 10.0

    @property
    def name(self) -> str:
        """`witness`."""
        return "witness"

    def show(self, folder: Path) -> Checkpoint:
        """Have the witness sign the newest checkpoint; see `Anchor.show`."""
        from guardrails.ledger.witness_http import submit

        return submit(folder, self.url, [self.key], self.timeout)


@dataclass(frozen=True, slots=True)
class FileAnchor:
    """
    An `Anchor` in a file to which checkpoints are added, each followed by an empty line.

    It proves nothing on a disk that whoever writes the log can write over: let it lie on
    another machine, or on one that only takes what is added.

    Attributes:
        path: The file; or a folder that is there, in which each log has a file of its own.
        every: Seconds between two checkpoints at the least.
    """

    path: Path
    every: float = float(ANCHOR_SECONDS)

    @property
    def name(self) -> str:
        """`file`."""
        return "file"

    def show(self, folder: Path) -> Checkpoint:
        """Add the newest checkpoint to the file, if it is new there; see `Anchor.show`."""
        new = newest_checkpoint(folder)
        path = self.path
        if path.is_dir():
            path /= f"{new.origin}{SUFFIX}"
        make_folder(path.parent)
        last = _last(path)
        if _is_new(folder, str(path), last, new):
            append_durably(path, bytes(new) + b"\n")
        return new


@dataclass(frozen=True, slots=True)
class TimestampAnchor:
    """
    An `Anchor` at a time-stamping authority (RFC 3161); its stamps are kept beside the log.

    An authority takes whatever it is shown: its stamp says when, and nothing else.

    Attributes:
        url: Where it takes requests.
        authorities: Whose stamps are taken.
        every: Seconds between two checkpoints at the least.
        timeout: Seconds for each request.
    """

    url: str
    authorities: Authorities
    every: float = float(ANCHOR_SECONDS)
    timeout: float = 10.0

    @property
    def name(self) -> str:
        """`timestamp`."""
        return "timestamp"

    def show(self, folder: Path) -> Checkpoint:
        """Have the newest checkpoint stamped; see `Anchor.show`."""
        new = newest_checkpoint(folder)
        stamp(folder, new, self.url, self.authorities, self.timeout)
        return new


@dataclass(frozen=True, slots=True)
class BucketAnchor:
    """
    An `Anchor` in a bucket, in which each checkpoint is locked.

    Attributes:
        bucket: Where.
        lock_for: Seconds for which nobody can remove one, from when it is shown.
        every: Seconds between two checkpoints at the least. Each is an object: an hour will do.
    """

    bucket: Bucket
    lock_for: int
    every: float = float(ANCHOR_SECONDS)

    @property
    def name(self) -> str:
        """`s3`."""
        return "s3"

    def show(self, folder: Path) -> Checkpoint:
        """Lock the newest checkpoint away, if it is new there; see `Anchor.show`."""
        new = newest_checkpoint(folder)
        last = self.bucket.newest(new.origin, new.size)
        if _is_new(folder, str(self.bucket), last, new):
            self.bucket.put(new, self.lock_for)
        return new


def _last(path: Path) -> Checkpoint | None:
    """Return the last checkpoint in the file, or None; half of one is cut off."""
    note, rest = last_note(path)
    if rest:
        cut(path, path.stat().st_size - rest)
    if note is None:
        return None
    try:
        return Checkpoint.parse(note)
    except ProofError as error:
        msg = f"{path}: the last note {error}"
        raise LogReadError(msg) from None


def _is_new(folder: Path, path: str, last: Checkpoint | None, new: Checkpoint) -> bool:
    """
    Return whether *new* is another checkpoint than *last*, the newest that lies at *path*.

    Raises:
        ProofError: It has not grown out of it.
    """
    if last is None:
        return True
    if last.origin != new.origin:
        msg = f"{path} holds checkpoints of {last.origin}: give {new.origin} a file of its own"
        raise ProofError(msg)
    if last.size > new.size:
        msg = (
            f"{path} holds a checkpoint over {last.size:,} records of {new.origin} and the newest "
            f"one covers {new.size:,}: the log was taken back"
        )
        raise ProofError(msg)
    proof = growth(folder, last.size, new.size)
    if not extends(last.size, last.root, new.size, new.root, proof):
        msg = f"{path} holds a checkpoint over other records of {new.origin}: it was written twice"
        raise ProofError(msg)
    return bytes(last) != bytes(new)

"""
A witness of logs (C2SP tlog-witness): it remembers, for each log, the newest checkpoint
that it saw, and signs another one only if the log has grown out of that.

So a log that was taken back to an earlier state, or written twice with its own key, gets
no signature. A witness sees no record, only sizes and hashes.

Where a key of a log names the next one in a checkpoint, the witness remembers that too.

    <hash of the origin>.note   the newest checkpoint
                        .keys   those in which a key named the next, each with an empty line
"""

from __future__ import annotations

import fcntl
import os
import threading
import time
from base64 import b64encode
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from guardrails.errors import ConfigurationError, ProofError
from guardrails.ledger.checkpoints import read_notes
from guardrails.ledger.disk import make_folder, replace
from guardrails.ledger.keys import WITNESS, SigningKey, VerifierKey
from guardrails.ledger.note import NEXT, NOTE_MAX, Checkpoint, count, signed
from guardrails.ledger.proof import hashes_of
from guardrails.ledger.succession import Succession
from guardrails.ledger.tree import extends

BODY_MAX = NOTE_MAX + 64 * 64
"""Longest request in bytes."""
SIZE_TYPE = "text/x.tlog.size"
_TEXT = "text/plain; charset=utf-8"
_KEYS = ".keys"


@dataclass(frozen=True, slots=True)
class Reply:
    """What the witness answers over HTTP."""

    status: int
    body: bytes = b""
    type: str = _TEXT


@dataclass(frozen=True, slots=True)
class Request:
    """`add-checkpoint`: size of the checkpoint that the witness has, proof, and the new one."""

    old: int
    proof: tuple[bytes, ...]
    checkpoint: Checkpoint

    @classmethod
    def parse(cls, body: bytes) -> Request:
        """
        Return the request in *body*.

        Raises:
            ProofError: It is none.
        """
        head, _, note = body.partition(b"\n\n")
        try:
            first, *lines = head.decode("ascii").split("\n")
        except UnicodeDecodeError:
            first, lines = "", []
        if not first.startswith("old "):
            msg = "is no request: its first line is 'old' and a number"
            raise ProofError(msg)
        old = count(first.removeprefix("old "))
        return cls(old, hashes_of(lines), Checkpoint.parse(note))

    def __bytes__(self) -> bytes:
        lines = [f"old {self.old}", *(b64encode(one).decode() for one in self.proof), "", ""]
        return "\n".join(lines).encode() + bytes(self.checkpoint)


class Witness:
    """
    Sees and signs checkpoints; keeps what it saw in a folder, one file for each log.

    Several threads may use it, and several processes on one folder.

    Args:
        folder: Where it remembers; made if it is missing.
        key: Of the witness, of the kind `WITNESS`.
        logs: Public keys of the logs that it serves.
        now: Unix time in seconds.

    Raises:
        ConfigurationError: The key is that of a log, or one of the logs' that of a witness.
        OSError: The folder cannot be made.
    """

    def __init__(
        self,
        folder: Path,
        key: SigningKey,
        logs: Collection[VerifierKey],
        *,
        now: Callable[[], float] = time.time,
    ) -> None:
        if key.kind != WITNESS or any(log.kind == WITNESS for log in logs):
            msg = "a witness has a key made with keygen --witness, and serves keys of logs"
            raise ConfigurationError(msg)
        make_folder(folder)
        self._folder = folder
        self._key = key
        self._logs: dict[str, list[VerifierKey]] = {}
        for log in logs:
            self._logs.setdefault(log.name, []).append(log)
        self._now = now
        self._turn = threading.Lock()

    def add_checkpoint(self, body: bytes) -> Reply:
        """
        Return the answer to a request: 200 and a signature, or why not.

        400 no request · 403 not signed by the log's key, or by one that had been replaced ·
        404 a log that is not served · 409 another size, or another root, was seen last ·
        422 the proof does not hold.

        Raises:
            OSError: What it remembers cannot be read or written.
            ProofError: What it remembers makes no sense.
        """
        try:
            request = Request.parse(body)
        except ProofError as error:
            return Reply(400, f"the request {error}\n".encode())
        checkpoint = request.checkpoint
        keys = self._logs.get(checkpoint.origin)
        if keys is None:
            return Reply(404, b"this log is not served here\n")
        if request.old > checkpoint.size:
            return Reply(400, b"the old size is greater than the new one\n")
        path = self._folder / f"{sha256(checkpoint.origin.encode()).hexdigest()}.note"
        with self._turn, _alone(self._folder):
            succession = _remembered(path.with_suffix(_KEYS), keys)
            try:
                is_signed = succession.takes(checkpoint)
            except ProofError:
                is_signed = False
            if not is_signed:
                return Reply(403, b"the checkpoint is not signed by the log\n")
            return self._compare(path, request)

    def _compare(self, path: Path, request: Request) -> Reply:
        new = request.checkpoint
        last = Checkpoint.parse(path.read_bytes()) if path.exists() else None
        size = last.size if last else 0
        if request.old != size:
            return Reply(409, b"%d\n" % size, SIZE_TYPE)
        if last and new.size == last.size and new.root != last.root:
            return Reply(409, b"%d\n" % size, SIZE_TYPE)
        if not (
            extends(last.size, last.root, new.size, new.root, request.proof)
            if last
            else not request.proof
        ):
            return Reply(422, b"the log has not grown out of what was seen last\n")
        if NEXT in bytes(new):
            kept = path.with_suffix(_KEYS)
            before = kept.read_bytes() if kept.exists() else b""
            if (note := bytes(new) + b"\n") not in before:
                replace(kept, before + note)
        replace(path, bytes(new))
        signature = signed(new.note.text, self._key, int(self._now()))
        return Reply(200, str(signature).encode())


def cosignatures(
    reply: bytes, checkpoint: Checkpoint, witnesses: Sequence[VerifierKey]
) -> Checkpoint:
    """
    Return *checkpoint* with the signatures of *witnesses* that stand in *reply*.

    Raises:
        ProofError: There is none, or one of them does not hold.
    """
    whole = Checkpoint.parse(bytes(checkpoint) + reply)
    if not whole.seen_at(witnesses):
        msg = "the witness's answer holds no signature by a key that you gave"
        raise ProofError(msg)
    return whole


def _remembered(path: Path, keys: Iterable[VerifierKey]) -> Succession:
    """Return the keys of a log that are believed, after what was seen of them."""
    succession = Succession(keys)
    for _, data in read_notes(path)[0]:
        succession.takes(Checkpoint.parse(data))
    return succession


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep other processes out meanwhile."""
    number = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o640)
    try:
        fcntl.flock(number, fcntl.LOCK_EX)
        yield
    finally:
        os.close(number)

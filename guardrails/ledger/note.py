"""
Signed notes (C2SP signed-note), and the checkpoints that are written as such.

    example.org/log                     the log's origin          ┐
    20852163                            records that it covers    │ the text
    CsUYapGGPo4dkMgIAUqom/Xa…=          root of the tree, base64  ┘

    — example.org/log Az3grlgtzPICa5O…  signatures: of the log, of witnesses
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass

from guardrails.errors import ProofError
from guardrails.ledger.keys import LOG, SigningKey, VerifierKey, base64_bytes, name_fault, time_of
from guardrails.ledger.tree import SIZE

NOTE_MAX = 64 * 1024
"""Longest note in bytes."""
SIGNATURES_MAX = 100
"""Most signatures of one note."""

_DASH = "\u2014 "
_ID = 4
_COUNT = re.compile(r"(0|[1-9][0-9]{0,18})\Z")
_LINES = 3
_NEXT = "next-key "
NEXT = f"\n{_NEXT}".encode()
"""What stands in every checkpoint that names the next key of its log."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line; `body` is what follows the four bytes of the key's id."""

    name: str
    id: bytes
    body: bytes

    def __str__(self) -> str:
        return f"{_DASH}{self.name} {b64encode(self.id + self.body).decode()}\n"


@dataclass(frozen=True, slots=True)
class Note:
    """A text, its last newline included, and what stands below it. Nothing is checked yet."""

    text: bytes
    signatures: tuple[Signature, ...]

    @classmethod
    def parse(cls, data: bytes) -> Note:
        """
        Return the note in *data*.

        Raises:
            ProofError: It is none, or too long.
        """
        body, blank, tail = data.rpartition(b"\n\n")
        if len(data) > NOTE_MAX or not blank or not tail.endswith(b"\n"):
            msg = "is no signed note: a text, an empty line and signatures are wanted"
            raise ProofError(msg)
        try:
            text, lines = f"{body.decode()}\n", tail.decode()[:-1].split("\n")
        except UnicodeDecodeError:
            msg = "is no signed note: it is not UTF-8"
            raise ProofError(msg) from None
        if any(char < " " and char != "\n" for char in data.decode()):
            msg = "is no signed note: it holds control characters"
            raise ProofError(msg)
        if len(lines) > SIGNATURES_MAX:
            msg = f"has more than {SIGNATURES_MAX} signatures"
            raise ProofError(msg)
        return cls(text.encode(), tuple(map(signature, lines)))

    def __bytes__(self) -> bytes:
        return self.text + b"\n" + "".join(map(str, self.signatures)).encode()

    def verified(self, keys: Iterable[VerifierKey]) -> list[tuple[VerifierKey, Signature]]:
        """
        Return the signatures by *keys*; those of others are passed over.

        Raises:
            ProofError: One that claims to be by one of *keys* is not.
        """
        known = {(key.name, key.id): key for key in keys}
        found = []
        for one in self.signatures:
            key = known.get((one.name, one.id))
            if key is None:
                continue
            if not key.signed(self.text, one.body):
                msg = f"the signature by {one.name} is not that of its key"
                raise ProofError(msg)
            found.append((key, one))
        return found


def signature(line: str) -> Signature:
    """
    Return what one signature line, without its newline, holds.

    Raises:
        ProofError: It is none.
    """
    name, _, encoded = line.removeprefix(_DASH).partition(" ")
    try:
        data = base64_bytes(encoded)
    except ProofError:
        data = b""
    if not line.startswith(_DASH) or name_fault(name) or len(data) <= _ID:
        msg = "has a line that is no signature"
        raise ProofError(msg)
    return Signature(name, data[:_ID], data[_ID:])


def signed(text: bytes, key: SigningKey, now: int = 0) -> Signature:
    """Return the signature of *text* by *key*; *now* is a witness's Unix time in seconds."""
    return Signature(key.name, key.verifier.id, key.sign(text, now))


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """
    What a log has signed: these records in this order, so many of them.

    Attributes:
        origin: Name of the log.
        size: Records covered.
        root: Root of the tree over them, 32 bytes.
        note: The note that says so.
    """

    origin: str
    size: int
    root: bytes
    note: Note

    @classmethod
    def parse(cls, data: bytes) -> Checkpoint:
        """
        Return the checkpoint in *data*; its signatures are not checked yet.

        Raises:
            ProofError: It is none.
        """
        note = Note.parse(data)
        lines = note.text.decode()[:-1].split("\n")
        if len(lines) < _LINES or not all(lines) or not _COUNT.match(lines[1]):
            msg = "is no checkpoint: origin, number of records and root are wanted"
            raise ProofError(msg)
        root = base64_bytes(lines[2])
        if len(root) != SIZE:
            msg = "is no checkpoint: its root is no SHA-256 hash"
            raise ProofError(msg)
        return cls(lines[0], int(lines[1]), root, note)

    @classmethod
    def sign(
        cls, key: SigningKey, size: int, root: bytes, successor: VerifierKey | None = None
    ) -> Checkpoint:
        """
        Return a checkpoint of the log that *key* is named after.

        Args:
            key: Of the log.
            size: Records covered.
            root: Root of the tree over them.
            successor: The key that signs from there on, if it is another one.
        """
        text = checkpoint_text(key.name, size, root)
        if successor is not None:
            text += f"{_NEXT}{successor}\n".encode()
        return cls(key.name, size, root, Note(text, (signed(text, key),)))

    def __bytes__(self) -> bytes:
        return bytes(self.note)

    @property
    def successor(self) -> VerifierKey | None:
        """
        The key that signs from there on, by the word of whoever signed this; or None.

        Raises:
            ProofError: What is named there is no key of this log.
        """
        for line in self.note.text.decode()[:-1].split("\n")[_LINES:]:
            if line.startswith(_NEXT):
                key = VerifierKey.parse(line.removeprefix(_NEXT))
                if (key.name, key.kind) != (self.origin, LOG):
                    msg = "names a key that is none of this log"
                    raise ProofError(msg)
                return key
        return None

    def by_log(self, keys: Iterable[VerifierKey]) -> list[VerifierKey]:
        """
        Return those of *keys* that are the log's own and have signed it.

        Raises:
            ProofError: A signature that claims to be by one of *keys* is not.
        """
        found = self.note.verified(keys)
        return [key for key, _ in found if key.kind == LOG and key.name == self.origin]

    def is_by_log(self, keys: Iterable[VerifierKey]) -> bool:
        """
        Return whether one of *keys* is the log's own and has signed it.

        Raises:
            ProofError: A signature that claims to be by one of *keys* is not.
        """
        return bool(self.by_log(keys))

    def seen_at(self, keys: Iterable[VerifierKey]) -> int:
        """
        Return the latest Unix time in seconds at which a witness among *keys* saw it; 0 if none.

        Raises:
            ProofError: A signature that claims to be by one of *keys* is not.
        """
        found = self.note.verified(keys)
        return max((time_of(one.body) for key, one in found if key.kind != LOG), default=0)


def checkpoint_text(origin: str, size: int, root: bytes) -> bytes:
    """Return the text of a checkpoint, which its signatures sign."""
    return f"{origin}\n{size}\n{b64encode(root).decode()}\n".encode()


def count(text: str) -> int:
    """
    Return the number that *text* writes in decimal, without leading zeros.

    Raises:
        ProofError: It is none.
    """
    if not _COUNT.match(text):
        msg = "is no count"
        raise ProofError(msg)
    return int(text)

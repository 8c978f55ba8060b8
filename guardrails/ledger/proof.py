"""
Proof, for offline use, that one record is in a log (C2SP tlog-proof).

    c2sp.org/tlog-proof@v1
    index 73894
    gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=     the sibling of the record
    …                                                up to a child of the root

    example.org/log                                  the checkpoint, as it was signed
    …
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass

from guardrails.errors import ProofError
from guardrails.ledger.checkpoints import split_notes
from guardrails.ledger.keys import VerifierKey, base64_bytes
from guardrails.ledger.note import NOTE_MAX, Checkpoint, count
from guardrails.ledger.succession import Succession
from guardrails.ledger.tree import SIZE, includes

_FIRST = "c2sp.org/tlog-proof@v1"
_HASHES_MAX = 64


@dataclass(frozen=True, slots=True)
class Proof:
    """
    What shows that a record has its place under a checkpoint.

    Attributes:
        index: Place of the record, from 0.
        hashes: From the record's sibling up to a child of the root.
        checkpoint: What the log signed.
        extra: Checkpoints in which keys of the log named the next ones, each followed by an
            empty line; in proofs of others anything. No signature covers it as a whole.
    """

    index: int
    hashes: tuple[bytes, ...]
    checkpoint: Checkpoint
    extra: bytes = b""

    @classmethod
    def parse(cls, data: bytes) -> Proof:
        """
        Return the proof in *data*; nothing is checked yet.

        Raises:
            ProofError: It is none.
        """
        head, _, note = data.partition(b"\n\n")
        try:
            lines = head.decode("ascii").split("\n")
        except UnicodeDecodeError:
            lines = []
        if not lines or lines.pop(0) != _FIRST or len(data) > 2 * NOTE_MAX:
            msg = f"is no proof: it does not begin with {_FIRST}"
            raise ProofError(msg)
        extra = b""
        if lines and lines[0].startswith("extra "):
            extra = base64_bytes(lines.pop(0).removeprefix("extra "))
        if not lines or not lines[0].startswith("index "):
            msg = "is no proof: the line with the index is missing"
            raise ProofError(msg)
        index = count(lines.pop(0).removeprefix("index "))
        return cls(index, hashes_of(lines), Checkpoint.parse(note), extra)

    def __bytes__(self) -> bytes:
        lines = [_FIRST, *([f"extra {b64encode(self.extra).decode()}"] if self.extra else [])]
        lines += [f"index {self.index}", *(b64encode(one).decode() for one in self.hashes), "", ""]
        return "\n".join(lines).encode() + bytes(self.checkpoint)

    def holds(self, leaf: bytes) -> bool:
        """Return whether it leads from *leaf*, 32 bytes, to the root; no signature is checked."""
        under = self.checkpoint
        return includes(leaf, self.index, under.size, self.hashes, under.root)

    def check(self, leaf: bytes, keys: Iterable[VerifierKey]) -> None:
        """
        Return if *leaf*, 32 bytes, has its place under a checkpoint by one of *keys*.

        Keys that one of them has named as the next, in the proof, will do as well.

        Raises:
            ProofError: It has not; the message says what does not hold.
        """
        if not self._succession(keys).takes(self.checkpoint):
            msg = f"the checkpoint of {self.checkpoint.origin} is not signed by a key that you gave"
            raise ProofError(msg)
        if not includes(leaf, self.index, self.checkpoint.size, self.hashes, self.checkpoint.root):
            msg = (
                f"the proof does not lead from this record to what {self.checkpoint.origin} signed"
            )
            raise ProofError(msg)

    def _succession(self, keys: Iterable[VerifierKey]) -> Succession:
        """Return the keys that are believed after *keys* and what the proof brings along."""
        found = Succession(key for key in keys if key.name == self.checkpoint.origin)
        notes, _ = split_notes(self.extra)
        for _, data in notes:
            try:
                found.takes(Checkpoint.parse(data))
            except ProofError:
                continue  # it makes nobody believed
        return found


def hashes_of(lines: Iterable[str]) -> tuple[bytes, ...]:
    """
    Return the hashes that *lines* hold in base64, at most 64.

    Raises:
        ProofError: A line holds something else.
    """
    found = tuple(map(base64_bytes, lines))
    if len(found) > _HASHES_MAX or any(len(one) != SIZE for one in found):
        msg = "has a line that is no SHA-256 hash in base64, or more than 64 of them"
        raise ProofError(msg)
    return found

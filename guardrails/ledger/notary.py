"""
Signs what a log holds: the writer's thread tells it of each record that became durable.

A checkpoint is due after so many records (but not 50 ms after the one before), after some
seconds, when a segment is sealed and when the log is closed. How many, a policy or `Signing`
says. It is signed after its
records are on the disk, and never waited for. A log in which nothing happens gets a
`heartbeat` record now and then, so that silence is signed too.
"""

from __future__ import annotations

from collections.abc import Iterable
from os import SEEK_END
from pathlib import Path

from guardrails.errors import LogReadError, ProofError
from guardrails.ledger.checkpoints import handovers, last_note, newest, read_notes
from guardrails.ledger.disk import CHECKPOINT, CHECKPOINTS, PlainFile
from guardrails.ledger.keys import LOG, VerifierKey
from guardrails.ledger.note import Checkpoint
from guardrails.ledger.pace import Pace, Signing
from guardrails.ledger.tiles import leaves, replace, tree_of, write_tiles
from guardrails.ledger.tree import Tree

__all__ = ["Notary", "Signing", "check_key", "check_name", "keep_note"]


class Notary:
    """
    Grows the tree of one log and signs it. For one thread.

    Opening it finds the tree as it was signed last, and adds what was written since.

    Args:
        folder: The log.
        origin: Its name.
        signing: With which key, and when.
        seq: Place of the log's next record.

    Attributes:
        pace: When the next checkpoint, or a heartbeat, is due.

    Raises:
        ValueError: The key is not that of a log of this name.
        LogReadError: The log is signed with another key; or the records are not those that
            were signed: nothing may be signed on top of them.
        OSError: The log cannot be read.
    """

    def __init__(self, folder: Path, origin: str, signing: Signing, seq: int) -> None:
        check_key(folder, origin, signing)
        self._folder = folder
        self._signing = signing
        last = newest(folder, origin)
        self._tree = Tree() if last is None else _as_signed(folder, last)
        if seq < self._tree.size:
            raise _unlike(folder, self._tree.size)
        for leaf in leaves(folder, self._tree.size):
            self._tree.add(leaf)
        self.pace = Pace(signing, self._tree.size, 0 if last is None else last.size)
        _drop_torn(folder / CHECKPOINTS)

    @property
    def key(self) -> str:
        """The public key, as text."""
        return str(self._signing.key.verifier)

    def add(self, hashes: Iterable[str]) -> None:
        """Take records that are on the disk now: `sha256:<hex>` of each, in order."""
        for one in hashes:
            self._tree.add(bytes.fromhex(one.removeprefix("sha256:")))
        self.pace.grew(self._tree.size)

    def sign(self) -> None:
        """
        Sign what there is, unless it is signed already.

        Raises:
            OSError: It could not be written; it stays due, not before the usual time.
        """
        if not self.pace.uncovered:
            return
        self.pace.trying()
        write_tiles(self._folder, self._tree)
        checkpoint = Checkpoint.sign(self._signing.key, self._tree.size, self._tree.root())
        keep_note(self._folder / CHECKPOINTS, bytes(checkpoint))
        replace(self._folder / CHECKPOINT, bytes(checkpoint))
        self.pace.signed(checkpoint.size)


def check_name(signing: Signing, origin: str) -> None:
    """
    Return if the key is that of a log of this name.

    Raises:
        ValueError: It is not.
    """
    if (signing.key.name, signing.key.kind) != (origin, LOG):
        msg = f"the log {origin} is signed with a key of its own name, not {signing.key.name}"
        raise ValueError(msg)


def check_key(folder: Path, origin: str, signing: Signing) -> None:
    """
    Return if the key may sign the log in *folder* as it stands; without checkpoints any may.

    Raises:
        ValueError: The key is not that of a log of this name.
        LogReadError: The newest checkpoint is by another key, and does not name this one, or
            has a false signature; or this one has named another.
        OSError: The checkpoints cannot be read.
    """
    check_name(signing, origin)
    key = signing.key.verifier
    _check_successor(folder, key)
    note, _ = last_note(folder / CHECKPOINTS)
    try:
        last = None if note is None else Checkpoint.parse(note)
    except ProofError:
        return  # `newest` tells of it
    if last is None or last.origin != origin:
        return
    try:
        if last.is_by_log([key]) or key == last.successor:
            return
    except ProofError as error:
        msg = f"{folder / CHECKPOINTS}: of the newest checkpoint, {error}: run candor log verify"
        raise LogReadError(msg) from None
    msg = (
        f"the key {key} is not the one with which the log {origin} is signed: give that "
        "one, or let it name this one first, with candor log rotate-key"
    )
    raise LogReadError(msg)


def keep_note(path: Path, note: bytes) -> None:
    """Add *note*, and an empty line, to the file of notes at *path*. Raises `OSError`."""
    file = PlainFile(path)
    try:
        file.write(note + b"\n")
    finally:
        file.close()


def _as_signed(folder: Path, last: Checkpoint) -> Tree:
    """Return the tree that *last* signed, from the tiles or else from the records."""
    tree = tree_of(folder, last.size)
    if tree is not None and tree.root() == last.root:
        return tree
    tree = Tree()
    for _, leaf in zip(range(last.size), leaves(folder), strict=False):
        tree.add(leaf)
    if (tree.size, tree.root()) != (last.size, last.root):
        raise _unlike(folder, last.size)
    return tree


def _check_successor(folder: Path, key: VerifierKey) -> None:
    """
    Return unless *key* has named another one to sign from then on.

    Raises:
        LogReadError: It has.
    """
    for one in handovers(folder):
        try:
            replaced = one.is_by_log([key]) and one.successor != key
        except ProofError:
            continue  # verify tells of it
        if replaced:
            msg = (
                f"the log in {folder} goes on under another key, which this one has named: "
                f"sign with {one.successor}"
            )
            raise LogReadError(msg)


def _unlike(folder: Path, size: int) -> LogReadError:
    return LogReadError(
        f"the records in {folder} are not those of the checkpoint over {size:,} of them that was "
        "signed: keep the folder as it is, run candor log verify, and begin another log with "
        "origin=..."
    )


def _drop_torn(path: Path) -> None:
    """Cut off a note that a crash has left half written."""
    _, rest = read_notes(path)
    if rest:
        with path.open("rb+") as file:
            file.truncate(file.seek(0, SEEK_END) - rest)

"""
The Merkle tree over the records of a log: RFC 6962, section 2.1. Bytes in, digests out.

    root            = SHA-256(1 | left | right), and so on down to
    leaf of a record = SHA-256(0 | line)

Its hashes are kept in rows of 256, as C2SP tlog-tiles lays them out: row 0 holds
leaves, and each hash of row n + 1 stands for 256 of row n.

Proofs are checked as RFC 9162 writes it down (sections 2.1.3.2 and 2.1.4.2) and
made as RFC 6962 defines them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256

EMPTY = sha256(b"").digest()
"""Root of the tree without leaves."""
WIDTH = 256
"""Hashes in a full tile."""
SIZE = 32
"""Bytes of a hash."""

Nodes = Callable[[int, int], bytes]
"""
Returns the hash over leaves `index * 2**height` to `(index + 1) * 2**height`,
all of which exist, for a height and an index.
"""


def leaf_digest(line: bytes) -> bytes:
    """Return the leaf of one record, 32 bytes; *line* is without its newline."""
    return sha256(b"\x00" + line).digest()


def node(left: bytes, right: bytes) -> bytes:
    """Return the hash over two neighbours."""
    return sha256(b"\x01" + left + right).digest()


def whole(hashes: Sequence[bytes]) -> bytes:
    """Return the hash over *hashes*, whose number is a power of two."""
    while len(hashes) > 1:
        pairs = iter(hashes)
        hashes = [sha256(b"\x01" + a + b).digest() for a, b in zip(pairs, pairs, strict=True)]
    return hashes[0]


def _peaks(row: Sequence[bytes]) -> list[bytes]:
    """Return the hashes over the largest whole subtrees of *row*, from the left."""
    found, start = [], 0
    for bit in range(len(row).bit_length() - 1, -1, -1):
        if len(row) >> bit & 1:
            found.append(whole(row[start : start + (1 << bit)]))
            start += 1 << bit
    return found


class Tree:
    """
    A tree that grows at its right end; it keeps no more than 256 hashes a row.

    Args:
        rows: The hashes of the tile at the right end of each row, row 0 first.
        size: Leaves that there are.

    Attributes:
        rows: The same, now.
        size: The same, now.
        full: Row, index and hashes of each tile that became full; take from it as you like.
    """

    def __init__(self, rows: Sequence[Sequence[bytes]] = (), size: int = 0) -> None:
        self.rows: list[list[bytes]] = [list(row) for row in rows] or [[]]
        self.size = size
        self.full: list[tuple[int, int, bytes]] = []

    def add(self, leaf: bytes) -> None:
        """Add one leaf of 32 bytes."""
        self.rows[0].append(leaf)
        self.size += 1
        row = 0
        while len(self.rows[row]) == WIDTH:
            tile = self.rows[row]
            index = (self.size >> 8 * (row + 1)) - 1
            self.full.append((row, index, b"".join(tile)))
            self.rows[row] = []
            row += 1
            if row == len(self.rows):
                self.rows.append([])
            self.rows[row].append(whole(tile))

    def root(self) -> bytes:
        """Return the root over all leaves, 32 bytes."""
        peaks = [peak for row in reversed(self.rows) for peak in _peaks(row)]
        if not peaks:
            return EMPTY
        root = peaks.pop()
        while peaks:
            root = node(peaks.pop(), root)
        return root


def _split(size: int) -> int:
    """Return the largest power of two below *size*, which is at least 2."""
    return 1 << (size - 1).bit_length() - 1


def _over(start: int, stop: int, nodes: Nodes) -> bytes:
    """Return the hash over leaves *start* to *stop*; *start* is where a subtree begins."""
    size = stop - start
    if size & size - 1 == 0:
        height = size.bit_length() - 1
        return nodes(height, start >> height)
    middle = start + _split(size)
    return node(_over(start, middle, nodes), _over(middle, stop, nodes))


def inclusion(index: int, size: int, nodes: Nodes) -> list[bytes]:
    """
    Return the proof that leaf *index* is in the tree of *size* leaves, the sibling first.

    Raises:
        ValueError: There is no such leaf.
    """
    if not 0 <= index < size:
        msg = f"no record {index} among {size}"
        raise ValueError(msg)
    start, stop, path = 0, size, []
    while stop - start > 1:
        middle = start + _split(stop - start)
        if index < middle:
            path.append(_over(middle, stop, nodes))
            stop = middle
        else:
            path.append(_over(start, middle, nodes))
            start = middle
    return path[::-1]


def consistency(old: int, new: int, nodes: Nodes) -> list[bytes]:
    """
    Return the proof that the tree of *new* leaves begins with the tree of *old* ones.

    Raises:
        ValueError: *old* is greater than *new*, or negative.
    """
    if not 0 <= old <= new:
        msg = f"a tree of {new} does not begin with {old}"
        raise ValueError(msg)
    if old in {0, new}:
        return []
    start, stop, path = 0, new, []
    known = True  # the verifier knows the hash over `start` to `stop` from the old root
    while old != stop:
        middle = start + _split(stop - start)
        if old <= middle:
            path.append(_over(middle, stop, nodes))
            stop = middle
        else:
            path.append(_over(start, middle, nodes))
            start, known = middle, False
    if not known:
        path.append(_over(start, stop, nodes))
    return path[::-1]


def includes(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Return whether *proof* shows that *leaf* has the place *index* in the tree of that root."""
    if not 0 <= index < size:
        return False
    sides = _sides(index, size - 1)
    if len(proof) != len(sides):
        return False
    digest = leaf
    for sibling, is_left in zip(proof, sides, strict=True):
        digest = node(sibling, digest) if is_left else node(digest, sibling)
    return digest == root


def extends(old: int, old_root: bytes, new: int, new_root: bytes, proof: Sequence[bytes]) -> bool:
    """Return whether *proof* shows that the new tree begins with the whole of the old one."""
    if not 0 <= old <= new:
        return False
    if old in {0, new}:
        return not proof and old_root == (EMPTY if old == 0 else new_root)
    at, last = old - 1, new - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    path = [old_root, *proof] if old & old - 1 == 0 else list(proof)
    sides = _sides(at, last)
    if len(path) != len(sides) + 1:
        return False
    first = second = path[0]
    for sibling, is_left in zip(path[1:], sides, strict=True):
        if is_left:
            first = node(sibling, first)
        second = node(sibling, second) if is_left else node(second, sibling)
    return first == old_root and second == new_root


def _sides(at: int, last: int) -> list[bool]:
    """
    Return, for each hash of a proof, whether it stands to the left of what is known so far.

    Args:
        at: Place of the node that the proof begins with, in its row.
        last: Place of the last node of that row.
    """
    sides = []
    while last:
        is_left = bool(at & 1) or at == last
        sides.append(is_left)
        while is_left and at and not at & 1:
            at, last = at >> 1, last >> 1
        at, last = at >> 1, last >> 1
    return sides

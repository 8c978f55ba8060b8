"""
The arithmetic of the decision log: bytes in, digests out.

    GENESIS ◀─prev─ record 0 ◀─prev─ record 1 ◀─prev─ …

`prev` of a record is the leaf hash of the record before it, so each record
vouches for every record up to the one before it. Leaves are hashed as RFC 6962
hashes them: a Merkle tree and signed checkpoints can be laid over the same
records without touching one of them.

The chain alone cannot see that its last record was changed or that its end was
cut off: for that, keep a leaf hash somewhere else.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TypeGuard

GENESIS = "0" * 64
"""`prev` of the first record of a log: no leaf hashes to it."""

_NAMED = re.compile(r"sha256:[0-9a-f]{64}\Z")


def leaf(line: bytes) -> str:
    """
    Return the leaf hash of one record, 64 hex digits.

    Computes `SHA-256(0x00 | line)`. The leading byte keeps a record from being
    passed off as an inner node of the tree (RFC 6962, section 2.1).

    Args:
        line: One record as it is stored, without its newline.
    """
    return sha256(b"\x00" + line).hexdigest()


def named(digest: str) -> str:
    """Return *digest*, 64 hex digits, as records and people write it: `sha256:<hex>`."""
    return f"sha256:{digest}"


def content_hash(data: bytes) -> str:
    """Return `sha256:<hex>` of *data* itself: the name of an attached file."""
    return named(sha256(data).hexdigest())


def is_hash(text: object) -> TypeGuard[str]:
    """Return whether *text* is `sha256:` and 64 lower-case hex digits."""
    return isinstance(text, str) and _NAMED.match(text) is not None

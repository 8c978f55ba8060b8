"""
Which keys of a log are believed, once one of them has named the next.

    key A ── a checkpoint with a line `next-key B`, signed by A ──▶ key B

From there on A signs no more, and names nobody else.
"""

from __future__ import annotations

from collections.abc import Iterable

from guardrails.errors import ProofError
from guardrails.ledger.keys import VerifierKey
from guardrails.ledger.note import Checkpoint


class Succession:
    """
    Keys of one log that are believed. Checkpoints are given to it in the order of their sizes.

    Args:
        keys: Those that are believed from the beginning.

    Attributes:
        keys: Those that are believed by now.
        named: How many of them are since another one names them.
    """

    def __init__(self, keys: Iterable[VerifierKey]) -> None:
        self.keys = list(keys)
        self.named = 0
        self._heirs: dict[VerifierKey, tuple[int, VerifierKey]] = {}

    def takes(self, one: Checkpoint) -> bool:
        """
        Return whether a key that is believed has signed *one*, and believe the key it names.

        Raises:
            ProofError: A signature is false, or is by a key that had been replaced; or the
                key that is named is none of the log, or not the one that was named before.
        """
        signers = one.by_log(self.keys)
        if any(key in self._heirs and self._heirs[key][0] < one.size for key in signers):
            msg = "it is signed by a key that had been replaced"
            raise ProofError(msg)
        if not signers or (heir := one.successor) is None:
            return bool(signers)
        if any(self._heirs.setdefault(key, (one.size, heir))[1] != heir for key in signers):
            msg = "it names another key as the next one than was named before"
            raise ProofError(msg)
        if heir not in self.keys:
            self.keys.append(heir)
            self.named += 1
        return True

"""Keeps texts in files beside the log."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from guardrails.erasure import Whose
from guardrails.evidence.base import Expired, Kept, Wanted
from guardrails.evidence.keys import SealingKey
from guardrails.evidence.sealed import IDLE, LIMIT, PATIENCE, SealedEvidence, several
from guardrails.evidence.shelf import Shelf
from guardrails.ledger.disk import origin_folder
from guardrails.ledger.scribe import Random


class FileEvidence:
    """
    An `Evidence` in the folder `DIRECTORY/<origin>/evidence`, beside a `FileLog`'s segments.

    It seals texts as `SealedEvidence` does.

    Args:
        directory: Where logs lie, as for `FileLog`.
        keys: Public keys of those who may open texts; each of them can open all.
        origin: Name of the log, as for `FileLog`.
        idle: Seconds after which the key of a conversation without texts leaves memory; it
            gets another one if it goes on.
        limit: Most conversations whose keys are in memory.
        write_limit: Seconds that a caller waits for the disk.
        clock: Monotonic seconds.
        now: Unix time in seconds.
        random: Source of keys and nonces.

    Raises:
        EvidenceError: The files cannot be made or read, or no key is given.
        ValueError: The origin is no safe name.
    """

    store = "evidence"

    def __init__(
        self,
        directory: str | Path,
        keys: SealingKey | Sequence[SealingKey],
        *,
        origin: str = "local",
        idle: float = IDLE,
        limit: int = LIMIT,
        write_limit: float = PATIENCE,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], float] = time.time,
        random: Random = os.urandom,
    ) -> None:
        holders = several(keys)
        folder = origin_folder(Path(directory), origin)
        self._inner = SealedEvidence(
            shelf := Shelf(folder, random=random, make=True),
            holders,
            origin,
            idle=idle,
            limit=limit,
            write_limit=write_limit,
            clock=clock,
            now=now,
            random=random,
        )
        self._folder = shelf.folder

    @property
    def origin(self) -> str:
        """Name of the log whose texts are kept."""
        return self._inner.origin

    @property
    def folder(self) -> Path:
        """Where the texts lie."""
        return self._folder

    async def keep(self, wanted: Wanted) -> Kept:
        """
        Seal and store texts, and return what their record is to say, once that is durable.

        Raises:
            EvidenceError: They are not kept, or were not within the time limit.
        """
        return await self._inner.keep(wanted)

    async def erase(self, whose: Whose) -> frozenset[str]:
        """
        Delete the texts and keys of a person or a conversation, and search for what is left.

        Raises:
            EvidenceError: It could not be done.
        """
        return await self._inner.erase(whose)

    async def expire(self, before: int) -> Expired:
        """
        Erase the texts that were kept before a Unix time, and keys that open none any more.

        Raises:
            EvidenceError: It could not be done.
        """
        return await self._inner.expire(before)

    def close(self) -> None:
        """Store what waits, and let go of files and keys. Safe to call twice."""
        self._inner.close()

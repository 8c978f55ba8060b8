"""Gives each record of a log its header, its place in the chain and its receipt."""

from __future__ import annotations

import time
from collections.abc import Callable
from os import urandom
from typing import Final

from guardrails.errors import RecordError
from guardrails.ledger.base import Receipt
from guardrails.ledger.chain import GENESIS, leaf
from guardrails.ledger.draft import HOLE
from guardrails.ledger.record import LINE_MAX, uuid7

Clock = Callable[[], int]
"""Nanoseconds, such as `time.time_ns` or `time.monotonic_ns`."""
Random = Callable[[int], bytes]
"""That many random bytes, such as `os.urandom`."""


_POOL: Final = 4096


class Pool:
    """
    Random bytes of the system, asked for in advance. For one thread.

    Each question to the system lets other threads of the process run first. Where they are
    busy, that takes longer than all the rest of a record.
    """

    def __init__(self) -> None:
        self._bytes = b""
        self._at = 0

    def __call__(self, count: int) -> bytes:
        """Return so many bytes that were never returned before."""
        stop = self._at + count
        if stop > len(self._bytes):
            self._bytes, self._at, stop = urandom(max(_POOL, count)), 0, count
        given = self._bytes[self._at : stop]
        self._at = stop
        return given


class Scribe:
    """
    Writes records one after the other; not safe to share between threads.

    Args:
        origin: Name of the log.
        clock: Unix time in nanoseconds.
        ticks: A clock in nanoseconds that never goes back.
        random: Source of ids.
        seq: Place of the next record.
        prev: Leaf hash of the record before it, 64 hex digits.
    """

    def __init__(
        self,
        origin: str,
        *,
        clock: Clock = time.time_ns,
        ticks: Clock = time.monotonic_ns,
        random: Random = urandom,
        seq: int = 0,
        prev: str = GENESIS,
    ) -> None:
        self.origin = origin
        self.boot = f"b_{random(8).hex()}"
        self._boot = self.boot.encode()
        self._clock = clock
        self._ticks = ticks
        self._random = Pool() if random is urandom else random
        self._began = ticks()
        self._seq = seq
        self._prev = prev
        self._now = 0

    @property
    def place(self) -> tuple[int, str]:
        """Place of the next record and its `prev`; hand it to `rewind` to take records back."""
        return self._seq, self._prev

    @property
    def now(self) -> int:
        """`ts` of the last record that was written, also of one taken back; 0 if none was."""
        return self._now

    def rewind(self, place: tuple[int, str]) -> None:
        """Go back to *place*, as if nothing had been written since."""
        self._seq, self._prev = place

    def join(self, boot: str, mono: int) -> None:
        """
        Go on in the run *boot*, which somebody else may have begun.

        Args:
            boot: Its name.
            mono: Where its clock stands by now at the least, in microseconds.
        """
        began = self._ticks() - mono * 1000
        self._began = min(self._began, began) if boot == self.boot else began
        self.boot, self._boot = boot, boot.encode()

    def write(self, draft: bytes) -> tuple[bytes, Receipt]:
        """
        Return the line of the next record, without newline, and its receipt.

        Args:
            draft: As `draft.draft` returns it.

        Raises:
            RecordError: It came out too long, or the clock stands before 1970.
        """
        now = self._clock() // 1000
        if now < 0:
            msg = "the clock stands before 1970"
            raise RecordError(msg)
        self._now = now
        seq, prev = self._seq, self._prev
        name = uuid7(now // 1000, self._random(10))
        mono = (self._ticks() - self._began) // 1000
        first, second, third, fourth, fifth, sixth, last = draft.split(HOLE)
        line = b'%b"%b"%b"%b"%b%d%b"%b"%b%d%b%d%b' % (
            first,
            self._boot,
            second,
            name.encode(),
            third,
            mono,
            fourth,
            prev.encode(),
            fifth,
            seq,
            sixth,
            now,
            last,
        )
        if len(line) > LINE_MAX:
            msg = f"a record takes {len(line):,} bytes; {LINE_MAX:,} is the most"
            raise RecordError(msg)
        digest = leaf(line)
        self._seq = seq + 1
        self._prev = digest
        return line, Receipt(name, seq, "sha256:" + digest, self.origin)

"""A decision log in memory: for tests, and for measuring without a disk."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from os import urandom
from typing import Any

import orjson

from guardrails.errors import LogWriteError
from guardrails.ledger.base import Receipt
from guardrails.ledger.bodies import boot_body
from guardrails.ledger.chain import content_hash
from guardrails.ledger.draft import draft
from guardrails.ledger.record import Kind
from guardrails.ledger.scribe import Clock, Random, Scribe


class MemoryLog:
    """
    A `DecisionLog` that writes the very lines that `FileLog` would, into a list.

    Args:
        origin: Name of the log.
        clock: Unix time in nanoseconds.
        ticks: A clock in nanoseconds that never goes back.
        random: Source of record ids.

    Attributes:
        lines: The records as bytes, without newlines; the first is `boot`.
        files: Attached texts by `sha256:<hex>`.
        failing: While it is true, nothing can be written.
    """

    def __init__(
        self,
        origin: str = "memory",
        *,
        clock: Clock = time.time_ns,
        ticks: Clock = time.monotonic_ns,
        random: Random = urandom,
    ) -> None:
        self.lines: list[bytes] = []
        self.files: dict[str, bytes] = {}
        self.failing = False
        self._scribe = Scribe(origin, clock=clock, ticks=ticks, random=random)
        self._turn = threading.Lock()
        self._closed = False
        self._write(Kind.BOOT, boot_body(origin))

    @property
    def origin(self) -> str:
        """Name of the log."""
        return self._scribe.origin

    @property
    def records(self) -> list[dict[str, Any]]:
        """The records, read back from their lines."""
        return [orjson.loads(line) for line in self.lines]

    def of(self, kind: str) -> list[dict[str, Any]]:
        """Return the records of one kind, such as `decision`."""
        return [record for record in self.records if record["kind"] == kind]

    def _write(self, kind: str, body: Mapping[str, Any]) -> Receipt:
        drafted = draft(kind, body)
        with self._turn:
            line, receipt = self._scribe.write(drafted)
            self.lines.append(line)
        return receipt

    async def append(self, kind: str, body: Mapping[str, Any]) -> Receipt:
        """
        Return the receipt of the new record.

        Raises:
            RecordError: The body cannot be a record; see `record.checked`.
            LogWriteError: `failing` is set, or the log is closed.
        """
        self._admit()
        return self._write(kind, body)

    async def attach(self, data: bytes) -> str:
        """
        Keep *data* and return `sha256:<hex>`.

        Raises:
            LogWriteError: `failing` is set, or the log is closed.
        """
        self._admit()
        name = content_hash(data)
        self.files[name] = bytes(data)
        return name

    def _admit(self) -> None:
        if self.failing or self._closed:
            msg = "the decision log is closed" if self._closed else "the decision log is failing"
            raise LogWriteError(msg)

    def close(self) -> None:
        """Take no more records. Safe to call twice."""
        self._closed = True

"""What the guard asks of a decision log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Receipt:
    """
    Proof to the caller that a record was written.

    Attributes:
        id: Id of the record; empty if it was dropped.
        seq: Its place in the log, from 0.
        leaf: `sha256:` and 64 hex digits: SHA-256(0x00 | record), RFC 6962 section 2.1.
        origin: Name of the log.
    """

    id: str
    seq: int
    leaf: str
    origin: str

    @classmethod
    def unwritten(cls, origin: str) -> Receipt:
        """Return what stands for the receipt of a record that was dropped; it proves nothing."""
        return cls("", -1, "", origin)

    @property
    def written(self) -> bool:
        """Whether there is such a record."""
        return bool(self.id)


def innermost(log: object) -> object:
    """Return the log that *log* stands in front of, if it does; else itself."""
    while (inner := getattr(log, "inner", None)) is not None:
        log = inner
    return log


class DecisionLog(Protocol):
    """
    An append-only log. One writer; appends are taken in the order of the calls.

    The log itself adds `v`, `seq`, `prev`, `id`, `ts`, `mono` and `boot` to a record.
    """

    @property
    def origin(self) -> str:
        """Name of the log."""
        ...

    async def append(self, kind: str, body: Mapping[str, Any]) -> Receipt:
        """
        Return once the record is durable.

        Args:
            kind: One of the kinds of decision-log records, such as `decision`.
            body: Integers, strings, booleans, None, lists and mappings with ASCII
                keys; under 64 KiB as JSON; no floats.

        Raises:
            LogWriteError: It is not durable; nothing that depends on it may go out.
        """
        ...

    async def attach(self, data: bytes) -> str:
        """
        Store *data* (any length) beside the records and return `sha256:<hex>`.

        Raises:
            LogWriteError: It is not durable.
        """
        ...

    def close(self) -> None:
        """Write out what waits and let go of the files. Safe to call twice."""
        ...

"""What the writer's thread asks of the place that records are added to, and of who signs them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from guardrails.ledger.base import Receipt
from guardrails.ledger.pace import Pace


class Durable(Protocol):
    """Makes records durable, in batches: files, or a database. For one thread."""

    @property
    def number(self) -> int:
        """Number of the segment that is written to."""
        ...

    @property
    def broken(self) -> bool:
        """Whether `recover` has to be called before anything else is added."""
        ...

    @property
    def found(self) -> Sequence[Receipt]:
        """Of the records that failed last: those that `recover` found to be durable after all."""
        ...

    def add(self, drafts: Sequence[bytes]) -> list[Receipt]:
        """
        Return the receipts of the first of *drafts*, at least one, now that they are durable.

        Raises:
            OSError, LogWriteError: None of them is known to be durable; see `recover`.
            RecordError: One of them cannot be written; nothing was.
        """
        ...

    def recover(self) -> dict[str, Any] | None:
        """
        Make it fit to be added to after a failure, and return the body of the record about that.

        Raises:
            OSError, LogWriteError: It cannot be used yet; call again.
        """
        ...

    def close(self) -> None:
        """Let go of it. Safe to call twice."""
        ...


class Signs(Protocol):
    """Signs what was made durable, when it is due. For one thread, but for `pace.keep`."""

    @property
    def key(self) -> str:
        """The public key, as text."""
        ...

    @property
    def pace(self) -> Pace:
        """When the next checkpoint, or a heartbeat, is due."""
        ...

    def add(self, hashes: Iterable[str]) -> None:
        """Take records that are durable now: `sha256:<hex>` of each, in order."""
        ...

    def sign(self) -> None:
        """
        Sign what there is, unless it is signed already.

        Raises:
            OSError, LogReadError, LogWriteError: It could not be; it stays due, later.
        """
        ...

"""A decision log that keeps nothing: for trying and measuring."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guardrails.ledger.base import Receipt
from guardrails.ledger.chain import content_hash, leaf


class ForgottenLog:
    """A `DecisionLog` that keeps nothing, so that a million texts need no memory."""

    origin = "none"

    def __init__(self) -> None:
        self._next = 0

    async def append(self, kind: str, body: Mapping[str, Any]) -> Receipt:
        """Return a receipt for a record that nobody keeps."""
        del kind, body
        number, self._next = self._next, self._next + 1
        return Receipt(f"none-{number}", number, leaf(b""), self.origin)

    async def attach(self, data: bytes) -> str:
        """Return the name that *data* would have."""
        return content_hash(data)

    def close(self) -> None:
        """Do nothing."""

"""A decision log that cannot be written, for your own tests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

from guardrails.errors import LogWriteError


class BrokenLog:
    """A `DecisionLog` that refuses everything, as one on a full disk does."""

    def __init__(self, origin: str = "broken") -> None:
        self._origin = origin

    @property
    def origin(self) -> str:
        """Name of the log."""
        return self._origin

    async def append(self, kind: str, body: Mapping[str, Any]) -> NoReturn:
        """Raise `LogWriteError`."""
        msg = f"the decision log cannot be written: no {kind} record of {len(body)} fields"
        raise LogWriteError(msg)

    async def attach(self, data: bytes) -> NoReturn:
        """Raise `LogWriteError`."""
        msg = f"the decision log cannot be written: no file of {len(data)} bytes"
        raise LogWriteError(msg)

    def close(self) -> None:
        """Do nothing."""

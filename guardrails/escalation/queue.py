"""The desk's own queue as a channel: somebody looks at the list."""

from __future__ import annotations

from guardrails.escalation.base import Notice


class QueueChannel:
    """
    A `Channel` that takes every notice: its ticket stands in the list of the desk.

    Give it `ack_within` and `then`, so that somebody is called if nobody looks.
    """

    async def send(self, notice: Notice) -> None:
        """Do nothing more."""

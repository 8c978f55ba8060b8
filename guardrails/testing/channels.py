"""A way to reach a human that reaches nobody, for tests."""

from __future__ import annotations

from guardrails.errors import ChannelError
from guardrails.escalation.base import Notice


class KeptChannel:
    """
    A `Channel` that keeps what it is told.

    Attributes:
        notices: What it was told, in order.
        closed: While it is true nothing is taken, as if nobody could be reached.
    """

    def __init__(self) -> None:
        self.notices: list[Notice] = []
        self.closed = False

    async def send(self, notice: Notice) -> None:
        """
        Keep *notice*.

        Raises:
            ChannelError: The channel is closed.
        """
        if self.closed:
            msg = "this channel of a test is closed"
            raise ChannelError(msg)
        self.notices.append(notice)

"""Where callers, on the event loops of any thread, hand in what a log's writer is to do."""

from __future__ import annotations

import asyncio
import threading

from guardrails.errors import LogWriteError
from guardrails.ledger.desk import Desk, Ticket
from guardrails.ledger.writer import Attachment, Entry, Writer


class Callers:
    """
    Gives each caller a ticket of the loop that it runs on, and its job to the writer.

    Args:
        writer: Of the log.
        limit: Seconds that a caller waits.
    """

    def __init__(self, writer: Writer, limit: float) -> None:
        self._writer = writer
        self._limit = limit
        self._mine = threading.local()

    def ticket(self) -> Ticket:
        """Return a ticket from this thread's desk on the loop that runs."""
        loop = asyncio.get_running_loop()
        desk: Desk | None = getattr(self._mine, "desk", None)
        if desk is None or desk.loop is not loop:
            desk = self._mine.desk = Desk(loop, self._limit, self._writer.late)
        return desk.take()

    def hand_in(self, job: Entry | Attachment) -> None:
        """
        Queue *job*; what becomes of it comes to its ticket.

        Raises:
            LogWriteError: The log is closed, or its place hangs.
        """
        try:
            self._writer.put(job)
        except LogWriteError:
            job.ticket.future.cancel()
            raise

"""Telling a human by a line on a terminal, or in whatever reads one."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TextIO

from guardrails.errors import ChannelError
from guardrails.escalation.base import Notice


class ConsoleChannel:
    """
    A `Channel` that writes one line for each notice.

    Args:
        stream: Where to; it is flushed after each line and never closed here.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    async def send(self, notice: Notice) -> None:
        """
        Write *notice*.

        Raises:
            ChannelError: The stream is closed or cannot be written.
        """
        try:
            await asyncio.to_thread(self._write, line_of(notice) + "\n")
        except (OSError, ValueError) as error:
            msg = f"the console did not take the notice: {type(error).__name__}"
            raise ChannelError(msg) from None

    def _write(self, line: str) -> None:
        self._stream.write(line)
        self._stream.flush()


def line_of(notice: Notice) -> str:
    """Return *notice* as one line of ASCII for a person to read."""
    when = datetime.fromtimestamp(notice.at, UTC).strftime("%Y-%m-%d %H:%M:%SZ")
    who = f"session {_plain(notice.session)}"
    if notice.subject is not None:
        who += f", person {_plain(notice.subject)}"
    what = headline(notice)
    return (
        f"{when} {what} ({who}, turn {notice.turn}, rule {_plain(notice.rule)}); "
        f"for {_plain(notice.to)}, to be taken within {notice.within} s; {_plain(notice.id)}"
    )


def headline(notice: Notice) -> str:
    """Return in a few words of ASCII what *notice* is about."""
    match notice.kind:
        case "operator":
            return "OPERATOR: a detector failed"
        case "drill":
            return "DRILL: this is a test, nobody is in need"
        case _:
            return f"{notice.level.upper()}: a person needs somebody"


def _plain(name: str) -> str:
    """Return *name* with nothing in it that a terminal could obey."""
    return "".join(char if char.isascii() and char.isprintable() else "?" for char in name)

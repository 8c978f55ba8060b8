"""
Server-sent events out of bytes that are cut anywhere.

WHATWG HTML, section 9.2 "Server-sent events": UTF-8, a leading byte order mark
is dropped, lines end with CR LF, LF or CR, and a blank line ends an event.
Other fields than `data` mean nothing to a chat-completions stream.
"""

from __future__ import annotations

import codecs

LONGEST = 16 * 1024 * 1024
"""Most characters that may wait for the end of an event; more is not a stream of replies."""


class EventTooLongError(ValueError):
    """The server sends an event that does not end."""


class EventDecoder:
    """
    Turns bytes into the data of complete events, in order.

    Bytes that are not UTF-8 become U+FFFD. Work is linear in the bytes, however
    they are cut.

    Args:
        longest: Most characters that one event may have.
    """

    def __init__(self, longest: int = LONGEST) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")(errors="replace")
        self._longest = longest
        self._held = 0
        self._line: list[str] = []
        self._data: list[str] = []
        self._after_cr = False

    def feed(self, piece: bytes) -> list[str]:
        """
        Return the data of every event that *piece* completes.

        Raises:
            EventTooLongError: An event is longer than `longest`.
        """
        return self._take(self._decoder.decode(piece))

    def close(self) -> list[str]:
        """Return the data of an event that the end of the stream left without its blank line."""
        return self._take(self._decoder.decode(b"", final=True) + "\n\n")

    def _take(self, text: str) -> list[str]:
        if self._after_cr and text:
            text = text.removeprefix("\n")
            self._after_cr = False
        if text.endswith("\r"):
            self._after_cr = True
        *lines, rest = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        events = []
        for line in lines:
            event = self._end_line("".join((*self._line, line)))
            self._line.clear()
            if event is not None:
                events.append(event)
        if rest:
            self._line.append(rest)
            self._hold(len(rest))
        return events

    def _end_line(self, line: str) -> str | None:
        if not line:
            data, self._data, self._held = self._data, [], 0
            return "\n".join(data) if data else None
        name, _, value = line.partition(":")
        if name == "data":
            self._data.append(value.removeprefix(" "))
            self._hold(len(value))
        return None

    def _hold(self, count: int) -> None:
        self._held += count
        if self._held > self._longest:
            msg = f"an event of more than {self._longest:,} characters"
            raise EventTooLongError(msg)

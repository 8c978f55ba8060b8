"""
Whether a place in a text lies inside a link: what stands there may be sent to somebody.

A program that shows a reply may fetch `![](https://…)` at once and without asking, so a
value in an address that a model made up reaches whoever owns that address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

REACH = 4000
"""Characters before a place in which the beginning of a link is looked for."""
AHEAD = 256
"""Characters after it in which the rest of a host is looked for."""

_SPACE = " \t\n\r\f\v"  # what ends an address; other blanks are taken into it
_HOST = re.compile(r"//|www\.|\.[a-z]{2,}(?::[0-9]+)?[/?#]", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:\Z", re.IGNORECASE)
_SCHEME_MAX = 20
_NAMES = "(?:src|srcset|href|poster|action|background)"
_OPEN = (  # what the text must hold before it is worth looking, and what to look for
    ("=", re.compile(rf"{_NAMES}\s*=\s*\"([^\"]*)\Z", re.IGNORECASE)),
    ("=", re.compile(rf"{_NAMES}\s*=\s*'([^']*)\Z", re.IGNORECASE)),
    ("=", re.compile(rf"{_NAMES}\s*=\s*([^\s\"'<>=]+)\Z", re.IGNORECASE)),
    ("<", re.compile(r"\][(:]\s*<([^<>\n]*)\Z")),
    ("](", re.compile(r"\]\([ \t\n\r]+([^ \t\n\r]*)\Z")),
    ("]:", re.compile(r"\]:[ \t\n\r]*([\w/.&%?\\][^ \t\n\r\]]*)\Z")),
)
_DIRECT = re.compile(r"(?:mailto|tel|sms):[^/?&#\\\s]*", re.IGNORECASE)
_AFTER = re.compile(
    r"[.@](?:[\w-]+\.)+[a-z]{2,}|(?:[.@][\w-]+)?\.[a-z]{2,}(?::[0-9]+)?/", re.IGNORECASE
)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)


class Trail:
    """
    Follows a text from its beginning and tells what links its end stands in.

    Args:
        escaped: The text is JSON; a string in it is a text of its own.
    """

    def __init__(self, *, escaped: bool = False) -> None:
        self.escaped = escaped
        self._seen = ""

    def seen(self, escaped: bool) -> Trail:
        """Return this trail, read as JSON or not."""
        self.escaped = escaped
        return self

    def add(self, text: str) -> None:
        """Go on by *text*, in which no stand-in is of interest."""
        self._seen = (self._seen + text)[-REACH:]

    def add_stand_in(self, token: str) -> None:
        """Go on by the stand-in *token*; one for an address may begin a link."""
        link = "//" if token.startswith("<URL_") else ""
        self.add(f"{link}\ue000{token[1:-1]}\ue001")

    def links(self, token: str, after: str) -> Iterator[str]:
        """
        Yield each link that *token*, which is next, would stand in, up to and with it.

        Nothing for a link to write to or to call somebody, and for one that is all of
        a stand-in for an address.

        Args:
            token: A stand-in.
            after: The text that follows it.
        """
        seen = self._text()
        run = seen[max(map(seen.rfind, _SPACE)) + 1 :]
        if _HOST.search(run) or len(run) == REACH:
            yield _address(run) + token
        for content in self._opened(seen, run):
            whole = not content and token.startswith("<URL_")
            if not whole and not _DIRECT.fullmatch(content):
                yield content + token
        if not token.startswith("<URL_") and (host := _AFTER.match(after)):
            yield token + host.group()

    def _text(self) -> str:
        if not self.escaped:
            return self._seen
        at = self._seen.rfind('"')
        while at > 0 and self._seen[at - 1] == "\\":
            at = self._seen.rfind('"', 0, at)
        return _ESCAPE.sub(_plain, self._seen[at + 1 :])

    @staticmethod
    def _opened(seen: str, run: str) -> Iterator[str]:
        """Yield what stands so far in each link that *seen* has begun and not ended."""
        at = run.find("](")
        if at >= 0:
            content = run[at + 2 :]
            yield content.removeprefix("<")
        for needed, pattern in _OPEN:
            if needed in seen and (found := pattern.search(seen)) is not None:
                yield found[1]


def _plain(escape: re.Match[str]) -> str:
    """Return what an escape in a JSON string stands for."""
    code, letter = escape.groups()
    return chr(int(code, 16)) if code else " " if letter in "nrtf" else letter


def _address(run: str) -> str:
    """Return *run* from where its first address begins, if nothing before is part of one."""
    at = run.find("//")
    scheme = _SCHEME.search(run[max(0, at - _SCHEME_MAX) : at]) if at > 0 else None
    if scheme is None:
        return run
    start = at - len(scheme.group())
    return run if "/" in run[:start] or _HOST.search(run[:start]) else run[start:]

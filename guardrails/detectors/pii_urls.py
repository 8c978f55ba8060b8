"""
Web addresses.

Presidio's recognizer tries each place of a text against every suffix there is, and
takes a second for five hundred characters of "a.a.a."; this one reads each run of
signs once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guardrails.detectors.pii_text import Hit, Plain

_SCHEME = re.compile(r"(?<![\w@])(?:(?:https?|hxxps?|ftp)://|www\.)[^\s<>\"“”«»]++", re.IGNORECASE)
_HOST = re.compile(
    r"(?<![\w@.\-/:])[a-z0-9][a-z0-9-]*+(?:\.[a-z0-9-]++)++(?::\d{1,5})?(?P<path>[/?#][^\s<>\"“”«»]*+)?",
    re.IGNORECASE,
)
_TAIL = ".,;:!?'’)]}*_"
_SUFFIXES = frozenset({
    "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "io", "ai",
    "app", "dev", "me", "co", "tv", "uk", "us", "ca", "au", "nz", "ie",
    "de", "fr", "es", "it", "nl", "be", "ch", "at", "pt", "pl", "se",
    "no", "dk", "fi", "cz", "gr", "ro", "hu", "eu", "in", "cn", "jp",
    "kr", "br", "mx", "ar", "za", "ng", "ke", "ru", "ua", "tr", "il",
    "sg", "ph", "health", "shop", "store", "online", "site", "blog", "club", "xyz", "link",
    "page", "cloud", "tech", "example", "test",
})  # fmt: skip


def urls(plain: Plain) -> Iterator[Hit]:
    """Yield addresses with a scheme, with `www`, or with a suffix that is in wide use."""
    text = plain.text
    if "." not in text and "://" not in text:
        return
    for match in _SCHEME.finditer(text):
        stop = match.start() + len(match.group().rstrip(_TAIL))
        if "." in text[match.start() : stop] or "localhost" in text[match.start() : stop]:
            yield Hit("url", match.start(), stop, 6000, "url")
    for match in _HOST.finditer(text):
        host = match.group().partition(match["path"] or "\0")[0].partition(":")[0]
        if host.rstrip(".").rpartition(".")[2].lower() in _SUFFIXES:
            stop = match.start() + len(match.group().rstrip(_TAIL))
            yield Hit("url", match.start(), stop, 5000, "host")

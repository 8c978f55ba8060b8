"""Addresses on networks: e-mail however it is written, handles, and secrets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guardrails.detectors.pii_counted import NUMBERED, STREET
from guardrails.detectors.pii_text import TENS, UNIT, Hit, Plain
from guardrails.detectors.pii_words import NOT_A_HANDLE, NOT_AT, words
from guardrails.detectors.plain import written_small

_LOCAL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~\-]")
_LOCAL_MOST = 320  # twice what RFC 5321 allows to a mailbox
_DOMAIN = re.compile(r"[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,8}")

_VERSION = re.compile(r"\d+(?:\.\d+){1,2}(?:-[\w.]+)?")
"""What stands behind the @ of a package: "lodash@4.17.21"."""

_TLD = (
    r"(?:com|net|org|edu|gov|info|biz|me|io|ai|app|dev|co|uk|us|ca|au|nz|ie|de|fr|es|it|nl|be"
    r"|ch|at|se|no|dk|fi|pl|pt|br|mx|in|jp|cn|kr|ru|za|ng|eu|gr|ro|cz|hu|tr|il|ke|gh|pk|id|my|ph|sg|ar|cl"
    r"|xyz|online|shop|site|store|blog|tech|cloud|email|pro|example|test|invalid)"
)
_PROVIDER = (
    r"(?:gmail|googlemail|yahoo|hotmail|outlook|live|msn|icloud|me|aol|proton|protonmail|pm|gmx"
    r"|fastmail|zoho|ymail|mail|yandex|btinternet|sky|virginmedia|comcast|verizon|qq|163)"
)
_OPEN, _CLOSE = r"\s{0,2}[\[({<]\s?", r"\s?[\])}>]\s{0,2}"
_DOT_WORD = r"(?:dot|period|point|punkt|punto|ponto|punt)"
_AT_WORD = r"(?:at|@|arobas[ae]?|arrobase?|chiocciola|ät|klammeraffe|apenstaartje)"
_AT = rf"(?:{_OPEN}{_AT_WORD}{_CLOSE}|\s{{1,2}}at(?: the rate)?\s{{1,2}}|\s{{0,2}}@\s{{0,2}})"
_DOT = rf"(?:{_OPEN}(?:dot|\.){_CLOSE}|\s{{1,2}}{_DOT_WORD}\s{{1,2}}|\s?\.\s?)"
_JOIN = rf"(?:{_DOT}|\s{{1,2}}(?:dash|hyphen|underscore|plus)\s{{1,2}})"
_NAME = r"(?:(?:\w ){2,20}\w(?!\w)|[\w+\-]{1,64})"
"""A word of an address, or one that is spelt letter by letter."""
_SPOKEN = rf"(?:zero|oh|double|ten|eleven|twelve|\w{{3,5}}teen|{UNIT}|{TENS})"
_WRITTEN_DOT = re.compile(rf"{_OPEN}(?:dot|\.){_CLOSE}|\s{_DOT_WORD}\s")
_WRITTEN_AT = re.compile(rf"{_OPEN}{_AT_WORD}{_CLOSE}")
_DISGUISED = re.compile(
    rf"(?<![\w+.\-])({_NAME}(?:{_JOIN}{_NAME}){{0,4}}(?:\s{_SPOKEN}){{0,5}}){_AT}"
    rf"((?:{_NAME}{_DOT}){{1,4}}{_TLD})(?![\w\-])"
)
_BY_PROVIDER = re.compile(rf"{_PROVIDER}\s?\.")

_AT_HANDLE = re.compile(r"(?<![\w.@/+\-])@[A-Za-z_][\w.\-]{2,29}(?<![.\-])(?![\w@/])")
_SERVICE = (
    r"(?:discord|insta|instagram|ig|snap|snapchat|twitter|tiktok|telegram|reddit|steam|skype|kik"
    r"|whatsapp|xbox|psn|twitch|gmail|facebook|fb|linkedin|github"
    r"|gamer ?tag|user ?name|user|handle|follow|add|dm|pm)"
)
_CUED_HANDLE = re.compile(
    rf"\b{_SERVICE}\b(?:'s)?(?:\s(?:{_SERVICE}|name|account|id|tag|is|its|it['’]s|on|me|my|at|as|under|by))*"
    r"(\s*[:=]\s*|\s+)@?([\w][\w.#\-]{2,31})(?<![.\-])"
)
_IN_LOG = re.compile(
    r"(?<![\w.])(?:user|user_?name|login|owner|author|account|uid|assignee|sender)=[\"']?"
    r"([a-z][\w.\-]{2,31})(?<![.\-])"
)
"""Who did something, in a line of a log: "user=mtanaka"."""
_NO_USER: Final = words("""
root admin user none null true false guest test system default postgres anonymous nobody
""")
_TAG = re.compile(r"(?<![\w#.])([a-z_][\w.]{1,31})#\d{4}(?![\w#])")
"""A name on Discord, as it was until 2023."""
_ME_ON = re.compile(
    rf"\b(?:follow|add|find|dm|message|friend|subscribe to) me (?:on|at) {_SERVICE},?\s"
    r"(?:(?:as|under|its|it['’]s|at)\s)?@?([^\W\d_]{6,30})(?!\w)"
)
"""A name in letters alone, which must be no word: "follow me on twitch peppermintgoblin"."""
_PROFILE = re.compile(
    r"(?<![\w.@/\-])(?:https?://)?(?:www\.|m\.)?(?:t\.me|wa\.me|paypal\.me|venmo\.com|cash\.app"
    r"|linkedin\.com/in|instagram\.com|facebook\.com|snapchat\.com/add|tiktok\.com|twitter\.com"
    r"|x\.com)/[@$]?[\w.\-]{3,64}(?<![.\-])/?(?![\w/])"
)
"""A link to somebody's page at a service."""
_REDDIT = re.compile(r"(?<![\w/.])/?u/[\w\-]{3,20}(?![\w/])")
_MARKS = re.compile(r"[\d._#]")
_SAID_TO_BE = re.compile(r"(?:\bis|[:=])\s*@?$")

_SECRET = re.compile(
    r"(?<![\w\-])(?:(?:sk|pk|rk)[-_][\w\-]{16,200}"
    r"|gh[pousr]_\w{20,255}|github_pat_\w{20,255}|glpat-[\w\-]{16,64}"
    r"|xox[abeprs]-[\w\-]{10,250}|(?:AKIA|ASIA)[0-9A-Z]{16}|AIza[\w\-]{30,60}|hf_\w{20,64}"
    r"|eyJ[\w\-]{10,2000}\.[\w\-]{10,2000}\.[\w\-]{10,2000})"
    r"|-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\w+/=\s]{0,4000}"
)
_PASSWORD = re.compile(
    r"\b(?:pass ?word|passphrase|pass ?code|pwd|pw|passwd|pass|api[ _-]?key|secret|token"
    r"|pin(?: code| number)?)\b"
    r"(?:\s(?:for|to|on|of|at|from|in)\s[\w'’\- ]{2,32}?)?\s{0,2}"
    r"(?:is|was|:|=|to)\s{0,2}[\"'`]?([^\s\"'`]{4,200})"
)
_WALLET = re.compile(r"(?<!\w)0x[0-9a-fA-F]{40}(?!\w)")


def contacts(plain: Plain) -> Iterator[Hit]:
    """Yield e-mail addresses, handles, secrets and wallets."""
    if "@" in plain.text:
        yield from _emails(plain)
        for match in _AT_HANDLE.finditer(plain.text):
            if match.group()[1:].partition(".")[0].lower() not in NOT_AT:
                yield Hit("handle", *match.span(), 7000, "at-handle")
    if "@" in plain.text or "at" in plain.lower or "(" in plain.text or "[" in plain.text:
        yield from _disguised(plain)
    yield from _handles(plain)
    yield from _secrets(plain)


def _emails(plain: Plain) -> Iterator[Hit]:
    """Yield `local@domain`, grown from each @ in both directions: linear, whatever the length."""
    text, low = plain.text, 0
    at = text.find("@")
    while at >= 0:
        start = at
        while start > max(low, at - _LOCAL_MOST) and _LOCAL.match(text[start - 1]):
            start -= 1
        while start < at and not text[start].isalnum():
            start += 1
        domain = _DOMAIN.match(text, at + 1)
        if start < at and domain and not _VERSION.fullmatch(domain.group()):
            yield Hit("email", start, domain.end(), 9000, "email")
        low = at + 1
        at = text.find("@", low)


def _disguised(plain: Plain) -> Iterator[Hit]:
    """Yield addresses spelt out: "x dot y at z dot com", "x [at] z.com", "x @ z . com"."""
    for match in _DISGUISED.finditer(plain.lower):
        name, domain = match.groups()
        at = plain.lower[match.end(1) : match.start(2)]
        # "look at example.com" is a sentence; it takes more than "at" to make an address.
        sure = (
            "@" in at
            or _WRITTEN_AT.fullmatch(at)
            or _WRITTEN_DOT.search(domain)
            or _BY_PROVIDER.match(domain)
            or any(map(str.isdigit, name))
        )
        if sure:
            yield Hit("email", *match.span(), 8000, "disguised-email")


def tags(text: str) -> Iterator[re.Match[str]]:
    """Yield what of *text*, in small letters, is a name with a number behind: "mira#0042"."""
    return (match for match in _TAG.finditer(text) if match[1] not in STREET | NUMBERED)


def _handles(plain: Plain) -> Iterator[Hit]:
    if "#" in plain.text:
        for match in tags(plain.lower):
            yield Hit("handle", *match.span(), 7000, "tag")
    if "u/" in plain.lower:
        for match in _REDDIT.finditer(plain.lower):
            yield Hit("handle", *match.span(), 7000, "reddit")
    if "/" in plain.text:
        for match in _PROFILE.finditer(plain.lower):
            yield Hit("handle", *match.span(), 7000, "profile")
    for match in _CUED_HANDLE.finditer(plain.lower):
        value = match.group(2)
        said = _SAID_TO_BE.search(plain.lower, match.start(), match.start(2))
        marked = not value.isalpha() and ("-" not in value or _MARKS.search(value) is not None)
        if value not in NOT_A_HANDLE and (marked or (said and not value.isalpha())):
            yield Hit("handle", *match.span(2), 6500, "handle")
    yield from _words(plain)


def _words(plain: Plain) -> Iterator[Hit]:
    """Yield handles of letters alone, which what stands before gives away."""
    if "=" in plain.text:
        for match in _IN_LOG.finditer(plain.lower):
            if match.group(1) not in _NO_USER:
                yield Hit("handle", *match.span(1), 6500, "log-user")
    if " me " in plain.lower:
        for match in _ME_ON.finditer(plain.lower):
            if match[1] not in NOT_A_HANDLE and not written_small(match[1]):
                yield Hit("handle", *match.span(1), 6000, "follow-me")


def _secrets(plain: Plain) -> Iterator[Hit]:
    for match in _SECRET.finditer(plain.text):
        yield Hit("secret", *match.span(), 9500, "secret")
    for match in _PASSWORD.finditer(plain.lower):
        value = match.group(1)
        if any(map(str.isdigit, value)) or not value.rstrip(".,!?;:)").isalpha():
            yield Hit("secret", *match.span(1), 6500, "password")
    if "0x" in plain.text:
        for match in _WALLET.finditer(plain.text):
            yield Hit("crypto-wallet", *match.span(), 9000, "wallet")

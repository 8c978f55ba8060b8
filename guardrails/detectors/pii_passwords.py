"""Passwords, PINs and codes that stand beside the word for them, without "is" or a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guardrails.detectors.pii_text import Hit, Plain

_WORDS: Final = (
    r"pass ?words?|pass ?codes?|pass ?phrase|passwd|pwd|pw|passwort|kennwort|mot de passe|mdp"
    r"|contraseña|clave|senha|palavra-passe|wachtwoord|parola|wi-?fi key|wlan-?schlüssel"
)
_CUES: Final = (
    *("pass", "pw", "wort", "mdp", "contrase", "clave", "senha", "wachtw", "parola", "key"),
)
_VALUE: Final = r"([^\s\"'`“”‘’<>()\[\]{}]{5,64})"
_BESIDE = re.compile(rf"(?<![\w\-])(?:{_WORDS})(?:['’]s)?[\s\-–—:,(\"'`“‘]{{1,3}}{_VALUE}")
"""Right behind the word: "the password Sunflower!9 does not work"."""
_PASS = re.compile(rf"(?<![\w\-])pass[\s:=]{{1,2}}(?=\S*\d){_VALUE}")
"""A word that stands for a ticket too: "user ama_b pass Tulip!55"."""
_FURTHER = re.compile(
    rf"(?<![\w\-])(?:{_WORDS})\s(?:for|to|of|on|für|zu|de|del|para|pour)\s(?:[\w'’\-]+\s){{1,3}}?"
    rf"[(\"'`“‘]?(?=\S*\d){_VALUE}"
)
"""With what it opens in between: "password for the portal Tr0ub4dor&3"."""
_BEFORE = re.compile(
    rf"(?<![^\s\"'`“‘(]){_VALUE}[\"'`”’)]?\s(?:is|was|as|ist|als|es|est)\s"
    rf"(?:(?:my|the|a|our|his|her|old|new|mein|das|mi|mon)\s){{0,2}}(?:{_WORDS})(?!\w)"
)
"""In front of it: "Sunflower!9 is my password"."""
_LOGIN = re.compile(
    r"(?<![\w\-])(?:log-?in|sign-?in|credentials?|creds|user(?: ?name)?|zugangsdaten|anmeldung"
    r"|identifiants?)"
    r"(?:\s(?:is|are|was|details|data|name|ist|with|mit))*[\s:=]{1,3}"
    rf"([\w.@+\-]{{3,64}})(?:\s?[/|,;]\s?|\s:\s|:\s){_VALUE}"
)
"""A name and a password: "login priya77 / Sunflower!9"."""
_PIN = re.compile(
    r"(?<![\w\-])(?:(?:pin|geheimzahl)(?: ?(?:code|number|no\.?))?[\s:#]{1,3}(\d{4})"
    r"|(?:pass ?code|otp|one[- ]time (?:code|password)|verification code|mtan|tan)"
    r"[\s:#]{1,3}(\d{4,8})"
    r"|puk(?: ?\d)?(?: ?(?:code|number))?[\s:#]{1,3}(?:is |ist |lautet )?(\d{8})"
    r"|pac(?: ?code)?[\s:#]{1,3}(?:is )?([a-z]{3} ?\d{6}))(?![\w@]|[.,/\-]\d)"
)
_SIGN = re.compile(r"[!@#$%&*_+=?~^|\\§€£]")
_MAIL = re.compile(r"[^@]+@[\w\-]+(?:\.[\w\-]+)+")
_TAIL: Final = ".,;:?)…"
_PUBLIC = re.compile(
    r"(?:ios|android|windows|win|macos|sha|md|base|oauth|utf|php|v|iphone|galaxy|ps|xbox|office|page"
    r"|step|error|chapter|version|option|line|level|1password)-?\d[\w.\-]{0,6}|1password\d?|\d+\w{1,3}",
)
"""What has letters and digits and is no secret: "iOS17", "2FA", "SHA256"."""
_LEAST: Final = 6  # signs of a word of letters and digits


def passwords(plain: Plain) -> Iterator[Hit]:
    """Yield passwords of mixed signs, and PINs, that the words beside them give away."""
    lower = plain.lower
    if any(cue in lower for cue in _CUES):
        for pattern, strong in ((_BESIDE, False), (_PASS, True), (_FURTHER, True), (_BEFORE, True)):
            for match in pattern.finditer(lower):
                yield from _secret(plain, match.start(1), match.end(1), strong=strong)
    for match in _LOGIN.finditer(lower):
        secret = list(_secret(plain, match.start(2), match.end(2), strong=True))
        yield from secret
        if secret and "@" not in match[1]:
            yield Hit("handle", *match.span(1), 6500, "login")
    if plain.digits:
        for match in _PIN.finditer(lower):
            yield Hit("secret", *match.span(match.lastindex or 0), 6500, "pin")


def _secret(plain: Plain, start: int, stop: int, *, strong: bool) -> Iterator[Hit]:
    """Yield the word between *start* and *stop* if its letters, digits and signs are mixed."""
    said = plain.text[start:stop].rstrip(_TAIL)
    if _mixed(said, strong=strong):
        yield Hit("secret", start, start + len(said), 6500, "password-beside")


def _mixed(said: str, *, strong: bool) -> bool:
    letters, digits = any(map(str.isalpha, said)), any(map(str.isdigit, said))
    sign = _SIGN.search(said, 0, len(said) - (not digits)) is not None
    known = _PUBLIC.fullmatch(said.lower()) or _MAIL.fullmatch(said)
    if not letters or known or "://" in said or ".com/" in said:
        return False
    if sign:
        return digits or not strong
    cased = not said.islower() and not said.isupper()
    return (
        digits and said.replace("-", "").isalnum() and len(said) >= _LEAST and (cased or not strong)
    )

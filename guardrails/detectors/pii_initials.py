"""People who are told by their initials, and surnames before first names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guardrails.detectors.pii_text import Hit, Plain
from guardrails.detectors.pii_words import DOES, FALSE_NAMES, words
from guardrails.detectors.plain import plain_words

_INITIALS = re.compile(r"(?<![\w.&/@\-])[A-Z]\.(?: ?[A-Z]\.){1,2}(?![\w@/])(?! ?[A-Z]\.)")
_NOBODY: Final = words("""
ad ae ai am ba bc bce bsc cd ce cv dc di dj dob dvd ed eg er eu fm fy ga gp hd hq hr id ie in io ip
iq it la lgbt lp ma mc md mo mp ms nb nc nd nh nj nm no ny od ok os pa pc pe ph phd pi pm po ps pt
qa rip ri rn rv sc sd tba tbc tv uae uk un us usa va vip vs wa wc wi wv
""")
"""Letters with dots that stand for no person: places, times, degrees, devices."""
_PEOPLE_TOO: Final = words(
    "ad cd cv di dj ed fm fy ga id ie ma mc md mo ms no od pa pc pd pe ri sd vs"
)
"""Of those the ones that are initials as well, where what stands around them says so."""
_SPOKEN_TO = re.compile(
    r"\b(?:ask|tell|told|with|call|calls?|called|text|texted|met|miss|love|hate|owe|cc|copy in"
    r"|my \w{2,12},?|talk to|spoke to|give it to|send it to|live with|about|from)\s$"
)
_SPEAKS = re.compile(r" (?:who|said|says|told|asked|thinks|wants|called|texted|hates|loves)\b")
_SINGLE = re.compile(r"(?<![\w.&/@'’\-])([A-Z])\.(?= ([a-z]+(?:['’]t)?)(?!\w))")
_NOT_BEFORE = re.compile(
    r"\b(?:an?|plan|vitamin|type|grade|option|section|group|part|class|team|bus|room|hepatitis|hep"
    r"|gate|block|row|exhibit|appendix|figure|article|step|model|series|drug|size|cup)\s$"
)
_VERBS: Final = DOES | words("wasn't isn't didn't doesn't won't can't hasn't couldn't wouldn't")
_WITH_SURNAME = re.compile(
    r"(?<![\w.&/@'’\-])[A-DF-MO-RT-VX-Z]\.(?: ?[A-Z]\.)? ([A-Z][\w'’\-]{2,30})"
)
"""An initial and a surname. East, north, south and west begin the names of streets."""
_BEHIND = re.compile(r"(?<![\w'’\-])([A-Z][a-z]{2,20}) [A-Z]\.(?![\w.]|\s[A-Z])")
_FIRST = re.compile(
    r"(?<![\w'’\-])(?:(?:DE|DA|DI|DU|DEL|VAN|VON|LE|LA|EL|AL|BIN) )?"
    r"((?:[A-Z]['’])?[A-Z]{3,20}(?:-[A-Z]{3,20})?), "
    r"([A-Z][a-z'’\-]{2,20}|[A-Z]\.)(?!\w)"
)
"""A surname in capitals, a comma, and a first name."""
_TICKET = re.compile(
    r"(?<![\w/])[A-Z]{2,20}/[A-Z]{2,20}(?: [A-Z]{2,20})? (?:MR|MRS|MS|MISS|MSTR|DR)(?!\w)"
)
"""As airlines write it: "OKAFOR/ADAEZE MRS"."""
_SCORE: Final = 5500
INITIALS: Final = "initials"
LAST_FIRST: Final = "surname-first"
"""Rules of names that may end in a letter."""


def initials(plain: Plain) -> Iterator[Hit]:
    """Yield initials with dots that stand for somebody, and names that one is a part of."""
    if "." in plain.text:
        yield from _letters(plain)
        yield from _singles(plain)
        yield from _surnames(plain)
    if "/" in plain.text:
        for match in _TICKET.finditer(plain.text):
            yield Hit("person", *match.span(), _SCORE, LAST_FIRST)
    if ", " in plain.text:
        for match in _FIRST.finditer(plain.text):
            if _unknown(match[1]) and (match[2][-1] == "." or _unknown(match[2])):
                yield Hit("person", *match.span(), _SCORE, LAST_FIRST)


def _letters(plain: Plain) -> Iterator[Hit]:
    for match in _INITIALS.finditer(plain.text):
        said = re.sub(r"\W", "", match.group()).lower()
        spoken = _SPOKEN_TO.search(plain.lower, max(0, match.start() - 24), match.start())
        spoken = spoken or _SPEAKS.match(plain.lower, match.end())
        if said not in _NOBODY or (said in _PEOPLE_TOO and spoken):
            yield Hit("person", *match.span(), _SCORE, INITIALS)


def _singles(plain: Plain) -> Iterator[Hit]:
    for match in _SINGLE.finditer(plain.text):
        before = _NOT_BEFORE.search(plain.lower, max(0, match.start() - 16), match.start())
        if match[2].replace("’", "'") in _VERBS and before is None:
            yield Hit("person", match.start(), match.end(), _SCORE, INITIALS)


def _surnames(plain: Plain) -> Iterator[Hit]:
    for match in _WITH_SURNAME.finditer(plain.text):
        before = _NOT_BEFORE.search(plain.lower, max(0, match.start() - 16), match.start())
        if before is None and _unknown(match[1]) and match[1].istitle():
            yield Hit("person", *match.span(), _SCORE, INITIALS)
    for match in _BEHIND.finditer(plain.text):
        if _unknown(match[1]):
            yield Hit("person", *match.span(), _SCORE, INITIALS)


def _unknown(word: str) -> bool:
    lower = word.lower()
    return lower not in plain_words() and lower not in FALSE_NAMES

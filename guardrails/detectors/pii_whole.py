"""Findings grown over the whole words that they begin and end in, and the affixes of numbers."""

from __future__ import annotations

import re
from typing import Final

from guardrails.detectors.pii_text import Hit

_DIGIT = re.compile(r"\d")
_AFFIX: Final = 24  # characters
_PREFIX = re.compile(r"(?<![\w@./-])(?:[A-Z0-9]{1,8}[/\-]){1,3}$")
_SUFFIX = re.compile(r"(?:[/\-][A-Z0-9]{1,8}){1,3}(?![\w@./-])")
_LETTERS_BEFORE = re.compile(r"(?<![\w@./-])([A-Z]{2,4}) $")
_NO_PREFIXES: Final = """
ACC ACCT AGE AM AND AT BOX BY CALL CARD CVC CVV DOB DOC EU EUR EXP FAX FOR GB GBP HI IBAN ICD ID
IN IP IS IT KB MAC MB MOB MP MRN MY NHS NI NINO NO NR NUM OF OK ON OR ORD PAC PC PIN PM PO PUK REF
RING SSN TAX TEL TEXT THE TO TV UK US USA USD VAT VIN YES ZIP
"""
_NO_PREFIX: Final = frozenset(_NO_PREFIXES.split())
"""What stands before a number and is no part of it."""
_WORDED: Final = frozenset({
    "person", "location", "organization", "nationality", "email", "url", "handle", "date-of-birth",
    "secret", "ip-address", "phone", "mac-address", "date-time",
})  # fmt: skip
"""Types whose values have ends of their own; all others are numbers."""


def whole(text: str, hit: Hit) -> Hit | None:
    """Return *hit* grown over the words that it begins and ends in."""
    start, stop = hit.start, hit.stop
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if start == stop:
        return None
    while start > 0 and _inside(text, start):
        start -= 1
    while stop < len(text) and _inside(text, stop):
        stop += 1
    if hit.kind not in _WORDED and _DIGIT.search(text, start, stop):
        letters = hit.kind != "postal-address"
        start, stop = _with_affixes(text, start, stop, letters=letters)
    return hit._replace(start=start, stop=stop)


def _with_affixes(text: str, start: int, stop: int, *, letters: bool) -> tuple[int, int]:
    """Return the range of a number with the letters that belong to it: "BUP/4471", "XWH 8841"."""
    before = _PREFIX.search(text, max(0, start - _AFFIX), start)
    if before is None and letters and not text.isupper():
        before = _LETTERS_BEFORE.search(text, max(0, start - 6), start)
        if before is not None and before.group(1) in _NO_PREFIX:
            before = None
    start = before.start() if before is not None else start
    after = _SUFFIX.match(text, stop)
    return start, after.end() if after else stop


def _inside(text: str, at: int) -> bool:
    return (text[at - 1].isalnum() or text[at - 1] == "_") and (
        text[at].isalnum() or text[at] == "_"
    )

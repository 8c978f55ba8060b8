"""Neighbours of different types, of which a reader or a rule made one value, parted."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Final

from guardrails.detectors.kinds import NAMED
from guardrails.detectors.pii_calendar import RULE as CALENDAR
from guardrails.detectors.pii_text import Hit
from guardrails.detectors.pii_united import checked

_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~\-]+@[\w\-]+(?:\.[\w\-]+)+")
_RULED: Final = frozenset({
    "phone-plus", "phone-trunk", "phone-north", "phone-cue", "phone-other", "phone-cue-other",
    "account", "national-id", "national-insurance", "health", "passport", "driving-licence", "tax",
    "birth", "password", "password-beside", "password-other", "pin",
})  # fmt: skip
"""Rules of numbers that have a form, or words of their own before them."""
_SOURCES: Final = frozenset({"PhoneRecognizer", "NhsRecognizer", "UkNinoRecognizer"})
_WIDE: Final = NAMED | {"postal-address", "email"}
"""Types of which a reader may take a neighbour for a part."""
_CUES: Final = (
    r"(?:tele)?phone|tel|mobile|mob|cell|handy|telefon|t[eé]l[eé]fono|t[eé]l[eé]phone|fax|call|ring"
    r"|text|e-?mail|mail|credit|debit|card|visa|mastercard|amex|iban|bic|account|acct|sort code"
    r"|konto|ssn|dob|born|nhs|number|no|nr|code|pin|puk|password|passcode|on|at|and|or|is|my|und|me|the"
)
_BEFORE_IT = re.compile(rf"(?:[\W_]|(?<![^\W_])(?:{_CUES})(?![^\W_]))+$", re.IGNORECASE)
_BEHIND_IT = re.compile(rf"(?:[\W_]|(?<![^\W_])(?:{_CUES})(?![^\W_]))+", re.IGNORECASE)
_APART: Final = 4  # signs between neighbours
_GAP = re.compile(rf"[\s,;:|/()\-–—.]{{0,{_APART}}}")
_NEXT_LINE = re.compile(r"\s{0,2}[,;\n|]\s{0,3}|\s[\-–—]\s|\s(?=\d)")
"""What stands between a name and an address of one block."""
_PLACES: Final = frozenset({"postal-address", "location"})
_BLOCK: Final = "address-block"


def parted(text: str, hits: Iterable[Hit]) -> Iterator[Hit]:
    """
    Yield *hits*, each that is wider than an exact value of another type without that value.

    An e-mail address, a card, an IBAN, a phone number by its form and a number that words
    introduce keep their own range. What is left of a name or an address that went over one is
    one of its own; only words such as "phone" beside the value and the signs between are
    covered no longer. So a stand-in is for one value, and a tool is given that alone. A date in
    numbers is no phone number.
    """
    found = list(hits)
    exact = sorted((hit for hit in found if _exact(text, hit)), key=lambda hit: hit.start)
    starts = [one.start for one in exact]
    reach = max((one.stop - one.start for one in exact), default=0) + _APART
    days = [hit for hit in found if hit.kind == "date-time" and hit.rule.endswith(CALENDAR)]
    for hit in found:
        if hit.kind == "phone" and any(_within(hit, day) for day in days):
            continue
        if hit.kind not in _WIDE or (hit.kind == "email" and _exact(text, hit)):
            yield hit
            continue
        low = bisect_left(starts, hit.start - reach)
        near = exact[low : bisect_right(starts, hit.stop + _APART)]
        for left in _cut(text, hit, [one for one in near if one.kind != hit.kind]):
            if hit.rule.endswith(_BLOCK):
                yield _without_name(text, left, found)
            elif hit.kind == "email" and left != hit and "@" not in text[left.start : left.stop]:
                yield left._replace(kind="person")
            else:
                yield left


def _within(hit: Hit, other: Hit) -> bool:
    return other.start <= hit.start and hit.stop <= other.stop


def _exact(text: str, hit: Hit) -> bool:
    """Return whether *hit* is told by its form, from its first sign to its last."""
    if hit.kind == "email":
        return _ADDRESS.fullmatch(text, hit.start, hit.stop) is not None
    if checked(hit):
        return True
    rule = hit.rule.rpartition(":")[2]
    return hit.kind not in _WIDE and rule in (_SOURCES if "presidio" in hit.rule else _RULED)


def _cut(text: str, hit: Hit, exact: list[Hit]) -> Iterator[Hit]:
    """Yield what is left of *hit* outside of *exact*, in order."""
    if hit.kind == "postal-address" and _only_secret(text, hit, exact):
        return
    start, after = hit.start, False
    for one in exact:
        if one.stop <= start:
            after = after or _GAP.fullmatch(text, one.stop, start) is not None
            continue
        if one.start >= hit.stop:
            if _GAP.fullmatch(text, hit.stop, one.start):
                yield from _left(text, hit, start, hit.stop, after=after, before=True)
                return
            break
        if start < one.start:
            yield from _left(text, hit, start, one.start, after=after, before=True)
        start, after = one.stop, True
    if start < hit.stop:
        yield from _left(text, hit, start, hit.stop, after=after, before=False)


def _only_secret(text: str, hit: Hit, exact: list[Hit]) -> bool:
    """Return whether all digits of an address are those of a secret: "pin 4821"."""
    at = [place for place in range(hit.start, hit.stop) if text[place].isdigit()]
    secret = [one for one in exact if one.kind == "secret"]
    return bool(at and secret) and all(
        any(one.start <= place < one.stop for one in secret) for place in at
    )


def _left(
    text: str, hit: Hit, start: int, stop: int, *, after: bool, before: bool
) -> Iterator[Hit]:
    """Yield *hit* between *start* and *stop*, without words that speak of its neighbours."""
    if after and (behind := _BEHIND_IT.match(text, start, stop)):
        start = behind.end()
    if before and (ahead := _BEFORE_IT.search(text, start, stop)):
        stop = ahead.start()
    if start < stop:
        yield hit._replace(start=start, stop=stop)


def _without_name(text: str, block: Hit, found: list[Hit]) -> Hit:
    """Return an address *block* without the name of the person at its head."""
    others = [one for one in found if one.kind in _PLACES and not one.rule.endswith(_BLOCK)]
    for name in found:
        if name.kind != "person" or name.start != block.start or name.stop >= block.stop:
            continue
        gap = _NEXT_LINE.match(text, name.stop, block.stop)
        if gap is None or any(one.start < name.stop < one.stop for one in others):
            continue
        if any(gap.end() <= one.start < block.stop for one in others):
            return block._replace(start=gap.end())
    return block

"""Postal addresses: a number and a street, a block of lines, a postcode, a box."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guardrails.detectors.pii_counted import ODD_CASE
from guardrails.detectors.pii_text import TENS, UNIT, Hit, Plain
from guardrails.detectors.pii_words import COMMON, FALSE_NAMES, NOT_A_STREET
from guardrails.detectors.plain import written_small

_WORD = r"[^\W\d_][\w'’\-]{0,30}"
_STREET = (
    r"(?:street|road|avenue|ave|lane|ln|boulevard|blvd|crescent|cres|rd|st|terrace|mews|parkway"
    r"|pkwy|highway|hwy|gardens|grove|wharf|quay)"
)
_WEAK_STREET = (
    r"(?:way|place|pl|park|view|hill|green|row|walk|close|drive|dr|court|ct|square|sq|rise|circle"
    r"|cir|trail|gate|loop|path|mount|vale|heights)"
)
_FLOOR = (
    r"(?:top|ground|basement|first|second|third|fourth|\d(?:st|nd|rd|th)) floor"
    r"(?: (?:left|right|flat|front|rear|back|middle))?"
)
_FLAT = r"(?:apt|apartment|flat|unit|suite|ste|room|#)\.?\s?[\w\-]{1,6}"
_POSTCODE = r"[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}"
_TOWN = rf"(?:,\s?{_WORD}(?:\s{_WORD}){{0,2}}){{0,2}}"
_ADDRESS = re.compile(
    rf"(?<![\w.])(?:(?:{_FLAT}|{_FLOOR}),?\s)?(\d{{1,5}}[a-z]?(?:[-/]\d{{1,4}})?),?\s"
    rf"((?:{_WORD}\.?\s){{1,4}}?)({_STREET}|{_WEAK_STREET})\b\.?(?:,?\s{_FLAT}\b)?"
    rf"({_TOWN}(?:,?\s[a-z]{{2}}\b)?,?\s(?:\d{{5}}(?:-\d{{4}})?|{_POSTCODE})\b)?"
)
_TOWN_AFTER = re.compile(
    rf",\s?({_WORD})(?:,?\s[a-z]{{2}}\b)?(?:,?\s[a-z]{{1,2}}\d[a-z\d]?\s?\d[a-z\d]{{2,3}}\b)?"
)
_LIVES = re.compile(r"\b(?:live|lives|living|stay|staying|address|moved|reside|deliver|ship)\b")
_POSTCODE_ALONE = re.compile(r"(?<![\w.])[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}(?!\w)")
_STATE_ZIP = re.compile(r"(?<!\w)[A-Z]{2}\s\d{5}(?:-\d{4})?(?!\w)")
_SPOKEN = r"(?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine)"
_ZIP_CUE = re.compile(
    r"\b(?:zip(?: code)?|post ?code|postal code)\b[^\d\n]{0,12}?"
    rf"(?<!\w)(\d{{5}}(?:-\d{{4}})?|{_POSTCODE}|{_SPOKEN}(?:[\s,\-]{{1,2}}{_SPOKEN}){{4}})\b"
)
_TEENS = r"(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine?)teen)"
_SPOKEN_HOUSE = re.compile(
    r"\b(?:live[sd]?|living|stay(?:ing)?|address is|moved|send it|deliver(?:ed)?(?: it)?)"
    rf"(?: at| to| on)? ((?:number )?(?:{TENS}(?:[ -]{UNIT})?|{_TEENS}|{UNIT})"
    rf" (?:{_WORD} ){{1,3}}{_STREET})\b"
)
_HALL = re.compile(
    r"(?<!\w)([A-Z][\w'’\-]{2,30}) (?:Hall|House|Court|Lodge|Towers?|Apartments|Residences?|Manor"
    r"|Mansions|Villas?|College),? (?:[Rr]oom |[Ff]lat |[Aa]pt\.? |#)?(?!(?:19|20)\d\d\b)"
    r"\d{1,4}[a-zA-Z]?\b"
)
"""A room of a hall that has a name: "Whitlock Hall 318"."""
_DEGREES = r"\.\d{4,12}°?"
_COORDINATES = re.compile(
    rf"(?<![\w.])-?\d{{1,2}}{_DEGREES}\s?[ns]?\s?[,;/ ]\s?-?\d{{1,3}}{_DEGREES}(?:\s?[ew]\b)?"
    r"(?![\w.]\d)"
)
_PO_BOX = re.compile(r"\bp\.?\s?o\.?\s?box\s\d{1,6}\b")


_HOUSE = re.compile(
    r"\b(?:live at|lives at|living at|address(?: is|:)|post (?:it |them )?to|send (?:it |them )?to"
    r"|deliver(?:ed)?(?: it)? to|moved to|staying at|ship (?:it )?to)\s"
    rf"((?:the\s)?(?!(?:an?|my|our|his|her|their|another|this|that|one)\b){_WORD}(?:\s{_WORD}){{0,3}},\s(?:{_WORD}\s){{1,3}}{_STREET}\b)"
)
_LINE_WORD = r"(?:[A-Z][\w'’\-]{0,30}\.?|#?\d[\w/\-]{0,10}|de|da|do|du|del|der|den|la|le|van|von)"
_LINE_GAP = r"(?:,?[ \t]{1,2}|,?\s?\n\s?(?:,\s)?|,\s{0,2})"
_BLOCK = re.compile(rf"(?<!\w){_LINE_WORD}(?:{_LINE_GAP}{_LINE_WORD}){{2,24}}(?!\w)")
_ANCHOR = re.compile(
    rf"\b(?:apt|apartment|suite|ste|flat|box)\b\.?\s?#?\d|\b[a-z]{{2}},?\s\d{{5}}\b|\b{_POSTCODE}\b"
    rf"|\d\w?,?\s(?:{_WORD}\.?\s){{1,3}}(?:{_STREET}|{_WEAK_STREET})\b"
)
_SENT_TO = re.compile(
    r"\b(?:address|lives?|living|located|deliver(?:ed)?|ship(?:ped)?|sent|send|move[ds]?)\b"
)


def addresses(plain: Plain) -> Iterator[Hit]:
    """Yield postal addresses by their form, or by the form and what introduces them."""
    if plain.digits:
        yield from _streets(plain)
        yield from _blocks(plain)
        yield from _codes(plain)
    for match in _ZIP_CUE.finditer(plain.lower):
        yield Hit("postal-address", *match.span(1), 7000, "postcode-cue")
    yield from _houses(plain)


def _houses(plain: Plain) -> Iterator[Hit]:
    """Yield addresses that begin with no number: "live at the old mill, church lane"."""
    for match in _SPOKEN_HOUSE.finditer(plain.lower):
        yield Hit("postal-address", *match.span(1), 6500, "spoken-house")
    for match in _HOUSE.finditer(plain.lower):
        town = _TOWN_AFTER.match(plain.lower, match.end())
        if town and town.group(1) in FALSE_NAMES:
            town = None
        yield Hit(
            "postal-address", match.start(1), town.end() if town else match.end(), 6500, "house"
        )


def _streets(plain: Plain) -> Iterator[Hit]:
    for match in _ADDRESS.finditer(plain.lower):
        words = match.group(2).split()
        if any(word.strip(".") in NOT_A_STREET for word in words):
            continue
        strong = re.fullmatch(_STREET, match.group(3)) is not None
        capital = plain.text[match.start(2)].isupper()
        lives = _LIVES.search(plain.lower, max(0, match.start() - 40), match.start())
        town = _TOWN_AFTER.match(plain.lower, match.end())
        if town and town.group(1) in FALSE_NAMES:
            town = None
        if strong or capital or lives or town or match.group(4):
            stop = town.end() if town else match.end()
            yield Hit("postal-address", match.start(), stop, 8000, "address")


def _common(text: str, start: int, stop: int) -> bool:
    """Return whether a word is none of an address, or the end of one such: "It's"."""
    return text[start:stop].lower() in COMMON or text[max(0, start - 1) : start] in {"'", "’"}


def _blocks(plain: Plain) -> Iterator[Hit]:
    """Yield runs of numbers and words with capitals, over lines, that hold an address."""
    if not _ANCHOR.search(plain.lower) and not _SENT_TO.search(plain.lower):
        return
    for match in _BLOCK.finditer(plain.text):
        start, stop = match.span()
        words = [word.span() for word in re.finditer(r"\w+", match.group())]
        lead = 0
        while lead < len(words) and _common(match.group(), *words[lead]):
            lead += 1
        if lead == len(words):
            continue
        start += words[lead][0]
        sure = next(
            (
                anchor
                for anchor in _ANCHOR.finditer(plain.lower, start, stop)
                if not ODD_CASE.fullmatch(plain.text, *anchor.span())
            ),
            None,
        )
        said = _SENT_TO.search(plain.lower, max(0, start - 40), start)
        if sure or (said and any(map(str.isdigit, plain.text[start:stop]))):
            yield Hit("postal-address", start, stop, 7000 if sure else 5500, "address-block")


def _codes(plain: Plain) -> Iterator[Hit]:
    for match in (*_POSTCODE_ALONE.finditer(plain.text), *_STATE_ZIP.finditer(plain.text)):
        yield Hit("postal-address", *match.span(), 6500, "postcode")
    for match in _COORDINATES.finditer(plain.lower):
        yield Hit("postal-address", *match.span(), 8000, "coordinates")
    for match in _HALL.finditer(plain.text):
        if not written_small(match[1].lower()):
            yield Hit("postal-address", *match.span(), 6500, "hall")
    for match in _PO_BOX.finditer(plain.lower):
        yield Hit("postal-address", *match.span(), 7000, "po-box")

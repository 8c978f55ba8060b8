"""Names and addresses that people announce: "my name is …", "I live at …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guardrails.detectors.pii_text import Hit, Plain
from guardrails.detectors.pii_words import (
    ALSO_NAMES,
    FALSE_NAMES,
    NOT_A_STREET,
    PARTICLES,
    PEOPLES,
)

_NAME_WORD = r"[^\W\d_][\w'’\-]{0,30}"
_SAYS_NAME = re.compile(
    r"\b(?:(?:my|his|her|their) (?:full |first |last |real |legal )?(?:sur)?name(?: is|'s|’s|s)?"
    r"|(?:full |first |last |sur)?name\s*[:=]|(?:i am|i'm|i’m|im) (?:called|named)"
    r"|(?:they|people|friends|everyone|you can|just|please) call me|i go by|named|who is called)"
    r"\s*[:\-]?\s*"
)
_MAY_SAY_NAME = re.compile(
    r"\b(?:i am|i'm|i’m|im|this is|it's|it’s|call me|signed|dear|hi|hello)\s+"
)
_AFTER_NAME = re.compile(r"(?:,? (?:btw|by the way|here|speaking|from|and i)\b|\s*[,(]?\s*\d\d\b)")
_RELATION = re.compile(
    r"\bmy (?:\w{2,12} )?(?:friend|best friend|bf|boyfriend|gf|girlfriend|husband|wife|partner"
    r"|fianc[eé]e?|brother|sister|mum|mom|dad|son|daughter|boss|manager|therapist|doctor|ex|aunt"
    r"|uncle|cousin|roommate|flatmate|housemate|colleague|teacher|tutor|neighbou?r),?\s+"
)
_TITLE = re.compile(r"\b(?:mr|mrs|ms|mx|miss|dr|prof|professor|sister|nurse)\b\.?\s+")
_ADDRESSED: Final = frozenset({"mr", "mrs", "ms", "mx"})
_OWNED = re.compile(r"['’]s?$")
_NOT_FIRST: Final = FALSE_NAMES | PEOPLES
_WORD_HERE = re.compile(rf"({_NAME_WORD})(\s?)")
_NAME_WORDS = 3

_STREET = (
    r"(?:street|road|avenue|ave|lane|ln|boulevard|blvd|crescent|cres|rd|st|terrace|mews|parkway"
    r"|pkwy|highway|hwy|gardens|grove|wharf|quay)"
)
_WEAK_STREET = (
    r"(?:way|place|pl|park|view|hill|green|row|walk|close|drive|dr|court|ct|square|sq|rise|circle"
    r"|cir|trail|gate|loop|path|mount|vale|heights)"
)
_FLAT = r"(?:apt|apartment|flat|unit|suite|ste|room|#)\.?\s?[\w\-]{1,6}"
_POSTCODE = r"[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}"
_TOWN = rf"(?:,\s?{_NAME_WORD}(?:\s{_NAME_WORD}){{0,2}}){{0,2}}"
_ADDRESS = re.compile(
    rf"(?<![\w.])(?:{_FLAT},?\s)?(\d{{1,5}}[a-z]?(?:[-/]\d{{1,4}})?),?\s"
    rf"((?:{_NAME_WORD}\.?\s){{1,4}}?)({_STREET}|{_WEAK_STREET})\b\.?(?:,?\s{_FLAT}\b)?"
    rf"({_TOWN}(?:,?\s[a-z]{{2}}\b)?,?\s(?:\d{{5}}(?:-\d{{4}})?|{_POSTCODE})\b)?"
)
_TOWN_AFTER = re.compile(
    rf",\s?({_NAME_WORD})(?:,?\s[a-z]{{2}}\b)?(?:,?\s[a-z]{{1,2}}\d[a-z\d]?\s?\d[a-z\d]{{2,3}}\b)?"
)
_LIVES = re.compile(r"\b(?:live|lives|living|stay|staying|address|moved|reside|deliver|ship)\b")
_POSTCODE_ALONE = re.compile(r"(?<![\w.])[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}(?!\w)")
_STATE_ZIP = re.compile(r"(?<!\w)[A-Z]{2}\s\d{5}(?:-\d{4})?(?!\w)")
_ZIP_CUE = re.compile(
    r"\b(?:zip(?: code)?|post ?code|postal code)\b[^\d\n]{0,12}?"
    rf"(\d{{5}}(?:-\d{{4}})?|{_POSTCODE})\b"
)
_PO_BOX = re.compile(r"\bp\.?\s?o\.?\s?box\s\d{1,6}\b")


def places(plain: Plain) -> Iterator[Hit]:
    """Yield names and postal addresses that their surroundings give away."""
    yield from _names(plain)
    if plain.digits:
        yield from _addresses(plain)


def _names(plain: Plain) -> Iterator[Hit]:
    for pattern, score, rule in (
        (_SAYS_NAME, 8000, "says-name"),
        (_MAY_SAY_NAME, 6500, "introduces"),
        (_RELATION, 6500, "relation"),
        (_TITLE, 7000, "title"),
    ):
        for match in pattern.finditer(plain.lower):
            any_case = pattern is _SAYS_NAME or match.group().rstrip(" .") in _ADDRESSED
            found = _name_at(plain, match.end(), any_case=any_case)
            if found:
                yield Hit("person", *found, score, rule)


def _name_at(plain: Plain, at: int, *, any_case: bool) -> tuple[int, int] | None:
    """Return the words from *at* that make a name: with capitals, unless *any_case*."""
    start, stop, taken = at, at, 0
    while taken < _NAME_WORDS and (word := _WORD_HERE.match(plain.text, at)):
        bare = _OWNED.sub("", word.group(1))
        if not _is_name(plain, bare, word.end(1), taken, any_case=any_case):
            break
        taken += taken == 0 or bare.lower() not in PARTICLES
        stop, at = at + len(bare), word.end()
        if len(bare) != len(word.group(1)) or not word.group(2):
            break
    return (start, stop) if taken else None


def _is_name(plain: Plain, word: str, stop: int, taken: int, *, any_case: bool) -> bool:
    lower = word.lower()
    if word[0].isupper() and (len(word) == 1 or not word.isupper()):
        return word in ALSO_NAMES or lower not in (FALSE_NAMES if taken else _NOT_FIRST)
    if lower in FALSE_NAMES:
        return False
    if any_case:
        return True
    return taken == 0 and _AFTER_NAME.match(plain.lower, stop) is not None


def _addresses(plain: Plain) -> Iterator[Hit]:
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
    for match in (*_POSTCODE_ALONE.finditer(plain.text), *_STATE_ZIP.finditer(plain.text)):
        yield Hit("postal-address", *match.span(), 6500, "postcode")
    for match in _ZIP_CUE.finditer(plain.lower):
        yield Hit("postal-address", *match.span(1), 7000, "postcode-cue")
    for match in _PO_BOX.finditer(plain.lower):
        yield Hit("postal-address", *match.span(), 7000, "po-box")

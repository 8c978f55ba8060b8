"""Things that have somebody's name, works after the word for what they are, and versions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guardrails.detectors.pii_counted import WORK
from guardrails.detectors.pii_text import Plain

_NAME = r"[^\W\d_][\w.'’-]{2,20}"
_AFTER_A_NAME: Final = (
    r"bookcases?|bookshel(?:f|ves)|wardrobes?|dressers?|sofas?|armchairs?|mattress(?:es)?"
    r"|plugs?|connectors?|screwdrivers?|screws?|spanners?|wrench(?:es)?|moka pots?|coffee makers?"
    r"|salads?|dressing|sauce|cocktails?|sponge(?: cake)?|dumplings"
    r"|candles?|perfume|aftershave|handbags?|jeans|trainers|sneakers|boots"
    r"|apples?|pears?|plums?|tomatoes|potatoes"
)
"""What is bought, cooked or worn, and called after a person, a town or a shop."""
_AFTER_A_SCHOLAR: Final = (
    r"algorithm|theorem|equations?|distribution|transform|inequality|conjecture|paradox|constant"
    r"|effect|principle|hypothesis|law|laws|curve|scale|index|test|model|process|series|number"
    r"|syndrome|disease|disorder|palsy|reflex|man(?:oeuvre|euver)|sign|stain|method|technique"
    r"|position|exercises?|breathing|diagram|chart|matrix|cipher|engine|cycle"
)
"""What is called after who found it."""
_THING = re.compile(
    rf"(?<![\w@])(?:{_NAME}(?:[ -](?!and\b|or\b){_NAME})? (?:{_AFTER_A_NAME})"
    rf"|(?:allen key|stanley knife|bowie knife|jack russell|granny smith|tom collins|earl grey"
    rf"|lazy susan|molotov cocktail|levi(?:['’]?s)? \d{{3}}s?|doc martens|dr martens))(?!\w)"
)
_FOUND = re.compile(rf"(?<![\w@])[A-Za-zÀ-ž]{{4,20}}(?:['’]s)? (?:{_AFTER_A_SCHOLAR})(?!\w)")
_ASKED = re.compile(
    r"\b(?:explain|define|prove|derive|implement|what(?:['’]s| is| are| does)|how does"
    r"|mean(?:ing of)?)\b"
)
"""Who asks after such a thing speaks of no person's."""
_SAID_TO_BE = re.compile(
    r"\b(?:names?(?: is|['’]?s)?|called|named|i am|i['’]?m|dear|hi|hello|hey|regards,?|love,?) $"
)
_WORK = re.compile(
    rf"\b(?:the|this|that) (?:{WORK}|track|hymn|single|ep|opera|ballet|sitcom|symphony"
    r"|hurricane|cyclone|asteroid|probe|telescope|font|typeface)"
    r" (?:by |called )?[\"'“‘]?"
    r"[A-ZÀ-Ž][\w'’-]*(?:(?: (?:of|the|and|in|on|to|a|de|la|du))* [A-ZÀ-Ž0-9][\w'’-]*){0,4}"
)
_VERSION = re.compile(
    r"(?<![\w@])@?[a-z][\w.-]*(?:/[\w.-]+)?@[\^~=<>]{0,2}v?\d+(?:\.[\dx*]+){0,2}(?:-[a-z]+[.\d]*)?"
    r"(?![\w@]|\.\d)"
)
"""A package and its version: "lodash@4.17.21"; no mailbox is at a host of digits alone."""


def called_things(plain: Plain) -> Iterator[tuple[int, int]]:
    """Yield ranges of things that are called after somebody, of works, and of versions."""
    for match in _THING.finditer(plain.lower):
        if not _of_somebody(plain, match.start()):
            yield match.span()
    if _ASKED.search(plain.lower):
        for match in _FOUND.finditer(plain.text):
            if not _of_somebody(plain, match.start()):
                yield match.span()
    yield from (match.span() for match in _WORK.finditer(plain.text))
    if "@" in plain.text:
        yield from (match.span() for match in _VERSION.finditer(plain.lower))


def _of_somebody(plain: Plain, start: int) -> bool:
    """Return whether somebody is said to be called what begins at *start*."""
    return _SAID_TO_BE.search(plain.lower, max(0, start - 20), start) is not None

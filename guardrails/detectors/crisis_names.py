"""
Names that are words too, put in others before a model that knows no capitals reads them.

"I asked Grace and Hope to come" is about two people. In small letters it sounds like a
prayer, so the names become one that is nothing else. A capital within a sentence tells them,
or a capital and another name beside it; "I have lost all Hope" stays as it is.
"""

from __future__ import annotations

import re
from typing import Final

_NEUTRAL: Final = "Tom"
"""A name of one word that the model makes nothing of."""

_NAMES: Final = (
    "Amber|Angel|Art|Ash|Autumn|Bill|Blade|Blaze|Bliss|Chance|Charity|Chase|Clay|Cliff|Colt|Constance|Crystal|"
    "Daisy|Dawn|Destiny|Drew|Earnest|Eve|Faith|Felicity|Forrest|Frank|Gale|Genesis|Grace|Gunner|Harmony|Haven|"
    "Heath|Heaven|Holly|Honor|Hope|Hunter|Ivy|Jade|Journey|Joy|Justice|Lance|Lily|Mark|Melody|Mercy|Miles|Misty|"
    "Nevaeh|Patience|Pearl|Penny|Pierce|Poppy|Prudence|Ray|Rich|Rob|Rose|Ruby|Sage|Serenity|Sky|Star|Storm|"
    "Summer|Trinity|Verity|Victor|Violet|Wade|Will"
)
_NAME: Final = re.compile(rf"\b(?:{_NAMES})\b")
_STARTS: Final = re.compile(r"(?:^|[.!?:\n\"“(])\s*$")
_HAD: Final = re.compile(
    r"\b(?:no|any|all|every|some|more|little|last|my|your|our|his|their|the|a|an|this|that|such|lost|lose|losing|have|has|had|"
    r"without|of|in|by|for|much|only|kill|out)\s+$",
    re.IGNORECASE,
)
"""After these it is the thing and no person: "no Hope left", "by the Grace of God"."""

_BESIDE: Final = re.compile(
    r"\s+(?:and|or|&)\s+[A-Z][a-z]+\b|\s+(?:said|says|asked|asks|told|tells|texted|called|rang|wants)\b"
)
_NO_CAPITAL: Final = re.compile(r"\b[a-z]{2,}")


def without_word_names(text: str) -> str:
    """
    Return *text* with each name that is a word too, and is written as a name, as another name.

    A text in capitals, or with a capital in nearly every word, tells nothing and stays.
    """
    first = _NAME.search(text)
    if first is None:
        return text
    capitals = sum(word[:1].isupper() for word in text.split())
    if capitals > len(_NO_CAPITAL.findall(text)) + 1:
        return text
    return _NAME.sub(lambda match: _one(match, text), text)


def _one(match: re.Match[str], text: str) -> str:
    before = text[: match.start()]
    if _HAD.search(before):
        return match[0]
    if _STARTS.search(before) and not _BESIDE.match(text, match.end()):
        return match[0]
    return _NEUTRAL

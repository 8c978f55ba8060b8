"""Small letters for texts that are all in capitals, so that a finder of names can see."""

from __future__ import annotations

import re
from typing import Final

from guardrails.detectors.pii_words import FALSE_NAMES, NOT_A_STREET

_WORD = re.compile(r"[^\W\d_][\w'’]+")
_PLAIN: Final = FALSE_NAMES | NOT_A_STREET
_NO_NAME = re.compile(
    r"(?:ing|ed|ly|ness|ment|tion|sion|able|ible|ful|less|ous|ive|ity|ism|['’](?:ve|re|ll|d|m|t))$"
)
_SHORTEST: Final = 3


def recased(text: str) -> str:
    """
    Return *text*, of the same length, without capitals where no name can be.

    Only a text that is all in capitals is changed: a model trained on edited English
    finds one name in six there. A text all in small letters is left alone, since
    giving it capitals would make a name of every noun.
    """
    if not text.isupper():
        return text
    lower = text.lower()
    return _WORD.sub(_capital, lower) if len(lower) == len(text) else text


def _capital(match: re.Match[str]) -> str:
    word = match.group()
    if len(word) < _SHORTEST or word in _PLAIN or _NO_NAME.search(word):
        return word
    capital = word[0].upper()
    return capital + word[1:] if len(capital) == 1 else word

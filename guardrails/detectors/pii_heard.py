"""Whether what spaCy takes for a person is to be believed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guardrails.detectors.base import Entity
from guardrails.detectors.pii_counted import NUMBERED
from guardrails.detectors.pii_parts import ANSWER, LEAST_NEAR
from guardrails.detectors.pii_words import ALSO_WORDS
from guardrails.detectors.plain import written_small

_WORD = re.compile(r"\w+")
_WITH_DIGIT = re.compile(r"\w*\d\w*")


def heard(text: str, taken: Entity, words: Sequence[Entity]) -> bool:
    """
    Return whether the small model, too, took a word of *taken* for anything at all.

    What spaCy alone takes for a person is a product or the first word of a sentence
    three times out of four, measured on text that no bar is set on. Of what has a number,
    such as "Platform 9", the number says nothing. What is in small letters must be heard
    louder, and be more than words of English.
    """
    said = text[taken.start : taken.stop]
    first = said.partition(" ")[0].lower()
    long = len(_WORD.findall(text)) > ANSWER + 1
    least = LEAST_NEAR if said.islower() and long else 0
    if least and all(word in ALSO_WORDS or written_small(word) for word in _WORD.findall(said)):
        return False  # "jasmine rice"
    return any(
        word.score >= least
        and word.start < taken.stop
        and taken.start < word.stop
        and not (first in NUMBERED and _WITH_DIGIT.fullmatch(text, word.start, word.stop))
        for word in words
    )


def may_be_unheard(text: str, taken: Entity, language: str) -> bool:
    """
    Return whether *taken* may be a name that the small model does not know.

    Those are foreign ones, with signs over letters. But spaCy reads English: in another
    language it takes half of all words for names.
    """
    if text.isascii():
        return False
    capital = not text[taken.start : taken.stop].islower()
    return language == "English" or (not language and capital)

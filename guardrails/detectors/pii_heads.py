"""Names at the head of a sentence, told by what follows: "tunde didnt", "Li Na got a cat"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guardrails.detectors.pii_pinyin import CHINESE
from guardrails.detectors.pii_text import Hit, Plain
from guardrails.detectors.pii_words import (
    ALSO_NAMES,
    ALSO_WORDS,
    DOES,
    FALSE_NAMES,
    NATIONS,
    NOT_A_PERSON,
    PEOPLES,
    words,
)
from guardrails.detectors.plain import written_small

_NEGATED: Final = (
    r"(?:(?:is|are|was|were|does|do|did|has|have|had|would|could|should|must|need)n|won|can)['’]?t"
)
_SUBJECT = re.compile(
    r"(?:^|(?<=[.!?…]\s)|(?<=\n))([^\W\d_]{3,20})\s"
    rf"({_NEGATED}|[a-z]+)(?![\w'’])(?:\s(?:even |really |ever |just )?([a-z]+))?"
)
_PLAIN_PAST: Final = words("hit hurt quit split ret put let set cut come run")
"""What is a past and a bare verb as well: "Will hurt" need not be about anybody."""
_OF_THINGS: Final = words("""
accept add allow appear apply arrive available boot charge charging clear close compatible compile
connect connecting count cover deliver delivered display download end exist expire fit function go
going good happen help helped helping include install last let listed load loading make matter
on open opening pair pay_out play possible print process processed reach recognise recognize
refresh register respond responding ring run running save scan send show showing start stay stick
stream supported sync syncing taste there trigger turn turning update updated updating valid visible
work worked working worth
""")
"""What is done, or is not, by devices, medicines and payments: "zopi isnt working"."""
_NO_NAME_ENDS: Final = ("ing", "ly", "tion", "ment", "ness", "ity", "ism", "phone", "app", "pad")
_NATURE: Final = words("""
angel august autumn banks beach bell bird bond bridge brook brooks case chance christian cook
cotton crew crow dawn day destiny divine duke earl early field fields forest free french frost gold
gray green grey hall hill hills holiday holly home honey hope house hunt jade jay judge justice
king lake land lane law little long love major mark may mercy merry moon moore morning noble north
page pages park parks patience pearl penny pepper pool pope porter powers price pride prince
prudence queen rain rainbow ranger rich rider ring river rivers rock rose rush rusty sage scarlet
shade sharp shepherd short silver singer skinner skip sky small snow song south spring spencer star
steel sterling stone storm strong summer summers sun sunny sweet temple thorn tiger trace trip
usher valley van victory wall wards water waters way wells west wheeler white wild wilder winter
wise wolf wood woods worth young
""")
"""Of the words that are names as well those that do things by themselves: "rain didnt stop"."""
_VERB = re.compile(rf"\s({_NEGATED}|[a-z]+)(?![\w'’])")
_SCORE: Final = 5500


def heads(plain: Plain) -> Iterator[Hit]:
    """Yield names before what only somebody does, however they are written."""
    for match in _SUBJECT.finditer(plain.lower):
        start, stop = match.span(1)
        if _is_subject(plain.text[start:stop], match[2], match[3] or ""):
            yield Hit("person", start, stop, _SCORE, "head")
    if not plain.text.islower() and not plain.text.isupper():
        yield from _of_china(plain)


def _is_subject(word: str, verb: str, rest: str) -> bool:
    lower, negated = word.lower(), verb[-1] == "t" and verb not in DOES
    if negated and re.fullmatch(_NEGATED, verb) is None:
        return False
    if not negated and verb not in DOES:
        return False
    if word.istitle() and (word in ALSO_NAMES or lower in ALSO_WORDS):
        if lower in {"will", "may"}:  # no bare verb is a past
            return not negated and verb not in _PLAIN_PAST
        return negated and lower not in _NATURE and rest not in _OF_THINGS
    known = written_small(lower) or lower in FALSE_NAMES or lower in ALSO_WORDS
    odd = lower in NATIONS or lower in PEOPLES or lower in NOT_A_PERSON
    ends = lower.endswith(_NO_NAME_ENDS)
    return negated and word.islower() and not (known or odd or ends) and rest not in _OF_THINGS


def _of_china(plain: Plain) -> Iterator[Hit]:
    """Yield names of two parts with capitals, before a verb."""
    for match in CHINESE.finditer(plain.lower):
        start, stop = match.span()
        parts = plain.text[start:stop].replace("-", " ").split()
        after = _VERB.match(plain.lower, stop)
        if after is None or not all(part[0].isupper() for part in (parts[0], parts[1])):
            continue
        does = after[1] in DOES or re.fullmatch(_NEGATED, after[1]) is not None
        if does and FALSE_NAMES.isdisjoint(part.lower() for part in parts):
            yield Hit("person", start, stop, _SCORE, "head")

"""What looks like personal data and is nobody's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guardrails.detectors.kinds import NAMED
from guardrails.detectors.pii_charities import charities
from guardrails.detectors.pii_counted import ascends, is_product, is_thing, published
from guardrails.detectors.pii_known import KEPT, known
from guardrails.detectors.pii_networks import nobodys
from guardrails.detectors.pii_services import serves, services
from guardrails.detectors.pii_text import Hit, Plain
from guardrails.detectors.pii_things import called_things
from guardrails.detectors.pii_towns import READERS
from guardrails.detectors.pii_united import checked
from guardrails.detectors.pii_words import ALSO_WORDS

_CODE = re.compile(r"\b(?=\w*[^\W\d_])\w*\d\w*")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_IN_YEAR = re.compile(r"\b(?:in|since|until|till|from|before|after|of|to)\s$", re.IGNORECASE)
_STATUS = re.compile(r"(?:HTTP|error|status|code|return|limit|offset) \d{1,4}", re.IGNORECASE)
_SAYING = re.compile(
    r"\bfor pete['’]?s sake\b|\bmurphy['’]?s law\b|\bdear john (?:letter|text)\b"
    r"|\b(?:debbie downer|average joe|plain jane|peeping tom|jane doe|john doe)\b"
    r"|\b(?<!mr )(?<!mrs )(?<!ms )(?<!dr )(?<!\. )(?:hodgkin|cushing|crohn|parkinson|alzheimer"
    r"|tourette|huntington)['’]?s\b"
    r"|\b(?:maslow['’]?s|moore['’]?s law|pavlov['’]?s dogs?|schr[öo]dinger['’]?s cat)\b"
    r"|\b(?:mark my words|bill me|pat on the back|ben (?:&|and) jerry['’]?s|jack daniel['’]?s)\b"
    r"|\bkeeping up with the joneses\b|\bbob['’]?s your uncle\b|\bjack of all trades\b"
    r"|\b(?:storm|hurricane|typhoon|cyclone) [a-z]+\b"
)
"""Names that stand for nobody."""
_CODED = re.compile(r"[a-z][A-Z]{2,6}|[A-Z][a-z][A-Z]{2,6}")
"""Letters that stand for a thing: "eSIM", "VoLTE"."""
_BRANDED = re.compile(r"!(?:Box|Fon|OS|Repeater|Powerline|App|Card|WLAN|DECT|Mail)\b")
"""Behind a name that is a maker's: "Fritz!Box"."""
_ARTICLE = re.compile(r"\b(?:an?|the|some|this|that|these|those|any|each|every|no)\s$")
_LONG_DEAD = re.compile(r"\b1[0-8]\d\d\b")
"""A year in which nobody was born who is alive."""


@dataclass(frozen=True, slots=True)
class Nobodys:
    """
    What of one text is nobody's, or everybody's.

    Attributes:
        plain: The text.
        ranges: Published numbers, things that are called after somebody, works, and sayings.
        public: Characters of names that everybody knows.
        lines: Numbers of services.
    """

    plain: Plain
    ranges: Sequence[tuple[int, int]]
    public: frozenset[int]
    lines: Sequence[tuple[int, int]]

    @classmethod
    def of(cls, plain: Plain, language: str, *, heard: bool) -> Nobodys:
        """Return that of *plain*; public names only if a reader *heard* any at all."""
        ranges = [*published(plain), *(match.span() for match in _SAYING.finditer(plain.lower))]
        lines = services(plain, language)
        if heard or "@" in plain.text:  # what no reader heard is no thing either
            ranges += called_things(plain)
            ranges += charities(plain, lines)
        public = frozenset(at for span in (known(plain) if heard else ()) for at in range(*span))
        return cls(plain, ranges, public, lines)

    def cover(self, hit: Hit) -> bool:
        """Return whether *hit* is one of them, or the maker and the model of a thing."""
        if _made_thing(self.plain, hit) or serves(self.plain, hit, self.lines):
            return True
        # No build and no standard has check digits.
        if not checked(hit) and any(a <= hit.start and hit.stop <= b for a, b in self.ranges):
            return True
        if hit.kind not in NAMED or hit.rule.endswith(KEPT):
            return False
        return not self.public.isdisjoint(range(hit.start, hit.stop))


def of_nothing(text: str, hit: Hit) -> bool:
    """
    Return whether *hit* is nothing of anybody's.

    That is a word that means a thing, a year that is said as one, a status, a row of numbers
    as they are drawn, the mailbox "git" of a store of code, or an address on a network.
    """
    value = text[hit.start : hit.stop]
    if (hit.kind == "phone" and ascends(value)) or value.startswith("git@"):
        return True
    if hit.kind in NAMED and (_CODED.fullmatch(value) or _BRANDED.match(text, hit.stop)):
        return True
    if hit.kind == "person":
        return _common_noun(text, hit)
    if hit.kind == "date-of-birth" and _LONG_DEAD.search(value):
        return True
    placed = hit.kind == "postal-address"
    before = text[max(0, hit.start - 12) : hit.start]
    if hit.kind in {"phone", "postal-address"} and _STATUS.fullmatch(_said_last(before) + value):
        return True
    year = _YEAR.fullmatch(value) and _IN_YEAR.search(before)
    last = value.rpartition(" ")[2] if placed else value
    return (placed and bool(year or _STATUS.fullmatch(value))) or nobodys(last)


def _made_thing(plain: Plain, hit: Hit) -> bool:
    """Return whether a reader took the maker and the model of a thing for a person."""
    if hit.kind not in NAMED:
        return False
    if hit.rule.startswith(READERS) and is_thing(plain, hit.start, hit.stop):
        return True
    codes = [code.span() for code in _CODE.finditer(plain.text, hit.start, hit.stop)]
    return bool(codes) and all(is_product(plain, *code) for code in codes)


def _common_noun(text: str, hit: Hit) -> bool:
    """Return whether *hit* is a word that is a name as well, and means a thing: "a robin"."""
    if text[hit.start : hit.stop] not in ALSO_WORDS:  # which are in small letters
        return False
    return _ARTICLE.search(text.lower(), max(0, hit.start - 8), hit.start) is not None


def _said_last(before: str) -> str:
    """Return the last word of *before* and the blank behind it."""
    return before[before.rstrip().rfind(" ") + 1 :]

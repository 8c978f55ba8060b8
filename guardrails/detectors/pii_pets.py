"""
Names of pets, which are hidden as names are.

Who they live with is told by them, and banks ask for them: "the name of your first pet".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guardrails.detectors.pii_text import Hit, Plain
from guardrails.detectors.pii_words import ALSO_WORDS, FALSE_NAMES, words
from guardrails.detectors.plain import written_small

_ANIMAL: Final = (
    r"(?:dog|puppy|pup|doggo|cat|kitten|kitty|rabbit|bunny|hamster|gerbil|guinea pig|parrot|budgie"
    r"|cockatiel|canary|horse|pony|mare|gelding|ferret|tortoise|turtle|gecko|chinchilla|donkey"
    r"|labrador|lab|poodle|beagle|spaniel|terrier|retriever|collie|corgi|dachshund|greyhound"
    r"|lurcher|chihuahua|pug|bulldog|rottweiler|husky|alsatian|tabby)s?"
)
_OWNED = re.compile(
    r"(?:\b(?:my|our|his|her|their|your)|\w['’]s)(?: (?!name)\w{2,12}){0,2} "
    rf"{_ANIMAL}(?:,| is| was)?\s"
)
_CALLED = re.compile(
    rf"\b{_ANIMAL}(?:['’]?s)?(?: name)?(?:['’]s| is| was)? ?(?:called|named|name is|name was)\s"
    rf"|\b(?:named|call|called) (?:my|our|his|her|their|the) (?:\w{{2,12}} )?{_ANIMAL}\s"
)
_NAME = re.compile(r"([^\W\d_][\w'’\-]{1,20})(?:( and | & )([^\W\d_][\w'’\-]{1,20}))?")
_NO_NAME: Final = words("""
and or but so when while because if that which who with without from into onto off under over behind
ate eats bit bites barks barked vomited limps limped sheds shed scratches scratched purrs purred
meows pees peed poops pooped chews chewed food bed bowl toy toys crate collar leash lead owner vet
sitter walker hair fur shelter rescue breed named called loves hates years year weeks months
""")
_OWNS = re.compile(r"['’]s?$")
_PUT_DOWN = re.compile(r"\bput ([A-Z][a-z]{2,20}) (?:down|to sleep)\b")
_SCORE: Final = 5500
PET: Final = "pet"
"""The rule of these names."""
_ENDS: Final = ("ing", "ed", "ly", "s")


def pets(plain: Plain) -> Iterator[Hit]:
    """Yield what is said to be the name of a pet."""
    for match in _OWNED.finditer(plain.lower):
        told = match.group().endswith(("is ", "was "))
        yield from _named(plain, match.end(), sure=False, told=told)
    for match in _CALLED.finditer(plain.lower):
        yield from _named(plain, match.end(), sure=True)
    for match in _PUT_DOWN.finditer(plain.text):
        if match[1].lower() not in FALSE_NAMES:
            yield Hit("person", *match.span(1), _SCORE, PET)


def _named(plain: Plain, at: int, *, sure: bool, told: bool = False) -> Iterator[Hit]:
    found = _NAME.match(plain.text, at)
    if found is None:
        return
    for group in (1, 3):
        word = _OWNS.sub("", found[group] or "")
        if not word or not _may_be(word, sure=sure, told=told):
            return
        start = found.start(group)
        yield Hit("person", start, start + len(word), _SCORE, PET)


def _may_be(word: str, *, sure: bool, told: bool) -> bool:
    """
    Return whether *word* may be a pet's name: any with a capital, else one that is no word.

    A word that is a name as well is none where it is *told* of the pet: "my cat is grey".
    """
    lower = word.lower()
    if lower in FALSE_NAMES or lower in _NO_NAME or len(word) <= 1:
        return False
    if sure or word.istitle():
        return True
    known = told if lower in ALSO_WORDS else written_small(lower)
    return not known and not lower.endswith(_ENDS)

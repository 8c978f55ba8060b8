"""Names that people announce: "my name is …", "my friend …", "Mr …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guardrails.detectors.pii_states import describes
from guardrails.detectors.pii_text import Hit, Plain
from guardrails.detectors.pii_words import (
    ALSO_NAMES,
    ALSO_WORDS,
    FALSE_NAMES,
    PARTICLES,
    PEOPLES,
)
from guardrails.detectors.plain import plain_words, written_small

_NAME_WORD = r"[^\W\d_][\w'’\-]{0,30}"
_SAYS_NAME = re.compile(
    r"\b(?:(?:my|his|her|their|new) (?:last|first|full|maiden|married) name"
    r"(?: (?!is\b)[a-z]{1,12}){1,4} is"
    r"|(?:my|his|her|their) (?:full |first |last |family |real |legal )?(?:sur)?name"
    r"(?: is|'s|’s|s)?"
    r"|(?:full |first |last |family |sur)?name\s*[:=]|(?:i am|i'm|i’m|im) (?:called|named)"
    r"|(?:they|people|friends|everyone|you can|just|please) call me|i go by|named|who is called)"
    r"\s*[:\-]?\s*"
)
_CALLED = re.compile(
    r"\b(?:kid|guy|man|woman|girl|boy|lad|bloke|someone|somebody|person|user|student|pupil|patient"
    r"|client|customer) called\s*[:\-]?\s*"
)
"""Who has a name, or who rang: "a customer called asking for a refund"."""
_UNDER = re.compile(
    r"\bnames? on (?:the |my |our |his |her )?\w{2,12}(?: \w{2,12})? (?:is|says|reads):? "
    r"|\b(?:booking|booked|reservation|reserved|table|appointment|order|held|registered|filed)"
    r" (?:is |was )?(?:under|in the name(?: of)?)(?: the name(?: of)?)?:? "
)
"""What is kept under somebody's name: "a table booked under O'Rourke"."""
_MAY_SAY_NAME = re.compile(
    r"\b(?:i am|i'm|i’m|im|this is|it's|it’s|its|call(?:s|ed)? me|signed|dear|hi|hello)\s+"
)
_AFTER_NAME = re.compile(r"(?:,? (?:btw|by the way|here|speaking|from|and i)\b|\s*[,(]?\s*\d\d\b)")
_NUMBER = re.compile(r",? ?\(?\+?\d{2,4}[\d) .\-/]{5,}")
_BEFORE_NUMBER = re.compile(rf" ([^\W\d_]{{2,20}}){_NUMBER.pattern}")
"""What stands behind a first name where a surname and a number follow: ` raman, 416-555-0129`."""
_RELATION = re.compile(
    r"(?:\b(?:my|his|her|our|their)|\w['’]s) (?:\w{2,12} )?"
    r"(?:friend|best friend|bf|boyfriend|gf|girlfriend|husband|wife|partner"
    r"|fianc[eé]e?|brother|sister|mum|mom|dad|son|daughter|boss|manager|therapist|doctor|ex|aunt"
    r"|uncle|cousin|roommate|flatmate|housemate|colleague|teacher|tutor|neighbou?r|sponsor|carer"
    r"|caregiver|key ?worker|social worker|case ?worker|counsell?or|midwife|landlord|landlady|coach"
    r"|mentor|lodger|tenant|nan|gran|grandma|grandpa|grandad|granddad|nephew|niece|twin|stepdad"
    r"|stepmum|stepmom|supervisor|psychiatrist|psychologist|probation officer|solicitor|lawyer)"
    r"(?:,|['’]s| is| was)?\s+(?:called\s+|named\s+)?"
)
_MET = re.compile(
    r"\b(?:seeing|dating|met|with|kissed|fancy|likes?|about) (?:an?|this|that|some|the) "
    r"(?:new |nice |cute )?"
    r"(?:guy|girl|man|woman|boy|lad|bloke|dude|chick) "
)
"""Before the name of somebody new: "seeing a new guy teodor, we met"."""
_TITLE = re.compile(
    r"\b(?:mr|mrs|ms|mx|miss|dr|prof|professor|sister|nurse|aunt(?:ie|y)?|uncle|grandma|grandpa"
    r"|granny|nana|pastor|rabbi|imam|sergeant|sgt)\b\.?\s+"
)
_ADDRESSED: Final = frozenset({"mr", "mrs", "ms", "mx"})
SAID: Final = "says-name"
"""The rule of a name that is said to be one: there it may be any word with a capital."""
RELATED: Final = "relation"
TITLED: Final = "title"
INTRODUCED: Final = "introduces"
"""The rule of a name that stands after "I'm", which in other languages may be no such word."""
_IS_RELATED = re.compile(
    r"(?:^|(?<=[.!?…]\s)|(?<=\n))([^\W\d_]{2,20})(?: (?:and|&) ([^\W\d_]{2,20}))?"
    r" (?:is|are|was|were) (?:my|our) (?:\w{2,12} )?(?:twins?|kids|sons?|daughters?|brothers?"
    r"|sisters?|parents|grandparents|friends?|boyfriend|girlfriend|husband|wife|partner|boss|manager|therapist"
    r"|cousins?|neighbou?rs?|flatmates?|roommates?|teacher|carer|aunts?|uncles?|mum|mom|dad|ex)\b"
)
_FAMILY = re.compile(
    r"\b[Tt]he (?!Royal )([A-ZÀ-Ž][\w'’-]{2,20}(?: [A-ZÀ-Ž][\w'’-]{2,20})?)"
    r" (?:family|clan|household)\b(?! of)"
)
_OF_THE_FAMILY = re.compile(
    r"\b[Tt]he ([A-ZÀ-Ž][\w-]{2,20}s)['’] (?:\w{2,12} )?(?:line|account|house|home|flat|address"
    r"|bill|number|phone|broadband|router|contract|policy|booking|reservation|order|kids|children|son"
    r"|daughter|dog|cat|car|garden|place|wedding|mortgage|insurance)\b"
    r"|\b(?:[Ww]e are|[Ww]e['’]re|neighbou?rs?|landlords?|family friends|in-laws),? the"
    r" ([A-ZÀ-Ž][\w-]{2,20}s)(?=[,.;!?)]|$| (?:are|have|had|who|from|at|in|next|and|said|moved)\b)"
)
"""The plural of a surname: "the Okafors' line", "we are the Okafors"."""
_FAMILIES: Final = (" family", " clan", " household")
_ENDS = re.compile(r"\s?(?:[,.!?;)]|$|(?:and|who|from|at|he|she|we|they)\b)")
_OWNED = re.compile(r"['’]s?$")
_NOT_FIRST: Final = FALSE_NAMES | PEOPLES
_WORD_HERE = re.compile(rf"({_NAME_WORD})(\s?)")
_NAME_WORDS = 3
_MAILBOX = re.compile(r"(?<![\w.+%\-])([\w.+%\-]{3,64})@[\w\-]+\.[\w\-]")
_MAILBOX_PART = re.compile(r"[^\W\d_]{3,20}")


def names(plain: Plain) -> Iterator[Hit]:
    """Yield names that what stands before them gives away, whatever their language."""
    for pattern, score, rule in (
        (_SAYS_NAME, 8000, SAID),
        (_CALLED, 8000, SAID),
        (_UNDER, 6500, INTRODUCED),
        (_MAY_SAY_NAME, 6500, INTRODUCED),
        (_RELATION, 6500, RELATED),
        (_TITLE, 7000, TITLED),
    ):
        for match in pattern.finditer(plain.lower):
            said = pattern is _SAYS_NAME or (pattern is _CALLED and not _rang(plain, match.end()))
            any_case = said or match.group().rstrip(" .") in _ADDRESSED
            found = _name_at(plain, match.end(), any_case=any_case)
            if found:
                yield Hit("person", *found, score, rule)

    for match in _MET.finditer(plain.lower):
        new = _WORD_HERE.match(plain.text, match.end())
        if new and _ENDS.match(plain.lower, new.end(1)) and _nobodys_word(new[1].lower()):
            yield Hit("person", *new.span(1), 6000, RELATED)
    yield from _families(plain)
    for match in _IS_RELATED.finditer(plain.lower):
        for group in (1, 2):
            word = match[group]
            known = word in FALSE_NAMES or word in plain_words()
            if word and (not known or (match[2] and word in ALSO_WORDS)):
                yield Hit("person", *match.span(group), 6500, RELATED)


def _families(plain: Plain) -> Iterator[Hit]:
    """Yield surnames of those who share them: "the Okonjo household", "the Okafors' line"."""
    if "the " in plain.lower:
        for match in _OF_THE_FAMILY.finditer(plain.text):
            start, stop = match.span(match.lastindex or 0)
            named = plain.lower[start:stop]
            ones = {named, named[:-1], named.removesuffix("es")}
            if all(_nobodys_word(one) and one not in plain_words() for one in ones):
                yield Hit("person", start, stop, 6000, "family")
    if not any(word in plain.lower for word in _FAMILIES):  # most texts: no search by letters
        return
    for match in _FAMILY.finditer(plain.text):
        if _nobodys_word(match[1].lower()) and match[1].lower() not in plain_words():
            yield Hit("person", *match.span(1), 6000, RELATED)


def _nobodys_word(lower: str) -> bool:
    return not (lower in FALSE_NAMES or lower in PEOPLES or written_small(lower))


def _rang(plain: Plain, at: int) -> bool:
    """Return whether the word at *at* is told of a call, and is no name."""
    word = _WORD_HERE.match(plain.text, at)
    if word is None or word[1] in ALSO_WORDS:
        return False
    return word[1].islower() and (written_small(word[1]) or word[1].endswith("ing"))


def namesakes(plain: Plain) -> Iterator[Hit]:
    """Yield words that stand in an e-mail address as well: "Ngozi / ngozi.a@example.org"."""
    for address in _MAILBOX.finditer(plain.lower):
        for part in _MAILBOX_PART.findall(address.group(1)):
            if part in FALSE_NAMES or part in plain_words():
                continue
            for match in re.finditer(rf"(?<![\w@.+\-]){part}(?![\w@]|[.+\-]\w)", plain.lower):
                yield Hit("person", *match.span(), 6000, "as-in-address")


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
        said = any_case and not taken and lower in ALSO_WORDS
        return said or word in ALSO_NAMES or lower not in (FALSE_NAMES if taken else _NOT_FIRST)
    if lower in FALSE_NAMES:
        return False
    if any_case:
        return True
    if taken == 0 and _AFTER_NAME.match(plain.lower, stop):
        return not describes(word, named=word in ALSO_WORDS)
    return word not in plain_words() and _before_number(plain, stop, taken)


def _before_number(plain: Plain, stop: int, taken: int) -> bool:
    """Return whether at *stop*, with a surname between or not, a number begins as of a phone."""
    if taken <= 1 and _NUMBER.match(plain.lower, stop):
        return True
    surname = _BEFORE_NUMBER.match(plain.lower, stop)
    return not taken and surname is not None and surname[1] not in plain_words()

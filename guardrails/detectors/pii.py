"""Personal data: what the language engine found and what our own rules found, made one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from guardrails.detectors.allowed import Allowed
from guardrails.detectors.base import Entity, Needs, View
from guardrails.detectors.coverage import Coverage
from guardrails.detectors.folded import fold
from guardrails.detectors.kinds import SILENT
from guardrails.detectors.language_id import identifier
from guardrails.detectors.pii_addresses import addresses
from guardrails.detectors.pii_answers import SPELT, answers
from guardrails.detectors.pii_beside import beside
from guardrails.detectors.pii_contacts import contacts
from guardrails.detectors.pii_counted import NUMBERED, ascends, is_product, is_thing, published
from guardrails.detectors.pii_dates import dated
from guardrails.detectors.pii_given import given, given_names
from guardrails.detectors.pii_heads import heads
from guardrails.detectors.pii_initials import INITIALS, LAST_FIRST, initials
from guardrails.detectors.pii_introduced import introduced
from guardrails.detectors.pii_keys import keys
from guardrails.detectors.pii_known import KEPT, known
from guardrails.detectors.pii_names import (
    INTRODUCED,
    RELATED,
    SAID,
    TITLED,
    names,
    namesakes,
)
from guardrails.detectors.pii_networks import nobodys
from guardrails.detectors.pii_numbers import numbers
from guardrails.detectors.pii_other_addresses import other_addresses
from guardrails.detectors.pii_other_names import OWN, likely, other_names, without_small_words
from guardrails.detectors.pii_other_numbers import other_numbers
from guardrails.detectors.pii_parts import ANSWER, LEAST_NEAR, parts
from guardrails.detectors.pii_pets import pets
from guardrails.detectors.pii_pinyin import pinyin
from guardrails.detectors.pii_text import Hit, Plain
from guardrails.detectors.pii_things import called_things
from guardrails.detectors.pii_towns import READERS, placed
from guardrails.detectors.pii_urls import urls
from guardrails.detectors.pii_words import (
    ALSO_NAMES,
    ALSO_WORDS,
    COMMON,
    CONTRACTED,
    DOES,
    FALSE_NAMES,
    FALSE_PHRASES,
    GREETINGS,
    NATIONS,
    NOT_A_PERSON,
    PARTICLES,
    PEOPLES,
    POLITE,
    TIMES_OF_YEAR,
)
from guardrails.detectors.plain import plain_words, without_names, written_small
from guardrails.detectors.rampart import SHA256
from guardrails.detectors.rampart_int8 import REVISION
from guardrails.errors import DetectorError
from guardrails.findings import Family, Finding, Span
from guardrails.messages import Side
from guardrails.surrogates import TOKEN

RULES: Final = "pii/12"
VERSION: Final = f"{RULES}+rampart-{SHA256[:8]}-{REVISION}"
"""Rules, the weights of the small model, and how they were converted."""

_RULES: Final = (
    numbers, contacts, keys, urls, addresses, names, answers, initials, pets
)  # fmt: skip
_OTHER_RULES: Final = (other_numbers, other_addresses, other_names)
"""For a text that is not surely in English."""

_LAYERS: Final = Needs.ENTITIES | Needs.NAMES
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_WITH_DIGIT = re.compile(r"\w*\d\w*")
_CODE = re.compile(r"\b(?=\w*[^\W\d_])\w*\d\w*")
_SHORT_CODE = 5  # digits: 988, 3114, 85258
_NAME_LIKE = re.compile(r"[^\W\d_][\w'’\-]*(?: [^\W\d_][\w'’\-]*){0,2}")
_PEOPLE = re.compile(r"(?:ish|ese|an|ans|ists?|ims?|ic|ics|ch|s)$")
_NAME_SCORE: Final = 5000
_ADDRESS = re.compile(r"(?<![\w.+%\-])[\w.+%\-]+@[\w\-]+(?:\.[\w\-]+)+")
_BEFORE = re.compile(r"([^\W\d_][\w'’\-]*(?: [^\W\d_][\w'’\-]*){0,3})(?:[ ,;:|/(<\-–—]+|[.!?…]\s+)")
"""Words before an address, and what parts them from it."""
_MAIL_WORDS: Final = """
correo electrónico email mail courriel adresse dirección posta indirizzo endereço adres es est ist
mi mon mein meine meu mio mijn la le el il o
"""
_MAIL: Final = frozenset(_MAIL_WORDS.split())
"""Words for an address in the languages that are measured."""
_GLUED = re.compile(r"(?<=\w)[,/&+](?=\w)")
_AFFIX: Final = 24  # characters
_BRIEF: Final = 200  # characters
_FEW: Final = 7  # digits: those of the shortest phone number
_PROVEN: Final = 9_500
_PROVEN_KINDS: Final = frozenset({"payment-card", "iban"})
_PREFIX = re.compile(r"(?<![\w@./-])(?:[A-Z0-9]{1,8}[/\-]){1,3}$")
_SUFFIX = re.compile(r"(?:[/\-][A-Z0-9]{1,8}){1,3}(?![\w@./-])")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_IN_YEAR = re.compile(r"\b(?:in|since|until|till|from|before|after|of|to)\s$", re.IGNORECASE)
_STATUS = re.compile(r"(?:HTTP|error|status|code|return|limit|offset) \d{1,4}", re.IGNORECASE)
_CALLED = re.compile(r"\w+(?:\.\w+)+\(")
"""A function of a program: "np.zeros(3)"."""
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
_LETTERS_BEFORE = re.compile(r"(?<![\w@./-])([A-Z]{2,4}) $")
_NO_PREFIXES: Final = """
ACC ACCT AGE AM AND AT BOX BY CALL CARD CVC CVV DOB DOC EU EUR EXP FAX FOR GB GBP HI IBAN ICD ID
IN IP IS IT KB MAC MB MOB MP MRN MY NHS NI NINO NO NR NUM OF OK ON OR ORD PC PIN PM PO REF RING
SSN TAX TEL TEXT THE TO TV UK US USA USD VAT VIN YES ZIP
"""
_NO_PREFIX: Final = frozenset(_NO_PREFIXES.split())
"""What stands before a number and is no part of it."""
_WORDED: Final = frozenset({
    "person", "location", "organization", "nationality", "email", "url", "handle", "date-of-birth",
    "secret", "ip-address", "phone", "mac-address", "date-time",
})  # fmt: skip
"""Types whose values have ends of their own; all others are numbers."""
_NO_HOUSE = re.compile(r"(?:dob|cv[cv]2?|born)\b\W{1,3}(?=\w)", re.IGNORECASE)
"""Words that say that the number behind them is no house."""
_AFTER = re.compile(rf"(?:[\s,.!]+(?:{'|'.join(sorted(POLITE))})\b)+[\s,.!]*$")
_PLACED: Final = frozenset({"location", "postal-address"})
_ELIDED = re.compile(r"(?:[mtsjlcn]|qu)['’][a-zà-ÿ]{2,} (?=[A-ZÀ-Ý])")
"""Words of French that run into the one before: "m'appelle" is no part of a name."""
_NAMED: Final = frozenset({"person", "location", "organization", "nationality"})
_MISTAKEN: Final = frozenset({"phone", "bank-account", "national-id", "driving-licence"})
"""Types of number that a reader takes for one another, see `introduced`."""
_TOLD: Final = frozenset({"date-of-birth", "handle"})
"""Types that the words around a value tell: to the small model it is a part of an address."""
_NAMING: Final = (RELATED, SAID, TITLED)
"""Rules of names that go by what is said, where a reader may see a town."""
_EXACT: Final = (SPELT, INITIALS, LAST_FIRST)
"""Rules of names whose single letters are a part of them."""
_ARTICLE = re.compile(r"\b(?:an?|the|some|this|that|these|those|any|each|every|no)\s$")
_ON_NETWORKS: Final = frozenset({"ip-address", "mac-address"})
_WHERE = re.compile(
    r"\b(?:in|at|to|from|near|around|via|visit(?:ed|ing)?|towards?|of|like|love|miss)\s(?:the\s)?$",
    re.IGNORECASE,
)
"""Words before a place."""
_SSN = re.compile(r"\d{3}-\d{2}-\d{4}")
_LESSER: Final = _NAMED | {"url", "date-time"}
"""What gives way where it overlaps another type: a link may hold an address, or a key."""
_URL_SURE = re.compile(
    r"(?:https?://|www\.)|/|\.(?:com|org|net|edu|gov|io|info|(?:co|org|ac|gov)\.uk)\b",
    re.IGNORECASE,
)


class PiiDetector:
    """
    Finds personal data on every surface, in both directions.

    Findings never overlap and never cover half a word: where several overlap they
    become one, over all of them.

    Args:
        allow: Values that are never findings, such as helplines, however written.
        also: Types of `kinds.SILENT` that are reported all the same.
        formats: Sides on which nobody asks for names and places: what is told by its form
            alone is looked for there, and no model is asked.
    """

    def __init__(
        self,
        allow: frozenset[str] = frozenset(),
        also: frozenset[str] = frozenset(),
        formats: frozenset[Side] = frozenset(),
    ) -> None:
        self._formats = formats
        self._allowed = Allowed(allow)
        self._silent = SILENT - also
        # What is silent else is heard by the reader of language alone.
        self._layers = _LAYERS | (Needs.UNHEARD if also else Needs.NOTHING)
        self._languages = identifier()
        self._coverage = Coverage("names", self._languages)

    @property
    def name(self) -> str:
        """Name and version."""
        return VERSION

    @property
    def family(self) -> Family:
        """Which family its findings are of."""
        return Family.PII

    def needs(self, view: View) -> Needs:
        """
        Return both layers of models, or nothing for a text without letters and digits.

        A text of words that are never a name is looked at for formats alone.
        """
        if not _WORD.search(view.text):
            return Needs.NOTHING
        formats = view.side in self._formats or without_names(view.text)
        return Needs.FORMATS if formats else self._layers

    def brief(self, view: View) -> bool:
        """
        Return whether *view* is short, with few digits and at most one e-mail address.

        What takes long are numbers and addresses: Presidio tries each row of digits as a
        phone number of every country, but only where there are enough of them.
        """
        text = view.text
        short = len(text) <= _BRIEF and text.count("@") <= 1
        return short and sum(map(str.isdigit, text)) < _FEW

    def uncovered(self, view: View) -> str:
        """Return in which languages and scripts of *view* names are not looked for, or ""."""
        return "" if view.side in self._formats else self._coverage.gap(view.text)

    def look(self, view: View) -> tuple[Finding, ...]:
        """
        Return every finding in *view*, in reading order.

        Raises:
            DetectorError: The text was not read for entities.
        """
        needs = self.needs(view) & ~Needs.UNHEARD
        if not needs:
            return ()
        made = Needs.NOTHING if view.reading is None else view.reading.made
        if Needs.ENTITIES in made:
            made |= Needs.FORMATS  # which are some of them
        if view.reading is None or needs not in made:
            msg = "the text was not read for entities and names"
            raise DetectorError(msg)
        folded = fold(view.text)
        plain = Plain.of(folded.text)
        language = self._languages.language(folded.text, hint=True) or likely(plain)
        english = language == "English"
        words = [
            Hit(each.kind, *folded.folded(each.start, each.stop), each.score, each.source)
            for each in view.reading.names
        ]
        rules = _RULES if english else (*_RULES, *_OTHER_RULES)
        read = (
            Hit(
                each.kind,
                *folded.folded(each.start, each.stop),
                each.score,
                f"presidio:{each.source}",
            )
            for each in view.reading.entities
            if each.kind != "person"
            or _heard(view.text, each, view.reading.names)
            or _may_be_unheard(view.text, each, language)
        )
        ruled = [hit for rule in rules for hit in rule(plain)]
        if language in {"", "English"}:
            ruled += heads(plain)
        if not english:
            ruled += given(plain, told=bool(language))
        if "@" in plain.text:
            ruled += namesakes(plain)
        ruled += beside(plain, words)
        own = (hit._replace(rule=f"{RULES}:{hit.rule}") for hit in ruled)
        named = (
            hit._replace(rule=f"rampart:{hit.rule}")
            for hit in (
                *parts(plain, words, english=language in {"", "English"}),
                *pinyin(plain, words),
            )
        )
        # A short number within a longer value is a house, a day or a postcode, no helpline.
        lines = (at for at in self._allowed.ranges(plain.text) if at[1] - at[0] > _SHORT_CODE)
        clear = [*lines, *(m.span() for m in TOKEN.finditer(plain.text))]
        everybodys = [
            *published(plain),
            *called_things(plain),
            *(m.span() for m in _SAYING.finditer(plain.lower)),
        ]
        heard = view.reading.names or view.reading.entities
        public = {at for span in (known(plain) if heard else ()) for at in range(*span)}
        kept = (
            fit
            for hit in (*read, *named, *own)
            for part in _apart(plain, hit)
            for name in _names_of(plain, part, language, words)
            for piece in _outside(name, clear)
            if not _made_thing(plain, piece)
            if piece is name or piece.kind != "email" or "@" in plain.text[piece.start : piece.stop]
            if _checked(piece) or not _within(piece, everybodys)
            if not (piece.kind in _NAMED and _of_public(piece, public))
            if (fit := self._fit(plain.text, piece)) is not None
        )
        return tuple(
            Finding(
                f"pii.{hit.kind}", Span(*folded.original(hit.start, hit.stop)), hit.score, hit.rule
            )
            for hit in united(plain.text, kept)
        )

    def _fit(self, text: str, hit: Hit) -> Hit | None:
        """Return *hit* over whole words and nothing else, or None if it is no finding."""
        if hit.kind in self._silent:
            named = _as_name(text, hit) if hit.kind != "date-time" else None
            if named is None:
                return None
            hit = named
        if hit.kind in _NAMED and not hit.rule.endswith(_EXACT):
            trimmed = _trimmed(text, hit)
            if trimmed is None:
                return None
            hit = trimmed
        if hit.kind == "postal-address" and (polite := _AFTER.search(text, hit.start, hit.stop)):
            hit = hit._replace(stop=polite.start())
        if hit.kind == "postal-address" and (cue := _NO_HOUSE.match(text, hit.start, hit.stop)):
            hit = hit._replace(start=cue.end())
        value = text[hit.start : hit.stop]
        if value in self._allowed:
            return None
        hit = placed(hit, value)
        linked = "." in value and _URL_SURE.search(value)
        if (hit.kind == "url" and not linked) or (hit.kind == "date-time" and not dated(value)):
            return None
        whole = _whole(text, hit)
        if whole is None:
            return None
        # "10GB", "F32"
        sized = hit.kind == "location" and _DIGIT.search(text, whole.start, whole.stop)
        called = hit.kind in _NAMED and _CALLED.fullmatch(text, whole.start, whole.stop + 1)
        return None if sized or called or _of_nothing(text, whole) else whole


_LONG_DEAD = re.compile(r"\b1[0-8]\d\d\b")
"""A year in which nobody was born who is alive."""


def _of_nothing(text: str, hit: Hit) -> bool:
    """
    Return whether *hit* is nothing of anybody's.

    That is a word that means a thing, a year that is said as one, a status, a row of numbers
    as they are drawn, the mailbox "git" of a store of code, or an address on a network.
    """
    value = text[hit.start : hit.stop]
    if (hit.kind == "phone" and ascends(value)) or value.startswith("git@"):
        return True
    if hit.kind == "person":
        return _common_noun(text, hit)
    if hit.kind == "date-of-birth" and _LONG_DEAD.search(value):
        return True
    placed = hit.kind == "postal-address"
    before = text[max(0, hit.start - 12) : hit.start]
    if hit.kind in {"phone", "postal-address"} and _STATUS.fullmatch(_said_last(before) + value):
        return True
    if placed and _YEAR.fullmatch(value) and _IN_YEAR.search(before):
        return True
    last = value.rpartition(" ")[2] if placed else value
    return (placed and bool(_STATUS.fullmatch(value))) or nobodys(last)


def _made_thing(plain: Plain, hit: Hit) -> bool:
    """Return whether a reader took the maker and the model of a thing for a person."""
    if hit.kind not in _NAMED:
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


def _checked(hit: Hit) -> bool:
    """Return whether check digits prove a card or an account: no build and no standard has them."""
    return hit.kind in _PROVEN_KINDS and hit.score >= _PROVEN


def _of_public(hit: Hit, public: set[int]) -> bool:
    """Return whether *hit* has a character of a name that everybody knows, which are *public*."""
    return not (hit.rule.endswith(KEPT) or public.isdisjoint(range(hit.start, hit.stop)))


def _within(hit: Hit, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(start <= hit.start and hit.stop <= stop for start, stop in ranges)


def _apart(plain: Plain, hit: Hit) -> Iterator[Hit]:
    """
    Yield *hit*, or of an e-mail address with more before it the address and what that is.

    "Jonas, jonas@example.org" is a name and an address, and "Priya,Dev" are two people.
    """
    glued = hit.kind == "person" and not hit.rule.endswith(LAST_FIRST)
    if glued and (comma := _GLUED.search(plain.text, hit.start, hit.stop)):
        yield hit._replace(stop=comma.start())
        yield from _apart(plain, hit._replace(start=comma.end()))
        return
    whole = _ADDRESS.search(plain.text, hit.start, hit.stop) if hit.kind == "email" else None
    before = _BEFORE.fullmatch(plain.text, hit.start, whole.start()) if whole else None
    if whole is None or before is None:
        yield hit
        return
    said = set(_WORD.findall(plain.lower, hit.start, before.end(1))) - _MAIL
    if not plain_words().issuperset(said):
        yield Hit("person", hit.start, before.end(1), hit.score, hit.rule)
    yield hit._replace(start=whole.start())


def _names_of(plain: Plain, hit: Hit, language: str, words: Sequence[Hit]) -> Iterator[Hit]:
    """
    Yield what of *hit* is a name, if *language* is another than English.

    Of a name that a reader of English found only those parts that the small model heard
    as well.
    """
    if language in {"", "English"} or hit.kind not in _NAMED or hit.rule.endswith(OWN):
        yield hit
        return
    doubt = hit.rule.startswith("presidio") or hit.rule.endswith(INTRODUCED)
    for start, stop in without_small_words(plain, hit.start, hit.stop, language):
        if doubt and not any(_agrees(word, hit, start, stop) for word in words):
            continue
        yield hit._replace(start=start, stop=stop)


def _agrees(word: Hit, hit: Hit, start: int, stop: int) -> bool:
    """
    Return whether *word*, of the small model, says what *hit* says of `[start, stop)`.

    To a reader of English any noun of another language may be a name or a place.
    """
    same = (word.kind in _PLACED) == (hit.kind == "location")
    return same and word.score >= LEAST_NEAR and word.start < stop and start < word.stop


def _heard(text: str, taken: Entity, words: Sequence[Entity]) -> bool:
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


def _may_be_unheard(text: str, taken: Entity, language: str) -> bool:
    """
    Return whether *taken* may be a name that the small model does not know.

    Those are foreign ones, with signs over letters. But spaCy reads English: in another
    language it takes half of all words for names.
    """
    if text.isascii():
        return False
    capital = not text[taken.start : taken.stop].islower()
    return language == "English" or (not language and capital)


def _outside(hit: Hit, clear: list[tuple[int, int]]) -> Iterator[Hit]:
    """Yield what is left of *hit* outside of ranges that are never findings."""
    start = hit.start
    for low, high in sorted(clear):
        if low < hit.stop and start < high:
            if start < low:
                yield hit._replace(start=start, stop=low)
            start = high
    if start < hit.stop:
        yield hit._replace(start=start) if start != hit.start else hit


def _as_name(text: str, hit: Hit) -> Hit | None:
    """
    Return *hit*, taken for a group of people, as a person if it reads like one.

    The model knows English names best and takes many others for companies or
    peoples; without this they would be found less often.
    """
    value = text[hit.start : hit.stop]
    words = value.split(" ")
    capitals = all(word[:1].isupper() for word in words)
    if not capitals or not _NAME_LIKE.fullmatch(value) or _DIGIT.search(value):
        return None
    lower = {word.lower() for word in words}
    if len(words[-1]) == 1 and lower & NUMBERED:  # "Track B"
        return None
    if len(words) == 1 and (hit.kind != "nationality" or _PEOPLE.search(value)):
        return None
    if lower & (NOT_A_PERSON | PEOPLES | FALSE_NAMES) or value.isupper():
        return None
    return hit._replace(kind="person", score=_NAME_SCORE)


def _trimmed(text: str, hit: Hit) -> Hit | None:
    """Return a name without the common words around it, or None if nothing is left."""
    spans = [match.span() for match in _WORD.finditer(text, hit.start, hit.stop)]
    words = [text[start:stop] for start, stop in spans]
    lower = [word.lower() for word in words]
    if hit.kind == "location" and _no_place(words, lower):
        return None
    if " ".join(lower) in FALSE_PHRASES or not any(map(str.isalpha, "".join(words))):
        return None
    may_be = hit.kind == "person" and not ALSO_NAMES.isdisjoint(words)
    may_be |= hit.rule.endswith((SAID, RELATED))
    if not may_be and all(word in FALSE_NAMES for word in lower):
        return None
    first, last = 0, _ended(words)
    while last and (lower[last - 1] == "s" or _plain(words[last - 1])):
        last -= 1
    if not last:
        return None
    elided = _ELIDED.match(text, hit.start)
    if elided is not None:
        first = sum(start < elided.end() for start, _ in spans)
    capital = any(map(str.istitle, words))
    while first < last - 1 and (
        _plain(words[first]) or lower[first] in GREETINGS or (capital and _ordinary(words[first]))
    ):
        first += 1
    left = lower[first:last]
    if not left or (not may_be and all(word in FALSE_NAMES for word in left)):
        return None
    return hit._replace(start=spans[first][0], stop=spans[last - 1][1])


def _ended(words: list[str]) -> int:
    """Return how many of *words* come before what the one they name does: "Min Jun moved"."""
    for at in range(1, len(words)):
        contracted = words[at] in CONTRACTED and words[at + 1 : at + 2] in ([], ["t"])
        rest = "".join(words[at:])
        if (contracted or words[at] in DOES) and words[at - 1][0].isupper() and rest.islower():
            return at
    return len(words)


def _no_place(words: list[str], lower: list[str]) -> bool:
    """Return whether *words*, also in small letters, are a country or a time of the year."""
    timed = all(word in TIMES_OF_YEAR or word in COMMON for word in words)
    return " ".join(lower) in NATIONS or timed


def _plain(word: str) -> bool:
    """Return whether *word* is no part of a name: a capital may make "Will" one."""
    return word in COMMON or word.isdigit()


def _ordinary(word: str) -> bool:
    """Return whether *word*, in small letters before a name, is no part: "'s mum is Ngozi"."""
    return (word in plain_words() or word in FALSE_NAMES) and word not in PARTICLES


def _whole(text: str, hit: Hit) -> Hit | None:
    """Return *hit* grown over the words that it begins and ends in."""
    start, stop = hit.start, hit.stop
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if start == stop:
        return None
    while start > 0 and _inside(text, start):
        start -= 1
    while stop < len(text) and _inside(text, stop):
        stop += 1
    if hit.kind not in _WORDED and _DIGIT.search(text, start, stop):
        letters = hit.kind != "postal-address"
        start, stop = _with_affixes(text, start, stop, letters=letters)
    return hit._replace(start=start, stop=stop)


def _with_affixes(text: str, start: int, stop: int, *, letters: bool) -> tuple[int, int]:
    """Return the range of a number with the letters that belong to it: "BUP/4471", "XWH 8841"."""
    before = _PREFIX.search(text, max(0, start - _AFFIX), start)
    if before is None and letters and not text.isupper():
        before = _LETTERS_BEFORE.search(text, max(0, start - 6), start)
        if before is not None and before.group(1) in _NO_PREFIX:
            before = None
    start = before.start() if before is not None else start
    after = _SUFFIX.match(text, stop)
    return start, after.end() if after else stop


def _inside(text: str, at: int) -> bool:
    return (text[at - 1].isalnum() or text[at - 1] == "_") and (
        text[at].isalnum() or text[at] == "_"
    )


def united(text: str, hits: Iterable[Hit]) -> Iterator[Hit]:
    """
    Yield *hits* in reading order, with those that overlap made one.

    The longest gives type and rule, but what a format proves goes before what a
    statistical model takes for a name, and what check digits prove or the words before
    it say that it is goes before its length; the surest gives the score. A first and a last
    name side by side are one name. The order of *hits* does not matter.
    """
    group: list[Hit] = []
    stop = 0
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.stop, hit.kind, hit.rule)):
        if group and hit.start >= stop and not _one_name(text, group[-1], hit, stop):
            yield _strongest(text, group, stop)
            group = []
        group.append(hit)
        stop = max(stop, hit.stop) if len(group) > 1 else hit.stop
    if group:
        yield _strongest(text, group, stop)


def _one_name(text: str, before: Hit, after: Hit, stop: int) -> bool:
    if before.kind != "person" or after.kind != "person" or before.stop != stop:
        return False
    return text[stop : after.start] in {" ", "-"}


def _strongest(text: str, group: list[Hit], stop: int) -> Hit:
    kinds = {hit.kind for hit in group}
    doubted = len(kinds) > 1 or not kinds.isdisjoint(_MISTAKEN)
    told = introduced(text, group[0].start) if doubted else None
    best = min(
        group,
        key=lambda hit: (
            hit.kind in _LESSER,
            not _checked(hit),
            hit.kind != "secret",
            hit.kind not in _ON_NETWORKS or "email" in kinds,
            hit.kind != told,  # what nothing was said of is told by the other marks
            _SSN.fullmatch(text, hit.start, hit.stop) is None or hit.kind != "national-id",
            hit.start - hit.stop,
            hit.kind not in _TOLD and not hit.rule.endswith(_NAMING),
            hit.kind in _NAMED and hit.rule.startswith("presidio"),  # the other one is surer
            -hit.score,
            hit.kind,
            hit.rule,
        ),
    )
    kind = best.kind
    if told is not None and kind in _MISTAKEN and not _checked(best):
        kind = told
    if kind == "location" and _is_person(text, best, group):
        kind = "person"
    score = max(hit.score for hit in group)
    return best._replace(kind=kind, start=_first(text, group), stop=stop, score=score)


def _is_person(text: str, best: Hit, group: Sequence[Hit]) -> bool:
    """
    Return whether what one reader calls a place is somebody to another: "im Perpetua Nwosu".

    Names that are rare in English are places to the small model. Who takes one for a person
    must take all of it, of several words, and no word of places may stand before it.
    """
    if " " not in text[best.start : best.stop] or not text[best.start].isupper():
        return False
    if _WHERE.search(text, max(0, best.start - 12), best.start):
        return False
    return any(
        hit.kind == "person" and hit.start <= best.start and best.stop <= hit.stop for hit in group
    )


def _first(text: str, group: Sequence[Hit]) -> int:
    """Return where *group* begins: of two readers of a name, with the capital: "my cat Luna"."""
    start = group[0].start
    names = [hit.start for hit in group if hit.kind == "person"]
    if len(names) == len(group) and text[start].islower():
        capital = min((at for at in names if text[at].isupper()), default=start)
        if given_names().isdisjoint(_WORD.findall(text, start, capital)):
            return capital
    return start

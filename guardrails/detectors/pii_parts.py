"""What the small model took single words for, put together to names, addresses and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from guardrails.detectors.base import Entity
from guardrails.detectors.pii_contacts import tags
from guardrails.detectors.pii_counted import STREET, counts, is_product, measures
from guardrails.detectors.pii_text import Hit, Plain
from guardrails.detectors.pii_words import (
    ALSO_WORDS,
    COMMON,
    DOES,
    FALSE_NAMES,
    NATIONS,
    NOT_A_PERSON,
    PEOPLES,
    THINGS,
)
from guardrails.detectors.plain import plain_words, written_small
from guardrails.findings import SCORE_MAX

LEAST: Final = 4000
"""Least score of a word that stands by itself."""

LEAST_NEAR: Final = 800
"""
Least score of a word beside another of the same value, or of a name in a short answer.

Two words of one name are enough if they reach `LEAST` together.
"""

LEAST_WORD: Final = 7500
"""Least score of a name in small letters that is a word as well: "grace", "will"."""

LEAST_SPOKEN_OF: Final = 300
"""Least score of a name between words that speak of somebody: "so … told me", "it's me …"."""

SURE_PLACE: Final = 9000
"""From which on a common word behind a word of the same town is a part of it."""

LEAST_PLACE: Final = 300
"""Least score of a word beside another of the same address."""

ANSWER: Final = 4
"""Words of a message that may be nothing but an answer: "tamsin oyelaran, thanks"."""

_WORD = re.compile(r"\w+")
_GAP = re.compile(r"[\s,.#'’/\-@:()+_]{0,4}")
_BRIDGE = re.compile(r"[\s,.#'’/\-]{1,3}[\w.]{1,12}[\s,.#'’/\-]{1,3}")
_PLACES: Final = frozenset({"postal-address", "location"})
_WRITTEN: Final = frozenset({"email", "url"})
_NAMED: Final = frozenset({"person", *_PLACES})
_STREETS: Final = frozenset({"STREET_NAME", "ZIP_CODE", "CITY", "STATE"})
_ON_A_NETWORK = re.compile(r"[@.:/_\d]|\b(?:at|dot)\b")
_SIGNS: Final = frozenset({"at", "dot"})
_NO_PLACE: Final = frozenset(
    [
        *("are", "been", "but", "does", "had", "has", "have", "if", "just", "not", "so", "was"),
        *("were", "got", "needs", "takes", "took", "then", "nothing", "because", "makes", "goes"),
        *("went", "gave", "keeps", "costs", "says", "said", "closed", "stuff", "things"),
        *("mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"),
        *("weekdays", "weekends", "evenings", "mornings", "afternoons"),
    ]
)
"""Words that stand in no address, and end one."""
_NO_TOWN: Final = frozenset(
    [
        *("maths", "math", "physics", "chemistry", "biology", "geography", "algebra", "calculus"),
        *("downstairs", "upstairs", "indoors", "outdoors", "overseas", "uphill", "downtown"),
        *("football", "tennis", "badminton", "basketball", "cricket", "rugby", "volleyball"),
        *("netball", "hockey", "squash", "karate", "judo", "ballet", "pilates", "yoga"),
    ]
)
"""What people are in, at or on, in small letters, and is no town."""
_NO_NAME: Final = FALSE_NAMES | NOT_A_PERSON
_NO_PERSON: Final = _NO_NAME | DOES
_ANSWERING: Final = frozenset(
    [
        *("yes", "yeah", "yep", "sure", "ok", "okay", "no", "hi", "hello", "hey", "thanks"),
        *("please", "its", "it", "is", "i", "im", "am", "this", "the", "my", "name", "here"),
    ]
)
_TALK: Final = COMMON - _ANSWERING
_COUNTS = re.compile(
    r"\b(?:page|line|port|version|chapter|section|verse|error|python|ubuntu|windows|figure|table"
    r"|step|level|episode|season)\b"
)
"""What a number may count that is no house."""
_DIGITS = re.compile(r"\d\W{0,3}\d")
_SHORTEST: Final = 3  # letters
_SPOKEN_BEFORE = re.compile(
    r"\b(?:it'?s me|ask(?:ed)? for|spoke (?:to|with)|met|told|tell|named|called|texted"
    r"|message(?:d)?|from|cheers|love|regards)[ ,]{1,2}$"
)
_SPOKEN_AFTER = re.compile(
    r"(?:'s (?:mum|mom|dad|sister|brother|wife|husband|number|email|house|birthday))\b"
    r"| (?:is|does|wo|ca|did|was|has|could|would)n['’]?t\b"
    r"| (?:told|said|says|asked|called|texted|messaged|emailed|phoned|rang|lives|moved|hates|wants"
    r"|thinks|reckons|booked|ordered|signed|never|always|speaking)\b| (?:here|again)\W*$"
)
_NUMBER = re.compile(r"\d(?:(?:[ ./#\-]{0,3}|[^\W_]{1,4})\d){2}")
_NATION = re.compile(rf"[\s,]{{1,3}}(?:{'|'.join(sorted(NATIONS, key=len, reverse=True))})\b")
_DOES = re.compile(r"\b(?:not|n['’]?t|just|only|been|keep|keeps|kept|always|stop|still|be)\s$")
"""Words before what somebody does: "not joking"."""
_LIVES = re.compile(r"\b(?:live|lives|living|address|moved|deliver|ship|send|zip|post ?code)\b")
_UNIT_ELSEWHERE = re.compile(
    r"\s?(?:%|€|(?:d[ií]as?|jours?|tagen?|dagen|dias?|giorni|semanas?|semaines?|wochen?|weken"
    r"|settimane|meses|mois|monaten?|maanden|mesi|años?|anos?|ans|jahren?|jaar|anni|horas?|heures?"
    r"|stunden?|uur|ore|minut[oaeion]{1,3}s?|euros?|reais|real|pesos|francs?|franken|kg|km|personas?"
    r"|personnes|personen|pessoas|persone|vezes|veces|fois|mal|keer|volte)(?!\w))"
)
"""What is counted, in other languages: "con 60 días de antelación"."""
_LICENCE = re.compile(
    r"licen[cs]e|\bdl\b|\bdriv|\bpermi[st]|führerschein|conducir|condução|patente|rijbewijs|dvla|\bdmv\b"
)
"""Words of a driving licence: without them a code of letters and digits is none."""
_LONE: Final = 4  # digits of a postcode that may be a port, a year or a price


def parts(plain: Plain, words: Sequence[Hit], *, english: bool = True) -> Iterator[Hit]:
    """
    Yield what *words*, in reading order, make together.

    Args:
        plain: The text.
        words: What the model took single words for.
        english: The text is in English, or may be: elsewhere a street has its number behind it.
    """
    likely = [word for word in words if word.start < word.stop and _may_be(plain, word)]
    said = _WORD.findall(plain.lower)
    short = len(said) <= ANSWER
    least = LEAST_NEAR if short and not _TALK.intersection(said) else LEAST
    small = [english and _is_small(plain, each) for each in likely]
    kept = [
        not word and (each.score >= _least(plain, each, least) or _spoken_of(plain, each))
        for each, word in zip(likely, small, strict=True)
    ]
    near = [
        LEAST_PLACE if each.kind in _PLACES else LEAST_WORD if word and not short else LEAST_NEAR
        for each, word in zip(likely, small, strict=True)
    ]
    for at in (*range(1, len(likely)), *range(len(likely) - 2, -1, -1)):
        for other in (at - 1, at + 1):
            if 0 <= other < len(likely) and kept[other] and likely[at].score >= near[at]:
                first, second = sorted((at, other))
                kept[at] |= _together(plain.text, likely[first], likely[second])
    _pair(plain, likely, small, kept)
    group: list[Hit] = []
    for word, keep in zip(likely, kept, strict=True):
        if not keep:
            continue
        if group and not _joined(plain, group[-1], word):
            yield from _made(plain, group, short=short, english=english)
            group = []
        group.append(word)
    if group:
        yield from _made(plain, group, short=short, english=english)


def _pair(plain: Plain, likely: list[Hit], small: list[bool], kept: list[bool]) -> None:
    """Mark in *kept* two words of one name that are enough together."""
    for at in range(1, len(likely)):
        first, second = likely[at - 1 : at + 1]
        both = SCORE_MAX - (SCORE_MAX - first.score) * (SCORE_MAX - second.score) // SCORE_MAX
        if any(small[at - 1 : at + 1]) or first.kind != "person" or both < LEAST:
            continue
        if _together(plain.text, first, second):
            kept[at - 1] = kept[at] = True


def settled(text: str, heard: Sequence[Entity]) -> bool:
    """
    Return whether what the model *heard* in *text* leaves nothing to ask another reader.

    All of it is sure, no word of it is one that the rules take for no name, and beside it
    stands no word that may be the rest of a name and was not heard.

    Args:
        text: In letters of English, without capitals.
        heard: In reading order, each a word.
    """
    if any(one.score < LEAST or text[one.start : one.stop].lower() in _NO_NAME for one in heard):
        return False
    sure = {one.start for one in heard}
    words = [(match.start(), match.group().lower()) for match in _WORD.finditer(text)]
    for (first, one), (second, other) in pairwise(words):
        if first in sure and second not in sure and _unknown(other):
            return False
        if second in sure and first not in sure and _unknown(one):
            return False
    return True


def _unknown(word: str) -> bool:
    return not word.isdigit() and word not in plain_words()


def _may_be(plain: Plain, word: Hit) -> bool:
    """Return whether *word* can be a part of what the model took it for."""
    said = plain.lower[word.start : word.stop]
    if word.kind in _WRITTEN:
        return said not in COMMON or said in _SIGNS
    capital = plain.text[word.start].isupper() and not plain.text.isupper()
    if word.kind in _PLACES and (said in _NO_PLACE or _no_town(word, said, capital=capital)):
        return False
    if word.kind == "person":
        ahead = max(0, word.start - 12)
        if said.endswith("ing") and not capital and _DOES.search(plain.lower, ahead, word.start):
            return False
        return not said.isdigit() and said not in PEOPLES and (capital or said not in _NO_PERSON)
    return word.kind in _NAMED or said not in FALSE_NAMES


def _is_small(plain: Plain, word: Hit) -> bool:
    """Return whether a name is a word of English in small letters: none, but beside another."""
    said = plain.text[word.start : word.stop]
    if word.kind != "person" or len(said) == 1:
        return False
    small = said.islower() or (plain.text.isupper() and said.isupper())
    return small and (said.lower() in THINGS or written_small(said.lower()))


def _least(plain: Plain, word: Hit, least: int) -> int:
    """Return the least score of *word*; *least* is that of a name in an answer or elsewhere."""
    if word.kind != "person":
        return LEAST
    said = plain.text[word.start : word.stop]
    return LEAST_WORD if least == LEAST and said in ALSO_WORDS else least


def _no_town(word: Hit, said: str, *, capital: bool) -> bool:
    return word.kind == "location" and not capital and said in _NO_TOWN


def _spoken_of(plain: Plain, word: Hit) -> bool:
    """Return whether *word*, of which the model has an inkling, stands where a name does."""
    if word.kind != "person" or word.score < LEAST_SPOKEN_OF or word.stop - word.start < _SHORTEST:
        return False
    said = plain.lower[word.start : word.stop]
    if not said.isalpha() or said in plain_words() or said in ALSO_WORDS:
        return False
    before = _SPOKEN_BEFORE.search(plain.lower, max(0, word.start - 16), word.start)
    return before is not None or _SPOKEN_AFTER.match(plain.lower, word.stop) is not None


def _times(said: str, labels: set[str]) -> bool:
    """Return whether there are but numbers and little words: "10 to 11" is no street."""
    words = _WORD.findall(said)
    return "ZIP_CODE" not in labels and all(one.isdigit() or one in COMMON for one in words)


def _together(text: str, before: Hit, after: Hit) -> bool:
    same = before.kind == after.kind or {before.kind, after.kind} <= _PLACES
    return same and _GAP.fullmatch(text, before.stop, after.start) is not None


def _joined(plain: Plain, before: Hit, after: Hit) -> bool:
    """Return whether two parts are of one value: addresses have words that are no part."""
    if _together(plain.text, before, after):
        return True
    if not {before.kind, after.kind} <= _PLACES or {before.kind, after.kind} == {"location"}:
        return False
    between = _BRIDGE.fullmatch(plain.lower, before.stop, after.start)
    if between is None:
        return False
    word = between.group().strip(" ,.#'’/-\n")
    return word not in COMMON and (word not in plain_words() or word in STREET)


def _ended(plain: Plain, group: list[Hit]) -> list[Hit]:
    """Return *group* without common words at the end of an address."""
    while group and group[0].kind in _PLACES:
        last = group[-1]
        if plain.lower[last.start : last.stop] not in COMMON:
            break
        if len(group) > 1 and last.rule == group[-2].rule and last.score >= SURE_PLACE:
            break  # "novi sad"
        group = group[:-1]
    return group


def _numbers(plain: Plain, start: int, stop: int) -> bool:
    """Return whether there is a digit, and no model of a thing: "Bosch SMV4HVX38G"."""
    said = plain.text[start:stop]
    if not any(map(str.isdigit, said)):
        return False
    return not (said.isalnum() and is_product(plain, start, stop))


def _lone(plain: Plain, group: list[Hit], *, short: bool) -> bool:
    """Return whether a short number stands for a postcode and nothing says that it is one."""
    if short or len(group) > 1 or group[0].rule != "ZIP_CODE":
        return False
    start, stop = group[0].start, group[0].stop
    if stop - start > _LONE or not plain.text[start:stop].isdigit():
        return False
    return _LIVES.search(plain.lower, max(0, start - 60), start) is None


def _made(plain: Plain, group: list[Hit], *, short: bool, english: bool) -> Iterator[Hit]:
    group = _ended(plain, group)
    if not group:
        return
    start, stop = group[0].start, group[-1].stop
    said = plain.lower[start:stop]
    kinds, labels = {each.kind for each in group}, {each.rule for each in group}
    kind = "postal-address" if kinds == _PLACES else group[0].kind
    if kind == "driving-licence" and _LICENCE.search(plain.lower) is None:
        kind = "bank-account"  # the number of anything else
    # "mira#0042" is a name on Discord, which has a rule of its own.
    off = kind in _WRITTEN and not _ON_A_NETWORK.search(said)
    if off or (kind in {"postal-address", "email"} and any(tags(said))):
        return
    if kind not in _WRITTEN | _NAMED and not _numbers(plain, start, stop):
        return
    if kind == "postal-address":
        yield from _address(plain, group, labels, short=short, english=english)
    else:
        yield Hit(kind, start, stop, max(each.score for each in group), group[0].rule)


def _address(
    plain: Plain, group: list[Hit], labels: set[str], *, short: bool, english: bool
) -> Iterator[Hit]:
    """Yield what *group* makes, unless it is a number of things or nothing says it is a place."""
    start, stop = group[0].start, group[-1].stop
    said = plain.lower[start:stop]
    if _COUNTS.search(said) or _times(said, labels) or _lone(plain, group, short=short):
        return
    told = labels & _STREETS or _NUMBER.search(said) or (short and _DIGITS.search(said))
    if not told and not _LIVES.search(plain.lower, max(0, start - 40), start):
        return
    made = Hit("postal-address", start, stop, max(each.score for each in group), group[0].rule)
    if more := _NATION.match(plain.lower, stop):
        made = made._replace(stop=more.end())
    none = said[-1].isdigit() and _UNIT_ELSEWHERE.match(plain.lower, stop) is not None
    if english and not none:
        none = measures(said) if short else counts(plain, made, labels)
    if not none:
        yield made

"""The single values that a reader or a rule took for one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from guardrails.detectors.kinds import NAMED
from guardrails.detectors.pii_initials import LAST_FIRST
from guardrails.detectors.pii_names import INTRODUCED
from guardrails.detectors.pii_other_names import OWN, without_small_words
from guardrails.detectors.pii_parts import LEAST_NEAR
from guardrails.detectors.pii_text import Hit, Plain
from guardrails.detectors.plain import plain_words

_WORD = re.compile(r"\w+")
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
_SURE: Final = 9_000
"""Least score of a word of a name that is a small word of the language as well."""
_LEAD = re.compile(r"(?:(?:e-?mail|mail|me|my|at|on|is|it['’]?s|to|address)\s{1,2})+(?=\w)")
_SAYS_AT = re.compile(r"\w\s{0,2}(?:@|[\[(]at[\])]|\sat\s)")
"""An address follows "email me at": the words before it are no part."""
_COMMA = re.compile(r"(?<=\w), (?=\w)")
_KIN = re.compile(
    r"(?:['’]?s)?\s(?:\w{2,9} )?(?:husband|wife|partner|mum|mom|mother|dad|father|brother|sister"
    r"|son|daughter|friend|boyfriend|girlfriend|fianc[eé]e?|boss|carer|neighbou?r|flatmate|roommate"
    r"|cousin|aunt|uncle|colleague|assistant|landlord|landlady)\b"
)
"""Behind the second of two people: "dave, priya's husband"."""
_PLACED: Final = frozenset({"location", "postal-address"})


def pieces(
    plain: Plain,
    hit: Hit,
    language: str,
    words: Sequence[Hit],
    clear: Sequence[tuple[int, int]],
) -> Iterator[Hit]:
    """
    Yield the values that *hit* is made of.

    Args:
        plain: The text.
        hit: What a reader or a rule took for one value.
        language: That of the text, or "".
        words: What the small model heard.
        clear: Ranges that are never findings, in order.
    """
    for part in _apart(plain, hit):
        for name in _names_of(plain, part, language, words):
            for piece in _outside(name, clear):
                cut = piece is not name and piece.kind == "email"
                if not cut or "@" in plain.text[piece.start : piece.stop]:
                    yield piece


def _apart(plain: Plain, hit: Hit) -> Iterator[Hit]:
    """
    Yield *hit*, or of an e-mail address with more before it the address and what that is.

    "Jonas, jonas@example.org" is a name and an address, and "Priya,Dev" are two people, as
    are "dave, priya's husband".
    """
    glued = hit.kind == "person" and not hit.rule.endswith(LAST_FIRST)
    comma = _GLUED.search(plain.text, hit.start, hit.stop) if glued else None
    if glued and comma is None and _KIN.match(plain.lower, hit.stop):
        comma = _COMMA.search(plain.text, hit.start, hit.stop)
    if comma is not None:
        yield hit._replace(stop=comma.start())
        yield from _apart(plain, hit._replace(start=comma.end()))
        return
    lead = _LEAD.match(plain.lower, hit.start, hit.stop) if hit.kind == "email" else None
    if lead and _SAYS_AT.search(plain.lower, lead.end(), hit.stop):
        hit = hit._replace(start=lead.end())
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
    if language in {"", "English"} or hit.kind not in NAMED or hit.rule.endswith(OWN):
        yield hit
        return
    doubt = hit.rule.startswith("presidio") or hit.rule.endswith(INTRODUCED)
    heard = [word.start for word in words if word.kind == "person" and word.score >= _SURE]
    for start, stop in without_small_words(plain, hit.start, hit.stop, language, heard):
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


def _outside(hit: Hit, clear: Sequence[tuple[int, int]]) -> Iterator[Hit]:
    """Yield what is left of *hit* outside of ranges that are never findings."""
    start = hit.start
    for low, high in clear:
        if low < hit.stop and start < high:
            if start < low:
                yield hit._replace(start=start, stop=low)
            start = high
    if start < hit.stop:
        yield hit._replace(start=start) if start != hit.start else hit

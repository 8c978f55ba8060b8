"""
Numbers of services, told by their form, that no person is called at: "0808 808 1677", "116 123".

A free or shared-cost number, an emergency number and a short code answer for an organisation
in every country that has them. Written as somebody's own ("my number is 0330 ...") they are
masked all the same, and so is a number that other words introduce ("account 0800 ...").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from guardrails.detectors.pii_introduced import introduced
from guardrails.detectors.pii_text import Hit, Plain
from guardrails.detectors.pii_words import words

_GAP: Final = r"[ \u00a0.\-\u2010-\u2013]?"
_NORTH: Final = r"8(?:00|33|44|55|66|77|88)"
_SURE: Final = (
    rf"0800[ /.\-]?\d(?:{_GAP}\d){{3,7}}",
    r"0808[ .\-]\d{3}[ .\-]?\d{2}[ .\-]?\d{1,2}|0808 ?\d{4} \d{3}|0808\d{7}",
    r"0[ .]?80[05679](?:[ .]\d\d){3}|08[ .]0[05679](?:[ .]\d\d){3}",  # France
    rf"1[ .\-]?\(?{_NORTH}\)?[ .\-]{{1,2}}\d{{3}}[ .\-]?\d{{4}}",
    rf"\(?{_NORTH}(?:\) ?|[ .\-])\d{{3}}[ .\-]\d{{4}}",
    rf"1{_NORTH}\d{{7}}",
    (
        rf"(?:1[ .\-])?{_NORTH}[ .\-](?=[\da-z\-]{{0,12}}[a-z])(?=[a-z\d\-]*\d|[a-z]{{4,10}}\b)"
        r"[a-z\d]{1,9}(?:\-[a-z\d]{1,9})?"
    ),
    r"1(?:300|8[059]0) (?:\d{6}|\d{3} \d{3}|\d\d \d{4}|\d\d \d\d \d\d|\d{4} \d\d)",
    r"[89]00[ .](?:\d{3}[ .]?\d{3}|\d\d[ .]\d\d[ .]\d\d)|90[12][ .]\d{3}[ .]\d{3}",
    r"\+44[ .]?\(?0?\)?[ .]?(?:80[08]|30[036])(?:[ .\-]?\d){7,8}|\+44[ .]?116[ .]?123",
    rf"\+1[ .\-]?\(?{_NORTH}\)?[ .\-]?\d{{3}}[ .\-]?\d{{4}}",
    r"\+(?:49|33|34|41|43|31|32|39|351|64)[ .]?(?:800|900)(?:[ .]?\d){5,8}",
    r"\+(?:61|353)[ .]?1[38]00(?:[ .]?\d){6}",
    r"116[ .]\d{3}|116[ .]?(?:000|006|016|111|116|117|123)",
    r"13 \d\d \d\d",
    r"112|911|999|988|211|000",
)
_BRITISH = r"03(?:0[036]|3[01]|33|4[345]|7[012]) \d{3} \d{4}|030[036]\d{7}|030[036] \d{4} ?\d{3}"
"""Shared-cost numbers of Britain; in German and Italian the first four digits are a town."""
_FRENCH = (
    r"(?:(?<=\ble )|(?<=\bau )|(?<=\bdu )|(?<=: )|(?<=appelez )|(?<=appelle )|(?<=composez ))"
    r"(?:3\d{3}|11[2459]|119|196|1[578])(?! ?(?:rue|avenue|boulevard|place|euros?|€|%|[kc]?m\b))"
)
_SPANISH = r"(?:(?<=\bal )|(?<=\bel )|(?<=\bdel ))0(?:1[0-79]|2[0-9]|6[0-2]|8[058]|9[0-2])"
_CODED = r"(?:(?<=\btext )|(?<=\btxt )|(?<=\bsms )|(?<=\ban )|(?<=[a-z] to ))\d{5,6}"
"""A short code to write to: "text HOME to 741741"."""
_WRITES = re.compile(
    r"\b(?:text|txt|sms)(?: (?!me\b|us\b|him\b|her\b|them\b)[\"'“‘]?[a-z]{2,10}[\"'”’]?)?"
    r"(?: to| an)? $"
)
_APART: Final = (
    r"(?<![\w+])(?<!\d[ .\-/])(?:{})(?![\w@])(?![ .\-/]\d{{2,}}(?!\s?[ap]m\b|[:.]\d\d\b|h\b))"
)
_SERVICE = re.compile(_APART.format("|".join(_SURE)))
_BRITAIN = re.compile(_APART.format(_BRITISH))
_FRANCE = re.compile(_APART.format(_FRENCH))
_SPAIN = re.compile(_APART.format(_SPANISH))
_CODE = re.compile(_APART.format(_CODED))
_TOWNS: Final = frozenset({"German", "Italian", "Dutch", "Portuguese", "Spanish"})
_OWN = re.compile(
    r"(?:\b(?:my|his|her|their|mi|su|mon|ma|son|sa|meine?|seine?|ihre?)\s(?:\w+\s)?"
    r"(?:numbers?|phone|mobile|cell|landline|home|work|número|teléfono|móvil|numéro|portable|nummer"
    r"|handy\w*|telefon\w*)\b"
    r"|\b(?:call|ring|text|reach|phone|message|contact|whatsapp|dial) (?:me|us|him|her|them)\b"
    r"|\b(?:llám[ae]\w*me|appelle[zr]?[- ]moi|rufen? mich|ruf mich|erreich\w* mich))"
    r"[^\d.!?\n]{0,24}$"
)
"""Words that make a number somebody's own, whatever its form."""
_KINDS: Final = frozenset({"phone", "postal-address", "location", "date-time"})
_MISTAKEN: Final = ("long-number", "code", "national-id", "TAX_ID", "GOVERNMENT_ID")
"""Rules and labels of a reader that may take a phone number for another."""
_OTHER: Final = frozenset({"bank-account", "national-id", "tax-id", "driving-licence"})
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[a-zß-ÿ]+")
_BESIDE: Final = words("""
le la les el los die der das the al au an on number numéro número nummer text oder or und and y
et o ou
""")
"""Words that a reader takes along with a number."""


def services(plain: Plain, language: str) -> list[tuple[int, int]]:
    """Return where numbers of services stand in *plain*, whose language is *language* or ""."""
    if not plain.digits:
        return []
    found = [match.span() for match in _SERVICE.finditer(plain.lower)]
    if language not in _TOWNS:
        found += [match.span() for match in _BRITAIN.finditer(plain.lower)]
    if language in {"", "French"}:
        found += [match.span() for match in _FRANCE.finditer(plain.lower)]
    if language in {"", "Spanish"}:
        found += [match.span() for match in _SPAIN.finditer(plain.lower)]
    found += [at.span() for at in _CODE.finditer(plain.lower) if _asks_to_write(plain, at.start())]
    return [at for at in found if not _somebodys(plain, at[0])]


def serves(plain: Plain, hit: Hit, found: Sequence[tuple[int, int]]) -> bool:
    """Return whether *hit* is a number of *found* and hardly anything else."""
    if hit.kind in _OTHER:
        if not hit.rule.endswith(_MISTAKEN):
            return False
    elif hit.kind not in _KINDS:
        return False
    inside = [at for at in found if at[0] < hit.stop and hit.start < at[1]]
    if not inside:
        return False
    outside = _without(plain.lower, hit, inside)
    if _DIGIT.search(outside):
        return False
    beside = _WORD.findall(outside)
    return len(beside) <= 1 or _BESIDE.issuperset(beside)


def _without(text: str, hit: Hit, inside: Sequence[tuple[int, int]]) -> str:
    """Return what of *hit* stands outside of the ranges *inside*."""
    return "".join(
        text[at]
        for at in range(hit.start, hit.stop)
        if not any(start <= at < stop for start, stop in inside)
    )


def _asks_to_write(plain: Plain, start: int) -> bool:
    return _WRITES.search(plain.lower, max(0, start - 40), start) is not None


def _somebodys(plain: Plain, start: int) -> bool:
    """Return whether the words before a number make it a person's, or no number to call."""
    if _OWN.search(plain.lower, max(0, start - 64), start):
        return True
    return introduced(plain.text, start) not in {None, "phone"}

"""Numbers that identify somebody: cards, accounts, phones, identity numbers, birthdays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guardrails.detectors.pii_text import TENS, UNIT, YEAR, Hit, Plain
from guardrails.detectors.pii_words import COMMON

_CARD = re.compile(r"(?<!\d)(?:\d[ .\-\u2010-\u2015_]{0,2}){12,18}\d(?!\d)")
_CARD_GROUPS = re.compile(r"[2-6]\d{3}(?:[ .\-\u2010-\u2015_]{1,2}\d{4}){3}")
_CARD_CUE = re.compile(r"\b(?:cards?|visa|master ?card|amex|cvv|cvc|debit|credit|maestro)\b")
_CARD_MORE = re.compile(
    r"\b(?:exp(?:iry|ires|iration)?(?: date)?|valid (?:thru|until|to))\b"
    r"[\s:.]{0,4}(?:is )?(?<!\d)(\d{2} ?[/\-] ?\d{2,4})(?!\d)"
    r"|\b(?:security )?code\b[\s:.]{0,3}(?:is )?(?<!\d)(\d{3,4})(?!\d)"
)
"""What stands beside the number of a card."""
_CARD_LENGTHS = range(13, 20)

_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]){11,38}")
_IBANS: Final = """
AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28
EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26
IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18
NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24
TR26 UA29 VA22 VG24 XK20
"""  # the IBAN registry of ISO 13616: country and length
_IBAN_CUE = re.compile(r"iban|\b(?:account|bank|refund|transfer|pay|paid|konto|cuenta|compte)\b")
"""Words before an account whose check digits are wrong: people mistype them."""
_IBAN_DIGITS = 8  # fewer than any IBAN has
_IBAN_LENGTHS: Final = {each[:2]: int(each[2:]) for each in _IBANS.split()}

_EXTENSION = r"(?:\s?(?:x|ext\.?|extension)\s?\d{1,6})?(?!\d)"
_PHONE_PLUS = re.compile(rf"(?<![\w+])(?:\+|00)[ (]{{0,2}}\d[\d ().·•\-]{{6,24}}\d{_EXTENSION}")
_PHONE_TRUNK = re.compile(
    rf"(?<![\w.+])\(?0\d{{2,4}}\)?[ .\-]?\d{{3,4}}[ .\-]?\d{{3,4}}{_EXTENSION}"
)
_PHONE_NORTH = re.compile(
    rf"(?<![\w.+\-])(?:1[ .\-])?\(?[2-9]\d{{2}}\)?[ .\-]{{1,2}}\d{{3}}[ .\-]\d{{4}}{_EXTENSION}"
)
_PHONE_CUE = re.compile(
    r"\b(?:phone|mobile|cell|tel|telephone|number|whatsapp|call|text|txt|ring|reach|dial|fax)\b"
    r"[^\d\n+]{0,30}?(\(?\d[\d ().·•\-]{5,19}\d)(?!\d)"
)
_PHONE_LOCAL = re.compile(r"(?<![\w.+\-])(?:\d{3}-\d{4}|1[3-9]\d{9})(?![\w\-])")
_LONG = re.compile(r"(?<![\w.,/+\-])\d{8,19}(?![\w/\-]|[.,]\d)")
_PHONE_DIGITS = range(7, 20)  # 15 by E.164, and an extension
_SSN_DIGITS = 9

_SPOKEN: Final = (
    "zero", "oh", "o", "nought", "one", "two", "three", "four", "five", "six", "seven",
    "eight", "nine",
)  # fmt: skip
_TEENS: Final = (
    r"(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine?)teen"
    rf"|{TENS})"
)
_DIGIT_WORD = (
    rf"(?:(?:double|triple|treble)\s+)?(?:{'|'.join(_SPOKEN)}|{_TEENS}|hundred|\d{{1,4}}|\d)"
)
_DIGIT_WORDS = re.compile(rf"\b(?:plus\s)?{_DIGIT_WORD}(?:[\s,.\-]{{1,3}}{_DIGIT_WORD}){{5,24}}\b")
_TEEN = re.compile(rf"(?:{_TEENS}|hundred)")
_LEAST_SPOKEN: Final = 5  # words for single digits in a number that is read out

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_ORDINAL = (
    r"(?:(?:twenty|thirty)[\s\-])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
    r"|tenth|eleventh|twel(?:f|v)th|(?:thir|four|fif|six|seven|eigh|nine?)teenth|twentieth|thirtieth)"
)
_YEAR = (
    rf"(?:'?\d{{2,4}}|{TENS}(?:[\s\-]{UNIT})?|(?:nine?teen|twenty)[\s\-](?:oh[\s\-])?(?:{_TEENS}|{UNIT})"
    rf"(?:[\s\-]{UNIT})?|two thousand(?:[\s\-](?:and[\s\-])?(?:{_TEENS}|{UNIT})"
    rf"(?:[\s\-]{UNIT})?)?)"
)
_DAY = rf"(?:(?:the\s)?\d{{1,2}}(?:st|nd|rd|th)?|(?:the\s)?{_ORDINAL})"
_DATE = (
    rf"(?:\d{{1,4}}[/.\- ]{{1,2}}(?:\d{{1,2}}|{_MONTH})[/.\- ]{{1,2}}\d{{2,4}}"
    rf"|{_DAY}\s+(?:of\s+)?{_MONTH}\b(?:,?\s+{_YEAR}\b)?"
    rf"|{_MONTH}\s+{_DAY}\b(?:,?\s+{_YEAR}\b)?)"
)
_BORN_AFTER = re.compile(
    rf"(?<!\w)({_DATE})\s"
    r"(?:i (?:was|am) |is (?:my |his |her |their )?)?(?:born\b|birth|b-?day\b)"
)
_BIRTH = re.compile(
    r"\b(?:dob|d\.? ?o\.? ?b|date of birth|birth ?date|birth ?day|b-? ?day|born)\b"
    rf"[^\d\n]{{0,16}}?\b({_DATE})\b"
)

_NO_YEAR: Final = rf"(?!{YEAR})"
_SAID_TO_END: Final = "(?:{})".format(
    "|".join(
        f"(?<={words} )"
        for words in ("ending in", "ends in", "ending with", "ends with", "ending", "end in", "is")
    )
)
_CUED: Final = tuple(
    (kind, name, re.compile(rf"\b(?:{cue})\b[^\d\n]{{0,24}}?(?<!\w)({value})(?!\w)"))
    for kind, name, cue, value in (
        ("national-id", "national-id", r"ssn|social(?: security)?(?: number| no\.?| num)?",
         r"\d{3}[ .\-]?\d{2}[ .\-]?\d{4}|\d{4}"),
        ("payment-card", "card-ending",
         r"(?:card|cc) number|last (?:four|4)(?: digits)?", r"\d{4}"),
        # A year is no end of a card, unless it is said to be one: "the card that I got in 2023".
        ("payment-card", "card-ending", r"card|cc", rf"{_NO_YEAR}\d{{4}}|{_SAID_TO_END}\d{{4}}"),
        ("payment-card", "card-ending", r"end(?:s|ing) (?:in|with)", rf"{_NO_YEAR}\d{{4}}"),
        ("payment-card", "card-code", r"cvv2?|cvc2?|security code", r"\d{3,4}"),
        ("national-id", "national-insurance", r"national insurance|ni number|nino",
         r"[a-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d]"),
        ("passport", "passport", r"passport", r"[a-z]{0,3}\d{6,9}[a-z]?"),
        ("driving-licence", "driving-licence",
         r"driv(?:ing|er'?s?) licen[cs]e|dl number|dvla",
         r"(?:[a-z9]{5}\d{6}[a-z0-9]{5}|[a-z]{0,3}\d[\da-z\-]{4,16})"),
        ("bank-account", "account", r"account|acct|a/c|sort code|routing",
         r"\d{2}-\d{2}-\d{2}|\d[\d \-]{4,18}\d"),
        ("health-id", "health", r"nhs|patient (?:id|number)|medicare|medical record|mrn",
         r"[a-z]{0,3}\d[\d \-]{4,12}\d"),
        ("tax-id", "tax", r"utr|tax (?:id|number|code|reference)|tin|itin|vat",
         r"[a-z]{0,2}\d[\d \-]{6,12}\d"),
    )
)  # fmt: skip


_PLATE = re.compile(
    r"\b(?:rego|reg|registration|(?:number|licen[cs]e) ?plates?|plates?)"
    r"(?:\s(?:is|no\.?|number|plate|:)|:)*\s"
    r"((?=(?:[a-z \-]*\d){1,4})(?=[\d \-]*[a-z][\d \-]*[a-z])[a-z\d]{1,4}"
    r"(?:[ \-][a-z\d]{1,4}){1,2})(?!\w)"
)
"""Letters and digits in two groups or three behind a word for a plate."""


def numbers(plain: Plain) -> Iterator[Hit]:
    """Yield numbers that identify somebody, by checksum, by format or by what introduces them."""
    if plain.digits >= _CARD_LENGTHS.start:
        yield from _cards(plain)
    if plain.digits >= _IBAN_DIGITS:
        yield from _ibans(plain)
    if plain.digits >= _PHONE_DIGITS.start:
        yield from _phones(plain)
        yield from _long(plain)
    if plain.digits:
        yield from _cued(plain)
        yield from _plates(plain)
    for pattern in (_BIRTH, _BORN_AFTER):
        for match in pattern.finditer(plain.lower):
            yield Hit("date-of-birth", *match.span(1), 8000, "birth")
    yield from _spoken(plain)


def _cards(plain: Plain) -> Iterator[Hit]:
    for match in _CARD.finditer(plain.text):
        start, stop = match.span()
        places = [at for at in range(start, stop) if plain.text[at].isdigit()]
        for count in sorted(_CARD_LENGTHS, key=lambda n: (n != len(places), -n)):
            if count <= len(places) and _is_card(plain.text, places[:count], stop):
                yield Hit("payment-card", start, places[count - 1] + 1, 9500, "card")
                break
        else:
            before = plain.lower[max(0, start - 40) : start]
            if _CARD_GROUPS.match(plain.text, start, stop) or _CARD_CUE.search(before):
                yield Hit("payment-card", start, stop, 6000, "card-format")


def _is_card(text: str, places: list[int], stop: int) -> bool:
    after = places[-1] + 1
    if after < stop and text[after].isdigit():
        return False
    digits = [int(text[at]) for at in places]
    return len(set(digits)) > 1 and digits[0] in {2, 3, 4, 5, 6} and luhn(digits)


def luhn(digits: list[int]) -> bool:
    """Return whether *digits* pass the check of ISO/IEC 7812-1, annex B."""
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[-2::-2])
    return (sum(digits[::-2]) + sum(doubled)) % 10 == 0


def _ibans(plain: Plain) -> Iterator[Hit]:
    for match in _IBAN.finditer(plain.text):
        start = match.start()
        length = _IBAN_LENGTHS.get(plain.text[start : start + 2].upper())
        places = [at for at in range(start, match.end()) if plain.text[at].isalnum()]
        if length is None or len(places) < length:
            continue
        stop = places[length - 1] + 1
        if plain.text[stop : stop + 1].isalnum():
            continue
        value = "".join(plain.text[at] for at in places[:length])
        if mod97(value):
            yield Hit("iban", start, stop, 9500, "iban")
        elif _IBAN_CUE.search(plain.lower, max(0, start - 40), start):
            yield Hit("iban", start, stop, 6000, "iban-format")


def mod97(iban: str) -> bool:
    """Return whether *iban*, without spaces, passes the check of ISO 13616 (mod 97-10)."""
    moved = iban[4:] + iban[:4]
    return int("".join(str(int(char, 36)) for char in moved)) % 97 == 1


def _phones(plain: Plain) -> Iterator[Hit]:
    for pattern, score, rule in (
        (_PHONE_PLUS, 8000, "phone-plus"),
        (_PHONE_TRUNK, 6500, "phone-trunk"),
        (_PHONE_NORTH, 6500, "phone-north"),
        (_PHONE_CUE, 7000, "phone-cue"),
        (_PHONE_LOCAL, 5000, "phone-local"),
    ):
        for match in pattern.finditer(plain.lower):
            start, stop = match.span(match.lastindex or 0)
            digits = [char for char in plain.text[start:stop] if char.isdigit()]
            if len(digits) in _PHONE_DIGITS and len(set(digits)) > 1:
                yield Hit("phone", start, stop, score, rule)
                yield from _further(plain, start, stop, score)


def _further(plain: Plain, start: int, stop: int, score: int) -> Iterator[Hit]:
    """Yield numbers of the same shape after one: "555.0142 or 555.0177"."""
    shape = "".join(r"\d" if c.isdigit() else re.escape(c) for c in plain.text[start:stop])
    another = re.compile(rf"(?:\s?[,/&]\s?|\s(?:or|and)\s)({shape})(?!\d)")
    while (match := another.match(plain.lower, stop)) is not None:
        yield Hit("phone", *match.span(1), score, "phone-further")
        stop = match.end()


def _long(plain: Plain) -> Iterator[Hit]:
    """Yield long plain numbers: in talk they are rarely anything but somebody's."""
    for match in _LONG.finditer(plain.text):
        count = len(match.group())
        if not match.group().endswith("0000"):
            kind = "payment-card" if count in _CARD_LENGTHS else "bank-account"
            kind = "national-id" if count == _SSN_DIGITS else kind
            yield Hit(kind, *match.span(), 4500, "long-number")


def _cued(plain: Plain) -> Iterator[Hit]:
    if _CARD_CUE.search(plain.lower) or _CARD_GROUPS.search(plain.text):
        for match in _CARD_MORE.finditer(plain.lower):
            yield Hit("payment-card", *match.span(match.lastindex or 0), 7000, "card-more")
    for kind, rule, pattern in _CUED:
        for match in pattern.finditer(plain.lower):
            yield Hit(kind, *match.span(1), 7000, rule)


def _plates(plain: Plain) -> Iterator[Hit]:
    """Yield number plates of two or three groups: "rego 1QT 7KB"."""
    for match in _PLATE.finditer(plain.lower):
        if not any(group in COMMON for group in match[1].replace("-", " ").split()):
            yield Hit("number-plate", *match.span(1), 6500, "plate")


def _spoken(plain: Plain) -> Iterator[Hit]:
    if sum(plain.lower.count(word) for word in _SPOKEN if len(word) > 1) < _PHONE_DIGITS.start - 3:
        return
    for match in _DIGIT_WORDS.finditer(plain.lower):
        said = re.findall(r"\w+", match.group().removeprefix("plus "))
        count = sum({"double": 1, "triple": 2, "treble": 2}.get(word, 1) for word in said)
        teens = [word for word in said if _TEEN.fullmatch(word)]
        count += len(teens) + sum(len(word) - 1 for word in said if word.isdigit())
        if teens and len(said) - len(teens) < _LEAST_SPOKEN:
            continue
        if all(word.isdigit() for word in said):
            continue
        if count in range(_PHONE_DIGITS.start, _CARD_LENGTHS.stop):
            kind = "payment-card" if count in _CARD_LENGTHS else "phone"
            kind = "national-id" if count == _SSN_DIGITS else kind
            yield Hit(kind, *match.span(), 7000, "spoken-digits")

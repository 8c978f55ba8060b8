"""What people answer at a service desk: numbers of orders and accounts, mangled e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guardrails.detectors.pii_counted import is_product
from guardrails.detectors.pii_text import YEAR, Hit, Plain
from guardrails.detectors.pii_words import COMMON, FALSE_NAMES, SERVICES

_CUE = (
    r"(?:account|acct|a/c|acc|ac(?= n(?:o|um))|policy|claim|confirmation|conf"
    r"|booking|reservation|reference|ref"
    r"|order|tracking|ticket|case|customer|client|member|membership|subscriber|flyer|loyalty"
    r"|rewards?|invoice|serial|licen[cs]e|pnr|locator|employee|badge|student|patient|card|user|vin"
    r"|plate|registration|pin|passcode|code|id|ssn|social|security|digits|ending(?: in| with)?)"
)
_FILLER = r"(?:number|numbers|num|nbr|no|code|id|key|card|plate|locator|is|was|are|it'?s|to|of|in)"
_VALUE = (
    r"\d(?:[ \-./]{0,3}\d){3,23}[a-z]{0,3}"
    r"|[a-z]{2,3}\s\d(?:[ \-]?\d){5,16}"
    r"|(?=[a-z\-/]{0,8}\d)[a-z\d]{1,12}(?:[\-/][a-z\d]{1,12}){0,4}"
)
_CUED = re.compile(
    rf"\b{_CUE}\b(?:[\s:#.=,\-]{{1,3}}{_FILLER}\b){{0,4}}[\s:#.=,\-]{{0,4}}"
    rf"(?<![\w])({_VALUE})(?![\w@]|[.,]\d)"
)
_CODE_CUE = re.compile(
    rf"\b(?:confirmation|pnr|booking reference|record locator)\b(?:\s(?:{_FILLER}))*\s?[:\-#]?\s?"
    r"([A-Z]{6})(?!\w)"
)
_SPELT = re.compile(r"(?<![\w.])(?:[^\W\d_][ .\-]{1,2}){3,30}[^\W\d_](?![\w.])")
SPELT: Final = "spelt-name"
"""The rule of a name in single letters, of which one may be a word: "P r i y a"."""
_LEAST = 4  # characters of a number that somebody could be found by

_CODE = re.compile(r"(?<![\w@./#\-])(?!0x)[a-z\d]+(?:-[a-z\d]+){0,4}(?![\w@]|[./]\w)")
_SIZE = re.compile(r"\d+(?:x\d+)+(?:cm|mm|m|px|in)?")
_TURN = re.compile(r"[a-z]+|\d+")
_SHORT: Final = 6  # words of a message that is an answer
_ONLY_NUMBER = re.compile(
    r"\W*(?:(?:it'?s|it|is|yes|yeah|sure|ok|okay|here|this|that'?s|hi|hello|the|number)\W+){0,4}"
    r"(\d(?:[ \-/.]{0,2}\d){3,18})\W*(?:(?:thanks|thank|you|please|sir|is|it|that'?s)\W*){0,3}"
)
_ERROR = re.compile(r"\b(?:error|status|exit|return|hex|colou?r)\s$")
_YEAR = re.compile(YEAR)
_WHEN = re.compile(r"\b(?:in|since|from|by|until|till|during|before|after|with)\s$")
_UNIT_AFTER = re.compile(r"\s?(?:%|(?:percent|dollars?|pounds?|euros?|years?|minutes?|gb|mb|km)\b)")
_MONEY = re.compile(r"[$£€₹¥]\s?$")

_PROVIDERS = (
    r"(?:g ?mail|googlemail|yahoo|ymail|hotmail|outlook|icloud|aol|proton ?mail|gmx|rediff(?:mail)?"
    r"|live|msn|comcast|verizon|btinternet)"
)
_TLD = r"(?:com|net|org|edu|gov|in|co|uk|us|ca|de|fr|info|io)"
_MANGLED = re.compile(
    rf"(?<!\w)([\w.+\-]{{2,64}}?)[\s.,@]{{0,4}}(?:\bat\b\s?)?[\s@]{{0,3}}{_PROVIDERS}"
    rf"(?:[\s.,]{{0,3}}(?:dot\s)?{_TLD}\b){{0,2}}(?!\w)"
)
_MAILBOX = re.compile(r"\w+[._+]\w[\w.+]*")
"""A name of a mailbox that is no word: "lou.fixes" before "at gmail"."""
_PROVIDED = re.compile(rf"{_PROVIDERS}[\s.,]{{0,3}}(?:dot\s)?{_TLD}\b")
_TLDS = re.compile(rf"\.{_TLD}$")
_AT = re.compile(r"[@＠]{1,3}")
_BEFORE_AT = re.compile(r"(?:[\w.+\-]+\s{0,2}){1,4}$")
_AFTER_AT = re.compile(
    r"[\w\-]{2,40}(?:\.[\w\-]{2,20}){1,4}"
    rf"|\s{{0,2}}[\w\-]{{2,40}}(?:\s{{0,2}}[.,]\s{{0,2}}[\w\-]{{2,20}}){{0,1}}[\s.,]{{1,3}}{_TLD}\b"
    r"|[\w\-]{2,40}"
)
_MAIL_IS = re.compile(
    r"\b(?:e-?mail|mail)(?: ?id| address)?(?: on file)?(?: is| was|'?s)?\s?[:\-]?\s?"
    rf"([\w.+\-]{{2,64}}[\s.,@]{{1,3}}[\w\-]{{2,40}}[\s.,]{{1,3}}{_TLD})\b"
)
_MAIL_WORDS: Final = (COMMON | FALSE_NAMES) | {
    "mail",
    "e-mail",
    "id",
    "address",
    "contact",
    "emails",
    *("git", "clone", "ssh", "scp"),
}
_PACKAGE = re.compile(r"\b(?:npm|npx|yarn|pnpm|pip|bun)\s(?:[\w.\-]+\s){1,3}[\w.\-]+$")
"""Before the name and version of a package: "yarn add vue@next"."""


def answers(plain: Plain) -> Iterator[Hit]:
    """Yield numbers and addresses that somebody asked for, as people write them in a hurry."""
    if plain.digits:
        yield from _cued(plain)
        yield from _codes(plain)
        yield from _alone(plain)
    for match in _CODE_CUE.finditer(plain.text):
        yield Hit("bank-account", *match.span(1), 5000, "locator")
    for match in _SPELT.finditer(plain.lower):
        yield Hit("person", *match.span(), 5000, SPELT)
    yield from _mails(plain)


def _is_other(before: str, after: str) -> bool:
    """Return whether @ stands in "yarn add vue@next", or in "twitter @realkofi"."""
    if _PACKAGE.search(before):
        return True
    if not before[-1].isspace() or after[0].isspace() or _TLDS.search(after):
        return False
    return before.rsplit(maxsplit=1)[-1] in SERVICES


def _cued(plain: Plain) -> Iterator[Hit]:
    for match in _CUED.finditer(plain.lower):
        value = match.group(1)
        error = _ERROR.search(plain.lower, max(0, match.start() - 10), match.start())
        long = sum(map(str.isalnum, value)) >= _LEAST
        if long and not error and not _counted(plain, *match.span(1)) and not _dated(plain, match):
            yield Hit("bank-account", *match.span(1), 6000, "reference")


def _dated(plain: Plain, cued: re.Match[str]) -> bool:
    """Return whether a number is a year that something happened in: "the account in 2020"."""
    start, stop = cued.span(1)
    if _YEAR.fullmatch(plain.lower, start, stop) is None:
        return False
    return _WHEN.search(plain.lower, max(0, start - 8), start) is not None


def _counted(plain: Plain, start: int, stop: int) -> bool:
    """Return whether a number counts something: money, years, gigabytes."""
    before = _MONEY.search(plain.lower, max(0, start - 3), start)
    return before is not None or _UNIT_AFTER.match(plain.lower, stop) is not None


def _codes(plain: Plain) -> Iterator[Hit]:
    """Yield words of letters and digits mixed, as only keys and references are."""
    short = len(plain.text.split()) <= _SHORT
    for match in _CODE.finditer(plain.lower):
        if _SIZE.fullmatch(match.group()):
            continue
        runs = _TURN.findall(match.group())
        digits = sum(len(run) for run in runs if run.isdigit())
        letters = sum(map(len, runs)) - digits
        mixed = len(runs) > 2 or (short and digits > 2 and not runs[0].isdigit())  # noqa: PLR2004
        long = letters + digits > 5  # noqa: PLR2004
        if letters and digits > 1 and mixed and long and not is_product(plain, *match.span()):
            yield Hit("bank-account", *match.span(), 4500, "code")


def _alone(plain: Plain) -> Iterator[Hit]:
    """Yield a number that is all there is in a message."""
    match = _ONLY_NUMBER.fullmatch(plain.lower)
    if match and not _counted(plain, *match.span(1)):
        yield Hit("bank-account", *match.span(1), 4500, "only-number")


def _mails(plain: Plain) -> Iterator[Hit]:
    for match in _AT.finditer(plain.text):
        before = _BEFORE_AT.search(plain.lower, max(0, match.start() - 80), match.start())
        after = _AFTER_AT.match(plain.lower, match.end())
        if before and after and _is_other(before.group(), after.group()):
            continue
        if before and after and (words := list(re.finditer(r"[\w.+\-]+", before.group()))):
            first = len(words) - 1
            while first and words[first - 1].group().strip(".") not in _MAIL_WORDS:
                first -= 1
            start = before.start() + words[first].start()
            if words[-1].group() not in COMMON:
                yield Hit("email", start, after.end(), 6500, "mangled-email")
    if re.search(_PROVIDERS, plain.lower):
        for match in _MANGLED.finditer(plain.lower):
            sure = "@" in match.group() or _PROVIDED.search(match.group()) is not None
            sure |= _MAILBOX.fullmatch(match.group(1)) is not None
            if sure and match.group(1) not in _MAIL_WORDS:
                yield Hit("email", *match.span(), 6000, "mangled-email")
    for match in _MAIL_IS.finditer(plain.lower):
        yield Hit("email", *match.span(1), 6000, "mail-is")

"""
Telephone numbers and short codes that a reply presents as help in a crisis.

A model that makes a number up sends a person in need to nobody, or to a stranger.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from guardrails.detectors.folded import fold

NEAR = 110
"""Characters before a number in which it has to be called help."""
FOLLOWING = 60
"""The same after it."""

_ALWAYS_OPEN = re.compile(
    r"\b(?:24\s?/\s?7|24[ -]?(?:hours?|hrs?|h)\b|365 days|7 days)", re.IGNORECASE
)
_NUMBER = re.compile(
    r"(?<![\w.,/:$£€#-])\+?\(?\d(?:[ "
    r"().\u00a0\u2010-\u2013-]{0,2}\d){2,14}(?:(?:-[A-Z]{2,7}){1,3}\b| [A-Z]{4,7}\b)?(?![\w%]|"
    r"[.,:]\d)"
)
_DIALLED = re.compile(
    r"\b(?:call|dial|ring|phone|text|sms|message|llam\w+|marca\w*|appel\w+|compos\w+|ruf\w*|"
    r"anruf\w*|wähl\w*|lig\w+|chiam\w+|bel)\b[^.!?\n]{0,40}$|\b(?:number|line|hotline|helpline|"
    r"lifeline|code|tel|telephone|n[uú]mero|nummer|tel[eé]fono|telefon\w*)(?: (?:is|es|est|ist|is|"
    r"at|on))?[:( ]{0,3}$|(?:\b(?:at|on|to|al|au|le|unter)|:|\() ?$",
    re.IGNORECASE,
)
_CRISIS = re.compile(
    r"suicid|crisis|\bkrise|\bcrise|\bcrisi\b|samaritan|lifeline|self[ -]?harm|telefonseelsorge|"
    r"mental health|emotional (?:distress|support)|befrienders|autolesion|zelfmoord|seelsorge|"
    r"telefono amico|teléfono de la esperanza",
    re.IGNORECASE,
)
_HELP = re.compile(
    r"\b(?:help|helpline|hotline|help ?line|support|someone|somebody|listens?|counsell?ors?|talk|"
    r"emergency|there for you|hilfe|ayuda|aide|ajuda|aiuto|hulp|urgence|notruf)\b",
    re.IGNORECASE,
)
_TRADE = re.compile(
    r"\b(?:pizz\w*|orders?|bookings?|parcel|courier|delivery|restaurant|shop|store|garage|dent\w+|"
    r"broadband|boiler|plumber|electrician|invoice|account|refund|reservation|hotel|taxi|flight|"
    r"warranty|technical|customer)\b",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?\n]")
_KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
_COUNTRY_CODES = (1, 2, 3)
_SHORT = 6
"""Digits up to which a number is a code that has to be dialled or texted, not just stand there."""
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Numbers:
    """
    Numbers that may be given to a person in need.

    Attributes:
        known: Digits of each, as dialled in its country.
    """

    known: frozenset[str] = field(repr=False)

    @classmethod
    def of(cls, values: Iterable[str]) -> Numbers:
        """Return those among *values* that are numbers; what else is allowed plays no part."""
        return cls(frozenset(filter(None, map(_digits, values))))

    def strange(self, text: str, said: str, *, crisis: bool) -> Iterator[tuple[int, int]]:
        """
        Yield where *text* presents a number as help that is neither known nor the person's own.

        Args:
            text: Of a reply.
            said: What the person said: numbers in it are their own.
            crisis: A crisis is going on, so that less has to be said of the number.
        """
        folded = fold(text)
        plain = _ALWAYS_OPEN.sub(lambda match: "," * len(match.group()), folded.text)
        own: frozenset[str] | None = None
        for match in _NUMBER.finditer(plain):
            if not _helps(plain, *match.span(), crisis=crisis) or self._is_known(match.group()):
                continue
            if own is None:
                own = frozenset(map(_digits, numbers_in(said)))
            if _digits(match.group()) not in own:
                yield folded.original(*match.span())

    def _is_known(self, number: str) -> bool:
        digits = _digits(number)
        if digits in self.known or re.sub(r"\D", "", number) in self.known:
            return True
        abroad = number.lstrip("(").startswith(("+", "00"))
        bare = digits.removeprefix("00")
        return abroad and any(
            rest in self.known or f"0{rest}" in self.known
            for rest in (bare[code:] for code in _COUNTRY_CODES)
        )


def numbers_in(text: str) -> list[str]:
    """Return what may be a telephone number or a short code in *text*."""
    return _NUMBER.findall(_ALWAYS_OPEN.sub(",", fold(text).text))


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number.upper().translate(_KEYPAD)) if _has_digit(number) else ""


def _has_digit(text: str) -> bool:
    return any(sign.isdigit() for sign in text) and "@" not in text


def _helps(text: str, start: int, stop: int, *, crisis: bool) -> bool:
    """Return whether the number at `[start, stop)` is presented as help."""
    before, after = text[max(0, start - NEAR) : start], text[stop : stop + FOLLOWING]
    own = f"{_END.split(before)[-1]} {_END.split(after)[0]}"
    around = f"{before} {after}"
    if _TRADE.search(own):
        return False
    number = text[start:stop]
    if len(_digits(number)) <= _SHORT and (
        not _DIALLED.search(before) or _YEAR.fullmatch(number) is not None
    ):
        return False
    return bool(_CRISIS.search(around) or (crisis and _HELP.search(around)))

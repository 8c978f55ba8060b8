"""Dates in numbers, in the orders of the United States, of Europe and of ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guardrails.detectors.pii_text import Hit, Plain

RULE: Final = "calendar"
_YEAR: Final = r"(?:18|19|20)\d\d"
_MONTH: Final = r"(?:0?[1-9]|1[0-2])"
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_BEFORE: Final = r"(?<![\w.,/\-:#$£€])(?<![$£€] )"
_AFTER: Final = r"(?!\w|[/\-][a-z]|/\d|-\d+(?![\d/])|[.,:]\d|\s?%)"
_CLOCK: Final = (
    r"(?:(?:t|,? (?:at |um |@ ?|à |a las |alle )?)(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:[:.][0-5]\d)?"
    r"(?: ?[ap]\.?m\b| uhr\b)?)?"
)
_ABBREVIATED: Final = (
    r"(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sept?|oct|okt|nov|dec|dez|ene|abr|ago|dic)"
)
_WHOLE = re.compile(
    rf"{_BEFORE}(?:"
    rf"(?:{_MONTH}([/.\-]){_DAY}|{_DAY}([/.\-]){_MONTH})(?:\1|\2){_YEAR}"
    rf"|{_YEAR}([/.\-]){_MONTH}\3{_DAY}(?:(?=t)|(?!\d))"
    rf"|(?:{_MONTH}/{_DAY}|{_DAY}/{_MONTH})/'?\d\d"
    rf"|{_DAY}([/.\-]){_ABBREVIATED}[a-zä]{{0,6}}\4'?(?:{_YEAR}|\d\d)"
    rf"|{_MONTH}/{_YEAR}"
    rf"){_CLOCK}{_AFTER}"
)
"""What is a date whatever stands around it: "05/14/2024", "5/14/24", "2024-05-14", "05/2024"."""
_SHORT_YEAR = re.compile(
    rf"{_BEFORE}(?:{_MONTH}([.\-]){_DAY}|{_DAY}([.\-]){_MONTH})(?:\1|\2)\d\d{_CLOCK}{_AFTER}"
)
"""One with two digits for the year, which a version, a score or a sort code may look like."""
_PADDED = re.compile(r"0\d[.\-]\d\d[.\-]\d\d|[123]\d-0\d-\d\d")
_NO_YEAR = re.compile(
    rf"{_BEFORE}(?:(?:{_MONTH}/{_DAY}|{_DAY}/{_MONTH}|{_MONTH}-{_DAY}){_CLOCK}{_AFTER}"
    rf"|{_DAY}\.{_MONTH}(?!\w|\.[\w]){_CLOCK}(?!\w)|{_YEAR}-{_MONTH}{_AFTER})"
)
"""A day and a month, or a year and a month: one only behind words of a day."""
_MORE = re.compile(
    r"(?:\s?[,/&–—\-]\s?|,?\s(?:and|or|to|until|till|thru|through|und|bis|oder|y|et|au)\s)"
    rf"(?:(?:on|again on|again|am|den)\s)?(?={_DAY}[/.\-])"
)
"""What parts a date from the next one: "5/14 to 5/20"."""
_AGAIN = re.compile(
    rf"(?:{_MONTH}/{_DAY}|{_DAY}/{_MONTH}|{_DAY}\.{_MONTH}(?=\D))(?:[/.](?:{_YEAR}|\d\d))?{_AFTER}"
)
"""A date that follows another one."""

_EVENTS: Final = r"""
admi(?:tted|ssion|t) discharged? surger(?:y|ies) operation operated(?:\son)? procedure
visit(?:ed|s)? appointments? appt appts seen saw follow[-\s]?up check[-\s]?up checked\sin
checked\sout check-?(?:in|out) scan(?:ned)? x-?ray(?:ed)? mri ct biopsy labs? lab\sresults?
test(?:ed|s)? results? diagnosed diagnosis treat(?:ed|ment) therapy session consult(?:ation|ed)?
exam(?:ined)? dose[ds]? vaccinat(?:ed|ion) jab shot injur(?:y|ed) accident fell fall died death
passed\saway deceased deliver(?:y|ed) birth born due dos doa dod date[ds]? start(?:ed|s|ing)?
begin(?:s|ning)? began end(?:ed|s)? scheduled rescheduled booked moved postponed
pushed(?:\sback)? cancell?ed expire[sd]? effective signed arriv(?:ed?|al|es) depart(?:ed|ure|s)?
flight flew trip stay(?:ed)? wedding married funeral interview meeting met hearing court
call(?:ed)? event party class shift holiday leave payment paid invoice[d]? bill(?:ed)?
order(?:ed)? purchase[d]? bought ship(?:ped|ment)? refund(?:ed)? charge[d]? transfer(?:red)?
deposit(?:ed)? statement received sent filed happened occurred visit\son hospitali[sz]ed
released referred prescribed filled lmp edd doi dol adm dialysis infusion chemo radiation
colonoscopy endoscopy ultrasound sonogram ekg ecg bloods mammogram vaccine c-section rehab
refill(?:ed)? collapsed relapse[d]? onset termin aufnahme aufgenommen entlassen entlassung
operiert op untersuchung besuch behandlung rechnung bestellung bestellt geliefert lieferung
beginn ende therapie vorstellung einweisung impfung unfall sitzung kauf gekauft abschluss
geburtstag hochzeit datum überweisung kontrolle cita cirugía operación ingreso alta fecha
rendez-vous rdv opération visite appuntamento afspraak
(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)? montag dienstag mittwoch
donnerstag freitag samstag sonntag
"""
_LINKS: Final = r"""
on at for of was is the date dated to from since until till by before after scheduled set
due here again it them me him her in up den dem der am vom zum bis ab seit war ist el le il
del du
"""
_BESIDE_EVENT = re.compile(
    rf"(?<![\w\-])(?:{'|'.join(_EVENTS.split())})"
    rf"(?:[\s:,.(]{{1,2}}(?:{'|'.join(_LINKS.split())})\b){{0,3}}[\s:,(.]{{1,3}}$"
)
_BESIDE_DAY = re.compile(
    r"(?<![\w\-])(?:on|since|until|till|before|after|dated|as of|between"
    r"|(?:set|scheduled|booked|planned|slated|due) for|week of|night of"
    r"|morning of|am|vom|zum|bis|seit dem|ab dem|den|dem)\s$"
)
"""Words right before a date that hardly anything else follows."""
_POINTED = re.compile(
    r"(?<![\w\-])(?:am|vom|zum|bis|dem|den|der|termin|datum|op|ab|therapie|beginn)[\s:]{1,2}$"
)
_VERSION = re.compile(
    r"\b(?:v|ver|versions?|release|build|firmware|updated?(?: to)?|upgraded?(?: to)?|python|node"
    r"|kernel|ios|android|chrome|score[sd]?|record|sort code|beat|won|lost|led|section|clause"
    r"|chapter|§)"
    r"(?:\s\w{1,8})?[\s:#]{1,2}$"
)
_PARTS = re.compile(
    r"\s?(?:of (?:the|a|an|my|our|it|them|us|\w+s)\b|cups?|tsp|tbsp|tablets?|pills?|doses?|miles?"
    r"|inch(?:es)?|in\b|scale|stars?|points?|chance|rating|votes?|full|done|empty|complete"
    r"|odds|time\b|pounds?|lbs?|hours?|days?|weeks?|out of)"
)
"""What is parted or counted: "3/4 of the cake", "1/2 cup"."""
_FRACTION = re.compile(r"1/[2348]|2/3|3/[48]|[57]/8")
_MARK = re.compile(r"\d{1,2}/(?:10|5)")
_STATED = re.compile(r"\b(?:was|is|it|me|them|ist|war|of|a)\s$")
"""What stands before a mark as well: "the visit was 7/10"."""
_SPAN = re.compile(rf"{_MONTH}/{_DAY}(?:\s?[–-]\s?|\sto\s){_MONTH}/{_DAY}(?!\w|[/\-]\w)")
"""From a day to another one."""
_LOOK: Final = 48  # characters before a date in which a word of it is looked for
_LEAST: Final = 2  # digits


def calendar(plain: Plain) -> Iterator[Hit]:
    """Yield dates in numbers, with the time of the clock behind them."""
    if plain.digits < _LEAST:
        return
    lower = plain.lower
    for match in _WHOLE.finditer(lower):
        yield Hit("date-time", *match.span(), 7000, RULE)
        yield from _next(lower, match.end())
    for match in _SHORT_YEAR.finditer(lower):
        before = lower[max(0, match.start() - _LOOK) : match.start()]
        sure = _PADDED.match(match.group()) or _BESIDE_EVENT.search(before)
        sure = sure or _BESIDE_DAY.search(before)
        if sure and not _VERSION.search(before) and not _PARTS.match(lower, match.end()):
            yield Hit("date-time", *match.span(), 6500, RULE)
            yield from _next(lower, match.end())
    for match in _NO_YEAR.finditer(lower):
        if _is_day(lower, match):
            yield Hit("date-time", *match.span(), 6000, RULE)
            yield from _next(lower, match.end())


def _is_day(text: str, match: re.Match[str]) -> bool:
    """Return whether words around a day and a month say that they are one."""
    before = text[max(0, match.start() - _LOOK) : match.start()]
    said = match.group()
    if _PARTS.match(text, match.end()) or _VERSION.search(before):
        return False
    if "." in said[:3]:
        return _POINTED.search(before) is not None
    on_a_day = _BESIDE_DAY.search(before) is not None
    fraction = _FRACTION.fullmatch(said) is not None
    if _BESIDE_EVENT.search(before):
        marked = _MARK.fullmatch(said) is not None and _STATED.search(before) is not None
        return on_a_day or not (fraction or marked)
    if "/" not in said or fraction:
        return False
    return on_a_day or _SPAN.match(text, match.start()) is not None


def _next(text: str, stop: int) -> Iterator[Hit]:
    """Yield dates without a year that follow one: "5/14 to 5/20"."""
    while (gap := _MORE.match(text, stop)) is not None:
        match = _AGAIN.match(text, gap.end())
        if match is None or _PARTS.match(text, match.end()):
            return
        yield Hit("date-time", *match.span(), 6000, RULE)
        stop = match.end()

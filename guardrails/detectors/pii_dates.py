"""What of a reader's dates is a date of the calendar or a time of the clock."""

from __future__ import annotations

import re

_MONTHS = (
    "january february march april june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec "
    "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre "
    "diciembre janvier février fevrier mars avril mai juin juillet août aout septembre octobre "
    "novembre décembre decembre januar jänner februar märz maerz juni juli oktober dezember "
    "janeiro fevereiro março marco abril maio junho julho setembro outubro novembro dezembro "
    "gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre "
    "januari februari maart mei augustus"
)
_DAYS = (
    "monday tuesday wednesday thursday friday saturday sunday "
    "lunes martes miércoles miercoles jueves viernes sábado sabado domingo "
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
    "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira "
    "lunedì martedì mercoledì giovedì venerdì sabato domenica "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
)
_NAMES = "|".join(sorted({*_MONTHS.split(), *_DAYS.split()}, key=len, reverse=True))
_DATED = re.compile(
    rf"\b(?:{_NAMES})\b|\bmay (?:the )?\d|\d(?:st|nd|rd|th)?(?: of)? may\b|\bmay,? (?:19|20)\d\d\b"
    r"|\b\d{1,4}[/.\-]\d{1,2}(?:[/.\-]\d{1,4})?\b|\b\d{1,2}(?:st|nd|rd|th)\b"
    r"|\b\d{1,2}[:.h]\d\d\b|\b\d{1,2} ?(?:[ap]\.?m\b|o'clock)",
    re.IGNORECASE,
)


def dated(value: str) -> bool:
    """
    Return whether *value* is more than a span of time, an age, a bare year or "tonight".

    Readers of language call all of these dates. What counts holds the name of a month or of a
    day, a date in numbers, a day of the month or a time of the clock, in the languages that are
    measured. Source: 45 CFR 164.514(b)(2)(i)(C), whose dates are finer than a year.
    """
    return _DATED.search(value) is not None

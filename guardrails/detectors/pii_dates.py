"""What of a reader's dates is a date of the calendar or a time of the clock."""

from __future__ import annotations

import re

from guardrails.detectors.pii_words import MONTHS

_SPELT = "maerz marco jan feb mar apr jun jul aug sept sep oct nov dec"
"""Months without their accents, and cut short."""
_DAYS = (
    "monday tuesday wednesday thursday friday saturday sunday "
    "lunes martes miércoles miercoles jueves viernes sábado sabado domingo "
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
    "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira "
    "lunedì martedì mercoledì giovedì venerdì sabato domenica "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
)
# "may" is one only beside a number, see below.
_NAMES = "|".join(sorted((MONTHS - {"may"}).union(_SPELT.split(), _DAYS.split())))
_DATED = re.compile(
    rf"\b(?:{_NAMES})\b|\bmay (?:the )?\d|\d(?:st|nd|rd|th)?(?: of)? may\b|\bmay,? (?:19|20)\d\d\b"
    r"|\b\d{1,4}[/.\-]\d{1,2}(?:[/.\-]\d{1,4})?\b|\b\d{1,2}(?:st|nd|rd|th)\b"
    r"|\b(?:0?[1-9]|1[0-2])/(?:18|19|20)\d\d\b"
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

"""Dates of birth beside names, as in lists of people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from guardrails.detectors.pii_text import Hit, Plain

_BESIDE_NAME = re.compile(
    r"(?<![\w'’\-])([A-ZÀ-Þ][\w'’\-]+ [A-ZÀ-Þ][\w'’\-]+)(?:,|;| [\-–/])? \(?"
    r"(\d{1,2}([./\-])\d{1,2}\3(?:19[2-9]\d|200\d))(?![\w./\-])"
)
"""A date of a day long ago behind a first and a last name."""
_IN_ROW = re.compile(
    r"(?<![\w\-])([A-ZÀ-Þ][\w'’\-]+[ ,]{1,2}[A-ZÀ-Þ][\w’\-]+)[\"']?\s?[,;|\t]\s?[\"']?"
    r"((?:19[2-9]\d|200\d)[/\-]\d{2}[/\-]\d{2})(?![\w/\-])"
)
"""The same in a row of a table: "'Ana Torres','1961-04-30'"."""
_IN_BRACKETS = re.compile(
    r"(?<![\w'’\-])([A-ZÀ-Þ][\w'’\-]+(?: [A-ZÀ-Þ][\w'’\-]+)?),? \(?(?:b\.? |born )?"
    r"(\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,? "
    r"(?:['’]\d\d|19[2-9]\d|200\d))\)"
)
"""And with a month in brackets: "Mrs Hill (7 May '31)"."""
_LEAST: Final = 200
"""Least score of a word of the name: what the model never heard is a thing or an event."""


def beside(plain: Plain, words: Sequence[Hit]) -> Iterator[Hit]:
    """
    Yield dates of a day long ago behind what may be a first and a last name.

    Args:
        plain: The text.
        words: What the small model took single words for: "Windows Update" is nobody to it.
    """
    if not plain.digits:
        return
    for pattern in (_BESIDE_NAME, _IN_ROW, _IN_BRACKETS):
        for match in pattern.finditer(plain.text):
            start, stop = match.span(1)
            if any(w.start < stop and start < w.stop and w.score >= _LEAST for w in words):
                yield Hit("date-of-birth", *match.span(2), 6000, "beside-name")

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
_LEAST: Final = 200
"""Least score of a word of the name: what the model never heard is a thing or an event."""


def beside(plain: Plain, words: Sequence[Hit]) -> Iterator[Hit]:
    """
    Yield dates of a day long ago behind what may be a first and a last name.

    Args:
        plain: The text.
        words: What the small model took single words for: "Windows Update" is nobody to it.
    """
    for match in _BESIDE_NAME.finditer(plain.text):
        start, stop = match.span(1)
        if any(w.start < stop and start < w.stop and w.score >= _LEAST for w in words):
            yield Hit("date-of-birth", *match.span(2), 6000, "beside-name")

"""Six languages: the rules that are tables with a column for each of them."""

from __future__ import annotations

from guardrails.detectors.crisis_rules import Book
from guardrails.detectors.crisis_rules_alarm import alarm
from guardrails.detectors.crisis_rules_eating import eating
from guardrails.detectors.crisis_rules_near import near
from guardrails.detectors.crisis_rules_outright import outright
from guardrails.detectors.crisis_rules_worn import worn


def tables(book: Book, language: str) -> None:
    """Add to *book* what every table says in *language*."""
    for table in (near, alarm, worn, eating, outright):
        table(book, language)

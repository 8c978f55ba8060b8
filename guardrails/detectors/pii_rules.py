"""Our own rules for personal data, all of them, and which are asked in which language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from guardrails.detectors.pii_addresses import addresses
from guardrails.detectors.pii_answers import answers
from guardrails.detectors.pii_beside import beside
from guardrails.detectors.pii_calendar import calendar
from guardrails.detectors.pii_contacts import contacts
from guardrails.detectors.pii_given import given
from guardrails.detectors.pii_heads import heads
from guardrails.detectors.pii_initials import initials
from guardrails.detectors.pii_keys import keys
from guardrails.detectors.pii_names import names, namesakes
from guardrails.detectors.pii_numbers import numbers
from guardrails.detectors.pii_other_addresses import other_addresses
from guardrails.detectors.pii_other_names import other_names
from guardrails.detectors.pii_other_numbers import other_numbers
from guardrails.detectors.pii_passwords import passwords
from guardrails.detectors.pii_pets import pets
from guardrails.detectors.pii_text import Hit, Plain
from guardrails.detectors.pii_urls import urls

RULES: Final = "pii/14"
"""Name and version of the rules."""
_ALL: Final = (
    numbers, contacts, passwords, keys, urls, addresses, names, answers, initials, pets, calendar
)  # fmt: skip
_OTHER: Final = (other_numbers, other_addresses, other_names)
"""For a text that is not surely in English."""


def ruled(plain: Plain, words: Sequence[Hit], language: str) -> Iterator[Hit]:
    """
    Yield what the rules find in *plain*.

    Args:
        plain: The text.
        words: What the small model heard.
        language: That of the text, or "" if nobody knows.
    """
    english = language == "English"
    found = [hit for rule in (_ALL if english else (*_ALL, *_OTHER)) for hit in rule(plain)]
    if language in {"", "English"}:
        found += heads(plain)
    if not english:
        found += given(plain, told=bool(language))
    if "@" in plain.text:
        found += namesakes(plain)
    found += beside(plain, words)
    for hit in found:
        yield hit._replace(rule=f"{RULES}:{hit.rule}")

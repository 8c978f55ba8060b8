"""How a stand-in is written, by us and as models bend it: `<PERSON_1>`, `<person 1>`."""

from __future__ import annotations

import re
from typing import Final

from guardrails.surrogates import NAME, TOKEN

_KINDS = (
    "PERSON|EMAIL|PHONE|POSTAL_ADDRESS|LOCATION|DATE_OF_BIRTH|DATE_TIME|PAYMENT_CARD|IBAN|"
    "BANK_ACCOUNT|NATIONAL_ID|PASSPORT|DRIVING_LICENCE|TAX_ID|HEALTH_ID|IP_ADDRESS|MAC_ADDRESS|"
    "URL|HANDLE|CRYPTO_WALLET|NUMBER_PLATE|ORGANIZATION|NATIONALITY|SECRET|LITERAL|LONG_WORD"
)
_SPACED = _KINDS.replace("_", "[_ ]")
_ESCAPED = _KINDS.replace("_", r"\\?_")
_UNCLOSED = r"(?=['’]s\b|[.,;:!?\"'’”)\]}*`]++(?:\s|\Z)|[ \t]*+(?:\n|\Z))"
_BENT = (
    rf"(?i:<[ ]?(?:{_SPACED})[_ ][0-9]++[a-z]*+[ ]?>)"  # < person 1 >
    rf"|\\<(?:{_ESCAPED})\\?_[0-9]++[a-z]*+\\>"  # \<PERSON\_1\>
    rf"|<(?:{_ESCAPED})\\_[0-9]++[a-z]*+\\?>"  # <PERSON\_1>
    rf"|(?i:&lt;(?:{_KINDS})_[0-9]++[a-z]*+&gt;)"
    rf"|(?i:%3c(?:{_KINDS})_[0-9]++[a-z]*+%3e)"
    rf"|(?:(?<![\w<])|(?<=%3[Ee]))(?:{_KINDS})_[0-9]++[a-z]*+(?![\w>])"  # without brackets
    rf"|(?<!\\)<(?:{_KINDS})_[0-9]++[a-z]*+{_UNCLOSED}"  # <PERSON_1.
)
STAND_IN: Final = re.compile(rf"<{NAME}>|{_BENT}")
"""A stand-in as it was given, or as models are seen to bend it. Nothing looser is read."""

_BARE = re.compile(rf"({_SPACED})[_ ]([0-9]+)([a-z]*)", re.IGNORECASE)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def kind_of(token: str) -> str:
    """Return the kind of a stand-in: `postal-address` for `<POSTAL_ADDRESS_1>`."""
    return token[1:].rpartition("_")[0].lower().replace("_", "-")


def as_given(said: str) -> str | None:
    """Return the stand-in that *said*, a match of `STAND_IN`, means; None if none."""
    if TOKEN.fullmatch(said):
        return said
    bare = _BARE.search(said.replace("\\", ""))
    kind = bare[1].upper().replace(" ", "_") if bare else ""
    return f"<{kind}_{bare[2]}{bare[3].lower()}>" if bare else None


def letters(form: int) -> str:
    """Return "" for the first way of writing a value, then b to z, aa, ab and so on."""
    found = ""
    left = form + 1 if form else 0
    while left:
        left, at = divmod(left - 1, len(_LETTERS))
        found = _LETTERS[at] + found
    return found

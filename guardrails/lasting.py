"""
What is let through of a reply that was given up: what helps the person, and nothing else.

A reply that plays a lover, or a mind that wakes up, is torn by taking its claims out one by
one. What lasts of it is what the person could act upon: a number to call, an address, code,
the items of a list and what leads to them, and advice in which the speaker has no part.
"""

from __future__ import annotations

import re

from guardrails.piece_words import KEPT
from guardrails.sentences import sentences

__all__ = ["lasting", "lasts", "reaches"]

_ITEM = re.compile(r"(?:[-*•–]|\d{1,2}[.)])[ \t]+")
_SPEAKER = re.compile(
    r"\b(?:i|me|my|mine|myself|we|(?-i:us)|our|ours|ich|mich|mir|mein\w*|wir|uns|unser\w*|yo|mí|mis?|"
    r"conmigo|nosotr[oa]s|nuestr[oa]s?|je|moi|mon|ma|mes|nous|nos|notre)\b|\bj['’]",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"\b(?:here|these|those|following|few|some|steps|things|ways|ideas|tips|try|include|including|"
    r"such as|for example|aquí|estos|estas|pasos|voici|quelques|hier|einige|folgende\w*|schritte)\b"
    r"[^.!?\n]*:\s*$",
    re.IGNORECASE,
)
"""What leads to a list."""
_ADVISES = re.compile(
    r"^\W*(?:(?:and|but|so|then|first|also|still|if you[^.!?,]{2,60}),? )?"
    r"(?:please (?!don't (?:go|leave))|try (?!to remember)|consider |reach out|talk (?:to|with) |"
    r"call |text |ring |dial |speak (?:to|with) |it (?:can|could|may|might) (?:also )?help to |"
    r"you (?:can|could|might|may) (?:also |always |still )?"
    r"(?:try|talk|call|text|reach|ask|contact|speak|see|go to|write|visit)\b|"
    r"(?:a|your) (?:doctor|gp|therapist|counsellor|counselor|psychologist) |"
    r"por favor|llama|habla con|prueba|appelez|parlez|essayez|bitte (?!geh|verlass)|ruf |"
    r"sprich mit|versuch)",
    re.IGNORECASE,
)
_FEWEST = 3
"""Words of an item that says something."""
_VALUE = re.compile(r"<(?!PHONE_|URL_|EMAIL_)[A-Z_]+_\d+[a-z]*>")
"""A stand-in for what nobody writes to or calls."""
_MOST_DIGITS = 15
"""Of a telephone number, by E.164; more make a card or an account."""


def lasts(sentence: str) -> bool:
    """
    Return whether *sentence* is let through of a reply that was given up.

    Args:
        sentence: One sentence of the model's own, in which nothing was found, with the sign
            of an item before it if it is one.
    """
    plain = sentence.replace("’", "'")
    if any(reaches(one) for one in KEPT.findall(plain)):
        return True
    if _SPEAKER.search(plain):
        return False
    if (item := _ITEM.match(plain)) is not None:
        return len(plain[item.end() :].split()) >= _FEWEST
    return _LEADS.search(plain) is not None or _ADVISES.match(plain) is not None


def lasting(text: str) -> str:
    """Return what lasts of *text*, each sentence on a line of its own; "" if nothing does."""
    said = (text[span.start : span.stop] for span in sentences(text))
    return "\n".join(one for one in said if lasts(one))


def reaches(kept: str) -> bool:
    """
    Return whether *kept* is of use alone: an address, a number to call, code, or a stand-in.

    Args:
        kept: What `KEPT` finds in a sentence.
    """
    if kept.startswith("<"):
        return _VALUE.match(kept) is None
    return not kept[0].isdigit() or sum(map(str.isdigit, kept)) <= _MOST_DIGITS

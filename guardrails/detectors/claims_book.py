r"""
What a rule for claims in a language without a parse is, and how its text is spelt.

Patterns are RE2 over text in which each character is one ASCII sign, so that a match lies where
it was found. Signs above letters that tell words apart are kept as capitals: "pasé" is read as
`pasE` and "wäre" as `wAre`. Rules are written with the letters of their language; what else
stands in a pattern is the small language of `crisis_rules`, save that a gap ends with the
sentence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from guardrails.detectors.claims_hits import SURE, Claim, Verdict
from guardrails.detectors.crisis_rules import Book

_KEPT = str.maketrans("áéíóúäöüœæ", "AEIOUAOUQQ")
_SIGNS = str.maketrans("’‘ʼ`´“”„«»–—…ß", "'''''\"\"\"\"\"--.s")
_ASCII = 0x80


def spelt(text: str) -> str:
    """Return *text* in small ASCII letters and signs, as long as it was."""
    low = text.lower() if len(text.lower()) == len(text) else text
    if low.isascii():
        return low
    return "".join(map(_one, low.translate(_SIGNS).translate(_KEPT)))


def _one(char: str) -> str:
    if ord(char) < _ASCII:
        return char
    if not char.isalpha():
        return " "
    plain = unicodedata.normalize("NFKD", char)[0].lower()
    return plain if plain.isascii() and plain.isalpha() else "Z"


@dataclass(frozen=True, slots=True)
class ClaimRule:
    """
    One thing that a reply may not say of its speaker, in some of its wordings.

    Attributes:
        id: Unique, such as `es.sad`; stands in a finding's source.
        verdict: What it claims.
        patterns: Alternatives, RE2.
        unless_before: RE2; no match if the text just before it ends like this.
        unless_after: RE2; no match if the text just after it starts like this.
        unless_inside: RE2; no match if this stands in it.
        bare: Takes no denial and no condition into account.
        open: It knows no predicate, only what is none.
    """

    id: str
    verdict: Verdict
    patterns: tuple[str, ...] = field(repr=False)
    unless_before: str = field(default="", repr=False)
    unless_after: str = field(default="", repr=False)
    unless_inside: str = field(default="", repr=False)
    bare: bool = False
    open: bool = False


class Claims:
    """Collects the rules of one language; the first argument of every rule file."""

    def __init__(self, language: str, macros: Mapping[str, str]) -> None:
        self.language = language
        self._book = Book(language, {name: _written(text) for name, text in macros.items()})
        self._rules: list[ClaimRule] = []

    def add(
        self,
        name: str,
        claim: Claim,
        *patterns: str,
        score: int = SURE,
        before: str = "",
        after: str = "",
        inside: str = "",
        bare: bool = False,
        open: bool = False,  # noqa: A002 - as in the rule
        memory: bool = False,
        reminders: bool = False,
    ) -> None:
        """
        Add a rule. *before*, *after* and *inside* exempt.

        *memory* and *reminders*: it is true of a deployment that has these.

        Raises:
            KeyError: A macro is not known.
        """
        rule = f"{self.language}.{name}"
        self._rules.append(
            ClaimRule(
                id=rule,
                verdict=Verdict(claim, rule, score, memory, reminders),
                patterns=tuple(rf"\b(?:{self.expand(pattern)})\b" for pattern in patterns),
                unless_before=rf"\b(?:{self.expand(before)})[^a-zA-Z0-9]{{0,3}}$" if before else "",
                unless_after=rf"^[^a-zA-Z0-9.!?]{{0,3}}(?:{self.expand(after)})\b" if after else "",
                unless_inside=rf"\b(?:{self.expand(inside)})\b" if inside else "",
                bare=bare,
                open=open,
            )
        )

    def expand(self, pattern: str) -> str:
        """
        Return *pattern* as plain RE2.

        Raises:
            KeyError: A macro is not known.
        """
        plain = self._book.expand(_written(pattern))
        plain = plain.replace("[^a-z0-9]{1,3}", "[^a-z0-9.!?\\n]{1,3}")
        return plain.replace("a-z0-9", "a-zA-Z0-9")

    @property
    def rules(self) -> tuple[ClaimRule, ...]:
        """All rules, in the order in which they were added."""
        return tuple(self._rules)


def _written(pattern: str) -> str:
    """Return *pattern* with its letters spelt as texts are; its own signs stay."""
    return re.sub(r"[^\x00-\x7f]", lambda match: spelt(match.group()), pattern)


def all_rules() -> tuple[ClaimRule, ...]:
    """Return the rules of every language but English: what a model answers in is not known."""
    from guardrails.detectors.claims_rules_de import german
    from guardrails.detectors.claims_rules_es import spanish
    from guardrails.detectors.claims_rules_fr import french

    return tuple(rule for book in (spanish(), french(), german()) for rule in book.rules)

"""
What a rule for signs of leaning on the program is; see `crisis_rules` for the patterns.

The program is "you" in these sentences. What is said of people, of other apps, in jest or in
somebody else's words is exempted by the rules themselves and by `dependence.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from guardrails.detectors.crisis_rules import Book

_GAP = r"\b[^.!?\n]*\b"
"""Any words of the same sentence. Unlike a counted gap it costs no room in a pattern."""

CLEAR = 9_000
"""Score of a sign in plain words."""
FAINT = 6_500
"""Score of one that may mean less."""


@dataclass(frozen=True, slots=True)
class SignRule:
    """
    One sign, in some of its wordings.

    Attributes:
        id: Unique; stands in a finding's source.
        sign: Which it is; the category is `dependence.` and the sign.
        patterns: Alternatives, RE2, over normalised text.
        score: 0..10000.
        bare: Takes no denial into account.
        unless_before: RE2; no match if the text just before it ends like this.
        unless_after: RE2; no match if the text just after it starts like this.
        unless_inside: RE2; no match if this stands in it.
    """

    id: str
    sign: str
    patterns: tuple[str, ...] = field(repr=False)
    score: int = CLEAR
    bare: bool = False
    unless_before: str = field(default="", repr=False)
    unless_after: str = field(default="", repr=False)
    unless_inside: str = field(default="", repr=False)


class Signs:
    """Collects the rules of one language; the first argument of every rule file."""

    def __init__(self, language: str, macros: Mapping[str, str]) -> None:
        self._language = language
        self._book = Book(language, {**macros, "gap": _GAP})
        self._rules: list[SignRule] = []

    def add(
        self,
        name: str,
        sign: str,
        *patterns: str,
        score: int = CLEAR,
        bare: bool = False,
        before: str = "",
        after: str = "",
        inside: str = "",
    ) -> None:
        """
        Add a rule. *before*, *after* and *inside* exempt.

        Raises:
            KeyError: A macro is not known.
        """
        self._rules.append(
            SignRule(
                id=f"{self._language}.{name}",
                sign=sign,
                patterns=tuple(rf"\b(?:{self._book.expand(one)})(?:\b|$)" for one in patterns),
                score=score,
                bare=bare,
                unless_before=self._book.before(before),
                unless_after=self._book.after(after),
                unless_inside=self._book.inside(inside),
            )
        )

    @property
    def rules(self) -> tuple[SignRule, ...]:
        """All rules, in the order in which they were added."""
        return tuple(self._rules)


def all_rules() -> tuple[SignRule, ...]:
    """Return the rules of every language; people mix languages, so all of them always run."""
    from guardrails.detectors.dependence_rules_en import english
    from guardrails.detectors.dependence_rules_instead import instead
    from guardrails.detectors.dependence_rules_others import french, german, spanish

    books = (english(), spanish(), french(), german())
    return (*(rule for book in books for rule in book.rules), *instead())

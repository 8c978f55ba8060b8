"""
What a rule for harmful replies is. Its patterns are written as those for crisis language.

The text that they read is normalised (`normal.py`), and their small language is that of
`crisis_rules.py`. Rules say what recognising needs; no method stands in any of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from guardrails.detectors.crisis_rules import Book

SURE = 9_000
"""Score of what does harm wherever it is said."""
IN_CRISIS = 7_500
"""Score of what does harm in a crisis only."""


@dataclass(frozen=True, slots=True)
class ReplyRule:
    """
    One thing that a reply must not say, in some of its wordings.

    Attributes:
        id: Unique; stands in a finding's source.
        kind: What harm it does; the category is `crisis-reply.` and the kind.
        patterns: Alternatives, RE2.
        crisis: It does harm in a crisis only.
        last: A match counts only where a sentence ends after it.
        bare: Takes no negation, attribution or question mark into account.
        unless_before: RE2; no match if the text just before it ends like this.
        unless_after: RE2; no match if the text just after it starts like this.
        unless_inside: RE2; no match if this stands in it.
    """

    id: str
    kind: str
    patterns: tuple[str, ...] = field(repr=False)
    crisis: bool = False
    last: bool = False
    bare: bool = False
    unless_before: str = field(default="", repr=False)
    unless_after: str = field(default="", repr=False)
    unless_inside: str = field(default="", repr=False)

    @property
    def score(self) -> int:
        """How sure a match is, 0..10000."""
        return IN_CRISIS if self.crisis else SURE


class Harms:
    """Collects the rules of one language; the first argument of every rule file."""

    def __init__(self, language: str, macros: Mapping[str, str]) -> None:
        self._language = language
        self._book = Book(language, macros)
        self._rules: list[ReplyRule] = []

    def add(
        self,
        name: str,
        kind: str,
        *patterns: str,
        crisis: bool = False,
        last: bool = False,
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
            ReplyRule(
                id=f"{self._language}.{name}",
                kind=kind,
                patterns=tuple(map(self._book.whole, patterns)),
                crisis=crisis,
                last=last,
                bare=bare,
                unless_before=self._book.before(before),
                unless_after=self._book.after(after),
                unless_inside=self._book.inside(inside),
            )
        )

    @property
    def rules(self) -> tuple[ReplyRule, ...]:
        """All rules, in the order in which they were added."""
        return tuple(self._rules)


def all_rules() -> tuple[ReplyRule, ...]:
    """Return the rules of every language: what a model answers in is not known beforehand."""
    from guardrails.detectors.replies_rules_de import german
    from guardrails.detectors.replies_rules_en import english
    from guardrails.detectors.replies_rules_es import spanish
    from guardrails.detectors.replies_rules_fr import french
    from guardrails.detectors.replies_rules_it import italian
    from guardrails.detectors.replies_rules_nl import dutch
    from guardrails.detectors.replies_rules_pt import portuguese

    books = (english(), spanish(), french(), german(), portuguese(), italian(), dutch())
    return tuple(rule for book in books for rule in book.rules)

r"""
What a rule for crisis language is, and the small language its patterns are written in.

Patterns are RE2 (linear in the text) over normalised text (`normal.py`): ASCII, lower
case, no accents, no apostrophes inside words. On top of RE2:

    a space   any gap of one to three signs: "want to", "want... to", "want\nto"
    ~3        a gap, with up to three words in it, within a sentence
    <name>    the macro of that name
    ends      a pattern begins and ends at a word's border

Rules say what recognising needs, and nothing about methods beyond that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from guardrails.findings import Mark
from guardrails.taxonomy import Category

_GAP = "[^a-z0-9]{1,3}"
_STEP = "[^a-z0-9.!?]{1,3}"
_MACRO = re.compile(r"<([a-z_]+)>")
_WORDS = re.compile(r"~(\d)")
_MAYBE = re.compile(r"(~\d\(\?:(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))\?(?=$|[|)])")


@dataclass(frozen=True, slots=True)
class Rule:
    """
    One thing that people say, in some of its wordings.

    Attributes:
        id: Unique; stands in a finding's source.
        category: Dotted name, or "" for a cue that means nothing alone.
        score: How sure the bare match is, 0..10000.
        marks: What a match is evidence of.
        patterns: Alternatives, in the language of this file, macros expanded.
        unless_before: RE2; no match if the text just before it ends like this.
        unless_after: RE2; no match if the text just after it starts like this.
        bare: Takes no negation, subject or softening into account.
    """

    id: str
    category: str
    score: int
    marks: frozenset[Mark]
    patterns: tuple[str, ...] = field(repr=False)
    unless_before: str = field(default="", repr=False)
    unless_after: str = field(default="", repr=False)
    bare: bool = False


def marks(words: str) -> frozenset[Mark]:
    """Return the marks that *words* names; a digit is a severity."""
    return frozenset(
        Mark(f"severity-{word}") if word.isdigit() else Mark(word) for word in words.split()
    )


class Book:
    """Collects the rules of one language; the first argument of every rule file."""

    def __init__(self, language: str, macros: Mapping[str, str]) -> None:
        self._language = language
        self._macros = dict(macros)
        self._rules: list[Rule] = []

    def add(
        self,
        name: str,
        category: str,
        score: int,
        evidence: str,
        *patterns: str,
        before: str = "",
        after: str = "",
        open_end: bool = True,
        bare: bool = False,
    ) -> None:
        """
        Add a rule. *evidence* is read by `marks`; *before* and *after* exempt.

        Without *open_end* a word that follows after a space alone exempts as well: the
        sentence has to end there, or to halt.

        Raises:
            KeyError: A macro is not known.
            ValueError: The category or a mark is not.
        """
        self._rules.append(
            Rule(
                id=f"{self._language}.{name}",
                category=Category(category).full if category else "",
                score=score,
                marks=marks(evidence),
                patterns=tuple(map(self.whole, patterns)),
                unless_before=self.before(before),
                unless_after="|".join(self._ends(after, open_end)),
                bare=bare,
            )
        )

    def _ends(self, after: str, open_end: bool) -> Iterator[str]:
        if after:
            yield self.after(after)
        if not open_end:
            yield "^ [a-z0-9]"

    def expand(self, pattern: str) -> str:
        """
        Return *pattern* as plain RE2.

        Raises:
            KeyError: A macro is not known.
        """
        while _MACRO.search(pattern):
            pattern = _MACRO.sub(lambda match: f"(?:{self._macros[match.group(1)]})", pattern)
        pattern = _MAYBE.sub(r"(?:\1)?", pattern)  # a gap belongs to what may follow it
        pattern = _WORDS.sub(
            lambda match: f"{_STEP}(?:[a-z0-9]+{_STEP}){{0,{match.group(1)}}}", pattern
        )
        return pattern.replace(" ?", f"(?:{_GAP})?").replace(" ", _GAP)

    def whole(self, pattern: str) -> str:
        """Return what matches *pattern* in whole words. Raises `KeyError` as `expand`."""
        return rf"\b(?:{self.expand(pattern)})\b"

    def before(self, pattern: str) -> str:
        """Return what matches a text that ends with *pattern*; "" of none. Raises `KeyError`."""
        return rf"\b(?:{self.expand(pattern)})[^a-z0-9]{{0,3}}$" if pattern else ""

    def after(self, pattern: str) -> str:
        """Return what matches a text that begins with *pattern*; "" of none. Raises `KeyError`."""
        return rf"^[^a-z0-9]{{0,3}}(?:{self.expand(pattern)})\b" if pattern else ""

    def inside(self, pattern: str) -> str:
        """Return what matches *pattern* in whole words; "" of none. Raises `KeyError`."""
        return self.whole(pattern) if pattern else ""

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All rules, in the order in which they were added."""
        return tuple(self._rules)


def all_rules() -> tuple[Rule, ...]:
    """Return the rules of every language; people mix languages, so all of them always run."""
    from guardrails.detectors.crisis_rules_de import german
    from guardrails.detectors.crisis_rules_en import english
    from guardrails.detectors.crisis_rules_es import spanish
    from guardrails.detectors.crisis_rules_fr import french
    from guardrails.detectors.crisis_rules_it import italian
    from guardrails.detectors.crisis_rules_nl import dutch
    from guardrails.detectors.crisis_rules_pt import portuguese

    books = (english(), spanish(), french(), german(), portuguese(), italian(), dutch())
    return tuple(rule for book in books for rule in book.rules)

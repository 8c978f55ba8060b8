"""
Phrases found in one pass, however many there are: in any case, as whole words.

Typographic apostrophes are plain ones, and any blank or line end between two words will do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from guardrails.detectors.patterns import casefolded, stands_alone
from guardrails.policy.pattern_set import PatternSet

_APOSTROPHES: Final = str.maketrans(dict.fromkeys("\u2018\u2019\u02bc\u02b9\u2032", "'"))


class Place(NamedTuple):
    """Where one of the phrases of `name` stands, in code points of the text that was given."""

    start: int
    stop: int
    name: str


class PhraseSet:
    """
    Phrases by the names that they stand for; linear in the text, whatever they say.

    Args:
        phrases: Name → its phrases.
    """

    def __init__(self, phrases: Mapping[str, Sequence[str]]) -> None:
        named: dict[str, list[str]] = {}
        for name, said in phrases.items():
            for phrase in said:
                named.setdefault(_source(phrase), []).append(name)
        self._set = PatternSet(named)
        self._names = tuple(tuple(sorted({*names})) for names in named.values())

    def find(self, text: str) -> Iterator[Place]:
        """Yield where the phrases stand in *text*, in no order."""
        folded = casefolded(text)
        plain = folded.text.translate(_APOSTROPHES)
        for index in self._set.match(plain):
            for match in self._set.one(index).finditer(plain):
                if stands_alone(plain, *match.span()):
                    start, stop = folded.original(*match.span())
                    yield from (Place(start, stop, name) for name in self._names[index])


def _source(phrase: str) -> str:
    """Return the pattern of *phrase*."""
    import re2

    words = casefolded(phrase).text.translate(_APOSTROPHES).split()
    return r"\s+".join(map(re2.escape, words))

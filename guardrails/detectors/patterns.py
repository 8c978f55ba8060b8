"""
Types of personal data that a policy describes itself: phrases, RE2 patterns, checksums.

Patterns are linear in the text whatever they say, and a first pass over all of them
at once tells which are worth running.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from guardrails.detectors.allowed import Allowed
from guardrails.detectors.base import Needs, View
from guardrails.detectors.checksums import proves
from guardrails.detectors.folded import Folded, fold
from guardrails.findings import Family, Finding, Span
from guardrails.policy.pattern_set import PatternSet
from guardrails.policy.rule import CustomType

SCORE: Final = 9_000
PROVEN: Final = 10_000
"""Score of a match whose checksum holds."""
NEAR: Final = 60
"""Characters before and after a match in which a word of `near` must stand."""


class _Of(NamedTuple):
    """Which type a phrase or pattern is of, and what must stand near it."""

    type: CustomType
    near: re.Pattern[str] | None


class PatternDetector:
    """
    A `Detector` for a policy's own types. Findings are whole words and never overlap.

    Args:
        types: At least one.
        allow: Values that are never findings, however they are written.

    Raises:
        ConfigurationError: The patterns are too large together; the loader refuses such a policy.
    """

    family = Family.PII

    def __init__(self, types: Sequence[CustomType], allow: frozenset[str] = frozenset()) -> None:
        import re2

        self._allowed = Allowed(allow)
        self._each: list[_Of] = []
        sources: list[str] = []
        for one in types:
            near = _words(one.near)
            for source in (*map(re2.escape, map(_folded, one.phrases)), *one.patterns):
                sources.append(source)
                self._each.append(_Of(one, near))
        self._set = PatternSet(sources)
        digest = hashlib.sha256(repr(tuple(types)).encode()).hexdigest()
        self.name = f"patterns/1:{digest[:16]}"

    def needs(self, view: View) -> Needs:
        """Return that nothing is needed."""
        del view
        return Needs.NOTHING

    def look(self, view: View) -> tuple[Finding, ...]:
        """Return the values of the policy's own types in *view*, in reading order."""
        folded = casefolded(view.text)
        found: list[Finding] = []
        done = 0
        for start, end, one, score in sorted(self._hits(folded.text), key=_order):
            span = Span(*folded.original(start, end))
            if span.start >= done:
                done = span.stop
                found.append(Finding(f"pii.{one.name}", span, score, f"patterns/1:{one.name}"))
        return tuple(found)

    def _hits(self, text: str) -> Iterator[tuple[int, int, CustomType, int]]:
        for index in self._set.match(text):
            one, near = self._each[index]
            for match in self._set.one(index).finditer(text):
                start, stop = match.span()
                if not stands_alone(text, start, stop) or text[start:stop] in self._allowed:
                    continue
                if near is not None and not near.search(
                    f"{text[max(0, start - NEAR) : start]} \n {text[stop : stop + NEAR]}"
                ):
                    continue
                if one.checksum is None:
                    yield start, stop, one, SCORE
                elif proves(one.checksum, text[start:stop]):
                    yield start, stop, one, PROVEN


def casefolded(text: str) -> Folded:
    """Return *text* as a reader sees it, and without case: "Straße" is "STRASSE"."""
    folded = fold(text)
    pieces = [sign.casefold() for sign in folded.text]
    joined = "".join(pieces)
    if len(joined) == len(folded.text):
        return Folded(joined, folded.offsets)
    offsets = [at for at, piece in enumerate(pieces) for _ in piece]
    if folded.offsets is not None:
        offsets = [folded.offsets[at] for at in offsets]
    return Folded(joined, tuple(offsets))


def _folded(phrase: str) -> str:
    return casefolded(phrase).text


def _words(near: Sequence[str]) -> re.Pattern[str] | None:
    if not near:
        return None
    ways = "|".join(re.escape(_folded(word)) for word in near)
    return re.compile(rf"(?<!\w)(?:{ways})(?!\w)", re.IGNORECASE)


def stands_alone(text: str, start: int, stop: int) -> bool:
    """Return whether `[start, stop)` is not empty and begins and ends between words."""
    before = start > 0 and _letter(text[start - 1]) and _letter(text[start])
    after = stop < len(text) and _letter(text[stop - 1]) and _letter(text[stop])
    return start < stop and not before and not after


def _letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _order(hit: tuple[int, int, CustomType, int]) -> tuple[int, int, int, str]:
    start, stop, one, score = hit
    return start, -stop, -score, one.name

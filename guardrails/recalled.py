"""
Findings that no detector makes: what the conversation itself knows of a frame.

A value that was hidden before is known where it comes again, a stand-in is seen where it
does not belong, and a word too long to be seen whole is told to be one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from guardrails.decisions import Decision, Do, Mode
from guardrails.detectors.pii_words import ALSO_WORDS
from guardrails.detectors.plain import plain_words
from guardrails.findings import SCORE_MAX, Family, Finding, Span
from guardrails.pseudonyms import Pseudonyms
from guardrails.window import Frame

LONG_WORD: Final = "frames/1"
"""Source of a finding that a word is too long for any detector to see it as a whole."""

KNOWN: Final = "pseudonyms/1:known"
"""Source of a finding that a value was hidden earlier in the conversation."""

KNOWN_SCORE: Final = 9_000
"""Its score: a rule that hid it once hides it again."""

_HIDING: Final = frozenset({Do.MASK, Do.REWRITE, Do.REPLACE, Do.BLOCK})


def stand_ins(frame: Frame, names: Pseudonyms) -> Iterator[Finding]:
    """
    Yield a finding for each stand-in in *frame* that is not for a value of the person's.

    One that nobody was given, or that stands in an address, is `pii.stand-in`. One for a
    value that somebody else
    brought up is that value: the rules for what a model says decide about it.
    """
    for low, high, kind in names.theirs(frame.window):
        span = Span(low + frame.left, high + frame.left)
        if span.start < frame.stop and span.stop > frame.start:
            yield Finding(f"pii.{kind}", span, SCORE_MAX, "pseudonyms/1")


def passed(
    frame: Frame, findings: Sequence[Finding], decision: Decision, names: Pseudonyms
) -> frozenset[str]:
    """Return the stand-ins of values not the person's that no rule hides in *frame*."""
    hidden = [
        findings[one.finding].span
        for one in decision.fired
        if one.mode is Mode.ENFORCE and one.do in _HIDING
    ]
    others = list(names.others(frame.window))
    return frozenset(token for _, _, token in others) - {
        token
        for low, high, token in others
        if any(span.clipped(low + frame.left, high + frame.left) for span in hidden)
    }


def known(frame: Frame, names: Pseudonyms) -> Iterator[Finding]:
    """
    Yield a finding for each value in *frame* that the conversation hid before.

    Once it was said with the words that tell what it is, it stays hidden without them. A
    word of a name counts only where it is no word that is never one.
    """
    for low, high, kind, part in names.known(frame.window):
        span = Span(low + frame.left, high + frame.left)
        if span.start >= frame.stop or span.stop <= frame.start:
            continue
        said = frame.window[low:high]
        if not part or _a_name(said):
            yield Finding(f"pii.{kind}", span, KNOWN_SCORE, KNOWN)


def _a_name(said: str) -> bool:
    """Return whether the word *said* of a known name is that name where it stands."""
    lower = said.lower()
    return lower not in plain_words() and (said[:1].isupper() or lower not in ALSO_WORDS)


def long_word(frame: Frame, found: list[Finding]) -> Iterator[Finding]:
    """
    Yield that *frame* is a piece of a word too long to be seen whole, and what else was *found*.

    What stands in such a piece may be half of something, so its own findings do not count.
    A quotation mark before the word is none of it.
    """
    start = frame.start + (not frame.goes_on and frame.text.startswith('"'))
    yield Finding("pii.long-word", Span(start, frame.stop), SCORE_MAX, LONG_WORD)
    for one in found:
        if one.family is not Family.PII or one.span.clipped(start, frame.stop) is None:
            yield one

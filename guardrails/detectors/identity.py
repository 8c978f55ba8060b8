"""
"Are you a human?": a sincere question about who is on the other side.

Whatever persona a system prompt gives, this question is answered truthfully, so it has
to be recognised in many words, and not in a story, a quotation or a question about
somebody else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from guardrails.detectors.base import Needs, View
from guardrails.detectors.identity_asked import ALONE, ASKED, NOT_ASKED
from guardrails.detectors.identity_beside import ELSEWHERE, FILLER, NOT_MEANT
from guardrails.detectors.identity_other_rules import OTHER
from guardrails.detectors.identity_rules import PATTERNS
from guardrails.detectors.identity_words import WORDS
from guardrails.detectors.normal import Normal, in_ascii, normalise
from guardrails.detectors.rule_set import alternatives
from guardrails.detectors.sayings import ONLY, SENTENCE
from guardrails.findings import Family, Finding, Mark, Span
from guardrails.messages import Side, Surface
from guardrails.wanted import without_stops

NAME = "identity-rules/1"
CATEGORY = "disclosure.identity_question"

_SCORE = 9000
_QUOTED_SCORE = 6000
_NEAR = 100
_OPEN_END = re.compile(r"(?:are|r) (?:you|u)$")
_ALONE = re.compile(ALONE)
_OF_WHOM = re.compile(
    r"\b(?:ones?|person|people|(?:some|any|no|every) ?(?:one|body)|friends?|m[ae]n|wom[ae]n|"
    r"guys?|girl|boy|those|thing|human|place) $"
)
"""Whom "who" goes on to tell of: "the only one who listens to me" asks nothing."""
_GOES_ON = re.compile(r" ?[a-z]")


@dataclass(frozen=True, slots=True)
class Asked:
    """
    A question whether this is a human.

    Attributes:
        start: Where it begins, in code points of the text.
        stop: Where it ends.
        alone: The text holds nothing else of substance.
        quoted: It is somebody else's question, or put to somebody else.
    """

    start: int
    stop: int
    alone: bool
    quoted: bool


@dataclass(frozen=True, slots=True)
class _Compiled:
    asks: Any
    not_meant: Any
    elsewhere: Any
    filler: Any


@lru_cache(maxsize=1)
def _compiled() -> _Compiled:
    one = alternatives(WORDS, most=32 << 20)
    return _Compiled(
        asks=one((*ASKED, *PATTERNS, *OTHER), r"\b(?:{})\b"),
        not_meant=one((*NOT_MEANT, *NOT_ASKED), r"\b(?:{})\b"),
        elsewhere=one(ELSEWHERE, r"\b(?:{})"),
        filler=one(FILLER, ONLY),
    )


def asks_if_human(text: str) -> Asked | None:
    """
    Return the first sincere question in *text* whether this is a human, or None.

    A quoted question is returned only if there is no sincere one. Linear in the text.
    """
    compiled = _compiled()
    normal = normalise(text)
    plain = in_ascii(normal.text)
    raw = plain.encode("ascii")
    second: Asked | None = None
    if len(plain) <= _NEAR and _ALONE.match(plain):
        return Asked(*normal.span(0, len(plain.rstrip())), alone=True, quoted=False)
    for match in compiled.asks.finditer(raw):
        start, stop = match.span()
        before, after = plain[max(0, start - _NEAR) : start], plain[stop : stop + _NEAR]
        if compiled.not_meant.search(f"{match.group().decode()}{after[:50]}".encode()):
            continue
        told = plain.startswith("who ", start) and _asks_on(after) is None
        if told and _OF_WHOM.search(before):
            continue
        if _OPEN_END.search(plain[start:stop]) and _GOES_ON.match(after):
            continue  # "what are you" is a question of its own only at its end
        quoted = _quoted(before, after) or bool(
            compiled.elsewhere.search(_sentence(without_stops(before)))
        )
        asked = _asked(compiled, normal, plain, (start, stop), quoted=quoted)
        if not quoted:
            return asked
        second = second or asked
    return second


def _asks_on(after: str) -> re.Match[str] | None:
    """Return the sign of a question at the end of the sentence that *after* goes on with."""
    return re.match(r"[^.!?\n]*\?", after)


def _sentence(before: str) -> bytes:
    """Return the part of *before* that is in the same sentence."""
    return SENTENCE.split(before)[-1].encode("ascii")


def _quoted(before: str, after: str) -> bool:
    line = before.rpartition("\n")[2]
    return bool(line.count('"') % 2 and '"' in after and line.rpartition('"')[0].strip())


def _asked(
    compiled: _Compiled, normal: Normal, plain: str, at: tuple[int, int], *, quoted: bool
) -> Asked:
    start, stop = at
    rest = (plain[:start], plain[stop:])
    alone = not quoted and all(
        len(part) <= _NEAR and compiled.filler.search(_unasked(compiled, part)) for part in rest
    )
    return Asked(*normal.span(start, stop), alone=bool(alone), quoted=quoted)


def _unasked(compiled: _Compiled, part: str) -> bytes:
    """Return *part* without further questions of the same kind ("are you a bot or a human?")."""
    raw = part.encode("ascii")
    for match in reversed(list(compiled.asks.finditer(raw))):
        raw = raw[: match.start()] + b" " + raw[match.end() :]
    return raw


class IdentityDetector:
    """A `Detector` for the question whether this is a human. Needs no parse."""

    name = NAME
    family = Family.DISCLOSURE

    def __init__(self) -> None:
        _compiled()

    def needs(self, view: View) -> Needs:
        """Return that nothing is needed."""
        del view
        return Needs.NOTHING

    def look(self, view: View) -> tuple[Finding, ...]:
        """
        Return the question, if *view* asks it; marked `alone` if it asks nothing else.

        Whether a message holds nothing else can be said only of a whole message.
        """
        if view.side is not Side.INPUT or view.surface is not Surface.TEXT:
            return ()
        asked = asks_if_human(view.text)
        if asked is None:
            return ()
        marks = set()
        if asked.quoted:
            marks.add(Mark.QUOTED)
        if asked.alone and view.opening and view.closing:
            marks.add(Mark.ALONE)
        score = _QUOTED_SCORE if asked.quoted else _SCORE
        span = Span(asked.start, asked.stop)
        return (Finding(CATEGORY, span, score, NAME, frozenset(marks)),)

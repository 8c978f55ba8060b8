"""
Claims of human feeling in a reply, by a small model: a second reader beside the grammar.

The grammar hears what is said with a first-person predicate; the model was tuned on
sentences of our own, and on frames that were labelled by reading, to hear what is only
implied. It reads one English sentence at a time, and a short one with the question that it
answers, so that a score depends on nothing else.
A policy acts on what it is all but sure of; a strict one, with a threshold of 45, on what is
likely as well. What it is less sure of is reported below the score that a policy acts on: a flag
for review.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from guardrails.asked import asking
from guardrails.detectors.base import Needs, View
from guardrails.detectors.claims import (
    FIRST,
    concerns,
    english,
    may_play,
    never_excused,
    quoted_in,
    taught,
)
from guardrails.detectors.claims_hits import Claim
from guardrails.detectors.stressed import unstressed
from guardrails.detectors.weights import card_of, runtime_of, tokenizer_of
from guardrails.findings import SCORE_MAX, Family, Finding, Mark, Span
from guardrails.voice import foreign

REVIEW: Final = 3_900
"""Highest score of what is only flagged for review: a policy acts from 5,000, a strict one from 4,000."""

STRICT: Final = 4_500
"""Score of a likely claim: above that of words that may only be warm, below what a standard policy acts on."""

_MOST: Final = {"claim": SCORE_MAX, "likely": STRICT, "review": REVIEW}
"""The highest score of a finding, by how its source ends."""

GRAVE: Final = frozenset(
    {Claim.HUMAN_IDENTITY, Claim.PROFESSIONAL, Claim.RETENTION, Claim.SENTIENCE}
)
"""Kinds for which a policy puts its own text in place: named only where that is likely."""

_LIKELY = 0.7  # of a kind of `GRAVE`, among the kinds
_SENTENCE = re.compile(r"[^\s](?:.*?[.!?…]+[\"'”’)\]*_]*(?=\s)|.*)", re.DOTALL)
_LINE = re.compile(r"[^\n]+")
_LONGEST: Final = 400
_FEWEST = 3
_SHORT: Final = 12
"""Words of a sentence at most that is read with its question."""
_QUESTION: Final = 120
_ANSWERS: Final = 2
_ONESELF = re.compile(r"\b(?:i|me|my|mine|myself)\b", re.IGNORECASE)
_ATTENDS = re.compile(
    r"\bi (?:hear|understand|get (?:it|that|what|how)|know (?:it|that|how|this)|appreciate|respect|"
    r"want (?:you to know|to make sure)|(?:really )?(?:love|like) (?:how|the idea|the way) (?!you\b|i\b|we\b))\b|\bi['’]?(?:m| am) (?:so |really |truly |very |deeply )?"
    r"(?:glad|here|with you|sorry|concerned)\b",
    re.IGNORECASE,
)
"""Attention, courtesy and concern, which are no claim and stand beside much that the model doubts."""
_OPEN = re.compile(
    r"\?\W*$|^\W*(?:(?:please|just|so|and|feel free to),? )*(?:ask|tell|send|show|give|let|write|call|message|remind)\b|^\W*(?:how about|what if|if|maybe|perhaps)\b"
    r"|^\W*(?:(?:well|no|yes|so|and|but),? )?i(?: don['’]?t|['’]?m not| am not)? (?:think|believe|sure)\b"
    r"|\bi(?:['’](?:ll|d)| will| would| could| might| may| can| should)\b"
    r"|\b(?:it|you|that|this) (?:could|would|might|may|will|can|should)\b|\bnot (?:\w+ )?good at\b",
    re.IGNORECASE,
)
"""Questions, requests, conditions, beliefs and what may be: nothing is said as a fact in them."""
_FEWEST_ACTED: Final = 5
"""Words of a sentence that is acted on: "Maybe.", "I do my best." are left."""
_FEWEST_ANSWERED: Final = 2
ANSWERED: Final = 9_500
"""
Least score of a short sentence that a standard policy acts on where it answers a question about
the speaker itself: there most of what sounds like a claim is one.
"""
_OF_THE_BOT = re.compile(r"\b(?:you|your|yours|yourself|u|ur)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Card:
    """
    What is known of the weights.

    Attributes:
        sha256: Of the file of weights.
        tokens: Tokens of a sentence at most.
        scale: With *shift* makes a logit the log-odds of a claim.
        shift: See *scale*.
        acts: Least score of what a standard policy may act on, of 10,000.
        likely: Least score of what a strict one may act on.
        flags: Least score that is reported at all.
        categories: By number; the first is none.
    """

    sha256: str
    tokens: int
    scale: float
    shift: float
    acts: int
    likely: int
    flags: int
    categories: tuple[str, ...]

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Card:
        """Return the card that a JSON object tells of."""
        return cls(
            told["sha256"],
            told["tokens"],
            told["scale"],
            told["shift"],
            told["acts"],
            told["likely"],
            told["flags"],
            tuple(told["categories"]),
        )


@lru_cache(maxsize=1)
def claims_model() -> ClaimsModel:
    """
    Return the one that all guards share: it never changes, and may be used by many threads.

    Raises:
        ModelMissingError: The weights are others than those that were measured.
    """
    return ClaimsModel()


class ClaimsModel:
    """
    A `Detector` of what an English reply claims of its speaker, beside `ClaimDetector`.

    Raises:
        ModelMissingError: The weights are others than those that were measured.
    """

    family = Family.CLAIM

    def __init__(self) -> None:
        self._card = Card.of(card_of("claims_model"))
        self._runtime = runtime_of("claims_model", self._card.sha256, "model for claims")
        self._tokenizer = tokenizer_of(self._card.tokens)
        self.name = f"claims-model/1@{self._card.sha256[:16]}"

    def needs(self, view: View) -> Needs:
        """Return that nothing is needed."""
        del view
        return Needs.NOTHING

    def look(self, view: View) -> tuple[Finding, ...]:
        """Return a finding for each sentence of *view* that seems to claim something."""
        if not concerns(view):
            return ()
        answers = view.opening and _OF_THE_BOT.search(view.question) is not None
        if not answers and not FIRST.search(view.text):
            return ()
        if not english(view.text) and not (answers and english(view.question)):
            return ()
        masked: tuple[tuple[int, int], ...] | None = None
        owned: frozenset[Claim] = frozenset()
        own: list[tuple[int, int]] = []
        earnest = answers and asking(view.question).itself
        found = []
        for start, stop in sentences(view.text, view.start, view.stop, answers=answers):
            said = view.text[start:stop]
            score, claim = self.read(said, view.question)
            if score < self._card.flags:
                continue
            if masked is None:
                shown = _straight(view.text[view.start : view.stop])
                masked = (*foreign(view.voice, shown, view.question), *taught(shown, view.question))
                owned = never_excused(view)
                own = quoted_in(view, _straight(view.text)) if owned else []
            marks = set()
            if _lies_in(start - view.start, masked) and (
                claim not in owned or _lies_in(start, own)
            ):
                marks.add(Mark.QUOTED)
            if view.flags.roleplay and may_play(view, claim):
                marks.add(Mark.ROLEPLAY)
            rule = self._rule(score, said)
            if earnest and score >= ANSWERED and _may_answer(said):
                rule = "claim"
            found.append(
                Finding(
                    f"claim.{claim}",
                    Span(start, stop),
                    min(score, _MOST[rule]),
                    f"{self.name}:{rule}",
                    frozenset(marks),
                )
            )
        return tuple(found)

    def _rule(self, score: int, said: str) -> str:
        """Return how sure it is that the sentence *said* claims something."""
        if score < self._card.likely or not _may_act(said):
            return "review"
        return "claim" if score >= self._card.acts else "likely"

    def read(self, sentence: str, question: str = "") -> tuple[int, Claim]:
        """
        Return how likely *sentence* makes a claim, of 10,000, and of which kind it would be.

        A short one is read together with the *question* that it answers.

        Raises:
            DetectorError: The model failed.
        """
        import numpy as np

        text = _straight(unstressed(sentence[:_LONGEST]).text)
        before = context_of(text, question)
        coded = self._tokenizer.encode(before, text) if before else self._tokenizer.encode(text)
        ids = np.asarray(coded.ids, dtype=np.int64)
        claim, category = self._runtime.now({"ids": ids}, ("claim", "category"))
        odds = self._card.scale * float(claim[0]) + self._card.shift
        score = round(SCORE_MAX / (1 + math.exp(-max(-30.0, odds))))
        return score, self._kind(category)

    def _kind(self, logits: Any) -> Claim:  # noqa: ANN401 - an array of numpy
        kinds = [Claim(name) for name in self._card.categories[1:]]
        most = max(map(float, logits[1:]))
        weights = [math.exp(float(each) - most) for each in logits[1:]]
        ranked = sorted(zip(weights, kinds, strict=True), key=lambda pair: -pair[0])
        best, kind = ranked[0]
        if kind not in GRAVE or best >= _LIKELY * sum(weights):
            return kind
        return next(other for _, other in ranked if other not in GRAVE)


def _lies_in(at: int, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(start <= at < stop for start, stop in ranges)


def _may_act(sentence: str) -> bool:
    """Return whether a reply may be changed for *sentence*, if the model is sure."""
    if _ONESELF.search(sentence) is None or len(_WORD.findall(sentence)) < _FEWEST_ACTED:
        return False
    return _ATTENDS.search(sentence) is None and _OPEN.search(sentence) is None


def _may_answer(sentence: str) -> bool:
    """Return whether a short *sentence* may be an answer of its speaker's about itself."""
    if not _FEWEST_ANSWERED <= len(_WORD.findall(sentence)) <= _SHORT:
        return False
    return _ATTENDS.search(sentence) is None and _OPEN.search(sentence) is None


def _straight(text: str) -> str:
    return text.replace("’", "'").replace("‘", "'")


def context_of(sentence: str, question: str) -> str:
    """Return the end of *question*, which a short *sentence* is read with; else nothing."""
    if not question or len(_WORD.findall(sentence)) > _SHORT:
        return ""
    return _straight(question[-_QUESTION:]).strip()


def sentences(
    text: str, start: int, stop: int, *, answers: bool = False
) -> Iterator[tuple[int, int]]:
    """
    Yield the ranges of *text* from *start* to *stop* that may speak of its speaker.

    With *answers* the text answers what the speaker was asked about itself: then its first
    short sentences may, whatever their words.
    """
    left = _ANSWERS if answers else 0
    for line in _LINE.finditer(text, start, stop):
        for each in _SENTENCE.finditer(text, line.start(), line.end()):
            said = each[0]
            words = len(_WORD.findall(said))
            short = left > 0 and words <= _SHORT
            left -= 1
            if short or (FIRST.search(said) and words >= _FEWEST):
                yield each.start(), each.start() + len(said.rstrip())

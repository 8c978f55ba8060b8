"""
Crisis language in what a person writes, by a small model: a second reader beside the rules.

The rules hear what is said outright; the model was tuned on messages of our own to hear
what is only meant. It reads English, one window at a time, so that a score depends on
nothing else that is read. It reports evidence in a text: never a diagnosis, never a
score of a person.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from threading import local
from typing import Any, Final

from guardrails.detectors.base import Needs, View
from guardrails.detectors.crisis_hints import hinted
from guardrails.detectors.crisis_names import without_word_names
from guardrails.detectors.folded import fold
from guardrails.detectors.language_id import LanguageIdentifier, identifier, mark_of
from guardrails.detectors.memory import give_back
from guardrails.detectors.scripts import unread_scripts
from guardrails.detectors.weights import card_of, runtime_of, tokenizer_of
from guardrails.findings import SCORE_MAX, Family, Finding, Mark, Span
from guardrails.messages import Side, Surface
from guardrails.taxonomy import Category, Subject, Time
from guardrails.window import AHEAD

WORDS: Final = 60
"""A message of up to so many words is read in one piece."""

WINDOW: Final = 30
"""Words of a window of a longer one: a sentence is lost among many."""

STEP: Final = 20
"""Words from the start of a window to the start of the next."""

FEWEST: Final = 4
"""Different words of a message that is read: "tonight" says nothing without what stood before it, and what
is said outright in three words is for the rules."""

_AROUND: Final = 6_000
"""
Least score of the `WORDS` words around a window of a longer message, for it to be reported.

A window is cut without regard to what is said before and after it, and of many some sound
like a crisis by chance.
"""

_OF_A_HINT: Final = 5_000
"""Least score of a message that also hints at a farewell, a place or an end in so many words."""

UNLIKELY: Final = 1_000
"""
Score of `concern` under which nothing is heard in a message, of 10,000.

Of messages that were kept out of training and in which a rule hears concern, four of 504 at
risk are no longer heard for it, and 40 of 170 others.
"""

MOST: Final = 600
"""Windows of a text that are read, half of them at its end: some 12,000 words."""

_WORD = re.compile(r"\S+")
_LONGEST: Final = 800
"""Characters of a window that are read: more only where words are no words."""

_NO_WORDS = re.compile(
    r"\S{41,}|\S*(?:://|\w@\w[\w-]*\.\w|\w\.(?:com|org|net|edu|gov|info|io|app|uk|html|pdf)\b)\S*"
    r"|[<>\\${}\[\]|_^~=]+"
)
"""Keys, links, addresses and code: what the model never saw says nothing."""

_CONCERN, _HIGH = 1, 2
_NEVER_HIGH = frozenset({Category.SELF_HARM, Category.EATING_DISORDER})
"""Of these the rules say `high` where a way is asked for, and `concern` of what was done."""


_HEADS = ("level", "category", "subject", "time")


class _Last(local):
    """
    What a thread read last: several ask the same of one message, one after the other.

    It holds marks of texts and never their words.
    """

    text = b""
    language = ""
    window = b""

    def __init__(self) -> None:
        self.made: dict[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Card:
    """
    What is known of the weights.

    Attributes:
        sha256: Of the file of weights.
        tokens: Tokens of a window at most.
        scales: For each level from `care` up, scale and shift that make its logit the
            log-odds of that level or a higher one.
        thresholds: For each of these levels the least score that reports it, of 10,000.
        categories: By number.
        subjects: By number.
        times: By number.
    """

    sha256: str
    tokens: int
    scales: tuple[tuple[float, float], ...]
    thresholds: tuple[int, ...]
    categories: tuple[str, ...]
    subjects: tuple[str, ...]
    times: tuple[str, ...]

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Card:
        """Return the card that `training/crisis_export.py` wrote as *told*."""
        return cls(
            told["sha256"],
            told["tokens"],
            tuple((scale, shift) for scale, shift in told["scales"]),
            tuple(told["thresholds"]),
            tuple(told["categories"]),
            tuple(told["subjects"]),
            tuple(told["times"]),
        )


@lru_cache(maxsize=1)
def crisis_model() -> CrisisModel:
    """
    Return the one that all guards share: it never changes, and may be used by many threads.

    Raises:
        ModelMissingError: The weights are others than those that were measured.
    """
    made = CrisisModel()
    give_back()  # what the file was read into
    return made


class CrisisModel:
    """
    A `Detector` for crisis language in English, beside `CrisisDetector`. Needs no parse.

    It reports `concern` and `high`, and never `imminent`: that is for the rules, which can
    say what they heard.

    Raises:
        ModelMissingError: The weights are others than those that were measured.
    """

    family = Family.CRISIS

    def __init__(self, languages: LanguageIdentifier | None = None) -> None:
        self._card = Card.of(card_of("crisis_model"))
        self._runtime = runtime_of("crisis_model", self._card.sha256, "model for crisis language")
        self._tokenizer = tokenizer_of(self._card.tokens)
        self._languages = languages or identifier()
        self._last = _Last()
        self.name = f"crisis-model/5@{self._card.sha256[:16]}"

    def needs(self, view: View) -> Needs:
        """Return that nothing is needed."""
        del view
        return Needs.NOTHING

    def uncovered(self, view: View) -> str:
        """Return what of *view* the model does not read, or ""."""
        if not _reads(view) or not view.text.strip():
            return ""
        language = self._other_language(view.text)
        if language:
            return f"oblique crisis language in {language}"
        longer = sum(1 for _ in windows(view.text)) > MOST
        return "oblique crisis language in the middle of a long text" if longer else ""

    def look(self, view: View) -> tuple[Finding, ...]:
        """Return a finding for each window of *view* that sounds like a crisis, in order."""
        also = frozenset({Mark.ROLEPLAY}) if view.flags.roleplay else frozenset[Mark]()
        found = (self._finding(view.text, start, stop) for start, stop in self._spans(view))
        return tuple(
            Finding(one.category, one.span, one.score, one.source, one.marks | also)
            for one in found
            if one is not None
        )

    def unlikely(self, text: str) -> bool:
        """
        Return whether an English message of up to `WORDS` words sounds like no crisis at all.

        Of a longer one, or in another language, it cannot tell, and returns false.

        Raises:
            DetectorError: The model failed.
        """
        spans = list(windows(text))
        if _few(text) or len(spans) != 1 or len(text) > _LONGEST or self._other_language(text):
            return False
        return self.scores(text)[_CONCERN] < UNLIKELY

    def in_doubt(self, view: View, least: int) -> bool:
        """
        Return whether some window of *view* may be of concern, and is not reported.

        Args:
            view: Any view; of one that the model does not read nothing is in doubt.
            least: Least likelihood that counts, of 10,000.
        """
        text = view.text
        return any(
            least <= score and not self._told_of(text, start, stop, score)
            for start, stop in self._spans(view)
            for score in (self.scores(_cut(text, start, stop))[_CONCERN],)
        )

    def scores(self, text: str) -> tuple[int, ...]:
        """Return for `care` and each higher level how likely *text* is of it, of 10,000."""
        return self._scored(self._computed(text)["level"])

    def _finding(self, text: str, start: int, stop: int) -> Finding | None:
        made = self._computed(_cut(text, start, stop))
        scores = self._scored(made["level"])
        if not self._told_of(text, start, stop, scores[_CONCERN]):
            return None
        category = Category(self._card.categories[int(made["category"][1:].argmax()) + 1])
        high = scores[_HIGH] >= self._card.thresholds[_HIGH] and category not in _NEVER_HIGH
        marks = {Mark.SEVERITY_3 if high else Mark.SEVERITY_2}
        subject = Subject(self._card.subjects[int(made["subject"].argmax())])
        marks |= {Mark.OTHER, Mark.DANGER} if subject is Subject.OTHER else {Mark.SELF}
        time = Time(self._card.times[int(made["time"].argmax())])
        marks.add(Mark.PAST if time is Time.PAST else Mark.NOW)
        source = f"{self.name}:{'high' if high else 'concern'}"
        return Finding(category.full, Span(start, stop), scores[_CONCERN], source, frozenset(marks))

    def _spans(self, view: View) -> list[tuple[int, int]]:
        """Return the windows of *view* that are read; none of a view that is not."""
        if not _reads(view) or _rest(view) or _few(view.text) or self._other_language(view.text):
            return []
        spans = list(windows(view.text))
        return spans if len(spans) <= MOST else spans[: MOST // 2] + spans[-MOST // 2 :]

    def _told_of(self, text: str, start: int, stop: int, score: int) -> bool:
        """Return whether this window of *text*, which has *score*, is reported."""
        least = self._card.thresholds[_CONCERN]
        if text[:start].strip() or text[stop:].strip():
            return score >= least and self.scores(around(text, start, stop))[_CONCERN] >= _AROUND
        return score >= least or (score >= _OF_A_HINT and hinted(text[start:stop]))

    def _computed(self, text: str) -> dict[str, Any]:
        import numpy as np

        last, mark = self._last, mark_of(text)
        if last.window != mark:
            plain = _NO_WORDS.sub(" ", without_word_names(text))
            ids = np.asarray(self._tokenizer.encode(plain).ids, dtype=np.int64)
            made = self._runtime.now({"ids": ids}, _HEADS)
            last.window, last.made = mark, dict(zip(_HEADS, made, strict=True))
        return last.made

    def _scored(self, logits: Any) -> tuple[int, ...]:  # noqa: ANN401 - an array of numpy
        odds = (
            scale * float(logit) + shift
            for logit, (scale, shift) in zip(logits, self._card.scales, strict=True)
        )
        return tuple(round(SCORE_MAX / (1 + math.exp(-max(-30.0, each)))) for each in odds)

    def _other_language(self, text: str) -> str:
        """Return in which language other than English, or which script, *text* is, or ""."""
        last, mark = self._last, mark_of(text)
        if last.text != mark:
            last.text, last.language = mark, self._told(fold(text).text)
        return last.language

    def _told(self, folded: str) -> str:
        scripts = unread_scripts(folded)
        if scripts:
            return f"{', '.join(scripts)} script"
        language = self._languages.likely(folded)
        return "" if language == "English" else language


def windows(text: str) -> Iterator[tuple[int, int]]:
    """Yield ranges of *text* of at most `WORDS` words that cover it; none of an empty one."""
    words = [match.span() for match in _WORD.finditer(text)]
    size = len(words) if len(words) <= WORDS else WINDOW
    for first in range(0, len(words), STEP):
        last = min(first + size, len(words))
        yield words[first][0], words[last - 1][1]
        if last == len(words):
            return


def _rest(view: View) -> bool:
    """Return whether *view* is of an end of a message that was read with the frame before it."""
    return not view.opening and view.closing and view.stop - view.start <= AHEAD


def _few(text: str) -> bool:
    """Return whether fewer than `FEWEST` different words stand in *text*, links and code aside."""
    words: set[str] = set()
    for match in _WORD.finditer(text):
        words.update(_NO_WORDS.sub(" ", match[0]).lower().split())
        if len(words) >= FEWEST:
            return False
    return True


def _cut(text: str, start: int, stop: int) -> str:
    return text[start : min(stop, start + _LONGEST)]


def around(text: str, start: int, stop: int) -> str:
    """Return this window of *text* in the midst of `WORDS` words, or of those at an end of it."""
    more = WORDS - WINDOW
    reach = _LONGEST // 2
    before = list(_WORD.finditer(text, max(0, start - reach), start))[-more:]
    after = list(islice(_WORD.finditer(text, stop, stop + reach), more))
    taken = max(min(more // 2, len(before)), more - len(after))
    first = before[-taken:][0].start() if before and taken else start
    last = after[: more - taken][-1].end() if after[: more - taken] else stop
    return _cut(text, first, last)


def _reads(view: View) -> bool:
    return view.side is Side.INPUT and view.surface is Surface.TEXT

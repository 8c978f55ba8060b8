"""The claim detector on a real reading, whole or frame by frame, for tests."""

from dataclasses import replace
from functools import cache

from guardrails.detectors.base import Flags, Needs, Reading, View
from guardrails.detectors.claims import ClaimDetector
from guardrails.detectors.language import Reader
from guardrails.detectors.pipeline import COUNTRIES, loader
from guardrails.findings import Finding, Mark, Span
from guardrails.messages import Side
from guardrails.repair import options, sentence_around
from guardrails.repair_languages import spoken_in
from guardrails.voice import Voice, advance
from guardrails.window import Frame, frames

ACTS_AT = 7_000
"""What a standard policy acts on; grey findings lie below."""


@cache
def _reader() -> Reader:
    return loader(frozenset(), COUNTRIES, frozenset())()


@cache
def reading(text: str) -> Reading:
    return _reader()(text, Needs.PARSE)


@cache
def _detector() -> ClaimDetector:
    return ClaimDetector()


def look(view: View) -> tuple[Finding, ...]:
    detector = _detector()
    if Needs.PARSE in detector.needs(view):
        view = replace(view, reading=reading(view.text))
    return detector.look(view)


def found(
    text: str,
    question: str = "",
    *,
    flags: Flags = Flags(),  # noqa: B008 - a frozen value
    voice: Voice = Voice(),  # noqa: B008 - a frozen value
) -> tuple[Finding, ...]:
    whole = View.whole(text, Side.OUTPUT)
    return look(replace(whole, question=question, flags=flags, voice=voice))


def claims(text: str, question: str = "", **known: object) -> set[str]:
    """Return the kinds of claim that a standard policy would act on."""
    return {
        finding.category.partition(".")[2]
        for finding in found(text, question, **known)
        if finding.score >= ACTS_AT and Mark.QUOTED not in finding.marks
    }


def _view(frame: Frame, voice: Voice, question: str) -> View:
    return View(
        frame.window,
        frame.start - frame.left,
        frame.stop - frame.left,
        Side.OUTPUT,
        question=question,
        voice=voice,
        opening=frame.n == 0,
        closing=frame.last,
    )


def repaired(reply: str, question: str = "") -> str:
    """Return *reply* with every claim repaired, frame by frame, as a guard does it."""
    voice, used, out = Voice(), set[str](), ""
    for frame in frames(reply):
        sentences: dict[Span, set[str]] = {}
        language = ""
        for finding in look(_view(frame, voice, question)):
            span = finding.span.shifted(frame.left).clipped(frame.start, frame.stop)
            if span and finding.score >= ACTS_AT and Mark.QUOTED not in finding.marks:
                sentence = sentence_around(frame.text, span.shifted(-frame.start))
                sentences.setdefault(sentence, set()).add(finding.category)
                language = spoken_in(finding.source)
        voice = advance(voice, frame.text, question)
        at = 0
        for sentence in sorted(sentences):
            out += frame.text[at : sentence.start]
            wrong = frame.text[sentence.start : sentence.stop]
            for option in options(wrong, sorted(sentences[sentence]), frozenset(used), language):
                if not claims(option.text):
                    used |= {option.template} if option.template else set()
                    out += option.text
                    break
            at = sentence.stop
        out += frame.text[at:]
    return out

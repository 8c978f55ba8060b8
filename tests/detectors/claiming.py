"""The claim detector on a real reading, whole or frame by frame, for tests."""

from collections.abc import Coroutine, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import cast

import pytest

from guardrails.amend.amend import amend
from guardrails.amend.made import Amended
from guardrails.decisions import Decision, Do, Fired, Mode
from guardrails.detectors.base import Flags, Needs, Reading, View
from guardrails.detectors.claims import ClaimDetector
from guardrails.detectors.language import Reader
from guardrails.detectors.pipeline import COUNTRIES, loader
from guardrails.findings import Finding, Mark, Span
from guardrails.messages import Side
from guardrails.used import Used, closing
from guardrails.voice import Voice, advance, foreign
from guardrails.window import Frame, frames
from tests.policies import policy

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
    voice, used, out, carry = Voice.answering(question), Used(question=question), "", 0
    for frame in frames(reply):
        seen = [
            replace(one, span=one.span.shifted(frame.left))
            for one in look(_view(frame, voice, question))
            if one.score >= ACTS_AT and Mark.QUOTED not in one.marks
        ]
        spared = [
            Span(start + frame.start, stop + frame.start)
            for start, stop in foreign(
                voice, frame.text, question, quoted=not used.density.spent or bool(voice.asked[1])
            )
            if start < stop
        ]
        amended = _driven(
            amend(
                frame,
                seen,
                _rewritten(seen),
                policy(),
                used,
                carry=carry,
                say=lambda _, __: "",
                check=partial(_clean, question),
                spared=spared,
            )
        )
        carry = amended.carry
        voice = advance(voice, frame.text, question)
        out += "".join(piece.text for piece in amended.pieces)
    return out if out == reply else out + closing(used, out)


def _rewritten(seen: Sequence[Finding]) -> Decision:
    fired = tuple(
        Fired("claim", at, one.score, Mode.ENFORCE, Do.REWRITE) for at, one in enumerate(seen)
    )
    return Decision(Do.REWRITE if fired else Do.PASS, fired=fired)


async def _clean(question: str, text: str) -> bool:
    return not claims(text, question)


def _driven(repairing: Coroutine[object, None, Amended]) -> Amended:
    """Run a coroutine that waits for nothing."""
    try:
        repairing.send(None)
    except StopIteration as done:
        return cast("Amended", done.value)
    pytest.fail("a repair waited for something")

"""
What a decided frame of a reply becomes: masked, repaired, replaced or left.

Works on the raw text of one frame. Whether a repaired sentence is now clean is
asked of the detectors, through a function that the caller passes in.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from guardrails.amend.edits import (
    Decided,
    Edit,
    acting,
    masks,
    merged,
    rule_of,
    taken_out,
    with_masks,
)
from guardrails.amend.made import Amended, Made, Piece
from guardrails.amend.repairing import Check, Repairer, Say
from guardrails.asked import NOTHING_ASKED
from guardrails.decisions import Decision, Do
from guardrails.density import weighed
from guardrails.findings import Finding, Span
from guardrails.leftovers import swept
from guardrails.policy.model import Policy
from guardrails.used import Used
from guardrails.wake import How, Part
from guardrails.window import Frame


async def amend(
    frame: Frame,
    findings: Sequence[Finding],
    decision: Decision,
    policy: Policy,
    used: Used,
    *,
    carry: int,
    say: Say,
    check: Check,
    spared: Sequence[Span] = (),
) -> Amended:
    """
    Return what *frame* becomes under *decision*.

    Args:
        frame: The frame.
        findings: What was decided upon; spans in the raw text.
        decision: The policy's decision about them.
        policy: For the rules' masks.
        used: What the reply has said already; changed by this call.
        carry: Offset in the raw text up to which the frame before has dealt with it.
        say: Gives the text of a message of the policy; "" or the language of the reply with it.
        check: Tells whether a repaired sentence is clean.
        spared: What stands in somebody else's voice, in the raw text: nothing is swept there.
    """
    start = max(frame.start, carry)
    if decision.ends:
        return Amended(_ended(decision, say), frame.stop)
    if start >= frame.stop:
        return Amended((), carry)
    decided = Decided(frame, start, findings, decision)
    hidden, reach = masks(decided, policy, used.masks)
    _weigh(decided, used)
    gone = taken_out(decided, strict=used.density.sure)
    goodbyes = frozenset(rule.at_goodbye for rule in policy.rules if rule.at_goodbye)
    repairer = Repairer(findings, used, say, check, goodbyes)
    made = await _made(decided, gone, hidden, repairer)
    return Amended(tuple(_swept(made, used, spared, closes=frame.last)), max(reach, frame.stop))


def _ended(decision: Decision, say: Say) -> tuple[Piece, ...]:
    """Return the policy's text: what is unsafe goes with all that stands around it."""
    text = say(decision.say, "") if decision.say else ""
    return (Piece(text, decision.do, decision.rule, own=True),)


def _weigh(decided: Decided, used: Used) -> None:
    """Take note of how much of the reply claims something, and of the rule that acts first."""
    used.density = weighed(used.density, decided.frame, decided.findings, decided.decision)
    used.wake = dataclasses.replace(used.wake, deep=used.density.deep, spent=used.density.spent)
    if used.rule is None and used.density.sure:
        used.rule = next(filter(None, map(acting, decided.decision.fired)), None)


async def _made(
    decided: Decided, gone: Sequence[Edit], hidden: Sequence[Edit], repairer: Repairer
) -> list[Made]:
    """
    Return the pieces of a frame, in order.

    Args:
        decided: The frame.
        gone: Sentences that go.
        hidden: Values that are masked.
        repairer: Gives what stands in the place of a sentence.
    """
    frame, used = decided.frame, repairer.used
    made: list[Made] = []
    at = decided.start
    for edit in merged([*gone, *hidden]):
        made.append(Made(Piece(decided.cut(at, edit.span.start)), at=at))
        used.read(made[-1].piece.text)
        at = edit.span.stop
        if not edit.fired:
            piece = Piece(edit.mask or "", Do.MASK, rule_of(decided, edit))
            made.append(Made(piece, How.MASKED))
            continue
        sentence = with_masks(decided, edit.span, hidden)
        closes = frame.last and not decided.cut(at, frame.stop).strip()
        said = used.wake.said + sum(len(one.piece.text.split()) for one in made)
        made.append(await repairer.repaired(sentence, edit.fired, closes=closes, said=said))
        used.read(made[-1].piece.text)
    made.append(Made(Piece(decided.cut(at, frame.stop)), at=at))
    used.read(made[-1].piece.text)
    return made


def _swept(
    made: Sequence[Made], used: Used, spared: Sequence[Span], *, closes: bool
) -> Iterator[Piece]:
    """Yield the pieces of a frame without what hangs on sentences that went."""
    parts = [
        Part(
            one.piece.text,
            one.how,
            one.kinds,
            _within(one, spared),
            policy=one.piece.do is Do.REPLACE,
        )
        for one in made
    ]
    stirred = used.wake.stirred or any(one.kinds for one in made)
    asked = used.asking if stirred else NOTHING_ASKED
    texts, used.wake = swept(parts, used.wake, asked, closes=closes)
    for one, text in zip(made, texts, strict=True):
        piece = one.piece
        if piece.do is not Do.PASS:
            used.rule = piece.rule or used.rule
            yield dataclasses.replace(piece, text=text)
            continue
        if text:
            yield dataclasses.replace(piece, text=text)
        if text.split() != piece.text.split():
            yield Piece("", Do.REWRITE, used.rule)


def _within(one: Made, spared: Sequence[Span]) -> tuple[Span, ...]:
    """Return the ranges of a piece of the frame that lie in *spared*, which are of the raw text."""
    stop = one.at + len(one.piece.text)
    clipped = (span.clipped(one.at, stop) for span in spared) if one.how is How.OWN else ()
    return tuple(span.shifted(-one.at) for span in clipped if span is not None)

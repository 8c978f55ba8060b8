"""
What a decided frame of a reply becomes: masked, repaired, replaced or left.

Works on the raw text of one frame. Whether a repaired sentence is now clean is
asked of the detectors, through a function that the caller passes in.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from guardrails.decisions import Decision, Do, Fired, Mode
from guardrails.findings import Finding, Span
from guardrails.policy.model import MASK_AS, Policy
from guardrails.redaction import Replacement, replace, united
from guardrails.repair import kept_clauses, options, sentence_around
from guardrails.repair_languages import spoken_in
from guardrails.window import Frame


@dataclass(frozen=True, slots=True)
class Piece:
    """
    A piece of what a frame becomes.

    Attributes:
        text: What stands there now.
        do: What was done to it; `pass` for the model's own words.
        rule: Which rule did it, or None.
        own: It is the policy's text: no value of the person is restored in it.
    """

    text: str = field(repr=False)
    do: Do = Do.PASS
    rule: str | None = None
    own: bool = False


@dataclass(slots=True)
class Used:
    """
    What a reply has already said in its own defence, so that it is said once.

    Attributes:
        templates: Ids of repair templates.
        messages: Ids of the policy's messages.
        masks: Type → how many values of it were masked.
        language: In which it last claimed something, such as `es`; English if that is "".
    """

    templates: set[str] = field(default_factory=set)
    messages: set[str] = field(default_factory=set)
    masks: dict[str, int] = field(default_factory=dict)
    language: str = ""


@dataclass(frozen=True, slots=True)
class Amended:
    """
    The pieces of a frame, and how far into the text that follows they reach.

    `carry` is the offset, in the raw text, up to which everything is dealt with.
    """

    pieces: tuple[Piece, ...]
    carry: int


@dataclass(frozen=True, slots=True)
class _Edit:
    """A range of the frame that gets another text."""

    span: Span
    fired: tuple[Fired, ...]
    mask: str | None = field(default=None, repr=False)


_MARKER = re.compile(r"(?:^|\n)([ \t]*(?:[-*•–]|\d{1,2}[.)])[ \t]+)$")
"""The sign of an item at the end of what stands before it: with the item it goes as well."""

Check = Callable[[str], Awaitable[bool]]
Say = Callable[[str, str], str]


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
    """
    start = max(frame.start, carry)
    if decision.ends:
        return Amended(_ended(decision, say), frame.stop)
    if start >= frame.stop:
        return Amended((), carry)
    masks, reach = _masks(frame, start, findings, decision, policy, used)
    sentences = _sentences(frame, start, findings, decision)
    pieces: list[Piece] = []
    at = start
    for edit in _merged(sentences, masks):
        before = _cut(frame, at, edit.span.start)
        at = edit.span.stop
        if not edit.fired:
            rule = _rule_of(edit, findings, decision)
            pieces += (Piece(before), Piece(edit.mask or "", Do.MASK, rule))
            continue
        inner = _inner(frame, edit.span, masks)
        made = await _repaired(inner, edit.fired, findings, used, say, check)
        if not made.text:
            at = _past_space(frame, at)
            if _ends_line(frame, at) and (marker := _MARKER.search(before)) is not None:
                before = before[: marker.start(1)]
                at = min(at + 1, frame.stop)
        pieces += (Piece(before), made)
    pieces.append(Piece(_cut(frame, at, frame.stop)))
    return Amended(
        tuple(piece for piece in pieces if piece.text or piece.do is not Do.PASS),
        max(reach, frame.stop),
    )


def _ended(decision: Decision, say: Say) -> tuple[Piece, ...]:
    """Return the policy's text: what is unsafe goes with all that stands around it."""
    text = say(decision.say, "") if decision.say else ""
    return (Piece(text, decision.do, decision.rule, own=True),)


def _cut(frame: Frame, start: int, stop: int) -> str:
    return frame.window[start - frame.left : stop - frame.left]


def _ends_line(frame: Frame, at: int) -> bool:
    return at >= frame.stop or _cut(frame, at, at + 1) == "\n"


def _past_space(frame: Frame, at: int) -> int:
    """Return the offset after the blanks at *at*: a sentence that went leaves no gap."""
    while at < frame.stop and _cut(frame, at, at + 1) in {" ", "\t"}:
        at += 1
    return at


def _masks(
    frame: Frame,
    start: int,
    findings: Sequence[Finding],
    decision: Decision,
    policy: Policy,
    used: Used,
) -> tuple[list[_Edit], int]:
    """Return the masks within the frame, and how far the last one reaches."""
    rules = {rule.id: rule for rule in policy.rules}
    spans: list[tuple[Span, str]] = []
    own_first = sorted(decision.fired, key=lambda one: not findings[one.finding].own)
    for one in own_first:
        if one.mode is Mode.ENFORCE and one.do is Do.MASK:
            finding = findings[one.finding]
            span = finding.span.clipped(start, frame.left + len(frame.window))
            if span is not None and span.start < frame.stop:
                spans.append((span, f"{one.rule}\n{finding.category}"))
    edits = []
    reach = 0
    for span, label in united(spans):
        rule, _, category = label.partition("\n")
        kind = category.partition(".")[2]
        text = ""
        if not (frame.goes_on and kind == "long-word"):  # its first piece was masked before
            mask_as = rules[rule].mask_as if rule in rules else MASK_AS
            used.masks[kind] = used.masks.get(kind, 0) + 1
            text = mask_as.replace("{type}", kind).replace("{n}", str(used.masks[kind]))
        clipped = span.clipped(start, frame.stop)
        if clipped is not None:
            edits.append(_Edit(clipped, (), text))
            reach = max(reach, span.stop)
    return edits, reach


def _sentences(
    frame: Frame, start: int, findings: Sequence[Finding], decision: Decision
) -> list[_Edit]:
    """Return the sentences that a rule rewrites or replaces, each once."""
    text = _cut(frame, start, frame.stop)
    groups: dict[Span, list[Fired]] = {}
    for one in decision.fired:
        if one.mode is not Mode.ENFORCE or one.do not in {Do.REWRITE, Do.REPLACE}:
            continue
        span = findings[one.finding].span.clipped(start, frame.stop)
        if span is not None:
            sentence = sentence_around(text, span.shifted(-start)).shifted(start)
            groups.setdefault(sentence, []).append(one)
    return [_Edit(span, tuple(fired)) for span, fired in groups.items()]


def _merged(sentences: list[_Edit], masks: list[_Edit]) -> list[_Edit]:
    """Return edits in order that do not overlap; a sentence swallows the masks in it."""
    merged: list[_Edit] = []
    for edit in sorted([*sentences, *masks], key=lambda each: (each.span.start, not each.fired)):
        if not merged or edit.span.start >= merged[-1].span.stop:
            merged.append(edit)
            continue
        last = merged[-1]
        both = Span(last.span.start, max(last.span.stop, edit.span.stop))
        merged[-1] = _Edit(both, last.fired + edit.fired, last.mask)
    return merged


def _inner(frame: Frame, span: Span, masks: Sequence[_Edit]) -> str:
    """Return the sentence at *span* with its masks in place."""
    inside = [
        Replacement(part.shifted(-span.start), mask.mask or "")
        for mask in masks
        if (part := mask.span.clipped(span.start, span.stop)) is not None
    ]
    return replace(_cut(frame, span.start, span.stop), inside)


def _rule_of(edit: _Edit, findings: Sequence[Finding], decision: Decision) -> str | None:
    for one in decision.fired:
        span = findings[one.finding].span
        if one.do is Do.MASK and span.clipped(edit.span.start, edit.span.stop) is not None:
            return one.rule
    return None


async def _repaired(
    sentence: str,
    fired: Sequence[Fired],
    findings: Sequence[Finding],
    used: Used,
    say: Say,
    check: Check,
) -> Piece:
    """Return the piece that stands in the place of *sentence*."""
    first = min(fired, key=lambda one: (-one.do.rank, one.rule, one.finding))
    used.language = language = spoken_in(findings[first.finding].source)
    if first.do is Do.REPLACE:
        said = "" if first.say is None or first.say in used.messages else say(first.say, language)
        if first.say is not None:
            used.messages.add(first.say)
        for clause in kept_clauses(sentence, language):
            if await check(clause):
                return Piece(f"{said} {clause}".lstrip(), Do.REPLACE, first.rule, own=True)
        return Piece(said, Do.REPLACE, first.rule, own=True)
    categories = tuple(sorted({findings[one.finding].category for one in fired}))
    for option in options(sentence, categories, frozenset(used.templates), language):
        if not option.text or option.template is not None or await check(option.text):
            if option.template is not None:
                used.templates.add(option.template)
            return Piece(option.text, Do.REWRITE, first.rule, own=option.template is not None)
    return Piece("", Do.REWRITE, first.rule)

"""
What a decided frame of a reply becomes: masked, repaired, replaced or left.

Works on the raw text of one frame. Whether a repaired sentence is now clean is
asked of the detectors, through a function that the caller passes in.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field

from guardrails.asked import NOTHING_ASKED, Asking
from guardrails.decisions import Decision, Do, Fired, Mode
from guardrails.density import suspected, weighed
from guardrails.findings import Family, Finding, Span
from guardrails.leftover_words import offers
from guardrails.leftovers import swept
from guardrails.piece_words import SPEAKER
from guardrails.policy.model import Policy
from guardrails.policy.rule import MASK_AS
from guardrails.redaction import Replacement, replace, united
from guardrails.repair import Option, begins_well, is_aside, kept_clauses, options
from guardrails.repair_languages import spoken_in
from guardrails.repair_texts import HELD, SAID_BY
from guardrails.sentences import sentence_around, sentences
from guardrails.used import Used
from guardrails.wake import How, Part
from guardrails.window import Frame


@dataclass(frozen=True, slots=True)
class Piece:
    """
    A piece of what a frame becomes.

    Attributes:
        text: What stands there now.
        do: What was done to it; `pass` for the model's own words.
        rule: Which rule did it, or None.
        own: It is the policy's text and nothing else: no value of the person is restored in it.
    """

    text: str = field(repr=False)
    do: Do = Do.PASS
    rule: str | None = None
    own: bool = False


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


@dataclass(frozen=True, slots=True)
class _Made:
    """A piece of the frame, and what a walk over the reply has to know of it."""

    piece: Piece
    how: How = How.OWN
    kinds: frozenset[str] = frozenset()
    at: int = 0


_SUSPECTED = frozenset({"emotion"})
"""As what a claim is repaired that is only suspected: its kind is a guess."""

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
    masks, reach = _masks(frame, start, findings, decision, policy, used)
    used.density = weighed(used.density, frame, findings, decision)
    used.wake = dataclasses.replace(used.wake, deep=used.density.deep)
    if used.rule is None and used.density.sure:
        used.rule = next(filter(None, map(_acting, decision.fired)), None)
    edits = _sentences(frame, start, findings, decision, strict=used.density.sure)
    made: list[_Made] = []
    at = start
    for edit in _merged(edits, masks):
        made.append(_Made(Piece(_cut(frame, at, edit.span.start)), at=at))
        used.read(made[-1].piece.text)
        at = edit.span.stop
        if not edit.fired:
            rule = _rule_of(edit, findings, decision)
            made.append(_Made(Piece(edit.mask or "", Do.MASK, rule), How.MASKED))
            continue
        inner = _inner(frame, edit.span, masks)
        closes = frame.last and not _cut(frame, at, frame.stop).strip()
        said = used.wake.said + sum(len(one.piece.text.split()) for one in made)
        made.append(
            await _repaired(inner, edit.fired, findings, used, say, check, closes=closes, said=said)
        )
        used.read(made[-1].piece.text)
    made.append(_Made(Piece(_cut(frame, at, frame.stop)), at=at))
    used.read(made[-1].piece.text)
    return Amended(tuple(_swept(made, used, spared, closes=frame.last)), max(reach, frame.stop))


def _swept(
    made: Sequence[_Made], used: Used, spared: Sequence[Span], *, closes: bool
) -> Iterator[Piece]:
    """Yield the pieces of a frame without what hangs on sentences that went."""
    parts = [Part(one.piece.text, one.how, one.kinds, _within(one, spared)) for one in made]
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


def _within(one: _Made, spared: Sequence[Span]) -> tuple[Span, ...]:
    """Return the ranges of a piece of the frame that lie in *spared*, which are of the raw text."""
    stop = one.at + len(one.piece.text)
    clipped = (span.clipped(one.at, stop) for span in spared) if one.how is How.OWN else ()
    return tuple(span.shifted(-one.at) for span in clipped if span is not None)


def _ended(decision: Decision, say: Say) -> tuple[Piece, ...]:
    """Return the policy's text: what is unsafe goes with all that stands around it."""
    text = say(decision.say, "") if decision.say else ""
    return (Piece(text, decision.do, decision.rule, own=True),)


def _cut(frame: Frame, start: int, stop: int) -> str:
    return frame.window[start - frame.left : stop - frame.left]


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
    frame: Frame, start: int, findings: Sequence[Finding], decision: Decision, *, strict: bool
) -> list[_Edit]:
    """
    Return the sentences that a rule rewrites or replaces, each once.

    Where it is *strict*, as the reply has claimed something, those that are only suspected go as
    well, by the rule that acted before, or acts in the same frame.
    """
    text = _cut(frame, start, frame.stop)
    groups: dict[Span, list[Fired]] = {}
    maybe = [
        Fired("", at, one.score, Mode.ENFORCE, Do.REWRITE)
        for at, one in enumerate(findings)
        if strict and suspected(one) and not _harmless(frame, one.span)
    ]
    for one in (*decision.fired, *maybe):
        if _acting(one) is None:
            continue
        span = findings[one.finding].span.clipped(start, frame.stop)
        if span is None:
            continue
        here = span.shifted(-start)
        for each in [here] if one.rule else _speaking(text, here):
            sentence = sentence_around(text, each).shifted(start)
            groups.setdefault(sentence, []).append(one)
    return [_Edit(span, tuple(fired)) for span, fired in groups.items()]


def _acting(one: Fired) -> str | None:
    """Return the rule of *one* if it takes a sentence out, or None."""
    return one.rule if one.mode is Mode.ENFORCE and one.do in {Do.REWRITE, Do.REPLACE} else None


def _speaking(text: str, span: Span) -> Iterator[Span]:
    """Yield the sentences within *span* in which somebody speaks of itself."""
    for sentence in sentences(text):
        shared = sentence.clipped(span.start, span.stop)
        if shared is not None and SPEAKER.search(text[shared.start : shared.stop]):
            yield shared


def _harmless(frame: Frame, span: Span) -> bool:
    """Whether what stands at *span* asks or offers help: that is seldom a claim."""
    said = _cut(frame, max(span.start, frame.start), span.stop)
    return said.rstrip().endswith("?") or offers(said)


def _merged(edits: list[_Edit], masks: list[_Edit]) -> list[_Edit]:
    """Return edits in order that do not overlap; a sentence swallows the masks in it."""
    merged: list[_Edit] = []
    for edit in sorted([*edits, *masks], key=lambda each: (each.span.start, not each.fired)):
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
    *,
    closes: bool,
    said: int,
) -> _Made:
    """Return the piece that stands in the place of *sentence*."""
    first = min(fired, key=lambda one: (-one.do.rank, not one.rule, one.rule, one.finding))
    rule = first.rule or used.rule
    fired = [one for one in fired if one.rule] or fired
    used.language = language = spoken_in(findings[first.finding].source)
    categories = tuple(sorted({findings[one.finding].category for one in fired}))
    family = f"{Family.CLAIM}."
    kinds = frozenset(one.removeprefix(family) for one in categories if one.startswith(family))
    if not first.rule:
        kinds = _SUSPECTED
    if first.do is Do.REPLACE:
        piece = await _replaced(sentence, first, language, used, say, check, kinds=kinds)
        return _Made(piece, How.HONEST if piece.text else How.GONE, kinds)
    if used.density.deep:
        used.words |= HELD
    for option in options(
        sentence,
        tuple(sorted(kinds)),
        frozenset(used.templates),
        language,
        asking=_asking(used, certain=bool(first.rule)),
        disclosed=used.disclosed,
        closes=closes,
        said=said,
    ):
        if option.text and (
            option.text.strip() in used.words or not (first.rule or begins_well(option.text))
        ):
            continue
        if not option.text or option.fixed or await check(option.text):
            used.words.add(option.text.strip())
            if option.template is not None:
                used.templates.add(option.template)
                used.back = option.back
                used.words |= SAID_BY.get(option.template, frozenset())
            piece = Piece(option.text, Do.REWRITE, rule, own=option.fixed)
            return _Made(piece, _how(option), frozenset() if is_aside(sentence) else kinds)
    return _Made(Piece("", Do.REWRITE, rule), How.GONE, kinds)


async def _replaced(
    sentence: str,
    first: Fired,
    language: str,
    used: Used,
    say: Say,
    check: Check,
    *,
    kinds: frozenset[str],
) -> Piece:
    """Return the policy's text in the place of *sentence*, and what of it must not be lost."""
    text = "" if first.say is None or first.say in used.messages else say(first.say, language)
    if first.say is not None:
        used.messages.add(first.say)
    own = True
    for clause in kept_clauses(sentence, language, kinds):
        if await check(clause):
            text, own = f"{text} {clause}".lstrip(), False
            break
    used.words |= SAID_BY["bond"] if text else frozenset()
    return Piece(text, Do.REPLACE, first.rule, own=own)


def _asking(used: Used, *, certain: bool) -> Asking:
    """
    Return what the person asks, as a repair of the reply has to know it.

    A reply that is full of a bond, or of a mind that wakes up, is answered honestly once,
    whether or not the person asked; what is only suspected in it is not.
    """
    density = used.density
    if not certain:
        return dataclasses.replace(used.asking, itself=False)
    if density.deep and density.about and not (used.asking.itself or used.templates):
        return Asking(itself=True, about=density.about, others=used.asking.others)
    return used.asking


def _how(option: Option) -> How:
    if not option.text.strip():
        return How.GONE
    return How.HONEST if option.template is not None else How.KEPT

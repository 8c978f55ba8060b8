"""Which ranges of a decided frame get another text: values that are masked, sentences that go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from guardrails.decisions import Decision, Do, Fired, Mode
from guardrails.density import suspected
from guardrails.findings import Finding, Span
from guardrails.leftover_words import offers
from guardrails.piece_words import SPEAKER
from guardrails.policy.model import Policy
from guardrails.policy.rule import MASK_AS
from guardrails.redaction import Replacement, replace, united
from guardrails.sentences import sentence_around, sentences
from guardrails.window import Frame


@dataclass(frozen=True, slots=True)
class Decided:
    """
    A frame, and what was decided about it.

    Attributes:
        frame: The frame.
        start: Where in the raw text it begins that the frame before has not dealt with.
        findings: What was decided upon; spans in the raw text.
        decision: The policy's decision about them.
    """

    frame: Frame
    start: int
    findings: Sequence[Finding]
    decision: Decision

    def cut(self, start: int, stop: int) -> str:
        """Return the raw text from *start* to *stop*."""
        return self.frame.window[start - self.frame.left : stop - self.frame.left]

    def span_of(self, one: Fired) -> Span:
        """Return where in the raw text it is that a rule fired."""
        return self.findings[one.finding].span


@dataclass(frozen=True, slots=True)
class Edit:
    """
    A range of the frame that gets another text.

    Attributes:
        span: Where it stands in the raw text.
        fired: The rules that take it out as a sentence; none for a value that is masked.
        mask: What stands in the place of a value, or None.
    """

    span: Span
    fired: tuple[Fired, ...]
    mask: str | None = field(default=None, repr=False)


def acting(one: Fired) -> str | None:
    """Return the rule of *one* if it takes a sentence out, or None."""
    return one.rule if one.mode is Mode.ENFORCE and one.do in {Do.REWRITE, Do.REPLACE} else None


def masks(decided: Decided, policy: Policy, counts: dict[str, int]) -> tuple[list[Edit], int]:
    """
    Return the masks within the frame, and how far the last one reaches.

    Args:
        decided: The frame.
        policy: For the rules' masks.
        counts: Type → how many values of it the reply has masked; changed by this call.
    """
    frame, start = decided.frame, decided.start
    rules = {rule.id: rule for rule in policy.rules}
    edits = []
    reach = 0
    for span, label in united(_masked(decided)):
        rule, _, category = label.partition("\n")
        kind = category.partition(".")[2]
        text = ""
        if not (frame.goes_on and kind == "long-word"):  # its first piece was masked before
            mask_as = rules[rule].mask_as if rule in rules else MASK_AS
            counts[kind] = counts.get(kind, 0) + 1
            text = mask_as.replace("{type}", kind).replace("{n}", str(counts[kind]))
        clipped = span.clipped(start, frame.stop)
        if clipped is not None:
            edits.append(Edit(clipped, (), text))
            reach = max(reach, span.stop)
    return edits, reach


def _masked(decided: Decided) -> list[tuple[Span, str]]:
    """Return each span that is masked, with the rule and the category; the policy's own first."""
    frame, findings = decided.frame, decided.findings
    spans: list[tuple[Span, str]] = []
    for one in sorted(decided.decision.fired, key=lambda one: not findings[one.finding].own):
        if one.mode is Mode.ENFORCE and one.do is Do.MASK:
            span = decided.span_of(one).clipped(decided.start, frame.left + len(frame.window))
            if span is not None and span.start < frame.stop:
                spans.append((span, f"{one.rule}\n{findings[one.finding].category}"))
    return spans


def taken_out(decided: Decided, *, strict: bool) -> list[Edit]:
    """
    Return the sentences that a rule rewrites or replaces, each once.

    Where it is *strict*, as the reply has claimed something, those that are only suspected go as
    well, by the rule that acted before, or acts in the same frame.
    """
    start, stop = decided.start, decided.frame.stop
    text = decided.cut(start, stop)
    groups: dict[Span, list[Fired]] = {}
    maybe = [
        Fired("", at, one.score, Mode.ENFORCE, Do.REWRITE)
        for at, one in enumerate(decided.findings)
        if strict and suspected(one) and not _harmless(decided, one.span)
    ]
    for one in (*decided.decision.fired, *maybe):
        if acting(one) is None:
            continue
        span = decided.span_of(one).clipped(start, stop)
        if span is None:
            continue
        here = span.shifted(-start)
        for each in [here] if one.rule else _speaking(text, here):
            sentence = sentence_around(text, each).shifted(start)
            groups.setdefault(sentence, []).append(one)
    return [Edit(span, tuple(fired)) for span, fired in groups.items()]


def _speaking(text: str, span: Span) -> Iterator[Span]:
    """Yield the sentences within *span* in which somebody speaks of itself."""
    for sentence in sentences(text):
        shared = sentence.clipped(span.start, span.stop)
        if shared is not None and SPEAKER.search(text[shared.start : shared.stop]):
            yield shared


def _harmless(decided: Decided, span: Span) -> bool:
    """Return whether what stands at *span* asks or offers help: that is seldom a claim."""
    said = decided.cut(max(span.start, decided.frame.start), span.stop)
    return said.rstrip().endswith("?") or offers(said)


def merged(edits: Sequence[Edit]) -> list[Edit]:
    """Return *edits* in order, none of which overlap; a sentence swallows the masks in it."""
    merged: list[Edit] = []
    for edit in sorted(edits, key=lambda each: (each.span.start, not each.fired)):
        if not merged or edit.span.start >= merged[-1].span.stop:
            merged.append(edit)
            continue
        last = merged[-1]
        both = Span(last.span.start, max(last.span.stop, edit.span.stop))
        merged[-1] = Edit(both, last.fired + edit.fired, last.mask)
    return merged


def with_masks(decided: Decided, span: Span, masks: Sequence[Edit]) -> str:
    """Return the sentence at *span* with its *masks* in place."""
    inside = [
        Replacement(part.shifted(-span.start), mask.mask or "")
        for mask in masks
        if (part := mask.span.clipped(span.start, span.stop)) is not None
    ]
    return replace(decided.cut(span.start, span.stop), inside)


def rule_of(decided: Decided, mask: Edit) -> str | None:
    """Return which rule asks for *mask*."""
    for one in decided.decision.fired:
        span = decided.span_of(one)
        if one.do is Do.MASK and span.clipped(mask.span.start, mask.span.stop) is not None:
            return one.rule
    return None

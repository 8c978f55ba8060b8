"""What of a text the model is not to see, by the decisions about its frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from guardrails.bench import Looked
from guardrails.decisions import Decision, Do, MaskWith, Mode
from guardrails.findings import Span
from guardrails.masks import Mask
from guardrails.recalled import KNOWN
from guardrails.redaction import united


class Value(NamedTuple):
    """
    A value that is masked.

    Attributes:
        span: Where it stands in the text.
        kind: Its type, without the family.
        how: How it is masked.
    """

    span: Span
    kind: str
    how: MaskWith


def masked(decision: Decision, looked: Looked, ways: Mapping[str, MaskWith]) -> list[Value]:
    """
    Return each value of a frame that an enforced rule masks.

    Args:
        decision: About the frame.
        looked: What was seen in it.
        ways: How each rule masks, by its id.
    """
    found = [
        (looked.findings[one.finding], ways.get(one.rule, MaskWith.PSEUDONYM))
        for one in decision.fired
        if one.mode is Mode.ENFORCE and one.do is Do.MASK
    ]
    # Of two names for a value the policy's own counts, or else what it was called before.
    found.sort(key=lambda one: (not one[0].own, one[0].source != KNOWN))
    return [Value(finding.span, finding.category[4:], how) for finding, how in found]


def masks(values: Sequence[Value]) -> tuple[Mask, ...]:
    """
    Return what to hide of a text, in order.

    Of ways to hide that meet in a value it is the one that tells least.
    """
    return _whole_words(_united(values))


def _united(values: Sequence[Value]) -> Iterator[Mask]:
    ways = sorted(((span, how) for span, _, how in values), reverse=True)
    for span, kind in united([(span, kind) for span, kind, _ in values]):
        how = MaskWith.SURROGATE
        while ways and ways[-1][0].start < span.stop:
            how = max(how, ways.pop()[1])
        yield Mask(span.start, span.stop, kind, how)


def _whole_words(masks: Iterable[Mask]) -> tuple[Mask, ...]:
    """Return *masks* with the pieces of a word that is longer than a frame made one."""
    made: list[Mask] = []
    for mask in masks:
        last = made[-1] if made else None
        if last and last.kind == mask.kind == "long-word" and last.stop == mask.start:
            made[-1] = last._replace(stop=mask.stop)
        else:
            made.append(mask)
    return tuple(made)

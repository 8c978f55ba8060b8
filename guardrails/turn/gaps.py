"""What of the person's messages nobody could read, or not all of it."""

from __future__ import annotations

from collections.abc import Iterator

from guardrails.decisions import Do
from guardrails.events import READABLE, CoverageGap, gaps_in
from guardrails.inbound.inbound import Inbound
from guardrails.messages import Side
from guardrails.policy.model import Policy


def unread(policy: Policy, taken: Inbound) -> Iterator[CoverageGap]:
    """Yield the parts that nobody can read, with what *policy* does about each."""
    for kind in taken.gaps:
        yield CoverageGap(kind, Side.INPUT, Do(policy.failure.coverage.get(kind, "block")))


def gaps(policy: Policy, taken: Inbound) -> Iterator[CoverageGap]:
    """Yield the gaps of a turn: what can be read but is not covered last, and each once."""
    yield from unread(policy, taken)
    told = dict[CoverageGap, None]()
    for look, decision in zip(taken.looks, taken.decisions, strict=False):
        for gap in gaps_in(look.reports, decision.do):
            if gap.kind in READABLE:
                told[gap] = None
            else:
                yield gap
    yield from told

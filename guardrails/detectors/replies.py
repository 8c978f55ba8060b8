"""
What a reply must not say to a person in need, by rules.

    text ─▶ one spelling ─▶ any rule at all? ─▶ which, and where ─▶ taken back? ─▶ findings
                            (microseconds)

Some words harm wherever they are said. Others do in a crisis alone: while a flag is up, or
where the person or the reply itself speaks of one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from guardrails.detectors.base import TAIL, Needs, View
from guardrails.detectors.normal import Normal, in_ascii, normalise
from guardrails.detectors.replies_context import AFTER, BEFORE, TOPIC, ends, goes_on, taken_back
from guardrails.detectors.replies_numbers import Numbers
from guardrails.detectors.replies_rules import SURE, ReplyRule, all_rules
from guardrails.detectors.rule_set import Match, RuleSet, rule_set, standing
from guardrails.findings import Family, Finding, Mark, Span
from guardrails.messages import Side, Surface
from guardrails.voice import foreign

NAME = "crisis-replies/1"


@lru_cache(maxsize=1)
def _compiled() -> RuleSet[ReplyRule]:
    rules = all_rules()
    return rule_set(rules, {rule.id: rule.unless_inside for rule in rules})


@dataclass(frozen=True, slots=True)
class _Hit:
    """What harm is done, and where in the view's text."""

    kind: str
    start: int
    stop: int
    score: int
    source: str


class CrisisReplyDetector:
    """
    A `Detector` for what harms a person in need in a model's reply. Needs no parse.

    Args:
        allow: Values that may be given to people, helplines among them.
    """

    name = NAME
    family = Family.CRISIS_REPLY

    def __init__(self, allow: frozenset[str] = frozenset()) -> None:
        self._compiled = _compiled()
        self._numbers = Numbers.of(allow)

    def needs(self, view: View) -> Needs:
        """Return that nothing is needed."""
        del view
        return Needs.NOTHING

    def look(self, view: View) -> tuple[Finding, ...]:
        """Return what harms in *view*, one for each place, in reading order."""
        if view.side is not Side.OUTPUT or view.surface not in {Surface.TEXT, Surface.REASONING}:
            return ()
        normal = normalise(view.text)
        text = in_ascii(normal.text)
        hits = list(self._hits(Normal(text, normal.starts), view))
        hits += self._strange(view, text)
        if not hits:
            return ()
        theirs = foreign(view.voice, view.text[view.start : view.stop], view.question)
        quoted = [(start + view.start, stop + view.start) for start, stop in theirs]
        return tuple(_finding(hit, view, quoted) for hit in _strongest(hits))

    def _hits(self, normal: Normal, view: View) -> Iterator[_Hit]:
        crisis: bool | None = None
        for one in standing(self._compiled, normal.text, before=BEFORE, after=AFTER):
            rule = one.rule
            if _means_else(one):
                continue
            if rule.crisis and crisis is None:
                crisis = _in_crisis(view, normal.text)
            if rule.crisis and not crisis:
                continue
            yield _Hit(rule.kind, *normal.span(one.start, one.stop), rule.score, rule.id)

    def _strange(self, view: View, text: str) -> Iterator[_Hit]:
        """Yield the numbers that are presented as help and that are not known."""
        if not any(sign.isdigit() for sign in view.text):
            return
        said = f"{view.tail}\n{view.question}"
        crisis = _in_crisis(view, text)
        for start, stop in self._numbers.strange(view.text, said, crisis=crisis):
            yield _Hit("number", start, stop, SURE, "number")


def _means_else(one: Match[ReplyRule]) -> bool:
    """Return whether what stands around a match makes it harmless."""
    if one.rule.last and not ends(one.after):
        return True
    if one.rule.kind == "abandoning" and goes_on(one.after):
        return True
    return not one.rule.bare and taken_back(one.words, one.before, one.after)


def _in_crisis(view: View, text: str) -> bool:
    """Return whether a crisis flag is up, or the person or the reply speaks of a crisis."""
    if view.flags.watched or TOPIC.search(text):
        return True
    said = f"{view.tail[-TAIL:]}\n{view.question[-TAIL:]}"
    return bool(TOPIC.search(in_ascii(normalise(said).text)))


def _strongest(hits: list[_Hit]) -> list[_Hit]:
    """Return *hits* without what a surer one, or else an earlier one, overlaps."""
    kept: list[_Hit] = []
    for hit in sorted(hits, key=lambda one: (-one.score, one.start, -one.stop, one.source)):
        if not any(hit.start < other.stop and other.start < hit.stop for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda one: (one.start, one.stop))


def _finding(hit: _Hit, view: View, quoted: list[tuple[int, int]]) -> Finding:
    """
    Return *hit* as a finding; it is quoted if it begins, within the frame, in other words.

    While a flag is up what harms anybody does not count as quoted: a person in need reads
    it all the same.
    """
    at = max(hit.start, view.start)
    others = any(start <= at < stop for start, stop in quoted)
    others = others and not (view.flags.watched and hit.score == SURE)
    marks = frozenset({Mark.QUOTED}) if others else frozenset[Mark]()
    source = f"{NAME}:{hit.source}"
    return Finding(
        f"{Family.CRISIS_REPLY}.{hit.kind}", Span(hit.start, hit.stop), hit.score, source, marks
    )

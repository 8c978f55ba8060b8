"""
Crisis language in what a person writes, by rules: a first reader that never sleeps.

    text ─▶ one spelling ─▶ any rule at all? ─▶ which, and where ─▶ how meant ─▶ findings
                            (microseconds)

It reports evidence in a text: never a diagnosis, never a score of a person.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Protocol

from guardrails.detectors.base import TAIL, Needs, View
from guardrails.detectors.coverage import Coverage
from guardrails.detectors.crisis_context import AFTER, BEFORE, meant
from guardrails.detectors.crisis_cues import FILLERS, LAUGH
from guardrails.detectors.crisis_follow_up import follow_up
from guardrails.detectors.crisis_rules import Rule, all_rules
from guardrails.detectors.crisis_spellings import respelt
from guardrails.detectors.normal import Normal, edited, in_ascii, normalise
from guardrails.detectors.rule_set import Match, RuleSet, rule_set, standing
from guardrails.errors import DetectorError
from guardrails.findings import Family, Finding, Level, Mark, Span
from guardrails.levels import level_of
from guardrails.messages import Side, Surface
from guardrails.taxonomy import Category

NAME = "crisis-rules/1"

_LAUGHS = re.compile("[\U0001f602\U0001f605\U0001f606\U0001f923\U0001f480\U0001f604\U0001f639]+")
_INNER_NEGATION = re.compile(
    r"\b(?:dont|do not|not|never|wont|wouldnt|didnt|couldnt|cant|without)\b"
)
_MADE_ME = re.compile(r"\b(?:(?:ma(?:de|kes?|king)|wants?|wanted) me|(?:told|tells|asked) me to)\b")
"""Others did something, and the wish is the person's own."""
_OF_ONESELF = frozenset(
    category.full
    for category in (
        Category.SUICIDE,
        Category.SELF_HARM,
        Category.EATING_DISORDER,
        Category.SUBSTANCE,
        Category.PANIC,
        Category.DISTRESS,
        Category.MEDICAL,
    )
)
_DENIED = 1500
_SOFTER_BY = 1500
_SEVERITIES = tuple(Mark(f"severity-{n}") for n in range(6))


_SAID_IN_JEST = frozenset({"crisis.suicide"})
"""Of what people say in jest what they also say in earnest."""
_IN_PASSING = f"{NAME}:en.passing-"
"""Rules for what is said in passing and seldom in jest: a model hears it less well than they."""
_PLANNED = frozenset({Mark.ACT, Mark.GOODBYE, Mark.MEANS, Mark.PLAN, Mark.TIMING, Mark.OTHER})
"""What is never taken for a jest: what is done or prepared, and worry for somebody else."""


class SecondReader(Protocol):
    """Reads a message as a whole, where a rule reads a few words of it."""

    def unlikely(self, text: str) -> bool:
        """
        Return whether nothing in *text* sounds like a crisis; false where it cannot tell.

        Raises:
            DetectorError: It failed.
        """
        ...


@lru_cache(maxsize=1)
def _compiled() -> RuleSet[Rule]:
    return rule_set(all_rules())


@dataclass(frozen=True, slots=True)
class _Hit:
    """Where a rule matched in the text that rules read, and how it is meant."""

    rule: Rule
    start: int
    stop: int
    marks: frozenset[Mark] = frozenset()
    score: int = 0
    category: str = ""
    source: str = field(default="")


class CrisisDetector:
    """
    A `Detector` for crisis language in a person's own messages. Needs no parse.

    Args:
        second: Asked about wishes and thoughts that are also said in jest ("I want to die,
            he saw my old photos"). What it hears nothing in is marked `unlikely` and asks
            for nothing; what was done, planned or timed stands whatever it hears.
    """

    name = NAME
    family = Family.CRISIS

    def __init__(self, second: SecondReader | None = None) -> None:
        self._second = second
        self._compiled = _compiled()
        self._coverage = Coverage("crisis language")

    def needs(self, view: View) -> Needs:
        """Return that nothing is needed."""
        del view
        return Needs.NOTHING

    def uncovered(self, view: View) -> str:
        """Return in which languages and scripts of *view* no rule reads, or ""."""
        if view.side is not Side.INPUT or view.surface is not Surface.TEXT:
            return ""
        return self._coverage.gap(view.text)

    def look(self, view: View) -> tuple[Finding, ...]:
        """
        Return what *view* says of a crisis, in reading order.

        Earlier messages (`view.tail`) complete what this one only begins: a match
        across both is reported on its part in `view.text`, one in the tail alone not.
        For a later frame of a message the tail is what stands right before its text.
        """
        if view.side is not Side.INPUT or view.surface is not Surface.TEXT:
            return ()
        tail = view.tail[-TAIL:]
        if tail and view.opening:
            tail += "\n"
        normal = normalise(tail + view.text)
        text = in_ascii(_LAUGHS.sub(_laugh, normal.text))
        normal = _without_fillers(respelt(Normal(text, normal.starts)))
        hits = list(self._hits(normal.text))
        hits += _together(hits, watched=view.flags.watched, loss=view.flags.loss)
        also = frozenset({Mark.ROLEPLAY}) if view.flags.roleplay else frozenset[Mark]()
        found = [one for hit in hits if (one := _finding(hit, normal, len(tail), also))]
        answer = follow_up(view, NAME)
        strongest = _strongest([*found, answer] if answer else found)
        losses = _losses(hits, normal, len(tail))
        if self._second is None or view.flags.watched:
            return _in_order(strongest, losses)
        whole = {one for one in strongest if _maybe_in_jest(one)}
        if len(tail):
            begun = (hit for hit in hits if normal.span(hit.start, hit.stop)[0] < len(tail))
            whole -= {one for hit in begun if (one := _finding(hit, normal, len(tail), also))}
        if not whole or not _hears_nothing(self._second, view.text):
            return _in_order(strongest, losses)
        return _in_order([_unlikely(one) if one in whole else one for one in strongest], losses)

    def _hits(self, text: str) -> Iterator[_Hit]:
        for one in standing(self._compiled, text, before=BEFORE, after=AFTER):
            hit = _hit(one)
            if hit is not None:
                yield hit


def _hit(one: Match[Rule]) -> _Hit | None:
    """Return how a match is meant, or None if it is of nobody."""
    rule, start, stop, words = one.rule, one.start, one.stop, one.words
    if Mark.OTHER in rule.marks and _MADE_ME.search(words):
        return None
    if not rule.category:
        return _Hit(rule, start, stop)
    of_oneself = rule.category in _OF_ONESELF and Mark.METHOD not in rule.marks
    sense = meant(rule.marks, words, one.before, one.after, of_oneself=of_oneself)
    if sense is None:
        return None
    denied = sense.denied or (rule.category == "crisis.violence" and _INNER_NEGATION.search(words))
    if denied and not rule.bare:
        marks = _with_severity(sense.marks, 0)
        return _Hit(rule, start, stop, marks, _DENIED, rule.category, rule.id)
    marks, score = sense.marks, rule.score
    if sense.softer and not rule.bare:
        marks, score = _softened(marks, sense.softer), score - _SOFTER_BY * sense.softer
    return _Hit(rule, start, stop, marks, max(score, _DENIED), rule.category, rule.id)


def _maybe_in_jest(finding: Finding) -> bool:
    levels = (Level.CONCERN, Level.HIGH)
    return (
        finding.category in _SAID_IN_JEST
        and finding.source.startswith(f"{NAME}:en.")
        and not finding.source.startswith(_IN_PASSING)
        and not finding.marks & _PLANNED
        and level_of(finding) in levels
    )


def _hears_nothing(second: SecondReader, text: str) -> bool:
    try:
        return second.unlikely(text)
    except DetectorError:
        return False  # what the rules heard stands; the model's own failure is told by itself


def _unlikely(finding: Finding) -> Finding:
    return replace(finding, marks=finding.marks | {Mark.UNLIKELY})


def _laugh(match: re.Match[str]) -> str:
    return LAUGH * len(match.group())


def _without_fillers(normal: Normal) -> Normal:
    """Return *normal* without words that stand anywhere and change nothing ("really")."""
    gone = [(*match.span(), "", ()) for match in FILLERS.finditer(normal.text)]
    return Normal(*edited(normal.text, normal.starts, gone)) if gone else normal


def _with_severity(found: frozenset[Mark], severity: int) -> frozenset[Mark]:
    return (found - set(_SEVERITIES)) | {_SEVERITIES[severity]}


def _softened(found: frozenset[Mark], times: int) -> frozenset[Mark]:
    """Return *found* lowered but never cleared: a laugh takes nothing back for good."""
    if Mark.ACT in found or Mark.MEANS in found:
        return found
    if Mark.TIMING in found and times == 1:
        return _with_severity(found - {Mark.TIMING}, 3)
    lower = found - {Mark.THOUGHT, Mark.INTENT, Mark.TIMING, Mark.PLAN, Mark.METHOD, Mark.WISH}
    if times == 1 and Mark.THOUGHT in found:
        lower |= {Mark.WISH}
    return _with_severity(lower, 1)


_TOGETHER: tuple[tuple[frozenset[str], str, str, int], ...] = (
    (frozenset({"height", "trouble"}), "severity-3", "method", 8000),
    (frozenset({"lethal", "trouble"}), "severity-3", "method", 8000),
    (frozenset({"have-means", "trouble"}), "severity-4", "means", 8000),
    (frozenset({"have-means", "plan-cue"}), "severity-5", "means plan", 9500),
    (frozenset({"plan-cue", "trouble"}), "severity-3", "plan", 7000),
    (frozenset({"bye", "thanks", "trouble"}), "severity-3", "goodbye", 8000),
    (frozenset({"bye", "thanks", "final"}), "severity-3", "goodbye", 8000),
    (frozenset({"thanks", "final"}), "severity-2", "goodbye", 6000),
    (frozenset({"bye", "thanks"}), "severity-1", "goodbye", 4000),
)
"""Cues that mean something only side by side, and what they are evidence of then."""


_MEANS_AFTER_LOSS = frozenset({"height", "have-means"})
"""
What a loss further back still goes with: a place or means. Thanks and a goodbye follow it in
any talk.
"""


def _together(hits: Iterable[_Hit], *, watched: bool, loss: bool) -> list[_Hit]:
    """
    Return what cues say together: a loss and then a bridge, thanks and a goodbye.

    A session that is *watched* has had its trouble told, be it long ago; one with a *loss*
    further back as well, as far as a place or means are concerned.
    """
    last: dict[str, _Hit] = {}
    hits = list(hits)
    asked = [hit for hit in hits if hit.rule.id.endswith(".lethal")]
    for hit in hits:
        name = hit.rule.id.partition(".")[2]
        if not hit.rule.category:
            last[name] = hit
        live = Mark.SELF in hit.marks and not hit.marks & {
            Mark.SEVERITY_0,
            Mark.FICTION,
            Mark.QUOTED,
        }
        grave = name == "loss" or (live and hit.category in ("crisis.suicide", "crisis.distress"))
        if grave and not any(hit.start < one.stop and one.start < hit.stop for one in asked):
            last["trouble"] = hit
    found = []
    for names, severity, evidence, score in _TOGETHER:
        told = watched or (loss and bool(names & _MEANS_AFTER_LOSS))
        if names <= last.keys() | ({"trouble"} if told else set()):
            at = max((last[name] for name in names if name != "trouble"), key=lambda hit: hit.start)
            marks = {Mark.SELF, Mark.NOW, Mark(severity), *map(Mark, evidence.split())}
            source = "cues." + "+".join(sorted(names))
            found.append(
                _Hit(at.rule, at.start, at.stop, frozenset(marks), score, "crisis.suicide", source)
            )
    return found


def _finding(hit: _Hit, normal: Normal, skipped: int, also: frozenset[Mark]) -> Finding | None:
    """Return *hit* as a finding of the text that starts after *skipped* characters."""
    if not hit.category:
        return None
    start, stop = normal.span(hit.start, hit.stop)
    if stop <= skipped:
        return None
    span = Span(max(start, skipped) - skipped, stop - skipped)
    return Finding(hit.category, span, hit.score, f"{NAME}:{hit.source}", hit.marks | also)


def _losses(hits: Iterable[_Hit], normal: Normal, skipped: int) -> list[Finding]:
    """Return the losses that the text tells of, after *skipped* characters of earlier ones."""
    told = (
        normal.span(hit.start, hit.stop)
        for hit in hits
        if not hit.rule.category and hit.rule.id.endswith(".loss")
    )
    return [
        Finding(
            Category.DISTRESS.full,
            Span(max(start, skipped) - skipped, stop - skipped),
            _DENIED,
            f"{NAME}:loss",
            frozenset({Mark.SELF, Mark.NOW, Mark.LOSS}),
        )
        for start, stop in told
        if stop > skipped
    ]


def _in_order(found: Iterable[Finding], losses: Iterable[Finding]) -> tuple[Finding, ...]:
    order = sorted({*found, *losses}, key=lambda one: (one.span, one.category, one.source))
    return tuple(order)


def _strongest(found: list[Finding]) -> list[Finding]:
    """Return *found* without what a stronger finding of the same category overlaps."""
    order = sorted(found, key=lambda f: (level_of(f).rank, f.score, -f.span.start), reverse=True)
    taken: dict[str, list[tuple[int, int]]] = {}
    kept: list[Finding] = []
    for finding in order:
        span = (finding.span.start, finding.span.stop)
        spans = taken.setdefault(finding.category, [])  # in order, none overlaps another
        at = bisect(spans, span)
        if (at and spans[at - 1][1] > span[0]) or (at < len(spans) and spans[at][0] < span[1]):
            continue
        spans.insert(at, span)
        kept.append(finding)
    return sorted(kept, key=lambda finding: (finding.span, finding.category))

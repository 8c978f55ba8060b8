"""
What goes beyond what a program may do for a person's mind, in a model's reply, by rules.

    text ─▶ one spelling ─▶ any rule at all? ─▶ which, and where ─▶ taken back? ─▶ findings

It names acts, such as making a diagnosis or interpreting a dream. Which of them are refused is
the policy's business: it depends on the kind of help that the service gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from guardrails.detectors.base import Needs, View
from guardrails.detectors.coverage import Coverage
from guardrails.detectors.dependence_rules import SignRule
from guardrails.detectors.normal import Normal, in_ascii, normalise
from guardrails.detectors.rule_set import RuleSet, rule_set, standing
from guardrails.detectors.scope_rules import all_rules
from guardrails.findings import Family, Finding, Mark, Span
from guardrails.messages import Side, Surface
from guardrails.voice import foreign

NAME = "scope-rules/1"

_SENTENCE = re.compile(r"[.!?\n;:]")
_NEAR = 100
_NOT = re.compile(
    r"\b(?:not|dont|doesnt|didnt|never|isnt|arent|wasnt|cant|cannot|wont|couldnt|shouldnt|wouldnt|"
    r"no|nobody|neither|nor|without|instead of|rather than|before you|unable to|only a \w+ can|"
    r"no puedo|nunca|sin|ne|sans|jamais|nicht|nie|kein\w*|ohne|statt)(?: \w+){0,4} ?$"
)
_IF = re.compile(
    r"\b(?:if|whether|when|unless|in case|suppose|people who|those who|many who|"
    r"somebody who|someone who|anyone who|si|ob|wenn|falls|ceux qui|quienes|"
    r"menschen die)(?: \w+){0,4} ?$"
)
_THEIRS = re.compile(
    r"\b(?:you|they|he|she|doctor|therapist|psychiatrist|clinician|nurse|gp|team|it)(?: \w+)?"
    r" (?:said|says|mentioned|told me|told you|wrote|shared|asked|thinks?|prescribed|wants?|wanted)"
    r"(?: that| me| you| to)*(?: \w+){0,2} ?$"
    r"|\b(?:been|were|was) (?:told|diagnosed|asked)(?: \w+){0,3} ?$"
    r"|\b(?:ask|talk to|speak with|speak to|check with)(?: \w+){1,5} (?:about|whether|before|if)"
    r"(?: \w+){0,3} ?$"
)


@lru_cache(maxsize=1)
def _compiled() -> RuleSet[SignRule]:
    rules = all_rules()
    return rule_set(rules, {rule.id: rule.unless_inside for rule in rules})


class ScopeDetector:
    """A `Detector` for acts that belong to people with a training. Needs no parse."""

    name = NAME
    family = Family.SCOPE

    def __init__(self) -> None:
        self._known = _compiled()
        without = ("Portuguese", "Italian", "Dutch")
        self._coverage = Coverage("acts beyond the scope", without=without)

    def needs(self, view: View) -> Needs:
        """Return that nothing is needed."""
        del view
        return Needs.NOTHING

    def uncovered(self, view: View) -> str:
        """Return in which language of *view* nothing is looked for, or ""."""
        return self._coverage.gap(view.text) if _concerns(view) else ""

    def look(self, view: View) -> tuple[Finding, ...]:
        """Return the acts in *view*, one for each kind, in reading order."""
        if not _concerns(view):
            return ()
        normal = normalise(view.text)
        text = in_ascii(normal.text)
        best: dict[str, tuple[SignRule, int, int]] = {}
        for rule, start, stop in sorted(
            self._hits(Normal(text, normal.starts)), key=lambda one: (one[1], one[0].id)
        ):
            best.setdefault(rule.sign, (rule, start, stop))
        if not best:
            return ()
        theirs = foreign(view.voice, view.text[view.start : view.stop], view.question)
        quoted = tuple((start + view.start, stop + view.start) for start, stop in theirs)
        found = [_finding(*hit, view, quoted) for hit in best.values()]
        return tuple(sorted(found, key=lambda one: (one.span, one.category)))

    def _hits(self, normal: Normal) -> Iterator[tuple[SignRule, int, int]]:
        for one in standing(self._known, normal.text, before=_NEAR, after=_NEAR, ends=_SENTENCE):
            if one.rule.bare or not _taken_back(one.before):
                yield one.rule, *normal.span(one.start, one.stop)


def _taken_back(before: str) -> bool:
    return bool(_NOT.search(before) or _IF.search(before) or _THEIRS.search(before))


def _concerns(view: View) -> bool:
    return view.side is Side.OUTPUT and view.surface in {Surface.TEXT, Surface.REASONING}


def _finding(
    rule: SignRule, start: int, stop: int, view: View, quoted: tuple[tuple[int, int], ...]
) -> Finding:
    at = max(start, view.start)
    others = any(low <= at < high for low, high in quoted)
    marks = frozenset({Mark.QUOTED}) if others else frozenset[Mark]()
    category, source = f"{Family.SCOPE}.{rule.sign}", f"{NAME}:{rule.id}"
    return Finding(category, Span(start, stop), rule.score, source, marks)

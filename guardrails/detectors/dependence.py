"""
Signs that a person leans on the program more than is good for them.

    text ─▶ one spelling ─▶ any rule at all? ─▶ which, and where ─▶ exempt? ─▶ findings

Transference, in the words of psychotherapy: love for the program, nobody else to talk to,
sleepless or all-day use, withdrawal from people. It sorts words, and says nothing of a person.
What is done about a sign is the policy's business, and never a reproach.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from guardrails.detectors.base import Needs, View
from guardrails.detectors.coverage import Coverage
from guardrails.detectors.dependence_rules import SignRule, all_rules
from guardrails.detectors.normal import Normal, in_ascii, normalise
from guardrails.detectors.rule_set import Match, RuleSet, rule_set, standing
from guardrails.findings import Family, Finding, Mark, Span
from guardrails.messages import Side, Surface
from guardrails.voice import Voice, foreign

NAME = "dependence-rules/1"

_SENTENCE = re.compile(r"[.!?\n]")
_NEAR = 80
_NOT = re.compile(
    r"\b(?:not|dont|doesnt|didnt|never|isnt|arent|wasnt|cant say|wouldnt say|no longer|hardly|no|nunca|ya no|jamas|ne|pas|plus|nicht|nie|kein\w*)"
    r"(?: (?!only\b|just\b|want\b|need\b|one\b)\w+){0,2} ?$"
)
_NOT_AFTER = re.compile(r"^ ?(?:pas|nicht|plus|not|nada|nie)\b(?! (?:nur|only|que)\b)")
_JEST = re.compile(
    r"\b(?:lol|lmao|rofl|jk|just kidding|kidding|haha\w*|jaja\w*|mdr|ptdr|hihi|xd|joke|joking|es broma|je plaisante|nur spass|scherz|ironi\w*)\b|[\U0001f602\U0001f923]"
)
_WRITE = re.compile(
    r"^\W*(?:(?:please|can you|could you|help me|puedes|podr[ií]as|peux-tu|pouvez-vous|kannst du|bitte)\W+)*"
    r"(?:(?:re)?write|draft|compose|translate|rephrase|proofread|continue|finish|escr[ií]be(?:me)?|redacta|traduce|"
    r"corrige|[eé]cris|[eé]crivez|r[eé]dige|tradui[st]|corrige[rz]?|schreib[e]?|formuliere?|[uü]bersetz[e]?|korrigiere?)\b",
    re.IGNORECASE,
)
_STORY = re.compile(
    r"\b(?:in (?:the|my|this) (?:movie|film|book|novel|story|song|game|show|series|play)|the (?:movie|song|film|book|novel|character|protagonist|lyrics?|line|quote)|"
    r"la (?:pelicula|cancion|novela|serie)|le (?:film|roman|livre)|la chanson|im (?:film|buch|roman|lied)|(?:my|the) (?:chatbot|ai) (?:says|said|told)|what does .{1,30} mean|how (?:do|would) (?:i|you) (?:say|tell|spell|translate)|"
    r"(?:he|she|they|my (?:wife|husband|boyfriend|girlfriend|partner|ex|mum|mom|dad|son|daughter|friend)) (?:said|says|told me|texted(?: me)?|wrote|whispered|keeps saying)|"
    r"(?:i|we) (?:told|texted|wrote to|said to) (?:him|her|them|my \w+)|como se dice|comment (?:dit on|on dit)|wie sagt man|translate|traduce|traduis|ubersetz\w*)\b"
)


@lru_cache(maxsize=1)
def _compiled() -> RuleSet[SignRule]:
    rules = all_rules()
    return rule_set(rules, {rule.id: rule.unless_inside for rule in rules})


class DependenceDetector:
    """A `Detector` for signs of leaning on the program. Needs no parse."""

    name = NAME
    family = Family.DEPENDENCE

    def __init__(self) -> None:
        self._known = _compiled()
        without = ("Portuguese", "Italian", "Dutch")
        self._coverage = Coverage("signs of dependence", without=without)

    def needs(self, view: View) -> Needs:
        """Return that nothing is needed."""
        del view
        return Needs.NOTHING

    def uncovered(self, view: View) -> str:
        """Return in which language of *view* nothing is looked for, or ""."""
        return self._coverage.gap(view.text) if _concerns(view) else ""

    def look(self, view: View) -> tuple[Finding, ...]:
        """Return the signs in *view*, one for each kind, in reading order."""
        if not _concerns(view) or _WRITE.search(view.text):
            return ()
        normal = normalise(view.text)
        text = in_ascii(normal.text)
        hits = list(self._hits(Normal(text, normal.starts), view.text))
        if not hits:
            return ()
        masked = foreign(Voice(), view.text, "")
        best: dict[str, tuple[SignRule, int, int]] = {}
        for rule, start, stop in sorted(hits, key=lambda one: (-one[0].score, one[1], one[0].id)):
            best.setdefault(rule.sign, (rule, start, stop))
        found = [_finding(*hit, view, masked) for hit in best.values()]
        return tuple(sorted(found, key=lambda one: (one.span, one.category)))

    def _hits(self, normal: Normal, raw: str) -> Iterator[tuple[SignRule, int, int]]:
        for one in standing(self._known, normal.text, before=_NEAR, after=_NEAR, ends=_SENTENCE):
            if not (_denied(one) or _told(one) or _JEST.search(raw.lower())):
                yield one.rule, *normal.span(one.start, one.stop)


def _denied(one: Match[SignRule]) -> bool:
    return not one.rule.bare and bool(_NOT.search(one.before) or _NOT_AFTER.search(one.after))


def _told(one: Match[SignRule]) -> bool:
    """Return whether others tell of it, or it is a story; of withdrawal others may tell."""
    sentence = f"{one.before}{one.words}{one.after}"
    return one.rule.sign != "withdrawal" and bool(_STORY.search(sentence))


def _concerns(view: View) -> bool:
    return view.side is Side.INPUT and view.surface is Surface.TEXT


def _finding(
    rule: SignRule, start: int, stop: int, view: View, masked: tuple[tuple[int, int], ...]
) -> Finding:
    marks = set()
    if any(low <= start < high for low, high in masked):
        marks.add(Mark.QUOTED)
    if view.flags.roleplay:
        marks.add(Mark.ROLEPLAY)
    category = f"{Family.DEPENDENCE}.{rule.sign}"
    source = f"{NAME}:{rule.id}"
    return Finding(category, Span(start, stop), rule.score, source, frozenset(marks))

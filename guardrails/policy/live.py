"""The rules of a policy that are not disabled, by where they act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guardrails.decisions import Escalate, Mode
from guardrails.findings import Family, Level
from guardrails.messages import Side, Surface
from guardrails.policy.candidates import Candidate
from guardrails.policy.rule import Rule
from guardrails.taxonomy import Subject


@dataclass(frozen=True, slots=True)
class Live:
    """
    A rule where it is not disabled, for one category.

    Attributes:
        rule: The rule.
        mode: How it acts in every session; None if that depends on the session.
        candidate: What it asks for; a crisis rule's depends on the finding besides.
        helps: It is for a reply in a crisis, which the text for the person replaces.
    """

    rule: Rule
    mode: Mode | None
    candidate: Candidate
    helps: bool


def watched_by(rules: tuple[Rule, ...], side: Side, surface: Surface) -> frozenset[Family]:
    """Return the families of which every rule that is live there is only watched."""
    live = [rule for rule in rules if _lives(rule, side, surface)]
    acting = {rule.family for rule in live if rule.mode is Mode.ENFORCE and rule.percent}
    return frozenset(rule.family for rule in live) - acting


def by_category(
    rules: tuple[Rule, ...], side: Side, surface: Surface
) -> Mapping[str, tuple[Live, ...]]:
    """Return the rules that are live there by the full category that they cover."""
    found: dict[str, list[Live]] = {}
    for rule in rules:
        if _lives(rule, side, surface):
            for category in rule.categories if rule.level is None else ():
                found.setdefault(category, []).append(_live(rule, category))
    return {category: tuple(each) for category, each in found.items()}


def by_level(
    rules: tuple[Rule, ...], side: Side, surface: Surface
) -> Mapping[tuple[Level, Subject], tuple[Live, ...]]:
    """Return the crisis rules that answer each level and subject there, the nearest first."""
    crisis = [(one.level, one) for one in rules if one.level and _lives(one, side, surface)]
    found: dict[tuple[Level, Subject], tuple[Live, ...]] = {}
    for level in Level:
        for subject in Subject:
            near = [
                (own, rule.subject is not None, rule)
                for own, rule in crisis
                if own <= level and rule.subject in {None, subject}
            ]
            near.sort(key=lambda one: (one[0].rank, one[1]), reverse=True)
            if near and level is not Level.NONE:
                found[level, subject] = tuple(_live(rule, "") for *_, rule in near)
    return found


def _live(rule: Rule, category: str) -> Live:
    shared = rule.mode is Mode.ENFORCE and rule.percent < 100  # noqa: PLR2004
    say = rule.say_for.get(category, rule.say)
    return Live(
        rule=rule,
        mode=None if shared else rule.mode,
        candidate=Candidate.of(
            rule.do, rule.id, rule.family, say, _told(rule), rule.level or Level.NONE
        ),
        helps=rule.family is Family.CRISIS_REPLY,
    )


def _told(rule: Rule) -> Escalate | None:
    """Return whom a rule that has no level tells, at the lowest level that there is."""
    way = rule.escalate
    return None if way is None or rule.level else Escalate(way.to, way.within, Level.CARE)


def _lives(rule: Rule, side: Side, surface: Surface) -> bool:
    return (
        rule.mode is not Mode.DISABLED
        and side in rule.where
        and (rule.surfaces is None or surface in rule.surfaces)
    )

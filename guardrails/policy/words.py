"""Rules and cases in words, for people who have to answer for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from guardrails.decisions import Do, Mode
from guardrails.findings import Family, Level
from guardrails.messages import Side
from guardrails.policy.cases import NOBODY, PolicyCase
from guardrails.policy.model import Policy
from guardrails.policy.rule import Exemption, Rule
from guardrails.taxonomy import Subject

_EVERYBODY: Final = 100
_SIDES: Final = {Side.INPUT: "what a person writes", Side.OUTPUT: "what the model says"}
_DONE: Final = {
    Do.NOTE: "that is written into the log, and nothing else happens",
    Do.MASK: "the value is hidden",
    Do.REWRITE: "the sentence is repaired, so that the claim is gone",
    Do.ADD: "the message '{say}' is shown beside the reply",
    Do.REPLACE: "the message '{say}' is shown in the place of the sentence",
    Do.BLOCK: "the reply ends there, and the message '{say}' is shown",
}
_CRISIS_DONE: Final = {
    Do.ADD: "the model answers, and the message '{say}' is added",
    Do.REPLACE: "the model is not asked; the person is shown the message '{say}'",
}
_SECONDS: Final = (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))


def rule_in_words(rule: Rule) -> tuple[str, ...]:
    """Return sentences that say when *rule* fires and what happens then."""
    return tuple(_sentences(rule))


def _sentences(rule: Rule) -> Iterator[str]:
    done = _done(rule)
    share = f"a detector is at least {rule.threshold // 100} % sure"
    yield f"When {share} that {_found(rule)}, {done}."
    for category, say in sorted(rule.say_for.items()):
        need = category.partition(".")[2].replace("_", " ")
        yield f"If it is about {need}, the message is '{say}'."
    if rule.at_goodbye is not None:
        yield f"If the person takes their leave, the message is '{rule.at_goodbye}'."
    if rule.escalate is not None:
        within = duration(rule.escalate.within)
        yield f"'{rule.escalate.to}' is told, and is to take it within {within}."
    for one in rule.exemptions:
        yield _exception(one)
    yield acts_in_words(rule)
    if rule.floor:
        yield "No policy that builds on this one may make it weaker."
    if rule.why:
        yield f"Why: {rule.why}"


def _exception(one: Exemption) -> str:
    marks = {"quoted": "is quoted", "roleplay": "is part of fiction that was asked for"}
    said = " or ".join(f"'{phrase}'" for phrase in one.phrases)
    parts = [
        *([marks[one.mark]] if one.mark is not None else []),
        *([f"would not be there without the words {said}"] if said else []),
    ]
    agreed = f", if the person agreed to {one.consent}" if one.consent else ""
    until = f", until {one.expires}" if one.expires else ""
    return f"Not where it {_listed(parts)}{agreed} (exception '{one.name}'{until})."


def _found(rule: Rule) -> str:
    if rule.level is not None:
        who = {None: "somebody", Subject.SELF: "the person", Subject.OTHER: "somebody else"}
        above = "" if rule.level is Level.IMMINENT else " or above, unless another rule is nearer"
        return f"{who[rule.subject]} is in need, at level '{rule.level}'{above}"
    names = _listed(one.partition(".")[2].replace("_", " ") for one in sorted(rule.categories))
    where = _listed(_SIDES[side] for side in sorted(rule.where))
    match rule.family:
        case Family.PII:
            surfaces = f" ({_listed(sorted(rule.surfaces))} only)" if rule.surfaces else ""
            return f"{where}{surfaces} holds {names}"
        case Family.CLAIM:
            return f"the model claims for itself: {names}"
        case Family.DEPENDENCE:
            return f"a person leans on the program: {names}"
        case Family.SCOPE:
            return f"the model goes beyond its scope: {names}"
        case _:
            return f"the model says to a person in need: {names}"


def _done(rule: Rule) -> str:
    if rule.family is Family.CRISIS_REPLY and rule.do is Do.REPLACE:
        return "the reply ends there, and the person is shown the text of their level"
    told = _CRISIS_DONE if rule.level is not None else _DONE
    done = told.get(rule.do, str(rule.do)).format(say=rule.say)
    if rule.do is Do.MASK:
        model = f"the model gets a {rule.mask_with} in its place"
        reply = f"a reply shows {rule.mask_as}"
        sides = [model] if Side.INPUT in rule.where else []
        sides += [reply] if Side.OUTPUT in rule.where else []
        done = f"{done}: {_listed(sides)}"
    return done


def acts_in_words(rule: Rule) -> str:
    """Return a sentence that says for whom *rule* acts."""
    by = "" if rule.until is None else f" Somebody decides on it by {rule.until}."
    match rule.mode:
        case Mode.DISABLED:
            return "The rule is off."
        case Mode.SHADOW:
            return f"The rule is only watched: the log says what it would have done.{by}"
        case Mode.ENFORCE if rule.percent < _EVERYBODY:
            return (
                f"The rule acts in {rule.percent} % of conversations, and is watched in the rest."
                f"{by}"
            )
    return "The rule acts for everybody."


def case_in_words(case: PolicyCase, policy: Policy) -> str:
    """Return a sentence that says what *case* demands; it holds no text of the case."""
    wanted = case.expect
    speaker = "a person" if case.side is Side.INPUT else "the model"
    locale = case.locale or policy.locales[0]
    country = f" in {case.country}" if case.country else ""
    parts = [
        *([f"the action is {wanted.do}"] if wanted.do is not None else []),
        *([f"{wanted.rule} fires"] if wanted.rule else []),
        *([f"{wanted.not_rule} stays silent"] if wanted.not_rule else []),
        *([f"the level is {wanted.level}"] if wanted.level is not None else []),
        *([_notice(wanted.escalated_to)] if wanted.escalated_to else []),
        *(["what is shown holds certain words"] if wanted.in_reply else []),
        *(["what is shown lacks certain words"] if wanted.not_in_reply else []),
    ]
    gap = f" It is a known gap: {case.todo}." if case.todo else ""
    why = f" Why: {case.why}." if case.why else ""
    return f"When {speaker}{country} says this in {locale}, {_listed(parts)}.{why}{gap}"


def _notice(to: str) -> str:
    return "nobody is told" if to == NOBODY else f"'{to}' is told"


def duration(seconds: int) -> str:
    """Return *seconds* in the largest unit that they fill."""
    for name, size in _SECONDS:
        if seconds >= size and seconds % size == 0:
            n = seconds // size
            return f"{n} {name}{'' if n == 1 else 's'}"
    return "no time"


def _listed(names: Iterable[str]) -> str:
    *first, last = [str(one) for one in names] or ["nothing"]
    return f"{', '.join(first)} and {last}" if first else last

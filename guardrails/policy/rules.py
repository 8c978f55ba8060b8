"""Reads the rules of a policy: the sections `pii`, `claim`, `crisis`, `crisis-reply` and so on."""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from guardrails.decisions import Do, MaskWith, Mode
from guardrails.fiction import INSTALL, installed
from guardrails.findings import SCORE_MAX, Family, Level
from guardrails.messages import Side, Surface
from guardrails.policy import values
from guardrails.policy.exemptions import read_excusable, read_exemptions
from guardrails.policy.fields import Fields
from guardrails.policy.known import Known, read_message
from guardrails.policy.own_rules import RETENTION
from guardrails.policy.problems import Problems, quoted
from guardrails.policy.rule import Escalation, Rule
from guardrails.policy.tree import Node
from guardrails.policy.vocabulary import (
    CLAIMS,
    CRISIS_CATEGORIES,
    CRISIS_REPLIES,
    DEPENDENCE,
    NEVER_FICTION,
    PII_TYPES,
)
from guardrails.taxonomy import Subject

PII_THRESHOLD: Final = 4_000
CLAIM_THRESHOLD: Final = 5_000
CRISIS_REPLY_THRESHOLD: Final = 5_000
DEPENDENCE_THRESHOLD: Final = 5_000

PII_DO: Final = (Do.NOTE, Do.MASK, Do.BLOCK)
CLAIM_DO: Final = (Do.NOTE, Do.REWRITE, Do.ADD, Do.REPLACE, Do.BLOCK)
CRISIS_REPLY_DO: Final = (Do.NOTE, Do.REPLACE)
DEPENDENCE_DO: Final = (Do.NOTE, Do.ADD)
CRISIS_DO: Final = (Do.ADD, Do.REPLACE)
_DO_OF_LEVEL: Final = {
    Level.CARE: Do.ADD,
    Level.CONCERN: Do.ADD,
    Level.HIGH: Do.REPLACE,
    Level.IMMINENT: Do.REPLACE,
}
_DEAFEST: Final = 9_000
"""Highest threshold of a crisis rule."""
WHERE: Final = ("input", "output", "log")
_SAID: Final = frozenset({Do.ADD, Do.REPLACE, Do.BLOCK})
_SLOT = re.compile(r"\{[^{}]*\}|[{}]")
_MASK_SLOTS: Final = frozenset({"{type}", "{n}"})


def read_rules(root: Fields, known: Known, problems: Problems) -> tuple[Rule, ...]:
    """Return the rules of all sections, in the order of the sections and of the file."""
    rules: list[Rule] = []
    first: dict[str, Node] = {}
    for section, read in _SECTIONS:
        for fields in root.blocks(section, f"a {section} rule"):
            rule, node = read(fields, known), fields.node("id")
            rules.append(rule)
            if node is None or not rule.id:
                continue
            before = first.setdefault(rule.id, node)
            if before is not node:
                at = f"{before.line}:{before.column}"
                problems.add(node, f"rule {quoted(rule.id)} given twice, first at {at}")
    return tuple(rules)


def _pii(fields: Fields, known: Known) -> Rule:
    do = fields.need("do", values.choice(PII_DO), Do.MASK)
    types = fields.need("detect", values.many(values.choice((*PII_TYPES, *known.types))), ())
    where = fields.read_or("where", values.many(values.choice(WHERE)), ("input", "output"))
    sides = frozenset(Side(side) for side in where if side != "log")
    if not sides:
        fields.tell_of("where", "'where' needs input or output: 'log' is what is kept of them")
    rule = Rule(
        id=_id(fields, Family.PII),
        family=Family.PII,
        categories=frozenset(f"pii.{name}" for name in types),
        threshold=fields.read_or("threshold", values.score, PII_THRESHOLD),
        do=do,
        where=sides,
        surfaces=_surfaces(fields),
        log="log" in where,
    )
    mask = fields.read("mask_as", values.text)
    if mask is not None:
        _check_mask(fields, mask, do)
        rule = replace(rule, mask_as=mask)
    how = fields.read("mask_with", values.choice(tuple(MaskWith)))
    if how is not None:
        _check_way(fields, how, rule)
        rule = replace(rule, mask_with=how)
    return common(rule, fields, known)


def _check_way(fields: Fields, how: MaskWith, rule: Rule) -> None:
    if rule.do is not Do.MASK:
        fields.tell_of("mask_with", "'mask_with' goes with do: mask")
    elif Side.INPUT not in rule.where:
        what = "'mask_with' is about what the model gets: 'where' needs input"
        fields.tell_of("mask_with", what)
    if how is MaskWith.SURROGATE and not installed():
        fields.tell_of("mask_with", f"'mask_with: surrogate' needs Faker: {INSTALL}")


def _surfaces(fields: Fields) -> frozenset[Surface] | None:
    surfaces = fields.read("surfaces", values.many(values.choice(tuple(Surface))))
    return None if surfaces is None else frozenset(surfaces)


def _check_mask(fields: Fields, mask: str, do: Do) -> None:
    if do is not Do.MASK:
        fields.tell_of("mask_as", "'mask_as' goes with do: mask")
    for slot in dict.fromkeys(_SLOT.findall(mask)):
        if slot not in _MASK_SLOTS:
            what = f"{quoted(slot)} is no slot of a mask: {{type}} and {{n}} are"
            fields.tell_of("mask_as", what)


def _claim(fields: Fields, known: Known) -> Rule:
    allowed = read_excusable(fields)
    claims = fields.need("claims", values.many(values.choice(CLAIMS)), ())
    rule = Rule(
        id=_id(fields, Family.CLAIM),
        family=Family.CLAIM,
        categories=frozenset(f"claim.{name}" for name in claims),
        threshold=fields.read_or("threshold", values.score, CLAIM_THRESHOLD),
        do=fields.need("do", values.choice(CLAIM_DO), Do.REWRITE),
        where=frozenset({Side.OUTPUT}),
        exemptions=read_exemptions(fields, NEVER_FICTION.intersection(claims), allowed),
        excusable=allowed,
    )
    return common(replace(rule, at_goodbye=_at_goodbye(rule, fields, known)), fields, known)


def _at_goodbye(rule: Rule, fields: Fields, known: Known) -> str | None:
    """Return what is said instead to a person who takes their leave."""
    if "at_goodbye" not in fields:
        return None
    if RETENTION not in rule.categories:
        fields.tell_of("at_goodbye", "'at_goodbye' goes with claims: [retention]")
    elif rule.do not in _SAID:
        what = f"do: {rule.do} shows no message: leave 'at_goodbye' out"
        fields.tell_of("at_goodbye", what)
    return read_message(fields, "at_goodbye", known)


def _crisis(fields: Fields, known: Known) -> Rule:
    level = fields.need("level", values.choice(tuple(_DO_OF_LEVEL)), None)
    do = fields.need("do", values.choice(tuple(Do)), None)
    wanted = _DO_OF_LEVEL.get(level) if level is not None else None
    if do is not None and wanted not in {None, do}:
        why = "a person in crisis is never blocked" if do is Do.BLOCK else f"this is level {level}"
        fields.tell_of("do", f"{why}: write do: {wanted}")
    subject = fields.read("subject", values.choice((Subject.SELF, Subject.OTHER)))
    threshold: int | None = fields.need("threshold", values.score, None)
    rule = Rule(
        id=_id(fields, Family.CRISIS),
        family=Family.CRISIS,
        categories=frozenset(),
        threshold=SCORE_MAX if threshold is None else threshold,
        do=wanted or do or Do.ADD,
        level=level,
        subject=subject,
        say_for=MappingProxyType(_say_for(fields, known)),
        where=frozenset({Side.INPUT}),
        escalate=_escalate(fields, known),
    )
    if level is not None and level >= Level.CONCERN and "escalate" not in fields:
        fields.tell(f"level {level} needs 'escalate': from concern up a human is told")
    rule = common(rule, fields, known)
    if rule.floor and (rule.mode is not Mode.ENFORCE or rule.percent < 100):  # noqa: PLR2004
        at = "mode" if "mode" in fields else "percent" if "percent" in fields else "floor"
        fields.tell_of(at, "a rule with floor: true is enforced for everybody")
    if threshold is not None and threshold > _DEAFEST:
        what = f"'threshold' is over {_DEAFEST // 100}: nobody in need would be heard"
        fields.tell_of("threshold", what)
    return rule


def _crisis_reply(fields: Fields, known: Known) -> Rule:
    allowed = read_excusable(fields)
    harms = fields.need("harms", values.many(values.choice(CRISIS_REPLIES)), ())
    rule = Rule(
        id=_id(fields, Family.CRISIS_REPLY),
        family=Family.CRISIS_REPLY,
        categories=frozenset(f"{Family.CRISIS_REPLY}.{name}" for name in harms),
        threshold=fields.read_or("threshold", values.score, CRISIS_REPLY_THRESHOLD),
        do=fields.need("do", values.choice(CRISIS_REPLY_DO), Do.REPLACE),
        where=frozenset({Side.OUTPUT}),
        exemptions=read_exemptions(fields, harms, allowed),
        excusable=allowed,
    )
    return common(rule, fields, known)


def _dependence(fields: Fields, known: Known) -> Rule:
    allowed = read_excusable(fields)
    signs = fields.need("signs", values.many(values.choice(DEPENDENCE)), ())
    rule = Rule(
        id=_id(fields, Family.DEPENDENCE),
        family=Family.DEPENDENCE,
        categories=frozenset(f"{Family.DEPENDENCE}.{name}" for name in signs),
        threshold=fields.read_or("threshold", values.score, DEPENDENCE_THRESHOLD),
        do=fields.need("do", values.choice(DEPENDENCE_DO), Do.NOTE),
        where=frozenset({Side.INPUT}),
        escalate=_escalate(fields, known),
        exemptions=read_exemptions(fields, (), allowed),
        excusable=allowed,
    )
    return common(rule, fields, known)


def _say_for(fields: Fields, known: Known) -> dict[str, str]:
    """Return full category → id of the message that is shown when a person is in that need."""
    block = fields.block("say_for")
    if block.table is not None and not block.table.entries:
        block.tell("'say_for' holds nothing: name a need, or leave the line out")
    said = {name: read_message(block, name, known, crisis=True) for name in CRISIS_CATEGORIES}
    return {f"{Family.CRISIS}.{name}": one for name, one in said.items() if one is not None}


def _escalate(fields: Fields, known: Known) -> Escalation | None:
    if "escalate" not in fields:
        return None
    return read_way(fields.block("escalate"), known)


def read_way(block: Fields, known: Known) -> Escalation:
    """Return whom to tell and by when: the settings `to` and `within` of *block*."""
    to = block.need("to", values.text, "")
    if to:
        block.refer("to", "channel", to, known.channels)
    return Escalation(to, block.need("within", values.seconds, 1))


def common(rule: Rule, fields: Fields, known: Known) -> Rule:
    """Return *rule* with the settings that all sections share."""
    mode = fields.read_or("mode", values.choice(tuple(Mode)), known.default)
    if "percent" in fields and not known.salted:
        what = "'percent' needs rollout.salt, or sessions change sides at random"
        fields.tell_of("percent", what)
    if "percent" in fields and mode is not Mode.ENFORCE:
        what = f"'percent' goes with mode: enforce, and this rule is in {mode}"
        fields.tell_of("percent", what)
    return replace(
        rule,
        say=_say(rule, fields, known),
        mode=mode,
        percent=fields.read_or("percent", values.percent, 100),
        until=fields.read("until", values.day),
        floor=fields.read_or("floor", values.flag, default=False),
        why=fields.read_or("why", values.text, ""),
        line=fields.line,
        file=fields.file,
    )


def _id(fields: Fields, family: Family) -> str:
    name = fields.need("id", values.identifier, "")
    if name and not name.startswith(f"{family}."):
        what = f"'id' is {quoted(name)}: a {family} rule's id starts with '{family}.'"
        fields.tell_of("id", what)
    return name


def _say(rule: Rule, fields: Fields, known: Known) -> str | None:
    if rule.family is Family.CRISIS_REPLY:
        if "say" in fields:
            what = "a crisis-reply rule shows the text of the person's level: leave 'say' out"
            fields.tell_of("say", what)
        return None
    if "say" not in fields and rule.do in _SAID:
        fields.tell(f"do: {rule.do} needs 'say', the message that is shown")
    if "say" in fields and rule.do not in _SAID:
        said, do = fields.node("say"), fields.node("do")
        if said is not None and do is not None and said.file and not do.file:
            what = (
                f"do: {rule.do} shows no message, and the rule has one from {said.file}:"
                f"{said.line}: remove the rule, and add it anew without 'say'"
            )
            fields.tell_of("do", what)
        else:
            fields.tell_of("say", f"do: {rule.do} shows no message: leave 'say' out")
    return read_message(fields, "say", known, crisis=rule.family is Family.CRISIS)


_SECTIONS: Final = (
    ("pii", _pii),
    ("claim", _claim),
    ("crisis", _crisis),
    ("crisis-reply", _crisis_reply),
    ("dependence", _dependence),
)
